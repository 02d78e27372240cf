//! Serving the app while it is worked on.
use crate::{
    Failure,
    build::{DEV_DIST, DIST},
    step::seconds,
    tools,
};
use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    time::{Duration, Instant},
};

const FIRST_PORT: u16 = 8080;

/// `cargo xtask serve [--port N] [--release]`: builds, watches the sources and serves, until it is stopped.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let begun = Instant::now();
    let mut release = false;
    let mut wanted = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--release" => release = true,
            "--port" => {
                let value = rest.next().and_then(|value| value.parse::<u16>().ok());
                wanted = Some(value.ok_or("`--port` needs a number up to 65535")?);
            }
            other => return Err(format!("`serve` knows --port N and --release, not '{other}'")),
        }
    }
    tools::for_dev_build()?;
    if release {
        tools::for_release_build()?;
    }
    let port = free_port(wanted)?;
    let port_word = port.to_string();
    let dist = if release { DIST } else { DEV_DIST };
    let mut words = vec!["trunk", "serve", "--offline", "--skip-version-check", "--port", &port_word, "--dist", dist];
    if release {
        words.push("--release");
    }
    println!("· build and serve");
    let mut server = tools::with_node_tools(&words).spawn().map_err(|error| format!("trunk: {error}"))?;
    // Trunk listens once its first build is done.
    loop {
        if let Some(status) = server.try_wait().map_err(|error| error.to_string())? {
            return Err(format!("trunk ended with {status}"));
        }
        if answers(port) {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("\n  Emic is ready after {}: http://127.0.0.1:{port}/", seconds(begun.elapsed()));
    println!("  Changed sources are built again by themselves; reload the page to see them. Ctrl+C ends it.\n");
    let status = server.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("trunk ended with {status}")) }
}

/// The wanted port, which must be free, or else the first free one from 8080 on.
fn free_port(wanted: Option<u16>) -> Result<u16, Failure> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if is_free(&port) => Ok(port),
        Some(port) => Err(format!("Port {port} is in use.")),
        None => (FIRST_PORT..FIRST_PORT + 100)
            .find(is_free)
            .ok_or_else(|| "No port from 8080 to 8179 is free; name one with --port.".to_owned()),
    }
}

/// Whether the page itself is served: Trunk listens too after a first build that failed, but has no page then.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut head = [0; 15];
        stream.read_exact(&mut head)?;
        Ok(head.windows(4).any(|word| word == b" 200"))
    };
    ask().unwrap_or(false)
}
