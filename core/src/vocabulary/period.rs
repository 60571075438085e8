//! Periods: what becomes of a last day that is a day of rest.

vocabulary! {
    /// What becomes of a period in days or months whose last day is a day of rest.
    RestDay("末日为休息日", "last day of rest") {
        Moves = "moves" {
            "顺延": "期限的最后一日是休息日的，以其后的第一个工作日为最后一日。",
            "moves": "The period ends on the first working day after it.",
        }
        Stays = "stays" {
            "不顺延": "期限的最后一日是休息日的，仍以该日为最后一日。",
            "stays": "The period ends on that day all the same.",
        }
    }
}
