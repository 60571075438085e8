//! W1 with the engine and by hand; the ratio between them is printed, and belongs in the record.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cailiang::{Facts, Library, Program, Source, evaluate, syntax};
use cailiang_benches::workload::{W1, cases, compile, json, link, many, program};
use cailiang_benches::{by_hand, workload};
use criterion::{Criterion, criterion_group, criterion_main};

const CASES: usize = 512;

fn decode(program: &Program, text: &str) -> Facts {
    let source = Source::new("facts", text.to_owned());
    let (node, _) = syntax::read(&source);
    Facts::decode(program, &node.expect("facts")).expect("facts")
}

fn w1(criterion: &mut Criterion) {
    let program = program(W1, "bench.w1", "w1");
    let cases = cases(CASES);
    let texts: Vec<String> = cases.iter().map(json).collect();
    let facts: Vec<Facts> = texts.iter().map(|t| decode(&program, t)).collect();
    let mut group = criterion.benchmark_group("w1");
    let mut next = (0..CASES).cycle();
    group.bench_function("engine, facts decoded", |b| {
        b.iter(|| evaluate(&program, black_box(&facts[next.next().unwrap_or(0)])));
    });
    group.bench_function("engine, facts from JSON text", |b| {
        b.iter(|| evaluate(&program, &decode(&program, black_box(&texts[next.next().unwrap_or(0)]))));
    });
    group.bench_function("by hand, rust_decimal", |b| {
        b.iter(|| by_hand::decide(black_box(&cases[next.next().unwrap_or(0)])));
    });
    group.finish();
    let engine = time(|n| {
        black_box(evaluate(&program, black_box(&facts[n])).is_ok());
    });
    let hand = time(|n| {
        black_box(by_hand::decide(black_box(&cases[n])));
    });
    println!("w1: engine {engine:?}, by hand {hand:?}, ratio {}", engine.as_nanos() / hand.as_nanos().max(1));
}

/// The time of one call, over many cases.
fn time(mut call: impl FnMut(usize)) -> Duration {
    let rounds = 50;
    (0..CASES).for_each(&mut call); // warm
    let start = Instant::now();
    for _ in 0..rounds {
        (0..CASES).for_each(&mut call);
    }
    start.elapsed() / (rounds * CASES as u32)
}

fn many_offences(criterion: &mut Criterion) {
    let text = many(1_000);
    let mut group = criterion.benchmark_group("1,000 offences");
    group.sample_size(10);
    group.bench_function("compile", |b| b.iter(|| compile(black_box(&text))));
    let mut library = Library::new();
    library.add(compile(&text)).expect("one version");
    group.bench_function("link one", |b| b.iter(|| link(&library, "bench.w2", black_box("w777"))));
    let program = link(&library, "bench.w2", "w777");
    let facts = decode(&program, &json(&workload::cases(1)[0]));
    group.bench_function("evaluate one", |b| b.iter(|| evaluate(&program, black_box(&facts))));
    group.finish();
}

fn all_missing(criterion: &mut Criterion) {
    let text = include_str!("../../rulesets/cn/guangdong/eco/2022-01-01.yaml");
    let law = include_str!("../../rulesets/cn/npc/administrative-penalty-law/2021-07-15.yaml");
    let mut library = Library::new();
    for text in [text, law] {
        library.add(compile(text)).expect("one version");
    }
    let program = link(&library, "cn.guangdong.eco", "eco-2.7.1");
    let facts = Facts::none(&program);
    let mut group = criterion.benchmark_group("eco-2.7.1");
    group.sample_size(10);
    group.bench_function("all facts missing", |b| b.iter(|| evaluate(&program, black_box(&facts))));
    group.finish();
}

criterion_group!(benches, w1, many_offences, all_missing);
criterion_main!(benches);
