//! The words of licences are true: what is said of a case that looks like another is not said of it.

use cailiang::answer::Json;
use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::{Form, Lang, Markup};
use cailiang::{Library, Ruleset, Source, Style};
use cailiang_rulesets::RULESETS;

/// A host with one licence of its own, and the published texts.
fn with(own: &str) -> Host {
    let text = format!(
        "cailiang: 1
ruleset: cn.demo.words
title: 示例许可
issuer: 某市
in_force: {{from: 2020-01-01}}
status: in_force
uses: [cn.state-council.working-days]
laws: {{示例条例: {{title: 示例条例, rank: regulation}}, 行政许可法: {{title: 行政许可法, rank: law}}}}
{own}"
    );
    let mut library = Library::new();
    for text in RULESETS.iter().map(|t| t.text).chain([&*text]) {
        let (ruleset, found) = Ruleset::compile(&Source::new("demo.yaml", text));
        library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("versions do not overlap");
    }
    Host::new(library)
}

/// The words of a case in one language, and the answer.
fn told(host: &Host, case: &str, lang: Lang) -> (String, Json) {
    let case = format!("ruleset: cn.demo.words\nlicence: demo\non: 2025-09-01\n{case}");
    let mut cases = read::read_case(&Source::new("case", &*case)).unwrap_or_else(|f| panic!("{}\n{case}", f.message()));
    let computed = host.compute(&cases.pop().expect("one case")).unwrap_or_else(|f| panic!("{}", f.message()));
    let style = Style { lang, form: Form::Brief, markup: Markup::Text };
    (computed.words(style), Json::read(&computed.json(lang)))
}

/// Every text stands in the words of the case, in Chinese and in English, and none of the others does.
fn says(host: &Host, case: &str, there: &[[&str; 2]], not_there: &[[&str; 2]]) {
    for (lang, of) in [(Lang::Zh, 0), (Lang::En, 1)] {
        let words = told(host, case, lang).0;
        let lost: Vec<&str> = there.iter().map(|text| text[of]).filter(|text| !words.contains(text)).collect();
        let wrong: Vec<&str> = not_there.iter().map(|text| text[of]).filter(|text| words.contains(text)).collect();
        assert!(lost.is_empty() && wrong.is_empty(), "not said: {lost:?}, said: {wrong:?}\n{case}\n{words}");
    }
}

const SILENCE: [&str; 2] = ["即为受理", "deemed accepted"];
const INCOMPLETE: [&str; 2] = ["申请已经受理，但仍缺“申请表”", "the application is accepted, yet “申请表” is missing"];

/// 行政许可法 第三十二条第一款第四项, 第五项: silence accepts what the authority did not. Five working days from Monday
/// 1 September 2025 end on the 8th.
#[test]
fn what_the_authority_accepted_is_not_deemed_accepted() {
    let host = with(
        "facts: {申请日: {type: date}, 已告知: {type: yes-no}, 告知日: {type: date}, 已受理: {type: yes-no}}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    accepted: 已受理
    documents: [{id: 申请表, for: [申请], basis: 示例条例 第六条}]
    deadlines:
      - {what: 补正告知, within: 5工作日, from: 申请日, done: 已告知, on: 告知日, else: deemed_accepted,
         basis: 行政许可法 第三十二条第一款第四项}
",
    );
    let case = |as_of: &str, facts: &str| format!("{as_of}\nfacts: {{申请日: 2025-09-01, {facts}}}");
    let accepted = ["未进行；机关已受理", "not done; the authority has accepted the application"];
    let limit = |case: &str| {
        let all = told(&host, case, Lang::Zh).1;
        let limit = all.get("deadlines").expect("deadlines").items()[0].clone();
        let word = |key: &str| limit.get(key).and_then(Json::as_str).map(str::to_owned);
        (word("due").expect("a day"), word("else"), all.get("review_points").expect("points").write())
    };
    // Complete and accepted: nothing is deemed, and nothing is out of time.
    let complete = case("as_of: 2025-10-20", "已告知: false, 已受理: true, 提交材料: [申请表]");
    says(&host, &complete, &[accepted], &[SILENCE, ["逾期", "ran out"], ["材料不齐", "incomplete"]]);
    assert_eq!(limit(&complete), ("2025-09-08".into(), None, "[]".into()));
    // Accepted with a document missing, after the five days and within them: told in both.
    for as_of in ["as_of: 2025-10-20", "as_of: 2025-09-03"] {
        let case = case(as_of, "已告知: false, 已受理: true, 提交材料: []");
        says(&host, &case, &[accepted, INCOMPLETE], &[SILENCE, ["时限未满", "is running"]]);
    }
    // Without a day nothing is open: no silence follows.
    let case_without = case("", "已告知: false, 已受理: true, 提交材料: [申请表]");
    assert_eq!(limit(&case_without).2, "[]");
    // Told too late what was accepted.
    let late = case("as_of: 2025-10-20", "已告知: true, 告知日: 2025-09-09, 已受理: true, 提交材料: [申请表]");
    says(&host, &late, &[["逾期完成；机关已受理", "done too late; the authority has accepted"]], &[SILENCE]);
    // Not accepted: silence accepts it.
    let silent = case("as_of: 2025-09-09", "已告知: false, 已受理: false, 提交材料: []");
    says(&host, &silent, &[SILENCE, INCOMPLETE], &[["机关", "the authority"]]);
    assert_eq!(limit(&silent).1.as_deref(), Some("deemed_accepted"));
    // Not known whether it was: accepted one way or the other.
    let open = case("as_of: 2025-09-09", "已告知: false, 提交材料: []");
    let either =
        ["机关未受理的，自收到申请材料之日起即为受理", "unless the authority accepted it, deemed accepted on receipt"];
    says(&host, &open, &[either, INCOMPLETE], &[]);
}

