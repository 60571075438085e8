//! Circumstances (情节): which way they take a penalty, and how strongly.

vocabulary! {
    /// Which way a circumstance takes a penalty.
    Direction("情节的方向", "direction of a circumstance") {
        Lighter = "lighter" {
            "从轻": "在法定幅度以内，处罚较轻。",
            "lighter": "Lighter, inside the statutory range.",
        }
        Mitigated = "mitigated" {
            "减轻": "低于法定下限，或者适用较轻的种类。",
            "mitigated": "Below the statutory minimum, or a lighter kind.",
        }
        Ordinary = "ordinary" {
            "一般": "不从轻也不从重，在法定幅度以内。",
            "ordinary": "Neither lighter nor heavier, inside the statutory range.",
        }
        Heavier = "heavier" {
            "从重": "在法定幅度以内，处罚较重。",
            "heavier": "Heavier, inside the statutory range.",
        }
        NoPenalty = "no_penalty" {
            "不予处罚": "不予处罚或者免予处罚；责令改正等不是处罚的，仍然照办。",
            "no penalty": "No penalty. What is no penalty, such as an order to correct the act, stands.",
        }
    }
}

vocabulary! {
    /// How strongly the law calls for something.
    Force("应当与可以", "must or may") {
        Must = "must" {
            "应当": "法律要求这样做。",
            "mandatory": "The law demands it.",
        }
        May = "may" {
            "可以": "由机关决定是否这样做；引擎从不代为决定。",
            "optional": "An option of the authority; the engine never takes it.",
        }
    }
}

vocabulary! {
    /// What a decision or an effect needs, to stand.
    Need("须具备的条件和手续", "what a decision needs") {
        Reasons = "reasons" {
            "说明理由": "在案卷和决定书中说明理由。",
            "reasons": "Reasons in the file and in the decision.",
        }
        ReasonsInDecision = "reasons_in_decision" {
            "在决定书中说明理由": "理由写入处罚决定书，不只留在案卷中。",
            "reasons in the decision": "The reasons stand in the decision itself, not in the file alone.",
        }
        Mitigation = "mitigation" {
            "具备减轻处罚的情形": "低于法定下限处罚，须有减轻处罚的情形（行政处罚法 第三十条至第三十二条）。",
            "a ground for mitigation": "Going below the statutory minimum takes a ground of its own (行政处罚法 第三十条至第三十\
                二条).",
        }
        Exemption = "exemption" {
            "具备不予处罚的情形": "不予处罚须有法定情形（行政处罚法 第三十条、第三十一条、第三十三条、第三十六条）。",
            "a ground not to punish": "Not punishing takes a ground of the law (行政处罚法 第三十条、第三十一条、第三十三条、第三十六条).",
        }
        CollectiveDeliberation = "collective_deliberation" {
            "集体讨论": "由行政机关负责人集体讨论决定（行政处罚法 第五十七条第二款）。",
            "collective deliberation": "The heads of the authority decide together (行政处罚法 第五十七条第二款).",
        }
        HeadApprovalOrCollectiveDeliberation = "head_approval_or_collective_deliberation" {
            "负责人批准或者集体讨论": "经机关主要负责人批准，或者经集体讨论通过。",
            "approval of the head or collective deliberation": "The head of the authority approves it, or its \
                heads deliberate on it together.",
        }
        SuperiorApproval = "superior_approval" {
            "报上级批准": "报请上级机关批准。",
            "approval of the superior authority": "The superior authority approves it.",
        }
        Filing = "filing" {
            "备案": "报文件规定的机关备案。",
            "filing": "It is filed with the authority that the document names.",
        }
        GuardianDiscipline = "guardian_discipline" {
            "责令监护人管教": "不满十四周岁的人不予处罚，责令监护人加以管教（行政处罚法 第三十条）。",
            "discipline by the guardian": "A person under fourteen is not punished; the guardian is ordered to \
                discipline the child (行政处罚法 第三十条).",
        }
        GuardianCare = "guardian_care" {
            "责令监护人看管和治疗": "不能辨认或者控制自己行为时有违法行为的，不予处罚，责令其监护人严加看管和治疗（行政处罚法 第三十一条）。",
            "care by the guardian": "A person who could not recognise or control the act is not punished; the \
                guardian is ordered to watch over and treat the person (行政处罚法 第三十一条).",
        }
        CorrectionalEducation = "correctional_education" {
            "矫治教育等措施": "对不予处罚或者不执行行政拘留的未成年人，公安机关依照预防未成年人犯罪法采取矫治教育等措施（治安管理处罚法 第二十四条）。",
            "correctional education": "For a minor who is not punished, or whose detention is not carried out, the \
                police take measures such as correctional education (治安管理处罚法 第二十四条).",
        }
        Education = "education" {
            "对当事人进行教育": "依法不予处罚的，行政机关应当对当事人进行教育（行政处罚法 第三十三条第三款）。",
            "education of the party": "Where there is no penalty the authority educates the party (行政处罚法 第三十三条第三款).",
        }
    }
}

impl Force {
    /// 应当 where it must be done, else 可以.
    #[must_use]
    pub fn of(must: bool) -> Self {
        if must { Self::Must } else { Self::May }
    }
}
