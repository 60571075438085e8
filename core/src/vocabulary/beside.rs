//! What stands beside a decision in its file: the notice before it.

vocabulary! {
    /// What is found of a decision beside its ranges.
    BesideCode("决定以外的核查结论", "finding beside the ranges") {
        HeavierThanNotified = "heavier-than-notified" {
            "较告知加重": "决定的处罚重于告知书写明的处罚：数额更高、种类更重，或者多了一项。不得因当事人陈述、申辩或者要求听证而加重（行政处罚法 第四十五条第二款；治安管理\
                处罚法 第一百一十二条第四款、第一百一十七条第四款）。法律没有一概禁止加重：有新的事实、理由或者依据，并就新的内容重新告知的，可以加重。这不是偏离，而是须由机\
                关说明的事项：写明加重的原因和重新告知的日期，或者改按告知的处罚决定。",
            "heavier than notified": "What is decided is heavier than what the notice said: a higher amount, a heavier \
                kind, or one more sanction. It may not be heavier because the party stated its case or asked for a \
                hearing (行政处罚法 第四十五条第二款; 治安管理处罚法 第一百一十二条第四款, 第一百一十七条第四款). The law does not rule it out altogether: on \
                new facts, reasons or grounds, of which a new notice is given, it may be heavier. So it is no \
                deviation, but for the authority to explain: say why, and when the new notice was given, or decide \
                as it was notified.",
        }
        NoticeIncomparable = "notice-incomparable" {
            "与告知不能比较": "决定有的部分重于告知、有的部分轻于告知，或者一方没有写数额，不能说整体较重还是较轻。由承办人认定是否加重，并说明理由。",
            "not comparable with the notice": "Something of the decision is heavier than the notice and something \
                lighter, or one of the two states no amount: which is the heavier as a whole cannot be said. A person \
                decides whether it is heavier, with reasons.",
        }
    }
}
