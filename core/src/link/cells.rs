//! The values of a fact that make a difference: its domain cut at the constants that conditions compare it with.

use crate::expr::{
    Atom, AtomId, CompareOp, DefineId, Expr, FactId, Fold, LevelSet, Num, Operator, Table, Test, Type, Unary, Val,
};
use crate::gather::Gather as _;
use crate::ruleset::{Define, FactDecl};
use crate::value::{Bound, Interval, Rational, Truth};

/// A set of values of one fact that no simple condition tells apart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    pub(crate) value: Val,
}

/// The cells of one fact; together they are its domain.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    cells: Vec<Cell>,
}

impl Cells {
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter()
    }
}

/// The cells of every definition that is a number: a count of earlier penalties selects rows like a fact does, but
/// the list behind it has no cells of its own.
pub(super) fn define_cells(
    facts: &Table<FactId, FactDecl>,
    defines: &Table<DefineId, Define>,
    atoms: &Table<AtomId, Atom>,
    zero: &[Expr],
) -> Vec<Cells> {
    let of = |(id, define): (DefineId, &Define)| match define.ty {
        Type::Number(_) => {
            let cuts = cuts(&Expr::Define(id), atoms, zero);
            let cells = numbers(Interval::ALL, is_whole(&define.body, facts, defines), &cuts);
            Cells { cells: cells.into_iter().map(|i| Cell { value: Val::Num(Num::of(i)) }).gather() }
        }
        _ => Cells::default(),
    };
    defines.enumerate().map(of).gather()
}

/// Whether an expression can only be a whole number.
pub(crate) fn is_whole(expr: &Expr, facts: &Table<FactId, FactDecl>, defines: &Table<DefineId, Define>) -> bool {
    let whole = |e: &Expr| is_whole(e, facts, defines);
    match expr {
        Expr::Number(n) => n.is_integer(),
        Expr::Fact(id) => {
            let fact = &facts.at(*id);
            fact.integer && fact.unit.as_ref().is_none_or(|u| u.scale == Rational::ONE)
        }
        Expr::Define(id) => whole(&defines.at(*id).body),
        Expr::Fold(Fold::Count, _) | Expr::LevelNumber(_) | Expr::Unary(Unary::Floor | Unary::Ceil, _) => true,
        Expr::Arithmetic(Operator::Add | Operator::Subtract | Operator::Multiply, sides) => sides.iter().all(whole),
        Expr::Extreme(_, parts) => parts.iter().all(whole),
        Expr::Rows(rows) => rows.iter().all(|(_, is)| whole(is)),
        _ => false,
    }
}

/// The cells of every fact.
pub(super) fn cells(facts: &Table<FactId, FactDecl>, atoms: &Table<AtomId, Atom>, zero: &[Expr]) -> Vec<Cells> {
    facts.enumerate().map(|(id, fact)| Cells { cells: of_fact(id, fact, atoms, zero) }).gather()
}

/// The divisors of an expression that are a fact or a definition: by 0 there is no value.
pub(super) fn divisors(expr: &Expr, into: &mut Vec<Expr>) {
    if let Expr::Arithmetic(Operator::Divide, sides) = expr {
        let [_, divisor] = &**sides;
        alone(divisor, into);
    }
}

/// Takes in what is a fact or a definition by itself.
pub(super) fn alone(expr: &Expr, into: &mut Vec<Expr>) {
    if matches!(expr, Expr::Fact(_) | Expr::Define(_)) && !into.contains(expr) {
        into.push(expr.clone());
    }
}

fn of_fact(id: FactId, fact: &FactDecl, atoms: &Table<AtomId, Atom>, zero: &[Expr]) -> Vec<Cell> {
    match &fact.ty {
        Type::Truth => [Truth::True, Truth::False].map(|t| Cell { value: Val::Truth(t) }).into(),
        Type::Levels(levels) => (0..levels.names.len()).map(|i| Cell { value: Val::Levels(LevelSet::one(i)) }).gather(),
        Type::Number(_) | Type::Date => {
            let scale = fact.unit.as_ref().map_or(Rational::ONE, |u| u.scale);
            let whole = fact.integer && scale == Rational::ONE;
            let cells = numbers(fact.domain, whole, &cuts(&Expr::Fact(id), atoms, zero));
            cells.into_iter().map(|i| Cell { value: Val::Num(Num::of(i)) }).gather()
        }
        _ => vec![Cell { value: Val::unknown(&fact.ty) }],
    }
}

/// A place where the line of numbers is cut: just before a number, or just after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    at: Rational,
    after: bool,
}

/// Where conditions compare an expression with a number, and at 0 where that has no value.
fn cuts(of: &Expr, atoms: &Table<AtomId, Atom>, zero: &[Expr]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for atom in atoms.iter() {
        let Test::Compare(op, sides) = &atom.test else { continue };
        let [subject, Expr::Number(at)] = &**sides else { continue };
        if subject != of {
            continue;
        }
        let (before, after) = match op {
            CompareOp::Lt | CompareOp::Ge => (true, false),
            CompareOp::Le | CompareOp::Gt => (false, true),
            CompareOp::Eq | CompareOp::Ne => (true, true),
        };
        cuts.extend(before.then_some(Cut { at: *at, after: false }));
        cuts.extend(after.then_some(Cut { at: *at, after: true }));
    }
    if zero.contains(of) {
        cuts.extend([false, true].map(|after| Cut { at: Rational::ZERO, after }));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

fn numbers(domain: Interval, only_whole: bool, cuts: &[Cut]) -> Vec<Interval> {
    let mut cells = Vec::new();
    let mut lo = Bound::Unbounded;
    let ends = cuts.iter().map(|cut| {
        let (end, next) = if cut.after {
            (Bound::Inclusive(cut.at), Bound::Exclusive(cut.at))
        } else {
            (Bound::Exclusive(cut.at), Bound::Inclusive(cut.at))
        };
        (end, Some(next))
    });
    for (end, next) in ends.chain([(Bound::Unbounded, None)]) {
        if let Some(cell) = Interval::new(lo, end).and_then(|i| i.intersect(domain))
            && let Some(cell) = if only_whole { whole(cell) } else { Some(cell) }
        {
            cells.push(cell);
        }
        if let Some(next) = next {
            lo = next;
        }
    }
    cells
}

/// Of whole numbers only the part that has one: between 1 and 2, both out, there is nothing.
pub(crate) fn whole(cell: Interval) -> Option<Interval> {
    let lo = match cell.lo() {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Inclusive(n) => Bound::Inclusive(n.ceil()),
        Bound::Exclusive(n) => Bound::Inclusive(n.floor().add(Rational::ONE).ok()?),
    };
    let hi = match cell.hi() {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Inclusive(n) => Bound::Inclusive(n.floor()),
        Bound::Exclusive(n) => Bound::Inclusive(n.ceil().sub(Rational::ONE).ok()?),
    };
    Interval::new(lo, hi)
}
