//! The keys of licences.

use super::shape::{
    BASIS, DEFINE_SHAPE, FACT, FACTOR, Key, LAST_DAY_KEY, Object, READING, Shape, TEXTS, UNVERIFIED, may, must,
};
use crate::vocabulary::{
    Before, Binding, Check, DocumentForm, First, LicenceProcedure, OrderKind, Silence, StepKind, TermKind,
};

const WHEN: Key = may("when", Shape::Condition, "when; absent: always");
const UNDER: Key =
    may("under", Shape::Text, "the provision of higher rank that the basis makes concrete (a rule of a department)");
const WITHIN: Key = must("within", Shape::Expression, "how long: 5工作日, 30日, 2月, 1年");

/// A licence.
pub(crate) static LICENCE: Object = Object {
    name: "a licence",
    rest: None,
    keys: &[
        must("id", Shape::Text, "the id"),
        may("code", Shape::Text, "事项编码"),
        must("name", Shape::Text, "the name"),
        must("procedure", Shape::Word(LicenceProcedure::WORDS), "what is decided"),
        must("basis", Shape::Text, "the provision that sets the licence"),
        may("facts", Shape::Names(&Shape::Object(&FACT)), "facts of this licence only"),
        may("define", Shape::Names(&DEFINE_SHAPE), "named values of this licence only"),
        may("factors", Shape::Names(&Shape::Object(&FACTOR)), "factors of this licence only"),
        may("applied", Shape::Expression, "the day of the application"),
        may("accepted", Shape::Condition, "whether the application was accepted (受理)"),
        may("exempt", Shape::List(&Shape::Object(&GROUND)), "when no licence is needed"),
        may(
            "authority",
            Shape::Value,
            "to whom one applies (who decides, where nobody applies): text, or rows tried in order",
        ),
        may("filed_at", Shape::Expression, "the fact that says with whom it was filed"),
        may("conditions", Shape::List(&Shape::Object(&CONDITION)), "what must hold, all of it"),
        may("bars", Shape::List(&Shape::Object(&GROUND)), "what must not hold"),
        may("documents", Shape::List(&Shape::Object(&DOCUMENT)), "what must be submitted"),
        may("steps", Shape::List(&Shape::Object(&STEP)), "what must be done before the decision"),
        may("deadlines", Shape::List(&Shape::Object(&DEADLINE)), "time limits"),
        may("routes", Shape::List(&Shape::Object(&ROUTE)), "ways that ask for less (告知承诺)"),
        may("terms", Shape::List(&Shape::Object(&TERM)), "validity, quantity granted, fee"),
        may("renewal", Shape::Object(&RENEWAL), "when a renewal is in time, and what silence means"),
        may("quota", Shape::Object(&QUOTA), "a limited number of licences"),
        may("grounds", Shape::List(&Shape::Object(&GROUND)), "why it is revoked, withdrawn or cancelled"),
        may("bans", Shape::List(&Shape::Object(&BAN)), "who may not apply again"),
        UNVERIFIED,
        READING,
    ],
};

/// A row that holds or not.
pub(crate) static GROUND: Object = Object {
    name: "a row",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("when", Shape::Condition, "when"),
        may("force", Shape::Word(Binding::WORDS), "of `grounds`: 应当, 可以, 不予; absent: must"),
        may("note", Shape::Text, "what is said beside it: what is needed instead, what follows"),
        BASIS,
        UNDER,
        UNVERIFIED,
        READING,
    ],
};

/// A condition.
pub(crate) static CONDITION: Object = Object {
    name: "a condition",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        may("when", Shape::Condition, "for whom it is asked; absent: for all"),
        may("require", Shape::Condition, "what must hold"),
        may("all", Shape::List(&Shape::Object(&CONDITION)), "conditions of which all must hold"),
        may("any", Shape::List(&Shape::Object(&CONDITION)), "conditions of which one must hold"),
        may("none_of", Shape::List(&Shape::Object(&CONDITION)), "conditions of which none may hold"),
        may("check", Shape::Word(Check::WORDS), "how it is checked"),
        may("evidence", Shape::Text, "what shows it"),
        may("curable", Shape::Bool, "`true`: it may be remedied before the decision"),
        BASIS,
        UNDER,
        UNVERIFIED,
        READING,
    ],
};

/// A document.
pub(crate) static DOCUMENT: Object = Object {
    name: "a document",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        WHEN,
        may("for", TEXTS, "the conditions it shows; `申请` is the application itself"),
        may("form", Shape::Word(DocumentForm::WORDS), "original or copy"),
        may(
            "shared_data",
            Shape::OneOf(&[Shape::Bool, Shape::Condition]),
            "the authority obtains it by sharing data: not to be asked for",
        ),
        BASIS,
        UNDER,
        UNVERIFIED,
        READING,
    ],
};

