//! `replay`: a stored case computed again and held against its receipt.

use std::path::PathBuf;

use cailiang::Failure;
use cailiang::answer::Json;
use cailiang::read::receipt_of;
use cailiang::serve::replay_decision_json;
use cailiang::syntax::{self, Node};
use cailiang::vocabulary::{Action, Lang};
use clap::Args;

use crate::cases::{Cases, Which, text_of};
use crate::print::{Message, Screen};
use crate::written::Plain;
use crate::{Done, Exit, Rules, Stop, failure, library};

/// What to compute again.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The receipt, or a JSON answer that has one
    #[arg(value_name = "RECEIPT.json")]
    receipt: PathBuf,
    #[command(flatten)]
    which: Which,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let json = arguments.format == Plain::Json;
    let text = library::read(&arguments.receipt, Exit::Facts, screen)?;
    let (node, diagnostics) = syntax::read(&text);
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    let Some(node) = node.filter(|_| !diagnostics.iter().any(cailiang::Diagnostic::is_error)) else {
        let found = Failure::Text(diagnostics);
        failure::say(&found, None, &text, cases.host.library(), screen)?;
        return Err(Stop::Said(failure::exit(&found)));
    };
    let stored = receipt_of(&node);
    if stored.get("outcome").is_none() || stored.get("facts").is_none() {
        let message = Message::error(format!("`{}` is no receipt", text.name()));
        screen.say(&message.help("`cailiang eval CASE.yaml --format json --receipt` gives an answer that has one"))?;
        return Err(Stop::Said(Exit::Facts));
    }
    if cases.several() {
        let message = Message::error("one receipt, but several cases").help("choose one with `--case NAME`");
        screen.say(&message)?;
        return Err(Stop::Said(Exit::Usage));
    }
    cases.each(screen, |host, request, _, screen| {
        request.action = Action::Replay;
        let answer = if stored.get("kind").and_then(Node::as_str) == Some("decision") {
            let case = request.whole();
            replay_decision_json(&host.decide(request, &case)?, &case, stored)
        } else {
            host.compute(request)?.replay(request, stored)
        };
        let found = Json::read(&answer);
        if json {
            screen.line(&answer)?;
        } else {
            for line in told(&found, request.lang == Lang::Zh) {
                screen.line(&line)?;
            }
        }
        let identical = found.get("identical").and_then(Json::as_bool) == Some(true);
        Ok(if identical { Exit::Determined } else { Exit::Deviates })
    })
}

fn told(answer: &Json, zh: bool) -> Vec<String> {
    let yes = |key: &str| answer.get(key).and_then(Json::as_bool) == Some(true);
    let head = match (yes("identical"), yes("same_outcome"), zh) {
        (true, _, true) => "一致：引擎、裁量基准、事实和结果均与回执相同",
        (true, _, false) => "identical: engine, rulesets, facts and outcome are those of the receipt",
        (false, true, true) => "不一致，但结果相同",
        (false, true, false) => "not identical, but the outcome is the same",
        (false, false, true) => "不一致，结果也不同",
        (false, false, false) => "not identical, and the outcome differs",
    };
    let mut lines = vec![head.to_owned()];
    let differences = answer.get("differences").map(Json::items).unwrap_or(&[]);
    for difference in differences.iter().filter(|d| text_of(d, "key") != "sm3" || alone(d, differences)) {
        let what = match (text_of(difference, "what"), zh) {
            ("engine", true) => "引擎版本",
            ("engine", false) => "engine version",
            ("contract", true) => "接口版本",
            ("contract", false) => "contract version",
            ("ruleset", true) => "裁量基准",
            ("ruleset" | "rulesets", false) => "ruleset",
            ("rulesets", true) => "裁量基准",
            ("offence", true) => "违法行为",
            ("offence", false) => "offence",
            ("kind" | "acts", true) => "案件",
            ("kind" | "acts", false) => "case",
            ("licence", true) => "许可事项",
            ("licence", false) => "licence",
            ("as_of", true) => "截止日",
            ("as_of", false) => "as of",
            ("facts", true) => "事实",
            ("facts", false) => "facts",
            (_, true) => "结果",
            (_, false) => "outcome",
        };
        let name: Vec<&str> =
            ["id", "key"].iter().map(|key| text_of(difference, key)).filter(|text| !text.is_empty()).collect();
        let value = |key: &str| match difference.get(key) {
            None | Some(Json::Null) => if zh { "无" } else { "nothing" }.to_owned(),
            Some(Json::Str(text)) if text.len() == 64 => text.chars().take(12).collect(),
            Some(Json::Str(text)) => text.to_string(),
            Some(other) => other.write(),
        };
        let space = if name.is_empty() { "" } else { " " };
        lines.push(format!("   {what}{space}{}  {} → {}", name.join(" "), value("receipt"), value("now")));
    }
    lines
}

/// Two digests of one text differ together; one of them says it.
fn alone(difference: &Json, all: &[Json]) -> bool {
    let same = |other: &&Json| {
        ["what", "id"].iter().all(|key| other.get(key) == difference.get(key)) && text_of(other, "key") == "sha256"
    };
    !all.iter().any(|other| same(&other))
}
