//! The day that a request gives to choose versions by.

use super::request::Request;
use crate::decide::Day;
use crate::failure::Failure;
use crate::value::Date;

/// The day the versions are chosen by: the end of the act, else the act, else `on`.
///
/// # Errors
/// None of them is given, or what is given is no day.
///
/// # Basis
/// 行政处罚法 第三十六条第二款 (a continuing act counts from its end) and 第三十七条.
pub fn day(request: &Request) -> Result<Date, Failure> {
    for name in ["行为终了日", "违法行为日"] {
        let path = format!("/facts/{name}");
        if let Day::On(day) = Day::read(request.facts.get(name), &path).map_err(|e| Failure::Facts(vec![*e]))? {
            return Ok(day);
        }
    }
    request.on.ok_or_else(|| Failure::Request(vec![crate::decide::no_day("/on", request.span)]))
}
