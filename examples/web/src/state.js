// What the page knows: the chosen text and the case. Everything shown is computed from it; it is what a link carries.
import { ask, builtIns, compile, textOf, usedBy } from "./engine.js";
import { lang, t } from "./words.js";

/** The day of the act as a fact of the case; every ruleset has it. */
export const ACT = "违法行为日";
/** The days of a case that every ruleset knows. */
export const DAYS = ["行为终了日", "发现日", "立案日", "决定日"];
/** The law on administrative penalties holds for every one of them (its arts 2 and 3), also where a text does not name it. */
const GENERAL = ["cn.npc.administrative-penalty-law"];

export const state = {
  /** Name of the text, its text, whether it differs from the original, and the original. */
  name: "",
  text: "",
  original: "",
  diagnostics: null,
  /** Counts the cases opened: what is being typed belongs to one of them. */
  opened: 0,
  /** The last text without errors, compiled; and whether it is the text on the page. */
  desk: null,
  current: false,
  /** The text was edited and not yet looked at: a long one waits until the keys rest. */
  waiting: false,
  library: [],
  /** Texts that came with the case, beside the chosen one. */
  extra: [],
  offence: "",
  /** Name → value, as the contract has them, in the order of answering. */
  facts: Object.create(null),
  /** Of a licence: the day as of which it is asked. */
  asOf: undefined,
  /** Whether the whole case is asked for; the general laws it is asked under; whether the act continues. */
  whole: false,
  general: GENERAL,
  continuing: false,
  /** What a person has in view. */
  tab: "case",
  leftTab: "about",
};

const listeners = new Set();
let due = false;
/** What a look at the text may take, in ms, so that a key is painted in its frame; how long keys rest before a longer one. */
const [QUICK, REST] = [8, 150];
/** What the last look took, and the next one if it waits. */
let looked = 0;
let next;

/** Calls back after every change, once per frame. */
export function onChange(listener) {
  listeners.add(listener);
}

/** Says that something changed: the page is painted in the next frame, however often this is called. */
export function changed() {
  if (due) return;
  due = true;
  const paint = () => {
    due = false;
    for (const listener of listeners) listener();
  };
  // A page that is not seen has no frames.
  if (document.hidden) setTimeout(paint);
  else requestAnimationFrame(paint);
}

/** Takes a text: compiled at once, kept with its diagnostics either way. */
function take(text) {
  clearTimeout(next);
  state.waiting = false;
  state.text = text;
  const { diagnostics, desk } = compile(state.name, text, state.library);
  state.diagnostics = diagnostics;
  state.current = Boolean(desk);
  if (!desk) return;
  const before = state.desk ? subjects().map((one) => one.id) : [];
  state.desk?.rules.free();
  state.desk = desk;
  const now = subjects();
  if (now.some((one) => one.id === state.offence)) return;
  // An id that is being typed anew is still that of its place.
  state.offence = (now.length === before.length ? now[before.indexOf(state.offence)] : undefined)?.id ?? now[0]?.id ?? "";
}

/** What a case can be about: the offences of the text, and its licences. */
export function subjects() {
  const { offences, licences } = state.desk.ruleset;
  return [...offences.map((one) => ({ ...one, key: "offence" })), ...licences.map((one) => ({ ...one, key: "licence" }))];
}

/** `offence` or `licence`: how a request names what is chosen. */
export const key = () => subjects().find((one) => one.id === state.offence)?.key ?? "offence";

/** What is being opened: of two, the later one counts, whichever text arrives first. */
let opening = 0;

/**
 * Another text: a built-in one by name, or one of the user's own. False if something else was opened meanwhile; an error if
 * the text cannot be had, or has no errors and not what the case is about.
 */
export async function choose(name, { text, offence, facts = {}, extra = [], asOf, general, continuing = false, whole = state.whole } = {}) {
  const mine = ++opening;
  const isOurs = builtIns.some((one) => one.name === name) || name === "demo.yaml";
  const original = isOurs ? await textOf(name) : (text ?? "");
  const { ids, uses } = declaredBy(name, text ?? original);
  if (offence && ids && !ids.includes(offence)) throw new Error(t("fileWrong", t("subjectUnknown", offence, name)));
  const library = [...extra, ...(await usedBy(uses))];
  if (mine !== opening) return false;
  state.desk?.rules.free();
  Object.assign(state, { name, original, library, extra, desk: null, offence: offence ?? "", facts: named(facts) });
  Object.assign(state, { asOf, general: general ?? GENERAL, continuing, whole, opened: mine });
  take(text ?? original);
  changed();
  return true;
}

