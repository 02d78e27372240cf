//! How long a search takes beside a bare scan of the same bytes: `cargo run --release -p emic-core --example
//! search_speed`. The ratio is what counts. Generated interviews: 200 documents of 10,000 words.
#![allow(clippy::unwrap_used, reason = "an example that cannot go on stops")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use emic_core::search::{Folded, Pattern, Query};
use emic_core::text::Text;

const DOCUMENTS: usize = 200;
const WORDS: usize = 10_000;
const RUNS: usize = 9;

const LATIN: [&str; 24] = [
    "the",
    "of",
    "and",
    "we",
    "left",
    "because",
    "road",
    "children",
    "afraid",
    "hospital",
    "colleague",
    "never",
    "night",
    "returned",
    "family",
    "knew",
    "checkpoint",
    "Beirut",
    "café",
    "said,",
    "morning",
    "I",
    "patients",
    "closed.",
];
const ARABIC: [&str; 16] = [
    "كُنّا",
    "في",
    "البيت",
    "خرجنا",
    "من",
    "المدينة",
    "لأنّ",
    "الطريق",
    "كان",
    "خطراً",
    "وأحمد",
    "المستشفى",
    "أطفال",
    "ليلاً",
    "لم",
    "نعد.",
];

fn corpus(vocabulary: &[&str]) -> Vec<Text> {
    let mut seed = 20_260_901_u64;
    let mut random = move || {
        // Knuth's MMIX generator, so that it is the same everywhere.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    (0..DOCUMENTS)
        .map(|_| {
            let mut text = String::new();
            for n in 0..WORDS {
                text.push_str(vocabulary[random() % vocabulary.len()]);
                text.push(if n % 90 == 89 { '\n' } else { ' ' });
            }
            Text::new(text)
        })
        .collect()
}

/// The fastest of some runs: on a busy machine the others say more about the machine.
fn fastest(mut run: impl FnMut() -> usize) -> (Duration, usize) {
    let mut times = Vec::new();
    let mut result = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        result = black_box(run());
        times.push(start.elapsed());
    }
    (times.into_iter().min().unwrap(), result)
}

fn main() {
    for (name, vocabulary, queries) in [
        ("Latin", &LATIN[..], &["zebra", "nobody knew of it", "the", "afraid hospital", "café", "e"][..]),
        ("Arabic", &ARABIC[..], &["زرافة", "احمد", "المستشفى", "كنا في البيت"][..]),
    ] {
        let texts = corpus(vocabulary);
        let bytes: usize = texts.iter().map(|text| text.as_str().len()).sum();
        let (folding, _) = fastest(|| texts.iter().map(|text| Folded::new(text.as_str()).bytes().len()).sum());
        let folded: Vec<Folded> = texts.iter().map(|text| Folded::new(text.as_str())).collect();
        let memory: usize = folded.iter().map(Folded::memory).sum();
        let megabytes = bytes as f64 / 1e6;
        println!(
            "{name}: {megabytes:.1} MB, folded once in {:.1} ms ({:.0} MB/s), {:.2} of the memory of the text",
            folding.as_secs_f64() * 1e3,
            megabytes / folding.as_secs_f64(),
            memory as f64 / bytes as f64,
        );
        for words in queries {
            let pattern = Pattern::new(&Query { words: (*words).into(), ..Query::default() }).unwrap();
            let whole = Query { words: (*words).into(), whole_words: true, ..Query::default() };
            let whole = Pattern::new(&whole).unwrap();
            let needle = emic_core::fold::folded(words, Default::default());
            let finder = memchr::memmem::Finder::new(needle.as_bytes());
            let (floor, _) = fastest(|| folded.iter().map(|text| finder.find_iter(text.bytes()).count()).sum());
            let (count, hits) = fastest(|| folded.iter().map(|text| pattern.count_folded(text)).sum());
            let (shown, _) = fastest(|| {
                folded.iter().zip(&texts).map(|(folded, text)| pattern.scan(folded, text, 20).1.len()).sum()
            });
            let (words_only, whole_hits) = fastest(|| folded.iter().map(|text| whole.count_folded(text)).sum());
            let ratio = |time: Duration| time.as_secs_f64() / floor.as_secs_f64();
            println!(
                "  {words:20} memmem {:6.2} ms | counted {:.2}x ({hits}) | first 20 a document {:.2}x | whole words {:.2}x ({whole_hits})",
                floor.as_secs_f64() * 1e3,
                ratio(count),
                ratio(shown),
                ratio(words_only),
            );
        }
    }
}
