//! The words of licences, side by side in each language.

use crate::evaluate::About;
use crate::outcome::{Decision, LicenceReview};
use crate::render::words::depending;
use crate::value::Truth;
use crate::vocabulary::{
    ApplicantsReviewCode, Before, Binding, By, ConditionStatus, DeadlineStatus, DecisionKind, DocumentStatus, Lang,
    LicenceProcedure, LicenceReviewCode as Code, Silence,
};

pub(super) fn decision(decision: Decision, procedure: LicenceProcedure, lang: Lang) -> &'static str {
    let may = decision.force == Binding::May;
    let (zh, en) = match (decision.kind, decision.by) {
        (DecisionKind::NotRequired, _) => return not_required(procedure, lang),
        (kind @ (DecisionKind::NotAccepted | DecisionKind::Supplement), _) => return kind.name(lang),
        (DecisionKind::Pending, _) => ("尚不得作出决定，须先完成", "no decision yet; first"),
        (DecisionKind::Refuse, _) => ("不予许可", "to be refused"),
        (DecisionKind::Grant, By::Silence) => ("逾期未作决定，视为准予", "deemed granted: the time ran out"),
        (DecisionKind::Grant, By::Decision) => ("应当准予", "to be granted"),
        (DecisionKind::Revoke, _) if may => ("可以撤销", "may be revoked"),
        (DecisionKind::Revoke, _) => ("应当撤销", "to be revoked"),
        (DecisionKind::Withdraw, _) if may => ("可以撤回", "may be withdrawn"),
        (DecisionKind::Withdraw, _) => ("应当撤回", "to be withdrawn"),
        (DecisionKind::Cancel, _) if may => ("可以注销", "may be cancelled"),
        (DecisionKind::Cancel, _) => ("应当注销", "to be cancelled"),
        (DecisionKind::Keep, _) => match procedure {
            LicenceProcedure::Withdraw => ("不予撤回", "not to be withdrawn"),
            LicenceProcedure::Cancel => ("不予注销", "not to be cancelled"),
            _ => ("不予撤销", "not to be revoked"),
        },
    };
    lang.pick(zh, en)
}

/// Of a licence that is there already, it is the procedure that is not needed, not the licence.
fn not_required(procedure: LicenceProcedure, lang: Lang) -> &'static str {
    let (zh, en) = match procedure {
        LicenceProcedure::Change => ("不适用变更程序", "the procedure of change does not apply"),
        LicenceProcedure::Renewal => ("不适用延续程序", "the procedure of renewal does not apply"),
        _ => ("不需要取得许可", "no licence is needed"),
    };
    lang.pick(zh, en)
}

/// A decision that is possible, in a word.
pub(super) fn possible(decision: Decision, procedure: LicenceProcedure, lang: Lang) -> &'static str {
    let may = decision.force == Binding::May;
    let (zh, en) = match (decision.kind, decision.by) {
        (DecisionKind::NotRequired, _) => return not_required(procedure, lang),
        (kind @ (DecisionKind::NotAccepted | DecisionKind::Pending | DecisionKind::Refuse | DecisionKind::Keep), _) => {
            return kind.name(lang);
        }
        (DecisionKind::Supplement, _) => ("补正", "a supplement"),
        (DecisionKind::Grant, By::Silence) => ("逾期视为准予", "deemed granted"),
        (DecisionKind::Grant, By::Decision) => ("准予", "a grant"),
        (DecisionKind::Revoke, _) if may => ("可以撤销", "revocation allowed"),
        (DecisionKind::Revoke, _) => ("应当撤销", "revocation"),
        (DecisionKind::Withdraw, _) if may => ("可以撤回", "withdrawal allowed"),
        (DecisionKind::Withdraw, _) => ("应当撤回", "withdrawal"),
        (DecisionKind::Cancel, _) if may => ("可以注销", "cancellation allowed"),
        (DecisionKind::Cancel, _) => ("应当注销", "cancellation"),
    };
    lang.pick(zh, en)
}

/// Whether what a member of `none_of` describes is there.
pub(super) fn described(status: ConditionStatus, lang: Lang) -> &'static str {
    let (zh, en) = match status {
        ConditionStatus::Satisfied => ("有此情形", "is there"),
        ConditionStatus::Failed => ("无此情形", "is not there"),
        other => return other.name(lang),
    };
    lang.pick(zh, en)
}

