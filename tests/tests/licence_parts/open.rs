//! A fact that cannot be ascertained: what comes out is what comes out for its values together, and nobody is asked.

use super::{decided, ruleset, words};
use crate::program::Random;
use crate::{host, licence_cases, names, outcome, possible, with};
use cailiang::answer::Json;
use cailiang::read::Request;
use cailiang::syntax::NodeKind;
use cailiang::vocabulary::Stage;
use std::collections::BTreeSet;

/// 20 working days from Monday 1 September 2025, or 30 if extended: whichever, a decision on the fourth is in time. Who
/// has 甲, or has it not and has 乙, meets the condition: one of the two is so.
#[test]
fn what_is_so_whatever_the_fact_is_said_to_be_so() {
    let host = with(&ruleset(
        "cn.state-council.working-days",
        "受理日: {type: date}, 延长: {type: yes-no}, 已决定: {type: yes-no}, 甲: {type: yes-no}, 乙: {type: yes-no}",
        "    procedure: 新办
    conditions:
      - {id: 条件, basis: 示例条例 第二条, any: [{id: 有甲, require: 甲}, {id: 无甲有乙, require: not 甲 and 乙}]}
    deadlines:
      - {what: 决定, within: 20工作日, from: 受理日, extension: {within: 10工作日, when: 延长}, done: 已决定, on: 决定日,
         else: deemed_granted, basis: 示例条例 第三条}
",
    ));
    let run = |facts: &str| {
        let facts = format!("受理日: 2025-09-01, 已决定: true, 决定日: 2025-09-05{facts}");
        let (possible, all) = decided(&host, "demo", "as_of: 2025-10-20", &facts);
        let determined = all.get("determined").and_then(Json::as_bool) == Some(true);
        let word = |of: &str, key: &str| all.get(of).expect("a list").items()[0].get(key).map(Json::write);
        let asked = names(&all, "facts_needed");
        (possible.join(", "), determined, word("conditions", "status"), word("deadlines", "status"), asked)
    };
    let granted = (
        "grant decision must".to_owned(),
        true,
        Some("\"satisfied\"".to_owned()),
        Some("\"met\"".to_owned()),
        Vec::<String>::new(),
    );
    assert_eq!(run(", 甲: true, 延长: 无法查明"), granted);
    assert_eq!(run(", 甲: true"), granted);
    assert_eq!(run(", 乙: true, 延长: false"), granted);
    assert_eq!(run(", 乙: true, 延长: false, 甲: 无法查明"), granted);
    assert_eq!(run(", 乙: true, 延长: 无法查明, 甲: 无法查明"), granted);
    // Without 乙 it does depend on it: both are possible, and there is nothing to ask.
    let (possible, determined, _, _, asked) = run(", 乙: false, 延长: false, 甲: 无法查明");
    assert_eq!((&*possible, determined), ("refuse decision must, grant decision must", false));
    assert_eq!(asked, Vec::<String>::new());
    // While 乙 is missing it is asked for, and 甲 is not.
    assert_eq!(run(", 延长: false, 甲: 无法查明").4, ["乙"]);
    // A value that leads into a year that no notice has announced leaves what was possible, and that is said.
    let facts = "受理日: 2026-11-20, 已决定: true, 决定日: 2026-11-23, 甲: true";
    let (possible, all) = decided(&host, "demo", "as_of: 2026-11-30", &format!("{facts}, 延长: 无法查明"));
    assert_eq!(possible, ["grant silence must", "grant decision must"]);
    assert!(all.get("review_points").expect("points").write().contains("calendar-unknown"));
    assert_eq!(
        decided(&host, "demo", "as_of: 2026-11-30", &format!("{facts}, 延长: false")).0,
        ["grant decision must"]
    );
}

