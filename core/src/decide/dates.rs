//! The days of a case: five facts with names of their own, and which of them cannot come before which.

use crate::facts::{FactCode, FactError, UNASCERTAINABLE};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::Date;

/// What is known of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// Not asked yet.
    #[default]
    Missing,
    /// Asked and cannot be proved (无法查明).
    Unascertainable,
    /// Given.
    On(Date),
}

impl Day {
    /// Reads a day of a case as it is written among its facts, before they are decoded; `path` leads to it.
    ///
    /// # Errors
    /// What is written is no day of the calendar.
    pub(crate) fn read(node: Option<&Node>, path: &str) -> Result<Self, Box<FactError>> {
        let Some(node) = node.filter(|node| !node.is_null()) else { return Ok(Self::Missing) };
        match node.as_str() {
            Some(UNASCERTAINABLE) => Ok(Self::Unascertainable),
            text => Date::parse(text.unwrap_or("")).map(Self::On).map_err(|problem| {
                let found = text.map_or_else(|| node.describe().to_owned(), |text| format!("`{text}`"));
                let error = FactError::new(FactCode::BadDate, path, "a date such as 2024-03-01", node.span)
                    .found(&found)
                    .says(format!("{found}: {problem}"))
                    .help("write a day of the calendar, such as 2024-03-01");
                Box::new(error)
            }),
        }
    }

    /// The day, if it is given.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::On(date) => Some(date),
            Self::Missing | Self::Unascertainable => None,
        }
    }
}

/// The days of one act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// 违法行为日: the act, or its beginning.
    pub act: Day,
    /// 行为终了日: the end of a continuing act.
    pub end: Day,
    /// 发现日
    pub found: Day,
    /// 立案日
    pub filed: Day,
    /// 决定日
    pub decided: Day,
    /// Whether the act is said to continue, its end known or not.
    pub continuing: bool,
}

/// The first and the last day that something may have been; none = no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// The first.
    pub first: Option<Date>,
    /// The last.
    pub last: Option<Date>,
}

impl Between {
    fn on(date: Date) -> Self {
        Self { first: Some(date), last: Some(date) }
    }

    /// The day, if it is but one.
    pub fn day(self) -> Option<Date> {
        self.first.filter(|_| self.first == self.last)
    }
}

/// Pairs of days of which the first cannot come after the second: why, and what to look at.
const ORDER: [(&str, &str, FactCode, &str); 8] = [
    ("违法行为日", "行为终了日", FactCode::EndBeforeBegin, "the end of an act is its first day or a later one"),
    ("违法行为日", "发现日", FactCode::DiscoveryBeforeAct, "an act cannot be discovered before it begins"),
    ("违法行为日", "立案日", FactCode::FilingBeforeDiscovery, "a case is filed on or after the day of the act"),
    ("发现日", "立案日", FactCode::FilingBeforeDiscovery, "a case is filed on or after the day of discovery"),
    ("违法行为日", "决定日", FactCode::DecisionBeforeAct, "a decision is made on or after the day of the act"),
    (
        "行为终了日",
        "决定日",
        FactCode::ActAfterDecision,
        "leave the end out while the act still goes on, with `continuing: true`",
    ),
    ("发现日", "决定日", FactCode::DecisionBeforeFiling, "a decision is made on or after the day of discovery"),
    ("立案日", "决定日", FactCode::DecisionBeforeFiling, "a decision is made on or after the day of filing"),
];

impl Dates {
    /// Reads the days of one act; `fact` finds a fact with its JSON path.
    ///
    /// # Errors
    /// A day that does not exist, and each pair of days that cannot follow each other.
    pub fn read<'n>(
        fact: &dyn Fn(&str) -> Option<(&'n Node, String)>,
        continuing: bool,
    ) -> Result<Self, Vec<FactError>> {
        let mut errors = Vec::new();
        let mut day = |name: &str| -> Day {
            let Some((node, path)) = fact(name) else { return Day::Missing };
            Day::read(Some(node), &path).unwrap_or_else(|error| {
                errors.push(*error);
                Day::Missing
            })
        };
        let dates = Self {
            act: day("违法行为日"),
            end: day("行为终了日"),
            found: day("发现日"),
            filed: day("立案日"),
            decided: day("决定日"),
            continuing,
        };
        for (before, after, code, help) in ORDER {
            if let (Some(first), Some(second)) = (dates.named(before), dates.named(after))
                && second < first
                && let Some((node, path)) = fact(after)
            {
                errors.push(
                    FactError::new(code, &path, &format!("{first} or a later day"), node.span)
                        .found(second.to_string())
                        .says(format!("{after} {second} lies before {before} {first}"))
                        .help(help),
                );
            }
        }
        if errors.is_empty() { Ok(dates) } else { Err(errors) }
    }

    fn named(&self, name: &str) -> Option<Date> {
        match name {
            "违法行为日" => self.act.date(),
            "行为终了日" => self.end.date(),
            "发现日" => self.found.date(),
            "立案日" => self.filed.date(),
            _ => self.decided.date(),
        }
    }

    /// Whether the act goes on, and nothing says until when.
    pub fn end_is_open(&self) -> bool {
        self.end == Day::Unascertainable || (self.continuing && self.end == Day::Missing)
    }

    /// The day that chooses the version: the end of the act, else the act.
    ///
    /// # Basis
    /// 行政处罚法（2021年） 第三十六条第二款, 第三十七条: a continuing act counts from its end.
    pub fn of_act(&self) -> Option<Date> {
        self.end.date().or(self.act.date())
    }

    /// When the act was over: where the limitation period begins.
    ///
    /// # Basis
    /// 行政处罚法（2021年） 第三十六条第二款.
    pub fn over(&self) -> Between {
        match (self.end, self.act) {
            (Day::On(end), _) => Between::on(end),
            (_, act) if self.end_is_open() => Between { first: act.date(), last: self.decided.date() },
            (_, Day::On(act)) => Between::on(act),
            _ => Between { first: None, last: self.discovered().last },
        }
    }

    /// When the act was discovered: not before it began, not after the case was filed or decided.
    pub fn discovered(&self) -> Between {
        match self.found {
            Day::On(found) => Between::on(found),
            _ => Between { first: self.act.date(), last: self.filed.date().or(self.decided.date()) },
        }
    }

    /// The days that are not known and would settle when the act was over and discovered.
    pub fn needed(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        if self.end_is_open() {
            if self.end == Day::Missing {
                names.push("行为终了日");
            }
        } else if self.end == Day::Missing && self.act == Day::Missing {
            names.push("违法行为日");
        }
        if self.found == Day::Missing {
            names.push("发现日");
        }
        names
    }
}

/// That no day chooses the versions.
pub(crate) fn no_day(path: &str, span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, path, "the day of the act", span)
        .found("neither 违法行为日 nor `on`")
        .says("nothing says which versions govern")
        .help("give the fact 违法行为日 (or 行为终了日 of a continuing act), or `on:` while the day is not known")
}
