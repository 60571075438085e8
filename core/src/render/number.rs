//! Numbers, units and ranges as documents write them: whether an end is in is always said in words.

use super::words::{is_money, unit, unit_en};
use crate::expr::Num;
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::{Base, Bound, Dimension, Rational};
use crate::vocabulary::{Incomputable, Lang};

/// What a number counts: the name of its unit, and how many base units one is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counted {
    /// Empty for a plain number; `%` for a percentage.
    pub(super) name: String,
    pub(super) scale: Rational,
}

impl Counted {
    pub(super) fn plain() -> Self {
        Self::named("")
    }
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), scale: Rational::ONE }
    }
    pub(super) fn percent() -> Self {
        Self { name: "%".to_owned(), scale: Rational::new(1, 100).unwrap_or(Rational::ONE) }
    }
    /// The unit of a dimension; months that are whole years are years.
    pub(super) fn of(dimension: &Dimension, numbers: &[Rational]) -> Self {
        if *dimension == Dimension::of(Base::Month) {
            let year = Rational::int(12);
            let whole = |n: &Rational| n.div(year).is_ok_and(|q| q.is_integer() && q.signum() > 0);
            if !numbers.is_empty() && numbers.iter().all(whole) {
                return Self { name: "年".to_owned(), scale: year };
            }
        }
        Self::named(&unit(dimension))
    }
    /// Multiples: 倍 from one up, a percentage below.
    pub(super) fn multiple(numbers: &[Rational]) -> Self {
        let below_one = numbers.iter().any(|n| *n < Rational::ONE && n.signum() > 0);
        if below_one { Self::percent() } else { Self::named("倍") }
    }
}

/// A number with digits in groups: `1,234.5`. One that never ends is cut after three places and says so: `0.333…`.
pub(super) fn digits(number: Rational) -> String {
    let exact = number.to_string();
    let (text, cut) = if exact.contains('/') {
        let Ok(thousandths) = number.abs().mul(Rational::int(1000)) else { return exact };
        let Ok(whole) = thousandths.floor().div(Rational::int(1000)) else { return exact };
        let sign = if number.signum() < 0 { "-" } else { "" };
        let text = whole.to_string();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        (format!("{sign}{whole}.{places:0<3}"), "…")
    } else {
        (exact, "")
    };
    let (sign, rest) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, places) = rest.split_once('.').map_or((rest, None), |(w, p)| (w, Some(p)));
    let mut grouped = String::new();
    let length = whole.chars().count();
    for (digit, position) in whole.chars().zip(0usize..) {
        let left = length.saturating_sub(position);
        if position > 0 && left.checked_rem(3) == Some(0) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let places = places.map(|p| format!(".{p}")).unwrap_or_default();
    format!("{sign}{grouped}{places}{cut}")
}

fn scaled(number: Rational, counted: &Counted) -> String {
    digits(number.div(counted.scale).unwrap_or(number))
}

/// A number with its unit: `9,600 元`, `CNY 9,600`, `20 日`, `20 days`, `30%`.
pub(super) fn quantity(number: Rational, counted: &Counted, lang: Lang) -> String {
    let years = number.div(Rational::int(12)).ok().filter(|y| y.is_integer() && y.signum() > 0);
    if let (Some(years), "个月") = (years, counted.name.as_str()) {
        return quantity(years, &Counted::named("年"), lang);
    }
    in_unit(number, counted, lang)
}

fn in_unit(number: Rational, counted: &Counted, lang: Lang) -> String {
    let text = scaled(number, counted);
    match (counted.name.as_str(), lang) {
        ("", _) => text,
        ("%", _) => format!("{text}%"),
        ("元", Lang::En) => format!("CNY {text}"),
        (name, Lang::Zh) => format!("{text} {name}"),
        (name, Lang::En) => match unit_en(name) {
            Some((one, many)) => format!("{text} {}", if text == "1" { one } else { many }),
            None => format!("{text} {name}"),
        },
    }
}

/// A number or what bounds it, with the name of its unit (`元`, `日`, `%`; empty for a plain number).
///
/// ```
/// use cailiang::{Lang, expr::Num, render::show_number, value::Rational};
/// assert_eq!(show_number(Num::Point(Rational::int(50_000)), "元", Lang::Zh), "50,000 元");
/// assert_eq!(show_number(Num::Point(Rational::new(1, 3).unwrap()), "%", Lang::En), "33.333…%");
/// ```
pub fn show_number(number: Num, unit: &str, lang: Lang) -> String {
    let counted = if unit == "%" { Counted::percent() } else { Counted::named(unit) };
    num(number, &counted, lang)
}

pub(super) fn num(number: Num, counted: &Counted, lang: Lang) -> String {
    match number {
        Num::Point(point) => quantity(point, counted, lang),
        Num::Range(_) if is_open(number) => lang.pick("尚不知", "not known yet").to_owned(),
        Num::Range(range) => ends(range.lo(), range.hi(), counted, lang),
    }
}

/// A range in words: `50,000 元以上 55,000 元以下`, `超过 5 日、10 日以下`.
pub(super) fn ends(lo: Bound, hi: Bound, counted: &Counted, lang: Lang) -> String {
    let q = |n: Rational| quantity(n, counted, lang);
    match (lo, hi) {
        (Bound::Inclusive(a), Bound::Inclusive(b)) if a == b => q(a),
        (Bound::Unbounded, Bound::Unbounded) => lang.pick("不限", "without limit").to_owned(),
        (lo, Bound::Unbounded) => lower(lo, &q, lang),
        (Bound::Unbounded, hi) => upper(hi, &q, lang),
        (lo, hi) => {
            let between = match (lang, lo.is_inclusive(), hi.is_inclusive()) {
                (Lang::Zh, true, true) => " ",
                (Lang::Zh, false, true) => "、",
                (Lang::Zh, _, false) => "",
                (Lang::En, ..) => " and ",
            };
            format!("{}{between}{}", lower(lo, &q, lang), upper(hi, &q, lang))
        }
    }
}

