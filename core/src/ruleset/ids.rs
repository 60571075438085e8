//! The ids of rows: a row of a benchmark can never be taken for a branch, or for a sanction of the clause.

use crate::expr::ids;

ids! {
    /// A tier of the document.
    TierId,
    /// A sanction of a clause. Sanctions of several branches may share a name, never an id.
    SanctionId,
    /// A branch of a clause.
    BranchId,
    /// A corrective order of a clause.
    OrderId,
    /// A choice of a clause.
    ChoiceId,
    /// A row of a benchmark.
    RowId,
    /// A position of a benchmark.
    PositionId,
    /// A circumstance of the general part.
    CircumstanceId,
    /// A row of an effect of circumstances.
    EffectId,
}
