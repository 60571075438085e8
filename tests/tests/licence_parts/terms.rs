//! What a term fixes: a choice, a number, nothing, or a guiding point that is none.

use super::{decided, ruleset, words};
use crate::{names, with};
use cailiang::answer::{self, Json};
use cailiang::serve::Host;

fn host(terms: &str) -> Host {
    let facts = "客房数: {type: integer, min: 0}, 有场所: {type: yes-no}, 上限: {type: integer, min: 0}";
    with(&ruleset(
        "",
        facts,
        &format!(
            "    procedure: 新办
    conditions: [{{id: 场所, require: 有场所, basis: 示例条例 第六条}}]
    terms: [{{id: 期限, {terms}, basis: 示例条例 第七条}}]
"
        ),
    ))
}

const ROWS: &str = "kind: validity, rows: [{when: 客房数 < 15, range: 2年, basis: 示例条例 第十条}, \
                    {when: 客房数 >= 30, range: 4年, basis: 示例条例 第十一条}]";

/// The points about terms as `code certain`, the amount with its basis, whether it is determined.
fn found(host: &Host, facts: &str) -> (Vec<String>, String, bool) {
    let (_, all) = decided(host, "demo", "", facts);
    let text = |of: &Json, key: &str| of.get(key).and_then(Json::as_str).unwrap_or("-").to_owned();
    let about = |point: &&Json| point.get("rule").and_then(Json::as_str) == Some("期限");
    let certain = |point: &Json| point.get("certain").and_then(Json::as_bool) == Some(true);
    let points = all.get("review_points").expect("points").items().iter().filter(about);
    let points = points.map(|point| format!("{} {}", text(point, "code"), certain(point))).collect();
    let term = &all.get("terms").expect("terms").items()[0];
    let amount = term.get("amount").map_or("-".to_owned(), answer::show_amount);
    let determined = all.get("determined").and_then(Json::as_bool) == Some(true);
    (points, format!("{amount} {}", text(term, "basis")), determined)
}

/// 14 rooms: the first row, 2 years; 30: the second, 4 years; 15 to 29: nothing. Each row is one number: no choice.
#[test]
fn a_missing_fact_is_no_choice_and_no_row_is_said() {
    let host = host(ROWS);
    let run = |facts: &str| found(&host, &format!("有场所: true{facts}"));
    let none: Vec<String> = Vec::new();
    assert_eq!(run(", 客房数: 14"), (none.clone(), "24个月 示例条例 第十条".into(), true));
    assert_eq!(run(", 客房数: 30"), (none.clone(), "48个月 示例条例 第十一条".into(), true));
    assert_eq!(run(", 客房数: 20"), (vec!["no-value true".into()], "- 示例条例 第七条".into(), true));
    assert_eq!(run(""), (vec!["no-value false".into()], "24..48个月 示例条例 第七条".into(), false));
    // Whether it is granted at all is open: so is what follows.
    assert_eq!(found(&host, "客房数: 20").0, ["no-value false"]);
    assert_eq!(found(&host, "有场所: false, 客房数: 20").0, none);
    let text = words(&host, "", "有场所: true, 客房数: 30");
    assert!(text.lines().any(|line| line.contains("4 年") && line.ends_with("条例 11")), "{text}");
    let text = words(&host, "", "有场所: true, 客房数: 20");
    assert!(text.contains("没有一项规定与本案事实对应"), "{text}");
    let text = words(&host, "", "有场所: true");
    assert!(text.contains("视查明情况：“期限”没有一项规定与本案事实对应") && !text.contains("由机关决定"), "{text}");
}

/// Rows that divide all numbers lack none, whatever the number; a range is a choice in every row or in some.
#[test]
fn a_choice_is_sure_where_every_row_leaves_one() {
    let rows = |last: &str| {
        host(&format!("kind: validity, rows: [{{when: 客房数 < 15, range: 1年..2年}}, {{when: 客房数 >= 15, {last}}}]"))
    };
    let open = "有场所: true";
    assert_eq!(found(&rows("range: 3年..4年"), open).0, ["discretion true"]);
    assert_eq!(found(&rows("range: 4年"), open).0, ["discretion false"]);
    assert_eq!(found(&rows("range: 4年"), "有场所: true, 客房数: 14").0, ["discretion true"]);
    assert_eq!(found(&rows("range: 4年"), "有场所: true, 客房数: 15").0, Vec::<String>::new());
    // An end that is open: equal to the other for one answer only.
    let ends = host("kind: quantity, range: 10..上限");
    assert_eq!(found(&ends, open).0, ["discretion false"]);
    assert_eq!(found(&ends, "有场所: true, 上限: 10").0, Vec::<String>::new());
    assert_eq!(found(&ends, "有场所: true, 上限: 11").0, ["discretion true"]);
}

/// A guiding point of 5 years in 1 to 3 years is none; one that the facts move may be.
#[test]
fn a_guiding_point_outside_its_range_is_none() {
    let fixed = host("kind: validity, range: 1年以上3年以下, default: 5年");
    let (points, amount, determined) = found(&fixed, "有场所: true");
    assert_eq!(
        (points.as_slice(), determined),
        (&["discretion true".to_owned(), "default-outside true".into()][..], true)
    );
    assert_eq!(amount, "12..36个月 示例条例 第七条");
    assert!(!words(&fixed, "", "有场所: true").contains("指导基准 5"));
    let moved = host("kind: quantity, range: 10..30, default: 上限");
    assert_eq!(found(&moved, "有场所: true, 上限: 30").0, ["discretion true"]);
    assert_eq!(found(&moved, "有场所: true, 上限: 31").0, ["discretion true", "default-outside true"]);
    assert_eq!(found(&moved, "有场所: true").0, ["discretion true", "default-outside false"]);
    let (_, all) = decided(&moved, "demo", "", "有场所: true");
    assert_eq!(names(&all, "facts_needed"), ["上限"]);
}