fn lower(bound: Bound, q: &dyn Fn(Rational) -> String, lang: Lang) -> String {
    match (bound, lang) {
        (Bound::Inclusive(n), Lang::Zh) => format!("{}以上", q(n)),
        (Bound::Exclusive(n), Lang::Zh) => format!("超过 {}", q(n)),
        (Bound::Inclusive(n), Lang::En) => format!("at least {}", q(n)),
        (Bound::Exclusive(n), Lang::En) => format!("more than {}", q(n)),
        (Bound::Unbounded, _) => String::new(),
    }
}

fn upper(bound: Bound, q: &dyn Fn(Rational) -> String, lang: Lang) -> String {
    match (bound, lang) {
        (Bound::Inclusive(n), Lang::Zh) => format!("{}以下", q(n)),
        (Bound::Exclusive(n), Lang::Zh) => format!("不满 {}", q(n)),
        (Bound::Inclusive(n), Lang::En) => format!("at most {}", q(n)),
        (Bound::Exclusive(n), Lang::En) => format!("less than {}", q(n)),
        (Bound::Unbounded, _) => String::new(),
    }
}

/// A range for the middle of a sum: `0%–10%` where both ends are in, else in words.
pub(super) fn span(lo: Bound, hi: Bound, counted: &Counted, lang: Lang) -> String {
    match (lo, hi) {
        (Bound::Inclusive(a), Bound::Inclusive(b)) if a != b => {
            let from = if counted.name == "%" { in_unit(a, counted, lang) } else { scaled(a, counted) };
            match (lang, counted.name.as_str()) {
                (Lang::En, "元") => format!("CNY {from}–{}", scaled(b, counted)),
                _ => format!("{from}–{}", in_unit(b, counted, lang)),
            }
        }
        _ => ends(lo, hi, counted, lang),
    }
}

/// An amount of a sanction: `50,000 元以上 55,000 元以下`, `20,000 元以下` where the text has no minimum, `7,000 元`,
/// or `无法计罚` with the reason. `dimension` is that of [`dimension`](super::dimension).
pub fn amount(measure: &Measure, dimension: &Dimension, lang: Lang) -> String {
    let range = match measure {
        Measure::Incomputable(why) => return incomputable(*why, lang).to_owned(),
        Measure::Range(range) => range,
    };
    let hull = range.hull();
    if is_unbounded(range) {
        return lang.pick("数额尚不确定", "amount open").to_owned();
    }
    let zero = hull.lo().value().is_some_and(Rational::is_zero);
    // `2万元以下` has no minimum: nothing is said of its lower end. The number 0 itself is said.
    let lo = if zero && !range.has_min && hull.as_point().is_none() { Bound::Unbounded } else { hull.lo() };
    let numbers: Vec<Rational> = [lo, hull.hi()].into_iter().filter_map(Bound::value).gather();
    let counted = Counted::of(dimension, &numbers);
    let mut text = ends(lo, hull.hi(), &counted, lang);
    if let Some(default) = range.default {
        let point = num(default, &counted, lang);
        text.push_str(&pick!(lang, format!("（指导基准 {point}）"), format!(" (guiding point {point})")));
    }
    text
}

/// Whether nothing is known of a number but that it is not negative.
pub(super) fn is_open(number: Num) -> bool {
    number.point().is_none()
        && number.greatest() == Bound::Unbounded
        && number.least().value().is_none_or(|n| n.signum() <= 0)
}

/// `0 元以上` says nothing.
fn is_unbounded(range: &crate::outcome::Amount) -> bool {
    is_open(Num::of(range.hull()))
}

fn incomputable(why: Incomputable, lang: Lang) -> &'static str {
    match why {
        Incomputable::ZeroBase => {
            lang.pick("无法计罚（计罚基数为零或者为负）", "cannot be computed (the base is zero or less)")
        }
        Incomputable::NoRow => {
            lang.pick("无法计罚（法定幅度各项均不适用）", "cannot be computed (no row of the statutory range applies)")
        }
    }
}

/// Money or another dimension as the unit of plain numbers in a sum.
pub(super) fn counted(dimension: &Dimension) -> Counted {
    if is_money(dimension) { Counted::named("元") } else { Counted::named(&unit(dimension)) }
}

/// An amount in the middle of a sum: `50,000–55,000 元`, in words where an end is out.
pub(super) fn result(measure: &Measure, dimension: &Dimension, lang: Lang) -> String {
    let Measure::Range(range) = measure else { return amount(measure, dimension, lang) };
    let hull = range.hull();
    if is_unbounded(range) || !range.has_min && hull.lo().value().is_some_and(Rational::is_zero) {
        let without = crate::outcome::Amount { default: None, ..*range };
        return amount(&Measure::Range(without), dimension, lang);
    }
    let numbers: Vec<Rational> = [hull.lo(), hull.hi()].into_iter().filter_map(Bound::value).gather();
    span(hull.lo(), hull.hi(), &Counted::of(dimension, &numbers), lang)
}
