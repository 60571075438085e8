//! What stands beside a decision in its file: the notice before it, the organ that makes it.

vocabulary! {
    /// What is found of a decision beside its ranges.
    BesideCode("决定以外的核查结论", "finding beside the ranges") {
        HeavierThanNotified = "heavier-than-notified" {
            "较告知加重": "决定的处罚重于告知书写明的处罚：数额更高、种类更重，或者多了一项。不得因当事人陈述、申辩或者要求听证而加重（行政处罚法 第四十五条第二款；治安管理\
                处罚法 第一百一十二条第四款、第一百一十七条第四款）。法律没有一概禁止加重：有新的事实、理由或者依据，并就新的内容重新告知的，可以加重。这不是偏离，而是须由机\
                关说明的事项：写明加重的原因和重新告知的日期，或者改按告知的处罚决定。",
            "heavier than notified": "What is decided is heavier than what the notice said: a higher amount, a heavier \
                kind, or one more sanction. It may not be heavier because the party stated its case or asked for a \
                hearing (行政处罚法 第四十五条第二款; 治安管理处罚法 第一百一十二条第四款, 第一百一十七条第四款). The law does not rule it out altogether: on \
                new facts, reasons or grounds, of which a new notice is given, it may be heavier. So it is no \
                deviation, but for the authority to explain: say why, and when the new notice was given, or decide \
                as it was notified.",
        }
        NoticeIncomparable = "notice-incomparable" {
            "与告知不能比较": "决定有的部分重于告知、有的部分轻于告知，或者一方没有写数额，不能说整体较重还是较轻。由承办人认定是否加重，并说明理由。",
            "not comparable with the notice": "Something of the decision is heavier than the notice and something \
                lighter, or one of the two states no amount: which is the heavier as a whole cannot be said. A person \
                decides whether it is heavier, with reasons.",
        }
        NoPower = "no-power" {
            "无权决定": "依所引条文，作出决定的机关没有决定这项处罚的权限：层级不够、数额超出其权限，或者不是有权的执法系统（如治安管理处罚法 第一百零九条：公安派出所只能决定警告和一千元以下罚款）。\
                请移送有权机关，或者以有权机关的名义作出决定。",
            "no power": "By the articles cited the organ that decides has no power to impose this sanction: its level \
                is too low, the amount is beyond it, or another enforcement body has the power (as 治安管理处罚法 第一百零九条: a \
                police station decides warnings and fines to 1,000 元). Refer it to the organ that has the power, or \
                let that organ decide.",
        }
        PowerOpen = "power-open" {
            "权限待核": "是否有权决定这项处罚，从已知的事实和所引条文不能得出：机关的层级或者执法系统没有写明，条文取决于尚未查明的事实，或者没有条文写明由谁决定。请核对。",
            "power open": "Whether the organ has the power cannot be told: its level or its enforcement body is not \
                stated, the article depends on a fact that is not known, or no article says who decides. Check it.",
        }
        AnothersSanction = "anothers-sanction" {
            "他机关的处罚": "条文写明这项处罚由另一机关作出，而本决定科处了它。写明了作出决定的机关（`organ`）的，可以确定；没有写明的，只能看出决定中有不同机关的处罚，不能由同一机关作出。",
            "another authority's sanction": "The article names another authority for this sanction, and the decision \
                imposes it. With the organ that decides (`organ`) that is certain; without it, it is only seen that \
                the decision has sanctions of different authorities, which no one of them can impose alone.",
        }
        NotExecuted = "not-executed" {
            "决定而不执行": "依法应当给予行政拘留，但对这样的人不执行（如治安管理处罚法 第二十三条第一款）。决定照样作出，决定书写明不执行；这不是偏离。",
            "decided, not executed": "Detention is called for and decided, but not carried out on such a person (as \
                治安管理处罚法 第二十三条第一款). The decision is made, and says so; it is no deviation.",
        }
        ExecutedAfterAll = "executed-after-all" {
            "仍予执行": "本来属于不执行行政拘留的人，但具备例外情形，仍予执行（如治安管理处罚法 第二十三条第二款）。是未成年人的，先告知有权要求听证（第一百一十七条第二款）。",
            "executed after all": "The person is one on whom detention is not carried out, but an exception holds \
                and it is (as 治安管理处罚法 第二十三条第二款). A minor is first told of the right to a hearing (第一百一十七条第二款).",
        }
        ExecutionOpen = "execution-open" {
            "是否执行待定": "决定的拘留是否执行，取决于尚未查明的事实。请先查明所列事实。",
            "execution open": "Whether the detention that is decided is carried out depends on facts that are not \
                known. Find them out first.",
        }
        DepartureDocumented = "departure-documented" {
            "偏离手续齐备": "决定在法定幅度以内、裁量基准以外，而偏离的理由、批准和日期齐备（国办发〔2022〕27号）。理由是否属于适用基准明显不当、显失公平，或者客观情况发生变化，由审查人认定；批准材料或\
                者集体讨论记录入卷。",
            "departure documented": "The decision lies inside the statute and outside the benchmark, and reason, \
                approval and date of the departure are there (国办发〔2022〕27号). Whether the reason is one of those \
                that the document has (plainly unfit or unfair in this case, or changed conditions) is for the \
                reviewer; the papers go into the file.",
        }
        DepartureIncomplete = "departure-incomplete" {
            "偏离手续不全": "决定偏离裁量基准，而案卷所载的偏离缺少一项：理由、批准、有权批准的人或者机关、日期，或者批准在决定之后。补齐之前按偏离处理。",
            "departure incomplete": "The decision leaves the benchmark, and the departure in the file lacks \
                something: the reason, the approval, the right one to approve, the date, or it was approved after \
                the decision. It counts as a plain deviation until it is complete.",
        }
        DepartureOpen = "departure-open" {
            "偏离手续待核": "由谁批准偏离，取决于裁量基准是否由本机关制定，而这一点尚未写明；或者决定之日没有所载文本规定偏离的手续。请核对。",
            "departure open": "Who approves a departure depends on whether the authority made the benchmark \
                itself, which is not stated; or no text of the day of the decision says how a benchmark is left. \
                Check it.",
        }
        DepartureBeyond = "departure-beyond" {
            "偏离不能及于此": "案卷载有偏离裁量基准的批准，而决定超出法定幅度、遗漏应当科处的处罚，或者没有体现应当从轻、减轻、从重的情节。偏离只能在法定幅度以内、应当情节之下进行，批准不能使其合法。",
            "departure does not reach this": "The file has a departure from the benchmark, but the decision lies \
                outside the statute, leaves out what must be imposed, or misses a mandatory circumstance. A \
                benchmark is left inside the statute only; an approval makes none of that lawful.",
        }
        DepartureUnneeded = "departure-unneeded" {
            "没有偏离": "案卷载有偏离裁量基准的批准，而决定没有偏离裁量基准。请核对批准是否为本决定作出。",
            "nothing departs": "The file has a departure from the benchmark, and the decision does not leave it. Check \
                whether the approval is for this decision.",
        }
    }
}

