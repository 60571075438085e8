//! The time limit of a step in words. Only a length that is known is told as a deadline.

use super::number::{Counted, is_open, num, quantity};
use super::said::gap;
use super::value::{day, rest};
use crate::decide::{Event, Limit};
use crate::expr::Num;
use crate::gather::Gather as _;
use crate::outcome::PeriodPart;
use crate::value::{Bound, LengthUnit, Rational, Truth};
use crate::vocabulary::{DeadlineStatus, Lang};

/// `自立案日起 90 日内（延长 30 日，不计入 20 日），至 2024年7月19日；决定日（2024年7月20日）已逾期`
pub(super) fn told(limit: &Limit, lang: Lang) -> String {
    let mut told = lasts(limit, lang);
    let known = |of: &Option<Event>| of.as_ref().is_some_and(|event| event.day.is_some());
    if let Some(on) = limit.on.as_ref().filter(|_| known(&limit.from) && known(&limit.on)) {
        let how = match limit.status {
            DeadlineStatus::Met => ("在期限内", "in time"),
            DeadlineStatus::Late => ("已逾期", "too late"),
            _ => ("是否逾期尚不能确定", "whether in time is open"),
        };
        let (on, how) = (event(on, lang), lang.pick(how.0, how.1));
        told.push_str(&pick!(lang, format!("；{on}{how}"), format!("; {on}: {how}")));
    }
    told
}

/// A day by its name, and the day itself if it is known.
fn event(of: &Event, lang: Lang) -> String {
    match of.day {
        Some(date) => {
            let date = day(date, lang);
            pick!(lang, format!("{}（{date}）", of.name), format!("{} ({date})", of.name))
        }
        None => of.name.to_string(),
    }
}

fn lasts(limit: &Limit, lang: Lang) -> String {
    let from = limit.from.as_ref().map_or_else(String::new, |from| event(from, lang));
    let within = limit.parts.within;
    let Some(length) = within.count.point() else { return open(limit, &from, lang) };
    let length = quantity(length, &counted(within.unit), lang);
    let missing = limit.missing_year.map_or_else(String::new, |year| {
        let zh = format!("（{year}年的工作日安排尚未收录，不能推算届满日）");
        pick!(lang, zh, format!(" (the working days of {year} are not known)"))
    });
    let (added, by) = (added(limit, lang), until(limit, lang).unwrap_or_default());
    match (limit.before, from.is_empty()) {
        (true, _) => pick!(
            lang,
            format!("{from}前至少 {length}{by}{missing}"),
            format!("at least {length} before {from}{by}{missing}"),
        ),
        (false, true) => pick!(lang, format!("{length}内{added}"), format!("within {length}{added}")),
        (false, false) => pick!(
            lang,
            format!("自{from}起 {length}内{added}{by}{missing}"),
            format!("within {length}{added} from {from}{by}{missing}"),
        ),
    }
}

/// What a length of time counts.
pub(super) fn counted(unit: LengthUnit) -> Counted {
    Counted::named(match unit {
        LengthUnit::Day => "日",
        LengthUnit::Month => "个月",
        LengthUnit::WorkingDay => "个工作日",
    })
}

/// The last day, or the days between which it lies; none while nothing can be said of it.
fn until(limit: &Limit, lang: Lang) -> Option<String> {
    if let Some(due) = limit.due {
        let due = format!("{}{}", day(due, lang), rest(limit.rest, lang));
        return Some(match limit.before {
            true => pick!(lang, format!("，不晚于 {due}"), format!(", by {due}")),
            false => pick!(lang, format!("，至 {due}"), format!(", until {due}")),
        });
    }
    let first = day(limit.earliest?, lang);
    Some(match limit.latest {
        Some(last) => {
            let last = day(last, lang);
            pick!(
                lang,
                format!("，最早至 {first}，最晚至 {last}"),
                format!(", until {first} at the earliest, {last} at the latest"),
            )
        }
        None => {
            pick!(lang, format!("，届满日不早于 {first}"), format!(", until {first} at the earliest"))
        }
    })
}

