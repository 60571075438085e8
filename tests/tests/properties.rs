//! Properties of the evaluation, on generated well-formed rulesets and on those of the repository: what is missing
//! only widens, amounts stay inside the statute, the same input gives the same bytes, and questions come to an end.

mod program;
mod wellformed;

use cailiang::expr::FactId;
use cailiang::facts::Fact;
use cailiang::outcome::{Measure, ReviewPoint, Rule, Verdict};
use cailiang::value::{Bound, Interval};
use cailiang::vocabulary::ReviewCode;
use cailiang::{Facts, Library, Outcome, Program};
use program::{Random, compile, decode, library, link, names, try_run, value};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Values of every fact that are worth trying, as text and decoded; the last may be 无法查明.
struct Values {
    id: FactId,
    name: String,
    values: Vec<(String, Fact)>,
    /// Whether these are all the values that the fact can have.
    all: bool,
}

fn values(program: &Program) -> Vec<Values> {
    let of = |(id, name): (FactId, String)| {
        let (texts, all) = texts(program, id, &name);
        let texts = texts.into_iter().chain(["无法查明".to_owned()]);
        let values: Vec<_> = texts.filter_map(|t| value(program, &name, &t).map(|v| (t, v))).collect();
        assert!(!values.is_empty(), "no value of {name} is allowed");
        Values { id, name, values, all }
    };
    names(program).into_iter().map(of).collect()
}

fn texts(program: &Program, id: FactId, name: &str) -> (Vec<String>, bool) {
    use cailiang::expr::Type;
    let own = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let declared = program.facts().find(|(other, _)| *other == id).expect("it is there").1;
    match &declared.ty {
        Type::Truth => (own(&["true", "false"]), true),
        Type::Levels(levels) => (levels.names.iter().map(|n| format!("'{n}'")).collect(), true),
        Type::Date => (own(&["2024-02-29", "2025-03-01"]), false),
        Type::List(inner) if **inner == Type::Date => (own(&["[]", "[2023-03-01]", "[2024-02-28, 2022-06-01]"]), false),
        Type::List(inner) if matches!(**inner, Type::Number(_)) => {
            (own(&["[]", "[1]", "[3, 5]", "[2, 8, 0.5]"]), false)
        }
        Type::List(_) => {
            let two = "[{日期: 2024-02-01, 违法行为: '58'}, {日期: 2024-02-20, 违法行为: '5'}, {日期: 2023-12-20, 违法行为: '58'}]";
            (own(&["[]", "[{日期: 2023-12-01, 违法行为: '58'}]", two]), false)
        }
        Type::Number(_) if declared.integer && declared.domain.hi().value().is_some() => {
            ((0..=9).map(|n| n.to_string()).collect(), true)
        }
        Type::Number(_) if declared.money => {
            (own(&["0", "0.01", "9999.99", "10000", "10000.01", "49999.99", "50000", "200000", "900000000"]), false)
        }
        Type::Number(_) => match name {
            "pH值" => (own(&["1", "2", "2.5", "5", "7", "10", "10.5", "11", "14"]), false),
            "超量比例" => (own(&["0", "0.299", "0.3", "0.5", "0.8", "3"]), false),
            "废水日排放量" => (own(&["0", "49.9", "50", "100", "199", "200", "5000"]), false),
            _ => (own(&["0", "0.5", "1", "2", "2.9", "3", "5", "6", "8", "10", "12", "20", "99"]), false),
        },
        _ => (own(&["'x'"]), false),
    }
}

/// The states of all facts: `Some(n)` is the nth value, none is missing.
type States = Vec<Option<usize>>;

fn facts(program: &Program, all: &[Values], states: &States) -> Facts {
    let mut facts = Facts::none(program);
    for (values, state) in all.iter().zip(states) {
        if let Some(number) = state {
            facts.set(values.id, values.values[*number].1.clone());
        }
    }
    facts
}

fn shown(all: &[Values], states: &States) -> String {
    let given = all.iter().zip(states).filter_map(|(v, s)| s.map(|n| format!("{}: {}", v.name, v.values[n].0)));
    format!("{{{}}}", given.collect::<Vec<_>>().join(", "))
}

