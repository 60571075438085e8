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
