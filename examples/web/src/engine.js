// The one place that speaks to the engine. A "desk" is a handle with the chosen text and the texts it uses.
import { load } from "../cailiang/browser.js";
import { rulesets } from "../cailiang/rulesets/index.js";
import { lang } from "./words.js";

let api;

/** The built-in rulesets: `name`, `id`, `title`, `from`, `load()`. */
export const builtIns = rulesets;
export const version = () => api.version;

export async function start() {
  api = await load();
}

/** The text of a built-in ruleset, or of a file beside this page. */
export async function textOf(name) {
  const builtIn = rulesets.find((one) => one.name === name);
  if (builtIn) return builtIn.load();
  const response = await fetch(new URL(`../rulesets/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}

/** Compiles a text: its diagnostics, and a desk if it is valid. The texts it uses must be among `library`. */
export function compile(name, text, library = []) {
  const rules = new api.Rules();
  const diagnostics = rules.add(name, text);
  if (!diagnostics.valid) {
    rules.free();
    return { diagnostics, desk: null };
  }
  const described = JSON.parse(rules.handle(JSON.stringify({ do: "describe" })));
  const main = described.rulesets[0];
  // The version of the library with the id of the text itself is not needed: the text stands for it.
  for (const other of library) if (other.id !== main.id) rules.add(other.name, other.text);
  return { diagnostics, desk: { rules, ruleset: main, name, text } };
}

/** The built-in texts that a ruleset uses, and those that they use. */
export async function usedBy(ids, found = []) {
  for (const id of ids) {
    for (const one of rulesets.filter((one) => one.id === id && !found.some((f) => f.name === one.name))) {
      found.push({ id: one.id, name: one.name, text: await one.load() });
      const { desk } = compile(one.name, found.at(-1).text);
      if (desk) {
        desk.rules.free();
        await usedBy(desk.ruleset.uses, found);
      }
    }
  }
  return found;
}

/** What an action of the contract answers for a case. */
export function ask(desk, request, action) {
  return JSON.parse(desk.rules.handle(JSON.stringify({ ...request, do: action, lang: lang() })));
}

/** The outcome; its explanation stays text, since this page reads `explain` instead. */
export function evaluate(desk, request, more = {}) {
  return desk.rules.evaluate({ ...request, ...more, lang: lang() });
}

/**
 * The outcome of a case, with what cannot be read set aside: those facts count as missing, and `aside` says which and
 * why. Nothing else is changed.
 */
export function outcomeOf(desk, request) {
  const aside = new Map();
  let facts = request.facts;
  for (;;) {
    const asked = { ...request, facts };
    const answer = evaluate(desk, asked);
    const wrong = answer.kind === "error" && answer.stage === "facts" ? answer.details : [];
    const names = wrong.map((one) => [one.path.split("/")[2]?.replaceAll("~1", "/").replaceAll("~0", "~"), one]);
    const fresh = names.filter(([name]) => name && name in facts);
    if (!fresh.length) return { answer, aside, request: asked };
    for (const [name, one] of fresh) aside.set(name, one);
    facts = Object.fromEntries(Object.entries(facts).filter(([name]) => !aside.has(name)));
  }
}
