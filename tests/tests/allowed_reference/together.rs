//! What is decided together: which of two laws governs, one act under several provisions, several acts of one person.

use super::law::General;
use super::review::{Finding, nearer, review};
use super::ways::{Standing, Verdict, Way, ways};
use super::{Act, Amount, Choice, Clause, Decision, Force, Kind, Limitation, Sanction};

/// Whose law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Governs {
    /// That of the day of the act: 处罚法 37, first sentence.
    Act,
    /// That of the day of the decision, because it is lighter: second sentence.
    Decision,
    /// Each is heavier in something: the article does not say how kinds are weighed against each other.
    Open,
}

/// 处罚法 37: 从旧兼从轻. Compared is all that either law allows for the facts of the case; and where no text says how far
/// a circumstance goes, also the clauses as they stand, whoever imposes what they have.
pub(crate) fn governs(act: &Act, decision: &Act) -> Governs {
    let (older, newer) = (ways(act), ways(decision));
    // Where one law lets no penalty be given, that is lighter whatever its clause.
    let never = |ways: &[Way]| ways.iter().all(|way| way.verdict != Verdict::Sanctioned);
    let open = older.iter().chain(&newer).any(|way| way.standing != Standing::Firm);
    let elsewhere = |act: &Act| act.clause.sanctions.iter().any(|s| s.elsewhere.is_some());
    let clauses = !never(&older) && !never(&newer) && (open || elsewhere(act) || elsewhere(decision));
    let (base, amended) = (as_it_stands(act), as_it_stands(decision));
    let newer_is = no_heavier(&newer, &older) && (!clauses || no_heavier(&amended, &base));
    let older_is = no_heavier(&older, &newer) && (!clauses || no_heavier(&base, &amended));
    match (newer_is, older_is) {
        (true, false) => Governs::Decision,
        (_, true) => Governs::Act,
        (false, false) => Governs::Open,
    }
}

/// The clause without circumstances, and with what another authority imposes.
fn as_it_stands(act: &Act) -> Vec<Way> {
    let mut act = Act { circumstances: Vec::new(), limitation: Limitation::Within, ..act.clone() };
    act.clause.sanctions.iter_mut().for_each(|s| s.elsewhere = None);
    ways(&act)
}

/// One law is no heavier than another when nothing that it allows exceeds all that the other allows, and for all that
/// the other allows it has something no heavier.
fn no_heavier(a: &[Way], b: &[Way]) -> bool {
    let most = a.iter().all(|x| b.iter().any(|y| at_most(x, y, true)));
    let least = b.iter().all(|y| a.iter().any(|x| at_most(x, y, false)));
    most && least
}

/// Whether x at its most (or least) is nowhere above y at its most (or least), kind by kind.
fn at_most(x: &Way, y: &Way, most: bool) -> bool {
    if x.verdict != Verdict::Sanctioned {
        return true;
    }
    x.parts.iter().filter(|part| most || part.force == Force::Must).all(|part| {
        let other = y.parts.iter().find(|one| one.kind == part.kind && (most || one.force == Force::Must));
        other.is_some_and(|other| match (part.amount, other.amount) {
            (Some(a), Some(b)) if most => b.hi.is_none_or(|hi| a.hi.is_some_and(|mine| mine <= hi)),
            (Some(a), Some(b)) => a.least() <= b.least(),
            _ => true,
        })
    })
}

/// The review of one act where two laws may govern, each with its ways: inside the ways of one possible law only is
/// undetermined.
pub(crate) fn under_two(act: &Act, decision: &Act, decided: &Decision) -> Finding {
    let (older, newer) = (review(&ways(act), decided), review(&ways(decision), decided));
    match governs(act, decision) {
        Governs::Act => older,
        Governs::Decision => newer,
        Governs::Open => either(older, newer),
    }
}

/// What is found where two things are possible: a deviation only if it is one either way.
pub(crate) fn either(a: Finding, b: Finding) -> Finding {
    match (a, b) {
        (Finding::Deviates(a), Finding::Deviates(b)) => Finding::Deviates(if b.len() < a.len() { b } else { a }),
        (Finding::Deviates(_), _) | (_, Finding::Deviates(_)) => Finding::Undetermined,
        (a, b) => a.max(b),
    }
}

