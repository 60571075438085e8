//! Licences: what holds for every case, whatever is hidden; a naive reading of the articles; the parts that the
//! published rulesets do not use; what is wrong with a request.

mod licence_parts;
mod program;

use cailiang::answer::{self, Json};
use cailiang::read::{self, Request};
use cailiang::serve::Host;
use cailiang::vocabulary::Lang;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::{CASES, RULESETS};
use program::Random;

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.unwrap_or_else(|| panic!("{}: {found:#?}", text.path))).expect("versions do not overlap");
    }
    Host::new(library)
}

/// A ruleset that is no calendar.
const PLAIN: &str = "cailiang: 1
ruleset: cn.demo.plain
title: 示例
issuer: 某市
in_force: {from: 2020-01-01}
status: in_force
";

/// A host with one text of its own, the working days, and a ruleset that is no calendar.
fn with(text: &str) -> Host {
    let mut library = Library::new();
    let days = RULESETS.iter().filter(|t| t.path.contains("working-days")).map(|t| t.text);
    for text in days.chain([PLAIN, text]) {
        let (ruleset, found) = Ruleset::compile(&Source::new("demo.yaml", text));
        library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("versions do not overlap");
    }
    Host::new(library)
}

fn case(text: &str) -> Request {
    let mut cases = read::read_case(&Source::new("case", text)).unwrap_or_else(|f| panic!("{}\n{text}", f.message()));
    cases.pop().expect("one case")
}

fn outcome(host: &Host, case: &Request) -> Json {
    let computed = host.compute(case).unwrap_or_else(|f| panic!("{}: {}", f.stage().as_str(), f.message()));
    Json::read(&computed.json(Lang::Zh))
}

/// `(kind, by, force)` of the decisions possible.
fn possible(outcome: &Json) -> Vec<String> {
    let decision = outcome.get("decision").expect("a decision");
    let one = |d: &Json| ["kind", "by", "force"].map(|k| d.get(k).and_then(Json::as_str).unwrap_or("")).join(" ");
    match decision.get("possible") {
        Some(all) => all.items().iter().map(one).collect(),
        None => vec![one(decision)],
    }
}

fn names(outcome: &Json, key: &str) -> Vec<String> {
    let name = |item: &Json| item.as_str().or(item.get("name").and_then(Json::as_str)).unwrap_or("").to_owned();
    outcome.get(key).expect("a list").items().iter().map(name).collect()
}

/// Each line about a part of a licence leads to the row it tells, and its conditions to where they are written.
#[test]
fn the_explanation_leads_to_the_text() {
    let host = host();
    let (mut lines, mut conditions) = (0, 0);
    for mut case in licence_cases() {
        case.action = cailiang::vocabulary::Action::Explain;
        let answer = Json::read(&host.answer(&case, &Source::new("case", "")));
        for line in answer.get("lines").expect("lines").items() {
            let word = |key: &str| line.get(key).and_then(Json::as_str).unwrap_or("");
            let of_part = ["requirements", "documents", "deadlines", "terms"].contains(&word("section"));
            let places = line.get("places").expect("places").items();
            let leads = of_part || word("section") == "head" || word("heading") == "办理方式";
            assert_eq!(places.len(), usize::from(leads), "{}", line.write());
            // The day by which to apply again is no row with a name.
            for place in places.iter().filter(|_| of_part && word("heading") != "申请延续") {
                let name = word("heading").split('（').next().expect("a name");
                assert!(row_at(place).contains(name), "{name}: {}", row_at(place));
                lines += 1;
            }
            for found in line.get("conditions").expect("conditions").items() {
                let at = row_at(found.get("at").expect("a place"));
                let read = found.get("reads").expect("names").items().iter();
                let mut read = read.filter_map(|one| one.get("name").and_then(Json::as_str));
                assert!(read.all(|name| at.contains(name)), "{}: {at}", found.write());
                conditions += 1;
            }
        }
    }
    assert!(lines >= 1_000 && conditions >= 500, "{lines} lines, {conditions} conditions");
}

