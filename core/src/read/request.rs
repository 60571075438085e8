//! Requests and case files: a case file is a request plus `expect`.

use crate::diagnostic::{Code, Diagnostic};
use crate::gather::Gather as _;
use crate::source::{Source, Span};
use crate::syntax::{Entry, Key, Node, NodeKind, suggest};
use crate::value::Date;

use super::acts::read_acts;
use super::applicants::{Applicant, read_applicants};
use super::id::{Id, read_id};
use crate::decide::{ActCase, ActShare, Case};
use crate::facts::{FactCode, FactError};
use crate::failure::Failure;
use crate::render::Style;
use crate::vocabulary::{Action, Form, Lang, Markup};

/// A request, or one case of a case file.
#[derive(Clone, Debug)]
pub struct Request {
    /// What is asked for.
    pub action: Action,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The id of the offence.
    pub offence: String,
    /// The id of the licence, in place of an offence.
    pub licence: Option<String>,
    /// Several applicants for the licence, of a limited number; empty: the facts are those of one.
    pub applicants: Vec<Applicant>,
    /// The day as of which the question is asked: what time has run out, which calendars are known.
    pub as_of: Option<Date>,
    /// The day the versions are chosen by, when the facts do not give the day of the act.
    pub on: Option<Date>,
    /// The facts, a mapping.
    pub facts: Node,
    /// Ruleset texts that come with the request.
    pub rulesets: Vec<Source>,
    /// Whether the outcome comes with its explanation: `true` unless the request says `explanation: false`.
    pub explanation: bool,
    /// Whether a receipt is asked for.
    pub receipt: bool,
    /// The receipt to hold the case against, of a replay.
    pub stored: Option<Node>,
    /// The whole case, of a request to decide, to review a decision on several acts, or to replay a decision.
    pub case: Option<Case>,
    /// Whether the reasoning of the decision letter (说理) is asked for.
    pub letter: bool,
    /// The decision to review, a mapping.
    pub decision: Option<Node>,
    /// What the notice before the decision said, a mapping in the shape of the decision.
    pub notified: Option<Node>,
    /// The departure from the benchmark, a mapping, or one for each act.
    pub departure: Option<Node>,
    /// What is planned for each target, a mapping, of `do: procedure`.
    pub planned: Option<Node>,
    /// The words asked for, if any.
    pub text: Option<Style>,
    /// The language of messages.
    pub lang: Lang,
    /// What the host calls it; it comes back in the answer and means nothing to the engine.
    pub id: Option<Id>,
    /// The name of a case; it comes back in the answer.
    pub name: Option<String>,
    /// The calculation by hand.
    pub hand: Option<String>,
    /// What the outcome must have.
    pub expect: Option<Node>,
    /// Where the case stands in its file.
    pub span: Span,
}

/// What makes a request to review one of a whole case.
const CASE_KEYS: [&str; 5] = ["acts", "notified", "departure", "organ", "responsible"];

const KEYS: [&str; 33] = [
    "id",
    "planned",
    "contract",
    "do",
    "ruleset",
    "offence",
    "licence",
    "applicants",
    "on",
    "as_of",
    "facts",
    "rulesets",
    "decision",
    "notified",
    "responsible",
    "departure",
    "organ",
    "explanation",
    "receipt",
    "text",
    "markup",
    "lang",
    "name",
    "hand",
    "note",
    "expect",
    "cases",
    "acts",
    "same_act",
    "general",
    "continuing",
    "party",
    "letter",
];

impl Request {
    /// Whether the answer takes more than the outcome of one offence and what leads to it: what is behind the door of
    /// `serve/more.rs`.
    #[must_use]
    pub fn asks_more(&self) -> bool {
        match self.action {
            Action::Check | Action::Version => false,
            Action::Ask | Action::Describe | Action::Explain => self.licence.is_some(),
            Action::Evaluate => self.licence.is_some() || self.receipt,
            _ => true,
        }
    }

    /// The receipt that a replay is held against.
    pub(crate) fn receipt_to_replay(&self) -> Result<&Node, Failure> {
        self.stored.as_ref().ok_or_else(|| missing(self, "receipt"))
    }

    /// The whole case: that of a request to decide, or the one act that another request is about.
    #[must_use]
    pub fn whole(&self) -> Case {
        self.case.clone().unwrap_or_else(|| Case {
            acts: vec![ActCase {
                id: self.offence.as_str().into(),
                party: None,
                ruleset: self.ruleset.clone(),
                offence: self.offence.clone(),
                continuing: false,
                share: ActShare::Whole,
                facts: None,
                path: String::new(),
                span: self.span,
            }],
            same_act: Vec::new(),
            general: Vec::new(),
            on: self.on,
            organ: None,
            facts: self.facts.clone(),
            span: self.span,
        })
    }
}

