//! What the codes of licences mean.

use cailiang::outcome::{ApplicantsReviewCode, LicenceReviewCode as Code};

/// A review point of a licence.
pub(super) fn review(code: Code) -> &'static str {
    match code {
        Code::Finding => {
            "The law uses an open term (品行良好, 重大损害, 布局合理). A person finds whether it is there and gives\n\
             reasons; nothing computes it. While it is not found, both decisions remain possible."
        }
        Code::Discretion => {
            "The law gives a range (how long the licence lasts, how much is granted). The authority fixes it\n\
             inside the range, with reasons."
        }
        Code::May => "The law allows the decision (可以) and does not require it. Give reasons either way.",
        Code::Curable => {
            "A condition is not met, and it may be remedied before the decision. Consider asking for that before\n\
             refusing."
        }
        Code::StepMissing => {
            "The law requires a step before the decision (a hearing, an inspection), and it was not done. A\n\
             decision without it is unlawful, even where every condition is met."
        }
        Code::AcceptedIncomplete => {
            "The authority did not say in time what is missing, so that the application is deemed accepted on the\n\
             day it was received (行政许可法 第三十二条第一款第四项). The document is still missing."
        }
        Code::LateRenewal => {
            "The renewal was asked for after the window closed. That is no bar in itself, but the licence is not\n\
             deemed renewed when the authority is silent at its end (行政许可法 第五十条)."
        }
        Code::EarlyRenewal => "The renewal was asked for before the window opens.",
        Code::PromiseTooLong => {
            "The time the authority promises, with these facts, ends after the statutory one. An authority may\n\
             promise less time than the law gives it, never more: the statutory time counts."
        }
        Code::DeadlineMissed => "A statutory time limit was missed. Nothing is deemed decided by it.",
        Code::RestDay => {
            "A period in days or months ends on a day of rest, or the last day to ask for a renewal is one, and\n\
             nothing cited says what follows. 行政许可法 第八十二条 counts its own terms in working days; 民法典\n\
             第二百零三条 moves the last day of civil periods only. Both days are shown; give reasons for the one taken."
        }
        Code::CalendarUnknown => {
            "The last day may be a day of rest, and its year is in no calendar that is used, so that it is not known\n\
             whether what was done after it is late. More than 31 days after it, it is: no run of days of rest lasts\n\
             so long. Add the year to the calendar, or the calendar to `uses`."
        }
        Code::AsOfMissing => {
            "Whether a time has run out depends on the day as of which the question is asked, and the request\n\
             gives none. Add `as_of: 2024-03-01`; no clock is read."
        }
        Code::RouteExcluded => "The applicant asks for a route (告知承诺 and the like) that excludes him or her.",
        Code::RoutesOverlap => "Two routes are open at once, and the ruleset does not say which goes first.",
        Code::NoAuthority => "No row of the ruleset's `authority` fits the facts. The ruleset has a gap.",
        Code::NoValue => {
            "No row of a term fits the facts, so that nothing says how long, how much or for what fee. The ruleset\n\
             has a gap, or a fact is wrong."
        }
        Code::DefaultOutside => {
            "The guiding point of a term (`default`) lies outside the range it should guide in. It was left out."
        }
        Code::Unascertainable => {
            "A fact cannot be proved (无法查明), and the law does not say here who bears that. Give reasons."
        }
        Code::Unverified => {
            "A part of the ruleset that was used has not been verified against the published text. Compare it\n\
             before relying on it."
        }
    }
}

/// A review point about the order of several applicants.
pub(super) fn order(code: ApplicantsReviewCode) -> &'static str {
    match code {
        ApplicantsReviewCode::Tie => {
            "Several applicants are alike in everything the order goes by, and there is not a licence for all of\n\
             them. The law serves whoever was accepted first (行政许可法 第五十七条) and says nothing of those accepted\n\
             together: a person decides, with reasons. Nobody is picked."
        }
        ApplicantsReviewCode::EarlierOpen => {
            "Somebody who comes before, or may, is not decided yet: a fact is missing, or a step such as a hearing\n\
             is. Until then nothing can be said of the last licence. The questions say whom to ask."
        }
    }
}