/// The line of a built-in ruleset that a place begins in.
fn row_at(place: &Json) -> &'static str {
    let path = place.get("source").and_then(Json::as_str).expect("a file");
    let line = place.get("line").and_then(Json::as_int).and_then(|line| usize::try_from(line).ok()).expect("a line");
    let text = RULESETS.iter().find(|text| text.path == path).expect("a built-in ruleset").text;
    text.lines().nth(line - 1).expect("the line")
}

fn licence_cases() -> Vec<Request> {
    let read = |text: &cailiang_rulesets::Text| read::read_case(&Source::new(text.path, text.text)).expect("cases");
    // Several applicants have a test of their own.
    let one = |case: &Request| case.licence.is_some() && case.applicants.is_empty();
    CASES.iter().flat_map(read).filter(one).collect()
}

/// Facts are hidden at random; what came out with all of them stays possible, and what is said to be settled is.
#[test]
fn hiding_facts_never_loses_the_decision() {
    let host = host();
    let mut random = Random(7);
    let (mut hidden_runs, mut open) = (0, 0);
    for full in licence_cases() {
        let complete = outcome(&host, &full);
        let decided = possible(&complete);
        for _ in 0..6 {
            let mut part = full.clone();
            let cailiang::syntax::NodeKind::Mapping(entries) = &mut part.facts.kind else { panic!("facts") };
            let mut hidden = Vec::new();
            entries.retain(|entry| {
                let keep = random.below(5) > 0;
                if !keep {
                    hidden.push(entry.key.text.clone());
                }
                keep
            });
            // Without a day that working days are counted from there is nothing to count; both must evaluate.
            let found = outcome(&host, &part);
            hidden_runs += 1;
            let name = format!("{:?} without {hidden:?}", full.name);
            let left = possible(&found);
            assert!(decided.iter().all(|d| left.contains(d)), "{name}: {decided:?} is not in {left:?}");
            let determined = found.get("determined").and_then(Json::as_bool) == Some(true);
            if determined {
                assert_eq!(left, decided, "{name}");
                assert_eq!(names(&found, "facts_needed"), Vec::<String>::new(), "{name}");
                let basis = |o: &Json| o.get("decision").map(Json::write);
                let grounds = !matches!(left.first().map(String::as_str), Some(k) if k.starts_with("refuse"));
                assert!(!grounds || basis(&found) == basis(&complete), "{name}");
            } else {
                open += 1;
                // What is hidden and matters is asked for.
                let settled = complete.get("determined").and_then(Json::as_bool) == Some(true);
                assert!(!settled || !names(&found, "facts_needed").is_empty(), "{name}: nothing is asked");
            }
            let irrelevant = names(&found, "facts_irrelevant");
            if hidden.iter().all(|fact| irrelevant.contains(fact)) {
                for key in ["decision", "conditions", "bars", "documents", "steps", "deadlines", "terms", "renewal"] {
                    assert_eq!(found.get(key), complete.get(key), "{name}: {key}");
                }
            }
        }
    }
    assert!(hidden_runs >= 450 && open >= 80, "{hidden_runs} runs, {open} of them open");
}

/// 律师法 art 5 to 8 and 12 read straight, for all combinations of what they name.
#[test]
fn the_lawyers_licence_is_what_the_articles_say() {
    let host = host();
    let kinds = ["专职", "兼职", "特许"];
    let sentences = ["无", "仅因过失犯罪", "有故意犯罪"];
    for number in 0..kinds.len() * sentences.len() * 64 {
        let (kind, rest) = (kinds[number % 3], number / 3);
        let (sentence, bits) = (sentences[rest % 3], rest / 3);
        let bit = |n: usize| bits >> n & 1 == 1;
        let [constitution, qualified, good, teaches, consent, passed] = [0, 1, 2, 3, 4, 5].map(bit);
        let text = format!(
            "ruleset: cn.npc.lawyer-licence
licence: lawyer-practice
on: 2024-09-27
facts:
  申请类型: {kind}
  申请地为直辖市: false
  申请机关: 设区的市级司法行政部门
  已受理: true
  拥护宪法: {constitution}
  具有法律职业资格: {qualified}
  实习开始日: 2023-03-01
  实习结束日: 2024-03-01
  品行良好: {good}
  从事法学教育研究: {teaches}
  所在单位同意: {consent}
  本科以上学历: true
  紧缺领域专业工作年数: 15
  高级职称: true
  相应的专业法律知识: true
  现任公务员: false
  国务院司法行政部门考核合格: {passed}
  行为能力: 完全
  刑事处罚: {sentence}
  被开除公职: false
  被吊销律师公证员执业证书: false
  提交材料: []
"
        );
        let met = constitution
            && good
            && match kind {
                "特许" => passed,
                "兼职" => qualified && teaches && consent,
                _ => qualified,
            };
        let expected = if met && sentence != "有故意犯罪" { "grant" } else { "refuse" };
        let found = outcome(&host, &case(&text));
        assert_eq!(possible(&found), [format!("{expected} decision must")], "{text}");
    }
}

