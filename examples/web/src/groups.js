// The questions of the whole case, apart from those of the offence: days, circumstances, procedure. Closed until opened,
// since most do not matter in most cases; nothing is taken for granted, an answer is a person's.
import { arrange, h } from "./dom.js";
import { chip } from "./parts.js";
import { row } from "./question.js";
import { DAYS, answer, beyond, reads, set, state } from "./state.js";
import { lang, t } from "./words.js";

export function makeGroups() {
  const days = group("days");
  const general = group("general");
  const procedure = group("procedure");
  const continuing = h("input", { type: "checkbox", onchange: () => set({ continuing: continuing.checked }) });
  days.list.after(
    h(
      "p",
      { class: "continuing" },
      h("label", { class: "tick" }, continuing, h("span", null, t("continuing"))),
      h("span", { class: "hint" }, t("continuingHint")),
    ),
  );
  days.node.open = true;
  const none = h("button", { type: "button", class: "quiet none-of-these", onclick: () => open.forEach((name) => answer(name, false)) });
  general.list.after(none);
  const strangers = h("div", { class: "strangers" });
  const node = h(
    "section",
    { class: "whole", "aria-labelledby": "whole-title" },
    h("h3", { id: "whole-title", tabindex: "-1" }, t("wholeTitle")),
    h("p", { class: "hint" }, t("wholeHint")),
    days.node,
    general.node,
    procedure.node,
    strangers,
  );
  /** Questions of yes or no in the group of circumstances that are not answered. */
  let open = [];
  let rows = new Map();
  let spoken = "";

  /** The row of a fact; another declaration of the same name makes another row. */
  function rowOf(asked) {
    // The head of the group says what they decide. A question says of a list what there is to choose, not what an entry is.
    const plain = { ...asked, decides: "" };
    const fact =
      asked.type === "list" && !asked.item ? { ...plain, item: asked.of ? { type: "choice", of: asked.of } : { type: "text" } } : plain;
    const shape = JSON.stringify(fact);
    const known = rows.get(fact.name);
    if (known?.shape === shape) return known.row;
    const made = row(fact);
    rows.set(fact.name, { shape, row: made });
    return made;
  }

  return {
    node,
    paint({ answer: outcome, aside, declared }) {
      if (spoken !== lang()) rows = new Map();
      spoken = lang();
      continuing.checked = state.continuing;
      const own = new Set(reads().map((fact) => fact.name));
      const needed = (outcome?.facts_needed ?? []).map((one) => one.name).filter((name) => !own.has(name));
      const given = [...DAYS.filter((name) => name in state.facts), ...beyond()];
      const shown = (fact) => given.includes(fact.name) || needed.includes(fact.name);
      const facts = [...declared.values()].filter((fact) => !own.has(fact.name) && !DAYS.includes(fact.name) && shown(fact));
      const put = (group, list) => {
        for (const fact of list) {
          const one = rowOf(fact);
          one.show(aside);
          one.node.classList.toggle("next", fact.name === needed[0]);
        }
        arrange(
          group.list,
          list.map((fact) => rowOf(fact).node),
        );
        const asked = list.filter((fact) => needed.includes(fact.name) && !(fact.name in state.facts)).length;
        group.count(list.filter((fact) => fact.name in state.facts).length, asked);
      };
      put(days, DAYS.filter((name) => !own.has(name)).map(dayOf));
      // What only the procedure reads says so; a circumstance of the general part decides nothing in the offence.
      const circumstances = facts.filter((fact) => !fact.decides);
      put(general, circumstances);
      put(
        procedure,
        facts.filter((fact) => fact.decides),
      );
      procedure.node.hidden = !procedure.list.children.length;
      open = circumstances.filter((fact) => fact.type === "yes-no" && !(fact.name in state.facts)).map((fact) => fact.name);
      none.hidden = open.length < 2;
      none.textContent = t("noneOfThese", open.length);
      strangers.replaceChildren(...unknown(beyond().filter((name) => outcome && !declared.has(name))));
    },
  };
}

/** A day of the case as a question. */
const dayOf = (name) => ({
  name,
  type: "date",
  unascertainable: name === "行为终了日" || name === "发现日",
  question: t(`day_${name}`),
  hint: t(`dayHint_${name}`),
});

/** A folded list of questions with its count in the head. */
function group(name) {
  const counts = h("span", { class: "group-counts" });
  const list = h("ul", { class: "questions" });
  const node = h(
    "details",
    { class: "question-group", "data-group": name },
    h("summary", null, h("span", { class: "group-title" }, t(`group_${name}_title`)), counts),
    list,
  );
  const count = (given, asked) =>
    counts.replaceChildren(
      ...[
        given > 0 && chip(t("givenCount", given)),
        asked > 0 && chip(t("stillAsked", asked), "wait"),
        !given && !asked && chip(t("noneAsked")),
      ].filter(Boolean),
    );
  return { node, list, count };
}

/** Facts that nothing in the case reads: kept, not used, and said so. */
export function unknown(names) {
  if (!names.length) return [];
  const item = (name) =>
    h("li", null, name, " ", h("button", { type: "button", class: "quiet", onclick: () => answer(name, undefined) }, t("forget", name)));
  return [h("p", { class: "hint" }, t("strangers", names.length)), h("ul", { class: "plain" }, names.map(item))];
}
