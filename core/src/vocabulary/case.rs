//! A case as a whole: several provisions, several acts, and where a person must look.

vocabulary! {
    /// What a concurrence rule is about.
    Concurrent("竞合规则的对象", "what a concurrence rule is about") {
        OneAct = "one_act" {
            "同一行为": "一个行为违反几条规定（行政处罚法 第二十九条）。",
            "one act": "One act that violates several provisions (行政处罚法 第二十九条).",
        }
        SeveralActs = "several_acts" {
            "数个行为": "数个行为分别决定、合并执行（如治安管理处罚法 第十六条）。",
            "several acts": "Several acts that are decided apart and executed together (as in 治安管理处罚法 第十六条).",
        }
    }
}

vocabulary! {
    /// What happens to several fines for one act.
    Fines("同一行为的数个罚款", "several fines for one act") {
        Higher = "higher" {
            "按数额高的处罚": "同一个违法行为违反几条规定、都应当罚款的，按照罚款数额高的规定处罚（行政处罚法 第二十九条）。",
            "the higher fine": "The higher fine is imposed (行政处罚法 第二十九条).",
        }
        Once = "once" {
            "只罚款一次": "不得给予两次以上罚款；文本没有规定适用哪一条，由承办人认定。",
            "one fine only": "Only one fine is imposed; the text does not say which, and a person decides.",
        }
    }
}

vocabulary! {
    /// What is wrong when acts are taken together.
    TogetherCode("合并认定", "finding about acts together") {
        SecondFine = "second-fine" {
            "一事再罚": "同一个违法行为按几条规定分别罚款；只能罚款一次（行政处罚法 第二十九条）。",
            "fined twice": "One act is fined under several provisions; it may be fined only once (行政处罚法 第二十九条).",
        }
        LowerFine = "lower-fine" {
            "未择重": "同一个违法行为按罚款数额较低的规定处罚；应当按数额高的规定处罚（行政处罚法 第二十九条）。",
            "the lower fine": "One act is fined under the provision that yields; the higher fine is the one to \
                impose (行政处罚法 第二十九条).",
        }
        ConfiscatedTwice = "confiscated-twice" {
            "重复没收": "同一财物或者同一笔违法所得按几条规定重复没收；只能没收一次。",
            "confiscated twice": "One thing is confiscated under several provisions; it can be taken only once.",
        }
        SecondDetention = "second-detention" {
            "重复拘留": "同一个违法行为按几条规定分别处以行政拘留。",
            "detained twice": "One act is punished with detention under several provisions.",
        }
        AboveCap = "above-cap" {
            "合并执行": "各行为的处罚之和超过合并执行的上限。各项决定本身不受影响，上限只约束执行（如治安管理处罚法 第十六条）。",
            "executed together": "The sum lies above the cap for all acts. What is decided on each stands; the cap \
                bounds what is executed (as in 治安管理处罚法 第十六条).",
        }
    }
}

