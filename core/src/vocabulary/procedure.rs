//! Procedure: its steps, whom each binds, who prevails, and where a person must look.

/// Whom a step of the procedure binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binds {
    /// The authority.
    Authority,
    /// The party.
    Party,
    /// One of them does it and the other is bound by it.
    Both,
}

/// Whom a step of the procedure binds, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepBinding {
    /// Whom.
    pub binds: Binds,
    /// Whether it comes with or after the decision: what it asks is not asked before.
    pub follows_decision: bool,
}

const fn before(binds: Binds) -> StepBinding {
    StepBinding { binds, follows_decision: false }
}

const fn after(binds: Binds) -> StepBinding {
    StepBinding { binds, follows_decision: true }
}

vocabulary! {
    /// A step of the procedure, in the order of a case.
    Duty("程序步骤", "step of the procedure")
    /// Whom it binds, and when.
    step: StepBinding {
        Transfer = "transfer" [before(Binds::Authority)] {
            "移送司法机关": "违法行为涉嫌犯罪的，应当及时将案件移送司法机关（行政处罚法 第二十七条第一款）。",
            "transfer to the judicial organs": "An act that may be a crime is handed to the judicial organs \
                without delay (行政处罚法 第二十七条第一款).",
        }
        Opening = "opening" [before(Binds::Authority)] {
            "立案": "符合立案标准的，应当及时立案（行政处罚法 第五十四条第二款）。",
            "opening of the case": "A case that meets the standard is opened without delay (行政处罚法 第五十四条第二款).",
        }
        Summary = "summary" [before(Binds::Authority)] {
            "简易程序": "违法事实确凿、有法定依据、处罚较小的，可以当场作出决定（行政处罚法 第五十一条）。",
            "summary procedure": "A small penalty on facts beyond doubt may be decided on the spot (行政处罚法 第五十一条).",
        }
        CasePeriod = "case_period" [before(Binds::Authority)] {
            "办案期限": "自立案之日起，须在期限内作出决定（行政处罚法 第六十条）。",
            "period for the decision": "The decision is made within a period from the opening of the case (行政处罚法 第六\
                十条).",
        }
        Notice = "notice" [before(Binds::Authority)] {
            "处罚前告知": "作出决定之前，告知当事人拟作出的处罚内容及事实、理由、依据和依法享有的权利（行政处罚法 第四十四条）。",
            "notice before the decision": "Before the decision the party is told of the intended penalty, its \
                facts, reasons and basis, and of its rights (行政处罚法 第四十四条).",
        }
        Hearing = "hearing" [before(Binds::Authority)] {
            "听证": "告知当事人有要求听证的权利；当事人要求的，应当组织听证（行政处罚法 第六十三条）。",
            "hearing": "The party is told that it may ask for a hearing, which is held if it does (行政处罚法 第六十三条).",
        }
        HearingRequest = "hearing_request" [before(Binds::Party)] {
            "要求听证": "当事人要求听证的，须在告知后的期限内提出（行政处罚法 第六十四条第一项）。",
            "request for a hearing": "The party asks for a hearing within a period from being told of it (行政处罚法 第六十\
                四条第一项).",
        }
        HearingNotice = "hearing_notice" [before(Binds::Authority)] {
            "听证通知": "举行听证前的期限内，将时间、地点通知当事人及有关人员（行政处罚法 第六十四条第二项）。",
            "notice of the hearing": "The party is told of time and place so long before the hearing (行政处罚法 第六十四条第二\
                项).",
        }
        LegalReview = "legal_review" [before(Binds::Authority)] {
            "法制审核": "决定作出之前，由从事行政处罚决定法制审核的人员审核；未经审核或者审核未通过的，不得作出决定（行政处罚法 第五十八条）。",
            "legal review": "Before the decision it is reviewed by those charged with legal review; without that \
                there is no decision (行政处罚法 第五十八条).",
        }
        CollectiveDeliberation = "collective_deliberation" [before(Binds::Authority)] {
            "集体讨论": "情节复杂或者重大违法行为的处罚，由行政机关负责人集体讨论决定（行政处罚法 第五十七条第二款）。",
            "collective deliberation": "In complex or grave cases the heads of the authority decide together (行政处罚法\
                 第五十七条第二款).",
        }
        Approval = "approval" [before(Binds::Authority)] {
            "报请批准": "报有权的负责人或者机关批准；由谁批准，看所据条文。",
            "approval": "The head or authority named by the provision approves it first.",
        }
        Offset = "offset" [before(Binds::Authority)] {
            "折抵": "同一行为已被判处拘役、有期徒刑或者罚金的，已执行的行政拘留、罚款依法折抵（行政处罚法 第三十五条）。",
            "offset": "Detention or a fine for the same act counts towards the sentence of the court (行政处罚法 第三十五条).",
        }
        NoNewFine = "no_new_fine" [before(Binds::Authority)] {
            "不再给予罚款": "同一行为已被判处罚金、尚未给予罚款的，不再给予罚款（行政处罚法 第三十五条第二款）。",
            "no further fine": "Where a court has fined the same act and the authority has not, it no longer does (行\
                政处罚法 第三十五条第二款).",
        }
        Service = "service" [after(Binds::Authority)] {
            "送达": "宣告后当场交付决定书；当事人不在场的，在期限内送达（行政处罚法 第六十一条第一款）。",
            "service": "The decision is handed over when it is announced, or served within a period where the \
                party is absent (行政处罚法 第六十一条第一款).",
        }
        Filing = "filing" [after(Binds::Authority)] {
            "备案": "将决定或者有关材料报所属机关或者上级机关备案；向谁备案，看所据条文（如行政处罚法 第五十二条第三款）。",
            "filing": "The decision or its documents are filed with the authority that the provision names (as in 行\
                政处罚法 第五十二条第三款).",
        }
        OnTheSpotCollection = "on_the_spot_collection" [after(Binds::Authority)] {
            "当场收缴": "符合法定情形的，执法人员可以当场收缴罚款（行政处罚法 第六十八条、第六十九条）。",
            "collection on the spot": "In the cases of the law officers may collect the fine on the spot (行政处罚法 第六十\
                八条, 第六十九条).",
        }
        Payment = "payment" [after(Binds::Party)] {
            "缴纳罚款": "当事人自收到决定书之日起，在期限内缴纳罚款（行政处罚法 第六十七条第三款）。",
            "payment of the fine": "The party pays the fine within a period from receiving the decision (行政处罚法 第六十七\
                条第三款).",
        }
        LatePayment = "late_payment" [after(Binds::Both)] {
            "加处罚款": "到期不缴纳罚款的，行政机关可以按日加处罚款，数额不得超出罚款的数额（行政处罚法 第七十二条第一款第一项）。",
            "addition for late payment": "The authority may add to a fine that is not paid in time, day by day, up \
                to the amount of the fine (行政处罚法 第七十二条第一款第一项).",
        }
        DailyFine = "daily_fine" [after(Binds::Authority)] {
            "按日连续处罚": "法律规定可以按日连续处罚的，自责令改正之日的次日起按日计算（如环境保护法 第五十九条）。",
            "daily fine": "Where a law allows it, the fine is imposed day by day from the day after the order to \
                correct the act (as in 环境保护法 第五十九条).",
        }
        Publication = "publication" [after(Binds::Authority)] {
            "公开与撤回": "具有一定社会影响的决定依法公开；被变更、撤销、确认违法或者无效的，在期限内撤回并说明理由（行政处罚法 第四十八条）。",
            "publication and withdrawal": "Decisions of public concern are published; what is later changed or set \
                aside is withdrawn within a period, with reasons (行政处罚法 第四十八条).",
        }
    }
}

