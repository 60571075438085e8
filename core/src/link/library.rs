//! A set of rulesets, in all their versions.

use std::sync::Arc;

use super::licence::LicenceProgram;
use super::linked::Governing;
use super::procedure::ProcedureProgram;
use super::program::Program;
use crate::diagnostic::{Code, Diagnostic};
use crate::gather::Gather as _;
use crate::ruleset::Ruleset;
use crate::value::{Date, Sorted};
use crate::vocabulary::{LinkCode, Status, Why};

/// Rulesets in all their versions; looked up by id and day.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Sorted by id, first day in force, revision.
    rulesets: Vec<Arc<Ruleset>>,
}

/// Why an offence cannot be linked on a day.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LinkError {
    /// No version of a ruleset is known.
    #[error("no ruleset has the id `{id}`{}", suggestion(.similar))]
    NoRuleset {
        /// The id asked for.
        id: String,
        /// The most similar id.
        similar: Option<String>,
    },
    /// No version is in force on the day; never the nearest one instead.
    #[error("`{id}` is not in force on {day}; versions known: {versions}")]
    NotInForce {
        /// The id.
        id: String,
        /// The day asked for.
        day: Date,
        /// The versions with their days and status.
        versions: String,
    },
    /// The ruleset has no such offence.
    #[error("`{ruleset}` has no offence `{id}`{}", suggestion(.similar))]
    NoOffence {
        /// The ruleset.
        ruleset: String,
        /// The offence asked for.
        id: String,
        /// The most similar offence.
        similar: Option<String>,
    },
    /// The offence is suspended or repealed on its own (挂起, 废止), in a document that is in force.
    #[error("the offence `{id}` of `{ruleset}` is {status}")]
    OffenceNotInForce {
        /// The ruleset.
        ruleset: String,
        /// The offence.
        id: String,
        /// `suspended` or `repealed`.
        status: &'static str,
    },
    /// The ruleset has no such licence.
    #[error("`{ruleset}` has no licence `{id}`{}", suggestion(.similar))]
    NoLicence {
        /// The ruleset.
        ruleset: String,
        /// The licence asked for.
        id: String,
        /// The most similar licence.
        similar: Option<String>,
    },
    /// The rulesets do not fit together.
    #[error("the rulesets do not fit together: {}", first(.0))]
    Rulesets(Vec<Diagnostic>),
}

impl LinkError {
    /// The stable code; rulesets that do not fit together have diagnostics, each with its own.
    pub fn code(&self) -> Option<LinkCode> {
        Some(match self {
            Self::NoRuleset { .. } => LinkCode::NoRuleset,
            Self::NotInForce { .. } => LinkCode::NotInForce,
            Self::NoOffence { .. } => LinkCode::NoOffence,
            Self::OffenceNotInForce { .. } => LinkCode::OffenceNotInForce,
            Self::NoLicence { .. } => LinkCode::NoLicence,
            Self::Rulesets(_) => return None,
        })
    }
}

fn suggestion(similar: &Option<String>) -> String {
    similar.as_ref().map(|s| format!("; did you mean `{s}`?")).unwrap_or_default()
}

fn first(diagnostics: &[Diagnostic]) -> String {
    diagnostics.first().map(|d| d.message.clone()).unwrap_or_default()
}

impl Library {
    /// An empty library.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a version.
    ///
    /// # Errors
    /// When a version of the same id and revision is in force on the same days: which one governs would be a guess.
    pub fn add(&mut self, ruleset: Ruleset) -> Result<(), Diagnostic> {
        let head = &ruleset.head;
        let overlap = self.rulesets.iter().find(|other| {
            let o = &other.head;
            o.id == head.id
                && (o.revision == head.revision || o.from != head.from)
                && o.through.is_none_or(|end| head.from <= end)
                && head.through.is_none_or(|end| o.from <= end)
        });
        if let Some(other) = overlap {
            let message =
                format!("`{}` is there twice for the same days: {} and {}", head.id, days(other), days(&ruleset));
            let mut diagnostic = Diagnostic::error(Code::DuplicateRuleset, crate::source::Span::default(), message)
                .help(format!(
                    "end the earlier version with `through`, or give a correction a `revision` (the other is in {})",
                    other.source.name()
                ));
            diagnostic.source = ruleset.source.shared_name();
            return Err(diagnostic);
        }
        self.rulesets.push(Arc::new(ruleset));
        self.rulesets.sort_by(|a, b| {
            (&a.head.id, a.head.from, a.head.revision).cmp(&(&b.head.id, b.head.from, b.head.revision))
        });
        Ok(())
    }