vocabulary! {
    /// The level of the organ that decides.
    OrganLevel("机关层级", "level of an organ") {
        National = "national" {
            "国家级": "国务院部门以及直属机构。",
            "national": "A department of the State Council or an organ directly below it.",
        }
        Province = "province" {
            "省级": "省、自治区、直辖市人民政府的部门。",
            "provincial": "A department of a province, an autonomous region or a municipality under the State Council.",
        }
        City = "city" {
            "设区的市级": "设区的市、自治州人民政府的部门。",
            "of a city divided into districts": "A department of a city divided into districts, or of an autonomous \
                prefecture.",
        }
        County = "county" {
            "县级": "县、自治县、不设区的市、市辖区人民政府的部门；县级公安机关包括公安分局。",
            "county": "A department of a county, a city not divided into districts, or a district; of the police also \
                a branch office (公安分局).",
        }
        Township = "township" {
            "乡镇、街道": "乡镇人民政府、街道办事处（行政处罚法 第二十四条）。",
            "township": "The government of a township, or a sub-district office (行政处罚法 第二十四条).",
        }
        Station = "station" {
            "派出机构": "派出所、税务所、监管所等派出机构；只有在法律、法规写明的范围内才能以自己的名义决定。",
            "station": "A police station, a tax station or another outpost: it decides in its own name only as far as \
                a law or regulation says.",
        }
    }
}

vocabulary! {
    /// Who approved that a benchmark is left.
    Approver("批准偏离的人或者机关", "who approved a departure") {
        Head = "head" {
            "主要负责人": "本机关主要负责人批准（国办发〔2022〕27号，用于本机关制定的裁量基准）。",
            "head of the authority": "The head of the authority (国办发〔2022〕27号, of a benchmark of its own).",
        }
        Collective = "collective" {
            "集体讨论": "本机关集体讨论通过（国办发〔2022〕27号，用于本机关制定的裁量基准）。",
            "collective deliberation": "The heads of the authority together (国办发〔2022〕27号, of a benchmark of its own).",
        }
        Maker = "maker" {
            "制定机关": "制定该裁量基准的上级机关批准（国办发〔2022〕27号，用于上级机关制定的裁量基准）。",
            "maker of the benchmark": "The superior authority that made the benchmark (国办发〔2022〕27号).",
        }
    }
}

vocabulary! {
    /// What a departure from a benchmark lacks.
    DepartureLack("偏离所缺", "what a departure lacks") {
        Reason = "reason" {
            "理由": "没有写明偏离的理由。",
            "the reason": "No reason is given.",
        }
        Approval = "approval" {
            "批准": "没有写明由谁批准或者经集体讨论。",
            "the approval": "Nobody is said to have approved it.",
        }
        RightApprover = "right_approver" {
            "有权批准的人或者机关": "本机关制定的裁量基准，由主要负责人批准或者集体讨论通过；上级机关制定的，由制定机关批准。",
            "the right one to approve": "A benchmark of the authority's own is left with approval of its head or after \
                deliberation, one of a superior with approval of its maker.",
        }
        Date = "date" {
            "批准日期": "没有写明批准或者集体讨论的日期。",
            "the date": "The day of the approval is not given.",
        }
        Before = "before" {
            "决定前的批准": "批准或者集体讨论在决定之后。",
            "approval before the decision": "It was approved after the decision.",
        }
    }
}
