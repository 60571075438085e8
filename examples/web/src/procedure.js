// Procedure and circumstances: what a decision needs and what may change it. Words of the law come with the answer.
import { h } from "./dom.js";
import { amountText } from "./numbers.js";
import { basis, chip, section } from "./parts.js";
import { known, t } from "./words.js";

/** The steps that are or may be due, in the order of a case, each with its time limit and grounds. */
export function procedure(list) {
  const item = (one) =>
    h(
      "li",
      { class: one.certain === false ? "maybe" : null },
      h(
        "span",
        null,
        known(`duty_${one.duty}`, one.duty ?? one.id),
        one.target && h("span", { class: "hint" }, ` ${known(one.target, one.target)}`),
      ),
      one.mode && chip(known(one.mode, one.mode)),
      one.certain === false && chip(t("certainNot"), "wait"),
      basis(one.basis),
      (one.grounds ?? []).map((ground) => [
        standard(ground.standard),
        deadline(ground.deadline),
        ground.sum?.one && h("p", { class: "hint" }, amountText(ground.sum.one)),
      ]),
    );
  return section(t("procedure"), "procedure", list?.length > 0 && h("ul", null, list.map(item)));
}

/** Whose figure counts, and that they differ where they do. */
function standard(one) {
  if (!one) return null;
  const figures = (one.figures ?? []).map((f) => `${f.title}: ${known(`holds_${f.met}`, f.met)}`).join("；");
  return h("p", { class: "hint" }, [one.name, known(`prevails_${one.prevails}`, ""), figures].filter(Boolean).join(" · "));
}

function deadline(one) {
  if (!one) return null;
  const length = one.length === null ? "" : `${one.length} ${one.unit}`;
  return h(
    "p",
    { class: "hint" },
    [length, one.event && t("countedFrom", one.event), one.due && t("due", one.due), one.missing_year && t("missingYear", one.missing_year)]
      .filter(Boolean)
      .join(" · "),
  );
}

/** What circumstances let the penalty become: offered, never applied. */
export function options(list) {
  const amounts = (targets) =>
    targets.flatMap((target) => target.sanctions.map((s) => `${s.id}${s.amount ? ` ${amountText(s.amount)}` : ""}`)).join("，");
  const item = (one) =>
    h(
      "li",
      { class: one.certain ? null : "maybe" },
      h("strong", null, known(`effect_${one.effect}`, one.effect)),
      " ",
      chip(known(one.force, one.force)),
      !one.certain && chip(t("certainNot"), "wait"),
      one.targets?.length > 0 && h("span", { class: "then" }, ` → ${amounts(one.targets)}`),
      one.open && h("p", { class: "hint" }, t("effectOpen")),
      one.or?.length > 0 && h("p", { class: "hint" }, t("orEffect", one.or.map((name) => known(`effect_${name}`, name)).join("、"))),
      one.because?.length > 0 && h("p", { class: "hint" }, one.because.map((why) => `${why.id}（${why.basis}）`).join("；")),
      basis(one.basis),
    );
  return section(t("options"), "options", list?.length > 0 && h("ul", null, list.map(item)));
}