/// A step before the decision.
pub(crate) static STEP: Object = Object {
    name: "a step",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        may("kind", Shape::Word(StepKind::WORDS), "what kind of step; absent: other"),
        WHEN,
        must("done", Shape::Condition, "whether it was done"),
        may("before", Shape::Word(Before::WORDS), "which decision waits for it; absent: any"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A time limit.
pub(crate) static DEADLINE: Object = Object {
    name: "a deadline",
    rest: None,
    keys: &[
        must("what", Shape::Text, "what is to be done"),
        WHEN,
        WITHIN,
        must("from", Shape::Expression, "from which day, that day not counted"),
        may("extension", Shape::Object(&EXTENSION), "a longer time"),
        may("excluded", Shape::Expression, "time that is not counted (听证、检验、鉴定)"),
        may("promised", Shape::Expression, "the time the authority promises"),
        may("done", Shape::Condition, "whether it was done"),
        may("on", Shape::Expression, "on which day"),
        may("else", Shape::Word(Silence::WORDS), "what the law makes of silence; absent: nothing"),
        LAST_DAY_KEY,
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A longer time.
pub(crate) static EXTENSION: Object = Object {
    name: "`extension`",
    rest: None,
    keys: &[WITHIN, must("when", Shape::Condition, "when it was granted"), BASIS],
};

/// A route.
pub(crate) static ROUTE: Object = Object {
    name: "a route",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("when", Shape::Condition, "when it is taken"),
        may("excludes", Shape::Condition, "who may not take it"),
        may("waives", TEXTS, "conditions, documents and steps it does without"),
        may("before", TEXTS, "routes it goes before where both could be taken"),
        may("note", Shape::Text, "what follows a false promise"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A term of the licence.
pub(crate) static TERM: Object = Object {
    name: "a term",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("kind", Shape::Word(TermKind::WORDS), "what it fixes"),
        may("range", Shape::Range, "the range"),
        may("default", Shape::Value, "a guiding point in it"),
        may("rows", Shape::List(&Shape::Object(&TERM_ROW)), "ranges that depend on the facts"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A row of a term.
pub(crate) static TERM_ROW: Object = Object {
    name: "a row",
    rest: None,
    keys: &[
        may("when", Shape::Condition, "the condition"),
        may("otherwise", Shape::Bool, "`true`: all other cases"),
        must("range", Shape::Range, "the range"),
        may("default", Shape::Value, "a guiding point in it"),
        BASIS,
    ],
};

/// A renewal.
pub(crate) static RENEWAL: Object = Object {
    name: "`renewal`",
    rest: None,
    keys: &[
        must("expires", Shape::Expression, "the last day of the licence"),
        may("opens", Shape::Expression, "how long before that day the window opens"),
        must("closes", Shape::Expression, "how long before that day it closes"),
        may("general", Shape::Object(&GENERAL), "the general rule that this one goes before"),
        may("decided", Shape::Condition, "whether the authority has decided"),
        may("on", Shape::Expression, "on which day"),
        may("else", Shape::Object(&RENEWAL_SILENCE), "what silence at the end of the licence means"),
        may("late", Shape::Text, "what follows for one who applied late"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// The general rule of a renewal.
pub(crate) static GENERAL: Object = Object {
    name: "`general`",
    rest: None,
    keys: &[must("closes", Shape::Expression, "how long before the last day it closes"), BASIS],
};

/// What silence at the end of a licence can mean.
pub(crate) const RENEWAL_SILENCES: &[&str] = &["deemed_granted"];

/// Silence at the end of a licence.
pub(crate) static RENEWAL_SILENCE: Object =
    Object {
        name: "`else`", rest: None, keys: &[must("is", Shape::Word(RENEWAL_SILENCES), "视为准予延续"), BASIS]
    };

/// A limited number.
pub(crate) static QUOTA: Object = Object {
    name: "`quota`",
    rest: None,
    keys: &[
        WHEN,
        must("left", Shape::Value, "how many licences are left"),
        must("order", Shape::Object(&QUOTA_ORDER), "in which order applicants are served"),
        BASIS,
        UNDER,
        UNVERIFIED,
        READING,
    ],
};

/// Who comes first.
pub(crate) static QUOTA_ORDER: Object = Object {
    name: "`order`",
    rest: None,
    keys: &[
        must("is", Shape::Word(OrderKind::WORDS), "how the order is found"),
        must(
            "by",
            Shape::OneOf(&[Shape::Expression, Shape::List(&Shape::Expression)]),
            "days or numbers applicants are compared by, the first key first",
        ),
        may("first", Shape::Word(First::WORDS), "which end comes first; absent: least"),
        must("basis", Shape::Text, "the provision, beginning with the short name of a law"),
    ],
};

/// A ban.
pub(crate) static BAN: Object = Object {
    name: "a ban",
    rest: None,
    keys: &[
        must("id", Shape::Text, "its name"),
        must("when", Shape::Condition, "when"),
        may("lasts", Shape::Expression, "for how long; absent: for good"),
        must("from", Shape::Expression, "from which day"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};
