//! Where a person must look at the outcome of a licence, decide, or give reasons.

vocabulary! {
    /// Why a person must look at the outcome of a licence.
    LicenceReviewCode("许可复核要点", "review point of a licence") {
        Finding = "finding" {
            "须作认定": "法律使用了未作界定的要求（品行良好、重大损害、布局合理）。是否符合由承办人认定并说明理由，系统不推算；认定之前，两种决定都可能。",
            "a finding": "The law uses an open term (品行良好, 重大损害, 布局合理). A person finds whether it is there and \
                gives reasons; nothing computes it. While it is not found, both decisions remain possible.",
        }
        Discretion = "discretion" {
            "裁量": "法律规定的是幅度（有效期多长、准予多少）。由机关在幅度内决定，并说明理由。",
            "discretion": "The law gives a range (how long the licence lasts, how much is granted). The authority \
                fixes it inside the range, with reasons.",
        }
        May = "may" {
            "可以": "法律规定可以这样决定，不是应当。是否这样决定都须说明理由。",
            "may": "The law allows the decision (可以) and does not require it. Give reasons either way.",
        }
        Curable = "curable" {
            "可补救": "有一项条件不符合，但可以在决定前补救。不予许可之前，请考虑是否先要求整改。",
            "curable": "A condition is not met, and it may be remedied before the decision. Consider asking for \
                that before refusing.",
        }
        StepMissing = "step-missing" {
            "程序缺失": "法律要求在决定前进行某项程序（听证、核查），而没有进行。即使各项条件都符合，未进行即作决定也是程序违法。",
            "procedure": "The law requires a step before the decision (a hearing, an inspection), and it was not \
                done. A decision without it is unlawful, even where every condition is met.",
        }
        AcceptedIncomplete = "accepted-incomplete" {
            "材料不齐": "机关没有按期告知缺少什么，自收到申请材料之日起即为受理（行政许可法 第三十二条第一款第四项），而材料仍缺。",
            "incomplete": "The authority did not say in time what is missing, so that the application is deemed \
                accepted on the day it was received (行政许可法 第三十二条第一款第四项). The document is still missing.",
        }
        LateRenewal = "late-renewal" {
            "逾期申请": "延续申请晚于规定的期限提出。不因此当然拒绝，但有效期届满时机关未作决定的，不视为准予延续（行政许可法 第五十条）。",
            "late renewal": "The renewal was asked for after the window closed. That is no bar in itself, but the \
                licence is not deemed renewed when the authority is silent at its end (行政许可法 第五十条).",
        }
        EarlyRenewal = "early-renewal" {
            "过早申请": "延续申请早于可以申请的第一日。请告知申请人何时可以申请。",
            "early renewal": "The renewal was asked for before the window opens. Tell the applicant when it does.",
        }
        PromiseTooLong = "promise-too-long" {
            "承诺过长": "按本案事实，机关承诺的时限晚于法定时限届满。承诺只能缩短法定时限，不能延长；以法定时限为准。",
            "promise too long": "The time the authority promises, with these facts, ends after the statutory one. \
                An authority may promise less time than the law gives it, never more: the statutory time counts.",
        }
        DeadlineMissed = "deadline-missed" {
            "超过时限": "超过了法定时限；法律没有规定逾期视为决定。请尽快办理，并核对有无法定的延长。",
            "out of time": "A statutory time limit was missed. Nothing is deemed decided by it.",
        }
        RestDay = "rest-day" {
            "末日遇休息日": "以日、月计算的期间，或者申请延续的最后一日，遇休息日，而所引规定没有说明如何处理。行政许可法 第八十二条规定的期限以工作日计算；民法典 第二百零三条只对民事期间规定顺延。两个日期都列出，\
                采用哪一个须说明理由。",
            "day of rest": "A period in days or months ends on a day of rest, or the last day to ask for a renewal \
                is one, and nothing cited says what follows. 行政许可法 第八十二条 counts its own terms in working days; 民法典\
                 第二百零三条 moves the last day of civil periods only. Both days are shown; give reasons for the one \
                taken.",
        }
        CalendarUnknown = "calendar-unknown" {
            "工作日未知": "最后一日可能是休息日，而所用的日历没有这一年，其后完成的是否逾期不能确定。超过最后一日 31 天的，仍认定为逾期：没有这样长的连续休息日。请为日历补上这一年，或者在 `uses` 中写上\
                日历。",
            "calendar not known": "The last day may be a day of rest, and its year is in no calendar that is used, \
                so that it is not known whether what was done after it is late. More than 31 days after it, it \
                is: no run of days of rest lasts so long. Add the year to the calendar, or the calendar to `uses`.",
        }
        AsOfMissing = "as-of-missing" {
            "截止日未给": "期限是否已经届满，要看以哪一日为准，而请求没有给出。请补上 `as_of: 2024-03-01`；系统不读取当前日期。",
            "no day given": "Whether a time has run out depends on the day as of which the question is asked, and \
                the request gives none. Add `as_of: 2024-03-01`; no clock is read.",
        }
        RouteExcluded = "route-excluded" {
            "不得适用": "申请人选择的办理方式（告知承诺等）依规定不得由其适用，请改按一般方式办理。",
            "excluded": "The applicant asks for a route (告知承诺 and the like) that excludes him or her.",
        }
        RoutesOverlap = "routes-overlap" {
            "办理方式重叠": "两种办理方式同时成立，规则集没有说以哪一种为先，由承办人决定。",
            "routes overlap": "Two routes are open at once, and the ruleset does not say which goes first.",
        }
        NoAuthority = "no-authority" {
            "无对应机关": "规则集 `authority` 没有一行与案情对应，规则集有缺漏，请核对。",
            "no authority": "No row of the ruleset’s `authority` fits the facts. The ruleset has a gap.",
        }
        NoValue = "no-value" {
            "没有规定": "某项许可内容没有一行与案情对应，有效期、数量或者费用没有规定。规则集有缺漏，或者事实有误，请核对。",
            "no rule": "No row of a term fits the facts, so that nothing says how long, how much or for what fee. \
                The ruleset has a gap, or a fact is wrong.",
        }
        DefaultOutside = "default-outside" {
            "指导基准越界": "许可内容的指导基准（`default`）在幅度之外，未予采用；请核对文件。",
            "guiding point outside": "The guiding point of a term (`default`) lies outside the range it should \
                guide in. It was left out.",
        }
        Unascertainable = "unascertainable" {
            "无法查明": "一项事实无法查明，而法律没有规定由谁承担不利后果。请说明理由。",
            "unascertainable": "A fact cannot be proved (无法查明), and the law does not say here who bears that. Give \
                reasons.",
        }
        Unverified = "unverified" {
            "文本未核实": "用到的一部分文本没有与公布的原文核对；引用前请核对原文。",
            "text not verified": "A part of the ruleset that was used has not been verified against the published \
                text. Compare it before relying on it.",
        }
    }
}

vocabulary! {
    /// Why a person must look at the order of applicants.
    ApplicantsReviewCode("多人申请复核要点", "review point of several applicants") {
        Tie = "tie" {
            "顺序相同": "几名申请人在排序所依据的各方面都相同，而名额不足以全部准予。法律规定先受理的在先（行政许可法 第五十七条），没有规定同时受理的如何处理：由机关决定并说明理由，系统不替机关挑选。",
            "tie": "Several applicants are alike in everything the order goes by, and there is not a licence for \
                all of them. The law serves whoever was accepted first (行政许可法 第五十七条) and says nothing of those \
                accepted together: a person decides, with reasons. Nobody is picked.",
        }
        EarlierOpen = "earlier-open" {
            "在先者未定": "在先或者可能在先的申请人尚未确定：缺少事实，或者缺少听证等程序。在此之前，最后的名额归谁不能确定；问题清单写明应当向谁询问。",
            "earlier one open": "Somebody who comes before, or may, is not decided yet: a fact is missing, or a \
                step such as a hearing is. Until then nothing can be said of the last licence. The questions say \
                whom to ask.",
        }
    }
}
