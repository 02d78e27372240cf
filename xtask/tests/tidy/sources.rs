//! What the sources may hold: one subject a file, no way onto the network, no browser in the crates.
use crate::{files, none, root};

/// More lines than this in one Rust file need a reason below.
const MOST_LINES: usize = 600;
/// Files that may be longer, each with its reason.
const LONG: [(&str, &str); 0] = [];

/// Words that open a connection or reach around the rules, and why they may not stand in the app's sources.
const FORBIDDEN: [(&str, &str); 16] = [
    ("gloo::net", "opens connections"),
    ("gloo_net", "opens connections"),
    ("XmlHttpRequest", "opens connections"),
    ("XMLHttpRequest", "opens connections"),
    ("WebSocket", "opens connections"),
    ("EventSource", "opens connections"),
    ("send_beacon", "opens connections"),
    ("sendBeacon", "opens connections"),
    ("RtcPeerConnection", "opens connections"),
    ("fetch_with", "opens connections"),
    ("std::net", "opens connections"),
    ("TcpStream", "opens connections"),
    ("innerText", "lays the page out and drops what is not rendered; walk the text nodes"),
    ("inner_text", "lays the page out and drops what is not rendered; walk the text nodes"),
    ("set_inner_html", "text of people enters the page as text only"),
    ("from_html_unchecked", "text of people enters the page as text only"),
];

/// The Rust sources of what is shipped.
fn shipped() -> Vec<(String, String)> {
    let mut found = files("src", ".rs");
    found.extend(files("crates", ".rs"));
    found
}

fn forbidden_in(path: &str, text: &str) -> Vec<String> {
    let code = |line: &str| !line.trim_start().starts_with("//");
    let lines = text.lines().enumerate().filter(|(_, line)| code(line));
    lines
        .flat_map(|(index, line)| {
            let hits = FORBIDDEN.iter().filter(move |(word, _)| line.contains(word));
            hits.map(move |(word, why)| format!("{path}:{}: `{word}` {why}", index + 1))
        })
        .collect()
}

#[test]
fn nothing_reaches_the_network_or_around_the_rules() {
    none(shipped().iter().flat_map(|(path, text)| forbidden_in(path, text)).collect());
    assert_eq!(
        forbidden_in("x.rs", "use gloo::net::http;\n// a WebSocket in words\nlet t = node.inner_text();").len(),
        2
    );
}

#[test]
fn only_the_loader_fetches() {
    let scripts = files("web", ".js");
    let fetches = |name: &str| {
        let of_name = scripts.iter().filter(|(path, _)| path == name);
        of_name.map(|(_, text)| text.matches("fetch(").count()).sum::<usize>()
    };
    assert_eq!(scripts.len(), 2, "web holds the loader and the service worker");
    assert_eq!(fetches("web/boot.js"), 1, "the loader fetches in one place, before it closes the page's connections");
    // What is stale, what is named, and what the page asks for: all of them files of the app.
    assert_eq!(fetches("web/sw.js"), 4, "the service worker fetches the app's own files in few places");
    let (_, boot) = scripts.iter().find(|(path, _)| path == "web/boot.js").unwrap();
    assert!(!boot.contains("innerHTML"), "the loader draws its dialog node by node");
}

#[test]
fn files_have_one_subject() {
    let all = ["src", "crates", "xtask", "tests"].into_iter().flat_map(|folder| files(folder, ".rs"));
    none(
        all.map(|(path, text)| (path, text.lines().count()))
            .filter(|(path, lines)| *lines > MOST_LINES && !LONG.iter().any(|(long, _)| long == path))
            .map(|(path, lines)| format!("{path} has {lines} lines, over {MOST_LINES}: is it one subject?"))
            .collect(),
    );
    for (path, reason) in LONG {
        assert!(root().join(path).is_file() && !reason.is_empty(), "{path} needs no exception any more");
    }
}

#[test]
fn the_crates_know_no_browser_no_clock_and_no_chance() {
    let mut complaints = Vec::new();
    for (path, text) in files("crates", "Cargo.toml") {
        if path == "crates/yew/Cargo.toml" {
            // Yew itself, only compiled smaller.
            continue;
        }
        // What only tests take may be random.
        let mut shipped = text.split("[dev-dependencies]").next().unwrap_or_default();
        if path == "crates/readers/Cargo.toml" {
            // The module's entry in a worker; the library beside it knows none.
            shipped = shipped.split("[target.'cfg(target_arch = \"wasm32\")'.dependencies]").next().unwrap_or_default();
        }
        for name in ["yew", "web-sys", "js-sys", "gloo", "wasm-bindgen", "getrandom", "rand", "chrono", "time"] {
            let depends = shipped
                .lines()
                .any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '=', '-', '_'])));
            if depends {
                complaints.push(format!("{path}: `{name}` belongs to the app, not to a crate"));
            }
        }
    }
    // The companion for scripts is what the app is in a browser: it has the clock. So have tests, and what damages files
    // for them.
    let own_clock = |path: &str| {
        path.starts_with("crates/cli/") || path.ends_with("/tests.rs") || path == "crates/readers/src/hostile.rs"
    };
    let sources = files("crates", ".rs").into_iter().filter(|(path, _)| path.contains("/src/") && !own_clock(path));
    for (path, text) in sources {
        for word in ["SystemTime::now", "Instant::now", "Uuid::new_v4", "thread_rng"] {
            if text.contains(word) {
                complaints.push(format!("{path}: `{word}`: ids and times are passed in"));
            }
        }
    }
    none(complaints);
}
