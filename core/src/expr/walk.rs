//! Visiting every part of an expression, and copying one with other ids.

use super::ids::{AtomId, DefineId, FactId, FactorId, Table};
use super::ir::{Atom, Cond, Expr, RangeExpr, Test, Within};
use crate::gather::Gather as _;

/// Visits an expression and all its parts, atoms included.
pub fn expr(expr: &Expr, atoms: &Table<AtomId, Atom>, visit: &mut dyn FnMut(&Expr)) {
    visit(expr);
    match expr {
        Expr::Number(_)
        | Expr::Text(_)
        | Expr::Fact(_)
        | Expr::Define(_)
        | Expr::Factor(_)
        | Expr::Field(_)
        | Expr::It
        | Expr::Special(_) => {}
        Expr::LevelNumber(inner)
        | Expr::Weight(inner)
        | Expr::Negate(inner)
        | Expr::Unary(_, inner)
        | Expr::Fold(_, inner) => self::expr(inner, atoms, visit),
        Expr::Arithmetic(_, parts) | Expr::Days(parts) | Expr::Shift { of: parts, .. } => {
            for part in parts.iter() {
                self::expr(part, atoms, visit);
            }
        }
        Expr::Extreme(_, parts) => {
            for part in parts {
                self::expr(part, atoms, visit);
            }
        }
        Expr::Where(list, condition) => {
            self::expr(list, atoms, visit);
            cond(condition, atoms, visit);
        }
        Expr::Truth(condition) => cond(condition, atoms, visit),
        Expr::Rows(rows) => {
            for (when, is) in rows {
                cond(when, atoms, visit);
                self::expr(is, atoms, visit);
            }
        }
    }
}

/// Visits all expressions of a condition.
pub fn cond(condition: &Cond, atoms: &Table<AtomId, Atom>, visit: &mut dyn FnMut(&Expr)) {
    match condition {
        Cond::Const(_) => {}
        Cond::Atom(id) => test(&atoms.at(*id).test, atoms, visit),
        Cond::Local(inner) => test(inner, atoms, visit),
        Cond::All(parts) | Cond::Any(parts) => {
            for part in parts {
                cond(part, atoms, visit);
            }
        }
        Cond::Not(inner) => cond(inner, atoms, visit),
    }
}

/// Visits the atoms of a condition, in order.
pub fn atoms(condition: &Cond, visit: &mut dyn FnMut(AtomId)) {
    match condition {
        Cond::Atom(id) => visit(*id),
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| atoms(part, visit)),
        Cond::Not(inner) => atoms(inner, visit),
        Cond::Const(_) | Cond::Local(_) => {}
    }
}

/// Visits the atoms of an expression, in order.
pub fn atoms_in(expression: &Expr, visit: &mut dyn FnMut(AtomId)) {
    match expression {
        Expr::Truth(condition) => atoms(condition, visit),
        Expr::Rows(rows) => {
            for (when, is) in rows {
                atoms(when, visit);
                atoms_in(is, visit);
            }
        }
        Expr::Arithmetic(_, parts) | Expr::Days(parts) | Expr::Shift { of: parts, .. } => {
            parts.iter().for_each(|part| atoms_in(part, visit));
        }
        Expr::Extreme(_, parts) => parts.iter().for_each(|part| atoms_in(part, visit)),
        Expr::LevelNumber(inner) | Expr::Weight(inner) | Expr::Negate(inner) | Expr::Unary(_, inner) => {
            atoms_in(inner, visit);
        }
        // What is asked of each element is not asked of the case.
        Expr::Fold(..) | Expr::Where(..) => {}
        Expr::Number(_)
        | Expr::Text(_)
        | Expr::Fact(_)
        | Expr::Define(_)
        | Expr::Factor(_)
        | Expr::Field(_)
        | Expr::It
        | Expr::Special(_) => {}
    }
}

/// Visits all expressions of a test.
pub fn test(test: &Test, atoms: &Table<AtomId, Atom>, visit: &mut dyn FnMut(&Expr)) {
    match test {
        Test::Compare(_, sides) | Test::SameText(sides) => {
            for side in sides.iter() {
                expr(side, atoms, visit);
            }
        }
        Test::Levels(of, _) | Test::Text(of, _) | Test::Is(of) | Test::AnyOf(of) | Test::AllOf(of) => {
            expr(of, atoms, visit);
        }
        // 无法查明(x) looks at x as much as a comparison does.
        Test::Unascertainable(fact) => visit(&Expr::Fact(*fact)),
        Test::Within(within) => {
            expr(&within.date, atoms, visit);
            expr(&within.length, atoms, visit);
            expr(&within.anchor, atoms, visit);
        }
        Test::Has(_) => {}
    }
}

