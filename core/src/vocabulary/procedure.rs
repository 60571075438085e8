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
pub struct Step {
    /// Whom.
    pub binds: Binds,
    /// Whether it comes with or after the decision: what it asks is not asked before.
    pub follows_decision: bool,
}

const fn before(binds: Binds) -> Step {
    Step { binds, follows_decision: false }
}

const fn after(binds: Binds) -> Step {
    Step { binds, follows_decision: true }
}

vocabulary! {
    /// A step of the procedure, in the order of a case.
    Duty("程序步骤", "step of the procedure")
    /// Whom it binds, and when.
    step: Step {
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
