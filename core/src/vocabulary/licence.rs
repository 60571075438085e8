//! Licences: what is asked for, what is decided, and how everything that the decision rests on stands.

vocabulary! {
    /// What is decided about a licence.
    LicenceProcedure("许可办理类型", "procedure of a licence") {
        Grant = "新办" {
            "新办": "首次申请取得行政许可（行政许可法 第二十九条）。",
            "first licence": "Somebody applies for the licence for the first time (行政许可法 第二十九条).",
        }
        Change = "变更" {
            "变更": "被许可人申请变更许可事项（行政许可法 第四十九条）。",
            "change": "The holder asks for a change of what the licence says (行政许可法 第四十九条).",
        }
        Renewal = "延续" {
            "延续": "被许可人在有效期届满前申请延续（行政许可法 第五十条）。",
            "renewal": "The holder asks, before the licence ends, that it goes on (行政许可法 第五十条).",
        }
        Revoke = "撤销" {
            "撤销": "许可本不应当准予，例如违反法定程序或者以欺骗手段取得；由机关依职权或者依利害关系人的请求办理（行政许可法 第六十九条）。",
            "revocation": "The licence should not have been granted: the procedure was broken, or the applicant \
                deceived. The authority begins it, of its own motion or because somebody concerned asks (行政许可法 第六十\
                九条).",
        }
        Withdraw = "撤回" {
            "撤回": "许可本来合法，因所依据的法律、法规、规章修改、废止或者客观情况发生重大变化而收回；造成损失的，依法补偿（行政许可法 第八条）。",
            "withdrawal": "The grant was lawful, and the law or the circumstances it rests on have changed. Who \
                loses by it is compensated (行政许可法 第八条).",
        }
        Cancel = "注销" {
            "注销": "许可已经失去效力，机关依法办理注销手续（行政许可法 第七十条）。",
            "cancellation": "The licence has ended, and the authority takes it out of the register (行政许可法 第七十条).",
        }
    }
}

vocabulary! {
    /// What is decided about a licence.
    DecisionKind("许可处理结果", "decision about a licence") {
        NotRequired = "not_required" {
            "不需要取得许可": "本案情形不需要取得该项许可，不予受理并告知申请人（行政许可法 第三十二条第一款第一项）。变更、延续的，指不适用该程序。",
            "no licence is needed": "These facts need no such licence; the applicant is told so (行政许可法 第三十二条第一款第一项). \
                Of a change or a renewal: that procedure does not apply.",
        }
        NotAccepted = "not_accepted" {
            "不予受理": "申请事项不属于本机关职权范围，不予受理，并告知向哪一机关申请（行政许可法 第三十二条第一款第二项）。",
            "not accepted": "Another authority is competent. The application is not accepted, and the applicant is \
                told where to apply (行政许可法 第三十二条第一款第二项).",
        }
        Supplement = "supplement" {
            "一次告知补正": "申请材料不齐全，应当当场或者在五日内一次告知需要补正的全部内容（行政许可法 第三十二条第一款第四项）。`missing` 列出所缺材料。",
            "to be supplemented, told once": "Documents are missing. Everything missing is told at once, on the \
                spot or within five days (行政许可法 第三十二条第一款第四项). `missing` lists it.",
        }
        Pending = "pending" {
            "须先完成法定程序": "法律要求在决定之前进行的程序（听证、核查等）尚未进行，此时不得作出决定。`steps` 列出尚缺的程序。",
            "a step of the procedure first": "The law asks for a step before the decision (a hearing, an \
                inspection), and it was not done: nothing may be decided yet. `steps` lists what is missing.",
        }
        Refuse = "refuse" {
            "不予许可": "不符合许可条件、有不予许可的情形，或者已无名额。应当说明理由，并告知申请行政复议或者提起行政诉讼的权利（行政许可法 第三十八条第二款）。",
            "refusal": "A condition is not met, a bar is there, or no licence is left. The decision gives reasons \
                and says how to appeal (行政许可法 第三十八条第二款).",
        }
        Grant = "grant" {
            "准予许可": "符合法定条件、标准，应当准予许可（行政许可法 第三十八条第一款）；`by` 为 `silence` 的，是逾期未作决定而视为准予。",
            "grant": "Everything the law asks for is met, so the licence is to be granted (行政许可法 第三十八条第一款). With \
                `by: silence` the time ran out and the law deems it granted.",
        }
        Revoke = "revoke" {
            "撤销许可": "有撤销的理由；`force` 说明是应当还是可以（行政许可法 第六十九条）。",
            "revocation": "A ground of revocation is there; `force` says whether it must or may be followed (行政许可法 \
                第六十九条).",
        }
        Withdraw = "withdraw" {
            "撤回许可": "有撤回的理由；`force` 说明是应当还是可以（行政许可法 第八条）。",
            "withdrawal": "A ground of withdrawal is there; `force` says whether it must or may be followed (行政许可法 \
                第八条).",
        }
        Cancel = "cancel" {
            "注销许可": "有注销的理由；`force` 说明是应当还是可以（行政许可法 第七十条）。",
            "cancellation": "A ground of cancellation is there; `force` says whether it must or may be followed (行政\
                许可法 第七十条).",
        }
        Keep = "keep" {
            "许可不变": "没有撤销、撤回或者注销的理由，或者法律规定不得这样处理，许可继续有效。",
            "the licence stands": "There is no ground to revoke, withdraw or cancel, or the law forbids it: the \
                licence stays as it is.",
        }
    }
}

