//! Requests and answers: what is asked for, and what an answer is.

vocabulary! {
    /// What is asked for: the values of `do`.
    Action("请求的动作", "what is asked for") {
        Evaluate = "evaluate" {
            "计算": "算出一个违法行为的处罚幅度，或者一项许可的结论；不写 `do` 的，即为此项。",
            "evaluate": "The outcome of an offence or a licence; it is what a request without `do` asks for.",
        }
        Ask = "ask" {
            "追问": "只要下一步须查明的事实。",
            "ask": "Only the facts that still matter.",
        }
        Check = "check" {
            "检查文本": "检查请求所附的规则集文本，列出全部诊断。",
            "check": "The diagnostics of the ruleset texts of the request.",
        }
        Review = "review" {
            "核查决定": "把处罚决定与结果逐项对照。",
            "review": "A decision held against the outcome.",
        }
        Replay = "replay" {
            "复算": "按回执重新计算，并与之比较。",
            "replay": "The case computed again and held against its receipt.",
        }
        Decide = "decide" {
            "办理全案": "办理整个案件：各行为分别适用法律，再合并。",
            "decide": "A whole case: its acts, each under the law that governs it, then together.",
        }
        Procedure = "procedure" {
            "程序": "拟作出的决定须经哪些程序。",
            "procedure": "The procedure that what is planned, or what the outcome leaves possible, calls for.",
        }
        Describe = "describe" {
            "说明规则": "列出有哪些规则集，或者一个违法行为读取哪些事实。",
            "describe": "The rulesets there are, or the facts that an offence reads.",
        }
        Explain = "explain" {
            "说明理由": "用文字说明理由，并指到文本中的出处。",
            "explain": "The explanation in words, with the places of the text it comes from.",
        }
        Tiers = "tiers" {
            "各阶次的结果": "每一个阶次在本案中会得出的结果。",
            "tiers": "What each tier would give in this case.",
        }
        Nearest = "nearest" {
            "最近的变化": "改变哪一项事实会改变结果。",
            "nearest": "The nearest facts that would change the result.",
        }
        Version = "version" {
            "版本": "引擎、约定和规则集的版本。",
            "version": "Which engine, contract and rulesets answer.",
        }
    }
}

vocabulary! {
    /// What an answer is.
    AnswerKind("回答的种类", "kind of answer") {
        Penalty = "penalty" {
            "处罚结果": "一个违法行为的结果：结论、各项处罚、复核要点和仍须查明的事实。",
            "outcome of an offence": "The outcome of one offence: verdict, sanctions, review points, facts still \
                needed.",
        }
        Licence = "licence" {
            "许可结果": "一项行政许可的结论、条件、材料和期限。",
            "outcome of a licence": "What is decided on a licence, with its conditions, documents and time limits.",
        }
        Applicants = "applicants" {
            "几个申请人的结果": "有数量限制的许可，几个申请人的先后。",
            "outcome for several applicants": "Who comes first where a licence is limited in number.",
        }
        Decision = "decision" {
            "全案结果": "整个案件的结果：各行为的法律、时效、结果，及合并。",
            "outcome of a whole case": "A whole case: law, limitation and outcome of each act, and all acts \
                together.",
        }
        Procedure = "procedure" {
            "程序": "应当或者可以办理的程序步骤，及其依据和期限。",
            "procedure": "The steps that must or may be done, with grounds and time limits.",
        }
        Review = "review" {
            "核查结论": "一个违法行为的处罚决定，与结果逐项对照。",
            "review of a decision": "A decision on one offence held against its outcome.",
        }
        CaseReview = "case_review" {
            "全案核查结论": "整个案件的处罚决定，与结果逐项对照。",
            "review of a decision on a case": "A decision on a whole case held against it.",
        }
        Questions = "questions" {
            "仍须查明的事实": "按要紧程度排列的下一步问题。",
            "questions": "The facts that still matter, best next question first.",
        }
        Diagnostics = "diagnostics" {
            "文本诊断": "规则集文本中的错误和提醒。",
            "diagnostics": "What is wrong with a ruleset text, all of it.",
        }
        Description = "description" {
            "规则说明": "有哪些规则集、违法行为和事实。",
            "description": "The rulesets, offences and facts there are.",
        }
        Explanation = "explanation" {
            "文字理由": "逐行的理由，及其在文本中的位置。",
            "explanation": "The explanation line by line, with its places in the text.",
        }
        Tiers = "tiers" {
            "各阶次的结果": "裁量表的每一个阶次在本案中得出什么。",
            "tiers": "What each tier of the table gives in this case.",
        }
        Nearest = "nearest" {
            "最近的变化": "哪些事实变化会改变结果，逐一试算。",
            "nearest changes": "The facts that would change the result, tried one by one.",
        }
        Replay = "replay" {
            "复算结果": "重新计算的结果与回执是否一致，不一致之处。",
            "replay": "Whether computing again gives what the receipt says, and where not.",
        }
        Version = "version" {
            "版本": "引擎和约定的版本，有多少份规则集及其共同的校验值。",
            "version": "The engine, its contract, and one digest over the rulesets it has.",
        }
        Error = "error" {
            "错误": "请求不能回答，及其原因和位置。",
            "error": "The request cannot be answered; why, and where the mistake is.",
        }
    }
}

