//! From older versions of the format to the present one: numbered steps, each from one version to the next.

use serde_json::Value;

/// Rewrites a file of one version into the next one.
#[derive(Clone, Copy)]
pub struct Migration {
    /// The version that it takes; it gives the one after it.
    pub from: u32,
    /// What it does with the whole file.
    pub step: fn(&mut Value),
}

/// All of them, from version 1 on without a gap. There is none yet: version 1 is the first.
pub(super) const MIGRATIONS: &[Migration] = &[];

/// Takes a file from `version` on to the last version that the table leads to.
pub fn migrate(file: &mut Value, version: u32, table: &[Migration]) {
    for migration in table.iter().filter(|migration| migration.from >= version) {
        (migration.step)(file);
        file["version"] = Value::from(migration.from + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn gaps(table: &[Migration], version: u32) -> bool {
        !table.iter().map(|migration| migration.from).eq(1..version)
    }

    #[test]
    fn the_table_has_no_gap() {
        assert!(!gaps(MIGRATIONS, super::super::VERSION));
        let noop = |from| Migration { from, step: |_| () };
        assert!(gaps(&[noop(2)], 3), "the check sees a gap");
    }

    #[test]
    fn each_step_is_taken_once_and_in_order() {
        let table = [
            Migration { from: 1, step: |file| file["name"] = file["title"].take() },
            Migration { from: 2, step: |file| file["name"] = json!(format!("<{}>", file["name"].as_str().unwrap())) },
        ];
        let mut file = json!({ "version": 1, "title": "x" });
        migrate(&mut file, 1, &table);
        assert_eq!(file, json!({ "version": 3, "title": null, "name": "<x>" }));
        let mut newer = json!({ "version": 2, "name": "x" });
        migrate(&mut newer, 2, &table);
        assert_eq!(newer, json!({ "version": 3, "name": "<x>" }));
    }
}