/// One act under several provisions, reviewed together: who carries the fine, the detention and a thing confiscated.
///
/// - 处罚法 29 (2021): 按照罚款数额高的规定处罚; 24 (2017): only 不得给予两次以上罚款, not which;
/// - one act is detained once: 治安法 16 adds up several acts only, and no text adds up one;
/// - the same thing can be confiscated once (there is no second one to take);
/// - other kinds of every provision stand: no text leaves them out.
pub(crate) fn one_act(text: General, acts: &[Act], decisions: &[Decision]) -> Finding {
    let mut arrangements: Vec<(Vec<Act>, bool)> = vec![(acts.to_vec(), true)];
    arrangements = carried(arrangements, |s| s.kind == Kind::Fine, |acts| fined(text, acts));
    let sure = |carriers: Vec<usize>| carriers.into_iter().map(|at| (at, true)).collect();
    let detained = |acts: &[Act]| sure(with(acts, &|s| s.kind == Kind::Detention));
    arrangements = carried(arrangements, |s| s.kind == Kind::Detention, detained);
    for thing in confiscated_twice(acts) {
        let same = |s: &Sanction| s.kind == Kind::Confiscate && (s.id.clone(), s.statute.and_then(|r| r.hi)) == thing;
        arrangements = carried(arrangements, same, |acts| sure(with(acts, &same)));
    }
    let decision = joined_decision(decisions);
    let all = arrangements.into_iter().map(|(acts, sure)| (review(&ways(&joined(&acts)), &decision), sure));
    let all: Vec<(Finding, bool)> = all.collect();
    // What is found whoever carries it is found.
    let same = all.iter().all(|(found, _)| *found == all[0].0);
    let open = |(whole, sure): (Finding, bool)| if sure || same { whole } else { whole.max(Finding::Undetermined) };
    let found = all.into_iter().map(open);
    found.reduce(better).unwrap_or_else(|| panic!("there is an arrangement"))
}

fn better(a: Finding, b: Finding) -> Finding {
    if nearer(&a, &b) { a } else { b }
}

/// One act is one act: what its provisions still carry is one penalty, which is lighter or heavier as a whole. The
/// sanctions keep the number of their provision: `罚款`, `罚款@1`.
fn joined(acts: &[Act]) -> Act {
    let mut whole = acts[0].clone();
    whole.clause.sanctions.clear();
    whole.clause.choices.clear();
    for (at, act) in acts.iter().enumerate() {
        let sanctions = act.clause.sanctions.iter().map(|s| Sanction { id: numbered(&s.id, at), ..s.clone() });
        whole.clause.sanctions.extend(sanctions);
        whole.clause.choices.extend(act.clause.choices.iter().map(|choice| {
            let group = |group: &Vec<String>| group.iter().map(|id| numbered(id, at)).collect();
            Choice { more: choice.more, of: choice.of.iter().map(group).collect() }
        }));
    }
    whole
}

fn joined_decision(decisions: &[Decision]) -> Decision {
    let each = decisions.iter().enumerate();
    let all = each.flat_map(|(at, one)| one.sanctions.iter().map(move |(id, amount)| (numbered(id, at), *amount)));
    Decision { sanctions: all.collect(), done: decisions[0].done.clone() }
}

fn numbered(id: &str, at: usize) -> String {
    if at == 0 { id.to_owned() } else { format!("{id}@{at}") }
}

/// The provisions that have such a sanction.
fn with(acts: &[Act], is: &dyn Fn(&Sanction) -> bool) -> Vec<usize> {
    let has = |act: &Act| act.clause.sanctions.iter().any(|s| is(s) && s.elsewhere.is_none());
    (0..acts.len()).filter(|at| has(&acts[*at])).collect()
}