/// A document is missing, and it is not known whether the application was accepted all the same; a term of the law is
/// for a person to find, and whether it is asked at all hangs on another fact.
#[test]
fn what_only_some_completions_have_is_told_so() {
    let host = with(&ruleset(
        "",
        "受理: {type: yes-no}, 品行良好: {type: finding}, 有场所: {type: yes-no}",
        "    procedure: 新办
    accepted: 受理
    documents: [{id: 申请书, for: [场所], basis: 示例条例 第六条}]
    conditions:
      - {id: 品行, require: 品行良好, basis: 示例条例 第二条}
      - {id: 场所, require: 有场所, basis: 示例条例 第三条}
",
    ));
    let found = |facts: &str| {
        let (_, all) = decided(&host, "demo", "as_of: 2025-10-20", facts);
        let points = all.get("review_points").expect("points").items().iter().map(|point| {
            let code = point.get("code").and_then(Json::as_str).expect("a code").to_owned();
            (code, point.get("certain").and_then(Json::as_bool) == Some(true))
        });
        (points.collect::<Vec<_>>(), words(&host, "as_of: 2025-10-20", facts))
    };
    let told =
        |points: &[(&str, bool)]| points.iter().map(|(code, sure)| ((*code).to_owned(), *sure)).collect::<Vec<_>>();
    let (points, text) = found("品行良好: true, 有场所: true, 提交材料: []");
    assert_eq!(points, told(&[("finding", true), ("accepted-incomplete", false)]));
    assert!(text.contains("视查明情况：申请已经受理，但仍缺“申请书”"), "{text}");
    let (points, text) = found("品行良好: true, 有场所: true, 提交材料: [], 受理: true");
    assert_eq!(points, told(&[("finding", true), ("accepted-incomplete", true)]));
    assert!(text.contains(" 申请已经受理，但仍缺“申请书”") && text.contains("未提交"), "{text}");
    // Without the place nobody need find the character; where only the character is left, a person must.
    let given = "提交材料: [申请书], 受理: true";
    assert_eq!(found(given).0, told(&[("finding", false)]));
    assert_eq!(found(&format!("{given}, 有场所: true")).0, told(&[("finding", true)]));
}

/// Facts of the published cases that are true or false, one of four: not to be ascertained is one or the other.
#[test]
fn what_cannot_be_ascertained_is_the_join_of_its_values() {
    let host = host();
    let set = |case: &Request, name: &str, value: &str| {
        let mut with = case.clone();
        let NodeKind::Mapping(entries) = &mut with.facts.kind else { panic!("facts") };
        let entry = entries.iter_mut().find(|entry| entry.key.text == name).expect("the fact");
        let written = crate::case(&format!("ruleset: a\nlicence: b\non: 2024-01-01\nfacts: {{{name}: {value}}}"));
        let NodeKind::Mapping(mut made) = written.facts.kind else { panic!("facts") };
        entry.value = made.pop().expect("a fact").value;
        with
    };
    let mut random = Random(11);
    let (mut looked_at, mut same, mut silent) = (0, 0, 0);
    for case in licence_cases() {
        let NodeKind::Mapping(entries) = &case.facts.kind else { panic!("facts") };
        let flags = entries.iter().filter(|entry| matches!(entry.value.as_str(), Some("true" | "false")));
        for name in flags.map(|entry| entry.key.text.clone()).collect::<Vec<_>>() {
            if random.below(4) > 0 {
                continue;
            }
            let vain = set(&case, &name, "无法查明");
            // What the authority itself did can always be found out, and says so.
            if host.compute(&vain).is_err_and(|failure| failure.stage() == Stage::Facts) {
                continue;
            }
            let [yes, no] = ["true", "false"].map(|value| outcome(&host, &set(&case, &name, value)));
            let vain = outcome(&host, &vain);
            let set_of = |all: &Json| possible(all).into_iter().collect::<BTreeSet<_>>();
            let expected: BTreeSet<_> = &set_of(&yes) | &set_of(&no);
            assert_eq!(set_of(&vain), expected, "{:?}: {name}", case.name);
            assert!(!names(&vain, "facts_needed").contains(&name), "{:?}: {name}", case.name);
            // A person looks at it where it makes a difference, and is not sent to where it makes none.
            let sent = vain.get("review_points").expect("points").items().iter().any(|point| {
                let word = |key: &str| point.get(key).and_then(Json::as_str);
                word("code") == Some("unascertainable") && word("rule") == Some(&*name)
            });
            let content =
                |all: &Json| ["terms", "documents", "steps", "authority"].map(|key| all.get(key).map(Json::write));
            assert!(sent || set_of(&yes) == set_of(&no), "{:?}: {name}", case.name);
            // While other facts are missing it may make a difference with one of theirs.
            let known = |all: &Json| all.get("determined").and_then(Json::as_bool) == Some(true);
            let alike = set_of(&yes) == set_of(&no) && content(&yes) == content(&no) && known(&yes) && known(&no);
            assert!(!sent || !alike, "{:?}: {name}", case.name);
            silent += usize::from(!sent);
            looked_at += 1;
            same += usize::from(expected.len() == 1);
        }
    }
    assert!(looked_at >= 280 && same >= 100 && same < looked_at, "{looked_at} facts, {same} do not matter");
    assert!(silent >= 100, "{silent} facts nobody looks at");
}
