//! What the general laws make of the facts of a party: circumstances, limitation, the stay of detention. One block for
//! each text; each line has its article.

use std::collections::BTreeMap;

use super::Direction::{Heavier, Lighter, Mitigated, No};
use super::Force::{May, Must};
use super::{Circumstance, Direction, Force};

/// The texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum General {
    /// 行政处罚法 of 2017, until 2021-07-14.
    Penalty2017,
    /// 行政处罚法 of 2021.
    Penalty2021,
    /// 治安管理处罚法 of 2025, before 行政处罚法 of 2021 where both speak.
    PublicSecurity2025,
}

/// A fact that is yes, no, or not yet known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    Yes,
    No,
    Unknown,
}

/// Who acted, and how able the person was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mind {
    Sound,
    /// 精神病.
    Ill(Able),
    /// 智力残疾.
    Disabled(Able),
}

/// 辨认或者控制自己行为的能力.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Able {
    Fully,
    Partly,
    Not,
}

/// 制止正在进行的不法侵害, 治安法 19.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defence {
    None,
    Proper,
    Excessive,
}

/// 危害后果.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Harm {
    None,
    Slight,
    More,
}

/// The facts of a party and an act that the general laws read. A yes-no fact that is not named is no.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// 自然人, or 个体工商户 (whose owner is a natural person).
    pub(crate) natural: bool,
    /// 行为时周岁.
    pub(crate) age: i64,
    pub(crate) mind: Mind,
    pub(crate) defence: Defence,
    pub(crate) harm: Harm,
    pub(crate) yes: BTreeMap<&'static str, Known>,
}

impl Facts {
    /// A grown person, or a unit, with nothing for or against it.
    pub(crate) fn plain(natural: bool) -> Self {
        let yes = BTreeMap::new();
        Facts { natural, age: 30, mind: Mind::Sound, defence: Defence::None, harm: Harm::More, yes }
    }