/// 食品经营许可和备案管理办法 第二十九条: who moves to other premises applies for a new licence, since that is no change.
#[test]
fn a_change_that_is_none_leaves_the_licence_needed() {
    let exempt = |procedure: &str| {
        with(&format!(
            "facts: {{不适用: {{type: yes-no}}, 有场所: {{type: yes-no}}}}
licences:
  - id: demo
    name: 示例许可
    procedure: {procedure}
    basis: 示例条例 第五条
    exempt: [{{id: 另有规定, when: 不适用, note: 应当重新申请, basis: 示例条例 第六条}}]
    conditions: [{{id: 场所, require: 有场所, basis: 示例条例 第七条}}]
"
        ))
    };
    let none = ["不需要取得许可", "no licence is needed"];
    for (procedure, said) in [
        ("变更", ["不适用变更程序", "the procedure of change does not apply"]),
        ("延续", ["不适用延续程序", "the procedure of renewal does not apply"]),
        ("新办", none),
    ] {
        let other: &[[&str; 2]] = if procedure == "新办" { &[] } else { &[none] };
        let host = exempt(procedure);
        says(&host, "facts: {不适用: true}", &[said, ["应当重新申请", "应当重新申请"]], other);
        says(&host, "facts: {有场所: true}", &[said, ["尚不能确定", "Not determined yet"]], other);
    }
}

/// What must come before a grant does not hold up a refusal.
#[test]
fn a_refusal_does_not_wait_for_what_a_grant_waits_for() {
    let step = |before: &str| {
        with(&format!(
            "facts: {{符合: {{type: yes-no}}, 已核查: {{type: yes-no}}}}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    conditions: [{{id: 条件, require: 符合, basis: 示例条例 第六条}}]
    steps: [{{id: 核查, kind: inspection, done: 已核查{before}, basis: 示例条例 第七条}}]
"
        ))
    };
    let procedure = ["程序缺失", "procedure "];
    let unlawful = ["未进行即准予，程序违法", "a grant without it is unlawful"];
    let (grant, any) = (step(", before: grant"), step(", before: decision"));
    let [refused, granted, open] =
        ["符合: false, ", "符合: true, ", ""].map(|f| format!("facts: {{{f}已核查: false}}"));
    says(&grant, &refused, &[["不予许可", "to be refused"]], &[procedure, unlawful]);
    says(&grant, &granted, &[["尚不得作出决定", "no decision yet"], unlawful], &[["即作决定", "a decision without"]]);
    let certain = |host: &Host, case: &str| {
        let points = told(host, case, Lang::Zh).1.get("review_points").expect("points").items().to_vec();
        points.iter().map(|p| p.get("certain").and_then(Json::as_bool).expect("a flag")).collect::<Vec<_>>()
    };
    assert_eq!([&refused, &granted, &open].map(|case| certain(&grant, case)), [vec![], vec![true], vec![false]]);
    // Where every decision waits, each of them is told so.
    for case in [&refused, &granted, &open] {
        says(&any, case, &[["未进行即作决定，程序违法", "a decision without it is unlawful"]], &[unlawful]);
    }
}

