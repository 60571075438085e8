//! The procedure a whole case calls for, party by party: what may be imposed on a party together is what its documents
//! are asked about.

use std::sync::Arc;

use super::act::Act;
use super::asked::{Case, CaseError};
use super::dates::Dates;
use super::planned::Planned;
use super::point::CasePoint;
use super::procedure::{ProcedureOutcome, procedure};
use super::total::Total;
use crate::expr::EvalError;
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::{Governing, Library, LinkError, Linked, ProcedureProgram};
use crate::ruleset::{FactDecl, ProvisionRow};
use crate::syntax::Node;
use crate::value::{Date, Truth};
use crate::vocabulary::{CaseCode, ChosenBy, Provided};

/// The procedure of a case.
#[derive(Debug)]
pub struct Procedures {
    /// The documents in force on the day.
    pub programs: Arc<[ProcedureProgram]>,
    /// The day they were chosen by.
    pub day: Date,
    /// The fact, or `on`, that the day comes from.
    pub chosen_by: ChosenBy,
    /// What is due for each party, in the order of their first acts.
    pub parties: Vec<PartyProcedure>,
    /// Later versions that may govern the decision while its day is not known: id and first day.
    pub later: Vec<(Arc<str>, Date)>,
}

/// What is due for one party.
#[derive(Debug)]
pub struct PartyProcedure {
    /// The party, where the case names several.
    pub party: Option<Arc<str>>,
    /// The facts, for each document.
    pub facts: Vec<Facts>,
    /// What is due.
    pub outcome: ProcedureOutcome,
}

/// What is intended for one party.
#[derive(Debug)]
pub struct Intended {
    /// The party, where the case names several.
    pub party: Option<Arc<str>>,
    /// The facts, for each document.
    pub facts: Vec<Facts>,
    /// What is planned, for each target.
    pub planned: Vec<Planned>,
}

impl Procedures {
    /// The procedure for what is planned for each party, in the order of the parties.
    ///
    /// # Errors
    /// An overflow, or a time limit that leaves the calendar.
    pub fn new(
        library: &Library,
        programs: Vec<ProcedureProgram>,
        (day, chosen_by): (Date, ChosenBy),
        parties: Vec<Intended>,
    ) -> Result<Self, EvalError> {
        let programs: Arc<[ProcedureProgram]> = programs.into();
        let parties = each(&programs, parties)?;
        let mut found = Self { programs, day, chosen_by, parties, later: Vec::new() };
        if chosen_by != ChosenBy::Decided {
            let later = |p: &ProcedureProgram| Some((p.id().clone(), library.later_procedure(p.id(), day)?));
            found.later = found.speaking().filter_map(later).gather();
        }
        Ok(found)
    }

    /// The same documents asked once more, for something else that is intended.
    ///
    /// # Errors
    /// As [`Procedures::new`].
    pub(super) fn again(&self, parties: Vec<Intended>) -> Result<Self, EvalError> {
        let parties = each(&self.programs, parties)?;
        let (programs, later) = (self.programs.clone(), self.later.clone());
        Ok(Self { programs, day: self.day, chosen_by: self.chosen_by, parties, later })
    }

    /// Whether nothing that comes before the decision waits for a fact.
    pub fn determined(&self) -> bool {
        self.parties.iter().all(|p| p.outcome.needed.is_empty())
    }

    /// The documents that are or may be for the case.
    fn speaking(&self) -> impl Iterator<Item = &ProcedureProgram> {
        let speaks = |number: usize| {
            let runs = self.parties.iter().flat_map(|p| &p.outcome.runs).filter(move |r| r.program == number);
            runs.map(|r| r.speaks.body.and(r.speaks.place).and(r.applies)).any(|truth| truth != Truth::False)
        };
        self.programs.iter().zip(0usize..).filter(move |(_, number)| speaks(*number)).map(|(program, _)| program)
    }

    /// The provision that one of the documents that speak cites for something.
    pub(super) fn provision(&self, wanted: Provided) -> Option<&ProvisionRow> {
        let rows = self.speaking().flat_map(|program| &program.linked.ruleset.case_rules.provisions);
        rows.into_iter().find(|row| row.cited_for == wanted)
    }

    /// The versions of the documents that are or may be for the case, and of the calendars their periods were counted
    /// by, each once.
    pub fn governing(&self) -> Vec<&Governing> {
        let grounds = self.parties.iter().flat_map(|p| &p.outcome.duties).flat_map(|duty| &duty.grounds);
        let calendars = grounds.filter_map(|ground| ground.limit.as_ref()?.calendar.as_ref());
        let mut found: Vec<&Governing> = Vec::new();
        for one in self.speaking().flat_map(ProcedureProgram::governing).chain(calendars) {
            if !found.iter().any(|known| known.digests == one.digests) {
                found.push(one);
            }
        }
        found
    }

    /// Everything that the documents declare.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &FactDecl> {
        self.programs.iter().flat_map(|p| p.linked.facts.iter())
    }

    /// The facts that still matter before the decision, each once.
    pub fn needed(&self) -> Vec<&FactDecl> {
        let mut found: Vec<&FactDecl> = Vec::new();
        for (program, fact) in self.parties.iter().flat_map(|p| &p.outcome.needed) {
            let declared = self.programs.get(*program).and_then(|p| p.linked.facts.get(*fact));
            found.extend(declared.filter(|one| !found.iter().any(|known| known.name == one.name)));
        }
        found
    }
}

