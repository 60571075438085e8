//! A linked licence, ready to evaluate.

use std::sync::Arc;

use super::import::{Importer, Tables};
use super::linked::{Governing, Linked};
use crate::diagnostic::Diagnostic;
use crate::expr::walk::Rename;
use crate::expr::{Cond, Expr};
use crate::gather::Gather as _;
use crate::ruleset::{
    Authority, Ban, Condition, ConditionTest, Deadline, Document, Ground, Length, Licence, ProcedureStep, Quota,
    QuotaOrder, Renewal, Route, Ruleset, Term, TermRow,
};

/// A licence with everything an evaluation needs, for one day.
#[derive(Debug)]
pub struct LicenceProgram {
    pub(crate) linked: Linked,
    pub(crate) licence: Licence,
}

impl AsRef<Linked> for LicenceProgram {
    fn as_ref(&self) -> &Linked {
        &self.linked
    }
}

impl LicenceProgram {
    pub(super) fn new(
        ruleset: &Arc<Ruleset>,
        licence: &Licence,
        used: &[&Arc<Ruleset>],
        governing: Vec<Governing>,
    ) -> Result<Self, Vec<Diagnostic>> {
        // Once to see which facts are read, once more with the facts in the order of declaration: questions that
        // tie are asked in that order.
        let mut first = Tables::default();
        copy(licence, &mut Importer::new(&mut first, ruleset));
        let mut tables = Tables::default();
        for declared in ruleset.facts.iter().filter(|f| f.owner.is_none() || f.owner.as_ref() == Some(&licence.id)) {
            if first.facts.iter().any(|f| f.name == declared.name) {
                tables.facts.push(declared.clone());
            }
        }
        let copied = copy(licence, &mut Importer::new(&mut tables, ruleset));
        if !tables.problems.is_empty() {
            return Err(tables.problems);
        }
        let mut marks = vec![
            (ruleset.head.title.clone(), ruleset.head.marks.clone()),
            (licence.name.clone(), licence.marks.clone()),
        ];
        marks.retain(|(_, m)| m.unverified.is_some() || m.reading.is_some());
        let linked = Linked::new(tables, ruleset, used, licence.id.clone(), governing, marks);
        let program = Self { linked, licence: copied };
        program.has_its_calendar(ruleset)?;
        Ok(program)
    }

    /// What counts in working days, or moves off a day of rest, needs a calendar.
    fn has_its_calendar(&self, ruleset: &Ruleset) -> Result<(), Vec<Diagnostic>> {
        if self.linked.calendar().is_some() {
            return Ok(());
        }
        let Some(mut diagnostic) = self.licence.without_a_calendar() else { return Ok(()) };
        diagnostic.source = ruleset.source.shared_name();
        Err(vec![diagnostic])
    }

    /// The licence.
    pub fn licence(&self) -> &Licence {
        &self.licence
    }
    /// The ruleset versions that govern.
    pub fn governing(&self) -> &[Governing] {
        &self.linked.governing
    }
    /// The ruleset that has the licence.
    pub fn ruleset(&self) -> &Ruleset {
        &self.linked.ruleset
    }
}

