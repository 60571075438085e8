// Rules of conditions that yield events; there is no arithmetic in a rule, so the rows that hold come out and the host adds.
import { createRequire } from "node:module";
import { float } from "../workload.mjs";
import { rowsToAnswer } from "./cedar.mjs";

const require = createRequire(import.meta.url);

export const page = { entry: require.resolve("json-rules-engine"), also: [] };
export const gives = "rows that hold";

export async function load() {
  return import("json-rules-engine");
}

const is = (fact, value) => ({ fact, operator: "equal", value });
const isNot = (fact, value) => ({ fact, operator: "notEqual", value });
const atLeast = (fact, value) => ({ fact, operator: "greaterThanInclusive", value });
const over = (fact, value) => ({ fact, operator: "greaterThan", value });
const below = (fact, value) => ({ fact, operator: "lessThan", value });
const atMost = (fact, value) => ({ fact, operator: "lessThanInclusive", value });
const all = (...list) => ({ all: list });
const any = (...list) => ({ any: list });

const ROWS = {
  exempt: all(is("prior", 0), is("harm", "none"), is("corrected", true), below("goods", 500), is("intent", false), is("minors", false)),
  tier5: any(is("harm", "death"), atLeast("goods", 50_000), all(atLeast("prior", 3), is("intent", true))),
  tier4: any(
    is("harm", "serious"),
    atLeast("goods", 20_000),
    atLeast("prior", 2),
    all(is("minors", true), isNot("harm", "none")),
    is("evidence", true),
  ),
  tier3: any(atLeast("goods", 10_000), over("days", 90), atLeast("prior", 1), is("minors", true), atLeast("batches", 5)),
  tier1: all(
    below("goods", 1_000),
    atMost("days", 7),
    is("harm", "none"),
    is("corrected", true),
    is("cooperation", true),
    is("intent", false),
  ),
  low: all(below("goods", 10_000)),
  ...Object.fromEntries(
    ["cooperation", "corrected", "coerced", "small", "intent", "evidence", "minors"].map((id) => [id, all(is(id, true))]),
  ),
  campaign: all(atLeast("found", 20240301), atMost("found", 20240630)),
  gains: all(over("gains", { fact: "goods" })),
  prior1: all(is("prior", 1)),
  prior2: all(atLeast("prior", 2)),
};

export function rules({ Engine, default: whole }) {
  const engine = new (Engine ?? whole.Engine)();
  for (const [type, conditions] of Object.entries(ROWS)) engine.addRule({ conditions, event: { type } });
  return engine;
}
export const facts = (c) => ({ ...c, goods: float(c.goods), gains: float(c.gains), found: Number(c.found.replaceAll("-", "")) });
export const evaluate = (engine, one) => engine.run(one);
/** Its answer holds the conditions of every rule with what they found, always. */
export const explained = null;

export const answer = ({ events }) => rowsToAnswer(new Set(events.map((one) => one.type)));
