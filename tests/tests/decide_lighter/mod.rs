//! The lighter law and limitation, each against a reference that tries everything.

mod general;

use crate::{ask, with};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

/// One sanction of a made-up clause.
#[derive(Clone, Copy, Debug)]
struct Made {
    must: bool,
    range: (i64, i64),
}

/// A made-up clause: warning, fine, detention, and a choice among two or three of them.
#[derive(Clone, Debug)]
struct Clause {
    warning: Option<bool>,
    fine: Option<Made>,
    detention: Option<Made>,
    /// `one` or `one_or_more` of single sanctions.
    choice: Option<bool>,
}

fn made() -> impl Strategy<Value = Option<Made>> {
    let some =
        (any::<bool>(), 1i64..5, 0i64..4).prop_map(|(must, lo, more)| Some(Made { must, range: (lo, lo + more) }));
    prop_oneof![1 => Just(None), 4 => some]
}

fn clause() -> impl Strategy<Value = Clause> {
    (prop::option::of(any::<bool>()), made(), made(), prop::option::of(any::<bool>()))
        .prop_map(|(warning, fine, detention, choice)| Clause { warning, fine, detention, choice })
}

impl Clause {
    fn names(&self) -> Vec<&'static str> {
        let there =
            [("警告", self.warning.is_some()), ("罚款", self.fine.is_some()), ("拘留", self.detention.is_some())];
        there.into_iter().filter(|(_, there)| *there).map(|(name, _)| name).collect()
    }

    fn text(&self, from: &str) -> String {
        let mode = |must: bool| if must { "must" } else { "may" };
        let mut sanctions: Vec<String> = Vec::new();
        if let Some(must) = self.warning {
            sanctions.push(format!("{{id: 警告, kind: warning, mode: {}}}", mode(must)));
        }
        for (id, kind, unit, made) in [("罚款", "fine", "元", self.fine), ("拘留", "detention", "日", self.detention)]
        {
            if let Some(Made { must, range: (lo, hi) }) = made {
                sanctions
                    .push(format!("{{id: {id}, kind: {kind}, mode: {}, range: {lo}{unit}..{hi}{unit}}}", mode(must)));
            }
        }
        let groups: Vec<String> = self.names().iter().map(|n| format!("[{n}]")).collect();
        let choices = match self.choice {
            Some(several) if groups.len() > 1 => {
                let pick = if several { "one_or_more" } else { "one" };
                format!(", choices: [{{pick: {pick}, of: [{}]}}]", groups.join(", "))
            }
            _ => String::new(),
        };
        format!(
            "cailiang: 1\nruleset: cn.x\ntitle: 某法\nissuer: 示例\nin_force: {{{from}}}\nstatus: in_force\n\
             laws: {{某法: {{title: 某法}}}}\noffences:\n  - {{id: a, name: 甲, \
             statute: {{basis: 某法 第一条, sanctions: [{}]{choices}}}}}\n",
            sanctions.join(", ")
        )
    }

    /// Every decision the clause allows: warning, fine, detention.
    fn decisions(&self) -> Vec<[Option<i64>; 3]> {
        let all = [self.warning.map(|must| Made { must, range: (1, 1) }), self.fine, self.detention];
        let count = self.names().len();
        let mut found = Vec::new();
        // Which of the three are taken; a choice of the law says how many.
        for taken in 0u8..8 {
            let has = |n: usize| taken & (1 << n) != 0;
            if (0..3).any(|n| has(n) && all[n].is_none()) {
                continue;
            }
            let chosen = (0..3).filter(|n| has(*n)).count();
            let fits = match self.choice {
                // A sanction of the group taken that may be left out may still be left out.
                Some(several) if count > 1 => {
                    let may = (0..3).any(|n| all[n].is_some_and(|m| !m.must));
                    if several { chosen > 0 || may } else { chosen == 1 || (chosen == 0 && may) }
                }
                _ => (0..3).all(|n| has(n) || all[n].is_none_or(|m| !m.must)),
            };
            if !fits {
                continue;
            }
            let values = |n: usize| -> Vec<Option<i64>> {
                match (has(n), all[n]) {
                    (true, Some(made)) => (made.range.0..=made.range.1).map(Some).collect(),
                    _ => vec![None],
                }
            };
            for w in values(0) {
                for f in values(1) {
                    for d in values(2) {
                        found.push([w, f, d]);
                    }
                }
            }
        }
        found
    }
}