/** What cases of a text can be about, and the texts it uses; no `ids` while it has errors. */
function declaredBy(name, text) {
  const { desk } = compile(name, text);
  if (!desk) return { ids: null, uses: [] };
  desk.rules.free();
  const { offences, licences, uses } = desk.ruleset;
  return { ids: [...offences, ...licences].map((one) => one.id), uses };
}

/** Facts by name, and nothing else: no name is taken for given because every object has it. */
const named = (facts) => Object.assign(Object.create(null), facts);

/** The text was edited. */
export function edit(text) {
  clearTimeout(next);
  state.text = text;
  state.waiting = looked > QUICK;
  if (!state.waiting) return look();
  next = setTimeout(look, REST);
  changed();
}

/** Looks at an edited text now, before anything of it leaves the page. */
export function settle() {
  if (state.waiting) look();
}

/** Looks at the text as it stands: what of it is wrong, and what follows from it. */
function look() {
  const from = performance.now();
  take(state.text);
  looked = performance.now() - from;
  changed();
  // A text that begins to use another one needs it; it is fetched once.
  const uses = state.current ? state.desk.ruleset.uses : [];
  const missing = uses.filter((id) => builtIns.some((one) => one.id === id) && !state.library.some((one) => one.id === id));
  if (!missing.length) return;
  const { opened } = state;
  usedBy(uses).then((library) => {
    if (opened !== state.opened) return;
    state.library = [...state.extra, ...library];
    take(state.text);
    changed();
  });
}

export function chooseOffence(id) {
  if (id === state.offence) return;
  state.opened = ++opening;
  state.offence = id;
  state.facts = named(ACT in state.facts ? { [ACT]: state.facts[ACT] } : {});
  changed();
}

/** An answer; `undefined` = not known. */
export function answer(name, value) {
  if (value === undefined) delete state.facts[name];
  else state.facts[name] = value;
  changed();
}

export function clearFacts() {
  Object.assign(state, { opened: ++opening, facts: named(), asOf: undefined, continuing: false });
  changed();
}

/** Sets what is no fact: the day of a licence, whether the act continues, whether the whole case is shown. */
export function set(more) {
  Object.assign(state, more);
  changed();
}

const about = () => ({ contract: 1, ruleset: state.desk.ruleset.id, [key()]: state.offence });
/** While the day of the act is not known the first day of the text is used, and said. */
const onDay = () => (key() === "licence" && state.asOf ? { as_of: state.asOf } : { on: state.desk.ruleset.from });

let declared = { of: [], facts: [] };
/** The facts that the offence reads, with their types; of the version of the text when the day finds none. */
export function reads() {
  const of = [state.desk, state.offence, state.facts[ACT], state.asOf, lang()];
  if (of.every((one, n) => one === declared.of[n])) return declared.facts;
  const described = (facts) => ask(state.desk, { ...about(), ...onDay(), facts }, "describe");
  let found = described(ACT in state.facts ? { [ACT]: state.facts[ACT] } : {});
  if (found.kind !== "description") found = described({});
  declared = { of, facts: (found.offence ?? found.licence)?.facts ?? [] };
  return declared.facts;
}

/** The facts of the case that the offence does not read: those of the general part and the procedure. */
export function beyond() {
  const names = new Set([ACT, ...DAYS, ...reads().map((fact) => fact.name)]);
  return Object.keys(state.facts).filter((name) => !names.has(name));
}

/** The chosen offence as a request of the contract, with the facts that it reads and the days of the case. */
export function request() {
  const others = beyond();
  const own = Object.entries(state.facts).filter(([name]) => !others.includes(name));
  return { ...about(), ...onDay(), facts: Object.fromEntries(own) };
}

/** The whole case as a request of the contract, with all facts. */
export function wholeRequest() {
  const { general, continuing, facts } = state;
  return { ...about(), ...onDay(), do: "decide", general, ...(continuing ? { continuing } : {}), facts };
}

/** Whether there is a whole case to ask for: a licence has none. */
export const isWhole = () => state.whole && state.desk !== null && state.offence !== "" && key() === "offence";

/** Whether anything was said that only the whole case holds. */
export const saysMore = () =>
  state.desk !== null && key() === "offence" && (beyond().length > 0 || state.continuing || String(state.general) !== String(GENERAL));
