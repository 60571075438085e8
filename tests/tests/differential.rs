//! The engine with the rulesets of the repository against a naive reading of the same articles, on random complete
//! facts: sanctions, branches, tiers, amounts with their ends, orders, results below the statutory minimum.

mod naive;
mod program;

use cailiang::expr::Id;
use cailiang::outcome::{Measure, Verdict};
use cailiang::value::{Bound, Rational};
use cailiang::vocabulary::ReviewCode;
use cailiang::{Outcome, Program};
use naive::{Case, Expected, Range, Sanction, Way, YUAN};
use program::{Random, decode, library, link, run};

const CASES: usize = 2_000;

fn check(what: &str, program: &Program, draw: impl Fn(&mut Random) -> (Case, Expected)) {
    let mut random = Random(0x00c0_ffee);
    let mut mismatches = Vec::new();
    for _ in 0..CASES {
        let (case, mut expected) = draw(&mut random);
        let facts = decode(program, &case.yaml());
        assert!(facts.complete(), "{what}: a fact is not drawn: {}", case.yaml());
        let outcome = run(program, &facts);
        assert!(outcome.determined, "{what}: {}", case.yaml());
        assert!(outcome.orders.iter().all(|o| o.certain), "{what}: {}", case.yaml());
        assert_eq!(outcome.orders.len(), expected.orders.len(), "{what}: orders of {}", case.yaml());
        expected.orders.clear();
        expected.sanctions.sort_by_key(|s| s.id);
        let found = read(&outcome);
        if expected != found {
            mismatches.push(format!("{}\n  by hand {expected:?}\n  engine  {found:?}", case.yaml()));
        }
    }
    assert!(mismatches.is_empty(), "{what}: {} of {CASES} differ, such as\n{}", mismatches.len(), mismatches[0]);
}

/// What the engine found, in the terms of the reference.
fn read(outcome: &Outcome) -> Expected {
    let mut sanctions = Vec::new();
    for sanction in outcome.targets.iter().flat_map(|t| &t.sanctions) {
        let ways = sanction.possible.iter().map(|p| Way {
            branch: p.way.branch.map(Id::position),
            // The document's steps are tiers in some rulesets and positions in others.
            tier: p.way.tier.map(Id::position).or(p.way.position.map(Id::position)),
            amount: p.amount.as_ref().map(range),
            statutory: p.statutory.as_ref().map(range),
        });
        sanctions.push(Sanction {
            id: Box::leak(sanction.id.to_string().into_boxed_str()),
            must: sanction.must,
            certain: sanction.certain,
            ways: ways.collect(),
        });
    }
    sanctions.sort_by_key(|s| s.id);
    let below = outcome.review_points.iter().filter(|r| r.code == ReviewCode::BelowStatute);
    Expected {
        established: outcome.verdict == Verdict::Sanctioned,
        sanctions,
        orders: Vec::new(),
        below: below.map(|r| r.certain).reduce(|a, b| a || b),
    }
}

fn range(measure: &Measure) -> Range {
    let hull = measure.range().expect("a range").hull();
    let whole = |bound: Bound| {
        let scale = Rational::int(i64::try_from(YUAN).expect("small"));
        bound.value().expect("bounded").mul(scale).expect("small").to_i128().expect("whole")
    };
    assert!(hull.hi().is_inclusive(), "no upper end of the reference is out");
    Range { lo: whole(hull.lo()), lo_open: !hull.lo().is_inclusive(), hi: whole(hull.hi()) }
}

const FOOD: [&str; 2] = ["npc/food-safety-law/2021-04-29.yaml", "npc/food-safety-law/2025-12-01.yaml"];

#[test]
fn food_safety_law() {
    let library = library(&FOOD);
    for day in ["2024-05-01", "2026-01-01"] {
        for offence in naive::food::OFFENCES {
            let program = link(&library, "cn.npc.food-safety-law", offence, day);
            check(offence, &program, |random| naive::food::draw(random, offence, false));
        }
    }
}

#[test]
fn positions_of_the_market_regulator() {
    let library = library(&[FOOD[0], FOOD[1], "samr/position/2022-10-08.yaml"]);
    for offence in naive::food::OFFENCES {
        let program = link(&library, "cn.samr.position", offence, "2024-05-01");
        check(offence, &program, |random| naive::food::draw(random, offence, true));
    }
}

#[test]
fn weights_of_guangdong() {
    let library = library(&["guangdong/eco/2022-01-01.yaml"]);
    for offence in naive::eco::OFFENCES {
        let program = link(&library, "cn.guangdong.eco", offence, "2024-05-01");
        check(offence, &program, |random| naive::eco::draw(random, offence));
    }
}

#[test]
fn items_of_shenzhen() {
    let library = library(&["shenzhen/city/2023-12-15.yaml"]);
    for offence in naive::shenzhen::OFFENCES {
        let program = link(&library, "cn.shenzhen.city", offence, "2024-05-01");
        check(offence, &program, |random| naive::shenzhen::draw(random, offence));
    }
}

#[test]
fn lawyers_law() {
    let library = library(&["npc/lawyers-law/2018-01-01.yaml"]);
    let program = link(&library, "cn.npc.lawyers-law", "lawyer-48", "2024-05-01");
    check("lawyer-48", &program, naive::lawyer::draw);
}