/// 20 days from Tuesday 2 September 2025 end on Monday the 22nd; 30 on Thursday 2 October, a holiday until the 8th.
#[test]
fn a_limit_that_may_not_apply_says_so_and_a_day_of_rest_counts_while_it_matters() {
    let host = with(
        "facts:
  类别: {type: choice, of: [重点, 简化]}
  受理日: {type: date}
  已决定: {type: yes-no}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    deadlines:
      - {what: 决定（简化）, when: 类别 = 简化, within: 20日, from: 受理日, done: 已决定, on: 决定日, basis: 示例条例 第六条}
      - {what: 决定（重点）, when: 类别 = 重点, within: 30日, from: 受理日, done: 已决定, on: 决定日, basis: 示例条例 第七条}
",
    );
    let case = |facts: &str| format!("as_of: 2025-11-20\nfacts: {{受理日: 2025-09-02, {facts}}}");
    let maybe = ["是否适用尚不知；如适用，", "not known whether it applies; if it does: "];
    let rest = ["由承办人认定", "a person decides"];
    says(&host, &case("已决定: true, 决定日: 2025-09-30"), &[maybe], &[]);
    // Decided before the last day, or after the day to which it may move: nothing hangs on which it is.
    for day in ["2025-09-05", "2025-10-02", "2025-10-10"] {
        says(&host, &case(&format!("类别: 重点, 已决定: true, 决定日: {day}")), &[], &[maybe, rest]);
    }
    for day in ["2025-10-03", "2025-10-09"] {
        says(&host, &case(&format!("类别: 重点, 已决定: true, 决定日: {day}")), &[rest], &[maybe]);
    }
    // Still running: the last day is to come, and somebody must know it.
    let running = case("类别: 重点, 已决定: false").replace("2025-11-20", "2025-09-20");
    says(&host, &running, &[rest], &[maybe]);
}

/// One working day from Tuesday 30 September 2025 is Thursday 9 October, after the holidays.
#[test]
fn lengths_of_time_are_told_as_elsewhere() {
    let host = with(
        "facts: {受理日: {type: date}, 已决定: {type: yes-no}}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    deadlines: [{what: 决定, within: 1工作日, from: 受理日, done: 已决定, on: 决定日, basis: 示例条例 第六条}]
",
    );
    let told = ["2025年9月30日起 1 个工作日 → 2025年10月9日", "from 30 September 2025, 1 working day → 9 October 2025"];
    says(&host, "as_of: 2025-10-01\nfacts: {受理日: 2025-09-30, 已决定: false}", &[told], &[]);
}