/// Everything that may come out when the missing facts are answered; at most so many completions, else a sample.
fn completions(all: &[Values], states: &States, most: usize) -> Vec<States> {
    let mut found = vec![states.clone()];
    for (position, values) in all.iter().enumerate().filter(|(i, _)| states[*i].is_none()) {
        let wanted = values.values.len();
        let step = (found.len() * wanted).div_ceil(most).max(1);
        let next = found.iter().enumerate().flat_map(|(n, states)| {
            (0..wanted).filter(move |i| step == 1 || (n + i) % step == 0).map(move |i| {
                let mut states = states.clone();
                states[position] = Some(i);
                states
            })
        });
        found = next.collect();
    }
    found
}

fn hull(measure: &Measure) -> Option<Interval> {
    measure.range().map(|r| r.hull())
}

/// Whether `outer`, with facts missing, holds what `inner` found for one completion of them.
fn contains(outer: &Outcome, inner: &Outcome) -> Result<(), String> {
    let say = |what: String| Err(what);
    if outer.verdict_certain && (inner.verdict != outer.verdict || !inner.verdict_certain) {
        return say(format!("verdict {:?} is certain, but {:?}", outer.verdict, inner.verdict));
    }
    for target in &inner.targets {
        let Some(whole) = outer.targets.iter().find(|t| t.target == target.target) else {
            return say(format!("no target {:?}", target.target));
        };
        if let Some(tier) = target.tiers.iter().find(|t| !whole.tiers.contains(t)) {
            return say(format!("tier {tier:?} is not possible in {:?}", whole.tiers));
        }
        if target.maybe_no_tier && !whole.maybe_no_tier {
            return say("no tier holds, which was not possible".into());
        }
        for sanction in &target.sanctions {
            let id = &sanction.id;
            let Some(wide) = whole.sanctions.iter().find(|s| s.id == *id) else {
                return say(format!("{id} is not there"));
            };
            if let Some(Measure::Range(amount)) = &sanction.amount {
                let Some(Measure::Range(all)) = &wide.amount else { return say(format!("{id} has no range")) };
                if !all.hull().contains_interval(amount.hull()) {
                    return say(format!("{id}: {:?} is not in {:?}", amount.hull(), all.hull()));
                }
            }
            for way in &sanction.possible {
                // What does not touch is listed apart, also within one branch and tier.
                let known: Vec<_> = wide.possible.iter().filter(|p| p.way == way.way).collect();
                if known.is_empty() {
                    return say(format!("{id}: {:?} is not possible", way.way));
                }
                let holds = |all: &&cailiang::outcome::Possibility| match (&way.amount, &all.amount) {
                    (Some(own), Some(all)) => {
                        hull(own).zip(hull(all)).is_none_or(|(own, all)| all.contains_interval(own))
                    }
                    _ => true,
                };
                if !known.iter().any(holds) {
                    let own = way.amount.as_ref().and_then(hull);
                    return say(format!("{id}: {own:?} is in none of its branch and tier"));
                }
            }
            if wide.must && !sanction.must {
                return say(format!("{id} is not a must"));
            }
        }
    }
    for target in &outer.targets {
        for sanction in target.sanctions.iter().filter(|s| s.certain) {
            let own = inner.sanction(target.target, &sanction.id);
            if own.is_none_or(|s| !s.certain) && inner.verdict != Verdict::NotEstablished {
                return say(format!("{} is certain, but not there", sanction.id));
            }
        }
    }
    for order in &inner.orders {
        if !outer.orders.iter().any(|o| o.order == order.order) {
            return say(format!("order {:?} was not possible", order.order));
        }
    }
    if let Some(order) = outer.orders.iter().find(|o| o.certain && !inner.orders.contains(o)) {
        return say(format!("order {:?} is certain, but not there", order.order));
    }
    let same = |a: &ReviewPoint, b: &ReviewPoint| (a.code, a.rule, a.with) == (b.code, b.rule, b.with);
    let has = |outcome: &Outcome, point: &ReviewPoint| outcome.review_points.iter().any(|p| same(p, point));
    for point in outer.review_points.iter().filter(|p| p.certain) {
        // Of a sanction that cannot be computed (a base of 0) nothing is said but that.
        let silent =
            matches!(point.rule, Rule::Sanction(n) if point.code != ReviewCode::NoValue && incomputable(inner, n));
        if point.code != ReviewCode::Unascertainable && !silent && !has(inner, point) {
            return say(format!("{:?} of {:?} is certain, but not there", point.code, point.rule));
        }
    }
    // That a fact cannot be ascertained is an answer to its question, not something found.
    for point in inner.review_points.iter().filter(|p| p.code != ReviewCode::Unascertainable) {
        if !has(outer, point) {
            return say(format!("{:?} of {:?} with {:?} was not foreseen", point.code, point.rule, point.with));
        }
    }
    Ok(())
}