pub(super) fn document(status: DocumentStatus, lang: Lang) -> &'static str {
    match status {
        DocumentStatus::Shared => {
            lang.pick("由机关通过数据共享取得，不得要求提交", "obtained by sharing data; not to be asked for")
        }
        other => other.name(lang),
    }
}

pub(super) fn deadline(status: DeadlineStatus, otherwise: Silence, accepted: Truth, lang: Lang) -> &'static str {
    let (zh, en) = match (status, otherwise) {
        // What the authority has accepted nothing is deemed of, nor is it waited for.
        (DeadlineStatus::Running | DeadlineStatus::Elapsed, Silence::DeemedAccepted) if accepted == Truth::True => {
            ("未进行；机关已受理", "not done; the authority has accepted the application")
        }
        (DeadlineStatus::Late, Silence::DeemedAccepted) if accepted == Truth::True => {
            ("逾期完成；机关已受理", "done too late; the authority has accepted the application")
        }
        (DeadlineStatus::Open, Silence::DeemedAccepted) if accepted == Truth::True => {
            ("机关已受理", "the authority has accepted the application")
        }
        (DeadlineStatus::Met | DeadlineStatus::Running | DeadlineStatus::Open, _) | (_, Silence::Nothing) => {
            return status.name(lang);
        }
        (DeadlineStatus::Late | DeadlineStatus::Elapsed, Silence::DeemedAccepted) => match accepted {
            Truth::Unknown => (
                "逾期，机关未受理的，自收到申请材料之日起即为受理",
                "the time ran out: unless the authority accepted it, deemed accepted on receipt",
            ),
            _ => ("逾期，自收到申请材料之日起即为受理", "the time ran out: deemed accepted on receipt"),
        },
        (DeadlineStatus::Late | DeadlineStatus::Elapsed, Silence::DeemedGranted) => {
            ("逾期，视为准予", "the time ran out: deemed granted")
        }
    };
    lang.pick(zh, en)
}

/// What is decided by a fact that this part reads.
pub(super) fn decides(about: About, procedure: LicenceProcedure, lang: Lang) -> &'static str {
    let (zh, en) = match about {
        About::Exempt => match procedure {
            LicenceProcedure::Change | LicenceProcedure::Renewal => {
                ("定本程序是否适用", "whether this procedure applies")
            }
            _ => ("定是否需要许可", "whether a licence is needed"),
        },
        About::Authority => ("定受理机关", "who decides"),
        About::Route => ("定办理方式", "the route"),
        About::Accepted => ("定是否已受理", "whether it is accepted"),
        About::Document => ("定须补正的材料", "what is missing"),
        About::Bar => ("定有无不予许可的情形", "a bar"),
        About::Condition => ("定许可条件", "a condition"),
        About::Step => ("定程序是否完成", "the procedure"),
        About::Ground => ("定处理的理由", "a ground"),
        About::Quota | About::Order => ("定是否还有名额", "whether a licence is left"),
        About::Deadline => ("定期限", "a time limit"),
        About::Term => ("定许可内容", "the terms of the licence"),
        About::Ban => ("定能否再次申请", "whether one may apply again"),
    };
    lang.pick(zh, en)
}

/// A review point about the order in one sentence.
pub(super) fn order_review(code: ApplicantsReviewCode, applicants: &str, others: &str, lang: Lang) -> String {
    match code {
        ApplicantsReviewCode::Tie => pick!(
            lang,
            format!("{applicants}的顺序相同，名额不足以全部准予，所引规定没有说明谁在先，由机关决定并说明理由"),
            format!("the order does not tell {applicants} apart, and there is not a licence for all: a person decides"),
        ),
        ApplicantsReviewCode::EarlierOpen => pick!(
            lang,
            format!("{others}可能在{applicants}之前，尚未确定；在此之前不能确定{applicants}是否在名额之内"),
            format!("{others} may come before {applicants} and is open; until then {applicants} is open too"),
        ),
    }
}

/// What is not verified, in the brief form.
pub(super) fn see_full(names: &str, lang: Lang) -> String {
    pick!(lang, format!("{names}（缘由见详细说明）"), format!("{names} (why: see the full explanation)"))
}

