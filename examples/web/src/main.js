// The page: three panels, one repaint per frame after every change. No rule logic: the engine is asked, answers are shown.
import { fill, h } from "./dom.js";
import { ask, evaluate, outcomeOf, start } from "./engine.js";
import { openCase, openChosen, saveCase } from "./files.js";
import { makeForm } from "./form.js";
import { keep, keepLink, kept } from "./keep.js";
import { licenceSheet, sheet, wholeSheet } from "./print.js";
import { result, summary } from "./result.js";
import { ofText, remarks } from "./remarks.js";
import { makeRuleset } from "./ruleset.js";
import { samples } from "./samples.js";
import { caseOf, fromHash, toHash } from "./share.js";
import { changed, isWhole, key, onChange, request, set, settle, state, subjects } from "./state.js";
import { askMore, askWhole, whole } from "./whole.js";
import { lang, speak, t } from "./words.js";

const app = document.getElementById("app");
const paper = document.getElementById("sheet");
const opened = new Map();
let page;
let shownOffence = "";
let shownCase = 0;

const systemDark = matchMedia("(prefers-color-scheme: dark)");
dress();
systemDark.addEventListener("change", dress);
speak(remembered("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
await start().catch((error) => {
  app.replaceChildren(h("p", { class: "starting", role: "alert" }, t("notStarted", error.message)));
  throw error;
});
build();
onChange(paint);
onChange(keep);
await arrive();
addEventListener("popstate", arrive);
addEventListener("beforeprint", () => paper.replaceChildren(...printed()));
addEventListener("afterprint", () => paper.replaceChildren());
if ("serviceWorker" in navigator && isSecureContext) navigator.serviceWorker.register("sw.js").catch(() => {});

/** What this entry of the history keeps, else what the address carries, else the first sample. */
async function arrive() {
  const left = kept();
  try {
    const found = left ?? (await fromHash(location.hash));
    if (found && (await openCase(found))) return keepLink(location.hash);
  } catch {
    tell(t("linkWrong"));
  }
  if (!state.opened) await openCase(samples[0].case);
}

function build() {
  const told = h("p", { class: "told", role: "status", "aria-live": "polite" });
  const ruleset = makeRuleset((text) => tell(text, told));
  const form = makeForm();
  const output = h("div", { class: "result", id: "result", role: "tabpanel" });
  const kinds = ["range", "whole"].map((name) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `result-tab-${name}`,
        "aria-controls": "result",
        onclick: () => set({ whole: name === "whole" }),
        onkeydown: turn,
      },
      t(`result_of_${name}`),
    ),
  );
  function turn(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = kinds.find((one) => one !== event.target);
    other.click();
    other.focus();
  }
  const switcher = h("div", { class: "tabs small", role: "tablist", "aria-label": t("resultTitle") }, kinds);
  const lead = h("p", { class: "lead", "aria-live": "polite" });
  const panel = (name, title, body) =>
    h(
      "section",
      { class: `panel ${name}`, id: `panel-${name}`, "aria-labelledby": `title-${name}` },
      h("h2", { id: `title-${name}`, tabindex: "-1" }, title),
      body,
    );
  const tabs = ["ruleset", "case", "result"].map((name) =>
    h(
      "button",
      { type: "button", "data-tab": name, "aria-controls": `panel-${name}`, onclick: () => ((state.tab = name), changed()) },
      t(`tab${name[0].toUpperCase()}${name.slice(1)}`),
    ),
  );
  const sample = h(
    "select",
    { id: "sample", "aria-label": t("samples"), onchange: () => sample.selectedIndex > 0 && openSample(sample) },
    h("option", null, t("chooseSample")),
    samples.map((one) => h("option", null, one.title[lang()])),
  );
  const file = h("input", {
    type: "file",
    accept: ".json,.yaml,.yml",
    class: "hidden",
    tabindex: "-1",
    "aria-hidden": "true",
    id: "open-case",
    onchange: () => openChosen(file, tell),
  });
  const button = (word, act, id) => h("button", { type: "button", class: "quiet", onclick: act, id }, word);
  app.replaceChildren(
    h(
      "a",
      {
        class: "skip",
        href: "#panel-case",
        onclick: (event) => (event.preventDefault(), (state.tab = "case"), changed(), document.getElementById("title-case").focus()),
      },
      t("skip"),
    ),
    h(
      "header",
      { class: "top" },
      h("div", { class: "brand" }, h("h1", null, t("brand")), h("p", null, t("tagline"))),
      h(
        "div",
        { class: "tools" },
        sample,
        button(t("share"), share, "share"),
        button(t("save"), saveCase, "save"),
        button(t("load"), () => file.click(), "load"),
        file,
        button(t("print"), () => print(), "print"),
        button(t("otherLanguage"), other, "language"),
        button(t("theme"), theme, "theme"),
      ),
    ),
    h("nav", { class: "tabs", "aria-label": t("panels") }, tabs),
    lead,
    h(
      "main",
      null,
      panel("ruleset", t("rulesetTitle"), ruleset.node),
      panel("case", t("caseTitle"), form.node),
      panel("result", t("resultTitle"), [switcher, output]),
    ),
    h("footer", { class: "bottom" }, h("p", null, t("offline"))),
    told,
  );
  page = { ruleset, form, output, lead, tabs, switcher, kinds, tell: told };
}

