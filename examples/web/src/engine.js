// The one place that speaks to the engine. A "desk" is a handle with the chosen text and the texts it uses.
import { load } from "../cailiang/browser.js";
import { rulesets } from "../cailiang/rulesets/index.js";
import { lang, t } from "./words.js";

let api;

/** The built-in rulesets: `name`, `id`, `title`, `from`, `load()`. */
export const builtIns = rulesets;
export const version = () => api.version;

export async function start() {
  api = await load();
  await api.more(); // whole cases, licences, tiers and nearest facts are on this page
}

/** The text of a built-in ruleset, or of a file beside this page. */
export async function textOf(name) {
  const builtIn = rulesets.find((one) => one.name === name);
  if (builtIn) return loaded(builtIn);
  const response = await fetch(new URL(`../rulesets/${name}`, import.meta.url));
  if (!response.ok) throw new Error(t("textNotLoaded", name));
  return response.text();
}

/** A built-in text; it comes over the network once. */
const loaded = (one) =>
  one.load().catch(() => {
    throw new Error(t("textNotLoaded", one.title));
  });

const described = (rules) => JSON.parse(rules.handle(JSON.stringify({ do: "describe" }))).rulesets;

/** The texts that stand beside the one on the page, compiled once: every edit of it is tried beside a copy of them. */
let beside = { library: null, id: null, rules: null };
function besides(library, id) {
  if (beside.library === library && beside.id === id) return beside.rules;
  beside.rules?.free();
  beside = { library, id, rules: new api.Rules() };
  // The version of the library with the id of the text itself is not needed: the text stands for it.
  for (const other of library) if (other.id !== id) beside.rules.add(other.name, other.text);
  return beside.rules;
}

/** Compiles a text: its diagnostics, and a desk if it is valid. The texts it uses must be among `library`. */
export function compile(name, text, library) {
  if (library && library === beside.library) {
    const rules = beside.rules.copy();
    const diagnostics = rules.add(name, text);
    const ruleset = described(rules).find((one) => one.id === beside.id);
    if (ruleset) return { diagnostics, desk: { rules, ruleset, name, text } };
    rules.free();
    // Another id may be that of a text beside it: then it is looked at alone, as a new text is.
    if (!diagnostics.valid && !diagnostics.diagnostics.some((one) => one.code === "duplicate-ruleset")) return { diagnostics, desk: null };
  }
  const alone = new api.Rules();
  const diagnostics = alone.add(name, text);
  const [ruleset] = described(alone);
  if (!library || !ruleset) {
    if (!ruleset) alone.free();
    return { diagnostics, desk: ruleset ? { rules: alone, ruleset, name, text } : null };
  }
  alone.free();
  const rules = besides(library, ruleset.id).copy();
  rules.add(name, text);
  return { diagnostics, desk: { rules, ruleset, name, text } };
}

/** The built-in texts that a ruleset uses, and those that they use. */
export async function usedBy(ids, found = []) {
  for (const id of ids) {
    for (const one of rulesets.filter((one) => one.id === id && !found.some((f) => f.name === one.name))) {
      found.push({ id: one.id, name: one.name, text: await loaded(one) });
      const { desk } = compile(one.name, found.at(-1).text);
      if (desk) {
        desk.rules.free();
        await usedBy(desk.ruleset.uses, found);
      }
    }
  }
  return found;
}

/** Every built-in text that has no id of the case, compiled once: an edit of the case's own is tried beside a copy. */
let others = { ids: null, rules: null };

/**
 * A handle with everything a whole case may need, as the command line has it: the texts of the case, each with its id,
 * and every built-in one (other versions, general laws, procedure, working days). Made in slices, so that the page stays
 * quick; null if it is no longer wanted.
 */
export async function wholeDesk(texts, wanted) {
  const ids = texts.map((one) => one.id).join(" ");
  const isOf = (id) => texts.some((own) => own.id === id);
  if (others.ids !== ids) {
    const rules = new api.Rules();
    if (!(await addAll(rules, rulesets.filter((one) => !isOf(one.id)), wanted))) return null;
    others.rules?.free();
    others = { ids, rules };
  }
  const rules = others.rules.copy();
  for (const { name, text } of texts) rules.add(name, text);
  // Where an own text and a version of ours overlap, ours is the one that is left out.
  const versions = rulesets.filter((one) => isOf(one.id) && !texts.some((own) => own.name === one.name));
  return (await addAll(rules, versions, wanted)) ? { rules } : null;
}

/** Whether they are all added; if they are no longer wanted, the handle is freed. */
async function addAll(rules, texts, wanted) {
  let until = performance.now() + SLICE;
  for (const one of texts) {
    rules.add(one.name, await loaded(one));
    if (performance.now() < until) continue;
    await new Promise((next) => setTimeout(next));
    until = performance.now() + SLICE;
    if (wanted()) continue;
    rules.free();
    return false;
  }
  return true;
}
const SLICE = 12;

/** What an action of the contract answers for a case. */
export function ask(desk, request, action) {
  return answerOf(desk, { ...request, do: action });
}

/** The outcome without its explanation: this page reads `explain`, and only when it shows it. */
export function evaluate(desk, request, more = {}) {
  return desk.rules.evaluate({ ...request, ...more, explanation: false, lang: lang() });
}

/** The answer to a request that says itself what is to be done. */
export const answerOf = (desk, request) => JSON.parse(desk.rules.handle(JSON.stringify({ ...request, lang: lang() })));

/**
 * What is answered for a case, with what cannot be read set aside: those facts count as missing, and `aside` says which
 * and why. Nothing else is changed.
 */
export function outcomeOf(desk, request, answering = evaluate) {
  const aside = new Map();
  let facts = request.facts;
  for (;;) {
    const asked = { ...request, facts };
    const answer = answering(desk, asked);
    const wrong = answer.kind === "error" && answer.stage === "facts" ? answer.details : [];
    const names = wrong.map((one) => [one.path.split("/")[2]?.replaceAll("~1", "/").replaceAll("~0", "~"), one]);
    const fresh = names.filter(([name]) => name && name in facts);
    if (!fresh.length) return { answer, aside, request: asked };
    for (const [name, one] of fresh) aside.set(name, one);
    facts = Object.fromEntries(Object.entries(facts).filter(([name]) => !aside.has(name)));
  }
}
