// Why: the steps as a tree. Each opens to the conditions behind it and leads to its place in the ruleset text.
import { fold, h } from "./dom.js";
import { valueText } from "./numbers.js";
import { basis } from "./parts.js";
import { t, word } from "./words.js";

/** The numbered steps of the computation. */
export function reasons(lines, view) {
  const steps = lines.filter((line) => line.section === "steps");
  if (!steps.length) return null;
  return h(
    "section",
    { class: "reasons", id: "reasons" },
    h("h3", null, t("explanation")),
    h("p", { class: "hint" }, t("explanationHint")),
    h(
      "ol",
      { class: "tree" },
      steps.map((line, n) => h("li", null, node(line, `step${n}`, view))),
    ),
  );
}

/** The rows that did not apply, with the very conditions that failed. */
export function whyNot(lines, view) {
  const rows = lines.filter((line) => line.section === "not_applied");
  if (!rows.length) return null;
  const body = () =>
    h(
      "ul",
      { class: "tree" },
      rows.map((line, n) => h("li", null, node(line, `not${n}`, view))),
    );
  return fold(view.opened, "whynot", h("h3", null, t("whyNot")), body, { open: true });
}

/** What a licence rests on, part by part: each row opens to its conditions and leads to its place in the text. */
export function rows(view) {
  const body = () => {
    const told = view.explain().filter((line) => line.places.length > 0 && line.section !== "head");
    const part = (section) => {
      const own = told.filter((line) => line.section === section);
      return [
        own[0].title && h("h4", null, own[0].title),
        h(
          "ul",
          { class: "tree" },
          own.map((line, n) => h("li", null, node(line, `${section}${n}`, view))),
        ),
      ];
    };
    return [...new Set(told.map((line) => line.section))].flatMap(part);
  };
  return fold(view.opened, "rows", h("h3", null, t("explanation")), body);
}

function node(line, key, view) {
  const inside = line.conditions.length || line.places.length;
  const head = h(
    "span",
    { class: "step-line" },
    h("span", { class: "step-name" }, line.heading),
    h("span", { class: "step-text" }, line.text, " ", basis(line.basis)),
  );
  if (!inside) return h("div", { class: "leaf" }, head);
  const same = (at) => line.conditions.some((one) => one.at && one.at.source === at.source && one.at.line === at.line);
  const body = () => [
    line.conditions.length > 0 &&
      h(
        "ul",
        { class: "conditions" },
        line.conditions.map((one) => condition(one, view)),
      ),
    line.places.filter((at) => !same(at)).map((at) => place(at, line.heading, view)),
  ];
  return fold(view.opened, key, head, body, { onopen: () => line.places[0] && view.point(line.places[0], { quietly: true }) });
}

/** `持续天数 <= 30日` · holds · 持续天数 20 */
function condition(one, view) {
  const reads = one.reads.map((read) => `${read.name}: ${valueText(read.value, "", t)}`).join("；");
  return h(
    "li",
    { class: `cond ${one.holds}` },
    h("span", { class: "truth" }, word("TruthWord", one.holds)),
    h("code", null, one.condition),
    h("span", { class: "reads" }, reads),
    one.at && place(one.at, one.condition, view),
  );
}

/** A button that shows the text a step comes from. */
function place(at, name, view) {
  if (at.source !== view.source()) return h("span", { class: "elsewhere" }, t("otherText", `${at.source}:${at.line}`));
  return h(
    "button",
    { type: "button", class: "source", onclick: () => view.point(at) },
    `${t("showSource")} · ${t("line", at.line)}`,
    h("span", { class: "hidden" }, `: ${name}`),
  );
}