#[test]
fn a_year_without_calendar_is_an_error_that_names_it() {
    let host = host();
    let text = "ruleset: cn.npc.lawyer-licence
licence: lawyer-practice
on: 2026-12-30
facts: {申请日: 2026-12-30}";
    let failure = host.compute(&case(text)).expect_err("2027 is not announced");
    assert_eq!((failure.stage().as_str(), failure.code()), ("evaluation", "no-calendar-year"));
    assert!(failure.message().contains("2027"), "{}", failure.message());
    // 24 to 31 December are 6 working days: the fifth is the 30th.
    let earlier = outcome(&host, &case(&text.replace("申请日: 2026-12-30", "申请日: 2026-12-23")));
    assert_eq!(earlier.get("deadlines").unwrap().items()[0].get("due").and_then(Json::as_str), Some("2026-12-30"));
}

const DEMO: &str = "cailiang: 1
ruleset: cn.demo.licence
title: 示例许可
issuer: 某市
in_force: {from: 2020-01-01}
status: in_force
USES
laws: {示例条例: {title: 示例条例, rank: regulation}, 行政许可法: {title: 行政许可法, rank: law}}
facts:
  申请日: {type: date}
  已决定: {type: yes-no}
  有场所: {type: yes-no}
  办理方式: {type: choice, of: [普通, 承诺]}
  失信: {type: yes-no}
  受理日: {type: date}
  受理序号: {type: integer, min: 1}
  剩余数量: {type: integer, min: 0}
  可共享: {type: yes-no}
  违法准予: {type: yes-no}
  骗取: {type: yes-no}
  重大损害: {type: finding}
  已届满: {type: yes-no}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    applied: 申请日
    conditions: [{id: 场所, require: 有场所, basis: 示例条例 第六条}]
    documents: [{id: 场所证明, for: [场所], shared_data: 可共享, basis: 示例条例 第七条}]
    deadlines:
      - {what: 决定, within: 20工作日, promised: 10工作日, from: 申请日, done: 已决定, on: 决定日, else: deemed_granted,
         basis: 示例条例 第九条}
    routes: [{id: 承诺, when: 办理方式 = 承诺, excludes: 失信, waives: [场所, 场所证明], basis: 示例条例 第八条}]
    quota: {left: 剩余数量, order: {is: first_accepted, by: [受理日, 受理序号], basis: 行政许可法 第五十七条}, basis: 示例条例 第十条}
  - id: revocation
    name: 撤销示例许可
    procedure: 撤销
    basis: 行政许可法 第六十九条
    grounds:
      - {id: 重大损害公共利益, when: 重大损害, force: must_not, basis: 行政许可法 第六十九条第三款}
      - {id: 骗取, when: 骗取, basis: 行政许可法 第六十九条第二款}
      - {id: 违法准予, when: 违法准予, force: may, basis: 行政许可法 第六十九条第一款}
  - id: cancel
    name: 注销示例许可
    procedure: 注销
    basis: 行政许可法 第七十条
    grounds: [{id: 届满未延续, when: 已届满, basis: 行政许可法 第七十条第一项}]
";

fn demo() -> Host {
    with(&DEMO.replace("USES", "uses: [cn.state-council.working-days]"))
}

fn decided(host: &Host, licence: &str, as_of: &str, facts: &str) -> (Vec<String>, Json) {
    let text = format!("ruleset: cn.demo.licence\nlicence: {licence}\non: 2024-09-02\n{as_of}\nfacts: {{{facts}}}");
    let found = outcome(host, &case(&text));
    (possible(&found), found)
}

