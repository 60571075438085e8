//! `explain`: what a word means, wherever it stands.

mod find;
mod page;

use cailiang::Lang;
use cailiang::decide::{CaseCode, FindingCode, ProcedureCode};
use cailiang::vocabulary;
use clap::Args;

use crate::print::{Message, Screen};
use crate::written::Format;
use crate::{Done, Exit, Language, Stop};

/// Which word, and how to show it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A word as it stands in JSON or in brackets, a Chinese or English name, or a family; without it all are listed
    #[arg(value_name = "WORD")]
    word: Option<String>,
    /// The language of names and pages
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// How to write it; json has both languages
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, screen: &mut Screen) -> Done {
    let lang = Lang::from(arguments.lang);
    let Some(wanted) = &arguments.word else {
        match arguments.format {
            Format::Text => {
                screen.line(page::list(&find::all(), lang).trim_end())?;
                for (kind, code, text) in old() {
                    screen.line(&format!("{code:<24} {kind}: {}", page::first_sentence(text, Lang::En)))?;
                }
            }
            Format::Json => screen.line(&page::json(&find::all()).write_pretty())?,
            Format::Markdown => screen.line(&vocabulary::reference(lang))?,
        }
        return Ok(Exit::Determined);
    };
    let wanted = find::bare(wanted);
    let found = find::find(wanted);
    let old: Vec<_> = old().filter(|(_, code, _)| *code == wanted).collect();
    if found.is_empty() && old.is_empty() {
        let help = find::similar(wanted).map(|name| format!("did you mean `{name}`?"));
        let help = help.unwrap_or_else(|| "`cailiang explain` lists all words".to_owned());
        screen.say(&Message::error(format!("there is no word `{wanted}`")).help(help))?;
        return Err(Stop::Said(Exit::Usage));
    }
    match arguments.format {
        Format::Text => {
            let mut pages = Vec::from_iter((!found.is_empty()).then(|| page::text(&found, lang)));
            pages.extend(old.iter().map(|(kind, code, text)| format!("{code} ({kind})\n\n{text}\n")));
            screen.line(pages.join("\n").trim_end())?;
        }
        Format::Json => screen.line(&page::json(&found).write_pretty())?,
        Format::Markdown => screen.line(page::markdown(&found, lang).trim_end())?,
    }
    Ok(Exit::Determined)
}

/// The codes that have not come into the vocabulary yet, with where each comes from and what it means.
fn old() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let findings = FindingCode::WORDS.iter().filter_map(|w| FindingCode::parse(w));
    let findings = findings.map(|c| ("finding about a decision", c.as_str(), finding(c)));
    let cases = CaseCode::WORDS.iter().filter_map(|w| CaseCode::parse(w));
    let cases = cases.map(|c| ("review point of a case", c.as_str(), case(c)));
    let procedures = ProcedureCode::WORDS.iter().filter_map(|w| ProcedureCode::parse(w));
    let procedures = procedures.map(|c| ("review point of a procedure", c.as_str(), procedure(c)));
    cases.chain(procedures).chain(findings)
}

fn case(code: CaseCode) -> &'static str {
    match code {
        CaseCode::LawIncomparable => {
            "The law of the act and that of the decision were compared as whole sets of options: kinds, must and\n\
             may, choices, amounts. Each is heavier in something, so neither is the lighter. Both results are\n\
             shown; which governs is for a person to decide, with reasons (行政处罚法 第三十七条)."
        }
        CaseCode::LawMayChange => {
            "A later text of the law is known, and the day of the decision is not. Give 决定日, so that the two\n\
             can be compared."
        }
        CaseCode::LawGone => {
            "The text is not in force on the day of the decision, and no loaded offence takes its place\n\
             (`succeeds`). Whether the act is still punished is not known; add the later text."
        }
        CaseCode::NoLongerUnlawful => {
            "The offence that takes the place of the old one is not established in this case. Make sure that the\n\
             later law has no other provision for the act."
        }
        CaseCode::SeveralSuccessors => {
            "Several offences of the later law take the place of the old one, and more than one fits the facts.\n\
             Find which applies; all are shown."
        }
        CaseCode::SucceededInForce => {
            "An offence in force says that it takes the place of this one, whose document is still in force by its\n\
             dates. One of the two is not as it should be; look at both."
        }
        CaseCode::LawChangedDuringAct => {
            "The law changed while the act went on. It is judged as it ended, under the law of its end; that part\n\
             of it was done under another law is for the reasons."
        }
        CaseCode::LawBetween => {
            "Between the act and the decision another text was in force, which holds at neither. 行政处罚法 第三十七条\n\
             compares the law of the act with that of the decision, so it was not evaluated. A person must know."
        }
        CaseCode::TransitionSilent => {
            "The benchmark has no `transition`: it does not say what holds for acts before it. The lighter one was\n\
             looked for, as the law demands it for laws and rules; whether that holds for a benchmark is open."
        }
        CaseCode::TransitionHeavier => {
            "A transition clause of the document applies the version that is the heavier in this case. That needs\n\
             reasons."
        }
        CaseCode::LighterBefore2021 => {
            "The decision was made before 2021-07-15, when the rule of the lighter law came into 行政处罚法. The\n\
             basis before that day (立法法) is not verified."
        }
        CaseCode::LimitationAlreadyOver => {
            "The later law has the longer period, but the earlier one had run out before the later came into force.\n\
             The act is taken as time-barred; that reading is not verified."
        }
        CaseCode::LimitationLawsDiffer => {
            "The law of the act and that of the decision have different periods and lead to opposite results. Which\n\
             holds is for a person to decide, with reasons."
        }
        CaseCode::NoLimitationRule => {
            "None of the texts of the case has a limitation that holds, so it was not looked at. Name the general\n\
             law under `general`."
        }
        CaseCode::LimitationOpen => {
            "Whether the act is time-barred cannot be said, and there is nothing left to ask: a day cannot be\n\
             ascertained. A person must decide, with reasons."
        }
        CaseCode::FinesDisagree => {
            "One act is fined under several provisions. By the statutory maxima and by the ranges computed for this\n\
             case the higher fine is not that of the same provision, or it cannot be told. Both are shown."
        }
        CaseCode::NoHigherFineRule => {
            "One act must not be fined twice, but none of the texts says which fine is imposed (the text of 2017\n\
             does not), or none has a rule at all. All are shown."
        }
        CaseCode::KindTwice => {
            "Several provisions have the same kind of penalty for one act. It was not added up: at least the\n\
             greater, at most the sum. The same gains are not confiscated twice."
        }
        CaseCode::CapOpen => {
            "Whether the sum of several acts is capped depends on facts that are not known, or some of the acts are\n\
             under laws that have no such cap."
        }
        CaseCode::ProcedureFactsDiffer => {
            "A fact that the procedure reads has different values in the acts of one party. The procedure goes by\n\
             what is said of the whole case; where nothing is, the fact is open. Say it among the facts of the case."
        }
        CaseCode::UnverifiedRow => {
            "A row of limitation, transition or concurrence was used that is not verified against the published\n\
             text. Compare it before relying on it."
        }
    }
}

