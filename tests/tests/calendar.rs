//! The working-day calendars of the rulesets: days read off the notices, and terms counted by hand in them.

use cailiang::value::{Calendar, CalendarError, Date};
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;

const ID: &str = "cn.state-council.working-days";

fn library() -> Library {
    let mut library = Library::new();
    for text in RULESETS.iter().filter(|text| text.path.contains("working-days")) {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        library
            .add(ruleset.unwrap_or_else(|| panic!("{}: {found:#?}", text.path)))
            .expect("versions follow each other");
    }
    library
}

fn d(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn known_on(library: &Library, day: &str) -> Calendar {
    let version = library.version(ID, d(day)).unwrap_or_else(|e| panic!("{day}: {e}"));
    version.calendar().expect("a calendar").clone()
}

/// Days of the year − Saturdays and Sundays − other days off + Saturdays and Sundays worked. Of 2018, the 31st of
/// December (off) and the 29th (worked) are in the notice for 2019.
#[test]
fn every_year_has_its_number_of_working_days() {
    let calendar = known_on(&library(), "2026-06-01");
    assert_eq!(calendar.years().collect::<Vec<_>>(), (2018..=2026).collect::<Vec<_>>());
    for (year, days) in [
        (2018, 365 - 104 - 18 + 7),
        (2019, 365 - 104 - 17 + 6),
        (2020, 366 - 104 - 19 + 6),
        (2021, 365 - 104 - 18 + 7),
        (2022, 365 - 105 - 18 + 7),
        (2023, 365 - 105 - 18 + 7),
        (2024, 366 - 104 - 19 + 8),
        (2025, 365 - 104 - 18 + 5),
        (2026, 365 - 104 - 19 + 6),
    ] {
        let first = Date::from_ymd(year, 1, 1).unwrap();
        let last = Date::from_ymd(year, 12, 31).unwrap();
        // New Year's Day is off in every year, so that counting may begin on it.
        assert_eq!(calendar.is_working_day(first), Ok(false), "{year}");
        assert_eq!(calendar.working_days(first, last), Ok(days), "{year}");
    }
}

/// 5 working days from Friday 26 April 2019. First notice: 28 April is a Sunday off; 29, 30 April, 2, 3 May are the
/// 1st to 4th, Monday 6 May the 5th. Second notice: Sunday 28 April is worked (1st), 29, 30 (2nd, 3rd), 1–4 May off,
/// Sunday 5 May is worked (4th), 6 May the 5th: the same day. 4 working days: Friday 3 May, then Sunday 5 May.
#[test]
fn the_notice_of_2019_moved_deadlines_over_the_first_of_may() {
    let library = library();
    let (before, after) = (known_on(&library, "2019-03-21"), known_on(&library, "2019-03-22"));
    assert_eq!(before.add_working_days(d("2019-04-26"), 4), Ok(d("2019-05-03")));
    assert_eq!(after.add_working_days(d("2019-04-26"), 4), Ok(d("2019-05-05")));
    assert_eq!(before.add_working_days(d("2019-04-26"), 5), Ok(d("2019-05-06")));
    assert_eq!(after.add_working_days(d("2019-04-26"), 5), Ok(d("2019-05-06")));
}

/// 5 working days from Thursday 23 January 2020. First notice: off 24–30; Friday 31 is the 1st, Saturday 1 February
/// is worked (2nd), 3, 4, 5 February the 3rd to 5th. Second: off to 2 February; 3, 4, 5, 6, 7 are the 1st to 5th.
#[test]
fn the_notice_of_2020_moved_deadlines_over_the_spring_festival() {
    let library = library();
    let (before, after) = (known_on(&library, "2020-01-26"), known_on(&library, "2020-01-27"));
    assert_eq!(before.add_working_days(d("2020-01-23"), 5), Ok(d("2020-02-05")));
    assert_eq!(after.add_working_days(d("2020-01-23"), 5), Ok(d("2020-02-07")));
}

#[test]
fn what_is_not_announced_is_not_known() {
    let library = library();
    let latest = known_on(&library, "2026-12-31");
    assert_eq!(latest.add_working_days(d("2026-12-30"), 2), Err(CalendarError::MissingYear(2027)));
    assert_eq!(latest.is_working_day(d("2017-12-29")), Err(CalendarError::MissingYear(2017)));
    let first = known_on(&library, "2018-06-01");
    assert_eq!(first.add_working_days(d("2018-12-28"), 2), Err(CalendarError::MissingYear(2019)));
    // 2018-12-31 is a Monday like any other until the notice for 2019 makes it a day off.
    assert_eq!(first.is_working_day(d("2018-12-31")), Ok(true));
    assert_eq!(known_on(&library, "2018-12-06").is_working_day(d("2018-12-31")), Ok(false));
    assert!(library.version(ID, d("2017-11-29")).is_err());
}
