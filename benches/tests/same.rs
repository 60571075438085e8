//! The engine and the version by hand give the same numbers before either is timed.

use cailiang::expr::Id;
use cailiang::outcome::Verdict;
use cailiang::value::Rational;
use cailiang::vocabulary::Target;
use cailiang::{Facts, Source, evaluate, syntax};
use cailiang_benches::by_hand::{Found, decide};
use cailiang_benches::workload::{W1, cases, json, many, program};
use rust_decimal::Decimal;

fn found(program: &cailiang::Program, text: &str) -> Found {
    let (node, _) = syntax::read(&Source::new("facts", text.to_owned()));
    let facts = Facts::decode(program, &node.expect("facts")).unwrap_or_else(|e| panic!("{e:?}"));
    for (id, declared) in program.facts() {
        assert!(facts.complete(), "{} {}", id.position(), declared.name);
    }
    let outcome = evaluate(program, &facts).expect("an outcome");
    assert!(outcome.determined);
    if outcome.verdict != Verdict::Sanctioned {
        return Found { tier: None, fine: None, hearing: false, review: false };
    }
    let fine = outcome.sanction(Target::Unit, "罚款").expect("a fine");
    let ends = |measure: &Option<cailiang::outcome::Measure>| {
        let hull = measure.expect("an amount").range().expect("a range").hull();
        let end = |n: Option<Rational>| n.and_then(Rational::to_decimal).expect("a decimal").normalize();
        (end(hull.lo().value()), end(hull.hi().value()))
    };
    let ((lo, hi), (least, greatest)) = (ends(&fine.statutory), ends(&fine.amount));
    Found {
        tier: outcome.targets[0].tiers.first().map(|t| u8::try_from(t.position() + 1).expect("five tiers")),
        fine: Some([lo, hi, least, greatest]),
        hearing: greatest >= Decimal::from(50_000),
        review: greatest >= Decimal::from(100_000),
    }
}

#[test]
fn engine_and_hand_agree() {
    let program = program(W1, "bench.w1", "w1");
    let mut tiers = [0u32; 6];
    for case in cases(2_000) {
        let mut hand = decide(&case);
        hand.fine = hand.fine.map(|f| f.map(|d| d.normalize()));
        tiers[usize::from(hand.tier.unwrap_or(0))] += 1;
        assert_eq!(hand, found(&program, &json(&case)), "{case:?}");
    }
    assert!(tiers.iter().all(|n| *n > 0), "every tier comes up: {tiers:?}");
}

#[test]
fn the_many_offences_are_like_the_one() {
    let program = program(&many(3), "bench.w2", "w0");
    for case in cases(200) {
        let mut hand = decide(&case);
        hand.fine = hand.fine.map(|f| f.map(|d| d.normalize()));
        assert_eq!(hand, found(&program, &json(&case)), "{case:?}");
    }
}
