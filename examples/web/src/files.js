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
    await openFile(file);
    tell(t("loadedFile", file.name));
  } catch (error) {
    tell(error.message);
  }
}

/** A case (`{…}`), else a ruleset text. */
async function openFile(file) {
  const text = await file.text();
  if (!text.trimStart().startsWith("{")) return choose(file.name, { text });
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(t("fileWrong", error.message));
  }
  if (data.cailiang !== undefined) return choose(file.name, { text });
  return openCase(data);
}

/** Opens a case: of a file, a link or the samples. */
export async function openCase(given) {
  const data = ofOneAct(given);
  const subject = data?.offence ?? data?.licence;
  if (typeof data?.ruleset !== "string" || typeof subject !== "string") throw new Error(t("fileWrong", t("fileNoCase")));
  const facts = typeof data.facts === "object" && data.facts !== null ? data.facts : {};
  const whole = data.do === "decide";
  const general = Array.isArray(data.general) ? data.general.map(String) : undefined;
  const more = { offence: subject, facts, whole, general, continuing: data.continuing === true, asOf: data.as_of };
  const texts = (data.rulesets ?? []).map((one) => ({ name: String(one.name), text: String(one.text) }));
  if (texts.length) return openTexts(texts, data.ruleset, more);
  if (data.name === "demo.yaml" || data.ruleset === "cn.demo.food") return choose("demo.yaml", more);
  const day = String(facts.行为终了日 ?? facts.违法行为日 ?? data.on ?? data.as_of ?? "");
  const versions = builtIns.filter((one) => one.id === data.ruleset);
  // The version in force on the day is the one to show; the engine decides it again when it evaluates.
  const text = versions.filter((one) => one.from <= day).at(-1) ?? versions[0];
  if (!text) throw new Error(t("fileWrong", t("textUnknown", data.ruleset)));
  return choose(text.name, more);
}

/** A case of one act in the short form; of several acts this page shows none rather than one of them. */
function ofOneAct(data) {
  if (!Array.isArray(data?.acts)) return data;
  if (data.acts.length !== 1) throw new Error(t("fileWrong", t("fileSeveralActs", data.acts.length)));
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