/// Reads a request (JSON).
///
/// # Errors
/// Everything that is wrong with the request itself.
pub fn read_request(source: &Source) -> Result<Request, Failure> {
    let (node, diagnostics) = crate::syntax::read_json(source);
    let node = tree(source, node, diagnostics)?;
    let mut problems = Vec::new();
    let request = request(node, &mut problems);
    request.filter(|_| problems.is_empty()).ok_or(Failure::Request(problems))
}

/// Reads a case file (YAML or JSON): one case, or several under `cases` that share the keys above them.
///
/// # Errors
/// Everything that is wrong with the file itself.
pub fn read_case(source: &Source) -> Result<Vec<Request>, Failure> {
    let (node, diagnostics) = crate::syntax::read(source);
    let node = tree(source, node, diagnostics)?;
    let mut problems = Vec::new();
    let mut cases = Vec::new();
    let given = node.get("cases");
    match given.map(|n| &n.kind) {
        None => cases.extend(request(node, &mut problems)),
        Some(NodeKind::Sequence(items)) => {
            for (item, number) in items.iter().zip(0usize..) {
                match no_case(&node, item) {
                    None => cases.extend(request(merged(&node, item), &mut problems)),
                    Some((path, expected, found)) => problems.push(
                        FactError::new(FactCode::WrongType, &format!("/cases/{number}{path}"), expected, found.span)
                            .found(found.shown()),
                    ),
                }
            }
        }
        Some(_) => problems.push(
            FactError::new(FactCode::WrongType, "/cases", "a list of cases", node.span)
                .found(given.unwrap_or(&node).shown()),
        ),
    }
    if problems.is_empty() { Ok(cases) } else { Err(Failure::Request(problems)) }
}

fn tree(source: &Source, node: Option<Node>, diagnostics: Vec<Diagnostic>) -> Result<Node, Failure> {
    match node {
        Some(node) if !diagnostics.iter().any(Diagnostic::is_error) => Ok(node),
        // The reader of texts knows rulesets only.
        _ if diagnostics.iter().any(|d| d.code == Code::EmptyFile) => {
            let help = "a case begins with `ruleset: …`, `offence: …` and `facts:`";
            Err(Failure::Text(diagnostics.into_iter().map(|d| d.help(help)).gather()))
        }
        _ if diagnostics.is_empty() => {
            let mut diagnostic = Diagnostic::error(Code::EmptyFile, Span::default(), "the request is empty");
            diagnostic.source = source.shared_name();
            Err(Failure::Text(vec![diagnostic]))
        }
        _ => Err(Failure::Text(diagnostics)),
    }
}

/// What stands where a case, or its facts, should: read as nothing, it would become the case above it.
fn no_case<'n>(file: &'n Node, case: &'n Node) -> Option<(&'static str, &'static str, &'n Node)> {
    let is = |node: &Node| matches!(node.kind, NodeKind::Mapping(_));
    if !is(case) {
        return Some(("", "a case", case));
    }
    let mut facts = [file, case].into_iter().filter_map(|node| node.get("facts"));
    let wrong = facts.find(|facts| !is(facts) && !facts.is_null())?;
    Some(("/facts", "a mapping of names to values", wrong))
}

/// A case with the keys of its file below its own; facts are merged one by one.
fn merged(file: &Node, case: &Node) -> Node {
    let mut entries: Vec<Entry> = case.entries().to_vec();
    for entry in file.entries().iter().filter(|e| e.key.text != "cases") {
        match entries.iter_mut().find(|e| e.key.text == entry.key.text) {
            None => entries.push(entry.clone()),
            Some(own) if own.key.text == "facts" && matches!(own.value.kind, NodeKind::Mapping(_)) => {
                let mut facts: Vec<Entry> = entry.value.entries().to_vec();
                facts.retain(|f| own.value.get(&f.key.text).is_none());
                facts.extend(own.value.entries().to_vec());
                own.value.kind = NodeKind::Mapping(facts);
            }
            Some(_) => {}
        }
    }
    Node { span: case.span, kind: NodeKind::Mapping(entries) }
}