vocabulary! {
    /// Why a person must look at a case.
    CaseCode("案件复核要点", "review point of a case") {
        LawIncomparable = "law-incomparable" {
            "新旧法不能比较": "行为时与决定时的规定作为整体比较：种类、应当与可以、选择、数额。各有较重之处，不能说哪一个较轻。两种结果都列出，由承办人认定适用哪一个并说明理由。",
            "laws not comparable": "The law of the act and that of the decision were compared as whole sets of \
                options: kinds, must and may, choices, amounts. Each is heavier in something, so neither is the \
                lighter. Both results are shown; which governs is for a person to decide, with reasons.",
        }
        LawMayChange = "law-may-change" {
            "决定日未定": "已知有施行在后的文本，而决定日不明。请填写“决定日”，以便比较新旧规定。",
            "day of decision open": "A later text of the law is known, and the day of the decision is not. Give 决定日, \
                so that the two can be compared.",
        }
        LawGone = "law-gone" {
            "决定时无现行文本": "该文本在决定之日不施行，所载文本中又没有承接它的条文（`succeeds`）。行为是否仍应处罚、依何条文，尚不清楚；请补充后来的文本。",
            "no text at the decision": "The text is not in force on the day of the decision, and no loaded offence \
                takes its place (`succeeds`). Whether the act is still punished is not known; add the later text.",
        }
        NoLongerUnlawful = "no-longer-unlawful" {
            "新法不处罚": "按承接旧条文的新规定，本案不构成违法行为。请确认新法没有其他条文处罚该行为。",
            "not punished any more": "The offence that takes the place of the old one is not established in this \
                case. Make sure that the later law has no other provision for the act.",
        }
        SeveralSuccessors = "several-successors" {
            "新条文不止一条": "新法有几条承接旧条文，而且不止一条符合案情。各条都列出，由承办人认定适用哪一条。",
            "several successors": "Several offences of the later law take the place of the old one, and more than \
                one fits the facts. Find which applies; all are shown.",
        }
        SucceededInForce = "succeeded-in-force" {
            "新旧文本并存": "施行中的一条写明它承接本条，而本条所在的文本按其日期仍在施行。两者必有一处不对，请核对。",
            "old text still in force": "An offence in force says that it takes the place of this one, whose \
                document is still in force by its dates. One of the two is not as it should be; look at both.",
        }
        LawChangedDuringAct = "law-changed-during-act" {
            "行为持续中法律变更": "行为持续期间法律变更。按行为终了时的规定处理；有一部分行为发生在旧规定之下，须在理由中说明。",
            "law changed during the act": "The law changed while the act went on. It is judged as it ended, under \
                the law of its end; that part of it was done under another law is for the reasons.",
        }
        LawBetween = "law-between" {
            "中间时的文本": "行为之后、决定之前还施行过另一文本，在两个时点都不施行。从旧兼从轻比较的是行为时与决定时的规定，所以没有按它计算；主张适用的，须说明理由。",
            "a text in between": "Between the act and the decision another text was in force, which holds at \
                neither. The law of the act is compared with that of the decision only, so it was not evaluated. A \
                person must know.",
        }
        TransitionSilent = "transition-silent" {
            "基准无过渡条款": "裁量基准没有 `transition`，即没有规定施行前的行为如何适用。此处按从旧兼从轻比较，这是法律对法律、法规、规章的要求；对裁量基准是否同样适用，没有定论。",
            "no transition clause": "The benchmark has no `transition`: it does not say what holds for acts before \
                it. The lighter one was looked for, as the law demands it for laws and rules; whether that holds \
                for a benchmark is open.",
        }
        TransitionHeavier = "transition-heavier" {
            "过渡条款较重": "文件的过渡条款适用的是在本案中较重的文本，须说明理由。",
            "transition to the heavier": "A transition clause of the document applies the version that is the \
                heavier in this case. That needs reasons.",
        }
        LimitationAlreadyOver = "limitation-already-over" {
            "旧时效已届满": "新法的时效较长，而旧法的时效在新法施行前已经届满。按已过追责时效处理；这一读法没有核实。",
            "old period had run out": "The later law has the longer period, but the earlier one had run out before \
                the later came into force. The act is taken as time-barred; that reading is not verified.",
        }
        LimitationLawsDiffer = "limitation-laws-differ" {
            "新旧时效不一": "行为时与决定时的规定时效不同，结果相反。适用哪一个由承办人认定并说明理由。",
            "periods differ": "The law of the act and that of the decision have different periods and lead to \
                opposite results. Which holds is for a person to decide, with reasons.",
        }
        NoLimitationRule = "no-limitation-rule" {
            "时效未审查": "本案所引的文本都没有适用于本案的追责时效规定，所以没有审查。请在 `general` 中写明一般法。",
            "limitation not looked at": "None of the texts of the case has a limitation that holds, so it was not \
                looked at. Name the general law under `general`.",
        }
        LimitationOpen = "limitation-open" {
            "时效无法查明": "是否已过追责时效不能确定，又没有可以再查的：有一个日期无法查明。由承办人认定并说明理由。",
            "limitation open": "Whether the act is time-barred cannot be said, and there is nothing left to ask: a \
                day cannot be ascertained. A person must decide, with reasons.",
        }
        FinesDisagree = "fines-disagree" {
            "择重结果不一": "同一行为依几条规定都应罚款。按法定最高额与按本案算出的幅度，罚款较高的不是同一条，或者不能比较。两者都列出，由承办人认定。",
            "higher fine disputed": "One act is fined under several provisions. By the statutory maxima and by the \
                ranges computed for this case the higher fine is not that of the same provision, or it cannot be \
                told. Both are shown.",
        }
        NoHigherFineRule = "no-higher-fine-rule" {
            "一事不二罚": "同一行为不得两次罚款，而所引文本没有规定适用哪一条（如行政处罚法 2017 年文本），或者都没有这方面的规定。各条都列出，由承办人认定。",
            "only one fine": "One act must not be fined twice, but none of the texts says which fine is imposed \
                (the text of 2017 does not), or none has a rule at all. All are shown.",
        }
        KindTwice = "kind-twice" {
            "同种处罚重复": "同一行为依几条规定都有同一种处罚。没有相加：至少是较重的一个，至多是各项之和。同一笔违法所得不重复没收。",
            "one kind twice": "Several provisions have the same kind of penalty for one act. It was not added up: \
                at least the greater, at most the sum. The same gains are not confiscated twice.",
        }
        CapOpen = "cap-open" {
            "合并上限待定": "数个行为合并是否有上限，取决于尚未查明的事实，或者其中一部分行为所适用的法律没有这一上限。",
            "cap open": "Whether the sum of several acts is capped depends on facts that are not known, or some of \
                the acts are under laws that have no such cap.",
        }
        ProcedureFactsDiffer = "procedure-facts-differ" {
            "程序事实不一": "程序所看的一项事实，在同一当事人的各个行为中不同。程序按全案统一写明的处理；没有写明的，作未知处理。请在全案的事实中写明。",
            "facts of the procedure differ": "A fact that the procedure reads has different values in the acts of \
                one party. The procedure goes by what is said of the whole case; where nothing is, the fact is \
                open. Say it among the facts of the case.",
        }
        BeyondPower = "beyond-power" {
            "超出本机关权限": "作出决定的机关（`organ`）没有决定这项处罚的权限，或者条文写明由另一机关作出。应当从轻、减轻到本机关权限以内的除外，须移送有权机关。",
            "beyond the power of the organ": "The organ that decides (`organ`) has no power to impose this sanction, \
                or the clause gives it to another authority. Unless the penalty comes down to what this organ may \
                decide, the case goes to the organ that has the power.",
        }
        PowerCapped = "power-capped" {
            "本机关权限有限": "作出决定的机关（`organ`）只能在一定数额以内决定这项处罚；超过的，由有权机关决定。",
            "power of the organ is limited": "The organ that decides (`organ`) may impose this sanction up to an \
                amount only; beyond it the organ that has the power decides.",
        }
        UnverifiedRow = "unverified-row" {
            "文本未核实": "用到的一行时效、过渡或者竞合规定没有与公布的原文核对；引用前请核对。",
            "text not verified": "A row of limitation, transition or concurrence was used that is not verified \
                against the published text. Compare it before relying on it.",
        }
    }
}

vocabulary! {
    /// Which provision has the higher fine.
    WinnerKind("罚款较高的条文", "provision with the higher fine") {
        Act = "act" {
            "可以确定": "罚款较高的是 `act` 所写的一项。",
            "one of them": "The act beside it has the higher fine.",
        }
        Equal = "equal" {
            "相同": "各条的罚款一样高。",
            "equal": "The fines are equally high.",
        }
        Open = "open" {
            "不能比较": "事实尚未查明，或者各有一端较高，不能说哪一条较高。",
            "not comparable": "Facts are missing, or each range is higher at one end.",
        }
    }
}