/// `（延长 30 日，不计入 20 日）`: what makes the time longer, or may.
fn added(limit: &Limit, lang: Lang) -> String {
    let (extension, excluded) = (limit.parts.extension, limit.parts.excluded);
    let said = [extension.map(|part| extended(part, lang)), excluded.map(|part| not_counted(part, lang))];
    let said: Vec<String> = said.into_iter().flatten().gather();
    if said.is_empty() {
        return String::new();
    }
    let said = said.join(lang.pick("，", ", "));
    pick!(lang, format!("（{said}）"), format!(" ({said})"))
}

fn extended(part: PeriodPart, lang: Lang) -> String {
    let counted = counted(part.unit);
    let length = match part.count {
        length if is_open(length) => None,
        // Of what may not have been granted at all, only the most says something.
        length if part.counts != Truth::True => length.greatest().value().map(|n| {
            let most = quantity(n, &counted, lang);
            match length.point() {
                Some(_) => most,
                None => pick!(lang, format!("至多 {most}"), format!("up to {most}")),
            }
        }),
        length => Some(num(length, &counted, lang)),
    };
    match (part.counts == Truth::True, length) {
        (true, Some(length)) => pick!(lang, format!("延长{}{length}", gap(&length)), format!("extended by {length}")),
        (true, None) => lang.pick("延长多久尚不知", "extended, for how long is not known yet").to_owned(),
        (false, Some(length)) => {
            pick!(lang, format!("可能延长{}{length}", gap(&length)), format!("perhaps extended by {length}"))
        }
        (false, None) => {
            lang.pick("是否延长、延长多久尚不知", "whether and for how long it is extended is not known yet").to_owned()
        }
    }
}

fn not_counted(part: PeriodPart, lang: Lang) -> String {
    if is_open(part.count) {
        return lang.pick("不计入的时间尚不知", "time not counted is not known yet").to_owned();
    }
    let length = num(part.count, &counted(part.unit), lang);
    pick!(lang, format!("不计入{}{length}", gap(&length)), format!("{length} not counted"))
}

/// `自立案日起不少于 90 日，届满日尚不能确定`: while the length depends on a fact, `90 日以上内` would name a deadline that
/// nobody can keep or miss. What is known of it is said, and that its end is open.
fn open(limit: &Limit, from: &str, lang: Lang) -> String {
    let within = limit.parts.within;
    let counted = counted(within.unit);
    let q = |n: Rational| quantity(n, &counted, lang);
    let length = match within.count {
        length if is_open(length) => lang.pick("，期限长短尚不知", "for a time not known yet").to_owned(),
        Num::Range(range) => match (range.lo(), range.hi()) {
            (Bound::Inclusive(n), Bound::Unbounded) => {
                pick!(lang, format!("不少于 {}", q(n)), format!("not less than {}", q(n)))
            }
            (Bound::Exclusive(n), Bound::Unbounded) => {
                pick!(lang, format!("多于 {}", q(n)), format!("more than {}", q(n)))
            }
            _ => num(within.count, &counted, lang),
        },
        Num::Point(n) => q(n),
    };
    let (space, added) = (gap(&length), added(limit, lang));
    let by = until(limit, lang).unwrap_or_else(|| lang.pick("，届满日尚不能确定", ", the last day is open").to_owned());
    match (limit.before, from.is_empty()) {
        (true, _) => pick!(
            lang,
            format!("{from}前{space}{length}，最迟何日尚不能确定"),
            format!("{length} before {from}, the day is open"),
        ),
        (false, true) => {
            pick!(lang, format!("{}{added}{by}", length.trim_start_matches('，')), format!("{length}{added}{by}"))
        }
        (false, false) => {
            pick!(lang, format!("自{from}起{space}{length}{added}{by}"), format!("{length}{added} from {from}{by}"))
        }
    }
}
