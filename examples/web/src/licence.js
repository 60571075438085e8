// A licence: the decision, the conditions as a checklist, documents and deadlines.
import { fold, h } from "./dom.js";
import { reasons } from "./explain.js";
import { basis, chip, governing, named, notes, reviewPoints, section } from "./parts.js";
import { known, t } from "./words.js";

const marks = { satisfied: "✓", failed: "✕", unknown: "?" };
const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const text = (one) => (typeof one === "string" ? one : (one.message ?? one.text ?? one.name ?? one.what ?? one.id ?? JSON.stringify(one)));

export function licence(answer, view) {
  const lines = view.explain();
  const { decision } = answer;
  return [
    h(
      "div",
      { class: `headline ${answer.determined ? "determined" : "open"} licence-${decision?.kind ?? "open"}` },
      h("p", { class: "state" }, chip(answer.determined ? t("determined") : t("open"), answer.determined ? "good" : "wait"), !answer.determined && answer.facts_needed?.length > 0 && h("span", null, t("openBecause", answer.facts_needed.length))),
      decision && h("p", { class: "verdict" }, known(`licence_${decision.kind}`, decision.kind), decision.by && h("span", { class: "by" }, ` ${known(`by_${decision.by}`, decision.by)}`)),
      decision?.authority && h("p", null, `${t("authority")}: ${list(decision.authority).map(text).join("、")}`),
      list(decision?.grounds).length > 0 && h("p", null, `${t("grounds")}: ${list(decision.grounds).map(text).join("；")}`),
      list(decision?.missing).length > 0 && h("p", null, `${t("missing")}: ${list(decision.missing).map(text).join("；")}`),
    ),
    section(t("conditions"), "checklist", answer.conditions?.length > 0 && h("ul", null, answer.conditions.map(condition))),
    section(t("documents"), "checklist", answer.documents?.length > 0 && h("ul", null, answer.documents.map(condition))),
    section(t("deadlines"), "deadlines", answer.deadlines?.length > 0 && h("ul", null, answer.deadlines.map(deadline))),
    simple(t("fee"), answer.fee),
    simple(t("validity"), answer.validity),
    named(t("warnings"), "warnings", answer.warnings),
    reviewPoints(answer.review_points),
    reasons(lines, view),
    fold(view.opened, "texts", h("h3", null, t("governing")), () => [governing(answer.governing), notes(answer.notes)]),
  ];
}

function simple(title, value) {
  return section(title, "simple", list(value).length > 0 && h("ul", null, list(value).map((one) => h("li", null, text(one), basis(one?.basis)))));
}

/** A condition or document with its mark; the word is there for those who do not see the mark. */
function condition(one) {
  const status = one.status ?? "unknown";
  return h(
    "li",
    { class: `check ${status}` },
    h("span", { class: "mark", "aria-hidden": "true" }, marks[status] ?? "·"),
    h("span", null, one.name ?? one.id, one.name && one.id !== one.name && h("span", { class: "ask-name" }, one.id), " ", h("span", { class: "status-word" }, known(`status_${status}`, status))),
    one.due && chip(t("due", one.due)),
    (one.message ?? one.note) && h("span", { class: "hint" }, one.message ?? one.note),
    basis(one.basis),
  );
}

function deadline(one) {
  return h("li", null, h("span", null, one.name ?? one.what), one.due && h("strong", null, ` ${t("due", one.due)}`), one.counted_from && h("span", { class: "hint" }, ` ${t("countedFrom", one.counted_from)}`), basis(one.basis));
}
