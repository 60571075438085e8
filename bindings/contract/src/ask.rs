//! A request as a type in, an answer as a type out.

use cailiang::serve::{Host, Session};

use crate::{Answer, Request};

/// Whoever answers requests: a host, or a session that keeps what it links.
pub trait Answers {
    /// Answers one request (JSON) with one line of JSON.
    fn handle(self, request: &str) -> String;
}

impl Answers for &Host {
    fn handle(self, request: &str) -> String {
        Host::handle(self, request)
    }
}

impl Answers for &mut Session {
    fn handle(self, request: &str) -> String {
        Session::handle(self, request)
    }
}

/// Asks a host or a session. What is wrong with the request, a ruleset, the facts or the evaluation is an
/// [`Answer::Failure`].
///
/// # Errors
/// The answer does not have the types of this crate: engine and types are not of one version.
///
/// # Example
/// Three stalls are the last of the lower tier; nothing is guessed of the fourth.
///
/// ```
/// use cailiang::serve::Session;
/// use cailiang::{Ruleset, Source};
/// use cailiang_contract::{Amount, Answer, End, Request, ask};
/// use serde_json::json;
///
/// let text = include_str!("../../../examples/street.yaml");
/// let mut session = Session::default();
/// session.add(Ruleset::compile(&Source::new("street.yaml", text)).0.unwrap()).unwrap();
///
/// let facts = json!({"设施数": 3, "拒不改正": false}).as_object().unwrap().clone();
/// let request = Request {
///     ruleset: Some("cn.demo.street".to_owned()),
///     offence: Some("stalls".to_owned()),
///     on: serde_json::from_value(json!("2024-05-01")).unwrap(),
///     facts,
///     ..Request::default()
/// };
/// let Answer::Penalty(penalty) = ask(&mut session, &request)? else { panic!("an offence is asked for") };
/// let amount = &penalty.targets[0].sanctions[0].amount;
/// let Some(Amount::Range { max: End::At { value, inclusive, .. }, .. }) = amount else {
///     panic!("a fine has an amount");
/// };
/// assert_eq!((value.as_str(), *inclusive), ("28500", true));
///
/// let unknown = Request { offence: Some("stall".to_owned()), ..request };
/// assert!(matches!(ask(&mut session, &unknown)?, Answer::Failure(failure) if failure.code == "no-offence"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn ask(by: impl Answers, request: &Request) -> serde_json::Result<Answer> {
    by.handle(&serde_json::to_string(request)?).parse()
}
