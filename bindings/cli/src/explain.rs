//! `explain`: what a code means, wherever it comes from.

mod licences;

use cailiang::decide::{CaseCode, FindingCode, ProcedureCode};
use cailiang::diagnostic::Code;
use cailiang::facts::FactCode;
use cailiang::outcome::{ApplicantsReviewCode, LicenceReviewCode, ReviewCode};
use cailiang::syntax::suggest;
use clap::Args;

use crate::print::{Message, Screen};
use crate::{Done, Exit, Stop};

/// Which code.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A code as printed in brackets; without it all codes are listed
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, screen: &mut Screen) -> Done {
    let Some(wanted) = &arguments.code else {
        for (kind, code, text) in all() {
            screen.line(&format!("{code:<24} {kind}: {}", first_sentence(text)))?;
        }
        return Ok(Exit::Determined);
    };
    // People copy it with its brackets.
    let wanted = wanted.trim_start_matches("error").trim_start_matches("warning").trim_matches(['[', ']', ' ']);
    let mut found = false;
    for (kind, code, text) in all().filter(|(_, code, _)| *code == wanted) {
        if found {
            screen.line("")?;
        }
        found = true;
        screen.line(&format!("{code} ({kind})\n\n{text}"))?;
    }
    if found {
        return Ok(Exit::Determined);
    }
    let similar = suggest(wanted, all().map(|(_, code, _)| code)).map(|s| format!("did you mean `{s}`?"));
    let help = similar.unwrap_or_else(|| "`cailiang explain` lists all codes".to_owned());
    screen.say(&Message::error(format!("there is no code `{wanted}`")).help(help))?;
    Err(Stop::Said(Exit::Usage))
}

/// Every code with where it comes from and what it means.
fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let diagnostics = Code::ALL.iter().map(|c| ("diagnostic of a ruleset", c.as_str(), c.explain()));
    let facts = FACTS.iter().map(|c| ("mistake in a case", c.as_str(), fact(*c)));
    let link = LINK.iter().map(|(code, text)| ("mistake in a case", *code, *text));
    let reviews = ReviewCode::WORDS.iter().filter_map(|w| ReviewCode::parse(w));
    let reviews = reviews.map(|c| ("review point", c.as_str(), review(c)));
    let findings = FindingCode::WORDS.iter().filter_map(|w| FindingCode::parse(w));
    let findings = findings.map(|c| ("finding about a decision", c.as_str(), finding(c)));
    let cases = CaseCode::WORDS.iter().filter_map(|w| CaseCode::parse(w));
    let cases = cases.map(|c| ("review point of a case", c.as_str(), case(c)));
    let procedures = ProcedureCode::WORDS.iter().filter_map(|w| ProcedureCode::parse(w));
    let procedures = procedures.map(|c| ("review point of a procedure", c.as_str(), procedure(c)));
    let licences = LicenceReviewCode::WORDS.iter().filter_map(|w| LicenceReviewCode::parse(w));
    let licences = licences.map(|c| ("review point of a licence", c.as_str(), licences::review(c)));
    let orders = ApplicantsReviewCode::WORDS.iter().filter_map(|w| ApplicantsReviewCode::parse(w));
    let orders = orders.map(|c| ("review point of several applicants", c.as_str(), licences::order(c)));
    let licences = licences.chain(orders);
    diagnostics.chain(facts).chain(link).chain(reviews).chain(cases).chain(procedures).chain(licences).chain(findings)
}

fn first_sentence(text: &str) -> String {
    let text = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match text.split_once(". ") {
        Some((first, _)) => first.to_owned(),
        None => text.trim_end_matches('.').to_owned(),
    }
}

const FACTS: [FactCode; 22] = [
    FactCode::Unreadable,
    FactCode::UnknownFact,
    FactCode::OtherOffence,
    FactCode::WrongType,
    FactCode::WrongUnit,
    FactCode::OutOfDomain,
    FactCode::TooManyDecimals,
    FactCode::BadNumber,
    FactCode::BadDate,
    FactCode::NotUnascertainable,
    FactCode::Filled,
    FactCode::UnknownKey,
    FactCode::MissingKey,
    FactCode::EndBeforeBegin,
    FactCode::DiscoveryBeforeAct,
    FactCode::FilingBeforeDiscovery,
    FactCode::DecisionBeforeFiling,
    FactCode::DecisionBeforeAct,
    FactCode::ActAfterDecision,
    FactCode::UnknownAct,
    FactCode::DuplicateAct,
    FactCode::DuplicateApplicant,
];