    /// All rulesets, by id and first day.
    pub fn rulesets(&self) -> impl Iterator<Item = &Arc<Ruleset>> {
        self.rulesets.iter()
    }

    /// The version in force on a day; of several transcriptions the last revision.
    ///
    /// # Errors
    /// When the id is unknown, or no version is in force on that day. There is no fallback.
    pub fn version(&self, id: &str, day: Date) -> Result<&Arc<Ruleset>, LinkError> {
        let versions: Vec<_> = self.rulesets.iter().filter(|r| &*r.head.id == id).gather();
        if versions.is_empty() {
            let similar = crate::syntax::suggest(id, self.rulesets.iter().map(|r| &*r.head.id)).map(str::to_owned);
            return Err(LinkError::NoRuleset { id: id.to_owned(), similar });
        }
        // A revision replaces the earlier transcription of the same version whole: its end and its status too.
        let last =
            |r: &Ruleset| !versions.iter().any(|o| o.head.from == r.head.from && o.head.revision > r.head.revision);
        let mut in_force = versions.iter().filter(|r| r.head.covers(day) && r.head.status == Status::InForce);
        let found = in_force.find(|r| last(r));
        found.copied().ok_or_else(|| LinkError::NotInForce {
            id: id.to_owned(),
            day,
            versions: versions.iter().map(|r| days(r)).gather::<Vec<_>>().join(", "),
        })
    }

    /// Links one offence with the versions in force on the day of the act.
    ///
    /// # Errors
    /// Unknown ids with the most similar one, a day outside every validity, rulesets that do not fit together.
    ///
    /// # Basis
    /// 行政处罚法 第三十七条: the provisions in force at the time of the act.
    pub fn link(&self, ruleset: &str, offence: &str, day: Date) -> Result<Program, LinkError> {
        self.link_with(ruleset, offence, day, None)
    }

    /// Links one offence together with the general part: the circumstances of its ruleset and of the laws it uses, and
    /// what they do.
    ///
    /// # Errors
    /// As [`Library::link`]; a circumstance that stands instead of one that no ruleset in force has.
    pub fn link_decision(&self, ruleset: &str, offence: &str, day: Date) -> Result<Program, LinkError> {
        self.link_with(ruleset, offence, day, Some(&[]))
    }

    /// Links one offence of a case: as [`Library::link_decision`], together with the general laws that the case names
    /// beside those its ruleset uses; these are the last, after every special law.
    ///
    /// # Errors
    /// As [`Library::link_decision`]; a general law that is unknown, or not in force on the day.
    pub fn link_case(&self, ruleset: &str, offence: &str, day: Date, general: &[String]) -> Result<Program, LinkError> {
        self.link_with(ruleset, offence, day, Some(general))
    }

    fn link_with(
        &self,
        ruleset: &str,
        offence: &str,
        day: Date,
        general: Option<&[String]>,
    ) -> Result<Program, LinkError> {
        let ruleset = self.version(ruleset, day)?;
        let Some(position) = ruleset.offences.iter().position(|o| &*o.id == offence) else {
            let similar = crate::syntax::suggest(offence, ruleset.offences.iter().map(|o| &*o.id)).map(str::to_owned);
            let (ruleset, id) = (ruleset.head.id.to_string(), offence.to_owned());
            return Err(LinkError::NoOffence { ruleset, id, similar });
        };
        if let Some(status) = ruleset.offences.get(position).and_then(|o| set_aside(o.status)) {
            let (ruleset, id) = (ruleset.head.id.to_string(), offence.to_owned());
            return Err(LinkError::OffenceNotInForce { ruleset, id, status });
        }
        let mut used = Vec::new();
        self.uses(ruleset, [day, day], &mut vec![ruleset.head.id.clone()], &mut used)?;
        let special = used.len();
        for id in general.unwrap_or(&[]) {
            let law = self.version(id, day)?;
            if law.head.id != ruleset.head.id && !used.iter().any(|r| r.head.id == law.head.id) {
                used.push(law);
                self.uses(law, [day, day], &mut vec![law.head.id.clone()], &mut used)?;
            }
        }
        let why = |number: usize| if number < special { Why::Used } else { Why::General };
        let governing = std::iter::once((ruleset, Why::Offence))
            .chain(used.iter().zip(0usize..).map(|(r, number)| (*r, why(number))))
            .map(|(r, why)| Governing::new(r, why, day))
            .gather();
        // A version may lack a circumstance that the one before or after has: to stand instead of it is no mistake.
        let known = general.is_some().then(|| {
            let of = |r: &&Arc<Ruleset>| used.iter().any(|u| u.head.id == r.head.id);
            let mut known = Sorted::new();
            for circumstance in self.rulesets.iter().filter(of).flat_map(|r| r.all_circumstances()) {
                known.add(circumstance.id.clone());
            }
            known
        });
        Program::new(ruleset, position, &used, governing, known.as_ref()).map_err(LinkError::Rulesets)
    }

