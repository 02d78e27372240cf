//! The tools that building and testing need: found, checked for their version, installed where they are missing.
use crate::{
    Failure,
    step::{command, output, seconds, step, succeed, within},
};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// Must equal the `wasm-bindgen` crate's version exactly (see `Cargo.toml` and `Trunk.toml`).
const WASM_BINDGEN: &str = "0.2.130";
// Playwright is kept at 1.64: later ones ask for something that Debian's Firefox does not know yet.
const NODE_PACKAGES: [&str; 5] = ["axe-core", "binaryen", "mammoth", "playwright-core", "read-excel-file"];

/// Everything that any command needs.
pub fn setup() -> Result<(), Failure> {
    let begun = Instant::now();
    for_dev_build()?;
    for_release_build()?;
    for_checks()?;
    for_browser_tests()?;
    for_other_browsers()?;
    println!("All tools are there ({}).", seconds(begun.elapsed()));
    Ok(())
}

/// What an unoptimised build of the app needs: the wasm target, trunk, wasm-bindgen, the crates' sources.
pub fn for_dev_build() -> Result<(), Failure> {
    wasm_target()?;
    cargo_tool("trunk", TRUNK, true)?;
    // Its published lock file names a version that cannot always be had; its requirements can.
    cargo_tool("wasm-bindgen-cli", WASM_BINDGEN, false)?;
    // Trunk runs offline, so that it never downloads tools of its own: the crates must be there before.
    if output(&["cargo", "fetch", "--offline", "--target", WASM]).is_none() {
        step("fetch the crates' sources", || succeed(&mut command(&["cargo", "fetch", "--target", WASM])))?;
    }
    Ok(())
}

/// What the optimised build needs besides: wasm-opt, which comes as a node package (Debian's is too old).
pub fn for_release_build() -> Result<(), Failure> {
    node_packages()
}

/// The components of the toolchain that format and lint.
pub fn for_checks() -> Result<(), Failure> {
    for (component, probe) in [("rustfmt", ["cargo", "fmt", "--version"]), ("clippy", ["cargo", "clippy", "--version"])]
    {
        if output(&probe).is_none() {
            step(&format!("install {component}"), || {
                succeed(&mut command(&["rustup", "component", "add", component]))
            })?;
        }
    }
    Ok(())
}

/// Chromium with its driver, and the node packages that drive it.
pub fn for_browser_tests() -> Result<(), Failure> {
    let missing: Vec<&str> = [("chromium", chromium().is_none()), ("chromium-driver", chromedriver().is_none())]
        .into_iter()
        .filter_map(|(package, missing)| missing.then_some(package))
        .collect();
    debian(&missing)?;
    node_packages()
}

/// Firefox and WebKit, as Debian has them, the X server that WebKit draws on where nobody looks, and what drives them.
pub fn for_other_browsers() -> Result<(), Failure> {
    let xvfb = std::env::var_os("DISPLAY").is_none() && xvfb().is_none();
    let missing: Vec<&str> =
        [("firefox-esr", firefox().is_none()), ("webkit2gtk-driver", webkit_driver().is_none()), ("xvfb", xvfb)]
            .into_iter()
            .filter_map(|(package, missing)| missing.then_some(package))
            .collect();
    debian(&missing)?;
    node_packages()
}

/// Firefox: `FIREFOX` if set, else the first of the usual names on the path.
pub fn firefox() -> Option<PathBuf> {
    named_or_found("FIREFOX", &["firefox-esr", "firefox"])
}

/// WebKit's driver, which brings a browser with it: `WEBKIT_DRIVER` if set, else the one on the path.
pub fn webkit_driver() -> Option<PathBuf> {
    named_or_found("WEBKIT_DRIVER", &["WebKitWebDriver"])
}

/// An X server without a screen: `XVFB` if set, else the one on the path.
pub fn xvfb() -> Option<PathBuf> {
    named_or_found("XVFB", &["Xvfb"])
}

/// The browser that the tests use: `CHROMIUM` if set, else the first of the usual names on the path.
pub fn chromium() -> Option<PathBuf> {
    named_or_found("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// The browser's driver: `CHROMEDRIVER` if set, else the one on the path.
pub fn chromedriver() -> Option<PathBuf> {
    named_or_found("CHROMEDRIVER", &["chromedriver"])
}

/// The program that a variable of the environment names, or else the first of some names that is on the path.
fn named_or_found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| find(name)))
}

