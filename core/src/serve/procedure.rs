//! A request for the procedure alone.

use super::host::Host;
use crate::answer::{told, write_procedures};
use crate::decide::{Day, Intended, Procedures, procedure_day};
use crate::facts::{FactCode, FactError, decode_each};
use crate::failure::Failure;
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::read::{Request, day, read_planned};
use crate::render;
use crate::source::Span;
use crate::syntax::Node;
use crate::value::Date;
use crate::vocabulary::ChosenBy;

impl Host {
    /// The procedure for what is planned, or for what the decision of an offence leaves possible.
    ///
    /// # Errors
    /// Request, ruleset, link, facts or evaluation: never mixed.
    pub fn procedure(&self, request: &Request) -> Result<Procedures, Failure> {
        let library = self.with(request)?;
        let Some(node) = &request.planned else {
            if request.offence.is_empty() {
                return Err(Failure::Request(vec![needs_planned(request.span)]));
            }
            let decision = self.decide(request, &request.whole())?;
            return decision.procedures.ok_or_else(|| Failure::Request(vec![no_procedure(request.span)]));
        };
        let chosen = chosen_day(&request.facts, request.on)?.ok_or_else(|| no_day(request.span))?;
        let programs = library.link_procedures(chosen.0).map_err(Failure::Link)?;
        let mut units: Vec<&Linked> = programs.iter().map(AsRef::as_ref).gather();
        let program = if request.offence.is_empty() {
            None
        } else {
            let day = day(request)?;
            Some(library.link(&request.ruleset, &request.offence, day).map_err(Failure::Link)?)
        };
        units.extend(program.as_ref().map(AsRef::as_ref));
        let mut facts = decode_each(&units, &request.facts).map_err(Failure::Facts)?;
        facts.truncate(programs.len());
        let planned = read_planned(node).map_err(Failure::Request)?;
        Procedures::new(&library, programs, chosen, vec![Intended { party: None, facts, planned }])
            .map_err(Failure::Evaluation)
    }
}

/// The answer to a request for the procedure alone, with the words it asks for.
pub(super) fn procedure_answer(found: &Procedures, request: &Request) -> String {
    told(|o| {
        write_procedures(o, found, request.lang);
        if let Some(style) = request.text {
            o.text("text", &render::render_procedures(found, style));
        }
    })
}

/// [`procedure_day`] of the facts of a request.
fn chosen_day(facts: &Node, on: Option<Date>) -> Result<Option<(Date, ChosenBy)>, Failure> {
    let day = |name: &str| Day::read(facts.get(name), &format!("/facts/{name}")).map(Day::date);
    let wrong = |error: Box<FactError>| Failure::Facts(vec![*error]);
    let decided = day("决定日").map_err(wrong)?;
    let filed = if decided.is_none() { day("立案日").map_err(wrong)? } else { None };
    Ok(procedure_day(decided, filed, on))
}

fn no_day(span: Span) -> Failure {
    let error = FactError::new(FactCode::MissingKey, "/on", "the day of the decision, or of the filing", span)
        .found("neither 决定日 nor 立案日 nor `on`")
        .says("nothing says which procedure governs")
        .help("give the fact 决定日 or 立案日, or `on:` while neither is known");
    Failure::Request(vec![error])
}

fn no_procedure(span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, "/rulesets", "a ruleset with `procedure`", span)
        .says("no ruleset in force lays down a procedure")
        .help("add one that has `procedure:`, such as cn.npc.administrative-penalty-law")
}

fn needs_planned(span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, "/planned", "`planned`, or an offence", span)
        .says("the request says neither what is planned nor an offence")
        .help("give `planned: {unit: {kinds: [fine], fine: 60000}}`, or `ruleset` and `offence`")
}
