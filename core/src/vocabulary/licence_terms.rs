//! Licences: time limits, renewals, terms, and the order of several applicants.

vocabulary! {
    /// How a time limit stands.
    DeadlineStatus("期限状况", "how a time limit stands") {
        Met = "met" {
            "按期完成": "在最后一日或者之前完成。",
            "done in time": "It was done on the last day or before.",
        }
        Late = "late" {
            "逾期完成": "已经完成，但在最后一日之后。",
            "done too late": "It was done after the last day.",
        }
        Running = "running" {
            "时限未满": "尚未完成，期限还没有届满。",
            "the time is running": "It was not done, and the last day is not over.",
        }
        Elapsed = "elapsed" {
            "已逾期": "尚未完成，期限已经届满。",
            "the time has run out": "It was not done, and the last day is over.",
        }
        Open = "open" {
            "是否按期尚不知": "有关日期尚不知道，或者请求没有给出截止日（`as_of`）。",
            "not known whether in time": "A day is not known yet, or the request gives no `as_of`.",
        }
    }
}

vocabulary! {
    /// What the law makes of silence.
    Silence("逾期的后果", "what silence means") {
        Nothing = "nothing" {
            "不视为决定": "法律没有规定逾期视为受理或者准予；逾期就是逾期，不产生决定。",
            "nothing is deemed": "The law deems nothing accepted or granted: the time is missed, and that is all.",
        }
        DeemedAccepted = "deemed_accepted" {
            "逾期即为受理": "逾期不告知须补正的，自收到申请材料之日起即为受理（行政许可法 第三十二条第一款第四项）。",
            "deemed accepted": "Where the applicant is not told in time what is missing, the application is \
                accepted as of the day it was received (行政许可法 第三十二条第一款第四项).",
        }
        DeemedGranted = "deemed_granted" {
            "逾期视为准予": "逾期未作决定的，视为准予，例如有效期届满前未就延续申请作出决定（行政许可法 第五十条第二款）。",
            "deemed granted": "Where nothing is decided in time, the licence is deemed granted, as with a renewal \
                at the end of its term (行政许可法 第五十条第二款).",
        }
    }
}

vocabulary! {
    /// Whether a renewal was asked for in time.
    RenewalStatus("延续申请状况", "whether a renewal is in time") {
        Timely = "timely" {
            "按期申请": "在规定的期限内提出（行政许可法 第五十条第一款）。",
            "asked for in time": "It was asked for within the time laid down (行政许可法 第五十条第一款).",
        }
        Early = "early" {
            "申请过早": "早于可以申请延续的第一日。",
            "asked for too early": "It was asked for before the first day to do so.",
        }
        Late = "late" {
            "申请逾期": "晚于可以申请延续的最后一日；届满时未作决定的，不视为准予延续。",
            "asked for too late": "It was asked for after the last day to do so; silence at the end of the licence \
                does not renew it.",
        }
        Open = "open" {
            "是否按期申请尚不能确定": "最后一日是或者可能是休息日，申请在其后；所引规定没有说明是否顺延，由承办人认定。",
            "not certain whether it was asked for in time": "It was asked for after a last day that is, or may be, \
                a day of rest, and nothing cited says whether that is late. A person must find it.",
        }
        Unknown = "unknown" {
            "申请日尚不知": "没有给出申请日。",
            "the day of the application is not known": "The day of the application is not given.",
        }
    }
}

vocabulary! {
    /// What a term fixes.
    TermKind("许可内容种类", "what a term fixes") {
        Validity = "validity" {
            "有效期": "许可多长时间内有效。",
            "period of validity": "How long the licence lasts.",
        }
        Quantity = "quantity" {
            "准予的数量": "准予多少，例如取水量、人数、面积。",
            "quantity granted": "How much is granted: water, persons, floor space.",
        }
        Fee = "fee" {
            "费用": "依法收取的费用，单位为元；没有法律、行政法规的规定不得收费（行政许可法 第五十八条）。",
            "fee": "What is charged, in 元; only a law or a regulation of the State Council may charge (行政许可法 第五十八条).",
        }
    }
}

vocabulary! {
    /// What stands in the place of the last day of a ban that has none.
    BanEnd("禁止期限届满", "end of a ban") {
        ForGood = "for_good" {
            "终身不得申请": "法律没有规定禁止的期限，此后不得再次申请。",
            "no new application, ever": "The law sets no end to the ban: the person may not apply again.",
        }
    }
}

vocabulary! {
    /// How applicants are ordered.
    OrderKind("多人申请的顺序", "order of applicants") {
        FirstAccepted = "first_accepted" {
            "按受理的先后顺序": "一般规则：都符合条件的，根据受理的先后顺序决定（行政许可法 第五十七条）。",
            "in the order of acceptance": "The general rule: among those who meet the conditions, whoever was \
                accepted first (行政许可法 第五十七条).",
        }
        Tender = "tender" {
            "按招标结果": "通过招标决定（行政许可法 第五十三条）。",
            "by the result of the tender": "A tender decides (行政许可法 第五十三条).",
        }
        Auction = "auction" {
            "按拍卖结果": "通过拍卖决定（行政许可法 第五十三条）。",
            "by the result of the auction": "An auction decides (行政许可法 第五十三条).",
        }
        Examination = "examination" {
            "按考试、考核结果": "根据考试成绩或者考核结果决定（行政许可法 第五十四条）。",
            "by the result of the examination": "An examination decides (行政许可法 第五十四条).",
        }
        Lot = "lot" {
            "按抽签结果": "以抽签、摇号的方式决定；须有法律、行政法规的规定。",
            "by lot": "A lot decides; a law or a regulation of the State Council must say so.",
        }
        Other = "other" {
            "按法定的其他顺序": "按法律、行政法规规定的其他顺序决定。",
            "in another order laid down by law": "In another order that a law or a regulation of the State Council \
                lays down.",
        }
    }
}

vocabulary! {
    /// Which end of the order is served first.
    First("排序方向", "which end comes first") {
        Least = "least" {
            "最先、最小者在前": "日期最早或者数值最小的在前。",
            "least first": "The earliest day or the least number comes first.",
        }
        Greatest = "greatest" {
            "最高者在前": "报价或者成绩最高的在前。",
            "greatest first": "The highest bid or score comes first.",
        }
    }
}
