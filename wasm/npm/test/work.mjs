// What is measured: workload W1 of the benches, and the worked cases of the rulesets.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./packed.mjs";

/** The ruleset of W1. */
export const W1 = readFileSync(join(root, "benches/rulesets/w1.yaml"), "utf8");

const facts = (n) => ({
  货值: `${(n * 7919) % 60000}.5`, 违法所得: String((n * 104729) % 60000), 发现日: "2024-04-15", 持续天数: (n * 31) % 120, 两年内次数: n % 5, 批次: n % 8,
  后果: ["无", "轻微", "严重", "死亡"][n % 4], 故意: n % 2 === 0, 配合: n % 3 === 0, 及时改正: n % 5 < 2, 受胁迫: n % 7 === 0, 小微: n % 11 < 5, 涉未成年人: n % 13 === 0, 毁灭证据: n % 17 === 0,
});

/** Its cases: every fact is given. */
export const requests = Array.from({ length: 200 }, (_, n) => ({ ruleset: "bench.w1", offence: "w1", on: "2024-05-01", facts: facts(n) }));

/** The worked cases of the rulesets, which are added to a handle. */
export function worked(rules) {
  const corpus = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "cailiang-tests", "--bin", "cases_json"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const cases = [];
  for (const line of corpus.split("\n").filter(Boolean)) {
    const { library, add, request } = JSON.parse(line);
    if (library !== "rulesets") continue;
    if (add) rules.add(add.name, add.text);
    else if (JSON.parse(request).do !== "ask") {
      const { receipt, text, ...object } = JSON.parse(request);
      cases.push(object);
    }
  }
  return cases;
}