vocabulary! {
    /// Why a person must look at the procedure.
    ProcedureCode("程序复核要点", "review point of a procedure") {
        Renvoi = "renvoi" {
            "互相让位": "两份文件对同一标准各有数额，又各自规定以对方为准。何者优先无据可查，按较低的数额处理：应当告知听证。",
            "each yields to the other": "Two documents have a figure for one standard, and each says that the \
                other prevails. Nothing settles it, so the lower figure counts: the hearing is offered.",
        }
        MayFollow = "may-follow" {
            "可以从其规定": "一份文件允许机关适用另一份文件的数额（可以从其规定）。两个数额都列出；只有两者结论一致时，该步骤才算确定。须由本机关明确适用哪一个。",
            "may follow another": "A document lets the authority follow the figure of another (可以从其规定). Both are \
                shown; the step is certain only where both say the same. The authority must say which it follows.",
        }
        StandardConflict = "standard-conflict" {
            "标准不一": "两份文件对同一标准的数额不同，又都没有让位的规定。只有两者结论一致时，该步骤才算确定；以哪一个为准，由有权机关明确。",
            "figures in conflict": "Two documents have different figures for one standard and neither yields. The \
                step is certain only where both say the same; who prevails is for the authority that may decide \
                it.",
        }
        NoFigure = "no-figure" {
            "没有数额标准": "法律没有写明标准的数额（如“较大数额”），所载文件也都没有规定。须由本机关说明数额及其依据。",
            "no figure": "The law leaves a standard open (较大数额), and no document that is loaded has a figure for \
                it. The authority must say it, with its basis.",
        }
        UnknownBody = "unknown-body" {
            "执法系统未收录": "所载的程序规定没有适用于本案执法系统的。请核对“执法系统”的写法；写法无误的，只适用了一般法。",
            "body not known": "No procedure that is loaded is for the enforcement body of the case. Look at the \
                spelling of 执法系统; if it is right, only the general law was applied.",
        }
        RestDay = "rest-day" {
            "末日为休息日": "以日或者月计的期限，最后一日是休息日，而所引条文没有规定是否顺延。民法典 第二百零三条、民事诉讼法 第八十五条规定在各自领域顺延；行政机关的期限，有的文件有规定，有的没有。\
                两个日期都列出；规则集用 `last_day` 写明。",
            "last day of rest": "A period in days or months ends on a day of rest, and nothing cited says whether \
                it ends on the next working day. 民法典 第二百零三条 and 民事诉讼法 第八十五条 move it in their fields; the \
                documents of an authority have a rule of their own or none. Both days are shown; a ruleset says \
                it with `last_day`.",
        }
        DeadlineMissed = "deadline-missed" {
            "超过期限": "期限内应做的事在期限届满以后才做，如超过办案期限才作出决定。期限按该行规定计算，并计入案情写明的延长和不计入的时间；该行的说明写有其他可以延长的情形。超期的后果不在此处认定。",
            "after the last day": "What a period is for was done after its last day, such as a decision after the \
                period for it. The period is that of the row, with what the facts say of its extension and of \
                time not counted; a mark of the row says what else may make it longer. What follows from it is \
                not said here.",
        }
        Marked = "marked" {
            "文本未核实或者有读法": "用到的一行没有与公布的原文核对，或者有几种读法而取了其中一种。",
            "not verified, or one reading of several": "A row that was used is not verified against the published \
                text, or was read in one of several ways.",
        }
    }
}

