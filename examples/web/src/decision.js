// A whole case: each act as the penalty that it is, then what holds for the case.
import { h } from "./dom.js";
import { chip, governing, named, reviewPoints } from "./parts.js";
import { penalty } from "./penalty.js";
import { t } from "./words.js";

export function decision(answer, view) {
  const acts = answer.acts ?? [];
  return [
    h("div", { class: `headline ${answer.determined ? "determined" : "open"}` }, h("p", { class: "state" }, chip(answer.determined ? t("determined") : t("open"), answer.determined ? "good" : "wait")), h("p", { class: "verdict" }, t("decisionTitle"))),
    acts.map((act) => h("section", { class: "act" }, h("h3", null, act.name ?? act.offence ?? act.id ?? t("acts")), act.outcome?.kind === "penalty" || act.kind === "penalty" ? penalty(act.outcome ?? act, view) : h("pre", { class: "data" }, JSON.stringify(act, null, 2)))),
    named(t("options"), "options", answer.options),
    reviewPoints(answer.review_points),
    named(t("procedure"), "procedure", answer.procedure),
    governing(answer.governing),
  ];
}