/// Written from the sentence: nothing in `a` exceeds everything in `b`; for all in `b` something in `a` is no heavier.
fn no_heavier(a: &[[Option<i64>; 3]], b: &[[Option<i64>; 3]]) -> bool {
    let le = |x: &[Option<i64>; 3], y: &[Option<i64>; 3]| x.iter().zip(y).all(|(x, y)| x <= y);
    a.iter().all(|x| b.iter().any(|y| le(x, y))) && b.iter().all(|y| a.iter().any(|x| le(x, y)))
}

fn naive(old: &Clause, new: &Clause) -> &'static str {
    let (old, new) = (old.decisions(), new.decisions());
    match (no_heavier(&new, &old), no_heavier(&old, &new)) {
        (true, true) => "equal",
        (true, false) => "newer",
        (false, true) => "older",
        (false, false) => "incomparable",
    }
}

fn decided(old: &Clause, new: &Clause) -> Value {
    let texts = (old.text("from: 2020-01-01, through: 2023-12-31"), new.text("from: 2024-01-01"));
    let host = with(&[&texts.0, &texts.1]);
    ask(
        &host,
        &json!({"do": "decide", "ruleset": "cn.x", "offence": "a",
            "facts": {"违法行为日": "2023-06-01", "决定日": "2024-06-01"}}),
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        rng_seed: RngSeed::Fixed(37),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_lighter_law_is_that_of_the_reference_and_never_the_heavier((old, new) in (clause(), clause())) {
        prop_assume!(!old.names().is_empty() && !new.names().is_empty());
        let answer = decided(&old, &new);
        let law = &answer["acts"][0]["law"];
        let expected = naive(&old, &new);
        // Two texts that are letter for letter the same are not compared.
        let compared = law["comparison"].as_str().or(law["result"].as_str().filter(|r| *r == "same").map(|_| "equal"));
        prop_assert_eq!(compared, Some(expected), "{:?}\n{:?}\n{:#}", old, new, answer);
        let (was, is) = (old.decisions(), new.decisions());
        match law["result"].as_str() {
            Some("newer") => prop_assert!(no_heavier(&is, &was)),
            Some("older" | "equal" | "same") => prop_assert!(no_heavier(&was, &is)),
            Some("incomparable") => prop_assert!(!no_heavier(&is, &was) && !no_heavier(&was, &is)),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// While the base of a multiple is missing, what is said holds for each base it may have.
    #[test]
    fn what_is_said_of_the_lighter_law_without_a_fact_holds_for_all_its_values(
        (lo, more, a, b, c, d) in (1i64..6, 0i64..4, 1i64..4, 0i64..3, 1i64..20, 0i64..20)
    ) {
        let text = |from: &str, range: String| format!(
            "cailiang: 1\nruleset: cn.x\ntitle: 某法\nissuer: 示例\nin_force: {{{from}}}\nstatus: in_force\n\
             laws: {{某法: {{title: 某法}}}}\nfacts: {{基数: {{type: money, min: {lo}元, max: {}元}}}}\n\
             offences:\n  - {{id: a, name: 甲, elements: [基数 >= 0元], statute: {{basis: 某法 第一条, \
             sanctions: [{{id: 罚款, kind: fine, {range}}}]}}}}\n",
            lo + more
        );
        let old = text("from: 2020-01-01, through: 2023-12-31", format!("range: {a}倍..{}倍, of: 基数", a + b));
        let new = text("from: 2024-01-01", format!("range: {c}元..{}元", c + d));
        let host = with(&[&old, &new]);
        let request = |base: Value| json!({"do": "decide", "ruleset": "cn.x", "offence": "a",
            "facts": {"违法行为日": "2023-06-01", "决定日": "2024-06-01", "基数": base}});
        let said = ask(&host, &request(Value::Null))["acts"][0]["law"]["result"].clone();
        let mut each = Vec::new();
        for base in lo..=lo + more {
            let result = ask(&host, &request(json!(base)))["acts"][0]["law"]["result"].clone();
            let (was, is) = ((a * base, (a + b) * base), (c, c + d));
            let le = |x: (i64, i64), y: (i64, i64)| x.0 <= y.0 && x.1 <= y.1;
            let expected = match (le(is, was), le(was, is)) {
                (true, true) => "equal",
                (true, false) => "newer",
                (false, true) => "older",
                (false, false) => "incomparable",
            };
            prop_assert_eq!(&result, &json!(expected), "{} {}", was.0, is.0);
            // The one said governs only where it is no heavier for every base.
            match said.as_str() {
                Some("newer") => prop_assert!(le(is, was), "newer, but at {base}"),
                Some("older" | "equal") => prop_assert!(le(was, is), "older, but at {base}"),
                Some("open" | "incomparable") => {}
                other => prop_assert!(false, "{:?}", other),
            }
            each.push(result);
        }
    }
}

const DAYS: [&str; 16] = [
    "2024-01-30",
    "2024-01-31",
    "2024-02-01",
    "2024-02-27",
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-03-02",
    "2024-03-28",
    "2024-03-29",
    "2024-03-30",
    "2024-03-31",
    "2024-04-01",
    "2024-04-29",
    "2024-04-30",
    "2024-05-01",
];

/// The last day in time, by hand: 29 days or one month after each of [`DAYS`] that is looked at.
fn last(day: &str, months: bool) -> &'static str {
    match (day, months) {
        ("2024-01-30", true) | ("2024-01-31", true) => "2024-02-29",
        ("2024-02-28", true) => "2024-03-28",
        ("2024-02-29", true) => "2024-03-29",
        ("2024-03-31", true) => "2024-04-30",
        ("2024-01-30", false) => "2024-02-28",
        ("2024-01-31", false) => "2024-02-29",
        ("2024-02-28", false) => "2024-03-28",
        ("2024-02-29", false) => "2024-03-29",
        ("2024-03-31", false) => "2024-04-29",
        other => panic!("{other:?}"),
    }
}

fn limited(period: &str) -> String {
    format!(
        "cailiang: 1\nruleset: cn.x\ntitle: 某法\nissuer: 示例\nin_force: {{from: 2020-01-01}}\nstatus: in_force\n\
         laws: {{某法: {{title: 某法}}}}\nlimitation: [{{otherwise: true, period: {period}, basis: 某法 第二条}}]\n\
         offences: [{{id: a, name: 甲, statute: {{basis: 某法 第一条, sanctions: [{{id: 警告, kind: warning}}]}}}}]\n"
    )
}

#[test]
fn limitation_is_what_trying_every_day_gives() {
    let mut seen = [0usize; 3];
    for (period, months) in [("1月", true), ("29日", false)] {
        let text = limited(period);
        let host = with(&[&text]);
        let status = |facts: Value, continuing: bool| {
            let request =
                json!({"do": "decide", "ruleset": "cn.x", "offence": "a", "facts": facts, "continuing": continuing});
            let answer = ask(&host, &request);
            answer["acts"][0]["limitation"]["status"].as_str().unwrap_or_else(|| panic!("{answer:#}")).to_owned()
        };
        for act in ["2024-01-30", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-31"] {
            let naive = |found: &str| if found <= last(act, months) { "within" } else { "time_barred" };
            let later: Vec<&str> = DAYS.into_iter().filter(|d| *d >= act).collect();
            for found in &later {
                let got = status(json!({"违法行为日": act, "发现日": found}), false);
                assert_eq!(got, naive(found), "{period} {act} {found}");
                seen[usize::from(got == "time_barred")] += 1;
                // Discovery not known, filed on that day: every day from the act to the filing is tried.
                let all: Vec<&str> = later.iter().filter(|d| *d <= found).map(|d| naive(d)).collect();
                let expected = if all.iter().all(|s| *s == all[0]) { all[0] } else { "possible" };
                let got = status(json!({"违法行为日": act, "立案日": found}), false);
                assert_eq!(got, expected, "{period} {act} filed {found}");
                seen[2] += usize::from(got == "possible");
            }
        }
        // Of a continuing act whose end is not known every end from its first day is tried.
        for act in ["2024-01-30", "2024-02-28"] {
            for found in DAYS.into_iter().filter(|d| *d >= act) {
                let ends = ["2024-01-30", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-31"];
                let all: Vec<bool> = ends.into_iter().filter(|e| *e >= act).map(|e| found <= last(e, months)).collect();
                let expected = if all.iter().all(|within| *within) { "within" } else { "possible" };
                let got = status(json!({"违法行为日": act, "发现日": found}), true);
                assert_eq!(got, expected, "{period} {act}… {found}");
            }
        }
    }
    assert!(seen.iter().all(|n| *n > 5), "{seen:?}");
}
