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
    "cn/beijing/housing-hearing/2023-05-04.yaml",
    "cn/beijing/veterans-hearing/2020-01-01.yaml",
    "cn/customs/penalty-procedure/2021-07-15.yaml",
    "cn/fenghuang/lawyers/2017-06-28.yaml",
    "cn/fujian/housing-hearing/2021-11-16.yaml",
    "cn/guangdong/eco/2022-01-01.yaml",
    "cn/henan/hearing/2021-12-01.yaml",
    "cn/hunan/eco/2021-12-31.yaml",
    "cn/jiangmen/eco/2020-03-01.yaml",
    "cn/jiangxi/hearing/2021-06-09.yaml",
    "cn/mee/penalty-procedure/2023-07-01.yaml",
    "cn/mem/penalty-procedure/2026-02-01.yaml",
    "cn/mps/penalty-procedure/2019-04-27.yaml",
    "cn/npc/administrative-licence-law/2019-04-23.yaml",
    "cn/npc/administrative-penalty-law/2018-01-01.yaml",
    "cn/npc/administrative-penalty-law/2021-07-15.yaml",
    "cn/npc/eco-code/2026-08-15.yaml",
    "cn/npc/eia-law/2018-12-29.yaml",
    "cn/npc/environmental-protection-law/2015-01-01.yaml",
    "cn/npc/food-safety-law/2021-04-29.yaml",
    "cn/npc/food-safety-law/2025-12-01.yaml",
    "cn/npc/lawyer-licence/2018-01-01.yaml",
    "cn/npc/lawyers-law/2018-01-01.yaml",
    "cn/npc/public-security-law/2013-01-01.yaml",
    "cn/npc/public-security-law/2026-01-01.yaml",
    "cn/npc/tax-collection-law/2015-04-24.yaml",
    "cn/pboc/benchmark-rules/2025-01-01.yaml",
    "cn/putian/city/2023-10-09.yaml",
    "cn/samr/food-licence/2023-12-01.yaml",
    "cn/samr/hearing/2021-07-15.yaml",
    "cn/samr/penalty-procedure/2021-07-15.yaml",
    "cn/samr/position/2022-10-08.yaml",
    "cn/shenzhen/city/2023-12-15.yaml",
    "cn/state-council/benchmark-opinions/2022-07-29.yaml",
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
    "cn/tax/hearing/1996-10-01.yaml",
    "cn/xinjiang/traffic/2025-04-15.yaml",
];

/// The worked cases of the rulesets, by path.
pub static CASES: &[Text] = texts![
    "cn/fenghuang/lawyers/2017-06-28.cases.yaml",
    "cn/guangdong/eco/2022-01-01.cases.yaml",
    "cn/hunan/eco/2021-12-31.cases.yaml",
    "cn/jiangmen/eco/2020-03-01.cases.yaml",
    "cn/npc/administrative-licence-law/2019-04-23.cases.yaml",
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
    "cn/npc/tax-collection-law/2015-04-24.cases.yaml",
    "cn/putian/city/2023-10-09.cases.yaml",
    "cn/samr/food-licence/2023-12-01.cases.yaml",
    "cn/samr/position/2022-10-08.cases.yaml",
    "cn/shenzhen/city/2023-12-15.cases.yaml",
    "cn/state-council/entertainment-licence/2020-11-29.cases.yaml",
    "cn/state-council/hazardous-chemicals-licence/2013-12-07.cases.yaml",
    "cn/state-council/water-licence/2017-03-01.cases.yaml",
    "cn/xinjiang/traffic/2025-04-15.cases.yaml",
];

/// The worked cases of the procedures that rulesets lay down, by path: requests with `do: procedure`.
pub static PROCEDURES: &[Text] = texts![
    "cn/beijing/housing-hearing/2023-05-04.procedure.cases.yaml",
    "cn/beijing/veterans-hearing/2020-01-01.procedure.cases.yaml",
    "cn/customs/penalty-procedure/2021-07-15.procedure.cases.yaml",
    "cn/fujian/housing-hearing/2021-11-16.procedure.cases.yaml",
    "cn/henan/hearing/2021-12-01.procedure.cases.yaml",
    "cn/jiangxi/hearing/2021-06-09.procedure.cases.yaml",
    "cn/mee/penalty-procedure/2023-07-01.procedure.cases.yaml",
    "cn/mem/penalty-procedure/2026-02-01.procedure.cases.yaml",
    "cn/mps/penalty-procedure/2019-04-27.procedure.cases.yaml",
    "cn/npc/administrative-penalty-law/2018-01-01.procedure.cases.yaml",
    "cn/npc/administrative-penalty-law/2021-07-15.procedure.cases.yaml",
    "cn/npc/eco-code/2026-08-15.procedure.cases.yaml",
    "cn/npc/environmental-protection-law/2015-01-01.procedure.cases.yaml",
    "cn/npc/public-security-law/2013-01-01.procedure.cases.yaml",
    "cn/npc/public-security-law/2026-01-01.procedure.cases.yaml",
    "cn/samr/hearing/2021-07-15.procedure.cases.yaml",
    "cn/samr/penalty-procedure/2021-07-15.procedure.cases.yaml",
    "cn/state-council/benchmark-opinions/2022-07-29.procedure.cases.yaml",
    "cn/tax/hearing/1996-10-01.procedure.cases.yaml",
];
