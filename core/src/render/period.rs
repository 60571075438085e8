//! The time limit of a step in words. Only a length that is known is told as a deadline.

use super::number::{Counted, is_open, num, quantity};
use super::phrase::gap;
use super::value::rest;
use super::words::Lang;
use crate::decide::Limit;
use crate::expr::Num;
use crate::value::{Bound, Date, LengthUnit, Rational};

/// `自立案日起 90 日内，至 2024年3月31日`
pub(super) fn told(limit: &Limit, lang: Lang) -> String {
    let day = |date: Date| lang.pick(date.zh(), date.to_string());
    let from = match (limit.from_text.is_empty(), limit.from) {
        (true, _) => String::new(),
        (false, Some(date)) => {
            pick!(lang, format!("{}（{}）", limit.from_text, day(date)), format!("{} ({})", limit.from_text, day(date)))
        }
        (false, None) => limit.from_text.to_string(),
    };
    let Some(length) = limit.length.point() else { return open(limit, &from, lang) };
    let length = quantity(length, &counted(limit, lang), lang);
    let due = limit.due.map(|due| format!("{}{}", day(due), rest(limit.rest, lang)));
    let missing = limit.missing_year.map_or_else(String::new, |year| {
        let zh = format!("（{year}年的工作日安排尚未收录，不能推算届满日）");
        pick!(lang, zh, format!(" (the working days of {year} are not known)"))
    });
    match (limit.before, from.is_empty()) {
        (true, _) => {
            let by = due.map_or_else(String::new, |d| pick!(lang, format!("，不晚于 {d}"), format!(", by {d}")));
            pick!(
                lang,
                format!("{from}前至少 {length}{by}{missing}"),
                format!("at least {length} before {from}{by}{missing}"),
            )
        }
        (false, true) => pick!(lang, format!("{length}内"), format!("within {length}")),
        (false, false) => {
            let by = due.map_or_else(String::new, |d| pick!(lang, format!("，至 {d}"), format!(", until {d}")));
            pick!(
                lang,
                format!("自{from}起 {length}内{by}{missing}"),
                format!("within {length} from {from}{by}{missing}"),
            )
        }
    }
}

fn counted(limit: &Limit, lang: Lang) -> Counted {
    Counted::named(match limit.unit {
        LengthUnit::Day => "日",
        LengthUnit::Month => "个月",
        LengthUnit::WorkingDay => lang.pick("个工作日", "working days"),
    })
}

/// `自立案日起不少于 90 日，届满日尚不能确定`: while the length depends on a fact, `90 日以上内` would name a deadline that
/// nobody can keep or miss. What is known of it is said, and that its end is open.
fn open(limit: &Limit, from: &str, lang: Lang) -> String {
    let counted = counted(limit, lang);
    let q = |n: Rational| quantity(n, &counted, lang);
    let length = match limit.length {
        length if is_open(length) => lang.pick("，期限长短尚不知", "for a time not known yet").to_owned(),
        Num::Range(range) => match (range.lo(), range.hi()) {
            (Bound::Inclusive(n), Bound::Unbounded) => {
                pick!(lang, format!("不少于 {}", q(n)), format!("not less than {}", q(n)))
            }
            (Bound::Exclusive(n), Bound::Unbounded) => {
                pick!(lang, format!("多于 {}", q(n)), format!("more than {}", q(n)))
            }
            _ => num(limit.length, &counted, lang),
        },
        Num::Point(n) => q(n),
    };
    let space = gap(&length);
    match (limit.before, from.is_empty()) {
        (true, _) => pick!(
            lang,
            format!("{from}前{space}{length}，最迟何日尚不能确定"),
            format!("{length} before {from}, the day is open"),
        ),
        (false, true) => pick!(
            lang,
            format!("{}，届满日尚不能确定", length.trim_start_matches('，')),
            format!("{length}, the last day is open"),
        ),
        (false, false) => pick!(
            lang,
            format!("自{from}起{space}{length}，届满日尚不能确定"),
            format!("{length} from {from}, the last day is open"),
        ),
    }
}
