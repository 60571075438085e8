//! What a person reads, as text: a change of words shows up here and is read before it is accepted.

use cailiang::read;
use cailiang::render;
use cailiang::serve::Host;
use cailiang::vocabulary::{Form, Lang, Markup};
use cailiang::{Library, Ruleset, Source, Style};
use cailiang_rulesets::{CASES, RULESETS};

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    Host::new(library)
}

/// The words for the worked case with this name.
fn words(name: &str, lang: Lang, form: Form, markup: Markup) -> String {
    for text in CASES {
        let cases = read::read_case(&Source::new(text.path, text.text)).expect("a case file");
        if let Some(case) = cases.into_iter().find(|c| c.name.as_deref() == Some(name)) {
            let seen = host().compute(&case).expect("a worked case can be evaluated");
            return seen.words(Style { lang, form, markup });
        }
    }
    panic!("no worked case is called {name}");
}

macro_rules! snapshots {
    ($($test:ident: $case:literal, $lang:ident, $form:ident, $markup:ident;)+) => {$(
        #[test]
        fn $test() {
            insta::assert_snapshot!(words($case, Lang::$lang, Form::$form, Markup::$markup));
        }
    )+};
}

/// The words of the decision of the worked case with this name, or its letter.
fn decided(name: &str, lang: Lang, letter: bool) -> String {
    for text in CASES {
        let cases = read::read_case(&Source::new(text.path, text.text)).expect("a case file");
        if let Some(request) = cases.into_iter().find(|c| c.name.as_deref() == Some(name)) {
            let decision = host().decide(&request, &request.whole()).expect("a worked case can be decided");
            let style = Style { lang, form: Form::Brief, markup: Markup::Text };
            return if letter { render::letter(&decision) } else { render::render_decision(&decision, style) };
        }
    }
    panic!("no worked case is called {name}");
}

#[test]
fn a_case_of_three_acts_zh() {
    insta::assert_snapshot!(decided("三行为合并，拘留最长二十日", Lang::Zh, false));
}

#[test]
fn a_case_of_three_acts_en() {
    insta::assert_snapshot!(decided("三行为合并，拘留最长二十日", Lang::En, false));
}

#[test]
fn a_case_time_barred_zh() {
    insta::assert_snapshot!(decided("过二年才发现，责令仍在", Lang::Zh, false));
}

#[test]
fn a_letter_where_the_laws_cannot_be_compared() {
    insta::assert_snapshot!(decided("盗窃，一般：不能比较", Lang::Zh, true));
}

#[test]
fn a_letter_where_a_fact_is_missing() {
    insta::assert_snapshot!(decided("总投资额不明", Lang::Zh, true));
}

snapshots! {
    weights_zh: "2.7.1 合计百分之十二", Zh, Brief, Text;
    weights_zh_full: "2.7.1 合计百分之十二", Zh, Full, Text;
    weights_en: "2.7.1 合计百分之十二", En, Brief, Text;
    open_weights_zh: "2.7.1 区域未查、水量无法查明、pH不在任何一档", Zh, Brief, Text;
    open_weights_en_full: "2.7.1 区域未查、水量无法查明、pH不在任何一档", En, Full, Text;
    multiple_markdown: "122(1) 10000元、从轻", Zh, Full, Markdown;
    base_unknown_zh: "122(1) 货值未查、从轻", Zh, Brief, Text;
    suspension_zh: "48 警告恰满一年之日再犯", Zh, Full, Text;
    licence_supplement_zh: "缺两份材料", Zh, Brief, Text;
    licence_refused_en: "实习差一天", En, Brief, Text;
    licence_open_zh_full: "品行尚未认定", Zh, Full, Text;
    licence_silence_markdown: "按期申请而届满未决定", Zh, Brief, Markdown;
    applicants_open_zh: "在先者的事实未查明", Zh, Brief, Text;
    applicants_tie_en: "同日受理而序号相同", En, Brief, Text;
    suspension_en: "48 警告恰满一年之日再犯", En, Brief, Text;
}