/// The day that chooses the documents, and what it comes from: the day of the decision, else of the filing, else `on`.
///
/// # Basis
/// A step follows the procedure in force when it is taken. While the decision is to come, the latest day that is known
/// is the best there is, and later versions are named.
pub fn procedure_day(decided: Option<Date>, filed: Option<Date>, on: Option<Date>) -> Option<(Date, ChosenBy)> {
    let days = [(decided, ChosenBy::Decided), (filed, ChosenBy::Filed), (on, ChosenBy::On)];
    days.into_iter().find_map(|(day, by)| Some((day?, by)))
}

fn each(programs: &[ProcedureProgram], parties: Vec<Intended>) -> Result<Vec<PartyProcedure>, EvalError> {
    let one = |of: Intended| {
        let outcome = procedure(programs, &of.facts, &of.planned)?;
        Ok(PartyProcedure { party: of.party, facts: of.facts, outcome })
    };
    parties.into_iter().map(one).gather()
}

/// The documents of a case, chosen by day and not yet asked.
pub(super) struct Chosen<'l> {
    library: &'l Library,
    programs: Vec<ProcedureProgram>,
    /// Versions that begin later, while the day of the decision is not known: the case may already know their facts.
    later: Vec<ProcedureProgram>,
    day: Option<(Date, ChosenBy)>,
}

/// The facts of a case for each document: those common to all acts, and the own ones of each act.
pub(super) struct CaseFacts {
    pub(super) common: Vec<Facts>,
    pub(super) own: Vec<Option<Vec<Facts>>>,
}

impl<'l> Chosen<'l> {
    /// Chosen by [`procedure_day`], else by the day of the last act.
    pub(super) fn new(library: &'l Library, case: &Case, dates: &[Dates]) -> Result<Self, LinkError> {
        let last = |of: fn(&Dates) -> Option<Date>| dates.iter().filter_map(of).max();
        let known = procedure_day(last(|d| d.decided.date()), last(|d| d.filed.date()), case.on);
        let day = known.or_else(|| last(Dates::of_act).map(|day| (day, ChosenBy::Act)));
        let programs = day.map_or_else(|| Ok(Vec::new()), |(day, _)| library.link_procedures(day))?;
        let later = match day {
            Some((day, by)) if by != ChosenBy::Decided => library.link_later_procedures(&programs, day)?,
            _ => Vec::new(),
        };
        Ok(Self { library, programs, later, day })
    }

    /// What reads facts.
    pub(super) fn units(&self) -> Vec<&Linked> {
        self.programs.iter().chain(&self.later).map(AsRef::as_ref).gather()
    }

    /// Asks them, party by party.
    pub(super) fn of(
        self,
        case: &Case,
        acts: &[Act],
        totals: &[Total],
        facts: &CaseFacts,
        points: &mut Vec<CasePoint>,
    ) -> Result<Option<Procedures>, CaseError> {
        let Some(day) = self.day.filter(|_| !self.programs.is_empty()) else { return Ok(None) };
        let mut parties: Vec<Option<Arc<str>>> = Vec::new();
        for act in acts {
            if !parties.contains(&act.party) {
                parties.push(act.party.clone());
            }
        }
        let mut asked = Vec::with_capacity(parties.len());
        for party in parties {
            let of_party: Vec<usize> =
                (0..acts.len()).filter(|a| acts.get(*a).is_some_and(|a| a.party == party)).gather();
            let facts = self.facts(case, facts, &of_party, points);
            let own: Vec<&Act> = of_party.iter().filter_map(|a| acts.get(*a)).gather();
            let totals: Vec<&Total> = totals.iter().filter(|t| t.party == party).gather();
            asked.push(Intended { party, facts, planned: Planned::of_acts(&own, &totals) });
        }
        Procedures::new(self.library, self.programs, day, asked).map(Some).map_err(CaseError::Evaluation)
    }

    /// The facts of a party: what its acts say of their own, where they agree; else what is said of the whole case, and
    /// that they do not agree.
    fn facts(&self, case: &Case, facts: &CaseFacts, acts: &[usize], points: &mut Vec<CasePoint>) -> Vec<Facts> {
        let mut found: Vec<Facts> = facts.common.iter().take(self.programs.len()).cloned().gather();
        for (program, number) in self.programs.iter().zip(0usize..) {
            let Some(slots) = found.get_mut(number) else { continue };
            for (id, declared) in program.linked.facts.enumerate() {
                let own = |act: &usize| {
                    let stated =
                        case.acts.get(*act)?.facts.as_ref().and_then(|f: &Node| f.get(&declared.name)).is_some();
                    let own = facts.own.get(*act)?.as_ref().filter(|_| stated)?;
                    own.get(number).map(|own| own.get(id))
                };
                let common = facts.common.get(number).map_or(&Fact::Missing, |common| common.get(id));
                let said: Vec<&Fact> = acts.iter().map(|act| own(act).unwrap_or(common)).gather();
                let mut values = said.iter().filter(|fact| !matches!(fact, Fact::Missing));
                // Where every act says that it is not known, what is said of the whole case is not taken for it.
                let first = values.next().copied().unwrap_or(&Fact::Missing);
                if values.all(|value| *value == first) {
                    slots.set(id, first.clone());
                    continue;
                }
                let point = CasePoint::about(CaseCode::ProcedureFactsDiffer, acts.to_vec());
                let point = point.naming(declared.name.clone());
                if !points.contains(&point) {
                    points.push(point);
                }
            }
        }
        found
    }
}
