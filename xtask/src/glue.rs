//! The shipped scripts open no connection, except where the loader fetches the app's own files.
use crate::Failure;
use std::path::Path;

/// What opens a connection from a script.
const CALLS: [&str; 8] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "WebTransport",
    "importScripts(",
];

/// Lines that hold such a word and are right: the loader's fetch and its removal of WebRTC, and the fetch in
/// wasm-bindgen's initialiser, which runs only when it is handed an address (the loader hands it a compiled module).
const ALLOWED: [(&str, &str); 8] = [
    ("boot-", "return fetch(url, Object.assign({ credentials: 'same-origin' }, options)).then(function (response) {"),
    (
        "boot-",
        "['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'].forEach(function (name) { delete \
         window[name]; });",
    ),
    // The service worker, which is given nothing but addresses of the app's own files.
    ("sw.js", "const response = await fetch(absolute(name), { cache: 'no-cache', credentials: 'same-origin' });"),
    ("sw.js", "const response = await fetch(absolute(name), { credentials: 'same-origin' });"),
    ("sw.js", "return page ?? fetch(request);"),
    ("sw.js", "return fetch(request);"),
    ("emic-app-", "module_or_path = fetch(module_or_path);"),
    ("emic-readers.js", "module_or_path = fetch(module_or_path);"),
];

/// Every place in the site's scripts that could open a connection, as `file:line: text`. An allowed line may stand
/// once; an error where the site has no scripts at all.
pub fn network_calls(site: &Path) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    let mut scripts = 0;
    for entry in std::fs::read_dir(site).map_err(|error| format!("{}: {error}", site.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".mjs") {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
            found.extend(calls_in(&name, &text));
            scripts += 1;
        }
    }
    if scripts < 3 {
        return Err(format!(
            "{} holds {scripts} scripts; the loader and the glue of two modules were expected",
            site.display()
        ));
    }
    Ok(found)
}

fn calls_in(name: &str, text: &str) -> Vec<String> {
    let mut allowed: Vec<&str> =
        ALLOWED.iter().filter(|(file, _)| name.starts_with(file)).map(|(_, line)| *line).collect();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        let comment = line.starts_with("//") || line.starts_with('*');
        if comment || !CALLS.iter().any(|call| line.contains(call)) {
            continue;
        }
        match allowed.iter().position(|allowed| *allowed == line) {
            Some(at) => {
                allowed.swap_remove(at);
            }
            None => found.push(format!("{name}:{}: {line}", index + 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_initialisers_one_fetch_is_let_through() {
        let own = "        module_or_path = fetch(module_or_path);\n";
        assert_eq!(calls_in("emic-app-1.js", own), Vec::<String>::new());
        assert_eq!(calls_in("emic-app-1.js", &own.repeat(2)).len(), 1);
        assert_eq!(calls_in("other.js", own).len(), 1);
        assert_eq!(calls_in("emic-app-1.js", "const ret = arg0.fetch(arg1);\nnew WebSocket(u)").len(), 2);
        assert_eq!(calls_in("emic-app-1.js", "// a comment on fetch(\n"), Vec::<String>::new());
    }
}
