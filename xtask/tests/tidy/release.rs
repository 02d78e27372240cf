//! What is told of a version is told of the version that is built.
use crate::root;

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The versions that a changelog in the form of Keep a Changelog tells of, the newest first.
fn versions(changelog: &str) -> Vec<&str> {
    let headings = changelog.lines().filter_map(|line| line.strip_prefix("## ["));
    headings
        .filter_map(|rest| rest.split_once(']'))
        .map(|(version, _)| version)
        .filter(|name| *name != "Unreleased")
        .collect()
}

/// The version of the workspace.
fn built(manifest: &str) -> &str {
    let (_, rest) = manifest.split_once("[workspace.package]").unwrap();
    let line = rest.lines().find(|line| line.starts_with("version = ")).unwrap();
    line.split('"').nth(1).unwrap()
}

#[test]
fn the_changelog_begins_with_the_version_that_is_built() {
    let (changelog, manifest) = (read("CHANGELOG.md"), read("Cargo.toml"));
    assert_eq!(versions(&changelog).first(), Some(&built(&manifest)), "CHANGELOG.md and Cargo.toml");
    // What the app itself tells, in its own words (src/screens/about/news.rs).
    let told = read("src/screens/about/news.rs");
    for version in versions(&changelog) {
        assert!(told.contains(&format!("\"{version}\"")), "What's new in the app does not tell of {version}");
    }
}

#[test]
fn the_rule_itself_sees_what_it_should() {
    assert_eq!(
        versions("# Changelog\n## [Unreleased]\n## [0.2.0] - 2027-01-01\n### Added\n## [0.1.0]\n"),
        ["0.2.0", "0.1.0"]
    );
    assert_eq!(built("[workspace]\n[workspace.package]\nversion = \"1.2.3\"\n"), "1.2.3");
}
