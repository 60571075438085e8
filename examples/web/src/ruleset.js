// The left side: which text, what it is, and the text itself with its diagnostics.
import { fill, h } from "./dom.js";
import { makeEditor } from "./editor.js";
import { builtIns } from "./engine.js";
import { openChosen } from "./files.js";
import { chip } from "./parts.js";
import { changed, choose, edit, state } from "./state.js";
import { t, word } from "./words.js";

export function makeRuleset(tell) {
  const select = h("select", { id: "ruleset", onchange: () => pick(select.value) });
  const opener = h("input", {
    type: "file",
    accept: ".yaml,.yml,.json",
    class: "hidden",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: () => openChosen(opener, tell),
  });
  const about = h("div", { class: "about", id: "left-about", role: "tabpanel", "aria-labelledby": "left-tab-about" });
  const found = h("div", { class: "diagnostics", id: "diagnostics", role: "status" });
  const editor = makeEditor(edit, "diagnostics");
  const restore = h("button", { type: "button", class: "quiet", onclick: () => edit(state.original) }, t("restore"));
  const textPanel = h(
    "div",
    { class: "text-panel", id: "left-text", role: "tabpanel", "aria-labelledby": "left-tab-text" },
    found,
    editor.node,
    h("p", { class: "editor-foot" }, restore, h("span", { class: "hint" }, t("undoText"))),
  );
  const tabs = ["about", "text"].map((name) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `left-tab-${name}`,
        "aria-controls": `left-${name}`,
        onclick: () => turn(name),
        onkeydown: arrows,
      },
      t(name),
    ),
  );
  const node = h(
    "div",
    { class: "ruleset" },
    h("label", { for: "ruleset" }, t("rulesetTitle")),
    h("div", { class: "choose" }, select, h("button", { type: "button", onclick: () => opener.click() }, t("openText")), opener),
    h("div", { class: "tabs small", role: "tablist", "aria-label": t("rulesetTitle") }, tabs),
    about,
    textPanel,
  );
  let shown = "";

  async function pick(name) {
    try {
      await choose(name, name === state.name ? { text: state.text, offence: state.offence, facts: state.facts } : {});
    } catch (error) {
      tell(error.message);
    }
    // The list names what is on the page, also where the chosen text could not be had or was overtaken.
    changed();
  }
  function turn(name) {
    state.leftTab = name;
    paint();
    changed();
  }
  function arrows(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const name = state.leftTab === "about" ? "text" : "about";
    turn(name);
    tabs[name === "about" ? 0 : 1].focus();
  }

  return {
    node,
    point(at, options) {
      state.leftTab = "text";
      paint();
      editor.point(at, options);
    },
    /** Forgets the place that was pointed at: the text or the case is another one. */
    forget: () => editor.point(null),
    paint,
  };

  function paint() {
    options(select);
    // The places of what was found are those of the text that was looked at.
    const errors = state.waiting ? [] : (state.diagnostics?.diagnostics ?? []);
    tabs.forEach((tab, n) => {
      const on = state.leftTab === ["about", "text"][n];
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    });
    tabs[1].replaceChildren(t("text"), ...(errors.length ? [chip(String(errors.length), state.current ? "wait" : "bad")] : []));
    about.hidden = state.leftTab !== "about";
    textPanel.hidden = state.leftTab !== "text";
    restore.hidden = state.text === state.original || !state.original;
    const key = JSON.stringify([state.desk?.ruleset, state.desk?.text, state.current]);
    if (key !== shown) about.replaceChildren(...description());
    shown = key;
    found.replaceChildren(...(state.waiting ? [h("p", { class: "count wait" }, t("waiting"))] : diagnostics(errors, (at) => editor.point(at))));
    if (state.leftTab === "text") editor.show(state.text, errors);
  }
}

/** The texts to choose from; one of the user's own is the first. */
function options(select) {
  const own =
    builtIns.some((one) => one.name === state.name) || state.name === "demo.yaml" ? [] : [[state.name, `${t("own")}: ${state.name}`]];
  const edited = (name) => (name === state.name && state.text !== state.original && state.original ? ` (${t("edited")})` : "");
  const all = [...own, ["demo.yaml", t("demo")], ...builtIns.map((one) => [one.name, `${one.title} · ${one.from}`])];
  const key = JSON.stringify([all, state.name, state.text !== state.original]);
  if (select.dataset.key !== key) select.replaceChildren(...all.map(([name, title]) => h("option", { value: name }, title + edited(name))));
  select.dataset.key = key;
  select.value = state.name;
}

/** Who issued it, when it is in force, what it quotes. */
function description() {
  const one = state.desk?.ruleset;
  if (!one) return [h("p", { class: "hint" }, t("noValid"))];
  const rows = [
    [t("issuer"), one.issuer],
    [t("document"), one.document],
    [
      t("inForce"),
      `${one.through ? t("fromThrough", one.from, one.through) : t("from", one.from)}${one.revision > 1 ? ` · ${t("revision", one.revision)}` : ""}`,
    ],
    [t("tiers"), one.tiers.join(" · ")],
    [t("usesTexts"), one.uses.map((id) => builtIns.findLast((other) => other.id === id)?.title ?? id).join("、")],
  ].filter(([, text]) => text);
  const laws = one.laws.map((law) => h("li", null, law.title, law.edition && h("span", { class: "basis" }, law.edition)));
  return [
    h(
      "h3",
      { class: "doc-title" },
      one.title,
      " ",
      chip(word("Status", one.status), one.status === "in_force" ? "good" : "wait"),
    ),
    h(
      "dl",
      null,
      rows.map(([name, text]) => h("div", null, h("dt", null, name), h("dd", null, text))),
    ),
    one.unverified && h("p", { class: "warned" }, chip(word("NoteKind", "unverified"), "warn"), " ", one.unverified),
    one.reading && h("p", { class: "warned" }, chip(word("NoteKind", "reading")), " ", one.reading),
    laws.length > 0 && h("div", { class: "laws" }, h("h4", null, t("laws")), h("ul", { class: "plain" }, laws)),
  ].filter(Boolean);
}

/** The diagnostics as a list; each leads to its characters. */
function diagnostics(list, show) {
  const errors = list.filter((one) => one.severity === "error").length;
  const counts = [errors && t("errorsInText", errors), list.length - errors && t("warningsInText", list.length - errors)].filter(Boolean);
  const head = h("p", { class: list.length ? (errors ? "count bad" : "count wait") : "count good" }, counts.join(" · ") || t("validText"));
  const item = (one) => {
    const at = one.labels.find((label) => label.primary)?.at;
    return h(
      "li",
      { class: one.severity },
      h(
        "button",
        { type: "button", class: "diagnostic", onclick: () => at && show(at) },
        at && h("span", { class: "where" }, `${at.line}:${at.utf16_column}`),
        h("span", null, one.message),
      ),
      one.help && h("p", { class: "help" }, `${t("help")}: ${one.help}`),
    );
  };
  return [head, ...(list.length ? [fill(h("ul", { class: "plain" }), list.map(item))] : [])];
}