/// One licence is left, for whom the number is limited.
#[test]
fn several_applicants_are_told_what_is_decided_of_them() {
    let host = with(
        "facts:
  受理日: {type: date}
  余额: {type: integer, min: 0}
  受限: {type: yes-no}
  已核查: {type: yes-no}
  符合: {type: yes-no}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    conditions: [{id: 条件, require: 符合, basis: 示例条例 第六条}]
    documents: [{id: 申请表, for: [申请], basis: 示例条例 第七条}]
    steps: [{id: 核查, kind: inspection, done: 已核查, basis: 示例条例 第八条}]
    quota: {when: 受限, left: 余额, order: {is: first_accepted, by: [受理日], basis: 行政许可法 第五十七条}, basis: 示例条例 第九条}
",
    );
    let case = |common: &str, a: &str, b: &str| {
        format!(
            "facts: {{余额: 1{common}}}
applicants: [{{id: 张, facts: {{受理日: 2025-09-02{a}}}}}, {{id: 李, facts: {{受理日: 2025-09-03{b}}}}}]"
        )
    };
    let good = ", 符合: true, 已核查: true, 提交材料: [申请表]";
    let nobody = ["无人可以准予", "nobody is granted it"];
    let waits = case(", 受限: true, 符合: true, 已核查: false, 提交材料: [申请表]", "", "");
    says(&host, &waits, &[["尚不得作出决定：张、李", "no decision yet: 张, 李"]], &[nobody]);
    let incomplete = case(", 受限: true, 符合: true, 已核查: true, 提交材料: []", "", "");
    says(&host, &incomplete, &[["待补正：张、李", "to be supplemented: 张, 李"]], &[nobody]);
    let one = case(", 受限: true", good, ", 符合: true, 已核查: true, 提交材料: []");
    says(&host, &one, &[["准予：张；待补正：李", "granted: 张; to be supplemented: 李"]], &[nobody]);
    let refused = case(", 受限: true, 符合: false, 已核查: true, 提交材料: [申请表]", "", "");
    says(&host, &refused, &[nobody], &[]);
    // Without a limit there is no number, no order and no place.
    let free = case(&format!(", 受限: false{good}"), "", "");
    let number = ["尚余 1 个；按受理的先后顺序", "1 left; in the order of acceptance"];
    says(
        &host,
        &free,
        &[["准予：张、李", "granted: 张, 李"], ["数量不受限制", "the number is not limited"]],
        &[number, ["名额", "place"], ["第 1 位", "place 1"]],
    );
    // Limited for one of them only: the other has no place.
    let mixed = case("", &format!(", 受限: true{good}"), &format!(", 受限: false{good}"));
    says(&host, &mixed, &[number, ["第 1 位", "place 1"], ["应当准予（不受数量限制）", "(the number is not"]], &[]);
    let open = case(good, "", "");
    let if_limited =
        ["数量是否受限尚不知；如受限，尚余 1 个", "not known whether the number is limited; if it is: 1 left"];
    says(&host, &open, &[if_limited], &[]);
    // Three of the first, who has the one licence whether limited or not, and four of the second. Six are shown.
    let nothing = case("", "", "");
    let (_, all) = told(&host, &nothing, Lang::Zh);
    assert_eq!(all.get("facts_needed").expect("questions").items().len(), 7);
    says(&host, &nothing, &[["；此外还有 1 项", "; 1 more after that"]], &[]);
}

