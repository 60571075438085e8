//! What a route does without is never held against the applicant, and is told.

use super::{decided, ruleset, words};
use crate::with;

const FACTS: &str = "承诺: {type: yes-no}, 甲: {type: yes-no}, 乙: {type: yes-no}, 丙: {type: yes-no}";

fn grants(condition: &str, facts: &str) -> bool {
    let lines = format!(
        "    procedure: 新办
    conditions: [{{id: 组, basis: 示例条例 第六条, {condition}}}]
    routes: [{{id: 告知承诺, when: 承诺, waives: [甲], note: 承诺不实的撤销许可, basis: 示例条例 第八条}}]
"
    );
    let (found, _) = decided(&with(&ruleset("", FACTS, &lines)), "demo", "", facts);
    match found.as_slice() {
        [one] if one == "grant decision must" => true,
        [one] if one == "refuse decision must" => false,
        other => panic!("{condition} {facts}: {other:?}"),
    }
}

/// Each group read straight: 甲 is waived, so that it is met where it is asked for, and not there in `none_of`.
#[test]
fn what_is_waived_counts_for_the_applicant_in_every_group() {
    let [a, b, c] = ["甲", "乙", "丙"].map(|n| format!("{{id: {n}, require: {n}}}"));
    type Meets = fn(bool, bool, bool, bool) -> bool;
    let groups: [(String, Meets); 6] = [
        (format!("all: [{a}, {b}, {c}]"), |w, a, b, c| (w || a) && b && c),
        (format!("any: [{a}, {b}, {c}]"), |w, a, b, c| w || a || b || c),
        (format!("none_of: [{a}, {b}, {c}]"), |w, a, b, c| (w || !a) && !b && !c),
        // A circumstance made of two: without the one it is not there.
        (format!("none_of: [{{id: 情形, all: [{a}, {b}]}}, {c}]"), |w, a, b, c| (w || !(a && b)) && !c),
        (format!("none_of: [{{id: 情形, any: [{a}, {b}]}}, {c}]"), |w, a, b, c| (w || !a) && !b && !c),
        // Twice turned round it is asked for again.
        (format!("none_of: [{{id: 情形, none_of: [{a}, {b}]}}, {c}]"), |w, a, b, c| (w || a || b) && !c),
    ];
    for (condition, meets) in &groups {
        for bits in 0..16 {
            let [waived, a, b, c] = [0, 1, 2, 3].map(|n| bits >> n & 1 == 1);
            let facts = format!("承诺: {waived}, 甲: {a}, 乙: {b}, 丙: {c}");
            assert_eq!(grants(condition, &facts), meets(waived, a, b, c), "{condition} {facts}");
        }
    }
}

/// The route that waives stands above what it waives, with what follows a false promise and where it says so.
#[test]
fn the_route_that_is_taken_is_told() {
    let lines = "    procedure: 新办
    conditions: [{id: 甲, require: 甲, basis: 示例条例 第六条}]
    routes: [{id: 告知承诺, when: 承诺, waives: [甲], note: 承诺不实的撤销许可, basis: 示例条例 第八条}]
";
    let host = with(&ruleset("", "承诺: {type: yes-no}, 甲: {type: yes-no}", lines));
    let text = words(&host, "", "承诺: true, 甲: false");
    let line = text.lines().find(|line| line.contains("办理方式")).unwrap_or_else(|| panic!("{text}"));
    assert!(line.contains("告知承诺（承诺不实的撤销许可）") && line.ends_with("条例 8"), "{line}");
    assert!(!words(&host, "", "承诺: false, 甲: true").contains("办理方式"));
}
