//! Values in words: numbers with their unit, dates, levels, lists, records.

use super::number::{self, Counted, num};
use super::speaker::Speaker;
use crate::expr::{LevelSet, Levels, Num, Type, Val};
use crate::gather::Gather as _;
use crate::outcome::Rest;
use crate::value::{Date, Rational, Truth};
use crate::vocabulary::Lang;

/// Behind the last day of a period: that it is a day of rest, and what becomes of it.
pub(super) fn rest(rest: Rest, lang: Lang) -> String {
    let day = |of: Date| day(of, lang);
    match rest {
        Rest::Stands => String::new(),
        Rest::Moved(from) => pick!(
            lang,
            format!("（{}是休息日，依规定顺延）", day(from)),
            format!(" (moved off {}, a day of rest)", day(from)),
        ),
        Rest::Open(to) => lang
            .pick(format!("（是休息日，如顺延则至{}）", day(to)), format!(" (a day of rest; {} if it moves)", day(to))),
        Rest::NotKnown(year) => pick!(
            lang,
            format!("（{year}年的工作日安排尚未收录，是否遇休息日尚不知）"),
            format!(" (the working days of {year} are not known: it may be a day of rest)"),
        ),
    }
}

impl Speaker<'_> {
    /// A value in words.
    pub(super) fn value(&self, value: &Val, ty: &Type, counted: &Counted) -> String {
        match (value, ty) {
            (Val::Truth(truth), _) => self.truth(*truth).to_owned(),
            (Val::Num(Num::Point(day)), Type::Date) => self.date(*day),
            (Val::Num(_), Type::Date) => self.pick("尚不知", "not known yet").to_owned(),
            (Val::Num(number), _) => num(*number, counted, self.lang),
            (Val::Levels(set), Type::Levels(levels)) => self.level_names(levels, *set),
            (Val::Text(Some(text)), _) => self.quoted(text),
            (Val::List(Some(items)), _) if items.is_empty() => self.pick("无", "none").to_owned(),
            (Val::List(Some(items)), Type::List(of)) => {
                let sep = if matches!(**of, Type::Record(_)) { self.pick("；", "; ") } else { self.pick("、", ", ") };
                let counted = match &**of {
                    Type::Number(dimension) if counted.name.is_empty() => number::counted(dimension),
                    _ => counted.clone(),
                };
                let items: Vec<String> = items.iter().map(|(v, _)| self.value(v, of, &counted)).gather();
                items.join(sep)
            }
            (Val::Record(values), Type::Record(fields)) => {
                let fields: Vec<String> = fields
                    .iter()
                    .zip(values.iter())
                    .map(|((name, ty), value)| {
                        let counted = match ty {
                            Type::Number(dimension) => number::counted(dimension),
                            _ => Counted::plain(),
                        };
                        format!("{name} {}", self.value(value, ty, &counted))
                    })
                    .gather();
                fields.join(self.pick("，", ", "))
            }
            _ => self.pick("尚不知", "not known yet").to_owned(),
        }
    }

    pub(super) fn truth(&self, truth: Truth) -> &'static str {
        match truth {
            Truth::True => self.pick("是", "yes"),
            Truth::False => self.pick("否", "no"),
            Truth::Unknown => self.pick("尚不知", "not known yet"),
        }
    }

    /// A day number as documents write days.
    pub(super) fn date(&self, number: Rational) -> String {
        match number.to_i64().and_then(|n| Date::from_day_number(n).ok()) {
            Some(date) => self.day(date),
            None => number.to_string(),
        }
    }

    pub(super) fn day(&self, date: Date) -> String {
        day(date, self.lang)
    }

    pub(super) fn level_names(&self, levels: &Levels, set: LevelSet) -> String {
        let mut names: Vec<&str> = set.positions().filter_map(|p| levels.names.get(p)).map(|n| &**n).gather();
        if set.has_none() {
            names.push(self.pick("无对应档", "no level"));
        }
        match names.as_slice() {
            [.., _] if names.len() == levels.names.len() && names.len() > 3 => {
                self.pick("尚不知", "not known yet").to_owned()
            }
            [before @ .., last] if !before.is_empty() => {
                let (comma, or) = self.pick(("、", "或者"), (", ", " or "));
                format!("{}{or}{last}", before.join(comma))
            }
            _ => names.concat(),
        }
    }

    pub(super) fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }
}

/// A day as documents write it: `2024年3月1日`, `1 March 2024`.
pub(super) fn day(date: Date, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month()).ok().and_then(|m| m.checked_sub(1)).and_then(|m| MONTHS.get(m));
    match (lang, month) {
        (Lang::En, Some(month)) => format!("{} {month} {}", date.day(), date.year()),
        _ => date.zh(),
    }
}