/// Whether a sanction of the clause has no amount.
fn incomputable(outcome: &Outcome, instance: cailiang::ruleset::SanctionId) -> bool {
    let sanctions = outcome.targets.iter().flat_map(|t| &t.sanctions).filter(|s| s.instances.contains(&instance));
    sanctions.flat_map(|s| &s.possible).any(|p| matches!(p.statutory, Some(Measure::Incomputable(_))))
}

/// A completion without a value was foreseen, and nothing is certain beside it.
fn foreseen(outer: &Outcome) -> Result<(), String> {
    if !outer.review_points.iter().any(|p| p.code == ReviewCode::NoValue && !p.certain) {
        return Err("there is no value, which was not foreseen".into());
    }
    let mut sanctions = outer.targets.iter().flat_map(|t| &t.sanctions);
    let certain = outer.verdict_certain
        || sanctions.any(|s| s.certain)
        || outer.orders.iter().any(|o| o.certain)
        || outer.review_points.iter().any(|p| p.certain);
    if certain || outer.determined { Err("something is certain, and there may be no value".into()) } else { Ok(()) }
}

/// Amounts lie in the statutory range of the same possibility.
fn inside(outcome: &Outcome) -> Result<(), String> {
    for sanction in outcome.targets.iter().flat_map(|t| &t.sanctions) {
        for way in &sanction.possible {
            let (Some(Measure::Range(amount)), Some(Measure::Range(statute))) = (&way.amount, &way.statutory) else {
                continue;
            };
            let (own, mut all) = (amount.hull(), statute.hull());
            // Without a minimum the text only says: up to.
            if !statute.has_min
                && let Some(lo) = all.lo().value()
            {
                all = Interval::new(Bound::Inclusive(lo), all.hi()).unwrap_or(all);
            }
            if !all.contains_interval(own) {
                return Err(format!("{}: {own:?} outside {all:?}", sanction.id));
            }
        }
    }
    Ok(())
}

/// One missing fact: the result is the join of the completions, no wider.
fn exact(outer: &Outcome, inner: &[Outcome]) -> Result<(), String> {
    for target in &outer.targets {
        let tiers = |t: &cailiang::ruleset::TierId| {
            inner.iter().any(|o| o.targets.iter().any(|x| x.target == target.target && x.tiers.contains(t)))
        };
        // Where no sanction is left, no target is left to name the tier.
        let bare = inner.iter().any(|o| o.targets.iter().all(|x| x.target != target.target));
        if let Some(tier) = target.tiers.iter().find(|t| !bare && !tiers(t)) {
            return Err(format!("tier {tier:?} is in no completion"));
        }
        for sanction in &target.sanctions {
            let own: Vec<_> = inner.iter().filter_map(|o| o.sanction(target.target, &sanction.id)).collect();
            if own.is_empty() {
                return Err(format!("{} is in no completion", sanction.id));
            }
            if !sanction.certain && own.len() == inner.len() && own.iter().all(|s| s.certain) {
                return Err(format!("{} is in every completion, but not certain", sanction.id));
            }
            let joined = own.iter().filter_map(|s| s.amount.as_ref().and_then(hull)).reduce(Interval::hull);
            if sanction.amount.as_ref().and_then(hull) != joined {
                return Err(format!(
                    "{}: {:?} is not the join {joined:?}",
                    sanction.id,
                    sanction.amount.as_ref().and_then(hull)
                ));
            }
        }
    }
    Ok(())
}

