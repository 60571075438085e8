//! `cailiang types`: what it writes for each type of fact, and when it refuses. That it compiles is tested by
//! `wasm/npm/test/types.test.mjs`.
// A test stops at the first broken expectation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;
use common::{file, folder, run};

const RULESET: &str = "
cailiang: 1
ruleset: cn.demo
title: 示例 */ 基准
issuer: 示例机关
in_force: {from: 2024-01-01}
status: in_force
laws: {示例法: {title: 示例法, rank: law}}
facts:
  货值金额: {type: money, ask: 货值是多少？}
  次数: {type: integer, unit: 次}
  面积: {type: number, unit: 平方米}
  后果: {type: level, of: [轻, \"重\"]}
  停止: {type: yes-no, ascertainable: always}
offences:
  - id: demo-1
    name: 示例行为
    statute:
      basis: 示例法 第一条
      sanctions:
        - {id: 罚款, kind: fine, range: 1000元..2000元, per: 次数}
    benchmark:
      tiers:
        - {tier: 轻, when: 后果 = 轻 and 停止 and 货值金额 < 1000元 and 面积 < 10平方米, 罚款: {part: 0%..50%}}
        - {tier: 重, otherwise: true, 罚款: {part: 50%..100%}}
tiers: [轻, 重]
";

#[test]
fn each_type_of_fact_has_its_type() {
    let folder = folder("types");
    file(&folder, "demo.yaml", RULESET);
    let run = run(&folder, &["--no-builtin", "--rules", "demo.yaml", "types", "cn.demo"], b"");
    assert_eq!(run.code, 0, "{}", run.said());
    let offence = "  /** 示例行为 */
  \"demo-1\": {
    /** 货值是多少？; in 元; at most two decimals */
    \"货值金额\"?: Decimal<\"元\"> | Unascertainable | null;
    /** in 次 */
    \"次数\"?: Whole<\"次\"> | Unascertainable | null;
    /** in 平方米 */
    \"面积\"?: Decimal<\"平方米\"> | Unascertainable | null;
    \"后果\"?: \"轻\" | \"重\" | Unascertainable | null;
    \"停止\"?: boolean | null;
    \"违法行为日\"?: Day | Unascertainable | null;
";
    assert!(run.out.contains(offence), "{}", run.out);
    assert!(run.out.contains("  ruleset: \"cn.demo\";\n  offence: O;\n  facts?: Facts[O];\n};\n"), "{}", run.out);
}

#[test]
fn of_several_versions_none_is_picked() {
    let folder = folder("types-versions");
    let id = "cn.npc.food-safety-law";
    let run_with = |arguments: &[&str]| run(&folder, arguments, b"");
    let several = run_with(&["types", id]);
    assert_eq!(several.code, 2, "{}", several.said());
    assert!(several.err.contains("2021-04-29, 2025-12-01") && several.err.contains("--on"), "{}", several.err);
    assert!(several.out.is_empty());
    let (old, new) = (run_with(&["types", id, "--on", "2025-11-30"]), run_with(&["types", id, "--on", "2025-12-01"]));
    assert!(old.out.contains("in force from 2021-04-29") && new.out.contains("in force from 2025-12-01"));
    let before = run_with(&["types", id, "--on", "2001-01-01"]);
    assert_eq!(before.code, 6, "{}", before.said());
    assert!(before.err.contains("not in force on 2001-01-01"), "{}", before.err);
    let unknown = run_with(&["types", "cn.npc.food-safety"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("did you mean `cn.npc.food-safety-law`?"), "{}", unknown.err);
    assert_eq!(run_with(&["types", id, "--on", "2024-02-30"]).code, 2);
}
