//! Rulesets as texts: data, no logic.
//!
//! One file is one enacted version of one document, named by its first day in force; a released file never changes.
//! `SOURCE.md` beside each says where the figures come from; `*.cases.yaml` are its worked cases.

/// A text of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The path inside the crate: `cn/<issuer>/<id>/<first day in force>.yaml`.
    pub path: &'static str,
    /// The text.
    pub text: &'static str,
}

macro_rules! texts {
    ($($path:literal),* $(,)?) => {
        &[$(Text { path: $path, text: include_str!(concat!("../", $path)) }),*]
    };
}

/// All rulesets, by path.
pub static RULESETS: &[Text] = texts![
    "cn/fenghuang/lawyers/2017-06-28.yaml",
    "cn/guangdong/eco/2022-01-01.yaml",
    "cn/npc/administrative-penalty-law/2018-01-01.yaml",
    "cn/npc/administrative-penalty-law/2021-07-15.yaml",
    "cn/npc/eco-code/2026-08-15.yaml",
    "cn/npc/eia-law/2018-12-29.yaml",
    "cn/npc/food-safety-law/2021-04-29.yaml",
    "cn/npc/food-safety-law/2025-12-01.yaml",
    "cn/npc/lawyer-licence/2018-01-01.yaml",
    "cn/npc/lawyers-law/2018-01-01.yaml",
    "cn/npc/public-security-law/2013-01-01.yaml",
    "cn/npc/public-security-law/2026-01-01.yaml",
    "cn/putian/city/2023-10-09.yaml",
    "cn/samr/food-licence/2023-12-01.yaml",
    "cn/samr/position/2022-10-08.yaml",
    "cn/shenzhen/city/2023-12-15.yaml",
    "cn/state-council/entertainment-licence/2020-11-29.yaml",
    "cn/state-council/hazardous-chemicals-licence/2013-12-07.yaml",
    "cn/state-council/water-licence/2017-03-01.yaml",
    "cn/state-council/working-days/2017-11-30.yaml",
    "cn/state-council/working-days/2018-12-06.yaml",
    "cn/state-council/working-days/2019-03-22.yaml",
    "cn/state-council/working-days/2019-11-21.yaml",
    "cn/state-council/working-days/2020-01-27.yaml",
    "cn/state-council/working-days/2020-11-25.yaml",
    "cn/state-council/working-days/2021-10-25.yaml",
    "cn/state-council/working-days/2022-12-08.yaml",
    "cn/state-council/working-days/2023-10-25.yaml",
    "cn/state-council/working-days/2024-11-12.yaml",
    "cn/state-council/working-days/2025-11-04.yaml",
    "cn/xinjiang/traffic/2025-04-15.yaml",
];

/// The worked cases of the rulesets, by path.
pub static CASES: &[Text] = texts![
    "cn/fenghuang/lawyers/2017-06-28.cases.yaml",
    "cn/guangdong/eco/2022-01-01.cases.yaml",
    "cn/npc/administrative-penalty-law/2018-01-01.cases.yaml",
    "cn/npc/administrative-penalty-law/2021-07-15.cases.yaml",
    "cn/npc/eco-code/2026-08-15.cases.yaml",
    "cn/npc/eia-law/2018-12-29.cases.yaml",
    "cn/npc/food-safety-law/2021-04-29.cases.yaml",
    "cn/npc/food-safety-law/2025-12-01.cases.yaml",
    "cn/npc/lawyer-licence/2018-01-01.cases.yaml",
    "cn/npc/lawyers-law/2018-01-01.cases.yaml",
    "cn/npc/public-security-law/2013-01-01.cases.yaml",
    "cn/npc/public-security-law/2026-01-01.cases.yaml",
    "cn/putian/city/2023-10-09.cases.yaml",
    "cn/samr/food-licence/2023-12-01.cases.yaml",
    "cn/samr/position/2022-10-08.cases.yaml",
    "cn/shenzhen/city/2023-12-15.cases.yaml",
    "cn/state-council/entertainment-licence/2020-11-29.cases.yaml",
    "cn/state-council/hazardous-chemicals-licence/2013-12-07.cases.yaml",
    "cn/state-council/water-licence/2017-03-01.cases.yaml",
    "cn/xinjiang/traffic/2025-04-15.cases.yaml",
];
