//! What is loaded is made sound, once and for all.

use emic_core::repair::repair;
use proptest::prelude::*;

use crate::damage::damaged;
use crate::sound::faults;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_repaired_project_is_sound_and_stays_as_it_is(project in damaged()) {
        let (repaired, issues) = repair(project.clone());
        prop_assert_eq!(faults(&repaired), Vec::<String>::new());
        prop_assert_eq!(issues.is_empty(), repaired == project, "each repair is said: {:?}", issues);
        let (again, issues) = repair(repaired.clone());
        prop_assert_eq!(issues, vec![]);
        prop_assert_eq!(again, repaired);
    }
}
