// A whole case: the result first, then the law that governs and the limitation, the penalty, what a person may choose,
// the procedure, and the reasoning as it goes into the letter.
import { fold, h } from "./dom.js";
import { amountText } from "./numbers.js";
import { basis, chip, governing, headline, orders, reviewPoints, section } from "./parts.js";
import { penaltyOf } from "./penalty.js";
import { options, procedure, procedurePoints } from "./procedure.js";
import { t, word } from "./words.js";

export function decision(answer, view) {
  const acts = answer.acts ?? [];
  const lines = Array.isArray(answer.explanation) ? answer.explanation : [];
  const of = (...parts) => lines.filter((line) => parts.includes(line.part));
  return [
    headline(answer, of("result", "acts", "together")),
    answer.facts_needed?.length > 0 && section(t("firstNeeded"), "needed", needed(answer.facts_needed, view)),
    acts.map((one) => act(one, view, acts.length > 1)),
    section(t("totals"), "totals", telling(answer) && h("ul", null, answer.totals.map(total))),
    section(
      t("concurrence"),
      "concurrence",
      answer.concurrence?.length > 0 &&
        h(
          "ul",
          null,
          answer.concurrence.map((one) =>
            h("li", null, one.message, one.agrees === false && chip(t("disagree"), "warn"), basis(one.basis)),
          ),
        ),
    ),
    orders(answer.orders),
    options(answer.options, view),
    reviewPoints(answer.review_points, view),
    procedure(answer.procedure, view),
    procedurePoints(answer.procedure_points, view),
    section(
      t("rights"),
      "rights",
      answer.rights?.length > 0 &&
        h(
          "ul",
          null,
          answer.rights.map((one) => h("li", { class: one.certain === false ? "maybe" : null }, one.id, basis(one.basis))),
        ),
    ),
    of("grading").length > 0 && fold(view.opened, "grading", h("h3", null, t("explanation")), () => steps(of("grading"))),
    fold(view.opened, "letter", h("h3", null, t("letter")), () => letter(view.letter())),
    fold(view.opened, "texts", h("h3", null, t("governing")), () => governing(answer.governing)),
  ];
}

const FIRST = 3;
/** The first few questions; the form has them all. */
function needed(list) {
  const rest = list.length - FIRST;
  return h(
    "ul",
    null,
    list.slice(0, FIRST).map((one) => h("li", null, one.question ?? one.name, basis(one.basis))),
    rest > 0 && h("li", { class: "hint" }, t("andMore", rest)),
  );
}

const steps = (lines) =>
  h(
    "ol",
    { class: "tree" },
    lines.map((line) =>
      h(
        "li",
        null,
        h(
          "div",
          { class: "leaf" },
          h(
            "span",
            { class: "step-line" },
            h("span", { class: "step-name" }, line.heading),
            h("span", { class: "step-text" }, line.text, " ", basis(line.basis)),
          ),
        ),
      ),
    ),
  );

/** The reasoning as it goes into the decision, with a button that copies it; in Chinese, as the decision is. */
function letter(text) {
  const box = h("div", { class: "letter", lang: "zh-CN" }, paragraphs(text));
  const copy = h("button", { type: "button", class: "quiet", onclick: put }, t("copy"));
  async function put() {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = t("copied");
    } catch {
      // A page without https, or one that may not: the text is selected for the person's own key.
      getSelection().selectAllChildren(box);
      copy.textContent = t("copiedNot");
    }
  }
  return [h("p", { class: "hint" }, t("letterHint")), box, copy];
}

export const paragraphs = (text) =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => h("p", null, line));

/** Sums of several acts, or under a cap; of one act they say what its own amounts say. */
const telling = ({ totals = [], acts = [] }) => totals.length > 0 && (acts.length > 1 || totals.some((one) => one.cap));

function total(one) {
  const parts = one.parts.map((part) => `${part.act} ${part.sanction}${part.amount ? ` ${amountText(part.amount)}` : ""}`).join(" + ");
  return h(
    "li",
    null,
    [one.party, word("Target", one.target)].filter(Boolean).join(" · "),
    " ",
    h("strong", null, one.sum ? amountText(one.sum) : ""),
    h("span", { class: "hint" }, ` ${parts}`),
    one.cap && h("span", { class: "hint" }, ` ${amountText(one.cap.before)} → ${amountText(one.cap.at)}`),
    one.cap && basis(one.cap.basis),
  );
}

const LAW = { same: "", equal: "good", older: "good", newer: "good", incomparable: "warn", open: "wait" };
const LIMITS = { within: "good", time_barred: "bad", possible: "wait", no_rule: "warn" };

/** A message behind the chip with its name: it does not begin with the same words again. */
function after(name, message) {
  const [first, ...rest] = [message].flat();
  return [name && first.startsWith(name) ? first.slice(name.length) : ` ${first}`, rest];
}

function act(one, view, several) {
  const name = one.versions?.[0]?.name ?? one.name ?? one.id;
  const others = (one.versions ?? []).filter((version) => version.outcome);
  const line = (title, chipText, look, message) =>
    h("div", null, h("dt", null, title), h("dd", null, chipText && chip(chipText, look), after(chipText, message)));
  return h(
    "section",
    { class: "act" },
    several && h("h3", null, [one.party, name].filter(Boolean).join(" · ")),
    h(
      "dl",
      { class: "standing" },
      one.law?.message &&
        line(t("lawOf"), word("LawResult", one.law.result), LAW[one.law.result], [
          one.law.message,
          basis(one.law.transition?.basis),
        ]),
      one.limitation?.message &&
        line(
          t("limitation"),
          word("LimitationStatus", one.limitation.status),
          LIMITS[one.limitation.status],
          one.limitation.message,
        ),
    ),
    one.outcome?.kind === "penalty" && penaltyOf(one.outcome, view),
    others.map((version) =>
      fold(
        view.opened,
        `version ${one.id} ${version.at}`,
        h(
          "h4",
          null,
          `${word("At", version.at)} · ${version.from}`,
          " ",
          chip(version.applies ? t("mayApply") : t("doesNotApply"), version.applies ? "wait" : ""),
        ),
        () => (version.outcome.kind === "penalty" ? penaltyOf(version.outcome, view) : null),
        { open: version.applies },
      ),
    ),
  );
}
