//! Where a person must look at the outcome of an offence, decide, or give reasons.

vocabulary! {
    /// Why a person must look at the outcome of an offence.
    ReviewCode("复核要点", "review point") {
        BelowStatute = "below-statute" {
            "低于法定下限": "按基准算出的结果低于法定下限；所示幅度是法定幅度以内的部分。低于法定下限处罚属于减轻处罚，须另有理由（行政处罚法 第三十二条）。",
            "below the statute": "The benchmark leads below the statutory range. The range shown is the part within \
                the statute; going below it is 减轻处罚, which needs a ground of its own (行政处罚法 第三十二条).",
        }
        AboveStatute = "above-statute" {
            "高于法定上限": "按基准算出的结果高于法定上限。法定上限不得突破；所示幅度是法定幅度以内的部分，请核对基准与法律是否一致。",
            "above the statute": "The benchmark leads above the statutory range. The statute is the limit; the range \
                shown is the part within it.",
        }
        NoTier = "no-tier" {
            "无对应阶次": "案情不符合基准的任何一个阶次，所示为法定幅度。阶次由承办人认定，并说明理由。",
            "no tier": "No tier of the benchmark fits the facts. The statutory range is shown; the tier is for the \
                officer to find, with reasons.",
        }
        NoLevel = "no-level" {
            "无对应档": "案情不符合某一因素的任何一档，该因素无法分档；请认定属于哪一档。",
            "no level": "No level of a factor fits the facts, so the factor could not be graded.",
        }
        TiersOverlap = "tiers-overlap" {
            "阶次重叠": "案情同时符合两个阶次，文件没有说以哪一个为准。两个都列出，由承办人择定并说明理由。",
            "tiers overlap": "Two tiers fit the facts at once, and the document does not say which prevails. Both \
                are shown.",
        }
        LevelsOverlap = "levels-overlap" {
            "因素重叠": "案情同时符合某一因素的两档，文件没有说以哪一档为准。由承办人择定并说明理由。",
            "levels overlap": "Two levels of a factor fit the facts at once, and the document does not say which \
                prevails.",
        }
        BranchesOverlap = "branches-overlap" {
            "罚则竞合": "案情同时符合罚则的两个分支。两个都列出，各有其幅度，由承办人择定并说明理由。",
            "branches overlap": "Two branches of the penalty clause fit the facts at once. Both are shown, each with \
                its range.",
        }
        NoBranch = "no-branch" {
            "无对应罚则": "罚则的各分支均不符合案情，请认定适用哪一项。",
            "no branch": "No branch of the penalty clause fits the facts.",
        }
        BranchOpen = "branch-open" {
            "罚则待定": "条文没有写明某一分支（如情节严重）何时成立，阶次也没有指明。由承办人认定并说明理由。",
            "branch left open": "The clause does not say when a branch holds (such as 情节严重), and no tier does. The \
                officer must find it, with reasons.",
        }
        Unascertainable = "unascertainable" {
            "无法查明": "一项影响结果的事实无法查明，已按规则集的规定处理；请核对是否已尽调查义务。",
            "unascertainable": "A fact that matters cannot be proved (无法查明). What the ruleset provides for that was \
                applied; look at it.",
        }
        ScoreOverflow = "score-overflow" {
            "比例超过 100%": "各项权重之和超过 100%，文件没有说明如何处理，请认定。",
            "more than 100%": "The weights add up to more than 100%, and the document does not say what then.",
        }
        KindNotInBranch = "kind-not-in-branch" {
            "罚则无此处罚": "基准的这一行写了罚则该分支没有的处罚；结果中没有计入。",
            "not in the clause": "The row of the benchmark names a sanction that this branch of the clause does not \
                provide. It was not imposed.",
        }
        NoRoom = "no-room" {
            "无裁量余地": "基准要在幅度中取一段，而该幅度只是一个数，没有裁量余地。",
            "no room": "The benchmark takes a part of a range that is one number, so there is no room for discretion.",
        }
        OpenRange = "open-range" {
            "无法定上限": "基准要在没有上限的幅度中取一段，无法计算。",
            "no upper end": "The benchmark takes a part of a range without upper end, which cannot be computed.",
        }
        RowsOverlap = "rows-overlap" {
            "幅度重叠": "案情同时符合法定幅度的两行，请核对条文并择定。",
            "ranges overlap": "Two rows of a statutory range fit the facts at once.",
        }
        PositionsOverlap = "positions-overlap" {
            "裁量认定重叠": "案情同时符合两种裁量认定（从轻、从重之类），请择定并说明理由。",
            "findings overlap": "Two positions (从轻, 从重 and the like) fit the facts at once.",
        }
        DefaultOutside = "default-outside" {
            "指导基准越界": "基准写的指导数额在幅度之外，未予采用；请核对文件。",
            "guiding point outside": "The guiding point of the benchmark lies outside the range.",
        }
        NoValue = "no-value" {
            "无从计算": "尚未查明的事实取某些值时，有的数无从计算：除数为零，或者定义没有一行符合。所示为其余情形的结果；请查明所列事实。",
            "no value": "For some answers that are still missing, something has no value: a divisor is zero, or no \
                row of a definition holds. The result shows the other answers; find the facts that are needed.",
        }
        MayExempt = "may-exempt" {
            "可以不予处罚": "基准规定可以不予处罚。是否不予处罚由承办人决定，并说明理由。",
            "exemption allowed": "The benchmark allows not to punish. Whether to do so is for the officer, with \
                reasons.",
        }
        EffectEmpty = "effect-empty" {
            "无此余地": "文件规定的从轻等取幅度的一段，而本案该段为空，例如要求不高于最高额的 40%，而法定最低额比它高。该项处罚保持原样。",
            "no room for it": "The document gives an effect (从轻 and the like) a share of the range that holds \
                nothing here, such as below 40% of the maximum where the minimum is higher. The sanction stands as \
                it was.",
        }
        EffectAgainst = "effect-against" {
            "从轻从重反向": "从轻的结果反而高于不计该情节的结果，或者从重反而低于它，例如阶次已是幅度最低的 10%，而从轻为最低的 30%。以不计该情节的结果为限，并单列一步。",
            "goes the wrong way": "从轻 would come out above what the table gives without it, or 从重 below: as when a \
                tier is the lowest tenth of the range and 从轻 its lowest third. The result is bounded by the table, \
                as a step of its own.",
        }
        EffectOpen = "effect-open" {
            "幅度未定": "有情节要求这样处理，而施行中的文件都没有规定幅度多大。由机关在法律范围内决定，并说明理由。",
            "extent not laid down": "A circumstance calls for this effect, and no ruleset in force says how far it \
                goes. The authority decides within the law, with reasons.",
        }
        NoNextTier = "no-next-tier" {
            "无下一阶次": "某一情节要求取上一阶次或者下一阶次，而没有这一阶次，或者它有几行，请认定。",
            "no next tier": "An effect takes the next heavier or lighter tier, and there is none, or there are \
                several rows of it.",
        }
        ChooseEffect = "choose-effect" {
            "应当择一": "法律要求几种处理择一（如应当从轻或者减轻）。各种都列出，由机关选择并说明理由。",
            "one must be chosen": "The law calls for one of several effects (应当从轻或者减轻). Each is shown; the authority \
                chooses, with reasons.",
        }
        CircumstancesMixed = "circumstances-mixed" {
            "情节并存": "从轻和从重的情节并存。不相互抵销，综合衡量后决定并说明理由。",
            "circumstances both ways": "Lighter and heavier circumstances stand side by side. They are weighed, not \
                netted: each effect is shown, and reasons are required.",
        }
        Unverified = "unverified" {
            "文本未核实": "用到的一部分文本没有与公布的原文核对；引用前请核对原文。",
            "text not verified": "A part of the ruleset that was used has not been verified against the published \
                text. Compare it before relying on it.",
        }
    }
}