    /// Links the procedure of every ruleset that lays one down and is in force on a day.
    ///
    /// Empty where none does. Which of them are for a case, its body and its place, the evaluation finds.
    ///
    /// # Errors
    /// Rulesets that do not fit together.
    ///
    /// # Basis
    /// Procedure follows the law in force when a step is taken, whatever the day of the act: `day` is that of the
    /// decision, or of the step at hand.
    pub fn link_procedures(&self, day: Date) -> Result<Vec<ProcedureProgram>, LinkError> {
        self.link_procedures_where(day, |_| true)
    }

    /// Links the versions of procedures that begin after a day on which the given ones were chosen: as of each day on
    /// which one of these next changes, those that had not begun.
    ///
    /// # Errors
    /// As `link_procedures`.
    pub(crate) fn link_later_procedures(
        &self,
        chosen: &[ProcedureProgram],
        day: Date,
    ) -> Result<Vec<ProcedureProgram>, LinkError> {
        let mut days: Vec<Date> = chosen.iter().filter_map(|p| self.later_procedure(p.id(), day)).gather();
        days.sort_unstable();
        days.dedup();
        let mut programs = Vec::new();
        for next in days {
            programs.extend(self.link_procedures_where(next, |ruleset| ruleset.head.from > day)?);
        }
        Ok(programs)
    }

    fn link_procedures_where(
        &self,
        day: Date,
        wanted: impl Fn(&Ruleset) -> bool,
    ) -> Result<Vec<ProcedureProgram>, LinkError> {
        let mut ids: Vec<&Arc<str>> =
            self.rulesets.iter().filter(|r| r.procedure.is_some()).map(|r| &r.head.id).gather();
        ids.dedup();
        let mut programs = Vec::new();
        let calendars = self.rulesets.iter().filter(|r| r.calendar.is_some() && r.head.status == Status::InForce);
        let calendars: Arc<[Arc<Ruleset>]> = calendars.cloned().gather();
        for id in ids {
            // A document that is not in force on the day says nothing of it; that is no error here.
            let Some(ruleset) = self.version(id, day).ok().filter(|ruleset| wanted(ruleset)) else { continue };
            let mut used = Vec::new();
            self.uses(ruleset, [day, day], &mut vec![ruleset.head.id.clone()], &mut used)?;
            let governing = std::iter::once((ruleset, Why::Procedure))
                .chain(used.iter().map(|r| (*r, Why::Used)))
                .map(|(r, why)| Governing::new(r, why, day))
                .gather();
            let program = ProcedureProgram::new(ruleset, &used, governing, &calendars);
            programs.extend(program.map_err(LinkError::Rulesets)?);
        }
        Ok(programs)
    }

    /// The first day after another on which a later version of a procedure begins, if one is known.
    pub fn later_procedure(&self, id: &str, day: Date) -> Option<Date> {
        let versions = self.rulesets.iter().filter(|r| &*r.head.id == id && r.procedure.is_some());
        versions.filter(|r| r.head.status == Status::InForce).map(|r| r.head.from).filter(|from| *from > day).min()
    }

