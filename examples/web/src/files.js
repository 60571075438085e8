// Cases and texts as files, and what is opened: a case file is a request of the contract.
import { builtIns, compile } from "./engine.js";
import { choose, state } from "./state.js";
import { caseOf } from "./share.js";
import { t } from "./words.js";

/** Saves the case as a file that the command line reads too. */
export function saveCase() {
  const text = JSON.stringify(caseOf(), null, 2) + "\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `${state.offence || "case"}.case.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Opens the file chosen in an input, and tells what came of it. */
export async function openChosen(input, tell) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  try {
    if (await openFile(file)) tell(t("loadedFile", file.name));
  } catch (error) {
    tell(error.message);
  }
}

const wrong = (key, ...values) => new Error(t("fileWrong", t(key, ...values)));

/** A case (`{…}`), else a ruleset text; false if something else was opened meanwhile. */
async function openFile(file) {
  let text;
  try {
    // A text in another encoding would be read as other characters.
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw wrong("fileNotUtf8");
  }
  if (!text.trimStart().startsWith("{")) {
    if (/^(ruleset|offence|licence|acts|facts) *:/m.test(text) && !/^"?cailiang"? *:/m.test(text)) throw wrong("fileYamlCase");
    return choose(file.name, { text });
  }
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(t("fileWrong", error.message));
  }
  if (data.cailiang !== undefined) return choose(file.name, { text });
  return openCase(data);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Opens a case: of a file, a link, the history or the samples; false if something else was opened meanwhile. */
export async function openCase(given) {
  const data = ofOneAct(given);
  const subject = data?.offence ?? data?.licence;
  if (typeof data?.ruleset !== "string" || typeof subject !== "string") throw wrong("fileNoCase");
  if ((data.contract ?? 1) !== 1) throw wrong("fileContract", data.contract);
  const { facts = {}, rulesets = [] } = data;
  if (!isObject(facts)) throw wrong("fileFacts");
  if (!Array.isArray(rulesets) || !rulesets.every((one) => typeof one?.name === "string" && typeof one.text === "string"))
    throw wrong("fileRulesets");
  const whole = data.do === "decide";
  const general = Array.isArray(data.general) ? data.general.map(String) : undefined;
  const more = { offence: subject, facts, whole, general, continuing: data.continuing === true, asOf: data.as_of };
  if (rulesets.length) return openTexts(rulesets, data.ruleset, more);
  if (data.name === "demo.yaml" || data.ruleset === "cn.demo.food") return choose("demo.yaml", more);
  const day = String(facts.行为终了日 ?? facts.违法行为日 ?? data.on ?? data.as_of ?? "");
  const versions = builtIns.filter((one) => one.id === data.ruleset);
  // The version it was last seen with, else the one in force on the day; the engine decides it again when it evaluates.
  const text = versions.find((one) => one.name === data.name) ?? versions.filter((one) => one.from <= day).at(-1) ?? versions[0];
  if (!text) throw wrong("textUnknown", data.ruleset);
  return choose(text.name, more);
}

/** A case of one act in the short form; of several acts this page shows none rather than one of them. */
function ofOneAct(data) {
  if (!Array.isArray(data?.acts)) return data;
  if (data.acts.length !== 1) throw wrong("fileSeveralActs", data.acts.length);
  if (!isObject(data.acts[0])) throw wrong("fileNoCase");
  const { acts, ...common } = data;
  const [{ id, facts, ...act }] = acts;
  return { ...common, ...act, facts: { ...common.facts, ...facts } };
}

/** Texts that came with a case: the one it names is chosen, the others stand beside it. */
function openTexts(texts, id, more) {
  const known = texts.map((one) => ({ ...one, id: idOf(one) }));
  const main = known.find((one) => one.id === id) ?? known[0];
  return choose(main.name, { ...more, text: main.text, extra: known.filter((one) => one !== main && one.id) });
}

/** The id that a text declares; null if it has errors. */
function idOf({ name, text }) {
  const { desk } = compile(name, text);
  desk?.rules.free();
  return desk?.ruleset.id ?? null;
}