    pub(crate) fn with(mut self, names: &[&'static str]) -> Self {
        self.yes.extend(names.iter().map(|name| (*name, Known::Yes)));
        self
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        match self.yes.get(name) {
            Some(Known::Unknown) => panic!("`{name}` is open: take its completions first"),
            known => known == Some(&Known::Yes),
        }
    }

    /// These facts with every open one answered in every way.
    pub(crate) fn completions(&self) -> Vec<Facts> {
        let Some((open, _)) = self.yes.iter().find(|(_, known)| **known == Known::Unknown) else {
            return vec![self.clone()];
        };
        let answered = |known| {
            let mut facts = self.clone();
            facts.yes.insert(open, known);
            facts.completions()
        };
        [answered(Known::Yes), answered(Known::No)].concat()
    }
}

type Row = (bool, &'static str, &'static [Direction], Force, &'static str);

fn held(rows: Vec<Row>) -> Vec<Circumstance> {
    let needs = |id: &str| match id {
        // 处罚法 30, 治安法 12: 责令监护人加以管教.
        "不满十四周岁" | "治安不满十四周岁" => vec!["guardian_discipline"],
        // 处罚法 31, 治安法 13: 责令其监护人严加看管和治疗.
        "精神病人丧失辨认控制" | "智力残疾人丧失辨认控制" | "治安丧失辨认控制" => {
            vec!["guardian_care"]
        }
        // 处罚法 (2021) 33(3): 应当对当事人进行教育; the text of 2017 has no such rule.
        "轻微不罚" | "首违不罚" | "无主观过错" => vec!["education"],
        _ => Vec::new(),
    };
    let rows = rows.into_iter().filter(|row| row.0);
    rows.map(|(_, id, calls, force, basis)| Circumstance { id, calls: calls.to_vec(), force, needs: needs(id), basis })
        .collect()
}

const DOWN: &[Direction] = &[Lighter, Mitigated];
const ANY_DOWN: &[Direction] = &[Lighter, Mitigated, No];

/// The circumstances that hold, by a text.
pub(crate) fn circumstances(text: General, facts: &Facts) -> Vec<Circumstance> {
    match text {
        General::Penalty2017 => penalty_2017(facts),
        General::Penalty2021 => penalty_2021(facts),
        General::PublicSecurity2025 => {
            // The special law comes first; 处罚法 has what it does not speak of.
            let spoken = ["不满十四周岁", "已满十四不满十八周岁", "精神病人丧失辨认控制", "智力残疾人丧失辨认控制"];
            let also = ["未完全丧失辨认控制", "主动消除后果", "受胁迫", "受诱骗", "立功"];
            let mut all = public_security_2025(facts);
            let general = penalty_2021(facts).into_iter();
            all.extend(general.filter(|one| !spoken.contains(&one.id) && !also.contains(&one.id)));
            all
        }
    }
}

/// 行政处罚法 (2017-09-01).
fn penalty_2017(f: &Facts) -> Vec<Circumstance> {
    // 26 speaks of 精神病人 alone, and knows no middle between able and not able.
    let lost = f.natural && f.mind == Mind::Ill(Able::Not);
    held(vec![
        (f.natural && f.age < 14, "不满十四周岁", &[No], Must, "处罚法 第二十五条"),
        // 25 writes 从轻或者减轻 without 应当: one of the two must be taken (reading).
        (f.natural && (14..18).contains(&f.age), "已满十四不满十八周岁", DOWN, Must, "处罚法 第二十五条"),
        (lost, "精神病人丧失辨认控制", &[No], Must, "处罚法 第二十六条"),
        (f.is("主动消除或减轻后果"), "主动消除后果", DOWN, Must, "处罚法 第二十七条第一款第一项"),
        (f.is("受他人胁迫"), "受胁迫", DOWN, Must, "处罚法 第二十七条第一款第二项"),
        (f.is("查处中立功"), "立功", DOWN, Must, "处罚法 第二十七条第一款第三项"),
        (f.is("另有从轻减轻规定"), "其他从轻减轻", DOWN, Must, "处罚法 第二十七条第一款第四项"),
        (slight(f), "轻微不罚", &[No], Must, "处罚法 第二十七条第二款"),
    ])
    .into_iter()
    .map(|one| if one.id == "轻微不罚" { Circumstance { needs: Vec::new(), ..one } } else { one })
    .collect()
}

/// 违法行为轻微并及时改正（纠正），没有造成危害后果: 2021 33(1), 2017 27(2).
fn slight(f: &Facts) -> bool {
    f.is("违法行为轻微") && f.is("及时改正") && f.harm == Harm::None
}

/// 行政处罚法 (2021-01-22).
fn penalty_2021(f: &Facts) -> Vec<Circumstance> {
    let partly = matches!(f.mind, Mind::Ill(Able::Partly) | Mind::Disabled(Able::Partly));
    // No harm at all is within 危害后果轻微 (reading).
    let first = f.is("初次违法") && f.is("及时改正") && f.harm <= Harm::Slight;
    let no_fault = f.is("足以证明无过错") && !f.is("过错另有规定");
    held(vec![
        (f.natural && f.age < 14, "不满十四周岁", &[No], Must, "处罚法 第三十条"),
        (f.natural && (14..18).contains(&f.age), "已满十四不满十八周岁", DOWN, Must, "处罚法 第三十条"),
        (f.natural && f.mind == Mind::Ill(Able::Not), "精神病人丧失辨认控制", &[No], Must, "处罚法 第三十一条"),
        (f.natural && f.mind == Mind::Disabled(Able::Not), "智力残疾人丧失辨认控制", &[No], Must, "处罚法 第三十一条"),
        (f.natural && partly, "未完全丧失辨认控制", DOWN, May, "处罚法 第三十一条"),
        (f.is("主动消除或减轻后果"), "主动消除后果", DOWN, Must, "处罚法 第三十二条第一项"),
        (f.is("受他人胁迫"), "受胁迫", DOWN, Must, "处罚法 第三十二条第二项"),
        (f.is("受他人诱骗"), "受诱骗", DOWN, Must, "处罚法 第三十二条第二项"),
        (f.is("主动供述未掌握"), "主动供述", DOWN, Must, "处罚法 第三十二条第三项"),
        (f.is("查处中立功"), "立功", DOWN, Must, "处罚法 第三十二条第四项"),
        (f.is("另有从轻减轻规定"), "其他从轻减轻", DOWN, Must, "处罚法 第三十二条第五项"),
        (slight(f), "轻微不罚", &[No], Must, "处罚法 第三十三条第一款"),
        (first, "首违不罚", &[No], May, "处罚法 第三十三条第一款"),
        (no_fault, "无主观过错", &[No], Must, "处罚法 第三十三条第二款"),
        (f.is("违反突发事件措施"), "突发事件", &[Heavier], Must, "处罚法 第四十九条"),
    ])
}

/// 治安管理处罚法 (2025-06-27), in force from 2026-01-01.
fn public_security_2025(f: &Facts) -> Vec<Circumstance> {
    let lost = matches!(f.mind, Mind::Ill(Able::Not) | Mind::Disabled(Able::Not));
    let partly = matches!(f.mind, Mind::Ill(Able::Partly) | Mind::Disabled(Able::Partly));
    let excessive = f.defence == Defence::Excessive;
    let (minor, mild) = (f.is("防卫过当情节较轻"), f.is("受他人胁迫") || f.is("受他人诱骗"));
    held(vec![
        (f.natural && f.age < 14, "治安不满十四周岁", &[No], Must, "治安法 第十二条"),
        // 12 writes 从轻或者减轻 without 应当: one of the two must be taken (reading).
        (f.natural && (14..18).contains(&f.age), "治安已满十四不满十八周岁", DOWN, Must, "治安法 第十二条"),
        (f.natural && lost, "治安丧失辨认控制", &[No], Must, "治安法 第十三条"),
        (f.natural && partly, "治安未完全丧失辨认控制", DOWN, May, "治安法 第十三条"),
        (f.is("盲人或又聋又哑"), "盲聋哑", ANY_DOWN, May, "治安法 第十四条"),
        (f.defence == Defence::Proper, "正当制止", &[No], Must, "治安法 第十九条"),
        (excessive && !minor, "制止过当", &[Mitigated], Must, "治安法 第十九条"),
        (excessive && minor, "制止过当情节较轻", &[No], Must, "治安法 第十九条"),
        // 20 writes 从轻、减轻或者不予处罚 without 可以: one of the three must be taken (reading).
        (f.is("情节轻微"), "情节轻微从宽", ANY_DOWN, Must, "治安法 第二十条第一项"),
        (f.is("主动消除或减轻后果"), "治安消除后果", ANY_DOWN, Must, "治安法 第二十条第二项"),
        (f.is("取得被侵害人谅解"), "谅解", ANY_DOWN, Must, "治安法 第二十条第三项"),
        (mild, "治安受胁迫诱骗", ANY_DOWN, Must, "治安法 第二十条第四项"),
        (f.is("主动投案如实陈述"), "投案", ANY_DOWN, Must, "治安法 第二十条第五项"),
        (f.is("查处中立功"), "治安立功", ANY_DOWN, Must, "治安法 第二十条第六项"),
        // 21 says 从宽 and not how: all three (reading).
        (f.is("认错认罚"), "认错认罚从宽", ANY_DOWN, May, "治安法 第二十一条"),
        (f.is("后果较严重"), "后果较重", &[Heavier], Must, "治安法 第二十二条第一项"),
        (f.is("教唆胁迫诱骗他人"), "教唆", &[Heavier], Must, "治安法 第二十二条第二项"),
        (f.is("打击报复"), "报复", &[Heavier], Must, "治安法 第二十二条第三项"),
        (f.is("一年内受过治安处罚"), "一年内受过处罚", &[Heavier], Must, "治安法 第二十二条第四项"),
    ])
}

/// How long after the act it may be found: months. 处罚法 (2021) 36(1), (2017) 29(1); 治安法 25.
pub(crate) fn limitation_months(text: General, f: &Facts) -> i64 {
    match text {
        General::PublicSecurity2025 => 6,
        // 涉及公民生命健康安全、金融安全且有危害后果的，五年: the text of 2017 has no such rule.
        General::Penalty2021 if f.is("涉及生命健康或金融安全") && f.is("有危害后果") => 60,
        General::Penalty2021 | General::Penalty2017 => 24,
    }
}

/// Whether detention that is decided is executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stayed {
    /// It is executed.
    No,
    /// 治安法 23(1) with the item; its second paragraph is out.
    Yes(&'static str),
}

/// 治安法 23, of a person to whom detention is given.
pub(crate) fn stayed(text: General, f: &Facts) -> Stayed {
    if text != General::PublicSecurity2025 || !f.natural {
        return Stayed::No;
    }
    let twice = f.is("一年内二次以上违反");
    let grave = f.is("情节严重影响恶劣");
    // 23(2): items 1 to 3 give way where the case is grave; items 1 and 3 also to a second breach within a year.
    match f.age {
        14..16 if !grave && !twice => Stayed::Yes("治安法 第二十三条第一款第一项"),
        16..18 if f.is("初次违反治安管理") && !grave => Stayed::Yes("治安法 第二十三条第一款第二项"),
        70.. if !grave && !twice => Stayed::Yes("治安法 第二十三条第一款第三项"),
        // Item 4 gives way to nothing.
        _ if f.is("怀孕或哺乳不满一周岁婴儿") => Stayed::Yes("治安法 第二十三条第一款第四项"),
        _ => Stayed::No,
    }
}
