//! Rows of a benchmark: which holds, and of which range a part is taken.

vocabulary! {
    /// What holds when several rows do.
    Hit("数行同时符合", "hit policy") {
        Unique = "unique" {
            "只应有一行": "至多一行应当符合；几行同时符合的，列为复核要点。",
            "unique": "At most one row should hold; several are a review point.",
        }
        First = "first" {
            "文件中在前的": "按文件中的顺序，取第一行。",
            "first": "The first row of the file counts.",
        }
        Heaviest = "heaviest" {
            "阶次最重的": "取阶次最重的一行。",
            "heaviest": "The row of the heaviest tier counts.",
        }
    }
}

vocabulary! {
    /// The range a part is taken of.
    PartOf("取值的幅度", "range a part is taken of") {
        Statute = "statute" {
            "法定幅度": "在法定幅度中取一段。",
            "statutory range": "The part is one of the statutory range.",
        }
        Tier = "tier" {
            "阶次幅度": "在阶次幅度中取一段。",
            "range of the tier": "The part is one of the range of the tier.",
        }
    }
}
