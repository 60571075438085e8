//! How an answer explains itself: steps, parts of the words, notes on the text, truth of conditions.

use crate::value::Truth;

vocabulary! {
    /// Whether a condition holds.
    TruthWord("条件是否符合", "truth of a condition") {
        True = "true" {
            "符合": "按已查明的事实，条件符合。",
            "it holds": "It holds by the facts given.",
        }
        False = "false" {
            "不符合": "按已查明的事实，条件不符合。",
            "it fails": "It fails by the facts given.",
        }
        Unknown = "unknown" {
            "尚不能确定": "取决于尚未查明的事实；未知不等于不符合。",
            "not known": "It depends on facts that are missing; unknown is not false.",
        }
    }
}

vocabulary! {
    /// What a step of an explanation computed.
    StepWord("计算步骤", "step of the explanation") {
        Element = "element" {
            "构成要件": "一项构成要件是否符合。",
            "element": "Whether a constitutive condition holds.",
        }
        Branch = "branch" {
            "罚则分支": "罚则的一个分支（如情节严重）是否适用。",
            "branch": "Whether a branch of the clause (such as 情节严重) holds.",
        }
        Define = "define" {
            "定义": "规则集中一个定义的值。",
            "definition": "The value of a definition of the ruleset.",
        }
        Level = "level" {
            "因素分档": "一个裁量因素属于哪一档。",
            "level of a factor": "The level of a factor of the benchmark.",
        }
        Row = "row" {
            "裁量表的一行": "裁量表的一行符合案情，由此得出阶次。",
            "row of the table": "A row of the benchmark that holds, with its tier.",
        }
        NoRow = "no_row" {
            "没有对应的行": "裁量表没有一行符合案情，适用法定幅度。",
            "no row": "No row of the benchmark holds: the statutory range is left.",
        }
        Statute = "statute" {
            "法定幅度": "一项处罚的法定幅度，有基数的，与基数相乘。",
            "statutory range": "The statutory range of a sanction, times its base where it has one.",
        }
        Score = "score" {
            "权重累加": "各因素的权重相加。",
            "score": "The weights of the factors, added up.",
        }
        Percentage = "percentage" {
            "百分比": "起点加权重之和，再乘以所取的数。",
            "percentage": "The start with the sum of the weights, times what it is taken of.",
        }
        Narrow = "narrow" {
            "裁量幅度": "裁量表的一行把法定幅度缩小为这一段。",
            "narrowing": "What a row of the benchmark leaves of the statutory range.",
        }
        Position = "position" {
            "幅度中的位置": "从轻、从重等认定在幅度中所取的一段。",
            "position in the range": "The part that a position (从轻, 从重) takes of the range.",
        }
        Effect = "effect" {
            "情节的后果": "总则情节对一项处罚产生的结果。",
            "effect": "What a circumstance of the general part does to a sanction.",
        }
        Bound = "bound" {
            "限制": "结果受到的限制，及限制前后的数额。",
            "bound": "What bounded a result, with the amounts before and after.",
        }
        Join = "join" {
            "合并各种可能": "尚未查明的事实有几种取值，把各自的结果并在一起。",
            "join": "The results for the values of missing facts, joined.",
        }
    }
}

vocabulary! {
    /// How the level of a factor was found.
    LevelHow("分档的依据", "how a level was found") {
        Found = "found" {
            "按事实认定": "按案情的事实认定。",
            "by the facts": "By the facts of the case.",
        }
        Lowest = "lowest_when_unascertainable" {
            "无法查明取最低档": "事实无法查明，按规则集的规定取最低的一档。",
            "the lowest, where it cannot be found out": "The fact cannot be ascertained, and the ruleset then \
                takes the lowest level.",
        }
        NoLevel = "no_level" {
            "没有对应的档": "没有一档符合案情。",
            "no level": "No level fits the facts.",
        }
        Overlap = "overlap" {
            "几档同时符合": "几档同时符合，文件没有说以哪一档为准。",
            "overlap": "Several levels fit, and the document does not say which counts.",
        }
        Heaviest = "heaviest" {
            "取最重一档": "几档同时符合，按文件规定取最重的一档。",
            "the heaviest": "Several levels fit, and the document takes the heaviest.",
        }
    }
}