vocabulary! {
    /// Where the other value of a changed fact lies.
    Side("变化的方向", "side of a change") {
        Less = "less" {
            "较小": "比案情的值小，或者档次较轻。",
            "less": "Below the value of the case, or lighter.",
        }
        More = "more" {
            "较大": "比案情的值大，或者档次较重。",
            "more": "Above the value of the case, or heavier.",
        }
        Other = "other" {
            "另一个值": "没有先后次序的事实，取另一个值。",
            "another value": "Another value of a fact without order.",
        }
    }
}

vocabulary! {
    /// The language of the words; names stay as the document has them.
    Lang("语言", "language") {
        Zh = "zh" {
            "中文": "文字用中文；不写 `lang` 的，即为中文。",
            "Chinese": "The words are Chinese, as they are where a request has no `lang`.",
        }
        En = "en" {
            "英文": "文字用英文；文件中的名称仍用原文。",
            "English": "The words are English; names stay as the document has them.",
        }
    }
}

impl Lang {
    /// One of two texts that are there already; see `pick!` for texts that are to be made.
    pub(crate) fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

vocabulary! {
    /// How much is told.
    Form("文字的详略", "how much is told") {
        Brief = "brief" {
            "简要": "办案需要的内容：结果、计算过程和未适用的行。",
            "brief": "What an officer needs: result, steps, what did not apply.",
        }
        Full = "full" {
            "详细": "全部内容：每一个条件、事实、文本说明和版本。",
            "full": "Every condition, fact, mark and version.",
        }
    }
}

vocabulary! {
    /// How lines are laid out.
    Markup("文字的排版", "layout of the words") {
        Text = "text" {
            "纯文本": "分栏对齐的纯文本；一个汉字占两栏。",
            "plain text": "Plain text in columns; a Chinese character is two columns wide.",
        }
        Markdown = "markdown" {
            "标记文本": "用 Markdown 标记标题和列表的文本。",
            "Markdown": "Text with headings and lists in Markdown.",
        }
    }
}

#[expect(clippy::derivable_impls, reason = "`vocabulary!` makes the enum, and marks no variant as the default")]
impl Default for Lang {
    fn default() -> Self {
        Self::Zh
    }
}

#[expect(clippy::derivable_impls, reason = "`vocabulary!` makes the enum, and marks no variant as the default")]
impl Default for Form {
    fn default() -> Self {
        Self::Brief
    }
}

#[expect(clippy::derivable_impls, reason = "`vocabulary!` makes the enum, and marks no variant as the default")]
impl Default for Markup {
    fn default() -> Self {
        Self::Text
    }
}
