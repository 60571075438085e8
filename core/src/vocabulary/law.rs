//! Which law governs an act: its rank, the comparison of two, and what a transition clause says.

vocabulary! {
    /// The rank of a norm or of a document (效力位阶), highest first.
    Rank("效力位阶", "rank of a document") {
        Law = "law" {
            "法律": "全国人民代表大会及其常务委员会制定的法律。",
            "law": "A law of the National People's Congress or its Standing Committee.",
        }
        Regulation = "regulation" {
            "行政法规": "国务院制定的行政法规。",
            "administrative regulation": "An administrative regulation of the State Council.",
        }
        Decision = "decision" {
            "国务院决定": "国务院发布的决定，不是行政法规。",
            "decision of the State Council": "A decision of the State Council that is not an administrative \
                regulation.",
        }
        LocalRegulation = "local_regulation" {
            "地方性法规": "地方人民代表大会及其常务委员会制定的地方性法规。",
            "local regulation": "A regulation of a local people's congress or its standing committee.",
        }
        DepartmentRule = "department_rule" {
            "部门规章": "国务院部门制定的规章。",
            "departmental rule": "A rule of a department of the State Council.",
        }
        LocalRule = "local_rule" {
            "地方政府规章": "地方人民政府制定的规章。",
            "rule of a local government": "A rule of a local people's government.",
        }
        Document = "document" {
            "规范性文件": "规章以下的规范性文件，包括多数裁量基准。",
            "normative document": "A document below the rules, as most discretion benchmarks are.",
        }
    }
}

vocabulary! {
    /// Which version a transition clause applies.
    Apply("过渡条款适用的文本", "text that a transition clause applies") {
        Earlier = "earlier" {
            "行为时的文本": "过渡条款规定：施行前的行为适用行为时的文本。",
            "the text of the act": "The clause applies the version at the time of the act.",
        }
        Later = "later" {
            "决定时的文本": "过渡条款规定：施行前的行为也适用决定时的文本；结果较重的，列为复核要点。",
            "the text of the decision": "The clause applies the version at the time of the decision; where that is \
                the heavier, it is a review point.",
        }
        Lighter = "lighter" {
            "较轻的文本": "过渡条款规定：适用两者中处罚较轻的文本。",
            "the lighter text": "The clause applies the lighter of the two.",
        }
    }
}

vocabulary! {
    /// What a provision of a general law is cited for.
    Provided("条文所规定的事项", "what a provision is cited for") {
        LighterLaw = "lighter_law" {
            "从旧兼从轻": "行为之后法律有变更的，适用行为时的规定还是较轻的新规定。",
            "the lighter law": "Which law governs an act where the law has changed since.",
        }
        Mitigation = "mitigation" {
            "减轻处罚的情形": "低于法定最低额处罚所须具备的情形。",
            "grounds of mitigation": "What must hold for a penalty below the statutory minimum.",
        }
        Exemption = "exemption" {
            "不予处罚的情形": "不予处罚所须具备的情形。",
            "grounds not to punish": "What must hold for no penalty at all.",
        }
        CollectiveDeliberation = "collective_deliberation" {
            "集体讨论": "哪些处罚须由行政机关负责人集体讨论决定。",
            "collective deliberation": "Which penalties the heads of the authority decide together.",
        }
        Departure = "departure" {
            "偏离裁量基准": "偏离裁量基准的决定须说明理由、经过何种程序。",
            "departure from a benchmark": "What a decision needs that leaves its benchmark.",
        }
    }
}

vocabulary! {
    /// Which of two laws is the lighter for the facts.
    LawComparison("新旧法轻重", "comparison of two laws") {
        Equal = "equal" {
            "轻重相同": "两者允许的处罚相同。",
            "equal": "Both allow the same.",
        }
        Older = "older" {
            "旧法较轻": "行为时的规定处罚较轻。",
            "the earlier is lighter": "The law of the act is the lighter one.",
        }
        Newer = "newer" {
            "新法较轻": "决定时的规定处罚较轻，或者不再处罚。",
            "the later is lighter": "The law of the decision is the lighter one, or punishes no longer.",
        }
        Incomparable = "incomparable" {
            "不能比较": "种类、应当与可以、选择、数额整体比较，两者各有较重之处，不能说哪一个较轻。",
            "not comparable": "Compared as whole sets of options, each of the two is heavier in something.",
        }
        Open = "open" {
            "尚不能确定": "孰轻孰重取决于尚未查明的事实。",
            "open": "It depends on facts that are missing.",
        }
    }
}

