//! Rulesets: the state of a document, and the types of facts.

vocabulary! {
    /// The state of a document.
    Status("文本的状态", "state of a document") {
        Draft = "draft" {
            "草案": "尚未公布的文本，不得用来办案。",
            "draft": "It is not enacted yet and decides no case.",
        }
        InForce = "in_force" {
            "现行": "在所写的日期以内施行。",
            "in force": "It is in force within its dates.",
        }
        Suspended = "suspended" {
            "挂起": "公布机关已将它挂起，暂不适用。",
            "suspended": "The issuing authority has suspended it (挂起).",
        }
        Repealed = "repealed" {
            "废止": "公布机关已将它废止，不再适用。",
            "repealed": "The issuing authority has repealed it (废止).",
        }
    }
}

vocabulary! {
    /// What the value of a fact is.
    FactType("事实的类型", "type of a fact") {
        YesNo = "yes-no" {
            "是否": "只有是、否两种，写作 `true`、`false`。",
            "yes or no": "It is `true` or `false`.",
        }
        Finding = "finding" {
            "认定": "须由人认定并留存理由的是否问题。",
            "finding": "A yes or no that a person finds, with reasons in the file.",
        }
        Money = "money" {
            "金额": "以元计的金额，至多两位小数。",
            "money": "A sum in 元, with at most two decimals.",
        }
        Integer = "integer" {
            "整数": "没有小数的个数或者数量。",
            "whole number": "A count without decimals.",
        }
        Number = "number" {
            "数": "有单位或者没有单位的数，可以有小数。",
            "number": "A number, with or without a unit.",
        }
        Date = "date" {
            "日期": "公历日期，写作 `2024-03-01`。",
            "date": "A day, written `2024-03-01`.",
        }
        Level = "level" {
            "档次": "由轻到重排列的几档中的一档。",
            "level": "One of several levels, from light to heavy.",
        }
        Choice = "choice" {
            "选项": "没有先后次序的几项中的一项。",
            "choice": "One of several names without an order.",
        }
        Text = "text" {
            "文字": "自由书写的文字，不作比较。",
            "text": "A text that is written freely.",
        }
        List = "list" {
            "列表": "同一类型的若干项。",
            "list": "Any number of values of one type.",
        }
        Record = "record" {
            "记录": "有若干字段的一组值。",
            "record": "Several fields that belong together.",
        }
    }
}

impl Status {
    /// The states that one item of a document may have on its own.
    pub const OF_AN_ITEM: &'static [&'static str] = &["in_force", "suspended", "repealed"];
}