#[test]
fn a_document_that_is_shared_is_not_asked_for_and_a_route_waives() {
    let host = demo();
    let base = "申请日: 2024-09-02, 已决定: false, 有场所: true, 剩余数量: 5, 在先申请人数: 0, 提交材料: []";
    let (found, _) = decided(&host, "demo", "as_of: 2024-09-03", &format!("{base}, 办理方式: 普通, 可共享: false"));
    assert_eq!(found, ["supplement decision must"]);
    let (found, all) = decided(&host, "demo", "as_of: 2024-09-03", &format!("{base}, 办理方式: 普通, 可共享: true"));
    assert_eq!(found, ["grant decision must"]);
    assert_eq!(all.get("documents").unwrap().items()[0].get("status").and_then(Json::as_str), Some("shared"));
    let promise = "申请日: 2024-09-02, 已决定: false, 剩余数量: 5, 在先申请人数: 0, 提交材料: [], 办理方式: 承诺";
    let (found, all) = decided(&host, "demo", "as_of: 2024-09-03", &format!("{promise}, 失信: false"));
    assert_eq!(found, ["grant decision must"]);
    assert_eq!(all.get("conditions").unwrap().items()[0].get("status").and_then(Json::as_str), Some("waived"));
    // Whom the route excludes is looked at like anybody else, and told.
    let (found, all) =
        decided(&host, "demo", "as_of: 2024-09-03", &format!("{promise}, 失信: true, 有场所: false, 可共享: true"));
    assert_eq!(found, ["refuse decision must"]);
    assert!(all.get("review_points").unwrap().write().contains("route-excluded"));
}

/// 20 working days from Monday 2 September 2024: 3 to 6 (4), 9 to 14 with Saturday worked (10), 18 to 20 after
/// 15–17 (13), 23 to 27 (18), Sunday 29 worked (19), 30 (20). Ten: Saturday 14 September.
#[test]
fn silence_may_grant_and_a_day_is_needed_to_say_so() {
    let host = demo();
    let facts = "申请日: 2024-09-02, 已决定: false, 有场所: false, 剩余数量: 5, 在先申请人数: 0, \
                 提交材料: [场所证明], 办理方式: 普通, 可共享: false";
    let (found, all) = decided(&host, "demo", "as_of: 2024-09-30", facts);
    assert_eq!(found, ["refuse decision must"]);
    let limit = &all.get("deadlines").unwrap().items()[0];
    assert_eq!(limit.get("due").and_then(Json::as_str), Some("2024-09-30"));
    assert_eq!(limit.get("promised_due").and_then(Json::as_str), Some("2024-09-14"));
    let (found, _) = decided(&host, "demo", "as_of: 2024-10-01", facts);
    assert_eq!(found, ["grant silence must"]);
    // Without the day both remain, nothing can be asked, and a person is told why.
    let (found, all) = decided(&host, "demo", "", facts);
    assert_eq!(found, ["grant silence must", "refuse decision must"]);
    assert_eq!(names(&all, "facts_needed"), Vec::<String>::new());
    assert!(all.get("review_points").unwrap().write().contains("as-of-missing"));
    // Decided a day late is silence all the same; decided in time is not.
    let late = facts.replace("已决定: false", "已决定: true, 决定日: 2024-10-08");
    assert_eq!(decided(&host, "demo", "as_of: 2024-10-09", &late).0, ["grant silence must"]);
    let timely = facts.replace("已决定: false", "已决定: true, 决定日: 2024-09-30");
    assert_eq!(decided(&host, "demo", "as_of: 2024-10-09", &timely).0, ["refuse decision must"]);
}

