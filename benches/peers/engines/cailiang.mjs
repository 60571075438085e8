// cailiang's own module, as the package has it; the ruleset is that of the Rust benches.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { yuan } from "../workload.mjs";

const dist = new URL("../../../wasm/npm/dist/", import.meta.url);
const TIERS = ["轻微", "较轻", "一般", "较重", "严重"];
const HARM = { none: "无", minor: "轻微", serious: "严重", death: "死亡" };

export const page = { entry: fileURLToPath(new URL("browser.js", dist)), also: [fileURLToPath(new URL("cailiang.wasm", dist))] };
export const gives = "tier, range";

export async function load() {
  return (await import(new URL("node.js", dist))).load();
}

export function rules({ Rules }) {
  const rules = new Rules();
  const { valid, diagnostics } = rules.add("w1.yaml", readFileSync(new URL("../../rulesets/w1.yaml", import.meta.url), "utf8"));
  if (!valid) throw new Error(JSON.stringify(diagnostics));
  return rules;
}

/** The facts of a case as the engine wants them; not part of what is timed. */
export function facts(c) {
  return {
    ruleset: "bench.w1",
    offence: "w1",
    on: "2024-05-01",
    explanation: false,
    facts: {
      货值: yuan(10 * c.goods),
      违法所得: yuan(10 * c.gains),
      发现日: c.found,
      持续天数: c.days,
      两年内次数: c.prior,
      批次: c.batches,
      后果: HARM[c.harm],
      故意: c.intent,
      配合: c.cooperation,
      及时改正: c.corrected,
      受胁迫: c.coerced,
      小微: c.small,
      涉未成年人: c.minors,
      毁灭证据: c.evidence,
    },
  };
}

export const evaluate = (rules, request) => rules.evaluate(request);
export const explained = (rules, request) => rules.evaluate({ ...request, explanation: true }, { explanation: "object" });

/** What the engine said, in the words of the workload. */
export function answer(outcome) {
  if (outcome.kind !== "penalty" || !outcome.determined) throw new Error(JSON.stringify(outcome));
  if (outcome.verdict.kind !== "sanctioned") return { tier: 0 };
  const [{ tiers, sanctions }] = outcome.targets;
  const ends = ({ min, max }) => [min.value, max.value];
  return { tier: TIERS.indexOf(tiers[0]) + 1, statute: ends(sanctions[0].statutory), range: ends(sanctions[0].amount) };
}