fn procedure(code: ProcedureCode) -> &'static str {
    match code {
        ProcedureCode::Renvoi => {
            "Two documents have a figure for one standard, and each says that the other prevails. Nothing settles\n\
             it, so the lower figure counts: the hearing is offered."
        }
        ProcedureCode::MayFollow => {
            "A document lets the authority follow the figure of another (可以从其规定). Both are shown; the step is\n\
             certain only where both say the same. The authority must say which it follows."
        }
        ProcedureCode::StandardConflict => {
            "Two documents have different figures for one standard and neither yields. The step is certain only\n\
             where both say the same; who prevails is for the authority that may decide it."
        }
        ProcedureCode::NoFigure => {
            "The law leaves a standard open (较大数额), and no document that is loaded has a figure for it. The\n\
             authority must say it, with its basis."
        }
        ProcedureCode::UnknownBody => {
            "No procedure that is loaded is for the enforcement body of the case. Look at the spelling of 执法系统;\n\
             if it is right, only the general law was applied."
        }
        ProcedureCode::RestDay => {
            "A period in days or months ends on a day of rest, and nothing cited says whether it ends on the next\n\
             working day. 民法典 第二百零三条 and 民事诉讼法 第八十五条 move it in their fields; the documents of an\n\
             authority have a rule of their own or none. Both days are shown; a ruleset says it with `last_day`."
        }
        ProcedureCode::DeadlineMissed => {
            "What a period is for was done after its last day, such as a decision after the period for it. The\n\
             period is that of the row, with what the facts say of its extension and of time not counted; a mark\n\
             of the row says what else may make it longer. What follows from it is not said here."
        }
        ProcedureCode::Marked => {
            "A row that was used is not verified against the published text, or was read in one of several ways."
        }
    }
}

fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::Inside => "The part of the decision lies inside what the outcome allows.",
        FindingCode::BelowBenchmark => {
            "The amount is below the range of the benchmark, but inside the statute. That is no error: the\n\
             decision needs reasons for leaving the benchmark."
        }
        FindingCode::AboveBenchmark => {
            "The amount is above the range of the benchmark, but inside the statute. That is no error: the\n\
             decision needs reasons for leaving the benchmark."
        }
        FindingCode::BelowStatute => {
            "The amount is below the statutory minimum. Only 减轻处罚 goes there, on a ground of its own\n\
             (行政处罚法 第三十条至第三十二条)."
        }
        FindingCode::AboveStatute => "The amount is above the statutory maximum. Nothing justifies it.",
        FindingCode::NotAllowed => {
            "The outcome does not have this sanction for this target: the clause does not provide it, or not in\n\
             this case."
        }
        FindingCode::Missing => {
            "The outcome has a sanction that must be imposed, and the decision does not have it. To leave it out\n\
             is to go below the statute."
        }
        FindingCode::Choice => {
            "The law gives a choice among sanctions, and the decision takes none, too many, or a group in part."
        }
        FindingCode::DutyMissed => {
            "The law calls for 从轻, 减轻 or 从重 (应当), and nothing of the decision shows it: a fine at the top of the\n\
             range where 从轻 or 减轻 is mandatory. Decide again, or show why the circumstance does not hold."
        }
        FindingCode::NotShown => {
            "The law calls for 从轻, 减轻 or 从重, and no text says how far. The decision goes that way; whether it goes\n\
             far enough cannot be computed. Give reasons in the file and in the decision."
        }
        FindingCode::Referral => {
            "Another authority imposes this sanction than those that are imposed here. It is to be referred there,\n\
             and nothing is missing in this decision."
        }
        FindingCode::Undetermined => {
            "Whether the part is allowed depends on facts that are missing, or on a possibility that the law\n\
             leaves open. The finding says which possibilities it fits."
        }
    }
}
