// JSONLogic in Rust. One expression gives everything; what is used twice is computed in the first stage of a `map`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { float } from "../workload.mjs";

// The entry for Node is CommonJS in a package of modules, so Node cannot import it; the one for pages works.
const entry = import.meta.resolve("@goplasmatic/datalogic/web");
const wasm = new URL("datalogic_wasm_bg.wasm", entry);

export const page = { entry: fileURLToPath(entry), also: [fileURLToPath(wasm)] };
export const gives = "tier, range (floats)";

export async function load() {
  const api = await import(entry);
  api.initSync({ module: readFileSync(wasm) });
  return api;
}

const v = (name) => ({ var: name });
const all = (...list) => ({ and: list });
const any = (...list) => ({ or: list });
const is = (name, value) => ({ "===": [v(name), value] });
const not = (one) => ({ "!": [one] });
const atLeast = (name, n) => ({ ">=": [v(name), n] });
const below = (name, n) => ({ "<": [v(name), n] });
const worth = (condition, steps) => ({ if: [condition, steps, 0] });

const exempt = all(is("prior", 0), is("harm", "none"), v("corrected"), below("goods", 500), not(v("intent")), not(v("minors")));
const tier = {
  if: [
    exempt,
    0,
    any(is("harm", "death"), atLeast("goods", 50_000), all(atLeast("prior", 3), v("intent"))),
    5,
    any(is("harm", "serious"), atLeast("goods", 20_000), atLeast("prior", 2), all(v("minors"), not(is("harm", "none"))), v("evidence")),
    4,
    any(atLeast("goods", 10_000), { ">": [v("days"), 90] }, atLeast("prior", 1), v("minors"), atLeast("batches", 5)),
    3,
    all(below("goods", 1_000), { "<=": [v("days"), 7] }, is("harm", "none"), v("corrected"), v("cooperation"), not(v("intent"))),
    1,
    2,
  ],
};
const steps = {
  "+": [
    worth(v("cooperation"), -1),
    worth(v("corrected"), -1),
    worth(v("coerced"), -2),
    worth(v("small"), -1),
    worth(v("intent"), 1),
    worth(v("evidence"), 2),
    worth(v("minors"), 1),
    worth(all({ ">=": [v("found"), "2024-03-01"] }, { "<=": [v("found"), "2024-06-30"] }), 1),
    worth({ ">": [v("gains"), v("goods")] }, 1),
    { min: [v("prior"), 2] },
  ],
};
const end = (fixed, times) => ({ if: [below("goods", 10_000), fixed, { min: [{ "*": [v("goods"), times] }, 1_000_000] }] });
const at = (tenths) => ({ "+": [v("min"), { "*": [{ "/": [{ max: [0, { min: [10, tenths] }] }, 10] }, { "-": [v("max"), v("min")] }] }] });
const second = {
  tier: v("tier"),
  min: v("min"),
  max: v("max"),
  least: at({ "+": [{ "*": [2, { "-": [v("tier"), 1] }] }, v("steps")] }),
  most: at({ "+": [{ "*": [2, v("tier")] }, v("steps")] }),
};
const logic = JSON.stringify({ map: [[{ tier, steps, min: end(50_000, 10), max: end(100_000, 20) }], second] });

export const rules = (api) => ({ api, rule: new api.CompiledRule(logic, true) });
export const facts = (c) => ({ ...c, goods: float(c.goods), gains: float(c.gains) });
export const evaluate = ({ rule }, one) => JSON.parse(rule.evaluate(JSON.stringify(one)));
/** A trace is only to be had from the text of a rule, which is compiled again. */
export const explained = ({ api }, one) => JSON.parse(api.evaluate_with_trace(logic, JSON.stringify(one), true));

export function answer([found]) {
  return found.tier === 0 ? { tier: 0 } : { tier: found.tier, statute: [found.min, found.max], range: [found.least, found.most] };
}