fn fact(code: FactCode) -> &'static str {
    match code {
        FactCode::Unreadable => {
            "The facts are given as a text that is neither YAML nor JSON. Mend the text at the place named."
        }
        FactCode::UnknownFact => {
            "The case gives a fact that no ruleset of the case declares. Mend the spelling, or leave it out.\n\
             A fact that is left out is not wrong: it is missing, and the outcome says whether it matters."
        }
        FactCode::OtherOffence => {
            "The fact is declared, but for another offence of the ruleset. It would not be read here, and an\n\
             answer that ignored it could mislead. Leave it out, or evaluate the offence it belongs to."
        }
        FactCode::WrongType => {
            "The value is of another type than the fact: text for a number, a number for true or false, a\n\
             level that the fact does not have. Write true and false without quotes."
        }
        FactCode::WrongUnit => {
            "The value is written in another unit than the fact is declared in. Units are never converted in\n\
             silence: 3吨 for a fact in 千克 is more often a slip than meant. Write the number in the declared\n\
             unit."
        }
        FactCode::OutOfDomain => {
            "The value lies outside what the fact can be: money below zero, a share above 100%, a count below\n\
             its least value."
        }
        FactCode::TooManyDecimals => {
            "Money has at most two decimals (分). Round it as your rules on accounting say, and write the result."
        }
        FactCode::BadNumber => {
            "The number cannot be taken exactly: it is too large or has too many digits, or it is a JSON\n\
             number beyond ±(2⁵³ − 1) or in exponent form, which other programs may already have rounded.\n\
             Write it as a string: \"9007199254740993\"."
        }
        FactCode::BadDate => "The text is no date, or there is no such day. Dates are written 2024-03-01.",
        FactCode::NotUnascertainable => {
            "The fact is declared as one that can always be found out, so 无法查明 is no answer to it. Give its\n\
             value, or leave it out while it is not known."
        }
        FactCode::Filled => {
            "The case gives a fact that the procedure takes from what is computed or proposed: 拟罚款, 拟没收,\n\
             拟处罚种类 and the like. A value of its own could contradict the outcome. Leave it out; to ask what a\n\
             decision needs, give the decision as `planned`."
        }
        FactCode::UnknownKey => {
            "A case or request has no such key. It may be misspelt, or stand at the wrong depth: facts belong\n\
             under `facts`."
        }
        FactCode::MissingKey => {
            "A case or request needs this key. `ruleset` and `offence` say what to evaluate. The fact 违法行为日\n\
             (行为终了日 of a continuing act), or `on` while the day is not known, says which versions govern\n\
             (行政处罚法 第三十七条)."
        }
        FactCode::EndBeforeBegin => {
            "行为终了日 lies before 违法行为日. The end of an act is its first day or a later one; look at both."
        }
        FactCode::DiscoveryBeforeAct => {
            "发现日 lies before 违法行为日. An act cannot be discovered before it begins; discovery before its end\n\
             is possible, while it goes on."
        }
        FactCode::FilingBeforeDiscovery => {
            "立案日 lies before the act or before its discovery. Look at 违法行为日, 发现日 and 立案日."
        }
        FactCode::DecisionBeforeFiling => {
            "决定日 lies before the case was filed or the act discovered. Look at 发现日, 立案日 and 决定日."
        }
        FactCode::DecisionBeforeAct => {
            "决定日 lies before 违法行为日. Nothing is decided before it happens; look at both."
        }
        FactCode::ActAfterDecision => {
            "行为终了日 lies after 决定日. Of an act that still goes on leave the end out and write\n\
             `continuing: true`; what happens after the decision is another act."
        }
        FactCode::UnknownAct => {
            "`same_act` names an act that the case does not have, or joins acts of different parties. It lists ids\n\
             of `acts`, group by group."
        }
        FactCode::DuplicateAct => {
            "Two acts have one id, or an act stands in `same_act` twice. Give each act an id of its own, and write\n\
             all provisions that one act violates in one group."
        }
        FactCode::DuplicateApplicant => {
            "Two of `applicants` have one id. The answer tells them apart by it: give each a name of its own."
        }
        FactCode::NotLoaded => {
            "The npm package is two modules. The first answers what is asked of one offence; whole cases, procedure,\n\
             reviews, licences, receipts, tiers and nearest facts are answered by the second, which a browser loads\n\
             with `await more()`. Node reads it by itself; the command line has all of it."
        }
    }
}

const LINK: [(&str, &str); 10] = [
    (
        "no-ruleset",
        "No ruleset with this id is built in or was added with `--rules`. `cailiang list` shows the ids there are.",
    ),
    (
        "not-in-force",
        "The ruleset has no version in force on the day of the act. The nearest one is never taken\n\
         instead: which text governs is a question of law. Add the file of that version with `--rules`,\n\
         or look at the date.",
    ),
    ("no-offence", "The version in force has no offence with this id. `cailiang list` shows the offences."),
    ("no-licence", "The version in force has no licence with this id. `cailiang list` shows the licences."),
    (
        "no-calendar-year",
        "A time limit in working days runs into a year whose holidays are not known: not announced yet, or not\n\
         yet on the day `as_of`. Its working days are never guessed. Ask as of a later day, or add the calendar\n\
         of that year with `--rules`.",
    ),
    (
        "offence-not-in-force",
        "The document is in force, but this item of it is suspended (挂起) or repealed (废止). It punishes\n\
         nothing; look for the item that takes its place.",
    ),
    (
        "overflow",
        "A number became too large to be computed exactly. No result is given rather than a rounded one;\n\
         look at the facts.",
    ),
    (
        "division-by-zero",
        "A formula of the ruleset divides by a value that is zero in this case. The ruleset must say what\n\
         holds then.",
    ),
    ("date-out-of-range", "A date computed from the facts lies outside the years that dates can have."),
    ("no-row", "A table of the ruleset has no row for these facts, and the result cannot do without one."),
];