/** Says what happened, for a while; the same words again are said again. */
function tell(text, node = page.tell) {
  node.textContent = "";
  node.style.setProperty("animation", "none");
  void node.offsetWidth;
  node.style.removeProperty("animation");
  node.textContent = text;
}

/** One repaint: the outcome, and what of the rest is open on the page. */
function paint() {
  const { ruleset, form, output, lead, tabs, switcher, kinds } = page;
  const began = performance.now();
  app.toggleAttribute("data-waiting", state.waiting);
  for (const tab of tabs) tab.setAttribute("aria-current", String(tab.dataset.tab === state.tab));
  app.dataset.tab = state.tab;
  app.dataset.left = state.leftTab;
  ruleset.paint();
  if (!state.desk) {
    output.replaceChildren(h("div", { class: "headline failed", role: "alert" }, h("p", { class: "verdict" }, t("noValid"))));
    lead.textContent = "";
    form.node.hidden = true;
    app.dataset.took = "0";
    return;
  }
  form.node.hidden = subjects().length === 0;
  if (form.node.hidden) {
    output.replaceChildren(h("div", { class: "headline", role: "status" }, h("p", { class: "verdict" }, t("noSubjects"))));
    switcher.hidden = true;
    lead.textContent = "";
    app.dataset.took = "0";
    return;
  }
  // What is typed in a field is that of the case it was typed for.
  if (shownCase !== state.opened && document.activeElement?.closest(".question")) document.activeElement.blur();
  shownCase = state.opened;
  const asked = outcomeOf(state.desk, request());
  form.paint(asked);
  const what = `${state.name} ${state.offence}`;
  if (what !== shownOffence) {
    ruleset.forget();
    // Steps of another case are others; the sections stay as they were.
    for (const key of [...opened.keys()]) if (/^(step|not)\d/.test(key)) opened.delete(key);
  }
  shownOffence = what;
  switcher.hidden = key() !== "offence";
  kinds.forEach((tab, n) => {
    const on = (n === 1) === state.whole;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    if (on) output.setAttribute("aria-labelledby", tab.id);
  });
  output.toggleAttribute("aria-busy", isWhole());
  if (isWhole()) askWhole(paintWhole, failedWhole);
  const view = viewOf(asked);
  if (!isWhole()) show(asked.answer, asked.answer.kind === "penalty" ? view.explain() : [], view);
  else if (whole.answer === null) {
    output.replaceChildren(h("p", { class: "hint", role: "status" }, t("loadingWhole")));
    form.paintWhole(whole);
  }
  app.dataset.took = (performance.now() - began).toFixed(1);
}

