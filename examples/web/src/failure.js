// Why there is no outcome: what, where, expected, what to do, and the way on where there is one.
import { h } from "./dom.js";
import { builtIns } from "./engine.js";
import { chip } from "./parts.js";
import { ACT, choose, state } from "./state.js";
import { t, word } from "./words.js";

export function failure(answer) {
  const details = answer.details.map((one) =>
    h(
      "li",
      null,
      one.path && h("code", null, one.path),
      " ",
      one.message,
      one.expected && h("span", { class: "hint" }, ` · ${t("expected")}: ${one.expected}`),
      one.help && h("p", { class: "help" }, `${t("help")}: ${one.help}`),
    ),
  );
  return [
    h(
      "div",
      { class: "headline failed", role: "alert" },
      h("p", { class: "state" }, chip(word("Stage", answer.stage), "bad")),
      h("p", { class: "verdict" }, t("errorTitle")),
      h("p", null, answer.message),
      details.length > 0 && h("ul", { class: "plain" }, details),
      answer.code === "not-in-force" && others(),
    ),
  ];
}

/** Other versions of the same ruleset that begin on or before the day: chosen by a person, never in silence. */
function others() {
  const day = state.facts[ACT] ?? "";
  const found = builtIns.filter((one) => one.id === state.desk.ruleset.id && one.name !== state.name && one.from <= day);
  const { offence, facts, general, continuing } = state;
  const use = (one, button) =>
    choose(one.name, { offence, facts, general, continuing }).catch((error) => button.after(h("p", { role: "alert" }, error.message)));
  return found.map((one) => h("button", { type: "button", onclick: ({ target }) => use(one, target) }, `${one.title} · ${t("from", one.from)}`));
}