vocabulary! {
    /// How one figure of an open standard came to count.
    Prevails("标准以何者为准", "which figure prevails") {
        One = "one" {
            "只有一个标准": "只有一份文件的标准适用：别的文件没有规定，或者让位于它。",
            "one figure": "One document counts: it is alone, or the others yield to it.",
        }
        Renvoi = "renvoi" {
            "互相让位": "各文件互相让位，按较低的标准处理，以便听证。",
            "each yields to the other": "The documents yield to each other: the lower figure counts, so that the \
                hearing is offered.",
        }
        MayFollow = "may_follow" {
            "可以从其规定": "可以适用另一份文件的标准；由本机关明确之前，两者都算。",
            "may follow another": "A document may be followed instead of another: both count until the authority \
                says which.",
        }
        Conflict = "conflict" {
            "标准不一": "各文件标准不同，又都不让位，以何者为准没有规定。",
            "figures in conflict": "The figures differ and neither yields: who prevails is not said.",
        }
        Nobody = "nobody" {
            "没有数额标准": "没有一份文件规定了数额。",
            "no figure": "No document has a figure.",
        }
        Open = "open" {
            "标准尚未确定": "有几份文件是否适用取决于尚未查明的事实，以何者为准尚不能确定。",
            "open": "Which documents speak depends on facts that are missing.",
        }
    }
}

