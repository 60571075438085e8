//! The calendar of a file: holidays and make-up days as the notice of each year has them → working days.

use super::keys;
use super::reader::{Fields, head_of};
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::{Calendar, Date};

/// The most days one holiday may have: more is a slip in one of its ends.
const LONGEST: i64 = 31;

/// The calendar, if the file has one.
pub(super) fn calendar(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Calendar> {
    fields.get("calendar")?;
    let mut calendar = Calendar::new();
    let mut years = Vec::new();
    for entry in scope.reader.names_of(fields, "calendar") {
        let year = entry.key.text.parse::<i32>().ok().filter(|year| (1..=9999).contains(year));
        let Some(year) = year else {
            let message = format!("`{}` is not a year", entry.key.text);
            scope.reader.error(Code::CalendarDay, entry.key.span, message, "write the year of the notice: 2024");
            continue;
        };
        calendar.know(year);
        years.extend(scope.reader.object(&entry.value, &keys::CALENDAR_YEAR).map(|fields| (year, fields)));
    }
    let mut days = Days { calendar, set: Vec::new() };
    for (year, fields) in years {
        for entry in scope.reader.names_of(fields, "off") {
            if let Some((first, last)) = period(scope, &entry.value) {
                days.off(scope, year, (first, last), entry.value.span);
            }
        }
        for node in scope.reader.list_of(fields, "work") {
            if let Some(day) = scope.reader.date(node) {
                days.work(scope, year, day, node.span);
            }
        }
    }
    if days.calendar.years().next().is_none() {
        scope.reader.error(
            Code::MissingKey,
            head_of(fields.node),
            "`calendar` names no year",
            "add one, or leave it out",
        );
        return None;
    }
    Some(days.calendar)
}

/// `2024-01-01`, or `2024-02-10..2024-02-17` with both days in.
fn period(scope: &mut Scope<'_, '_>, node: &Node) -> Option<(Date, Date)> {
    let text = scope.reader.text(node)?;
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let read = |part: &str| Date::parse(part.trim());
    match (read(first), read(last)) {
        (Ok(first), Ok(last)) if first <= last && last.days_since(first) < LONGEST => Some((first, last)),
        (Ok(first), Ok(last)) => {
            let message = format!("{first} to {last} is no holiday: it has 1 to {LONGEST} days");
            scope.reader.error(Code::CalendarDay, node.span, message, "write the first and the last day off");
            None
        }
        _ => {
            let help = "write `2024-01-01`, or `2024-02-10..2024-02-17` with both days off";
            scope.reader.error(Code::BadDate, node.span, format!("`{text}` is not a day, nor two"), help);
            None
        }
    }
}

/// The calendar while it is filled, and where each day was set.
struct Days {
    calendar: Calendar,
    set: Vec<(Date, Span)>,
}

impl Days {
    fn off(&mut self, scope: &mut Scope<'_, '_>, year: i32, (first, last): (Date, Date), span: Span) {
        let mut day = first;
        while day <= last {
            if !self.put(scope, year, day, false, span) {
                return;
            }
            match day.add_days(1) {
                Ok(next) => day = next,
                Err(_) => return,
            }
        }
    }

    fn work(&mut self, scope: &mut Scope<'_, '_>, year: i32, day: Date, span: Span) {
        if !Calendar::is_weekend(day) && !self.set.iter().any(|(known, _)| *known == day) {
            let message = format!("{day} is no Saturday or Sunday: it is worked anyway");
            scope.reader.error(Code::CalendarDay, span, message, "check the day against the notice");
            return;
        }
        self.put(scope, year, day, true, span);
    }

    fn put(&mut self, scope: &mut Scope<'_, '_>, year: i32, day: Date, worked: bool, span: Span) -> bool {
        // A notice may begin the new year's holiday in the last days of the year before.
        let own = day.year() == year;
        if !own && (day.year().checked_add(1) != Some(year) || !self.calendar.knows(day.year())) {
            let message = format!("{day} is not in {year}");
            let help = "days of the year before may stand here only when that year is in the file too";
            scope.reader.error(Code::CalendarDay, span, message, help);
            return false;
        }
        if let Some((_, first)) = self.set.iter().find(|(known, _)| *known == day) {
            let diagnostic = Diagnostic::error(Code::CalendarDay, span, format!("{day} stands twice"))
                .label(*first, "it stands here already")
                .help("a day is off or worked once: check both against the notice");
            scope.reader.sink.push(diagnostic);
            return false;
        }
        self.set.push((day, span));
        self.calendar.set(day, worked);
        true
    }
}