fn review(code: ReviewCode) -> &'static str {
    match code {
        ReviewCode::BelowStatute => {
            "The benchmark leads below the statutory range. The range shown is the part within the statute;\n\
             going below it is 减轻处罚, which needs a ground of its own (行政处罚法 第三十二条)."
        }
        ReviewCode::AboveStatute => {
            "The benchmark leads above the statutory range. The statute is the limit; the range shown is the\n\
             part within it."
        }
        ReviewCode::NoTier => {
            "No tier of the benchmark fits the facts. The statutory range is shown; the tier is for the\n\
             officer to find, with reasons."
        }
        ReviewCode::NoLevel => "No level of a factor fits the facts, so the factor could not be graded.",
        ReviewCode::TiersOverlap => {
            "Two tiers fit the facts at once, and the document does not say which prevails. Both are shown."
        }
        ReviewCode::LevelsOverlap => {
            "Two levels of a factor fit the facts at once, and the document does not say which prevails."
        }
        ReviewCode::BranchesOverlap => {
            "Two branches of the penalty clause fit the facts at once. Both are shown, each with its range."
        }
        ReviewCode::NoBranch => "No branch of the penalty clause fits the facts.",
        ReviewCode::BranchOpen => {
            "The clause does not say when a branch holds (such as 情节严重), and no tier does. The officer must\n\
             find it, with reasons."
        }
        ReviewCode::Unascertainable => {
            "A fact that matters cannot be proved (无法查明). What the ruleset provides for that was applied; look at it."
        }
        ReviewCode::NoValue => {
            "For some answers that are still missing, something has no value: a divisor is zero, or no row of a\n\
             definition holds. The result shows the other answers; find the facts that are needed."
        }
        ReviewCode::ScoreOverflow => "The weights add up to more than 100%, and the document does not say what then.",
        ReviewCode::KindNotInBranch => {
            "The row of the benchmark names a sanction that this branch of the clause does not provide. It\n\
             was not imposed."
        }
        ReviewCode::NoRoom => {
            "The benchmark takes a part of a range that is one number, so there is no room for discretion."
        }
        ReviewCode::OpenRange => "The benchmark takes a part of a range without upper end, which cannot be computed.",
        ReviewCode::RowsOverlap => "Two rows of a statutory range fit the facts at once.",
        ReviewCode::PositionsOverlap => "Two positions (从轻, 从重 and the like) fit the facts at once.",
        ReviewCode::DefaultOutside => "The guiding point of the benchmark lies outside the range.",
        ReviewCode::MayExempt => {
            "The benchmark allows not to punish. Whether to do so is for the officer, with reasons."
        }
        ReviewCode::EffectEmpty => {
            "The document gives an effect (从轻 and the like) a share of the range that holds nothing here, such as\n\
             below 40% of the maximum where the minimum is higher. The sanction stands as it was."
        }
        ReviewCode::EffectAgainst => {
            "从轻 would come out above what the table gives without it, or 从重 below: as when a tier is the lowest\n\
             tenth of the range and 从轻 its lowest third. The result is bounded by the table, as a step of its own."
        }
        ReviewCode::EffectOpen => {
            "A circumstance calls for this effect, and no ruleset in force says how far it goes. The authority\n\
             decides within the law, with reasons."
        }
        ReviewCode::NoNextTier => {
            "An effect takes the next heavier or lighter tier, and there is none, or there are several rows of it."
        }
        ReviewCode::ChooseEffect => {
            "The law calls for one of several effects (应当从轻或者减轻). Each is shown; the authority chooses,\n\
             with reasons."
        }
        ReviewCode::CircumstancesMixed => {
            "Lighter and heavier circumstances stand side by side. They are weighed, not netted: each effect is\n\
             shown, and reasons are required."
        }
        ReviewCode::Unverified => {
            "A part of the ruleset that was used has not been verified against the published text. Compare it\n\
             before relying on it."
        }
    }
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
        FindingCode::Undetermined => {
            "Whether the part is allowed depends on facts that are missing, or on a possibility that the law\n\
             leaves open. The finding says which possibilities it fits."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_says_something() {
        let codes: Vec<_> = all().collect();
        let points = ReviewCode::WORDS.len()
            + CaseCode::WORDS.len()
            + LicenceReviewCode::WORDS.len()
            + ApplicantsReviewCode::WORDS.len()
            + ProcedureCode::WORDS.len();
        let words = Code::ALL.len() + FACTS.len() + LINK.len() + points + FindingCode::WORDS.len();
        assert_eq!(codes.len(), words);
        for (kind, code, text) in codes {
            assert!(text.len() > 40, "{kind} {code}: {text}");
            assert!(!first_sentence(text).is_empty());
        }
    }
}
