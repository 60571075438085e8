//! What an outcome is: the verdict, amounts and what bounds them, choices of the law.

vocabulary! {
    /// Whether there is a penalty.
    VerdictKind("处罚结论", "verdict") {
        Sanctioned = "sanctioned" {
            "应受处罚": "违法行为成立，应当给予行政处罚；种类和幅度见各项处罚。",
            "penalty": "The violation is established and punished; kinds and ranges stand with the sanctions.",
        }
        NoPenalty = "no_penalty" {
            "不予处罚": "不予处罚或者可以不予处罚，看同一处的 `force`；责令改正等不是处罚的，仍然照办。",
            "no penalty": "There is or may be no penalty, as `force` beside it says. What is no penalty, such as \
                an order to correct the act, stands.",
        }
        NotEstablished = "not_established" {
            "违法行为不成立": "有一项构成要件不符合，不构成该违法行为。",
            "not established": "A constitutive fact is false: there is no such violation.",
        }
        TimeBarred = "time_barred" {
            "超过追责时效": "违法行为发现时已过追责时效，不再给予行政处罚（行政处罚法 第三十六条）；责令改正不受影响。",
            "time-barred": "The act was discovered too late: no penalty any more (行政处罚法 第三十六条). Orders to correct \
                it stand.",
        }
    }
}

vocabulary! {
    /// Whether an amount can be computed.
    AmountKind("数额", "amount") {
        Range = "range" {
            "幅度": "有最低额和最高额的数额；两者相同的，是一个确定的数。",
            "range": "An amount with a minimum and a maximum; where they are the same it is one number.",
        }
        Incomputable = "incomputable" {
            "无法计罚": "无从计算，不等于零；原因见同一处的 `why`。",
            "not computable": "It cannot be computed, which is not zero; `why` beside it says why.",
        }
    }
}

vocabulary! {
    /// Why there is no number.
    Incomputable("无法计罚的原因", "why there is no number") {
        ZeroBase = "zero_base" {
            "计算基数为零": "倍数的基数或者计算的个数为零，按倍数无从计罚；由承办人认定如何处理。",
            "base of zero": "The base of the multiple, or the count, is zero. What follows is for a person to find.",
        }
        NoRow = "no_row" {
            "没有对应的幅度": "法定幅度的各行都不符合案情；请核对事实。",
            "no row fits": "No row of the statutory range fits the facts; look at them again.",
        }
    }
}

vocabulary! {
    /// What bounded a result.
    AmountLimit("数额的限制", "limit of an amount") {
        Cap = "cap" {
            "按规定的上限": "结果高于文件规定的上限，以上限为限。",
            "declared cap": "The result was above the cap that the text declares.",
        }
        Floor = "floor" {
            "按规定的下限": "结果低于文件规定的下限，以下限为准。",
            "declared floor": "The result was below the floor that the text declares.",
        }
        Table = "table" {
            "以不计该情节的结果为限": "情节的结果与其方向相反，以不计该情节的结果为限。",
            "bounded by the result without it": "The effect went against its own direction and is bounded by what \
                the table gives without it.",
        }
        StatuteMin = "statute.min" {
            "不得低于法定下限": "结果低于法定最低额，以法定最低额为准。",
            "statutory minimum": "The result was below the statutory minimum, which bounds it.",
        }
        StatuteMax = "statute.max" {
            "不得高于法定上限": "结果高于法定最高额，以法定最高额为限。",
            "statutory maximum": "The result was above the statutory maximum, which bounds it.",
        }
        Round = "round" {
            "按规定取整": "按文件规定的方法取整。",
            "declared rounding": "The result was rounded as the text declares.",
        }
    }
}

vocabulary! {
    /// How many groups of a choice may be taken.
    Pick("选择的方式", "how many may be taken") {
        One = "one" {
            "择一": "法律用“或者”：各组中只能选一组。",
            "one of them": "The law says 或者: one group is taken.",
        }
        OneOrMore = "one_or_more" {
            "可以单处或者并处": "各组可以选一组，也可以同时选几组。",
            "one or more of them": "One group may be taken, or several together.",
        }
    }
}