/// A review point in one sentence; of a step that is missing, with what it must come before.
pub(super) fn sentence(point: &LicenceReview, before: Option<Before>, lang: Lang) -> String {
    let rule = &point.rule;
    let (zh, en) = match point.code {
        Code::Finding => (
            format!("“{rule}”是法律未作界定的要求，由承办人认定并说明理由，不由本系统推算"),
            format!("“{rule}” is an open term of the law: a person finds it and gives reasons; nothing computes it"),
        ),
        Code::Discretion => (
            format!("“{rule}”在此幅度内由机关决定，须说明理由"),
            format!("“{rule}” is for the authority to fix within this range, with reasons"),
        ),
        Code::May => (
            format!("“{rule}”可以作为理由，是否如此决定须说明理由"),
            format!("“{rule}” allows the decision and does not require it: give reasons either way"),
        ),
        Code::Curable => (
            format!("“{rule}”可在决定前补救，是否先要求整改请考虑"),
            format!("“{rule}” may be remedied before the decision: consider asking for that first"),
        ),
        Code::StepMissing if before == Some(Before::Grant) => (
            format!("法律要求在准予之前进行“{rule}”；未进行即准予，程序违法"),
            format!("the law requires “{rule}” before a grant; a grant without it is unlawful"),
        ),
        Code::StepMissing => (
            format!("法律要求先进行“{rule}”；未进行即作决定，程序违法"),
            format!("the law requires “{rule}” first; a decision without it is unlawful"),
        ),
        Code::AcceptedIncomplete => {
            (format!("申请已经受理，但仍缺“{rule}”"), format!("the application is accepted, yet “{rule}” is missing"))
        }
        Code::LateRenewal => (
            "未在规定的期限前申请延续：不因此当然拒绝，但届满时未作决定不视为准予".to_owned(),
            "the renewal was asked for too late: no bar in itself, but silence at the end does not renew".to_owned(),
        ),
        Code::EarlyRenewal => {
            ("申请早于可以申请延续的日期".to_owned(), "the renewal was asked for before the window opens".to_owned())
        }
        Code::PromiseTooLong => (
            format!("“{rule}”承诺的时限长于法定时限，以法定时限为准"),
            format!("the time promised for “{rule}” is longer than the statutory one, which counts"),
        ),
        Code::DeadlineMissed => (format!("“{rule}”超过了法定时限"), format!("“{rule}” is out of the statutory time")),
        Code::RestDay => (
            format!("“{rule}”的最后一日是休息日，所引规定没有说明是否顺延至其后第一个工作日，由承办人认定并说明理由"),
            format!("the last day of “{rule}” is a day of rest; nothing cited says whether it moves: a person decides"),
        ),
        Code::CalendarUnknown => (
            format!("“{rule}”的最后一日所在年份的工作日安排尚未收录，是否遇休息日、因而是否按期，尚不能确定"),
            format!("the working days around the last day of “{rule}” are not known: it may be a day of rest"),
        ),
        Code::AsOfMissing => (
            format!("未给出截止日（as_of），无法判断“{rule}”是否已经逾期"),
            format!("without `as_of` it cannot be said whether the time of “{rule}” has run out"),
        ),
        Code::RouteExcluded => {
            (format!("申请人不得适用“{rule}”"), format!("the applicant may not take the route “{rule}”"))
        }
        Code::RoutesOverlap => (
            format!("“{rule}”与另一办理方式同时成立，适用哪一种须由承办人决定"),
            format!("“{rule}” and another route are both open: a person must choose"),
        ),
        Code::NoAuthority => (
            "没有一个机关与本案事实对应，请核对规则".to_owned(),
            "no authority fits these facts: check the ruleset".to_owned(),
        ),
        Code::NoValue => (
            format!("“{rule}”没有一项规定与本案事实对应，请核对规则和事实"),
            format!("no row of “{rule}” fits these facts: check the ruleset and the facts"),
        ),
        Code::DefaultOutside => (
            format!("“{rule}”的指导基准不在幅度之内，未采用"),
            format!("the guiding point of “{rule}” lies outside the range and was left out"),
        ),
        Code::Unascertainable => (
            format!("“{rule}”无法查明，由谁承担不利后果须说明理由"),
            format!("“{rule}” cannot be ascertained: say, with reasons, who bears that"),
        ),
        Code::Unverified => (format!("“{rule}”的规定未核实"), format!("the text of “{rule}” is not verified")),
    };
    let text = depending(lang.pick(zh, en), point.certain, lang);
    match &point.note {
        Some(note) => pick!(lang, format!("{text}；{note}"), format!("{text}; {note}")),
        None => text,
    }
}