vocabulary! {
    /// What a note on the text of a ruleset says.
    NoteKind("文本说明的种类", "kind of note") {
        Unverified = "unverified" {
            "未核实": "这一部分没有与公布的原文核对；引用前请核对。",
            "not verified": "This part has not been compared with the published text; compare it before relying on \
                it.",
        }
        Reading = "reading" {
            "读法": "条文有几种读法，说明取了哪一种、为什么。",
            "reading": "The text can be read in several ways; the note says which was taken, and why.",
        }
    }
}

vocabulary! {
    /// The parts of an explanation in words, in order.
    Section("说明的部分", "part of the words") {
        Head = "head" {
            "案由": "违法行为、依据和文件。",
            "subject": "The offence, its basis and the document.",
        }
        Result = "result" {
            "结果": "每个对象一行，及阶次。",
            "result": "One line for each target, and the tier.",
        }
        Ways = "ways" {
            "各种可能": "事实尚未查明时，可能出现的各种结果。",
            "Possible outcomes": "Each way it may still come out.",
        }
        Options = "options" {
            "情节与后果": "总则情节可以使处罚变成怎样。",
            "Circumstances and their effects": "What the general part lets the penalty become.",
        }
        Procedure = "procedure" {
            "程序": "应当或者可以办理的程序步骤。",
            "Procedure": "The steps of the procedure that must or may be done.",
        }
        Ask = "ask" {
            "请先查明": "尚须查明的事实，最要紧的在前。",
            "To be found out first": "What to find out, the best next question first.",
        }
        Steps = "steps" {
            "计算过程": "结果是怎样一步一步得出的。",
            "steps": "How the result came about, step by step.",
        }
        NotApplied = "not_applied" {
            "未适用": "裁量表中没有适用的行，及其原因。",
            "Not applied": "Rows that did not apply, with the conditions that failed.",
        }
        Applicants = "applicants" {
            "申请人": "几个申请人，逐一说明。",
            "Applicants": "Each of several applicants, one by one.",
        }
        Requirements = "requirements" {
            "许可条件": "许可要求什么，现在符合到什么程度。",
            "Conditions of the licence": "What a licence asks for, and how it stands.",
        }
        Documents = "documents" {
            "材料": "须提交的材料，现在是否齐全。",
            "Documents": "The documents to be handed in, and which are there.",
        }
        Deadlines = "deadlines" {
            "期限": "各项期限，及其届满之日。",
            "Time limits": "The time limits, and when each ends.",
        }
        Terms = "terms" {
            "许可内容": "许可的有效期、数量和费用。",
            "Terms": "What a licence is granted for: validity, quantity, fee.",
        }
        Review = "review" {
            "提请注意": "须由人判断的各处。",
            "For review": "Where a person must look, decide or give reasons.",
        }
        Findings = "findings" {
            "核查结论": "把决定与结果逐项对照的结论。",
            "findings": "The parts of a decision held against the result, each with what it needs.",
        }
        Conditions = "conditions" {
            "条件": "规则集的每一个条件，及其是否符合。",
            "Conditions": "Every condition of the ruleset, and whether it holds.",
        }
        Facts = "facts" {
            "事实": "案情给出的事实。",
            "Facts": "The facts that the case gives.",
        }
        Authority = "authority" {
            "实施机关": "处罚须由哪一机关作出。",
            "Authority": "Which authority must impose it.",
        }
        Marks = "marks" {
            "文本说明": "未核实之处和所取的读法。",
            "Notes on the text": "What is not verified, and which reading was taken.",
        }
        Governing = "governing" {
            "所据文本": "适用的各份文本及其版本。",
            "Governing texts": "The texts that govern, with their versions.",
        }
        Found = "found" {
            "认定的事实": "全案认定的事实。",
            "Facts found": "The facts found in the whole case.",
        }
        Law = "law" {
            "适用的法律": "每个行为适用的法律和追责时效。",
            "Law applied": "The law that governs each act, and limitation.",
        }
        Grading = "grading" {
            "阶次与幅度": "每个行为的阶次和数额。",
            "Tier and range": "Tier and amount of each act.",
        }
        Acts = "acts" {
            "处罚": "每个行为的处罚结果。",
            "Penalty": "The result of each act of the case.",
        }
        Together = "together" {
            "合并": "同一行为违反几条规定，或者几个行为合并。",
            "Together": "One act under several provisions, and several acts added up.",
        }
        Rights = "rights" {
            "当事人的权利": "须告知当事人并听取意见的权利。",
            "Rights of the party": "What the party is told of and heard on.",
        }
    }
}

impl From<Truth> for TruthWord {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::True,
            Truth::False => Self::False,
            Truth::Unknown => Self::Unknown,
        }
    }
}
