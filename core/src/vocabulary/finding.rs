//! A decision held against an outcome: where each part of it stands.

vocabulary! {
    /// Where a part of a decision stands.
    FindingCode("处罚决定核查结论", "finding about a decision") {
        Inside = "inside" {
            "符合": "决定的这一部分在结果允许的范围以内。",
            "inside": "The part of the decision lies inside what the outcome allows.",
        }
        BelowBenchmark = "below-benchmark" {
            "低于基准": "数额低于基准幅度，但在法定幅度以内。这不是错误；决定须说明偏离基准的理由。",
            "below benchmark": "The amount is below the range of the benchmark, but inside the statute. That is no \
                error: the decision needs reasons for leaving the benchmark.",
        }
        AboveBenchmark = "above-benchmark" {
            "高于基准": "数额高于基准幅度，但在法定幅度以内。这不是错误；决定须说明偏离基准的理由。",
            "above benchmark": "The amount is above the range of the benchmark, but inside the statute. That is no \
                error: the decision needs reasons for leaving the benchmark.",
        }
        BelowStatute = "below-statute" {
            "低于法定": "数额低于法定最低额。只有减轻处罚可以低于它，须有减轻处罚的情形（行政处罚法 第三十条至第三十二条）。",
            "below statute": "The amount is below the statutory minimum. Only 减轻处罚 goes there, on a ground of its \
                own (行政处罚法 第三十条至第三十二条).",
        }
        AboveStatute = "above-statute" {
            "高于法定": "数额高于法定最高额。没有任何情形可以高于它。",
            "above statute": "The amount is above the statutory maximum. Nothing justifies it.",
        }
        NotAllowed = "not-allowed" {
            "不得科处": "结果中没有对该当事人的这项处罚：条文没有规定，或者本案不适用。",
            "not allowed": "The outcome does not have this sanction for this target: the clause does not provide \
                it, or not in this case.",
        }
        Missing = "missing" {
            "遗漏": "结果中有应当科处的处罚，而决定没有写。不予科处等于低于法定幅度。",
            "missing": "The outcome has a sanction that must be imposed, and the decision does not have it. To \
                leave it out is to go below the statute.",
        }
        Choice = "choice" {
            "选择有误": "法律规定在几种处罚中选择，而决定一种没选、选得过多，或者一组只选了一部分。",
            "wrong choice": "The law gives a choice among sanctions, and the decision takes none, too many, or a \
                group in part.",
        }
        DutyMissed = "duty-missed" {
            "应当情节未体现": "法律规定应当从轻、减轻或者从重，而决定中看不出来：如应当从轻或者减轻，罚款却取幅度的最高额。请重新裁量，或者说明该情节为何不成立。",
            "duty missed": "The law calls for 从轻, 减轻 or 从重 (应当), and nothing of the decision shows it: a fine at \
                the top of the range where 从轻 or 减轻 is mandatory. Decide again, or show why the circumstance does \
                not hold.",
        }
        NotShown = "not-shown" {
            "未见偏离": "法律规定应当从轻、减轻或者从重，而没有文件规定幅度多大。决定的方向相符；是否足够，无从计算。请在案卷和决定书中说明理由。",
            "not shown to deviate": "The law calls for 从轻, 减轻 or 从重, and no text says how far. The decision goes \
                that way; whether it goes far enough cannot be computed. Give reasons in the file and in the \
                decision.",
        }
        Referral = "referral" {
            "移送有权机关": "这项处罚由另一机关作出，不由本案的机关作出。须移送该机关；本决定没有遗漏。",
            "referral": "Another authority imposes this sanction than those that are imposed here. It is to be \
                referred there, and nothing is missing in this decision.",
        }
        Undetermined = "undetermined" {
            "尚不能确定": "这一部分是否允许，取决于尚未查明的事实，或者法律留下的几种可能。核查结论写明它符合哪些可能。",
            "undetermined": "Whether the part is allowed depends on facts that are missing, or on a possibility \
                that the law leaves open. The finding says which possibilities it fits.",
        }
    }
}

