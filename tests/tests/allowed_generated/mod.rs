//! Generated cases of what is allowed: acts, parties, laws, circumstances known, unknown and opposed, and decisions
//! inside, on and outside every end. The same seed gives the same cases on every machine.

pub(crate) mod decisions;
pub(crate) mod expected;
pub(crate) mod text;

use std::collections::BTreeMap;

use crate::allowed_reference::documents::Document;
use crate::allowed_reference::law::{Able, Defence, Facts, General, Harm, Known, Mind};
use crate::allowed_reference::{
    Amount, Choice, Circumstance, Clause, Direction, Force, Kind, Limitation, Range, Sanction, Target,
};

/// A small seeded generator (SplitMix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// How the provisions of a case stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    One,
    /// One act under two provisions.
    SameAct,
    /// Two acts.
    Several,
}

/// A generated case.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The general law of the day of the act, and of the day of the decision.
    pub(crate) general: (General, General),
    pub(crate) document: Document,
    pub(crate) facts: Facts,
    /// Circumstances of the document, each with the fact that makes it hold.
    pub(crate) own: Vec<(Circumstance, Known)>,
    pub(crate) relation: Relation,
    /// The provisions, as they were on the day of the act.
    pub(crate) provisions: Vec<Clause>,
    /// The clause of the day of the decision, where it was amended.
    pub(crate) amended: Option<Clause>,
    pub(crate) limitation: Limitation,
}

impl Case {
    /// Whether another law may govern than that of the day of the act.
    pub(crate) fn two_laws(&self) -> bool {
        self.amended.is_some() || self.general.0 != self.general.1
    }
}

const OWN: &[(&str, &[Direction], Force)] = &[
    ("规定应当从轻", &[Direction::Lighter], Force::Must),
    ("规定可以从轻", &[Direction::Lighter], Force::May),
    ("规定应当减轻", &[Direction::Mitigated], Force::Must),
    ("规定可以减轻", &[Direction::Mitigated], Force::May),
    ("规定应当从重", &[Direction::Heavier], Force::Must),
    ("规定可以从重", &[Direction::Heavier], Force::May),
];

/// Facts that make a circumstance, by the text that reads them first.
const OF_2017: &[&str] =
    &["主动消除或减轻后果", "受他人胁迫", "查处中立功", "另有从轻减轻规定", "违法行为轻微", "及时改正"];
const OF_2021: &[&str] =
    &["受他人诱骗", "主动供述未掌握", "初次违法", "足以证明无过错", "过错另有规定", "违反突发事件措施"];
const OF_POLICE: &[&str] = &[
    "盲人或又聋又哑",
    "情节轻微",
    "取得被侵害人谅解",
    "主动投案如实陈述",
    "认错认罚",
    "后果较严重",
    "教唆胁迫诱骗他人",
    "打击报复",
    "一年内受过治安处罚",
];

/// The yes-no facts that a text reads.
pub(crate) fn named(text: General) -> Vec<&'static str> {
    match text {
        General::Penalty2017 => OF_2017.to_vec(),
        General::Penalty2021 => [OF_2017, OF_2021].concat(),
        General::PublicSecurity2025 => [OF_2017, OF_2021, OF_POLICE].concat(),
    }
}

/// A case.
pub(crate) fn case(random: &mut Random) -> Case {
    use General::{Penalty2017, Penalty2021, PublicSecurity2025};
    let general = match random.below(10) {
        0..4 => (Penalty2021, Penalty2021),
        4..8 => (PublicSecurity2025, PublicSecurity2025),
        8 => (Penalty2017, Penalty2017),
        _ => (Penalty2017, Penalty2021),
    };
    let police = general.0 == PublicSecurity2025;
    let relation = match random.below(8) {
        0 if general.0 == general.1 => Relation::SameAct,
        1 if police => Relation::Several,
        _ => Relation::One,
    };
    let document = match random.below(10) {
        _ if police || relation == Relation::SameAct => Document::None,
        0 | 1 => Document::MarketShares,
        2 => Document::Hunan,
        3 => Document::Guangdong,
        4 => Document::Jiangmen,
        5 => Document::Bank,
        _ => Document::None,
    };
    let natural = police || random.once_in(2);
    let count = if relation == Relation::One { 1 } else { 2 };
    let provisions: Vec<Clause> = (0..count).map(|_| clause(random, police, natural, document)).collect();
    let amendable = relation == Relation::One && general.0 == general.1 && !police;
    let amended = (amendable && random.once_in(4)).then(|| amended(random, &provisions[0], natural, document));
    let barred = random.once_in(20) && amended.is_none() && general.0 == general.1;
    let limitation = if barred { Limitation::Barred } else { Limitation::Within };
    let facts = facts(random, natural, general);
    let own = own(random, document, police);
    Case { general, document, facts, own, relation, provisions, amended, limitation }
}

/// The clause after an amendment: another fine, or another clause altogether.
fn amended(random: &mut Random, before: &Clause, natural: bool, document: Document) -> Clause {
    if random.once_in(2) {
        return clause(random, false, natural, document);
    }
    let mut changed = before.clone();
    for sanction in changed.sanctions.iter_mut().filter(|s| s.kind == Kind::Fine) {
        let fine = fine(random, document, false);
        (sanction.statute, sanction.tier) = (fine.statute, None);
    }
    changed
}