/// One fact for each part of a licence: the question says what that part decides, whatever else is read beside it.
#[test]
fn a_question_says_what_its_fact_decides() {
    let part = |procedure: &str| {
        with(&format!(
            "facts:
  甲: {{type: yes-no}}
  乙: {{type: yes-no}}
  丙: {{type: yes-no}}
  丁: {{type: yes-no}}
  戊: {{type: yes-no}}
  己: {{type: yes-no}}
  庚: {{type: yes-no}}
  辛: {{type: yes-no}}
  壬: {{type: yes-no}}
  癸: {{type: yes-no}}
  子: {{type: yes-no}}
  丑: {{type: yes-no}}
  寅: {{type: date}}
  卯: {{type: date}}
  辰: {{type: integer, min: 0}}
  巳: {{type: integer, min: 0}}
  午: {{type: integer, unit: 月, min: 0}}
  未: {{type: integer, unit: 日, min: 0}}
  申: {{type: yes-no}}
  酉: {{type: integer, min: 0}}
licences:
  - id: demo
    name: 示例许可
    procedure: {procedure}
    basis: 示例条例 第五条
    exempt: [{{id: 免, when: 甲, basis: 示例条例 第六条}}]
    accepted: 乙
    authority: [{{when: 申, is: 县局, basis: 示例条例 第六条}}, {{otherwise: true, is: 市局, basis: 示例条例 第六条}}]
    conditions:
      - {{id: 组, when: 丙, basis: 示例条例 第六条, all: [{{id: 内, when: 丁, require: 戊}}]}}
    bars: [{{id: 情形, when: 丑, basis: 示例条例 第六条}}]
    documents: [{{id: 证明, when: 己, shared_data: 庚, for: [内], basis: 示例条例 第七条}}]
    steps: [{{id: 核查, kind: inspection, when: 辛, done: 壬, basis: 示例条例 第八条}}]
    routes: [{{id: 承诺, when: 癸, excludes: 子, waives: [核查], basis: 示例条例 第九条}}]
    deadlines: [{{what: 决定, within: 20日, promised: 未, from: 寅, basis: 示例条例 第十条}}]
    terms:
      - {{id: 有效期, kind: validity, rows: [{{when: 辰 < 5, range: 2年}}, {{otherwise: true, range: 3年}}],
         basis: 示例条例 第十一条}}
    quota: {{left: 巳, order: {{is: first_accepted, by: [卯, 酉], basis: 行政许可法 第五十七条}}, basis: 示例条例 第十二条}}
    bans: [{{id: 一年, when: 丑, from: 决定日, lasts: 午, basis: 示例条例 第十三条}}]
",
        ))
    };
    let decides = |host: &Host, name: &str, lang: &str| {
        let request = r#"{"do": "describe", "ruleset": "cn.demo.words", "licence": "demo", "as_of": "2025-09-01""#;
        let request = format!(r#"{request}, "lang": "{lang}"}}"#);
        let answer = Json::read(&host.handle(&request));
        let facts = answer.get("licence").and_then(|licence| licence.get("facts")).expect("facts").items();
        let fact = facts.iter().find(|fact| fact.get("name").and_then(Json::as_str) == Some(name));
        fact.and_then(|fact| fact.get("decides")).and_then(Json::as_str).expect("what it decides").to_owned()
    };
    let host = part("新办");
    for (facts, zh, en) in [
        (&["甲"][..], "定是否需要许可", "whether a licence is needed"),
        (&["申"], "定受理机关", "who decides"),
        (&["癸", "子"], "定办理方式", "the route"),
        (&["乙"], "定是否已受理", "whether it is accepted"),
        (&["己", "庚", "提交材料"], "定须补正的材料", "what is missing"),
        (&["丙", "丁", "戊"], "定许可条件", "a condition"),
        (&["辛", "壬"], "定程序是否完成", "the procedure"),
        (&["巳", "卯", "酉", "在先申请人数"], "定是否还有名额", "whether a licence is left"),
        (&["寅", "未"], "定期限", "a time limit"),
        (&["辰"], "定许可内容", "the terms of the licence"),
        (&["午"], "定能否再次申请", "whether one may apply again"),
        // Two things, the one that the law looks at first before the other.
        (&["丑"], "定有无不予许可的情形、定能否再次申请", "a bar, whether one may apply again"),
    ] {
        for fact in facts {
            assert_eq!([decides(&host, fact, "zh"), decides(&host, fact, "en")], [zh, en], "{fact}");
        }
    }
    let change = part("变更");
    let said = ["zh", "en"].map(|lang| decides(&change, "甲", lang));
    assert_eq!(said, ["定本程序是否适用", "whether this procedure applies"]);
}

/// A pending decision names every step that is missing, and a route may do without one of them: what the route hangs on
/// is asked for, though the time limit is looked at first.
#[test]
fn what_is_open_has_a_question() {
    let host = with(
        "facts: {有场地: {type: yes-no}, 已决定: {type: yes-no}, 受理日: {type: date}, 听证过: {type: yes-no}, 公示过: \
         {type: yes-no}, 承诺: {type: yes-no}}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第一条
    conditions: [{id: 场地, require: 有场地, basis: 示例条例 第三条}]
    steps:
      - {id: 听证, kind: hearing, done: 听证过, before: decision, basis: 示例条例 第九条}
      - {id: 公示, kind: publicity, done: 公示过, before: grant, basis: 示例条例 第九条}
    deadlines:
      - {what: 决定, within: 20日, from: 受理日, done: 已决定, on: 决定日, else: deemed_granted, basis: 示例条例 第十一条}
    routes: [{id: 承诺, when: 承诺, waives: [公示], basis: 示例条例 第十二条}]
",
    );
    let asked = |facts: &str| {
        let case = format!(
            "ruleset: cn.demo.words\nlicence: demo\non: 2025-09-01\nas_of: 2025-09-10\nfacts: {{有场地: false, 受理日: \
             2025-09-02, 决定日: 2025-09-05, 听证过: false, 公示过: false{facts}}}\n"
        );
        let mut cases = read::read_case(&Source::new("case", &*case)).expect("a case");
        let answer = host.compute(&cases.pop().expect("one case")).expect("an answer").json(Lang::Zh);
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let needed = answer["facts_needed"].as_array().expect("a list").iter().map(|f| f["name"].clone());
        (answer["determined"] == true, needed.collect::<Vec<_>>())
    };
    assert_eq!(asked(""), (false, vec!["承诺".into()]));
    assert_eq!(asked(", 承诺: true"), (true, Vec::new()));
    assert_eq!(asked(", 承诺: false"), (true, Vec::new()));
}