/// Each arrangement once for each provision that may carry what only one may; the others are without it.
fn carried(
    arrangements: Vec<(Vec<Act>, bool)>,
    is: impl Fn(&Sanction) -> bool,
    by: impl Fn(&[Act]) -> Vec<(usize, bool)>,
) -> Vec<(Vec<Act>, bool)> {
    let mut made = Vec::new();
    for (acts, sure) in arrangements {
        if with(&acts, &is).len() < 2 {
            made.push((acts, sure));
            continue;
        }
        // What one provision asks for without a choice is asked for, whoever carries it.
        let asked = acts.iter().any(|act| due(act, &is));
        for (carrier, known) in by(&acts) {
            let mut acts = acts.clone();
            for (at, act) in acts.iter_mut().enumerate() {
                if at != carrier {
                    act.clause.sanctions.retain(|s| !is(s));
                } else if asked && act.clause.sanctions.iter().any(|s| s.kind != Kind::Fine && is(s)) {
                    asked_for(&mut act.clause, &is);
                }
            }
            made.push((acts, sure && known));
        }
    }
    made
}

/// The sanction is due, whatever else is chosen.
fn asked_for(clause: &mut Clause, is: &dyn Fn(&Sanction) -> bool) {
    for sanction in clause.sanctions.iter_mut().filter(|s| is(s)) {
        sanction.force = Force::Must;
        let groups = clause.choices.iter_mut().flat_map(|choice| &mut choice.of);
        groups.for_each(|group| group.retain(|id| *id != sanction.id));
    }
}

/// Whether a provision asks for such a sanction whatever is chosen: 应当.
fn due(act: &Act, is: &dyn Fn(&Sanction) -> bool) -> bool {
    let chosen = |s: &Sanction| act.clause.choices.iter().any(|c| c.of.iter().flatten().any(|id| *id == s.id));
    act.clause.sanctions.iter().any(|s| is(s) && s.force == Force::Must && !chosen(s))
}

/// Who may carry the fine, and whether the text says so without doubt.
fn fined(text: General, acts: &[Act]) -> Vec<(usize, bool)> {
    let is_fine = |s: &Sanction| s.kind == Kind::Fine;
    let fines = with(acts, &is_fine);
    if text == General::Penalty2017 {
        return fines.into_iter().map(|at| (at, true)).collect();
    }
    let of = |at: usize, tier: bool| {
        let fine = acts[at].clause.sanctions.iter().find(|s| is_fine(s));
        let range = fine.and_then(|s| if tier { s.tier.or(s.statute) } else { s.statute });
        range.map_or((0, 0), |r| (r.hi.unwrap_or(Amount::MAX), r.least()))
    };
    let highest = |tier: bool| -> Vec<usize> {
        let most = fines.iter().map(|at| of(*at, tier)).max();
        fines.iter().copied().filter(|at| Some(of(*at, tier)) == most).collect()
    };
    // “罚款数额高的规定”: of the provision, or of what comes out of it; where they disagree a person must say.
    let (by_law, by_table) = (highest(false), highest(true));
    // “违反多个法律规范应当给予罚款处罚的”: where the highest only allows a fine, or none asks for one, the sentence
    // does not say it either.
    let all_due = by_law.iter().all(|at| due(&acts[*at], &is_fine));
    let none_due = !fines.iter().any(|at| due(&acts[*at], &is_fine));
    fines
        .iter()
        .map(|at| (*at, by_law == by_table && by_law.contains(at) && (all_due || none_due)))
        .filter(|(at, sure)| *sure || !(by_law == by_table && all_due) || by_law.contains(at))
        .collect()
}

/// Things that two provisions confiscate: by name and amount.
fn confiscated_twice(acts: &[Act]) -> Vec<(String, Option<Amount>)> {
    let all = acts.iter().flat_map(|act| &act.clause.sanctions).filter(|s| s.kind == Kind::Confiscate);
    let mut things: Vec<(String, Option<Amount>)> = all.map(|s| (s.id.clone(), s.statute.and_then(|r| r.hi))).collect();
    things.sort();
    let twice = things.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].clone());
    let mut twice: Vec<_> = twice.collect();
    twice.dedup();
    twice
}

/// 治安法 16: several acts are decided one by one and executed together; detention at most twenty days.
pub(crate) fn executed_days(decided: &[Amount]) -> Amount {
    match decided {
        [one] => *one,
        several => several.iter().sum::<Amount>().min(20),
    }
}
