// Policies answer yes or no: one policy for each row, and the answer names those that hold. Whole numbers only, so money is in fen.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve("@cedar-policy/cedar-wasm/nodejs")), "../web");

export const page = { entry: join(folder, "cedar_wasm.js"), also: [join(folder, "cedar_wasm_bg.wasm")] };
export const gives = "rows that hold";

export async function load() {
  return require("@cedar-policy/cedar-wasm/nodejs");
}

const POLICIES = {
  exempt: 'c.prior == 0 && c.harm == "none" && c.corrected && c.goods < 50000 && !c.intent && !c.minors',
  tier5: 'c.harm == "death" || c.goods >= 5000000 || (c.prior >= 3 && c.intent)',
  tier4: 'c.harm == "serious" || c.goods >= 2000000 || c.prior >= 2 || (c.minors && c.harm != "none") || c.evidence',
  tier3: "c.goods >= 1000000 || c.days > 90 || c.prior >= 1 || c.minors || c.batches >= 5",
  tier1: 'c.goods < 100000 && c.days <= 7 && c.harm == "none" && c.corrected && c.cooperation && !c.intent',
  low: "c.goods < 1000000",
  cooperation: "c.cooperation",
  corrected: "c.corrected",
  coerced: "c.coerced",
  small: "c.small",
  intent: "c.intent",
  evidence: "c.evidence",
  minors: "c.minors",
  campaign: 'c.found >= datetime("2024-03-01") && c.found <= datetime("2024-06-30")',
  gains: "c.gains > c.goods",
  prior1: "c.prior == 1",
  prior2: "c.prior >= 2",
};
const policies = Object.fromEntries(
  Object.entries(POLICIES).map(([id, when]) => [id, `permit(principal, action, resource) when { ${when.replaceAll("c.", "context.")} };`]),
);
const nobody = { type: "U", id: "u" };

export function rules(api) {
  const parsed = api.preparsePolicySet("w1", { staticPolicies: policies });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  return api;
}
export const facts = (c) => ({
  principal: nobody,
  action: { type: "A", id: "a" },
  resource: nobody,
  context: { ...c, found: { __extn: { fn: "datetime", arg: c.found } } },
  preparsedPolicySetId: "w1",
  entities: [],
});
export const evaluate = (api, call) => api.statefulIsAuthorized(call);
export const explained = null;

export function answer({ type, response, errors }) {
  if (type !== "success" || response.diagnostics.errors.length) throw new Error(JSON.stringify(errors ?? response));
  return rowsToAnswer(new Set(response.diagnostics.reason));
}

const STEPS = {
  cooperation: -1,
  corrected: -1,
  coerced: -2,
  small: -1,
  intent: 1,
  evidence: 2,
  minors: 1,
  campaign: 1,
  gains: 1,
  prior1: 1,
  prior2: 2,
};

/** What the host has to do with the rows that hold: choose the heaviest tier, add the steps. */
export function rowsToAnswer(rows) {
  if (rows.has("exempt")) return { tier: 0 };
  const tier = [5, 4, 3, 1].find((n) => rows.has(`tier${n}`)) ?? 2;
  const steps = Object.entries(STEPS).reduce((sum, [id, n]) => sum + (rows.has(id) ? n : 0), 0);
  return { tier, row: rows.has("low") ? "low" : "times", steps };
}
