// node node.mjs 货值金额=9600 违法所得=3000 — the range, or what is still to be found out.
import { load } from "cailiang";
import { rulesets } from "cailiang/rulesets";

const facts = { 从事须许可的生产经营: true, 已取得相应许可: false };
for (const given of process.argv.slice(2)) {
  const [name, value] = given.split("=");
  facts[name] = value;
}
const { Rules } = await load();
const rules = new Rules();
for (const one of rulesets.filter((one) => one.id === "cn.npc.food-safety-law")) rules.add(one.name, await one.load());

const answer = rules.evaluate({ ruleset: "cn.npc.food-safety-law", offence: "unlicensed", on: "2024-05-01", facts, text: "brief" });
if (answer.kind === "penalty") console.log(answer.text);
else
  console.error(answer.details.map((one) => `${one.path}: ${one.message}${one.help ? `; ${one.help}` : ""}`).join("\n") || answer.message);
process.exitCode = answer.kind === "penalty" ? (answer.determined ? 0 : 4) : 6;
rules.free();
