//! What a host tells its requests apart by: `id` and `name`, which come back in the answer as they came.

use crate::facts::{FactCode, FactError, MAX_SAFE};
use crate::source::Source;
use crate::syntax::{Entry, Node, NodeKind, Style, read_json_members};

/// The id of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Id {
    /// A text.
    Text(String),
    /// An integer that every reader of JSON keeps exactly: up to [`MAX_SAFE`], above 0 and below.
    Number(i64),
}

impl Id {
    fn read(node: &Node) -> Option<Self> {
        match &node.kind {
            NodeKind::Scalar { text, style: Style::Quoted } => Some(Self::Text(text.clone())),
            NodeKind::Scalar { text, style: Style::Plain } => {
                let number: i64 = text.parse().ok()?;
                let safe = number.unsigned_abs() <= MAX_SAFE.unsigned_abs();
                (safe && number.to_string() == *text).then_some(Self::Number(number))
            }
            _ => None,
        }
    }
}

/// The id of a request, with what is wrong with it.
pub(super) fn read_id(request: &Node, problems: &mut Vec<FactError>) -> Option<Id> {
    let given = request.get("id").filter(|id| !id.is_null())?;
    let id = Id::read(given);
    if id.is_none() {
        let expected = format!("a text, or an integer up to {MAX_SAFE}");
        problems.push(FactError::new(FactCode::WrongType, "/id", &expected, given.span).found(given.shown()));
    }
    id
}

/// The id and name of a text that is no request, as far as they can be found. A text that is no JSON object has none.
pub(crate) fn find_id(text: &Source) -> (Option<Id>, Option<String>) {
    let (mut id, mut name) = (None, None);
    for Entry { key, value } in read_json_members(text) {
        match key.text.as_str() {
            "id" if id.is_none() => id = Id::read(&value),
            "name" if name.is_none() => name = value.as_str().map(str::to_owned),
            _ => {}
        }
    }
    (id, name)
}