/// Visits the ends of a range.
pub fn range(range: &RangeExpr, atoms: &Table<AtomId, Atom>, visit: &mut dyn FnMut(&Expr)) {
    for end in [&range.lo, &range.hi].into_iter().flatten() {
        expr(end, atoms, visit);
    }
}

/// New ids for old ones; whoever renames also copies what the ids stand for.
pub trait Rename {
    /// The new id of a fact.
    fn fact(&mut self, id: FactId) -> FactId;
    /// The new id of a definition.
    fn define(&mut self, id: DefineId) -> DefineId;
    /// The new id of a factor.
    fn factor(&mut self, id: FactorId) -> FactorId;
    /// The new id of an atom.
    fn atom(&mut self, id: AtomId) -> AtomId;
}

impl Expr {
    /// The same expression with other ids.
    pub fn rename(&self, names: &mut impl Rename) -> Self {
        let two = |parts: &[Self; 2], names: &mut _| {
            let [a, b] = parts;
            Box::new([a.rename(names), b.rename(names)])
        };
        match self {
            Self::Number(_) | Self::Text(_) | Self::Field(_) | Self::It | Self::Special(_) => self.clone(),
            Self::Fact(id) => Self::Fact(names.fact(*id)),
            Self::Define(id) => Self::Define(names.define(*id)),
            Self::Factor(id) => Self::Factor(names.factor(*id)),
            Self::LevelNumber(inner) => Self::LevelNumber(Box::new(inner.rename(names))),
            Self::Weight(inner) => Self::Weight(Box::new(inner.rename(names))),
            Self::Negate(inner) => Self::Negate(Box::new(inner.rename(names))),
            Self::Unary(unary, inner) => Self::Unary(*unary, Box::new(inner.rename(names))),
            Self::Fold(fold, inner) => Self::Fold(*fold, Box::new(inner.rename(names))),
            Self::Arithmetic(op, parts) => Self::Arithmetic(*op, two(parts, names)),
            Self::Days(parts) => Self::Days(two(parts, names)),
            Self::Shift { months, back, of } => Self::Shift { months: *months, back: *back, of: two(of, names) },
            Self::Extreme(which, parts) => Self::Extreme(*which, parts.iter().map(|p| p.rename(names)).gather()),
            Self::Where(list, cond) => Self::Where(Box::new(list.rename(names)), Box::new(cond.rename(names))),
            Self::Truth(cond) => Self::Truth(Box::new(cond.rename(names))),
            Self::Rows(rows) => Self::Rows(rows.iter().map(|(w, i)| (w.rename(names), i.rename(names))).gather()),
        }
    }
}

impl Cond {
    /// The same condition with other ids.
    pub fn rename(&self, names: &mut impl Rename) -> Self {
        match self {
            Self::Const(value) => Self::Const(*value),
            Self::Atom(id) => Self::Atom(names.atom(*id)),
            Self::Local(test) => Self::Local(Box::new(test.rename(names))),
            Self::All(parts) => Self::All(parts.iter().map(|p| p.rename(names)).gather()),
            Self::Any(parts) => Self::Any(parts.iter().map(|p| p.rename(names)).gather()),
            Self::Not(inner) => Self::Not(Box::new(inner.rename(names))),
        }
    }
}

impl Test {
    /// The same test with other ids.
    pub fn rename(&self, names: &mut impl Rename) -> Self {
        match self {
            Self::Compare(op, sides) => {
                let [a, b] = &**sides;
                Self::Compare(*op, Box::new([a.rename(names), b.rename(names)]))
            }
            Self::SameText(sides) => {
                let [a, b] = &**sides;
                Self::SameText(Box::new([a.rename(names), b.rename(names)]))
            }
            Self::Levels(of, set) => Self::Levels(of.rename(names), *set),
            Self::Text(of, set) => Self::Text(of.rename(names), set.clone()),
            Self::Is(of) => Self::Is(of.rename(names)),
            Self::AnyOf(of) => Self::AnyOf(of.rename(names)),
            Self::AllOf(of) => Self::AllOf(of.rename(names)),
            Self::Unascertainable(fact) => Self::Unascertainable(names.fact(*fact)),
            Self::Has(end) => Self::Has(*end),
            Self::Within(within) => Self::Within(Box::new(Within {
                date: within.date.rename(names),
                months: within.months,
                length: within.length.rename(names),
                anchor_in: within.anchor_in,
                anchor: within.anchor.rename(names),
            })),
        }
    }
}

impl RangeExpr {
    /// The same range with other ids.
    pub fn rename(&self, names: &mut impl Rename) -> Self {
        let Self { lo, lo_open, hi, hi_open, has_min, dimension, span } = self;
        Self {
            lo: lo.as_ref().map(|e| e.rename(names)),
            lo_open: *lo_open,
            hi: hi.as_ref().map(|e| e.rename(names)),
            hi_open: *hi_open,
            has_min: *has_min,
            dimension: dimension.clone(),
            span: *span,
        }
    }
}