/** The whole case is answered: its result, and its questions in the form. */
function paintWhole(took) {
  if (!isWhole()) return;
  page.form.paintWhole(whole);
  const { answer } = whole;
  const view = { opened, scheme: () => state.desk.ruleset.tiers, letter: () => askMore({ letter: true, explanation: false }).letter ?? "" };
  show(answer, answer.explanation ?? [], view);
  page.output.removeAttribute("aria-busy");
  app.dataset.decided = took.toFixed(1);
}

/** The whole case cannot be asked: nothing of it is shown. */
function failedWhole(error) {
  page.output.replaceChildren(h("p", { class: "stale", role: "alert" }, error.message));
  page.output.removeAttribute("aria-busy");
}

/** Puts an answer on the right, and its result in the head of a small screen. */
function show(answer, lines, view) {
  const { output, lead } = page;
  const isLast = !state.current && !state.waiting;
  const said = ofText();
  output.replaceChildren();
  fill(output, [said.map((text, n) => h("p", { class: "stale", role: isLast && n === 0 ? "alert" : null }, text)), result(answer, view)]);
  const text = (isLast ? `${t("lastValid")} ` : "") + summary(answer, lines);
  if (lead.textContent !== text) lead.textContent = text;
}

/** What a result can ask for beside the outcome; each answer is asked for once per repaint, and only if shown. */
function viewOf({ request: asked }) {
  const once = new Map();
  const get = (action) => once.get(action) ?? once.set(action, ask(state.desk, asked, action)).get(action);
  return {
    opened,
    explain: () => get("explain").lines ?? [],
    tiers: () => get("tiers").targets ?? [],
    nearest: () => get("nearest"),
    scheme: () => state.desk.ruleset.tiers,
    source: () => state.name,
    text: () => state.desk.text,
    repaint: () => {},
    point(at, options) {
      if (!options?.quietly && matchMedia("(max-width: 899px)").matches) state.tab = "ruleset";
      if (options?.quietly && state.leftTab !== "text") return;
      // The places are those of the last text without errors.
      if (at.source !== state.name || !state.current || state.waiting) return;
      state.leftTab = "text";
      changed();
      requestAnimationFrame(() => page.ruleset.point(at, options));
    },
  };
}

function printed() {
  settle();
  if (!state.desk || !subjects().length) return [];
  const full = isWhole() && whole.answer;
  const asked = full ? null : outcomeOf(state.desk, request());
  const said = remarks(full ? whole.aside : asked.aside).map((text) => h("p", { class: "sheet-open" }, text));
  return [said, full ? wholeSheet(askMore({ letter: true, receipt: true })) : sheetOf(asked)].flat(Infinity).filter(Boolean);
}

function sheetOf(asked) {
  const view = viewOf(asked);
  if (asked.answer.kind === "licence") return licenceSheet(evaluate(state.desk, asked.request, { receipt: true }), view);
  return sheet(state.desk, asked.request, asked.answer.kind === "error" ? [] : view.explain());
}

async function share() {
  const hash = await toHash(caseOf());
  keepLink(hash);
  const long = hash.length > 8000 ? ` ${t("shareTooLong", hash.length)}` : "";
  try {
    await navigator.clipboard.writeText(location.href);
    tell(t("shared") + long);
  } catch {
    tell(t("sharedNot") + long);
  }
}

async function openSample(select) {
  const one = samples[select.selectedIndex - 1];
  select.selectedIndex = 0;
  try {
    if (await openCase(one.case)) tell(t("loadedFile", one.title[lang()]));
  } catch (error) {
    tell(error.message);
  }
}

function other() {
  speak(lang() === "zh" ? "en" : "zh");
  remembered("language", lang());
  build();
  changed();
  document.getElementById("language").focus();
}

function theme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  remembered("theme", next);
  document.documentElement.dataset.theme = next;
}

/** The theme that was chosen here, else that of the system. */
function dress() {
  const chosen = remembered("theme");
  const own = chosen === "dark" || chosen === "light";
  document.documentElement.dataset.theme = own ? chosen : systemDark.matches ? "dark" : "light";
}

/** What this browser remembers under a name, now the value if one is given; nothing where it may not remember. */
function remembered(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
