//! What is found of what stands beside a decision, as JSON.

use super::allowed::write_execution;
use super::write::{Array, Object};
use crate::decide::{BesideFinding, Decision, Notified, PowerFound, Proposed};
use crate::render;
use crate::vocabulary::{Lang, VerdictKind};

/// Each finding, in the order of the acts.
pub(super) fn write_beside(mut list: Array<'_>, decision: &Decision, found: &[BesideFinding], lang: Lang) {
    for one in found {
        write_one(&mut list.object(), decision, one, lang);
    }
}

fn write_one(o: &mut Object<'_>, decision: &Decision, of: &BesideFinding, lang: Lang) {
    o.maybe("act", decision.acts.get(of.act).map(|act| &*act.id));
    o.text("code", of.code.as_str());
    o.maybe("target", of.target.map(|target| target.as_str()));
    o.maybe("sanction", of.decided.as_ref().map(|decided| &*decided.id));
    match &of.decided {
        Some(decided) => write_amount(o, "decided", decided),
        None => o.null("decided"),
    }
    if let Some(notified) = &of.notified {
        let verdict = match notified {
            Notified::NoPenalty => VerdictKind::NoPenalty,
            Notified::As(_) | Notified::Nothing => VerdictKind::Sanctioned,
        };
        match notified {
            Notified::As(notified) => write_amount(o, "notified", notified),
            Notified::Nothing | Notified::NoPenalty => o.null("notified"),
        }
        o.text("notified_verdict", verdict.as_str());
    }
    if let Some(by) = of.by {
        o.shown("by", &by);
    }
    for (key, ids) in [("left_out", &of.left_out), ("less", &of.less)] {
        if !ids.is_empty() {
            o.texts(key, ids);
        }
    }
    if let Some(power) = &of.power {
        write_power(o, power);
    }
    if let Some(execution) = &of.execution {
        write_execution(&mut o.object("execution"), execution);
    }
    if !of.lacks.is_empty() {
        let mut lacks = o.array("lacks");
        for lack in &of.lacks {
            lacks.text(lack.as_str());
        }
    }
    o.flag("certain", of.certain());
    let mut list = o.array("basis");
    for basis in &of.basis {
        let mut o = list.object();
        o.text("row", &basis.row);
        o.cite_maybe("citation", basis.citation.as_deref());
        o.some("reading", basis.reading.as_deref());
        o.some("unverified", basis.unverified.as_deref());
    }
    list.end();
    o.text("message", &render::beside_message(decision, of, lang));
}

/// Who may decide: the authorities that the clause names, else the organs of the rows, and what would settle it.
fn write_power(o: &mut Object<'_>, power: &PowerFound) {
    o.texts("authority", &power.named);
    let mut who = o.array("who");
    for one in &power.who {
        let mut o = who.object();
        let mut levels = o.array("levels");
        for level in &one.levels {
            levels.text(level.as_str());
        }
        levels.end();
        o.texts("systems", &one.systems);
        if let Some(cap) = one.cap {
            o.shown("cap", &cap);
        }
    }
    who.end();
    o.texts("facts_needed", &power.needed);
}

fn write_amount(o: &mut Object<'_>, key: &'static str, of: &Proposed) {
    match of.amount {
        Some(amount) => o.shown(key, &amount),
        None => o.flag(key, true),
    }
}