/// 30 days from Thursday 6 March 2025 end on Saturday 5 April, a holiday; Monday 7 April is worked.
#[test]
fn a_last_day_that_is_a_day_of_rest_does_what_the_text_says() {
    let text = |law: &str, limit: &str| {
        format!(
            "cailiang: 1
ruleset: cn.demo.days
title: 示例
issuer: 某市
in_force: {{from: 2020-01-01}}
status: in_force
uses: [cn.state-council.working-days]
laws: {{示例条例: {{title: 示例条例, rank: regulation{law}}}}}
facts: {{申请日: {{type: date}}, 已决定: {{type: yes-no}}}}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    deadlines:
      - {{what: 决定, within: 30日, from: 申请日, done: 已决定, on: 决定日, else: deemed_granted,
         basis: 示例条例 第九条{limit}}}
"
        )
    };
    let [moves, stays] = ["moves", "stays"].map(|is| format!(", last_day: {{is: {is}, basis: 示例条例 第十条}}"));
    let case = |decided: &str| {
        case(&format!(
            "ruleset: cn.demo.days\nlicence: demo\non: 2025-03-06\nas_of: 2025-04-07
facts: {{申请日: 2025-03-06, 已决定: true, 决定日: {decided}}}"
        ))
    };
    let run = |law: &str, limit: &str, decided: &str| {
        let found = outcome(&with(&text(law, limit)), &case(decided));
        let limit = &found.get("deadlines").expect("deadlines").items()[0];
        let word = |key: &str| limit.get(key).and_then(Json::as_str).unwrap_or("-").to_owned();
        let told = found.get("review_points").expect("points").write().contains("rest-day");
        (word("due"), word("moved_from"), word("due_if_moved"), word("status"), told, possible(&found).len())
    };
    let s = str::to_owned;
    for (law, limit, decided, expected) in [
        // Silent: both days are shown; on the Monday it is open whether the grant was deemed, and a person is told.
        ("", "", "2025-04-05", (s("2025-04-05"), s("-"), s("2025-04-07"), s("met"), false, 1)),
        ("", "", "2025-04-07", (s("2025-04-05"), s("-"), s("2025-04-07"), s("open"), true, 2)),
        ("", "", "2025-04-08", (s("2025-04-05"), s("-"), s("2025-04-07"), s("late"), false, 1)),
        // The law moves it, or the limit does.
        (&*moves, "", "2025-04-07", (s("2025-04-07"), s("2025-04-05"), s("-"), s("met"), false, 1)),
        ("", &*moves, "2025-04-08", (s("2025-04-07"), s("2025-04-05"), s("-"), s("late"), false, 1)),
        // What the limit says goes before what its law says.
        (&*moves, &*stays, "2025-04-07", (s("2025-04-05"), s("-"), s("-"), s("late"), false, 1)),
    ] {
        assert_eq!(run(law, limit, decided), expected, "{law} {limit} {decided}");
    }
    // What another document sets is not moved by the law whose name it begins with.
    let other = text(&moves, "").replace("示例条例 第九条", "示例条例实施意见 第九条");
    let found = outcome(&with(&other), &case("2025-04-07"));
    let limit = &found.get("deadlines").unwrap().items()[0];
    assert_eq!(limit.get("due_if_moved").and_then(Json::as_str), Some("2025-04-07"));
    assert_eq!((limit.get("status").and_then(Json::as_str), possible(&found).len()), (Some("open"), 2));
    // A day that is worked is what it is, whatever the text says.
    let worked = case("2025-04-07");
    let found = outcome(&with(&text(&moves, "").replace("30日", "32日")), &worked);
    assert_eq!(found.get("deadlines").unwrap().items()[0].get("due").and_then(Json::as_str), Some("2025-04-07"));
    assert!(!found.write().contains("moved_from"));
    // Without a calendar nothing is guessed from the days of the week; what moves needs one.
    let bare = text("", "").replace("uses: [cn.state-council.working-days]\n", "");
    let found = outcome(&with(&bare), &case("2025-04-07"));
    let limit = &found.get("deadlines").unwrap().items()[0];
    assert_eq!(limit.get("missing_year"), Some(&Json::Int(2025)));
    assert_eq!(limit.get("status").and_then(Json::as_str), Some("open"));
    // 32 days after 5 April no days of rest can explain it.
    for (decided, status) in [("2025-05-06", "open"), ("2025-05-07", "late")] {
        let found = outcome(&with(&bare), &case(decided));
        assert_eq!(found.get("deadlines").unwrap().items()[0].get("status").and_then(Json::as_str), Some(status));
    }
    let bare = text(&moves, "").replace("cn.state-council.working-days", "cn.demo.plain");
    let failure = with(&bare).compute(&case("2025-04-07")).expect_err("no calendar");
    assert_eq!((failure.stage().as_str(), failure.code()), ("ruleset", "calendar-missing"));
}