/// What a fact that does not matter may not change: the verdict, the sanctions, the orders, the questions, and whether
/// a tier and a branch are found. That two rows hold which come to the same, or how far a result was outside before
/// it was bounded, may depend on it.
fn substance(outcome: &Outcome) -> String {
    let kept = |code| {
        use ReviewCode::{BranchOpen, KindNotInBranch, MayExempt, NoBranch, NoTier};
        matches!(code, NoTier | NoBranch | BranchOpen | KindNotInBranch | MayExempt)
    };
    let points = outcome.review_points.iter().filter(|p| kept(p.code)).map(|p| (p.code, p.rule, p.with));
    format!(
        "{:?} {} {} {:?}\n{:?}\n{:?}\n{:?}",
        outcome.verdict,
        outcome.verdict_certain,
        outcome.determined,
        outcome.needed,
        points.collect::<Vec<_>>(),
        outcome.orders,
        outcome.targets
    )
}

/// All properties for one state of the facts; `most` completions.
fn check(program: &Program, all: &[Values], states: &States, most: usize, may_be_exact: bool) -> Result<(), String> {
    let given = facts(program, all, states);
    let again = try_run(program, &given);
    let Some(outcome) = try_run(program, &given) else {
        // What fails here has a value for no completion.
        let every = completions(all, states, most);
        let some = every.iter().find(|c| try_run(program, &facts(program, all, c)).is_some());
        return some.map_or(Ok(()), |c| Err(format!("it fails, but not completed by {}", shown(all, c))));
    };
    let bytes = format!("{outcome:?}");
    if Some(&bytes) != again.map(|o| format!("{o:?}")).as_ref() {
        return Err("two runs differ".into());
    }
    inside(&outcome)?;
    if outcome.determined != outcome.needed.is_empty() {
        return Err("determined, but facts are needed".into());
    }
    for (values, state) in all.iter().zip(states) {
        if state.is_some() && (outcome.needed.contains(&values.id) || outcome.irrelevant.contains(&values.id)) {
            return Err(format!("{} was given and is asked again", values.name));
        }
        if state.is_none() && outcome.irrelevant.contains(&values.id) {
            let before = substance(&outcome);
            for (text, value) in &values.values {
                let mut more = given.clone();
                more.set(values.id, value.clone());
                let Some(after) = try_run(program, &more) else {
                    return Err(format!("{} is irrelevant, but there is no value for {text}", values.name));
                };
                let after = substance(&after);
                if before != after {
                    return Err(format!("{} is irrelevant, but {text} changes\n  {before}\n  {after}", values.name));
                }
            }
        }
    }
    let mut inner = Vec::new();
    for completion in completions(all, states, most) {
        let Some(own) = try_run(program, &facts(program, all, &completion)) else {
            foreseen(&outcome).map_err(|e| format!("{e}; completed by {}", shown(all, &completion)))?;
            continue;
        };
        let wrong = |e: String| format!("{e}; completed by {}", shown(all, &completion));
        inside(&own).map_err(wrong)?;
        contains(&outcome, &own).map_err(|e| format!("{e}; completed by {}", shown(all, &completion)))?;
        if !own.determined {
            return Err(format!("nothing is missing, but not determined: {}", shown(all, &completion)));
        }
        inner.push(own);
    }
    let open: Vec<_> = all.iter().zip(states).filter(|(_, s)| s.is_none()).collect();
    let known = all.iter().zip(states).all(|(v, s)| s.is_none_or(|n| v.values[n].0 != "无法查明"));
    if let [(values, _)] = open.as_slice()
        && may_be_exact
        && values.all
        && known
    {
        exact(&outcome, &inner)?;
    }
    Ok(())
}

/// Answering what is asked comes to an end, and then the result is determined; nothing is asked twice.
fn questions(program: &Program, all: &[Values], states: &States, choices: &[u16]) -> Result<(), String> {
    let mut states = states.clone();
    for round in 0..=all.len() {
        let Some(outcome) = try_run(program, &facts(program, all, &states)) else { return Ok(()) };
        let Some(next) = outcome.needed.first() else {
            return if outcome.determined { Ok(()) } else { Err("nothing is asked, but not determined".into()) };
        };
        let position = all.iter().position(|v| v.id == *next).expect("a fact of the program");
        if states[position].is_some() {
            return Err(format!("{} is asked again", all[position].name));
        }
        let choice = usize::from(choices.get(round).copied().unwrap_or(0));
        states[position] = Some(choice % all[position].values.len());
    }
    Err("the questions do not come to an end".into())
}

