//! The one declaration of the format's keys: the reader, the JSON Schema and the documentation come from it.

use crate::vocabulary::Rank;

mod shape;
mod licence;

pub(crate) use licence::*;
pub(crate) use shape::*;

const PHRASES: Key = may(
    "phrases",
    Shape::Names(&Shape::Word(&["inclusive", "exclusive"])),
    "what 以上, 以下, 不满 and the like mean in this document",
);
const NEEDS: Shape = Shape::List(&Shape::Word(crate::vocabulary::Need::WORDS));

/// A ruleset file.
pub(crate) static RULESET: Object = Object {
    name: "a ruleset",
    rest: None,
    keys: &[
        must("cailiang", Shape::Integer, "the version of the format: 1"),
        must("ruleset", Shape::Text, "the id, the same for all versions of the document"),
        must("title", Shape::Text, "the title"),
        must("issuer", Shape::Text, "who issued it"),
        may("document", Shape::Text, "the number of the document"),
        may("jurisdiction", Shape::Text, "GB/T 2260 code; absent = all of China"),
        must("in_force", Shape::Object(&IN_FORCE), "the days it is in force"),
        must("status", Shape::Word(crate::vocabulary::Status::WORDS), "the state of the document"),
        may("revision", Shape::Integer, "1, 2, … for corrected transcriptions of one version"),
        may("uses", TEXTS, "ids of rulesets whose clauses are referred to"),
        PHRASES,
        may("tiers", Shape::List(&Shape::OneOf(&[Shape::Text, Shape::Object(&TIER)])), "tiers, light to heavy"),
        may("laws", Shape::Names(&Shape::Object(&LAW)), "the laws quoted, by short name"),
        may("unascertainable", Shape::Object(&LOWEST), "what factors that cannot be ascertained count as"),
        may("facts", Shape::Names(&Shape::Object(&FACT)), "facts of all offences"),
        may("define", Shape::Names(&DEFINE_SHAPE), "named values of all offences"),
        may("factors", Shape::Names(&Shape::Object(&FACTOR)), "factors of all offences"),
        may("clauses", Shape::List(&Shape::Object(&CLAUSE)), "penalty clauses that offences refer to"),
        may("positions", Shape::List(&Shape::Object(&POSITION)), "positions in the range, for all offences"),
        may("offences", Shape::List(&Shape::Object(&OFFENCE)), "offences"),
        may("circumstances", Shape::List(&Shape::Object(&CIRCUMSTANCE)), "circumstances of all offences"),
        may("effects", Shape::List(&Shape::Object(&EFFECT)), "what circumstances do to a penalty"),
        may("limitation", Shape::List(&Shape::Object(&LIMITATION)), "how long an act may be punished (追责时效)"),
        may("transition", Shape::List(&Shape::Object(&TRANSITION)), "which version governs acts before this one"),
        may("concurrence", Shape::List(&Shape::Object(&CONCURRENCE)), "one act under several provisions; several acts"),
        may("rights", Shape::List(&Shape::Object(&RIGHT)), "what the party is told of and heard on"),
        may(
            "not_heavier",
            Shape::List(&Shape::Object(&NOT_HEAVIER)),
            "for what a decision is not heavier than its notice",
        ),
        may("provisions", Shape::List(&Shape::Object(&PROVISION)), "which provision is cited for what"),
        may("powers", Shape::List(&Shape::Object(&POWER)), "which organ may decide which sanction"),
        may("unexecuted", Shape::List(&Shape::Object(&UNEXECUTED)), "why a sanction is decided and not executed"),
        may("authorities", Shape::List(&Shape::Object(&AUTHORITY)), "which organs the texts under `authority` mean"),
        may("procedure", Shape::Object(&PROCEDURE), "what must or may be done before, with and after a decision"),
        may("licences", Shape::List(&Shape::Object(&LICENCE)), "licences"),
        may("calendar", Shape::Names(&Shape::Object(&CALENDAR_YEAR)), "working days: year → days off and make-up days"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// The days a document is in force.
pub(crate) static IN_FORCE: Object = Object {
    name: "`in_force`",
    rest: None,
    keys: &[must("from", Shape::Date, "the first day"), may("through", Shape::Date, "the last day, that day included")],
};

/// A year of a calendar.
pub(crate) static CALENDAR_YEAR: Object = Object {
    name: "a year of `calendar`",
    rest: None,
    keys: &[
        must(
            "off",
            Shape::Names(&Shape::Text),
            "holiday → `2024-01-01`, or `2024-02-10..2024-02-17` with both days off",
        ),
        may("work", Shape::List(&Shape::Date), "Saturdays and Sundays that are worked instead"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A tier with steps.
pub(crate) static TIER: Object = Object {
    name: "a tier",
    rest: None,
    keys: &[must("name", Shape::Text, "the name"), may("steps", TEXTS, "its steps (档次), light to heavy")],
};

/// A law.
pub(crate) static LAW: Object = Object {
    name: "a law",
    rest: None,
    keys: &[
        must("title", Shape::Text, "the full title"),
        may("edition", Shape::Date, "the date of the edition quoted"),
        may("rank", Shape::Word(Rank::WORDS), "the rank of the norm (效力位阶)"),
        LAST_DAY_KEY,
        PHRASES,
        UNVERIFIED,
        READING,
    ],
};

/// A row of a value.
pub(crate) static VALUE_ROW: Object = Object {
    name: "a row",
    rest: None,
    keys: &[
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        must("is", Shape::Expression, "the value"),
        BASIS,
    ],
};

/// A penalty clause.
pub(crate) static CLAUSE: Object = Object {
    name: "a clause",
    rest: None,
    keys: &[
        may("id", Shape::Text, "the id offences refer to it by"),
        must("basis", Shape::Text, "the provision, beginning with the short name of a law"),
        may("target", Shape::Word(crate::vocabulary::Target::WORDS), "the target of its sanctions, unless they say"),
        may("orders", Shape::List(&Shape::OneOf(&[Shape::Text, Shape::Object(&ORDER)])), "corrective orders"),
        may("sanctions", Shape::List(&Shape::Object(&SANCTION)), "sanctions common to all branches"),
        may("choices", Shape::List(&Shape::Object(&CHOICE)), "choices among the sanctions"),
        may("branches", Shape::List(&Shape::Object(&BRANCH)), "branches of the clause"),
        may("circumstances", Shape::List(&Shape::Object(&CIRCUMSTANCE)), "circumstances of the offences it punishes"),
        UNVERIFIED,
        READING,
    ],
};

/// A corrective order.
pub(crate) static ORDER: Object = Object {
    name: "an order",
    rest: None,
    keys: &[must("id", Shape::Text, "what is ordered"), may("when", Shape::Condition, "when"), BASIS],
};

/// A choice of the law.
pub(crate) static CHOICE: Object = Object {
    name: "a choice",
    rest: None,
    keys: &[
        must("pick", Shape::Word(crate::vocabulary::Pick::WORDS), "how many of the groups"),
        must("of", Shape::List(&TEXTS), "groups of sanction ids"),
    ],
};

/// A branch of a clause.
pub(crate) static BRANCH: Object = Object {
    name: "a branch",
    rest: None,
    keys: &[
        must("id", Shape::Text, "the name"),
        may("when", Shape::Condition, "when it holds; absent: chosen by the tier rows that name it"),
        may("instead_of", Shape::Text, "the branch it replaces where both would hold"),
        may("target", Shape::Word(crate::vocabulary::Target::WORDS), "the target of its sanctions, unless they say"),
        may("orders", Shape::List(&Shape::OneOf(&[Shape::Text, Shape::Object(&ORDER)])), "corrective orders"),
        may("sanctions", Shape::List(&Shape::Object(&SANCTION)), "its sanctions"),
        may("choices", Shape::List(&Shape::Object(&CHOICE)), "choices among its sanctions"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A sanction.
pub(crate) static SANCTION: Object = Object {
    name: "a sanction",
    rest: None,
    keys: &[
        must("id", Shape::Text, "the name"),
        must("kind", Shape::Word(crate::vocabulary::SanctionKind::WORDS), "the kind"),
        may("target", Shape::Word(crate::vocabulary::Target::WORDS), "whom it is for"),
        may("mode", Shape::Word(crate::vocabulary::Force::WORDS), "并处 or 可以并处; absent: must"),
        may("when", Shape::Condition, "when it exists"),
        may("authority", Shape::Value, "who must impose it"),
        may("range", Shape::Range, "the statutory range"),
        may("amount", Shape::Value, "one value"),
        may("rows", Shape::List(&Shape::Object(&QUANTITY_ROW)), "ranges that depend on the facts"),
        may("of", Shape::Value, "the base of a multiple"),
        may("floor_of_base", Shape::Expression, "a smaller base counts as this"),
        may("per", Shape::Value, "the count the range is multiplied by"),
        may("cap", Shape::Value, "the declared greatest result"),
        may("floor", Shape::Value, "the declared least result"),
        may("default", Shape::Value, "a guiding point inside the range"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A row of a statutory range.
pub(crate) static QUANTITY_ROW: Object = Object {
    name: "a row",
    rest: None,
    keys: &[
        may("id", Shape::Text, "its id"),
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        may("range", Shape::Range, "the range"),
        may("amount", Shape::Value, "one value"),
        may("of", Shape::Value, "the base of a multiple"),
        may("floor_of_base", Shape::Expression, "a smaller base counts as this"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A benchmark.
pub(crate) static BENCHMARK: Object = Object {
    name: "a benchmark",
    rest: Some(Shape::Narrowing),
    keys: &[
        may("hit", Shape::Word(crate::vocabulary::Hit::WORDS), "what holds when several rows do; absent: unique"),
        may("tiers", Shape::List(&Shape::Object(&TIER_ROW)), "rows of tiers"),
        may("by", TEXTS, "the factors of a matrix"),
        may("cells", Shape::List(&Shape::Cell), "the cells of a matrix"),
        may("overrides", Shape::List(&Shape::Object(&TIER_ROW)), "rows tried first"),
        may("score", Shape::Object(&SCORE), "accumulated weights"),
        may("positions", Shape::List(&Shape::Object(&POSITION)), "positions in the range"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A row of a benchmark.
pub(crate) static TIER_ROW: Object = Object {
    name: "a row",
    rest: Some(Shape::Narrowing),
    keys: &[
        may("id", Shape::Text, "its id; absent: tier, step and branch"),
        may("tier", Shape::Text, "the tier"),
        may("step", Shape::Text, "the step of the tier"),
        may("branch", Shape::Text, "the branch of the clause it belongs to"),
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        may("no_penalty", Shape::Word(crate::vocabulary::Force::WORDS), "the row exempts from penalty"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// The narrowings of a cell.
pub(crate) static CELL: Object = Object {
    name: "a cell",
    rest: Some(Shape::Narrowing),
    keys: &[
        may("id", Shape::Text, "its id; absent: its levels"),
        may("tier", Shape::Text, "the tier"),
        may("step", Shape::Text, "the step of the tier"),
        may("branch", Shape::Text, "the branch of the clause it belongs to"),
        may("no_penalty", Shape::Word(crate::vocabulary::Force::WORDS), "the cell exempts from penalty"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A position.
pub(crate) static POSITION: Object = Object {
    name: "a position",
    rest: Some(Shape::Narrowing),
    keys: &[
        must("id", Shape::Text, "its name"),
        must("when", Shape::Condition, "the finding that selects it"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// Accumulated weights.
pub(crate) static SCORE: Object = Object {
    name: "a score",
    rest: None,
    keys: &[
        must("weights", Shape::Names(&Shape::Names(&Shape::Expression)), "factor → level → weight"),
        may("cap", Shape::Expression, "the greatest percentage, where the document declares one"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A narrowing in its long form.
pub(crate) static NARROWING: Object = Object {
    name: "a narrowing",
    rest: None,
    keys: &[
        may("part", Shape::Range, "the part of the range: `0%..30%`"),
        may("within", Shape::Word(crate::vocabulary::PartOf::WORDS), "of the statute's range or the tier's"),
        may("range", Shape::Range, "a range of its own"),
        may("amount", Shape::Value, "one value"),
        may("start", Shape::Value, "the percentage the score starts from"),
        may("times", Shape::Value, "what the percentage is taken of"),
        may("cap", Shape::Value, "the declared greatest result (or percentage, with `start`)"),
        may("floor", Shape::Value, "the declared least result"),
        may("default", Shape::Value, "a guiding point"),
        may("round", Shape::Object(&ROUND), "a declared rounding"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A declared rounding.
pub(crate) static ROUND: Object = Object {
    name: "`round`",
    rest: None,
    keys: &[
        must("to", Shape::Expression, "the multiple, such as 1元"),
        must("mode", Shape::Word(&["half_up", "half_even", "up", "down"]), "how"),
    ],
};

/// A circumstance.
pub(crate) static CIRCUMSTANCE: Object = Object {
    name: "a circumstance",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("when", Shape::Condition, "when it holds"),
        must(
            "effect",
            TEXTS,
            "what it calls for: lighter, mitigated, ordinary, heavier, no_penalty, or an effect's own name",
        ),
        must("force", Shape::Word(crate::vocabulary::Force::WORDS), "应当 or 可以"),
        may("instead_of", TEXTS, "circumstances of used rulesets that this one prevails over"),
        may("needs", NEEDS, "what it needs, beside what its effect does"),
        must("basis", Shape::Text, "the provision, beginning with the short name of a law"),
        UNVERIFIED,
        READING,
    ],
};

/// A row of an effect.
pub(crate) static EFFECT: Object = Object {
    name: "an effect",
    rest: None,
    keys: &[
        must("effect", Shape::Text, "lighter, mitigated, ordinary, heavier, no_penalty, or a name of its own"),
        may("as", Shape::Word(crate::vocabulary::Direction::WORDS), "which way an effect with its own name goes"),
        may("of", Shape::List(&Shape::Word(crate::vocabulary::SanctionKind::WORDS)), "kinds of sanction; absent: all"),
        may("sanctions", TEXTS, "sanctions of the clause, by id; absent: all of those kinds"),
        may("when", Shape::Condition, "when this row holds; may name statute.* and tier.*"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        may("do", Shape::Word(&["keep", "drop", "tier_up", "tier_down"]), "what it does, other than a narrowing"),
        may("part", Shape::Range, "the part of the range: `0%..30%`"),
        may("within", Shape::Word(crate::vocabulary::PartOf::WORDS), "of the statute's range or the tier's"),
        may("range", Shape::Range, "a range of its own"),
        may("amount", Shape::Value, "one value"),
        may("cap", Shape::Value, "the declared greatest result"),
        may("floor", Shape::Value, "the declared least result"),
        may("round", Shape::Object(&ROUND), "a declared rounding"),
        may("needs", NEEDS, "what it needs, such as collective_deliberation"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// An offence.
pub(crate) static OFFENCE: Object = Object {
    name: "an offence",
    rest: None,
    keys: &[
        must("id", Shape::Text, "the id"),
        may("code", Shape::Text, "职权编码"),
        must("name", Shape::Text, "the name"),
        may("violates", TEXTS, "the provisions violated"),
        may("elements", Shape::List(&Shape::Condition), "constitutive facts; one false: not established"),
        must("statute", Shape::OneOf(&[Shape::Text, Shape::Object(&CLAUSE)]), "the penalty clause, or its id"),
        may("facts", Shape::Names(&Shape::Object(&FACT)), "facts of this offence only"),
        may("define", Shape::Names(&DEFINE_SHAPE), "named values of this offence only"),
        may("factors", Shape::Names(&Shape::Object(&FACTOR)), "factors of this offence only"),
        may("benchmark", Shape::Object(&BENCHMARK), "the discretion benchmark"),
        may("circumstances", Shape::List(&Shape::Object(&CIRCUMSTANCE)), "circumstances of this offence only"),
        may("succeeds", TEXTS, "offences of earlier documents it takes the place of: ruleset-id/offence-id"),
        may("status", Shape::Word(crate::vocabulary::Status::OF_AN_ITEM), "the state of the item; absent: in_force"),
        UNVERIFIED,
        READING,
    ],
};

/// A row of the limitation table.
pub(crate) static LIMITATION: Object = Object {
    name: "a row of `limitation`",
    rest: None,
    keys: &[
        may("id", Shape::Text, "its id; absent: its position from 1"),
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        must("period", Shape::Expression, "how long after the act it may be discovered: `2年`, `6月`, `30日`"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A row of the transition table.
pub(crate) static TRANSITION: Object = Object {
    name: "a row of `transition`",
    rest: None,
    keys: &[
        may("id", Shape::Text, "its id; absent: its position from 1"),
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        must("apply", Shape::Word(crate::vocabulary::Apply::WORDS), "which version governs"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A row of the concurrence table.
pub(crate) static CONCURRENCE: Object = Object {
    name: "a row of `concurrence`",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("of", Shape::Word(crate::vocabulary::Concurrent::WORDS), "what it is about"),
        may("when", Shape::Condition, "the condition; absent: always"),
        may("fines", Shape::Word(crate::vocabulary::Fines::WORDS), "of `one_act`: what happens to several fines"),
        may("kind", Shape::Word(crate::vocabulary::SanctionKind::WORDS), "of `several_acts`: the kind that is capped"),
        may("cap", Shape::Expression, "the greatest sum of that kind: `20日`"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A right of the party.
pub(crate) static RIGHT: Object = Object {
    name: "a right",
    rest: None,
    keys: &[
        must("id", Shape::Text, "what the party may do"),
        may("when", Shape::Condition, "the condition; absent: always"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// For what a decision may not be heavier than its notice.
pub(crate) static NOT_HEAVIER: Object = Object {
    name: "a row of `not_heavier`",
    rest: None,
    keys: &[
        must("id", Shape::Text, "what the party did, for which it may not be heavier: 陈述、申辩"),
        may("when", Shape::Condition, "the condition; absent: always"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A provision that is cited for something, whatever the case.
pub(crate) static PROVISION: Object = Object {
    name: "a row of `provisions`",
    rest: None,
    keys: &[
        must("for", Shape::Word(crate::vocabulary::Provided::WORDS), "what it is cited for"),
        must("basis", Shape::Text, "the citation"),
        UNVERIFIED,
        READING,
    ],
};

const LEVELS: Shape = Shape::List(&Shape::Word(crate::vocabulary::OrganLevel::WORDS));
const KINDS: Shape = Shape::List(&Shape::Word(crate::vocabulary::SanctionKind::WORDS));

/// Which organ may decide which sanction.
pub(crate) static POWER: Object = Object {
    name: "a row of `powers`",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        may("when", Shape::Condition, "the condition; absent: always"),
        may("of", KINDS, "the kinds of sanction; absent: all"),
        may("except", KINDS, "kinds of sanction that it is not about"),
        may("systems", TEXTS, "the enforcement bodies (执法系统); absent: any"),
        may("levels", LEVELS, "the levels of the organ; absent: any"),
        may(
            "cap",
            Shape::Expression,
            "of `of: [fine]` or another kind alone: the greatest amount on one act: `1000元`",
        ),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// Which organs a text under `authority` means.
pub(crate) static AUTHORITY: Object = Object {
    name: "a row of `authorities`",
    rest: None,
    keys: &[
        must("id", Shape::Text, "the text, as it stands under `authority`; several rows may be of one"),
        may("when", Shape::Condition, "the condition; absent: always"),
        may("systems", TEXTS, "the enforcement bodies (执法系统); absent: any"),
        may("levels", LEVELS, "the levels of the organ; absent: any"),
        UNVERIFIED,
        READING,
    ],
};

/// Why a kind of sanction is decided and not executed.
pub(crate) static UNEXECUTED: Object = Object {
    name: "a row of `unexecuted`",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("of", KINDS, "the kinds of sanction"),
        must("when", Shape::Condition, "the condition"),
        may("unless", Shape::Condition, "when it is executed all the same"),
        may("unless_basis", Shape::Text, "the citation that says so"),
        may("needs", NEEDS, "what is done in its place"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

const YIELDS: Shape = Shape::List(&Shape::Word(Rank::WORDS));

/// The procedure of a document.
pub(crate) static PROCEDURE: Object = Object {
    name: "`procedure`",
    rest: None,
    keys: &[
        must("rank", Shape::Word(Rank::WORDS), "the rank of the document, for others that yield to it"),
        may("bodies", TEXTS, "the enforcement bodies (执法系统) it is for; absent: all"),
        may("applies", Shape::Condition, "the cases it is for; absent: all"),
        may("facts", Shape::Names(&Shape::Object(&FACT)), "facts of the procedure only"),
        may("define", Shape::Names(&DEFINE_SHAPE), "named values of the procedure only"),
        may("factors", Shape::Names(&Shape::Object(&FACTOR)), "factors of the procedure only"),
        may("standards", Shape::List(&Shape::Object(&STANDARD)), "figures for open standards (较大数额)"),
        may("duties", Shape::List(&Shape::Object(&DUTY)), "what must or may be done, when, until when, how much"),
        UNVERIFIED,
        READING,
    ],
};

/// A figure for an open standard.
pub(crate) static STANDARD: Object = Object {
    name: "a standard",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its id"),
        must("standard", Shape::Text, "the open standard of the law: `较大数额罚款`"),
        must("when", Shape::Condition, "when it is met"),
        may("yields_to", YIELDS, "documents of these ranks prevail where they have a figure"),
        may("may_follow", YIELDS, "documents of these ranks may be followed instead (可以从其规定)"),
        may("alone", Shape::Bool, "`true`: it counts only where no other document has the standard"),
        must("basis", Shape::Text, "the provision, beginning with the short name of a law"),
        UNVERIFIED,
        READING,
    ],
};

/// A step of the procedure.
pub(crate) static DUTY: Object = Object {
    name: "a duty",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its id"),
        must("duty", Shape::Word(crate::vocabulary::Duty::WORDS), "what is to be done"),
        may("mode", Shape::Word(crate::vocabulary::Force::WORDS), "应当 or 可以; absent: must"),
        may("when", Shape::Condition, "when; absent: in every case"),
        may("standard", Shape::Text, "the open standard that must be met too"),
        may("with", Shape::Word(crate::vocabulary::Duty::WORDS), "the step it goes with: due only where that one is"),
        may("yields_to", YIELDS, "documents of these ranks prevail where they have the duty"),
        may("within", Shape::Expression, "the time limit: `5工作日`, `90日 + 延长天数`; the first day is out"),
        may("at_least", Shape::Expression, "the time that must lie between it and `before`"),
        may("from", Shape::Expression, "the day `within` is counted from"),
        may("extension", Shape::Object(&EXTENSION), "a longer time"),
        may("excluded", Shape::Expression, "time that is not counted (听证、检验、鉴定)"),
        may("before", Shape::Expression, "the day `at_least` is counted back from"),
        may("on", Shape::Expression, "the day it was done"),
        LAST_DAY_KEY,
        may("amount", Shape::Value, "what is to be paid"),
        may("per", Shape::Value, "the count the amount is multiplied by"),
        may("cap", Shape::Value, "the declared greatest result"),
        must("basis", Shape::Text, "the provision, beginning with the short name of a law"),
        UNVERIFIED,
        READING,
    ],
};