/// A command that finds the tools in `node_modules/.bin` (wasm-opt) before any other of the same name.
pub fn with_node_tools(words: &[&str]) -> Command {
    let mut command = command(words);
    let old = std::env::var_os("PATH").unwrap_or_default();
    let mut paths = vec![crate::root().join("node_modules/.bin")];
    paths.extend(std::env::split_paths(&old));
    if let Ok(joined) = std::env::join_paths(paths) {
        command.env("PATH", joined);
    }
    command
}

fn wasm_target() -> Result<(), Failure> {
    let installed = output(&["rustc", "--print", "target-libdir", "--target", WASM]);
    if installed.is_some_and(|directory| Path::new(&directory).is_dir()) {
        return Ok(());
    }
    step("install the wasm32 target (rustup target add)", || {
        if within(Duration::from_secs(60), &mut command(&["rustup", "target", "add", WASM]))? {
            return Ok(());
        }
        Err(format!(
            "The target {WASM} could not be installed within a minute. Run `rustup target add {WASM}` yourself where \
             the network allows it (without rustup: install your distribution's package of the standard library for \
             {WASM}), then start again."
        ))
    })
}

/// Installs a tool from source, unoptimised: that takes a third of the time, and the tool is fast enough.
fn cargo_tool(package: &str, version: &str, locked: bool) -> Result<(), Failure> {
    let program = package.trim_end_matches("-cli");
    let found = output(&[program, "--version"]);
    if found.as_deref().is_some_and(|text| text.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    let wanted = format!("{package}@{version}");
    let why = found.map_or("not there yet".to_owned(), |text| format!("found {text}"));
    step(&format!("install {wanted} from source ({why}); some minutes, once"), || {
        let mut install = command(&["cargo", "install", "--force", &wanted]);
        if locked {
            install.arg("--locked");
        }
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
        succeed(&mut install)?;
        let now = output(&[program, "--version"]).unwrap_or_default();
        if now.contains(version) {
            Ok(())
        } else {
            Err(format!(
                "{wanted} was installed, but `{program}` on the path is '{now}': is ~/.cargo/bin on it, first?"
            ))
        }
    })
}

fn node_packages() -> Result<(), Failure> {
    let missing: Vec<&str> = [("nodejs", !on_path("node")), ("npm", !on_path("npm")), ("python3", !on_path("python3"))]
        .into_iter()
        .filter_map(|(package, missing)| missing.then_some(package))
        .collect();
    debian(&missing)?;
    let wanted = std::fs::read_to_string("package.json").map_err(|error| format!("package.json: {error}"))?;
    let there = NODE_PACKAGES.iter().all(|name| {
        let installed = std::fs::read_to_string(format!("node_modules/{name}/package.json")).unwrap_or_default();
        let version = quoted_after(&installed, "\"version\":");
        version.is_some() && version == quoted_after(&wanted, &format!("\"{name}\":"))
    });
    if there {
        return Ok(());
    }
    step("install the node packages (wasm-opt and what tests take)", || {
        succeed(&mut command(&["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]))
    })
}

/// The first quoted string after `key` in a JSON text.
fn quoted_after<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    json.split_once(key)?.1.split('"').nth(1)
}

/// Installs Debian packages as root, or says what to install.
fn debian(packages: &[&str]) -> Result<(), Failure> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let root = output(&["id", "-u"]).as_deref() == Some("0");
    if !root || !on_path("apt-get") {
        let how =
            if on_path("apt-get") { format!("`sudo apt-get install {list}`") } else { "your package manager".into() };
        return Err(format!(
            "Missing: {list}. Install them with {how} (a Chromium or Chrome with the chromedriver of the same version; \
             node 20 or newer with npm), then start again. `CHROMIUM=/path/to/browser` names a browser elsewhere; so do \
             `FIREFOX`, `WEBKIT_DRIVER` and `XVFB`, which only the part `browsers` of the tests needs."
        ));
    }
    step(&format!("install {list} with apt-get"), || {
        succeed(&mut command(&["apt-get", "update", "-q"]))?;
        let mut install = command(&["apt-get", "install", "-y", "-q", "--no-install-recommends"]);
        succeed(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

fn on_path(program: &str) -> bool {
    find(program).is_some()
}

fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
