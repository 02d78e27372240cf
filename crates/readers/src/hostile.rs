//! Files that were damaged on purpose: a reader answers every one of them, with a text or a refusal.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use emic_formats::source::{Outcome, Refusal, Wishes};

use crate::read::{Task, read};

/// Reads a file with nothing chosen.
pub fn read_plainly(name: &str, bytes: &[u8]) -> Result<Outcome, Refusal> {
    read(&Task { name, bytes, wishes: &Wishes::default(), progress: &|_| () })
}

/// Reads a file cut off at many places, and `rounds` times with some of its bytes changed, left out or repeated. Whatever
/// comes of it must come, and soon; positions must be in the text.
///
/// # Panics
/// If a reader does, or takes longer than ten seconds, or answers with positions outside of its text.
pub fn survives(name: &str, file: &[u8], rounds: u32) {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for step in 0..64 {
        try_one(name, &file[..file.len() * step / 64]);
    }
    for _ in 0..rounds {
        let mut damaged = file.to_vec();
        for _ in 0..=chance.below(6) {
            let at = chance.below(damaged.len().max(1));
            let until = (at + 1 + chance.below(40)).min(damaged.len());
            match chance.below(4) {
                0 if at < damaged.len() => damaged[at] = chance.below(256) as u8,
                1 if at < damaged.len() => damaged[at] ^= 1 << chance.below(8),
                2 => drop(damaged.drain(at.min(until)..until)),
                _ => {
                    let again = damaged[at.min(until)..until].to_vec();
                    damaged.splice(at.min(until)..at.min(until), again);
                }
            }
        }
        try_one(name, &damaged);
    }
}

/// Reads a file of `some` pieces and one of four times as many: that takes four times as long, not sixteen times.
///
/// # Panics
/// If it takes longer than ten times as long (and half a second), three times one after another.
pub fn grows_evenly(name: &str, some: usize, file: impl Fn(usize) -> Vec<u8>) {
    let time = |pieces: usize| {
        let bytes = file(pieces);
        let began = worked();
        let _ = read_plainly(name, &bytes);
        worked().saturating_sub(began)
    };
    let tries = [(); 3].map(|()| (time(some), time(4 * some)));
    let even = |(once, four_times): &(Duration, Duration)| *four_times < 10 * *once + Duration::from_millis(500);
    assert!(tries.iter().any(even), "{name}: {some} pieces, and four times as many, in {tries:?}");
}

/// How long this thread has worked; where the system does not tell it, how late it is. Others may work meanwhile.
fn worked() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

fn try_one(name: &str, bytes: &[u8]) {
    let began = worked();
    let outcome = read_plainly(name, bytes);
    let took = worked().saturating_sub(began);
    assert!(took < Duration::from_secs(10), "{name}: {took:?}");
    if let Ok(Outcome::Texts(extracts)) = outcome {
        for extract in extracts {
            crate::check::sound(&extract);
        }
    }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}
