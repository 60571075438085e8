//! Whether a renewal was asked for in time, where the last day to ask for it is a day of rest or may be one.

use super::{ruleset, words};
use crate::{PLAIN, decided, with};
use cailiang::answer::Json;
use cailiang::outcome::Rest;
use cailiang::value::{Calendar, Date};
use cailiang::{Ruleset, Source};
use cailiang_rulesets::RULESETS;

const DAYS: &str = "cn.state-council.working-days";

fn text(uses: &str) -> String {
    ruleset(
        uses,
        "申请日: {type: date}, 到期日: {type: date}, 已决定: {type: yes-no}",
        "    procedure: 延续
    applied: 申请日
    renewal: {expires: 到期日, closes: 60日, decided: 已决定, on: 决定日, else: {is: deemed_granted, basis: 示例条例 第十四条},
      basis: 示例条例 第十四条}
",
    )
}

/// 60 days before 15 October 2025 is Saturday 16 August; Monday 18 is worked. 60 before 10 March 2027 is 9 January,
/// of a year that no notice has announced.
#[test]
fn a_renewal_is_late_once_no_days_of_rest_explain_it() {
    let both = ["grant silence must", "grant decision must"];
    let run = |uses: &str, expires: &str, applied: &str| {
        let facts = format!("到期日: {expires}, 申请日: {applied}, 已决定: false");
        let (possible, all) = decided(&with(&text(uses)), "demo", "as_of: 2027-06-30", &facts);
        let renewal = all.get("renewal").expect("a renewal");
        let word = |key: &str| renewal.get(key).map_or("-".to_owned(), Json::write).replace('"', "");
        let points = all.get("review_points").expect("points").items();
        let codes: Vec<&str> = points.iter().filter_map(|p| p.get("code").and_then(Json::as_str)).collect();
        let text = words(&with(&text(uses)), "as_of: 2027-06-30", &facts);
        assert!(!text.contains("第一个工作日申请"), "{text}");
        (
            word("status"),
            word("due_if_moved"),
            word("missing_year"),
            codes.join(" "),
            possible.len() == both.len(),
            text,
        )
    };
    let plain = PLAIN.lines().find_map(|line| line.strip_prefix("ruleset: ")).expect("an id");
    for (uses, expires, applied, expected) in [
        // The calendar says when the day of rest is over.
        (DAYS, "2025-10-15", "2025-08-16", ("timely", "-", "-", "")),
        (DAYS, "2025-10-15", "2025-08-17", ("open", "2025-08-18", "-", "rest-day")),
        (DAYS, "2025-10-15", "2025-08-18", ("open", "2025-08-18", "-", "rest-day")),
        (DAYS, "2025-10-15", "2025-08-19", ("late", "-", "-", "late-renewal")),
        // The year is not known, or no calendar is: within 31 days it may be, after them nothing can be.
        (DAYS, "2027-03-10", "2027-01-10", ("open", "-", "2027", "calendar-unknown")),
        (DAYS, "2027-03-10", "2027-02-09", ("open", "-", "2027", "calendar-unknown")),
        (DAYS, "2027-03-10", "2027-02-10", ("late", "-", "-", "late-renewal")),
        (DAYS, "2027-03-10", "2027-02-28", ("late", "-", "-", "late-renewal")),
        (plain, "2025-10-15", "2025-08-17", ("open", "-", "2025", "calendar-unknown")),
        (plain, "2025-10-15", "2025-10-14", ("late", "-", "-", "late-renewal")),
    ] {
        let (status, moved, year, codes, open, text) = run(uses, expires, applied);
        assert_eq!((&*status, &*moved, &*year, &*codes), expected, "{applied}");
        // In time it was silence that renewed, late it was not; while that is open both are possible.
        assert_eq!(open, status == "open", "{applied}");
        assert_eq!(text.contains("是否按期申请尚不能确定"), status == "open", "{text}");
        assert_eq!(text.contains("如顺延则至2025年8月18日"), moved != "-", "{text}");
        assert_eq!(text.contains("年的工作日安排尚未收录"), year != "-", "{text}");
    }
}

/// The bound is far above every run of days of rest that a notice has announced: ten days in 2020.
#[test]
fn no_run_of_days_of_rest_is_as_long_as_the_bound() {
    let longest = |calendar: &Calendar| {
        let (mut longest, mut run) = (0, 0);
        for year in calendar.years() {
            let mut day = Date::from_ymd(year, 1, 1).expect("a day");
            while day.year() == year {
                run = if calendar.is_working_day(day) == Ok(true) { 0 } else { run + 1 };
                longest = longest.max(run);
                day = day.add_days(1).expect("a day");
            }
        }
        longest
    };
    let of = |text: &cailiang_rulesets::Text| {
        let ruleset = Ruleset::compile(&Source::new(text.path, text.text)).0.expect("it compiles");
        ruleset.calendar().map(longest)
    };
    let all: Vec<i64> = RULESETS.iter().filter_map(of).collect();
    // The bound is three times as long.
    assert_eq!(all.iter().max().map(|days| days * 3 <= Rest::LONGEST_RUN), Some(true));
    assert_eq!(all.iter().max(), Some(&10));
}
