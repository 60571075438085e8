//! What of a computed amount can be paid: money ends at the 分.

use crate::link::Program;
use crate::outcome::SanctionOutcome;
use crate::value::{Base, Bound, Dimension, Interval, Rational, Rounding};
use crate::vocabulary::Bears;

/// Whether an amount that is decided lies in a range that was computed; `exact` = no missing fact can move an end.
///
/// A share of an odd amount is no number of 分 (27,777.777525 元), and no decision can name what nobody can pay: the 分
/// on either side of such an end conforms. What was computed stays as it is; whether it is rounded, and how, is for
/// the ruleset to say.
pub(super) fn holds(
    program: &Program,
    sanction: &SanctionOutcome,
    (range, statute): (Interval, Option<Interval>),
    exact: bool,
    amount: Rational,
) -> bool {
    range.contains(amount) || (in_money(program, sanction) && in_fen(range, statute, exact).contains(amount))
}

fn in_money(program: &Program, sanction: &SanctionOutcome) -> bool {
    let declared = sanction.instances.first().and_then(|i| program.clause.sanctions.get(*i));
    let row = declared.and_then(|s| s.quantity.rows().first());
    sanction.kind.bears() == Bears::Money || row.is_some_and(|r| r.range.dimension == Dimension::of(Base::Money))
}

/// The range with each end that is in and no number of 分 moved out to the next 分, as far as the statute lets it, and
/// never down to nothing. Behind an end that is out the next 分 inward is in the range already; but while a fact is
/// missing, some range inside may have its end at any number there.
fn in_fen(range: Interval, statute: Option<Interval>, exact: bool) -> Interval {
    let law = statute.filter(|_| exact).map(|statute| in_fen(statute, None, true));
    let moved = |end: Bound, mode: Rounding| {
        let n = match end {
            Bound::Inclusive(n) => n,
            Bound::Exclusive(n) if !exact => n,
            Bound::Exclusive(_) | Bound::Unbounded => return end,
        };
        let next = Rational::new(1, 100).and_then(|fen| n.round(mode, fen)).unwrap_or(n);
        // A mitigated range lies outside the statute by itself: then the statute does not bound it.
        let beyond = law.is_some_and(|law| law.contains(n) && !law.contains(next));
        if beyond || next.is_zero() { end } else { Bound::Inclusive(next) }
    };
    Interval::new(moved(range.lo(), Rounding::Down), moved(range.hi(), Rounding::Up)).unwrap_or(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> Rational {
        Rational::parse(text).expect("a number")
    }

    fn told(range: Interval) -> String {
        let end = |bound: Bound| match bound {
            Bound::Inclusive(n) => n.to_string(),
            Bound::Exclusive(n) => format!("{n}<"),
            Bound::Unbounded => "-".to_owned(),
        };
        format!("{} {}", end(range.lo()), end(range.hi()))
    }

    #[test]
    fn an_end_goes_out_to_the_next_fen_only_where_it_is_none_itself() {
        let both = |lo: Bound, hi: Bound| Interval::new(lo, hi).expect("in order");
        let (lo, hi) = (yuan("10.005"), yuan("20.001"));
        assert_eq!(told(in_fen(both(Bound::Inclusive(lo), Bound::Inclusive(hi)), None, true)), "10 20.01");
        assert_eq!(told(in_fen(both(Bound::Exclusive(lo), Bound::Exclusive(hi)), None, true)), "10.005< 20.001<");
        assert_eq!(told(in_fen(Interval::at_least(lo), None, true)), "10 -");
        let whole = both(Bound::Inclusive(yuan("10.01")), Bound::Inclusive(yuan("20")));
        assert_eq!(told(in_fen(whole, None, true)), "10.01 20");
        // A fine of nothing is none.
        assert_eq!(told(in_fen(Interval::at_least(yuan("0.004")), None, true)), "0.004 -");
    }

    #[test]
    fn while_a_fact_is_missing_an_end_that_is_out_may_hide_one_that_is_no_fen() {
        let open = |lo: &str, hi: &str| Interval::new(Bound::Exclusive(yuan(lo)), Bound::Exclusive(yuan(hi)));
        let open = |lo: &str, hi: &str| told(in_fen(open(lo, hi).expect("in order"), None, false));
        // With 10.005 and 19.995 as ends, 10 and 20 conform.
        assert_eq!((open("10", "20"), open("10.001", "20.001")), ("10 20".to_owned(), "10 20.01".to_owned()));
        assert_eq!(open("0", "20"), "0< 20");
    }

    #[test]
    fn it_never_goes_beyond_a_statutory_end_in_fen() {
        let range =
            Interval::new(Bound::Inclusive(yuan("10.005")), Bound::Inclusive(yuan("99.995"))).expect("in order");
        let law = |lo: &str, hi: Bound| Interval::new(Bound::Exclusive(yuan(lo)), hi);
        // 超过 10 元、不满 100 元: neither 10 nor 100 is allowed.
        assert_eq!(told(in_fen(range, law("10", Bound::Exclusive(yuan("100"))), true)), "10.005 99.995");
        assert_eq!(told(in_fen(range, law("9.99", Bound::Inclusive(yuan("100"))), true)), "10 100");
        // The statutory end is no number of 分 either.
        assert_eq!(told(in_fen(range, law("9.99", Bound::Inclusive(yuan("99.995"))), true)), "10 100");
        // A mitigated range below the statute.
        assert_eq!(told(in_fen(range, law("200", Bound::Unbounded), true)), "10 100");
    }
}