vocabulary! {
    /// Which way a period is counted.
    Counted("期限的计算方向", "how a period is counted") {
        From = "from" {
            "自该日起": "自所写之日的次日起向后计算。",
            "from that day": "Forward, beginning the day after the day named.",
        }
        BackFrom = "back_from" {
            "在该日之前": "自所写之日的前一日起向前计算。",
            "back from that day": "Backward, beginning the day before the day named.",
        }
    }
}

vocabulary! {
    /// The day by which the documents of a procedure were chosen.
    ChosenBy("选定程序文本的日期", "day that chooses the documents") {
        Decided = "决定日" {
            "决定日": "案情写明了作出决定之日，按该日施行的程序规定。",
            "day of the decision": "The case gives the day of the decision; the procedure in force on it applies.",
        }
        Filed = "立案日" {
            "立案日": "尚未写明决定日，暂按立案之日施行的程序规定。",
            "day of filing": "The day of the decision is not given; the day on which the case was opened stands in \
                for it.",
        }
        On = "on" {
            "所问之日": "请求用 `on` 写明的日期。",
            "day that is asked about": "The day that the request gives as `on`.",
        }
        Act = "违法行为日" {
            "违法行为日": "没有写明别的日期，暂按违法行为之日。",
            "day of the act": "No other day is given; the day of the act stands in for it.",
        }
    }
}

vocabulary! {
    /// A fact of a procedure that the engine fills in from what is intended for a target; a case cannot give it.
    Filled("由引擎填写的程序事实", "fact of a procedure that the engine fills in") {
        Target = "处罚对象" {
            "处罚对象": "拟给予的处罚针对谁：当事人、个人或者责任人员。",
            "target of the sanctions": "Whom the sanctions are for: the party, an individual, or those responsible.",
        }
        Decision = "拟决定" {
            "拟决定": "拟给予处罚、不予处罚，还是认定违法事实不成立。",
            "intended decision": "Whether a penalty is intended, none, or the act is not established.",
        }
        Kinds = "拟处罚种类" {
            "拟处罚种类": "拟给予的各项处罚的种类。",
            "intended kinds of sanctions": "The kinds of the sanctions that are intended.",
        }
        Fine = "拟罚款" {
            "拟罚款": "拟罚款数额之和，单位为元。",
            "intended fine": "The sum of the fines that are intended, in 元.",
        }
        Confiscation = "拟没收" {
            "拟没收": "拟没收的违法所得和非法财物的价值，单位为元。",
            "intended confiscation": "The value of what is to be confiscated, in 元.",
        }
        Mitigated = "拟减轻" {
            "拟减轻": "拟罚款是否低于法定最低额。",
            "intended mitigation": "Whether the intended fine lies below the statutory minimum.",
        }
        Departs = "拟突破基准" {
            "拟突破基准": "拟作出的决定是否超出裁量基准的幅度。",
            "intended departure from the benchmark": "Whether the intended decision leaves the benchmark.",
        }
    }
}

vocabulary! {
    /// Whether to punish at all, as facts of a procedure have it.
    IntendedDecision("拟决定的取值", "intended decision") {
        Sanctioned = "给予处罚" {
            "给予处罚": "拟给予行政处罚。",
            "penalty": "A penalty is intended.",
        }
        NoPenalty = "不予处罚" {
            "不予处罚": "违法行为成立，拟不予处罚。",
            "no penalty": "The act is established, and no penalty is intended.",
        }
        NotEstablished = "违法事实不成立" {
            "违法事实不成立": "拟认定违法事实不成立，不得给予处罚（行政处罚法 第五十七条第一款第三项）。",
            "not established": "The act is found not established: no penalty may be imposed (行政处罚法 第五十七条第一款第三项).",
        }
    }
}
