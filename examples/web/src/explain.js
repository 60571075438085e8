// Why: the steps as a tree. Each opens to the conditions behind it and leads to its place in the ruleset text.
import { fold, h } from "./dom.js";
import { valueText } from "./numbers.js";
import { basis } from "./parts.js";
import { t } from "./words.js";

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

/** The conditions that were looked at, each with its place in the text: what the decision about a licence rests on. */
export function lookedAt(explanation, view) {
  const { conditions = [] } = explanation ? JSON.parse(explanation) : {};
  if (!conditions.length) return null;
  const bytes = new TextEncoder().encode(view.text());
  const body = () =>
    h(
      "ul",
      { class: "conditions" },
      conditions.map((one) => condition({ ...one, at: placeOf(one, bytes, view.source()) }, view)),
    );
  return fold(view.opened, "looked", h("h3", null, t("lookedAt")), body);
}

/** The place of a condition that comes with bytes of its text; none if the words that stand there are others. */
function placeOf({ condition, start, end }, bytes, source) {
  const text = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  if (text(start, end) !== condition) return null;
  const before = text(0, start).split("\n");
  const [line, column] = [before.length, before.at(-1).length + 1];
  return { source, line, utf16_column: column, end_line: line, utf16_end_column: column + condition.length };
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
    h("span", { class: "truth" }, t(`holds_${one.holds}`)),
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