/// A request is made of its tree: facts and other trees are moved out of it.
fn request(mut node: Node, problems: &mut Vec<FactError>) -> Option<Request> {
    let NodeKind::Mapping(entries) = &node.kind else {
        problems.push(
            FactError::new(FactCode::WrongType, "", "a mapping with `ruleset`, `offence` and `facts`", node.span)
                .found(node.shown()),
        );
        return None;
    };
    if let Some(version) = node.get("cailiang") {
        problems.push(
            FactError::new(FactCode::UnknownKey, "/cailiang", "a case", version.span)
                .found("a ruleset")
                .says("this is a ruleset, not a case")
                .help("check it as a ruleset; a case names it under `ruleset`, and its `offence` and `facts`"),
        );
        return None;
    }
    for Entry { key: Key { text, span }, .. } in entries {
        if !KEYS.contains(&text.as_str()) {
            let similar = suggest(text, KEYS.into_iter()).map(|s| format!("did you mean `{s}`?"));
            problems.push(
                FactError::new(FactCode::UnknownKey, &format!("/{text}"), "a key of a request", *span)
                    .says(format!("a request has no key `{text}`"))
                    .help(similar.unwrap_or_else(|| format!("there are {}", KEYS.join(", ")))),
            );
        }
    }
    let text = |key: &str| node.get(key).and_then(Node::as_str);
    let mut word = |key: &str, words: &[&str]| -> Option<usize> {
        let value = node.get(key)?;
        let found = value.as_str().and_then(|t| words.iter().position(|w| *w == t));
        if found.is_none() {
            let wanted = format!("one of {}", words.join(", "));
            let error = FactError::new(FactCode::WrongType, &format!("/{key}"), &wanted, value.span);
            let similar = value.as_str().and_then(|text| suggest(text, words.iter().copied()));
            let help = similar.map(|word| format!("did you mean `{word}`?"));
            problems.push(FactError { help, ..error.found(value.shown()) });
        }
        found
    };
    word("contract", &["1"]);
    let action = word("do", Action::WORDS).and_then(|at| Action::ALL.get(at)).copied().unwrap_or(Action::Evaluate);
    let lang = word("lang", Lang::WORDS).and_then(|at| Lang::ALL.get(at)).copied().unwrap_or_default();
    let markup = word("markup", Markup::WORDS).and_then(|at| Markup::ALL.get(at)).copied().unwrap_or_default();
    let form = word("text", Form::WORDS).and_then(|at| Form::ALL.get(at)).copied();
    let explanation = word("explanation", &["false", "true"]) != Some(0);
    // Of a replay `receipt` is the stored one, of anything else whether one is asked for.
    let stored = node.get("receipt").filter(|_| action == Action::Replay).map(receipt_of);
    let letter = word("letter", &["false", "true"]) == Some(1);
    let receipt = action != Action::Replay && word("receipt", &["false", "true"]) == Some(1);
    if let Some(stored) = stored.filter(|s| !matches!(s.kind, NodeKind::Mapping(_))) {
        problems.push(
            FactError::new(FactCode::WrongType, "/receipt", "a receipt, or an answer that has one", stored.span)
                .found(stored.shown()),
        );
    }
    let named = |key: &str| text(key).or_else(|| stored.and_then(|s| s.get(key)).and_then(Node::as_str));
    let mut missing = |key: &str| {
        problems.push(missing_key(key, node.span));
    };
    let of_case = action == Action::Decide
        || action == Action::Review && CASE_KEYS.iter().any(|key| node.get(key).is_some_and(|n| !n.is_null()))
        || action == Action::Replay && stored.and_then(|s| s.get("kind")).and_then(Node::as_str) == Some("decision");
    let of_acts = of_case && node.get("acts").is_some();
    if !matches!(action, Action::Check | Action::Describe | Action::Version) && !of_acts {
        // The procedure of what is planned needs no offence; with one of the two keys it needs the other.
        let alone = action == Action::Procedure && node.get("offence").is_none();
        for key in ["ruleset", "offence"] {
            if named(key).is_none() && !alone && (key == "ruleset" || named("licence").is_none()) {
                missing(key);
            }
        }
    }
    if action == Action::Replay && stored.is_none() {
        missing("receipt");
    }
    if action == Action::Review && node.get("decision").is_none_or(Node::is_null) {
        missing("decision");
    }
    if let (Some(_), Some(licence)) = (node.get("offence"), node.get("licence")) {
        problems.push(
            FactError::new(FactCode::WrongType, "/licence", "an offence or a licence", licence.span)
                .says("a request names an offence or a licence, not both")
                .help("leave one of them out"),
        );
    }
    if let (Some(applicants), None) = (node.get("applicants").filter(|n| !n.is_null()), named("licence")) {
        problems.push(
            FactError::new(FactCode::WrongType, "/applicants", "`licence`", applicants.span)
                .says("`applicants` stand in a case of a licence")
                .help("name the licence, or leave them out"),
        );
    }
    let mut day = |key: &str| {
        node.get(key).and_then(|n| match Date::parse(n.as_str().unwrap_or("")) {
            Ok(date) => Some(date),
            Err(_) => {
                problems.push(
                    FactError::new(FactCode::WrongType, &format!("/{key}"), "a date such as 2024-03-01", n.span)
                        .found(n.shown())
                        .help("write a day of the calendar, such as 2024-03-01"),
                );
                None
            }
        })
    };
    let (on, as_of) = (day("on"), day("as_of"));
    if !of_case {
        for key in [
            "acts",
            "same_act",
            "general",
            "continuing",
            "party",
            "letter",
            "notified",
            "departure",
            "organ",
            "responsible",
        ] {
            if let Some(given) = node.get(key) {
                problems.push(
                    FactError::new(FactCode::UnknownKey, &format!("/{key}"), "`do: decide`", given.span)
                        .says(format!("`{key}` belongs to a whole case"))
                        .help("write `do: decide`, or leave it out; with `do: review` the case needs `acts`"),
                );
            }
        }
    }
    let [ruleset, offence] = ["ruleset", "offence"].map(|key| named(key).unwrap_or("").to_owned());
    let [licence, name, hand] = [named("licence"), text("name"), text("hand")].map(|found| found.map(str::to_owned));
    let (stored, span) = (stored.cloned(), node.span);
    let facts = taken(&mut node, "facts").unwrap_or(Node { span, kind: NodeKind::Mapping(Vec::new()) });
    let case = if of_case { read_acts(&node, on, &facts, problems) } else { None };
    Some(Request {
        action,
        ruleset,
        offence,
        licence,
        applicants: read_applicants(&node, problems),
        as_of,
        on,
        case,
        facts,
        rulesets: texts(&node, problems),
        explanation,
        receipt,
        stored,
        letter,
        decision: taken(&mut node, "decision"),
        notified: taken(&mut node, "notified"),
        departure: taken(&mut node, "departure"),
        planned: taken(&mut node, "planned"),
        text: form.map(|form| Style { lang, form, markup }),
        lang,
        id: read_id(&node, problems),
        name,
        hand,
        expect: node.get("expect").cloned(),
        span,
    })
}

