//! Limitation (追责时效): whether a penalty may still be imposed.

vocabulary! {
    /// Whether a penalty may still be imposed.
    LimitationStatus("追责时效", "limitation") {
        Within = "within" {
            "未过追责时效": "违法行为在追责时效以内被发现，可以处罚（行政处罚法 第三十六条）。",
            "not time-barred": "The act was discovered in time (行政处罚法 第三十六条).",
        }
        TimeBarred = "time_barred" {
            "已过追责时效": "违法行为在追责时效以后才被发现，不再给予行政处罚（行政处罚法 第三十六条）；责令改正不受影响。",
            "time-barred": "The act was not discovered in time: no penalty any more (行政处罚法 第三十六条). Orders to \
                correct it stand.",
        }
        Possible = "possible" {
            "尚不能确定": "是否已过追责时效，取决于尚未查明的日期或者事实，或者适用哪一个法律。",
            "open": "It depends on days or facts that are not known, or on which law governs.",
        }
        NoRule = "no_rule" {
            "时效未审查": "本案所引的文本没有追责时效的规定；请在 `general` 中写明一般法。",
            "not looked at": "None of the laws of the case has a rule on limitation; name the general law under \
                `general`.",
        }
    }
}
