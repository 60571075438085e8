//! The `id` and `name` of a request, given back in its answer.
//!
//! They are set into an answer when it is complete. Nothing that is digested, compared or kept has seen them: the same
//! case under another id has the same receipt.

use crate::answer::told;
use crate::failure::Failure;
use crate::read::{Id, find_id};
use crate::source::Source;

/// The answer to a text that is no request: with its `id` and `name`, as far as they can be found.
///
/// ```
/// # use cailiang::{Source, read::read_request, serve::refused};
/// let text = Source::new("request", r#"{"id": 7, "fact": {}}"#);
/// let answer = refused(&read_request(&text).unwrap_err(), &text);
/// assert!(answer.starts_with(r#"{"contract":1,"kind":"error","id":7,"stage":"request","code":"unknown-key""#));
/// ```
pub fn refused(failure: &Failure, text: &Source) -> String {
    let (id, name) = find_id(text);
    give_back(failure.to_json(text), id.as_ref(), name.as_deref())
}

/// An answer with the id and name of its request: after `contract` and `kind`, which every answer begins with.
pub(super) fn give_back(mut answer: String, id: Option<&Id>, name: Option<&str>) -> String {
    if id.is_none() && name.is_none() {
        return answer;
    }
    let members = told(|o| {
        match id {
            Some(Id::Text(text)) => o.text("id", text),
            Some(Id::Number(number)) => o.int("id", *number),
            None => {}
        }
        o.some("name", name);
    });
    let inside = members.strip_prefix('{').and_then(|members| members.strip_suffix('}'));
    if let (Some(inside), Some(end)) = (inside, end_of_kind(&answer)) {
        answer.insert_str(end, inside);
        answer.insert(end, ',');
    }
    answer
}

fn end_of_kind(answer: &str) -> Option<usize> {
    const KIND: &str = "\"kind\":\"";
    let word = answer.find(KIND)?.checked_add(KIND.len())?;
    answer.get(word..)?.find('"')?.checked_add(word)?.checked_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let (id, name) = find_id(&Source::new("request", text));
        give_back(r#"{"contract":1,"kind":"error"}"#.to_owned(), id.as_ref(), name.as_deref())
    }

    #[test]
    fn what_cannot_be_read_is_answered_under_its_id_where_that_can_be_found() {
        for (text, members) in [
            (r#"{"id": 7, "name": "甲\n", "#, r#","id":7,"name":"甲\n""#),
            (r#"{"name": "b", "id": "a\"", "facts": {]"#, r#","id":"a\"","name":"b""#),
            (r#"{"id":7,]"#, r#","id":7"#),
            (r#"{"id": 1, "id": 2}"#, r#","id":1"#),
            ("{\"id\": -9007199254740991}", r#","id":-9007199254740991"#),
            // What may go on is not known, and what is no id is none.
            (r#"{"id": 7"#, ""),
            (r#"{"id": "7"#, ""),
            (r#"{"id": 7x}"#, ""),
            (r#"{"facts": {"id": 7}, "#, ""),
            (r#"{"id": 7.0}"#, ""),
            (r#"{"id": 9007199254740992}"#, ""),
            (r#"{"id": [7]}"#, ""),
            (r#"[{"id": 7}]"#, ""),
            ("no JSON", ""),
            ("", ""),
        ] {
            assert_eq!(found(text), format!(r#"{{"contract":1,"kind":"error"{members}}}"#), "{text}");
        }
    }
}