/// Moves a value out of a mapping; what is null is not there.
fn taken(node: &mut Node, key: &str) -> Option<Node> {
    let NodeKind::Mapping(entries) = &mut node.kind else { return None };
    let value = entries.iter_mut().find(|entry| entry.key.text == key).map(|entry| &mut entry.value)?;
    let left = Node { span: value.span, kind: NodeKind::Null };
    Some(std::mem::replace(value, left)).filter(|value| !value.is_null())
}

/// The receipt of a text that is one, or of an answer that has one.
#[must_use]
pub fn receipt_of(node: &Node) -> &Node {
    node.get("receipt").unwrap_or(node)
}

/// `rulesets: [{name, text}]`
fn texts(node: &Node, problems: &mut Vec<FactError>) -> Vec<Source> {
    let mut sources = Vec::new();
    let Some(rulesets) = node.get("rulesets").filter(|n| !n.is_null()) else { return sources };
    if !matches!(rulesets.kind, NodeKind::Sequence(_)) {
        problems.push(
            FactError::new(FactCode::WrongType, "/rulesets", "a list of `{name, text}`", rulesets.span)
                .found(rulesets.shown()),
        );
    }
    for (item, number) in rulesets.items().iter().zip(0usize..) {
        let part = |key: &str| item.get(key).and_then(Node::as_str);
        match (part("name"), part("text")) {
            (Some(name), Some(text)) => sources.push(Source::new(name, text)),
            _ => problems.push(FactError::new(
                FactCode::WrongType,
                &format!("/rulesets/{number}"),
                "`name` and `text`",
                item.span,
            )),
        }
    }
    sources
}

/// That a request lacks a key, as a failure.
pub(crate) fn missing(request: &Request, key: &str) -> Failure {
    Failure::Request(vec![missing_key(key, request.span)])
}

/// That a request lacks a key.
fn missing_key(key: &str, span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, &format!("/{key}"), &format!("`{key}`"), span)
        .says(format!("the request needs `{key}`"))
}
