// Rules by name; every rule that is wanted is evaluated by its name. Its names must be Latin letters.
import { fileURLToPath } from "node:url";
import { float } from "../workload.mjs";

const entry = import.meta.resolve("publicodes");

export const page = { entry: fileURLToPath(entry), also: [] };
export const gives = "tier, range (floats)";

export async function load() {
  return import("publicodes");
}

const all = (...list) => ({ "toutes ces conditions": list });
const any = (...list) => ({ "une de ces conditions": list });
const worth = (si, alors) => ({ variations: [{ si, alors }, { sinon: 0 }] });
const BOOLEANS = ["intent", "cooperation", "corrected", "coerced", "small", "minors", "evidence"];
const NUMBERS = ["goods", "gains", "days", "prior", "batches"];

const RULES = {
  ...Object.fromEntries([...BOOLEANS, ...NUMBERS].map((name) => [name, { question: name }])),
  harm: { question: "harm" },
  found: { question: "found" },
  tier: {
    variations: [
      { si: all("prior = 0", "harm = 'none'", "corrected", "goods < 500", "intent = non", "minors = non"), alors: 0 },
      { si: any("harm = 'death'", "goods >= 50000", all("prior >= 3", "intent")), alors: 5 },
      { si: any("harm = 'serious'", "goods >= 20000", "prior >= 2", all("minors", "harm != 'none'"), "evidence"), alors: 4 },
      { si: any("goods >= 10000", "days > 90", "prior >= 1", "minors", "batches >= 5"), alors: 3 },
      { si: all("goods < 1000", "days <= 7", "harm = 'none'", "corrected", "cooperation", "intent = non"), alors: 1 },
      { sinon: 2 },
    ],
  },
  steps: {
    somme: [
      worth("cooperation", -1),
      worth("corrected", -1),
      worth("coerced", -2),
      worth("small", -1),
      worth("intent", 1),
      worth("evidence", 2),
      worth("minors", 1),
      worth(all("found >= 01/03/2024", "found <= 30/06/2024"), 1),
      worth("gains > goods", 1),
      { "le minimum de": ["prior", 2] },
    ],
  },
  min: { variations: [{ si: "goods < 10000", alors: 50000 }, { sinon: { valeur: "10 * goods", plafond: 1000000 } }] },
  max: { variations: [{ si: "goods < 10000", alors: 100000 }, { sinon: { valeur: "20 * goods", plafond: 1000000 } }] },
  least: "min + (from * (max - min)) / 10",
  most: "min + (to * (max - min)) / 10",
  from: { valeur: "2 * (tier - 1) + steps", plancher: 0, plafond: 10 },
  to: { valeur: "2 * tier + steps", plancher: 0, plafond: 10 },
};
const WANTED = ["tier", "min", "max", "least", "most"];

export const rules = ({ default: Engine }) => new Engine(RULES, { logger: { log() {}, warn() {}, error: console.error } });
export function facts(c) {
  const said = { harm: `'${c.harm}'`, found: c.found.split("-").reverse().join("/") };
  for (const name of BOOLEANS) said[name] = c[name] ? "oui" : "non";
  for (const name of NUMBERS) said[name] = ["goods", "gains"].includes(name) ? float(c[name]) : c[name];
  return said;
}
export function evaluate(engine, situation) {
  engine.setSituation(situation);
  return Object.fromEntries(WANTED.map((name) => [name, engine.evaluate(name).nodeValue]));
}
/** Its answer is the whole tree with the value of every part, always. */
export const explained = null;

export function answer(found) {
  return found.tier === 0 ? { tier: 0 } : { tier: found.tier, statute: [found.min, found.max], range: [found.least, found.most] };
}
