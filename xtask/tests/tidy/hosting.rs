//! The header files for hosts say what the page itself says.
use crate::{none, root};

/// What hosts read, and what people copy out of the documentation.
const FILES: [&str; 3] = ["web/_headers", "web/.htaccess", "docs/hosting.md"];

/// What a page cannot say for itself and only a header can.
const ONLY_IN_A_HEADER: &str = "; frame-ancestors 'none'";

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The policy in the page's `meta` element.
fn of_page(page: &str) -> &str {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    rest.split_once('"').unwrap().0
}

/// Every policy in a text: all that begins so, up to the end of its line or a quotation mark.
fn policies(text: &str) -> Vec<&str> {
    let begins = text.match_indices("default-src ").map(|(at, _)| &text[at..]);
    begins.filter_map(|rest| rest.split(['"', '\n']).next()).collect()
}

fn differing(path: &str, text: &str, policy: &str, how_many: usize) -> Vec<String> {
    let wanted = format!("{policy}{ONLY_IN_A_HEADER}");
    let found = policies(text);
    let mut complaints: Vec<String> = Vec::new();
    if found.len() < how_many {
        complaints.push(format!("{path} holds {} policies, not {how_many}", found.len()));
    }
    let other = found.into_iter().filter(|policy| *policy != wanted);
    complaints.extend(other.map(|policy| format!("{path}: {policy}\n  but index.html asks for: {wanted}")));
    complaints
}

#[test]
fn every_header_file_carries_the_policy_of_the_page() {
    let page = read("index.html");
    let policy = of_page(&page);
    let how_many = |path: &str| if path.starts_with("docs/") { 2 } else { 1 };
    none(FILES.iter().flat_map(|path| differing(path, &read(path), policy, how_many(path))).collect());
}

#[test]
fn another_policy_is_seen() {
    let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\">";
    let policy = of_page(page);
    let right = "x \"default-src 'none'; img-src 'self'; frame-ancestors 'none'\"";
    assert_eq!(differing("x", right, policy, 1), Vec::<String>::new());
    assert_eq!(differing("x", "default-src 'none'; img-src *; frame-ancestors 'none'\n", policy, 1).len(), 1);
    assert_eq!(differing("x", "", policy, 1).len(), 1);
}

#[test]
fn what_hosts_need_is_part_of_the_site() {
    let page = read("index.html");
    let copied = |path: &str| page.contains(&format!("<link data-trunk rel=\"copy-file\" href=\"{path}\">"));
    none(
        ["web/sw.js", "web/_headers", "web/.htaccess", "web/.nojekyll"]
            .map(str::to_owned)
            .into_iter()
            .filter(|path| !copied(path))
            .collect(),
    );
}

#[test]
fn only_names_with_a_hash_are_kept_for_long() {
    // What must be asked for anew: their names stay the same.
    let fixed = ["/", "/index.html", "/sw.js", "/emic-readers.js", "/emic-readers_bg.wasm"];
    let text = read("web/_headers");
    let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match rules.last_mut() {
            Some((_, headers)) if line.starts_with(' ') => headers.push(line.trim()),
            _ => rules.push((line.trim(), Vec::new())),
        }
    }
    let cached = |path: &str| -> Vec<&str> {
        let fits = |pattern: &str| match pattern.split_once('*') {
            Some((start, end)) => path.starts_with(start) && path.ends_with(end),
            None => pattern == path,
        };
        let of_path = rules.iter().filter(|(pattern, _)| fits(pattern)).flat_map(|(_, headers)| headers);
        of_path.filter_map(|header| header.strip_prefix("Cache-Control: ")).collect()
    };
    for path in fixed {
        assert_eq!(cached(path), ["no-cache"], "{path}");
    }
    for path in ["/emic-app-1b5c.js", "/emic-app-1b5c_bg.wasm", "/boot-80.js", "/reader-7d.css"] {
        assert_eq!(cached(path), ["public, max-age=31536000, immutable"], "{path}");
    }
}
