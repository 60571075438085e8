//! `ask`: the facts that still matter, numbered, best next question first.

use cailiang::answer::Json;
use cailiang::vocabulary::Lang;
use clap::Args;

use crate::cases::{Cases, Which, text_of};
use crate::print::Screen;
use crate::written::Plain;
use crate::{Done, Exit, Rules};

/// Of which case to ask.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How to write the questions; json is one answer a line
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let json = arguments.format == Plain::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    cases.each(screen, |host, request, _, screen| {
        let computed = host.compute(request)?;
        let answer = computed.questions(request.lang);
        if json {
            screen.line(&answer)?;
        } else {
            for line in questions(&Json::read(&answer), request.lang) {
                screen.line(&line)?;
            }
        }
        Ok(if computed.determined() { Exit::Determined } else { Exit::NotDetermined })
    })
}

fn questions(answer: &Json, lang: Lang) -> Vec<String> {
    let zh = lang == Lang::Zh;
    let needed = answer.get("facts_needed").map(Json::items).unwrap_or(&[]);
    let determined = answer.get("determined").and_then(Json::as_bool) == Some(true);
    let head = match (determined, needed.is_empty(), zh) {
        (true, _, true) => "结果已确定，无须再查明事实",
        (true, _, false) => "determined: no further fact is needed",
        (false, true, true) => "尚不能确定，须由执法人员认定（见 eval 的提示事项）",
        (false, true, false) => "not determined: an officer must decide (see the review points of `eval`)",
        (false, false, true) => "尚不能确定，请依次查明",
        (false, false, false) => "not determined; find out, in this order",
    };
    let mut lines = vec![head.to_owned()];
    for (question, number) in needed.iter().zip(1u32..) {
        let unit = match text_of(question, "unit") {
            "" => String::new(),
            unit if zh => format!("（{unit}）"),
            unit => format!(" ({unit})"),
        };
        let (name, asked) = (text_of(question, "name"), text_of(question, "question"));
        let asked = if asked.is_empty() || asked == name {
            String::new()
        } else {
            format!("{}{asked}", if zh { "：" } else { ": " })
        };
        // Of several applicants each question says whom it asks.
        let of = match text_of(question, "applicant") {
            "" => String::new(),
            applicant => format!("{applicant}{}", if zh { "：" } else { ": " }),
        };
        lines.push(format!("{number:>2}  {of}{name}{unit}{asked}"));
        lines.extend(details(question, zh).into_iter().map(|line| format!("      {line}")));
    }
    lines
}

/// What the answer decides, what it can be, and where the law asks for it.
fn details(question: &Json, zh: bool) -> Vec<String> {
    let list = |key: &str| {
        question.get(key).map(Json::items).unwrap_or(&[]).iter().filter_map(Json::as_str).collect::<Vec<_>>()
    };
    let row = |label_zh: &str, label_en: &str, text: String| {
        if zh { format!("{label_zh}　{text}") } else { format!("{label_en}: {text}") }
    };
    let mut lines = Vec::new();
    if !text_of(question, "decides").is_empty() {
        lines.push(row("作用", "decides", text_of(question, "decides").to_owned()));
    }
    let mut choices = list("of");
    // What is counted in a unit is given in it.
    let counted = |zh_what: &str, en_what: &str| match text_of(question, "unit") {
        "" if zh => zh_what.to_owned(),
        "" => en_what.to_owned(),
        unit if zh => format!("{zh_what}（{unit}）"),
        unit => format!("{en_what} of {unit}"),
    };
    let number = match text_of(question, "type") {
        "integer" => counted("整数", "a whole number"),
        _ => counted("数字", "a number"),
    };
    match (text_of(question, "type"), zh) {
        ("integer" | "number" | "money", _) => choices.push(&number),
        ("text", true) => choices.push("文字"),
        ("text", false) => choices.push("text"),
        ("list", true) if choices.is_empty() => choices.push("列表，没有则为 []"),
        ("list", false) if choices.is_empty() => choices.push("a list, [] if there is none"),
        ("yes-no" | "finding", true) => choices.extend(["是 (true)", "否 (false)"]),
        ("yes-no" | "finding", false) => choices.extend(["true", "false"]),
        ("date", true) => choices.push("日期，如 2024-03-01"),
        ("date", false) => choices.push("a date such as 2024-03-01"),
        _ => {}
    }
    if text_of(question, "type") == "list" && question.get("of").is_some() {
        choices.push(if zh { "其中几项，没有则为 []" } else { "several of them, [] if there is none" });
    }
    if question.get("unascertainable").and_then(Json::as_bool) == Some(true) {
        choices.push("无法查明");
    }
    if !choices.is_empty() {
        lines.push(row("可答", "answers", choices.join(" / ")));
    }
    if !text_of(question, "basis").is_empty() {
        lines.push(row("依据", "basis", text_of(question, "basis").to_owned()));
    }
    lines
}