vocabulary! {
    /// Which law governs an act.
    LawResult("适用的法律", "law that governs") {
        Same = "same" {
            "同一文本": "行为时与决定时施行的是同一文本。",
            "the same text": "The same texts are in force at the act and at the decision.",
        }
        Equal = "equal" {
            "轻重相同，从旧": "文本不同而处罚相同，适用行为时的规定（行政处罚法 第三十七条）。",
            "equal, the earlier governs": "The texts differ and allow the same: that of the act governs (行政处罚法 第三十七\
                条).",
        }
        Older = "older" {
            "从旧": "适用行为时的规定：决定时的规定并不较轻，或者过渡条款这样规定（行政处罚法 第三十七条）。",
            "the law of the act": "That of the act governs: the later one is not lighter, or a transition clause \
                says so (行政处罚法 第三十七条).",
        }
        Newer = "newer" {
            "从轻，适用新法": "适用决定时的规定：它处罚较轻或者不再处罚，或者过渡条款这样规定（行政处罚法 第三十七条）。",
            "the law of the decision": "That of the decision governs: it is lighter or punishes no longer, or a \
                transition clause says so (行政处罚法 第三十七条).",
        }
        Incomparable = "incomparable" {
            "轻重不可比": "两者各有较重之处，并列展示，由承办人认定适用哪一个并说明理由。",
            "not comparable": "Neither is lighter: both are shown, and a person decides, with reasons.",
        }
        Open = "open" {
            "尚不能确定": "取决于尚未查明的日期或者事实。",
            "open": "It depends on days or facts that are missing.",
        }
    }
}

vocabulary! {
    /// Why there is no text at the decision.
    Gone("决定时没有文本的原因", "why there is no text at the decision") {
        Document = "document" {
            "文本已不施行": "决定之日该文本不在施行。",
            "document not in force": "The document is not in force on the day of the decision.",
        }
        Offence = "offence" {
            "文本中已无该项": "决定之日施行的文本没有这一违法行为。",
            "offence not in the text": "The text in force on the day of the decision has no such offence any more.",
        }
        SetAside = "set_aside" {
            "该项挂起或者废止": "文本仍在施行，而该项在决定之日已挂起或者废止。",
            "item set aside": "The item is suspended or repealed on its own, while the document is in force.",
        }
        Uses = "uses" {
            "所引法律已不施行": "该文本所引的法律在决定之日已不施行。",
            "a law it stands on is not in force": "A law that the document stands on is not in force on the day of \
                the decision.",
        }
    }
}

vocabulary! {
    /// Of which day the law is.
    At("所依的时点", "point in time") {
        Act = "act" {
            "行为时": "违法行为发生时施行的规定。",
            "at the act": "The law in force when the act was done.",
        }
        Decision = "decision" {
            "决定时": "作出处罚决定时施行的规定。",
            "at the decision": "The law in force when the decision is made.",
        }
    }
}

vocabulary! {
    /// Why a ruleset governs.
    Why("适用该文本的原因", "why a text governs") {
        Offence = "has_offence" {
            "规定本违法行为": "本案的违法行为由该文本规定。",
            "has the offence": "The offence of the case stands in it.",
        }
        Licence = "has_licence" {
            "规定本许可事项": "所问的许可事项由该文本规定。",
            "has the licence": "The licence that is asked about stands in it.",
        }
        Used = "used" {
            "为前者所引用": "规定违法行为的文本引用了它。",
            "referred to by it": "The text that has the offence uses it.",
        }
        General = "general" {
            "本案适用的一般法": "案件在 `general` 中把它写明为一般法。",
            "the general law of the case": "The case names it under `general`.",
        }
        Procedure = "procedure" {
            "规定处罚程序": "该文本规定本案的程序。",
            "it lays down the procedure": "It lays down the procedure of the case.",
        }
    }
}

impl At {
    /// The decision where the law is the later one, else the act.
    #[must_use]
    pub fn of(later: bool) -> Self {
        if later { Self::Decision } else { Self::Act }
    }
}