    /// Links one licence with the versions in force on a day, and the working-day calendars known on the day `as_of`.
    ///
    /// # Errors
    /// As `link`.
    pub fn link_licence(
        &self,
        ruleset: &str,
        licence: &str,
        day: Date,
        as_of: Date,
    ) -> Result<LicenceProgram, LinkError> {
        let ruleset = self.version(ruleset, day)?;
        let Some(found) = ruleset.licences.iter().find(|l| &*l.id == licence) else {
            let similar = crate::syntax::suggest(licence, ruleset.licences.iter().map(|l| &*l.id)).map(str::to_owned);
            let (ruleset, id) = (ruleset.head.id.to_string(), licence.to_owned());
            return Err(LinkError::NoLicence { ruleset, id, similar });
        };
        let (used, governing) = self.governing(ruleset, day, as_of)?;
        LicenceProgram::new(ruleset, found, &used, governing).map_err(LinkError::Rulesets)
    }

    /// Everything a ruleset uses, and what is to be said of all of them.
    fn governing<'l>(
        &'l self,
        ruleset: &Arc<Ruleset>,
        day: Date,
        as_of: Date,
    ) -> Result<(Vec<&'l Arc<Ruleset>>, Vec<Governing>), LinkError> {
        let mut used = Vec::new();
        self.uses(ruleset, [day, as_of], &mut vec![ruleset.head.id.clone()], &mut used)?;
        let chosen_by = |r: &Ruleset| if r.calendar.is_some() { as_of } else { day };
        let governing = std::iter::once(Governing::new(ruleset, Why::Licence, day))
            .chain(used.iter().map(|r| Governing::new(r, Why::Used, chosen_by(r))))
            .gather();
        Ok((used, governing))
    }

    /// Whether the rulesets of this id are calendars: what is known of them on a day, not what governs an act.
    fn is_calendar(&self, id: &str) -> bool {
        self.rulesets.iter().any(|r| &*r.head.id == id && r.calendar.is_some())
    }

    /// Everything a ruleset uses, by the day of the act; calendars by the day as of which the question is asked.
    fn uses<'l>(
        &'l self,
        ruleset: &Arc<Ruleset>,
        [day, as_of]: [Date; 2],
        path: &mut Vec<Arc<str>>,
        found: &mut Vec<&'l Arc<Ruleset>>,
    ) -> Result<(), LinkError> {
        for (id, span) in &ruleset.head.uses {
            let problem = |code, message: String, help: String| {
                let mut diagnostic = Diagnostic::error(code, *span, message).help(help);
                diagnostic.source = ruleset.source.shared_name();
                LinkError::Rulesets(vec![diagnostic])
            };
            if path.contains(id) {
                let circle = path.iter().map(|p| &**p).chain([&**id]).gather::<Vec<_>>().join(" → ");
                let help = "a ruleset uses those of higher rank, never the other way round".to_owned();
                return Err(problem(Code::UsesCircular, format!("`uses` goes in a circle: {circle}"), help));
            }
            let by = if self.is_calendar(id) { as_of } else { day };
            let used = self.version(id, by).map_err(|error| match error {
                LinkError::NoRuleset { similar, .. } => {
                    let help = similar.filter(|s| **s != *ruleset.head.id).map_or_else(
                        || "load the file of that ruleset too".to_owned(),
                        |s| format!("did you mean `{s}`?"),
                    );
                    problem(Code::UsesMissing, format!("`uses` names `{id}`, which is not loaded"), help)
                }
                other => {
                    problem(Code::UsesNotInForce, other.to_string(), "load the version in force on that day".to_owned())
                }
            })?;
            if found.iter().any(|r| r.head.id == *id) {
                continue;
            }
            found.push(used);
            path.push(id.clone());
            self.uses(used, [day, as_of], path, found)?;
            path.pop();
        }
        Ok(())
    }
}

/// How an item that does not apply is called.
fn set_aside(status: Status) -> Option<&'static str> {
    match status {
        Status::InForce | Status::Draft => None,
        Status::Suspended | Status::Repealed => Some(status.as_str()),
    }
}

fn days(ruleset: &Ruleset) -> String {
    let head = &ruleset.head;
    let end = head.through.map_or_else(|| "open".to_owned(), |d| d.to_string());
    let status = match head.status {
        Status::InForce => String::new(),
        other => format!(" ({})", other.as_str()),
    };
    format!("{} to {end}{status}", head.from)
}
