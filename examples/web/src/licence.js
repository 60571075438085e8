// A licence: the decision, then the checklist (conditions, documents, steps), deadlines, terms, and why.
import { fold, h } from "./dom.js";
import { rows } from "./explain.js";
import { amountText, counted } from "./numbers.js";
import { basis, chip, governing, named, notes, reviewPoints, section } from "./parts.js";
import { lang, t, word } from "./words.js";

const MARKS = {
  satisfied: "✓",
  given: "✓",
  done: "✓",
  failed: "✕",
  missing: "!",
  unknown: "?",
  waived: "–",
  not_applicable: "–",
  not_needed: "–",
  shared: "⇄",
};
const LOOKS = { given: "satisfied", done: "satisfied", missing: "failed" };
const listOf = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const text = (one) => (typeof one === "string" ? one : (one.message ?? one.name ?? one.what ?? one.id ?? JSON.stringify(one)));
/** Of a licence that is there already, it is the procedure that is not needed, not the licence. */
const said = (kind, procedure) =>
  kind === "not_required" && procedure !== "新办" ? t("procedureNotNeeded") : word("DecisionKind", kind);

export function licence(answer, view) {
  const possible = (rows) => rows?.filter((one) => one.holds !== "false") ?? [];
  return [
    headline(answer),
    checklist(t("conditions"), answer.conditions, "ConditionStatus"),
    held(t("bars"), possible(answer.bars)),
    held(t("grounds"), possible(answer.grounds)),
    held(t("exempt"), possible(answer.exempt)),
    checklist(t("documents"), answer.documents, "DocumentStatus"),
    checklist(t("steps"), answer.steps, "StepStatus"),
    section(t("deadlines"), "deadlines", answer.deadlines?.length > 0 && h("ul", null, answer.deadlines.map(deadline))),
    held(
      t("routes"),
      answer.routes?.filter((one) => one.taken !== "false").map((one) => ({ ...one, holds: one.taken })),
    ),
    section(t("terms"), "terms", answer.terms?.length > 0 && h("ul", null, answer.terms.map(term))),
    simple(t("fee"), answer.fee),
    simple(t("validity"), answer.validity),
    renewal(answer.renewal),
    held(
      t("bans"),
      possible(answer.bans).map((one) => ({ ...one, note: one.until === "for_good" ? word("BanEnd", one.until) : one.until && t("due", one.until) })),
    ),
    named(t("warnings"), "warnings", answer.warnings),
    reviewPoints(answer.review_points, view),
    rows(view),
    fold(view.opened, "texts", h("h3", null, t("governing")), () => [governing(answer.governing), notes(answer.notes)]),
  ];
}

function headline(answer) {
  const { decision, determined, facts_needed: needed } = answer;
  const open = decision?.possible?.map((one) => said(one.kind, answer.procedure)) ?? [];
  const told = [
    [t("authority"), decision?.authority ?? answer.authority],
    [t("grounds"), decision?.grounds],
    [t("missing"), decision?.missing],
    [t("steps"), decision?.steps],
  ];
  return h(
    "div",
    { class: `headline ${determined ? "determined" : "open"}` },
    h(
      "p",
      { class: "state" },
      chip(determined ? t("determined") : t("open"), determined ? "good" : "wait"),
      !determined && needed?.length > 0 && h("span", null, t("openBecause", needed.length)),
    ),
    open.length > 0 && h("p", { class: "verdict" }, open.join(lang() === "zh" ? "／" : " / ")),
    decision &&
      !open.length &&
      h(
        "p",
        { class: "verdict" },
        said(decision.kind, answer.procedure),
        decision.by && h("span", { class: "by" }, ` ${word("By", decision.by)}`),
        decision.force === "may" && chip(word("Binding", decision.force)),
      ),
    told.map(([name, list]) => listOf(list).length > 0 && h("p", null, lang() === "zh" ? `${name}：${listOf(list).map(text).join("；")}` : `${name}: ${listOf(list).map(text).join("; ")}`)),
  );
}

/** Conditions, documents or steps with their marks; the word of its family is there for those who do not see the mark. */
function checklist(title, list, family) {
  return section(title, "checklist", list?.length > 0 && h("ul", null, list.map((one) => check(one, family))));
}

function check(one, family) {
  const status = one.status ?? "unknown";
  const about = [
    one.evidence,
    one.form && word("DocumentForm", one.form),
    one.for?.length > 0 && t("shows", one.for.join("、")),
    one.status === "failed" && one.curable === true && t("curable"),
    one.message ?? one.note,
  ].filter(Boolean);
  return h(
    "li",
    { class: `check ${LOOKS[status] ?? status}` },
    h("span", { class: "mark", "aria-hidden": "true" }, MARKS[status] ?? "·"),
    h(
      "span",
      null,
      one.name ?? one.id,
      " ",
      h("span", { class: "status-word" }, word(family, status)),
      one.group && h("span", { class: "hint" }, lang() === "zh" ? `（${word("Grouping", one.group)}）` : ` (${word("Grouping", one.group)})`),
    ),
    one.due && chip(t("due", one.due)),
    about.length > 0 && h("span", { class: "hint" }, about.join(" · ")),
    basis(one.basis),
    one.of?.length > 0 && h("ul", { class: "inside" }, one.of.map((inner) => check(inner, family))),
  );
}

/** Rows that hold or may hold. */
function held(title, list) {
  const item = (one) =>
    h(
      "li",
      null,
      one.id,
      " ",
      one.holds === "unknown" && chip(word("TruthWord", one.holds), "wait"),
      one.note && h("span", { class: "hint" }, ` ${one.note}`),
      basis(one.basis),
    );
  return section(title, "rows", list?.length > 0 && h("ul", null, list.map(item)));
}

function deadline(one) {
  const length = listOf(one.counted)
    .map((part) => counted(String(part.count), part.unit))
    .join(" + ");
  const about = [
    one.counted_from && t("countedFrom", one.counted_from),
    length,
    one.due_if_moved && t("dueIfMoved", one.due_if_moved),
    one.moved_from && t("movedFrom", one.moved_from),
    one.promised_due && t("promised", one.promised_due),
    one.else && word("Silence", one.else),
  ].filter(Boolean);
  return h(
    "li",
    null,
    h("span", null, one.name ?? one.what),
    one.due && h("strong", null, ` ${t("due", one.due)}`),
    one.status && one.status !== "open" && chip(word("DeadlineStatus", one.status), one.status === "late" || one.status === "elapsed" ? "bad" : ""),
    one.certain === false && chip(t("certainNot"), "wait"),
    about.length > 0 && h("span", { class: "hint" }, ` ${about.join(" · ")}`),
    basis(one.basis),
  );
}

const term = (one) => h("li", null, one.id, one.amount && h("strong", null, ` ${amountText(one.amount)}`), basis(one.basis));

function renewal(one) {
  return section(
    t("renewal"),
    "renewal",
    one && h("p", null, word("RenewalStatus", one.status), " ", [one.opens, one.closes].filter(Boolean).join(" – "), basis(one.basis)),
  );
}

function simple(title, value) {
  return section(
    title,
    "simple",
    listOf(value).length > 0 &&
      h(
        "ul",
        null,
        listOf(value).map((one) => h("li", null, text(one), basis(one?.basis))),
      ),
  );
}
