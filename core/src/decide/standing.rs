//! Which of several documents that have a figure for one open standard prevails, and whether it is met.

use crate::gather::Gather as _;
use crate::value::Truth;
use crate::vocabulary::{Prevails, Rank};

/// What a document says of a standard, in one case.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// Its position among the procedures.
    pub(super) program: usize,
    /// Its rank.
    pub(super) rank: Rank,
    /// Ranks that prevail over it.
    pub(super) yields_to: Vec<Rank>,
    /// Ranks that may be followed instead of it.
    pub(super) may_follow: Vec<Rank>,
    /// It counts only where nobody else has a figure.
    pub(super) alone: bool,
    /// Whether it takes the standard to be met.
    pub(super) met: Truth,
}

/// The standard among the documents that speak.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) met: Truth,
    pub(super) how: Prevails,
    /// The positions of the programs that count.
    pub(super) prevail: Vec<usize>,
}

/// Decides among documents that surely speak.
///
/// Who yields to a document that has a figure is out. Two that yield to each other are both in, and the standard is
/// met where either takes it to be. Where more than one is left otherwise, the standard is only as sure as they agree.
pub(super) fn standing(voices: &[&Voice]) -> Standing {
    let others: Vec<&Voice> = voices.iter().copied().filter(|v| !v.alone).gather();
    let voices = if others.is_empty() { voices } else { &others };
    let yields = |a: &Voice, b: &Voice| a.program != b.program && a.yields_to.contains(&b.rank);
    let mutual = |a: &Voice, b: &Voice| yields(a, b) && yields(b, a);
    let out = |a: &Voice| voices.iter().any(|b| yields(a, b) && !yields(b, a));
    let mut left: Vec<&Voice> = voices.iter().copied().filter(|v| !out(v)).gather();
    // Documents that yield in a circle all point elsewhere; none of them may be lost by it.
    if left.is_empty() {
        left = voices.to_vec();
    }
    let prevail = left.iter().map(|v| v.program).gather();
    let pairs = || left.iter().flat_map(|a| left.iter().filter(|b| b.program > a.program).map(move |b| (*a, *b)));
    let how = match left.len() {
        0 => Prevails::Nobody,
        1 => Prevails::One,
        _ if pairs().all(|(a, b)| mutual(a, b) || (out(a) && out(b))) => Prevails::Renvoi,
        _ if pairs().all(|(a, b)| a.may_follow.contains(&b.rank) || b.may_follow.contains(&a.rank)) => {
            Prevails::MayFollow
        }
        _ => Prevails::Conflict,
    };
    let mut met = left.iter().map(|v| v.met);
    let met = match (how, met.next()) {
        (_, None) => Truth::Unknown,
        (Prevails::Renvoi, Some(first)) => met.fold(first, Truth::or),
        (_, Some(first)) => met.fold(first, agree),
    };
    Standing { met, how, prevail }
}

/// What is said whichever of two holds.
pub(super) fn agree(a: Truth, b: Truth) -> Truth {
    if a == b { a } else { Truth::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rank::{DepartmentRule, Document, LocalRule};
    use Truth::{False, True, Unknown};

    fn voice(program: usize, rank: Rank, yields_to: &[Rank], may_follow: &[Rank], met: Truth) -> Voice {
        let (yields_to, may_follow) = (yields_to.to_vec(), may_follow.to_vec());
        Voice { program, rank, yields_to, may_follow, alone: false, met }
    }

    fn of(voices: &[Voice]) -> (Truth, Prevails, Vec<usize>) {
        let standing = standing(&voices.iter().collect::<Vec<_>>());
        (standing.met, standing.how, standing.prevail)
    }

    #[test]
    fn one_yields_to_the_other_whichever_is_heard_first() {
        let ministry = voice(0, DepartmentRule, &[LocalRule], &[], True);
        let province = voice(1, LocalRule, &[], &[], False);
        assert_eq!(of(&[ministry.clone(), province.clone()]), (False, Prevails::One, vec![1]));
        assert_eq!(of(&[province, ministry.clone()]), (False, Prevails::One, vec![1]));
        assert_eq!(of(&[ministry]), (True, Prevails::One, vec![0]));
        assert_eq!(of(&[]), (Unknown, Prevails::Nobody, vec![]));
    }

    #[test]
    fn two_that_yield_to_each_other_leave_the_lower_figure() {
        for (a, b, met) in [(True, False, True), (False, False, False), (Unknown, False, Unknown)] {
            let voices =
                [voice(0, DepartmentRule, &[LocalRule], &[], a), voice(1, LocalRule, &[DepartmentRule], &[], b)];
            assert_eq!(of(&voices), (met, Prevails::Renvoi, vec![0, 1]));
        }
    }

    #[test]
    fn what_may_be_followed_and_what_conflicts_is_sure_only_where_both_agree() {
        for (may_follow, how) in [(vec![LocalRule], Prevails::MayFollow), (vec![], Prevails::Conflict)] {
            for (a, b, met) in [(True, True, True), (True, False, Unknown), (False, False, False)] {
                let voices = [voice(0, DepartmentRule, &[], &may_follow, a), voice(1, LocalRule, &[], &[], b)];
                assert_eq!(of(&voices), (met, how, vec![0, 1]));
            }
        }
    }

    #[test]
    fn who_counts_only_alone_is_out_even_where_the_other_would_yield_to_it() {
        let last = Voice { alone: true, ..voice(0, Rank::Law, &[Document], &[], Unknown) };
        let other = voice(1, Document, &[Rank::Law], &[], False);
        assert_eq!(of(&[last.clone(), other]), (False, Prevails::One, vec![1]));
        assert_eq!(of(&[last]), (Unknown, Prevails::One, vec![0]));
    }

    #[test]
    fn a_circle_of_three_loses_nobody() {
        let voices = [
            voice(0, DepartmentRule, &[LocalRule], &[], False),
            voice(1, LocalRule, &[Document], &[], True),
            voice(2, Document, &[DepartmentRule], &[], False),
        ];
        assert_eq!(of(&voices), (True, Prevails::Renvoi, vec![0, 1, 2]));
    }
}