vocabulary! {
    /// What a finding about a decision is about.
    FindingAbout("核查的对象", "what a finding is about") {
        Sanction = "sanction" {
            "某项处罚": "决定中的一项处罚，或者决定遗漏的一项。",
            "a sanction": "One sanction of the decision, or one that it leaves out.",
        }
        Order = "order" {
            "某项责令": "责令改正等不属于处罚的一项。",
            "an order": "A corrective order, which is no penalty.",
        }
        Choice = "choice" {
            "法律的选择": "法律规定在几种处罚中选择的一处。",
            "a choice of the law": "A place where the law gives a choice among sanctions.",
        }
        Verdict = "verdict" {
            "是否处罚": "给予处罚还是不予处罚。",
            "the verdict": "Whether to punish at all.",
        }
        Whole = "whole" {
            "决定整体": "决定的各部分合在一起。",
            "the whole": "The parts of the decision taken together.",
        }
    }
}

vocabulary! {
    /// Whether a circumstance holds in the case at hand.
    Stands("情节是否成立", "whether a circumstance holds") {
        Found = "found" {
            "已认定": "按已查明的事实，该情节成立，可以作为理由。",
            "found": "It holds by the facts found, and is a ground.",
        }
        Open = "open" {
            "尚未查明": "有一项事实尚未查明；查明后可能作为理由。",
            "open": "A fact it depends on is missing; it may become a ground.",
        }
        No = "no" {
            "未认定": "按已查明的事实，该情节不成立；要作为理由，须另行证明。",
            "not found": "It does not hold by the facts given, and would have to be shown.",
        }
    }
}

vocabulary! {
    /// What a review says of a decision as a whole.
    ReviewResult("审查结果", "result of a review") {
        Conforms = "conforms" {
            "符合": "决定的每一部分都在允许的范围以内：裁量基准对本案有规定的，符合裁量基准；不予处罚的，符合法律规定。",
            "conforms": "Every part of the decision lies inside what is allowed: by the benchmark that speaks of the \
                case, or by the law where there is no penalty.",
        }
        WithinStatute = "within_statute" {
            "在法定幅度内": "决定的每一部分都在法定幅度以内；没有裁量基准对本案作出规定，因此不能说符合裁量基准。",
            "within the statute": "Every part of the decision lies inside the statute. No benchmark speaks of the \
                case, so that it cannot be said to conform to one.",
        }
        NotShown = "not_shown" {
            "未见偏离": "没有发现偏离，但有应当从轻、减轻或者从重的情节，而没有文件规定幅度多大；或者决定与告知不同，须由机关说明。须说明理由。",
            "not shown to deviate": "Nothing shows a deviation, but the law calls for 从轻, 减轻 or 从重 and no text says \
                how far, or the decision is not as it was notified and is to be explained. Give reasons.",
        }
        Undetermined = "undetermined" {
            "尚不能确定": "没有确定的偏离，而有的部分取决于尚未查明的事实或者须由人认定的事项。请先查明所列事实。",
            "undetermined": "Nothing deviates for certain, and something depends on facts that are missing or on \
                what a person must find. Find out what is listed first.",
        }
        Departs = "departs" {
            "偏离基准，手续齐备": "决定在法定幅度以内、裁量基准以外，而偏离的理由、批准和日期齐备。不是符合裁量基准，也不是没有说明的偏离；理由是否成立由审查人认定。",
            "departs, documented": "The decision lies inside the statute and outside the benchmark, and the \
                departure is documented: reason, approval, date. It does not conform, and it is no plain \
                deviation; whether the reason holds is for the reviewer.",
        }
        Deviates = "deviates" {
            "偏离": "决定不在任何仍然允许的处理方式之内，无论尚未查明的事实如何。核查结论写明离哪一种最近、差多少。",
            "deviates": "The decision takes none of the ways that are allowed, whatever is still to be found out. The \
                findings say which way it is nearest to, and by how much it misses it.",
        }
    }
}

vocabulary! {
    /// What a way that is allowed makes of the penalty.
    WayCourse("处理方式", "way that is allowed") {
        Table = "table" {
            "按基准或者法定幅度": "不采用从轻、减轻、从重或者不予处罚的情节，按裁量基准（没有的按法定幅度）处理。",
            "as the table has it": "No circumstance changes it: as the benchmark has it, or the statute where \
                there is none.",
        }
        Option = "option" {
            "按情节": "按一项或者几项情节的后果处理；幅度见同一结果的 `options` 中 `effect` 相同的一项。",
            "as a circumstance has it": "As circumstances let it become; the amounts stand in `options` of the same \
                outcome, under the same `effect`.",
        }
        Waived = "waived" {
            "依基准不予处罚": "裁量基准规定这种情形可以不予处罚。",
            "waived by the benchmark": "A row of the benchmark allows not to punish.",
        }
    }
}
