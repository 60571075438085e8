// The sheet that is printed: the reasoning as it goes into a file, made only when asked for.
import { paragraphs } from "./decision.js";
import { h } from "./dom.js";
import { evaluate, version } from "./engine.js";
import { licence } from "./licence.js";
import { valueText } from "./numbers.js";
import { t } from "./words.js";

/** The sheet of a whole case: the reasoning of the letter, then what it rests on. */
export function wholeSheet(answer) {
  if (answer.kind === "error") return [h("h1", null, t("errorTitle")), h("p", null, answer.message)];
  const of = (name) => answer.explanation.filter((line) => line.part === name);
  const part = (name, title, tag = "ul") =>
    of(name).length ? [h("h2", null, title), h(tag, { class: `sheet-${name}` }, of(name).map(line))] : [];
  const [head] = of("head");
  return [
    h("h1", null, t("printWhole")),
    head && h("p", { class: "sheet-head" }, h("strong", null, head.heading), h("br"), head.text),
    !answer.determined && h("p", { class: "sheet-open" }, t("printOpen", answer.facts_needed.length)),
    h("div", { class: "letter", lang: "zh-CN" }, paragraphs(answer.letter)),
    part("law", t("lawOf")),
    part("grading", t("explanation"), "ol"),
    part("options", t("options")),
    part("procedure", t("procedure")),
    part("review", t("reviewPoints")),
    h("h2", null, t("governing")),
    h(
      "ul",
      null,
      answer.governing.map((one) =>
        h("li", null, [one.title, one.document, t("from", one.from), t("chosenBy", one.chosen_by)].filter(Boolean).join(" · ")),
      ),
    ),
    foot(answer.receipt),
  ];
}

/** The sheet of a licence: the decision with its checklist and deadlines, and the reasons in the engine's words. */
export function licenceSheet(answer, view) {
  const { title } = answer.governing[0];
  return [
    h("h1", null, t("printLicence")),
    h("p", { class: "sheet-head" }, h("strong", null, title), answer.as_of && [h("br"), t("printAsOf", answer.as_of)]),
    licence(answer, { ...view, opened: new Map([["texts", true]]) }),
    foot(answer.receipt),
  ];
}

/** Fills the sheet from the answer and its explanation; a receipt is computed now, with digests. */
export function sheet(desk, request, lines) {
  const answer = evaluate(desk, request, { receipt: true });
  if (answer.kind === "error") return [h("h1", null, t("errorTitle")), h("p", null, answer.message)];
  const of = (name) => lines.filter((line) => line.section === name);
  const part = (name, title, tag = "ul") => {
    const found = of(name);
    return found.length ? [h("h2", null, title), h(tag, { class: `sheet-${name}` }, found.map(line))] : [];
  };
  const head = of("head")[0];
  const facts = answer.facts_used ?? [];
  return [
    h("h1", null, t("printTitle")),
    head && h("p", { class: "sheet-head" }, h("strong", null, head.heading), h("br"), head.text, h("br"), head.basis),
    h(
      "div",
      { class: "sheet-result" },
      of("result").map((one) => h("p", null, one.heading && h("span", { class: "sheet-name" }, one.heading), one.text)),
    ),
    part("ways", of("ways")[0]?.title),
    part("ask", of("ask")[0]?.title, "ol"),
    facts.length > 0 && [
      h("h2", null, t("factsFound")),
      h(
        "table",
        null,
        facts.map((one) => h("tr", null, h("th", { scope: "row" }, one.name), h("td", null, valueText(one.value, one.unit ?? "", t)))),
      ),
    ],
    part("steps", t("explanation"), "ol"),
    part("not_applied", t("whyNot")),
    part("review", t("reviewPoints")),
    part("authority", t("authority")),
    part("marks", t("notes")),
    part("governing", t("governing")),
    foot(answer.receipt),
  ];
}

/** What the sheet is, and the digests by which it can be computed again. */
function foot(receipt) {
  const digest = (name, { sha256 }) => h("span", null, `${t(name)} sha256 ${sha256}`);
  const digests = receipt && [
    h("span", null, t("engine", version())),
    digest("factsDigest", receipt.facts),
    digest("outcomeDigest", receipt.outcome),
  ];
  return h("footer", null, h("p", null, t("printNote")), digests && h("p", { class: "digests" }, digests));
}

function line(one) {
  return h(
    "li",
    null,
    one.heading && h("span", { class: "sheet-name" }, one.heading),
    h("span", null, one.text),
    one.basis && h("span", { class: "basis" }, one.basis),
  );
}