fn own(random: &mut Random, document: Document, police: bool) -> Vec<(Circumstance, Known)> {
    if police || document == Document::None && !random.once_in(3) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (id, calls, force) in OWN {
        let known = if random.once_in(12) { Known::Unknown } else { Known::Yes };
        if random.once_in(6) {
            let basis = "本规定 第一条";
            found.push((Circumstance { id, calls: calls.to_vec(), force: *force, needs: Vec::new(), basis }, known));
        }
    }
    found
}

fn facts(random: &mut Random, natural: bool, general: (General, General)) -> Facts {
    let mut facts = Facts::plain(natural);
    if natural {
        facts.age = random.pick(&[13, 14, 15, 17, 18, 30, 30, 30, 30, 30, 30, 71]);
        if random.once_in(12) {
            let able = random.pick(&[Able::Partly, Able::Not]);
            facts.mind = random.pick(&[Mind::Ill(able), Mind::Disabled(able)]);
        }
    }
    facts.harm = random.pick(&[Harm::None, Harm::Slight, Harm::More, Harm::More]);
    if general.0 == General::PublicSecurity2025 && random.once_in(12) {
        facts.defence = random.pick(&[Defence::Proper, Defence::Excessive]);
        facts.yes.insert("防卫过当情节较轻", if random.once_in(2) { Known::Yes } else { Known::No });
    }
    let names = named(general.1.max(general.0));
    for _ in 0..random.pick(&[0, 0, 1, 1, 1, 2, 3]) {
        facts.yes.insert(random.pick(&names), Known::Yes);
    }
    if random.once_in(6) {
        facts.yes.insert(random.pick(&names), Known::Unknown);
    }
    facts
}

/// Amounts are whole 1,000 元, so that every share of a document is whole 分.
const THOUSAND: Amount = 100_000;

fn between(random: &mut Random, lo: Amount, hi: Amount) -> Amount {
    lo + random.below((hi - lo + 1) as usize) as Amount
}

fn sanction(id: &str, kind: Kind, statute: Option<Range>) -> Sanction {
    Sanction { id: id.to_owned(), kind, force: Force::Must, statute, tier: None, elsewhere: None }
}

fn fine(random: &mut Random, document: Document, fixed: bool) -> Sanction {
    let lo = between(random, 1, 50);
    let hi = if fixed { lo } else { between(random, lo + 2, lo + 150) };
    let closed = matches!(document, Document::Hunan | Document::Jiangmen) || !random.once_in(3) || fixed;
    let statute = if closed { Range::of(lo * THOUSAND, hi * THOUSAND) } else { Range::up_to(hi * THOUSAND) };
    let mut fine = sanction("罚款", Kind::Fine, Some(statute));
    // 人民银行 has steps of its own in place of a table.
    if document != Document::Bank && hi > lo && random.once_in(2) {
        let from = between(random, lo, hi);
        let to = between(random, from, hi);
        fine.tier = Some(Range::of(from * THOUSAND, to * THOUSAND));
    }
    fine
}

fn detention(random: &mut Random) -> Sanction {
    let range = random.pick(&[Range::up_to(5), Range::of(5, 10), Range::of(10, 15), Range::of(5, 15)]);
    sanction("拘留", Kind::Detention, Some(range))
}

/// A clause of one of the shapes that statutes have.
fn clause(random: &mut Random, police: bool, natural: bool, document: Document) -> Clause {
    let heavy = |random: &mut Random| match police {
        true => detention(random),
        false => sanction("停业", Kind::SuspendBusiness, None),
    };
    let warning = || sanction("警告", Kind::Warning, None);
    let optional = |one: Sanction| Sanction { force: Force::May, ..one };
    let (mut choice, mut more) = (false, false);
    let shape = random.below(13);
    let sanctions = match shape {
        0 | 1 => vec![fine(random, document, false)],
        2 => vec![fine(random, document, true)],
        3 => {
            let gains = between(random, 1, 20) * THOUSAND;
            let taken = sanction("没收违法所得", Kind::Confiscate, Some(Range::of(gains, gains)));
            vec![taken, fine(random, document, false)]
        }
        4 | 5 => {
            choice = true;
            vec![heavy(random), fine(random, document, false)]
        }
        6 => vec![heavy(random), fine(random, document, false)],
        7 => vec![heavy(random), optional(fine(random, document, false))],
        8 => {
            (choice, more) = (true, random.once_in(2));
            vec![warning(), fine(random, document, false)]
        }
        9 => vec![optional(fine(random, document, false))],
        10 => vec![warning()],
        11 => vec![heavy(random)],
        _ => {
            let elsewhere = Some("省级主管部门".to_owned());
            let revoked = sanction("吊销", Kind::RevokeLicence, None);
            vec![Sanction { elsewhere, ..revoked }, fine(random, document, false)]
        }
    };
    let of = sanctions.iter().map(|s| vec![s.id.clone()]).collect();
    let choices = if choice { vec![Choice { more, of }] } else { Vec::new() };
    let target = if natural { Target::Individual } else { Target::Unit };
    Clause { basis: "条例 第一条".to_owned(), target, orders: vec!["责令改正".to_owned()], sanctions, choices }
}

/// What is counted of disagreements: how many, and the first.
pub(crate) type Counts = BTreeMap<String, (usize, String)>;