vocabulary! {
    /// What stands in the place of the decision while several are possible.
    DecisionOpen("处理结果未定", "decision left open") {
        Open = "open" {
            "尚不能确定": "尚有几种处理结果可能，`possible` 逐一列出。先回答 `facts_needed` 中的问题；没有问题可答的，由承办人认定。",
            "not certain yet": "Several decisions are still possible; `possible` lists them. Answer what \
                `facts_needed` asks; where it asks nothing, a person must find it.",
        }
    }
}

vocabulary! {
    /// How a decision comes about.
    By("决定方式", "how it is decided") {
        Decision = "decision" {
            "作出决定": "由行政机关作出书面决定。",
            "by decision": "The authority decides, in writing.",
        }
        Silence = "silence" {
            "逾期视为": "行政机关在法定期限内没有作出决定，法律规定视为已经决定。",
            "by silence": "The authority did not decide in time, and the law deems it decided.",
        }
    }
}

vocabulary! {
    /// How far a ground binds.
    Binding("约束程度", "how far it binds") {
        Must = "must" {
            "应当": "理由成立的，必须这样决定。",
            "must": "Where the ground is there, the decision must follow.",
        }
        May = "may" {
            "可以": "理由成立的，可以这样决定，也可以不这样决定；都须说明理由。",
            "may": "Where the ground is there, the decision may follow or not; either way with reasons.",
        }
        MustNot = "must_not" {
            "不予": "理由成立的，不予这样处理，例如撤销许可可能对公共利益造成重大损害（行政许可法 第六十九条第三款）。",
            "must not": "Where the ground is there, the decision must not be taken, as when revoking would gravely \
                harm the public interest (行政许可法 第六十九条第三款).",
        }
    }
}

vocabulary! {
    /// What a decision rests on.
    RestsOn("决定的理由", "what a decision rests on") {
        Exempt = "exempt" {
            "不需要许可的情形": "规则集 `exempt` 中成立的一行。",
            "exemption": "A row of `exempt` in the ruleset that holds.",
        }
        Condition = "condition" {
            "许可条件": "规则集 `conditions` 中未满足的一项条件。",
            "condition": "A condition of `conditions` in the ruleset that is not met.",
        }
        Bar = "bar" {
            "不予许可的情形": "规则集 `bars` 中成立的一行。",
            "bar": "A row of `bars` in the ruleset that holds.",
        }
        Quota = "quota" {
            "数量限制": "有数量限制，轮到申请人之前已无名额（行政许可法 第五十七条）。",
            "quota": "The number is limited, and none is left when it is the applicant’s turn (行政许可法 第五十七条).",
        }
        Ground = "ground" {
            "撤销、撤回、注销的理由": "规则集 `grounds` 中成立的一行。",
            "ground": "A row of `grounds` in the ruleset that holds: why it is revoked, withdrawn or cancelled.",
        }
    }
}

vocabulary! {
    /// How the conditions of a group count.
    Grouping("条件组合", "how a group counts") {
        All = "all" {
            "全部符合": "组内各项条件都要符合。",
            "all of these": "Every condition of the group must be met.",
        }
        Any = "any" {
            "符合其一": "组内各项条件符合一项即可。",
            "one of these": "One condition of the group is enough.",
        }
        NoneOf = "none_of" {
            "均不得有": "组内所列情形，一项都不得有。",
            "none of these": "None of what the group describes may be there.",
        }
    }
}

vocabulary! {
    /// How a condition is checked.
    Check("审查方式", "how it is checked") {
        Formal = "formal" {
            "形式审查": "审查申请材料是否齐全、是否符合法定形式（行政许可法 第三十四条第一款、第二款）。",
            "on the papers": "Whether the documents are complete and in due form (行政许可法 第三十四条第一款, 第二款).",
        }
        Substantive = "substantive" {
            "实质内容核查": "对申请材料的实质内容进行核实，应当指派两名以上工作人员核查（行政许可法 第三十四条第三款）。",
            "on the substance": "What the documents say is verified, by two officials or more (行政许可法 第三十四条第三款).",
        }
        ThirdParty = "third_party" {
            "考试、检验或者评审": "依考试、检验、检测、检疫、鉴定或者专家评审的结果认定（行政许可法 第四十五条、第五十四条、第五十五条）。",
            "by examination or review": "By the result of an examination, an inspection, a test or a review of \
                experts (行政许可法 第四十五条, 第五十四条, 第五十五条).",
        }
    }
}

