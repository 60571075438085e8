// Procedure and circumstances: what a decision needs and what may change it. Words of the law come with the answer.
import { fold, h } from "./dom.js";
import { amountText, counted } from "./numbers.js";
import { basis, chip, reviewPoints, section } from "./parts.js";
import { t, word } from "./words.js";

/** The steps that are due, in the order of a case, each with its time limit and grounds; then those that may be. */
export function procedure(list, view) {
  const maybe = (list ?? []).filter((one) => one.certain === false);
  const due = (list ?? []).filter((one) => one.certain !== false);
  return section(
    t("procedure"),
    "procedure",
    due.length > 0 && h("ul", null, due.map(duty)),
    maybe.length > 0 && fold(view.opened, "maybeDue", t("maybeDue", maybe.length), () => h("ul", null, maybe.map(duty))),
  );
}

function duty(one) {
  const grounds = one.grounds ?? [];
  // Of a step that is due for certain, the grounds that are; the others add nothing to it.
  const told = grounds.filter((ground) => ground.certain !== false || one.certain === false);
  return h(
    "li",
    { class: one.certain === false ? "maybe" : null },
    h(
      "span",
      { class: "duty" },
      one.duty ? word("Duty", one.duty) : one.id,
      (one.target || one.party) &&
        h("span", { class: "hint" }, ` ${[one.party, one.target && word("Target", one.target)].filter(Boolean).join(" · ")}`),
    ),
    one.mode && chip(word("Force", one.mode)),
    basis(told.length ? [...new Set(told.map((ground) => ground.basis))] : one.basis),
    told.map((ground) => [
      standard(ground.standard),
      deadline(ground.deadline),
      ground.sum?.one && h("p", { class: "hint" }, amountText(ground.sum.one)),
    ]),
  );
}

/** Where a person must look at the procedure: as for the penalty, and marks of the transcription folded. */
export function procedurePoints(list, view) {
  const marks = (list ?? []).filter((one) => one.code === "marked");
  const points = (list ?? []).filter((one) => one.code !== "marked");
  const item = (one) => h("li", null, one.message);
  return [
    reviewPoints(points, view, t("procedurePoints")),
    marks.length > 0 &&
      fold(view.opened, "marks", h("h3", null, t("procedureMarks", marks.length)), () => h("ul", { class: "notes" }, marks.map(item))),
  ];
}

/** What is said of figures: that they differ, or that there may be none yet. */
const UNSETTLED = ["conflict", "open"];

/** Whose figure counts, and that they differ where they do. */
function standard(one) {
  if (!one) return null;
  const figures = (one.figures ?? []).map((f) => `${f.title}: ${word("TruthWord", f.met)}`).join("；");
  return h("p", { class: "hint" }, [one.name, UNSETTLED.includes(one.prevails) && word("Prevails", one.prevails), figures].filter(Boolean).join(" · "));
}

function deadline(one) {
  if (!one) return null;
  const length = one.length === null ? "" : counted(one.length, one.unit);
  return h(
    "p",
    { class: "hint" },
    [
      length,
      one.extension && t(one.extension.certain === false ? "maybeExtended" : "extended", time(one.extension)),
      one.excluded && t("notCounted", time(one.excluded)),
      one.event && t("countedFrom", one.event),
      one.due && t("due", one.due),
      one.due_earliest && t("dueEarliest", one.due_earliest),
      one.due_latest && t("dueLatest", one.due_latest),
      one.done?.day && `${one.done.event} ${one.done.day}: ${word("DeadlineStatus", one.done.status)}`,
      one.due_if_moved && t("dueIfMoved", one.due_if_moved),
      one.moved_from && t("movedFrom", one.moved_from),
      one.missing_year && t("missingYear", one.missing_year),
    ]
      .filter(Boolean)
      .join(" · "),
  );
}

/** A length of time that may not be known. */
function time(one) {
  return one.length === null ? t("unknown") : counted(one.length, one.unit);
}

/** What circumstances let the penalty become: offered, never applied. Those that only may arise stand folded. */
export function options(list, view) {
  const maybe = (list ?? []).filter((one) => !one.certain);
  const certain = (list ?? []).filter((one) => one.certain);
  // Two laws may govern: then each says which it is of.
  const two = new Set((list ?? []).map((one) => one.at)).size > 1;
  const names = [...new Set(maybe.map((one) => word("Direction", one.effect)))].join("、");
  return section(
    t("options"),
    "options",
    certain.length > 0 && [
      h("p", { class: "hint" }, t("optionsHint")),
      h(
        "ul",
        null,
        certain.map((one) => option(one, two)),
      ),
    ],
    maybe.length > 0 &&
      fold(view.opened, "maybeOptions", t("maybeOptions", names), () =>
        h(
          "ul",
          null,
          maybe.map((one) => option(one, two)),
        ),
      ),
  );
}

function option(one, two) {
  const amounts = (targets) =>
    targets.flatMap((target) => target.sanctions.map((s) => `${s.id}${s.amount ? ` ${amountText(s.amount)}` : ""}`)).join("，");
  // Of an option that is there, the circumstances that hold; what only may hold adds nothing to it yet.
  const because = (one.because ?? []).filter((why) => why.certain !== false || !one.certain);
  const nothing = one.direction === "no_penalty" && !one.targets?.length;
  return h(
    "li",
    { class: one.certain ? null : "maybe" },
    h("strong", null, word("Direction", one.effect)),
    " ",
    chip(word("Force", one.force)),
    two && [" ", chip(word("At", one.at))],
    one.targets?.length > 0 && h("span", { class: "then" }, ` → ${amounts(one.targets)}`),
    one.open && !nothing && h("p", { class: "hint" }, t("effectOpen")),
    one.or?.length > 0 && h("p", { class: "hint" }, t("orEffect", one.or.map((name) => word("Direction", name)).join("、"))),
    because.length > 0 && h("p", { class: "hint" }, because.map((why) => `${why.id}（${why.basis}）`).join("；")),
    one.needs?.length > 0 && h("p", { class: "hint" }, t("effectNeeds", one.needs.map((name) => word("Need", name)).join("、"))),
    basis(one.basis),
  );
}