/// The licence with the ids of its own tables.
fn copy(licence: &Licence, to: &mut Importer<'_>) -> Licence {
    let grounds = |rows: &[Ground], to: &mut Importer<'_>| -> Vec<Ground> {
        rows.iter().map(|row| Ground { when: row.when.rename(to), ..row.clone() }).gather()
    };
    // In the order of the law: what a question decides first is asked first.
    let filed_at = expr(licence.filed_at.as_ref(), to);
    let exempt = grounds(&licence.exempt, to);
    let authority = licence.authority.iter().map(|row| Authority { when: row.when.rename(to), ..row.clone() }).gather();
    let conditions = licence.conditions.iter().map(|c| condition(c, to)).gather();
    let bars = grounds(&licence.bars, to);
    let documents = licence.documents.iter().map(|d| Document {
        when: cond(d.when.as_ref(), to),
        shared_data: cond(d.shared_data.as_ref(), to),
        ..d.clone()
    });
    let documents = documents.gather();
    let steps = licence.steps.iter().map(|s| ProcedureStep {
        when: cond(s.when.as_ref(), to),
        done: s.done.rename(to),
        ..s.clone()
    });
    let steps = steps.gather();
    Licence {
        exempt,
        authority,
        filed_at,
        applied: expr(licence.applied.as_ref(), to),
        accepted: cond(licence.accepted.as_ref(), to),
        conditions,
        bars,
        documents,
        submitted: licence.submitted.map(|fact| to.fact(fact)),
        steps,
        deadlines: licence.deadlines.iter().map(|d| deadline(d, to)).gather(),
        routes: licence.routes.iter().map(|r| route(r, to)).gather(),
        terms: licence.terms.iter().map(|t| term(t, to)).gather(),
        renewal: licence.renewal.as_ref().map(|r| renewal(r, to)),
        quota: licence.quota.as_ref().map(|q| quota(q, to)),
        grounds: grounds(&licence.grounds, to),
        bans: licence.bans.iter().map(|b| ban(b, to)).gather(),
        ..licence.clone()
    }
}

fn cond(cond: Option<&Cond>, to: &mut Importer<'_>) -> Option<Cond> {
    cond.map(|c| c.rename(to))
}

fn expr(expr: Option<&Expr>, to: &mut Importer<'_>) -> Option<Expr> {
    expr.map(|e| e.rename(to))
}

fn length(length: Option<&Length>, to: &mut Importer<'_>) -> Option<Length> {
    length.map(|l| to.length(l))
}

fn condition(condition: &Condition, to: &mut Importer<'_>) -> Condition {
    let when = cond(condition.when.as_ref(), to);
    let test = match &condition.test {
        ConditionTest::Require(require) => ConditionTest::Require(require.rename(to)),
        ConditionTest::Group(grouping, inside) => {
            ConditionTest::Group(*grouping, inside.iter().map(|c| self::condition(c, to)).gather())
        }
    };
    Condition { when, test, ..condition.clone() }
}

fn deadline(deadline: &Deadline, to: &mut Importer<'_>) -> Deadline {
    Deadline {
        when: cond(deadline.when.as_ref(), to),
        period: to.period(&deadline.period),
        from: deadline.from.rename(to),
        promised: length(deadline.promised.as_ref(), to),
        done: cond(deadline.done.as_ref(), to),
        on: expr(deadline.on.as_ref(), to),
        ..deadline.clone()
    }
}

fn route(route: &Route, to: &mut Importer<'_>) -> Route {
    Route { when: route.when.rename(to), excludes: cond(route.excludes.as_ref(), to), ..route.clone() }
}

fn term(term: &Term, to: &mut Importer<'_>) -> Term {
    let rows = term.rows.iter().map(|row| TermRow {
        when: cond(row.when.as_ref(), to),
        range: row.range.rename(to),
        default: expr(row.default.as_ref(), to),
        basis: row.basis.clone(),
    });
    Term { rows: rows.gather(), ..term.clone() }
}

fn renewal(renewal: &Renewal, to: &mut Importer<'_>) -> Renewal {
    Renewal {
        expires: renewal.expires.rename(to),
        opens: length(renewal.opens.as_ref(), to),
        closes: to.length(&renewal.closes),
        general: length(renewal.general.as_ref(), to),
        decided: cond(renewal.decided.as_ref(), to),
        on: expr(renewal.on.as_ref(), to),
        ..renewal.clone()
    }
}

fn quota(quota: &Quota, to: &mut Importer<'_>) -> Quota {
    Quota {
        when: cond(quota.when.as_ref(), to),
        left: quota.left.rename(to),
        before: to.fact(quota.before),
        order: QuotaOrder { by: quota.order.by.iter().map(|key| key.rename(to)).gather(), ..quota.order.clone() },
        ..quota.clone()
    }
}

fn ban(ban: &Ban, to: &mut Importer<'_>) -> Ban {
    Ban { when: ban.when.rename(to), lasts: length(ban.lasts.as_ref(), to), from: ban.from.rename(to), ..ban.clone() }
}