vocabulary! {
    /// How a condition stands.
    ConditionStatus("条件状况", "how a condition stands") {
        Satisfied = "satisfied" {
            "符合": "已知事实表明条件符合。",
            "met": "The facts meet the condition.",
        }
        Failed = "failed" {
            "不符合": "已知事实表明条件不符合。",
            "not met": "The facts do not meet the condition.",
        }
        Unknown = "unknown" {
            "尚不知": "有关事实尚未查明。",
            "not known yet": "A fact it depends on is not known yet.",
        }
        Waived = "waived" {
            "免于审查": "所适用的办理方式（如告知承诺）不审查这项条件。",
            "waived": "The route that is taken (告知承诺 and the like) does without it.",
        }
        NotApplicable = "not_applicable" {
            "不适用": "对本申请人不要求这项条件。",
            "not asked here": "The condition is not asked of this applicant.",
        }
    }
}

vocabulary! {
    /// In which form a document is asked for.
    DocumentForm("材料形式", "form of a document") {
        Original = "original" {
            "原件": "须提交原件。",
            "original": "The original is asked for.",
        }
        Copy = "copy" {
            "复印件": "提交复印件即可。",
            "copy": "A copy is enough.",
        }
    }
}

vocabulary! {
    /// How a document stands.
    DocumentStatus("材料状况", "how a document stands") {
        Given = "given" {
            "已提交": "申请人已经提交。",
            "submitted": "The applicant has submitted it.",
        }
        Missing = "missing" {
            "未提交": "申请人还须提交；属于一次告知补正的内容（行政许可法 第三十二条第一款第四项）。",
            "missing": "The applicant must still submit it; it is told at once with all that is missing (行政许可法 第三十二\
                条第一款第四项).",
        }
        Unknown = "unknown" {
            "尚不知": "是否需要、是否已提交尚不知道。",
            "not known yet": "Whether it is needed or was submitted is not known yet.",
        }
        Shared = "shared" {
            "由机关共享取得": "由机关通过数据共享取得，不得要求申请人提交。",
            "obtained by sharing data": "The authority obtains it by sharing data; the applicant must not be asked \
                for it.",
        }
        Waived = "waived" {
            "免于提交": "所适用的办理方式（如告知承诺）免于提交。",
            "waived": "The route that is taken (告知承诺 and the like) does without it.",
        }
        NotNeeded = "not_needed" {
            "不适用": "对本申请人不要求这份材料。",
            "not asked here": "The document is not asked of this applicant.",
        }
    }
}

vocabulary! {
    /// What kind of step it is.
    StepKind("程序种类", "kind of step") {
        Hearing = "hearing" {
            "听证": "应当听证或者申请人、利害关系人要求听证的，在决定前举行听证（行政许可法 第四十六条、第四十七条）。",
            "hearing": "A hearing before the decision, because the law asks for it or somebody concerned does (行政许可\
                法 第四十六条, 第四十七条).",
        }
        Inspection = "inspection" {
            "实地核查": "到现场核实申请材料的实质内容（行政许可法 第三十四条第三款）。",
            "inspection": "Officials look at the place itself (行政许可法 第三十四条第三款).",
        }
        Publicity = "publicity" {
            "公示": "在决定前把有关情况向社会公开。",
            "publicity": "What is about to be decided is made public first.",
        }
        Consultation = "consultation" {
            "征求意见": "听取申请人、利害关系人或者有关机关的意见（行政许可法 第三十六条）。",
            "consultation": "The applicant, those concerned or other authorities are heard (行政许可法 第三十六条).",
        }
        Examination = "examination" {
            "考试、检验或者评审": "考试、考核、检验、检测、检疫、鉴定、专家评审（行政许可法 第四十五条、第五十四条、第五十五条）。",
            "examination or review": "An examination, an inspection, a test or a review of experts (行政许可法 第四十五条, 第五\
                十四条, 第五十五条).",
        }
        Other = "other" {
            "其他程序": "法律要求的其他程序。",
            "other step": "Another step that the law asks for.",
        }
    }
}

vocabulary! {
    /// Which decision must wait for a step.
    Before("须在何种决定之前", "before which decision") {
        Decision = "decision" {
            "作出决定之前": "无论准予还是不予许可，都要先进行这一程序。",
            "before any decision": "Neither a grant nor a refusal may come before the step.",
        }
        Grant = "grant" {
            "准予许可之前": "只有准予许可须先进行这一程序，不予许可不必等待。",
            "before a grant": "Only a grant must wait for the step; a refusal need not.",
        }
    }
}

vocabulary! {
    /// How a step stands.
    StepStatus("程序状况", "how a step stands") {
        Done = "done" {
            "已完成": "已经进行。",
            "done": "It was done.",
        }
        Missing = "missing" {
            "尚未进行": "应当进行而尚未进行。",
            "not done": "It must be done, and was not.",
        }
        Unknown = "unknown" {
            "尚不知": "是否需要、是否已进行尚不知道。",
            "not known yet": "Whether it is needed or was done is not known yet.",
        }
        Waived = "waived" {
            "免于进行": "所适用的办理方式（如告知承诺）免于进行。",
            "waived": "The route that is taken (告知承诺 and the like) does without it.",
        }
        NotNeeded = "not_needed" {
            "不适用": "本案不需要这一程序。",
            "not needed here": "The step is not needed in this case.",
        }
    }
}