#[test]
fn one_applicant_alone_says_how_many_come_before() {
    let host = demo();
    let run = |left: u32, before: &str| {
        let facts = format!(
            "申请日: 2024-09-02, 已决定: false, 有场所: true, 剩余数量: {left}{before}, 提交材料: [场所证明], \
             办理方式: 普通"
        );
        decided(&host, "demo", "as_of: 2024-09-03", &facts)
    };
    assert_eq!(run(3, ", 在先申请人数: 2").0, ["grant decision must"]);
    let (found, all) = run(2, ", 在先申请人数: 2");
    assert_eq!(found, ["refuse decision must"]);
    assert!(all.get("decision").unwrap().write().contains(r#""of":"quota""#));
    // None is left, whoever comes before.
    assert_eq!(run(0, "").0, ["refuse decision must"]);
    let (found, all) = run(1, "");
    assert_eq!(found, ["refuse decision must", "grant decision must"]);
    assert_eq!(names(&all, "facts_needed"), ["在先申请人数"]);
}

/// Discretion as tables: how long, how much, until when; a row that is open leaves the join, a point leaves no choice.
#[test]
fn what_the_authority_fixes_is_a_table() {
    let text = "cailiang: 1
ruleset: cn.demo.licence
title: 示例许可
issuer: 某市
in_force: {from: 2020-01-01}
status: in_force
uses: [cn.state-council.working-days]
laws: {示例条例: {title: 示例条例, rank: regulation}}
facts:
  受理日: {type: date}
  风险: {type: level, of: [低, 中, 高]}
  设计规模: {type: number, unit: 吨, min: 0}
define:
  审查期限: [{when: 风险 = 高, is: 30工作日}, {otherwise: true, is: 10工作日}]
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    deadlines: [{what: 决定, within: 审查期限, from: 受理日, basis: 示例条例 第九条}]
    terms:
      - id: 有效期
        kind: validity
        basis: 示例条例 第十条
        rows:
          - {when: 风险 = 低, range: 3年以上5年以下, default: 5年, basis: 示例条例 第十条第一款}
          - {when: 风险 = 中, range: 1年以上3年以下, basis: 示例条例 第十条第二款}
          - {otherwise: true, range: 1年, basis: 示例条例 第十条第三款}
      - {id: 年处理量, kind: quantity, range: 0吨<..设计规模, basis: 示例条例 第十一条}
";
    let host = with(text);
    let run = |facts: &str| decided(&host, "demo", "as_of: 2025-03-05", facts).1;
    let term = |all: &Json, id: &str| {
        let terms = all.get("terms").expect("terms").items();
        let found = terms.iter().find(|t| t.get("id").and_then(Json::as_str) == Some(id)).expect("the term");
        (answer::show_amount(found.get("amount").expect("an amount")), found.get("basis").map(Json::write))
    };
    let told = |all: &Json| all.get("review_points").expect("points").write().matches("discretion").count();
    let due = |all: &Json| all.get("deadlines").unwrap().items()[0].get("due").map(Json::write);
    // 10 working days from Monday 3 March 2025 end on Monday 17 March.
    let low = run("受理日: 2025-03-03, 风险: 低, 设计规模: 200");
    assert_eq!(term(&low, "有效期"), ("36..60个月".into(), Some(r#""示例条例 第十条第一款""#.into())));
    assert_eq!(term(&low, "年处理量").0, "0<..200000千克");
    assert_eq!((told(&low), due(&low)), (2, Some(r#""2025-03-17""#.into())));
    // 30: 10 to the 17th, 18 to 31 March (10 more), 1 to 3 April (23), Qingming 4 to 6, 7 to 11 (28), 14, 15 April.
    let high = run("受理日: 2025-03-03, 风险: 高, 设计规模: 200");
    assert_eq!(term(&high, "有效期").0, "12个月");
    assert_eq!((told(&high), due(&high)), (1, Some(r#""2025-04-15""#.into())));
    // Not known: the join of all rows, no last day, and the fact is asked for.
    let open = run("受理日: 2025-03-03, 设计规模: 200");
    assert_eq!(term(&open, "有效期").0, "12..60个月");
    assert_eq!((names(&open, "facts_needed"), due(&open)), (vec!["风险".to_owned()], Some("null".into())));
}

#[test]
fn a_licence_that_stands_is_revoked_or_cancelled_by_grounds() {
    let host = demo();
    let run = |facts: &str| decided(&host, "revocation", "", facts).0;
    assert_eq!(run("骗取: true, 违法准予: true, 重大损害: false"), ["revoke decision must"]);
    assert_eq!(run("骗取: false, 违法准予: true, 重大损害: false"), ["revoke decision may"]);
    assert_eq!(run("骗取: true, 违法准予: true, 重大损害: true"), ["keep decision must"]);
    assert_eq!(run("骗取: false, 违法准予: false, 重大损害: false"), ["keep decision must"]);
    assert_eq!(run("违法准予: true, 重大损害: false"), ["revoke decision must", "revoke decision may"]);
    assert_eq!(decided(&host, "cancel", "", "已届满: true").0, ["cancel decision must"]);
    assert_eq!(decided(&host, "cancel", "", "").0, ["cancel decision must", "keep decision must"]);
}

#[test]
fn a_licence_that_counts_in_working_days_names_its_calendar() {
    // That nothing is used is seen in the text alone (`suite/licences/bad/renewals.yaml`).
    let host = with(&DEMO.replace("USES", "uses: [cn.demo.plain]"));
    let failure = host.compute(&case("ruleset: cn.demo.licence\nlicence: demo\non: 2024-09-02")).expect_err("no days");
    assert_eq!((failure.stage().as_str(), failure.code()), ("ruleset", "calendar-missing"));
    // What counts no working days needs none.
    assert!(host.compute(&case("ruleset: cn.demo.licence\nlicence: cancel\non: 2024-09-02")).is_ok());
}

#[test]
fn receipts_are_replayed_and_a_later_day_shows() {
    let host = host();
    let request = |as_of: &str, more: &str| {
        format!(
            r#"{{"ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practice","on":"2020-01-23",
                {as_of}"facts":{{"申请日":"2020-01-23"}},{more}}}"#
        )
    };
    let first = host.handle(&request(r#""as_of":"2020-01-25","#, r#""receipt":true"#));
    let replayed = |as_of: &str| host.handle(&request(as_of, &format!(r#""do":"replay","receipt":{first}"#)));
    assert!(replayed(r#""as_of":"2020-01-25","#).contains(r#""identical":true"#));
    // Two days later another notice is known: calendar, day and deadline differ.
    let later = replayed(r#""as_of":"2020-01-28","#);
    assert!(later.contains(r#""same_outcome":false"#) && later.contains("cn.state-council.working-days"), "{later}");
    assert!(later.contains(r#"{"what":"as_of","receipt":"2020-01-25","now":"2020-01-28"}"#), "{later}");
}

#[test]
fn what_is_wrong_with_a_request_is_said() {
    let host = host();
    for (request, stage, code, words) in [
        (
            r#"{"ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practise","on":"2024-01-01"}"#,
            "link",
            "no-licence",
            "did you mean `lawyer-practice`?",
        ),
        (
            r#"{"ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practice"}"#,
            "request",
            "missing-key",
            "nothing says which versions govern",
        ),
        (
            r#"{"ruleset":"a","licence":"b","offence":"c","on":"2024-01-01"}"#,
            "request",
            "wrong-type",
            "an offence or a licence, not both",
        ),
        (
            r#"{"ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practice","on":"2024-01-01",
                "facts":{"提交材料":["身份证"]}}"#,
            "facts",
            "out-of-domain",
            "身份证明",
        ),
        (
            r#"{"do":"review","ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practice","on":"2024-01-01",
                "decision":{}}"#,
            "request",
            "wrong-type",
            "no sanctions to review",
        ),
        (
            r#"{"ruleset":"cn.npc.lawyer-licence","licence":"lawyer-practice","on":"2017-06-01"}"#,
            "link",
            "not-in-force",
            "not in force on 2017-06-01",
        ),
    ] {
        let answer = host.handle(request);
        let begins = format!(r#"{{"contract":1,"kind":"error","stage":"{stage}","code":"{code}""#);
        assert!(answer.starts_with(&begins) && answer.contains(words), "{request}\n{answer}");
    }
}
