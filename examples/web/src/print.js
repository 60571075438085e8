// The sheet that is printed: the reasoning as it goes into a file, made only when asked for.
import { h } from "./dom.js";
import { evaluate, version } from "./engine.js";
import { valueText } from "./numbers.js";
import { t } from "./words.js";

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
  const receipt = answer.receipt;
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
    h(
      "footer",
      null,
      h("p", null, t("printNote")),
      receipt &&
        h(
          "p",
          { class: "digests" },
          [
            t("engine", version()),
            `${t("factsDigest")} sha256 ${receipt.facts.sha256}`,
            `${t("outcomeDigest")} sha256 ${receipt.outcome.sha256}`,
          ].map((text) => h("span", null, text)),
        ),
    ),
  ];
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
