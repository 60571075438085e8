// A decision graph with one expression node; later expressions read earlier ones as `$.name`. Decimals inside, floats at the border.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { float } from "../workload.mjs";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("@gorules/zen-engine-wasm32-wasi/package.json"));

// What a page loads beside: the module, and the worker, which it starts for shared memory.
export const page = {
  entry: join(folder, "zen-engine.wasi-browser.js"),
  also: [join(folder, "zen-engine.wasm32-wasi.wasm"), join(folder, "wasi-worker-browser.mjs")],
};
export const gives = "tier, range";

export async function load() {
  return require("@gorules/zen-engine-wasm32-wasi");
}

const steps = [
  "(cooperation ? -1 : 0)",
  "(corrected ? -1 : 0)",
  "(coerced ? -2 : 0)",
  "(small ? -1 : 0)",
  "(intent ? 1 : 0)",
  "(evidence ? 2 : 0)",
  "(minors ? 1 : 0)",
  "(d(found) >= d('2024-03-01') and d(found) <= d('2024-06-30') ? 1 : 0)",
  "(gains > goods ? 1 : 0)",
  "min([prior, 2])",
];
const expressions = {
  tier:
    "prior == 0 and harm == 'none' and corrected and goods < 500 and not intent and not minors ? 0" +
    " : harm == 'death' or goods >= 50000 or (prior >= 3 and intent) ? 5" +
    " : harm == 'serious' or goods >= 20000 or prior >= 2 or (minors and harm != 'none') or evidence ? 4" +
    " : goods >= 10000 or days > 90 or prior >= 1 or minors or batches >= 5 ? 3" +
    " : goods < 1000 and days <= 7 and harm == 'none' and corrected and cooperation and not intent ? 1 : 2",
  steps: steps.join(" + "),
  min: "goods < 10000 ? 50000 : min([10 * goods, 1000000])",
  max: "goods < 10000 ? 100000 : min([20 * goods, 1000000])",
  least: "$.min + max([0, min([10, 2 * ($.tier - 1) + $.steps])]) / 10 * ($.max - $.min)",
  most: "$.min + max([0, min([10, 2 * $.tier + $.steps])]) / 10 * ($.max - $.min)",
};
const graph = {
  nodes: [
    { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
    {
      id: "w1",
      type: "expressionNode",
      name: "w1",
      position: { x: 1, y: 0 },
      content: { expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })) },
    },
    { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "a", sourceId: "in", targetId: "w1", type: "edge" },
    { id: "b", sourceId: "w1", targetId: "out", type: "edge" },
  ],
};

export const rules = ({ ZenEngine }) => new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
export const facts = (c) => ({ ...c, goods: float(c.goods), gains: float(c.gains) });
export const evaluate = (decision, one) => decision.evaluate(one);
export const explained = (decision, one) => decision.evaluate(one, { trace: true });

export function answer({ result }) {
  return result.tier === 0 ? { tier: 0 } : { tier: result.tier, statute: [result.min, result.max], range: [result.least, result.most] };
}