/// States of the facts from choices: given, missing or unascertainable; at most `most` missing.
fn states(all: &[Values], choices: &[u16], most: usize) -> States {
    let mut missing = 0;
    let state = |(position, values): (usize, &Values)| {
        let choice = usize::from(choices.get(position).copied().unwrap_or(0));
        if choice % 3 == 0 && missing < most {
            missing += 1;
            return None;
        }
        Some(choice / 3 % values.values.len())
    };
    all.iter().enumerate().map(state).collect()
}

/// The order in which facts are written does not matter.
fn order(program: &Program, all: &[Values], states: &States) -> Result<(), String> {
    let entry = |(v, s): (&Values, &Option<usize>)| s.map(|n| format!("{}: {}", v.name, v.values[n].0));
    let mut entries: Vec<_> = all.iter().zip(states).filter_map(entry).collect();
    let one = try_run(program, &decode(program, &format!("{{{}}}", entries.join(", "))));
    entries.reverse();
    let other = try_run(program, &decode(program, &format!("{{{}}}", entries.join(", "))));
    if format!("{one:?}") == format!("{other:?}") { Ok(()) } else { Err("the order of the facts matters".into()) }
}

fn program_of(text: &str) -> Program {
    let mut library = Library::new();
    library.add(compile("generated", text.to_owned())).expect("the only one");
    link(&library, "cn.generated", "o", "2024-05-01")
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_240_501),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn generated_rulesets(
        tape in prop::collection::vec(0u16..840, 0..60),
        choices in prop::collection::vec(0u16..840, 9),
    ) {
        let generated = wellformed::ruleset(&tape);
        let program = program_of(&generated.text);
        let all = values(&program);
        let states = states(&all, &choices, 3);
        let result = check(&program, &all, &states, 400, generated.exact)
            .and_then(|()| order(&program, &all, &states))
            .and_then(|()| questions(&program, &all, &states, &choices));
        prop_assert!(result.is_ok(), "{}\nfacts: {}\n{}", result.unwrap_err(), shown(&all, &states), generated.text);
    }
}

const REAL: [(&str, &[&str]); 12] = [
    ("cn.npc.food-safety-law", &["unlicensed", "unsafe-food", "labels-and-materials", "label-flaw"]),
    ("cn.samr.position", &["unlicensed", "label-flaw"]),
    ("cn.npc.lawyers-law", &["lawyer-47", "lawyer-48", "lawyer-49", "firm-50", "impostor"]),
    ("cn.shenzhen.city", &["item-2", "item-3", "item-5", "item-58"]),
    ("cn.guangdong.eco", &["eco-1.1", "eco-1.8", "eco-2.3"]),
    ("cn.guangdong.eco", &["eco-2.5.1"]),
    ("cn.guangdong.eco", &["eco-2.7.1"]),
    ("cn.guangdong.eco", &["eco-2.7.2"]),
    ("cn.guangdong.eco", &["eco-2.9", "eco-2.12"]),
    ("cn.guangdong.eco", &["eco-2.13", "eco-2.20"]),
    ("cn.guangdong.eco", &["eco-2.38", "eco-3.6", "eco-4.14"]),
    ("cn.guangdong.eco", &["eco-7.41", "eco-8.37"]),
];

#[test]
fn rulesets_of_the_repository() {
    let library = library(&[
        "npc/food-safety-law/2021-04-29.yaml",
        "samr/position/2022-10-08.yaml",
        "npc/lawyers-law/2018-01-01.yaml",
        "shenzhen/city/2023-12-15.yaml",
        "guangdong/eco/2022-01-01.yaml",
    ]);
    let mut random = Random(7);
    let mut failed = Vec::new();
    for (ruleset, offences) in REAL {
        for offence in offences {
            let program = link(&library, ruleset, offence, "2024-05-01");
            let all = values(&program);
            for _ in 0..60 {
                let choices: Vec<u16> = (0..all.len()).map(|_| random.below(840) as u16).collect();
                let states = states(&all, &choices, 1 + random.below(3));
                let result = check(&program, &all, &states, 60, false)
                    .and_then(|()| order(&program, &all, &states))
                    .and_then(|()| questions(&program, &all, &states, &choices));
                if let Err(error) = result {
                    failed.push(format!("{ruleset}/{offence} {}: {error}", shown(&all, &states)));
                    break;
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
