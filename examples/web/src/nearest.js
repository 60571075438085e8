// What would change the result: the changes that the engine found and evaluated, as sentences.
import { h } from "./dom.js";
import { amountText, valueText } from "./numbers.js";
import { lang, t, word } from "./words.js";

export function nearest(found, answer) {
  if (found.kind !== "nearest") return h("p", { class: "hint" }, found.message ?? "");
  if (!answer.facts_used.length) return h("p", { class: "hint" }, t("nothingGiven"));
  const given = new Map(answer.facts_used.map((one) => [one.name, one]));
  const facts = Map.groupBy ? Map.groupBy(found.changes, (one) => one.fact) : grouped(found.changes);
  const items = [...facts].map(([fact, changes]) => {
    const now = given.get(fact);
    return h(
      "li",
      null,
      h(
        "p",
        { class: "change-fact" },
        h("strong", null, fact),
        now && h("span", { class: "now" }, valueText(now.value, now.unit ?? "", t)),
      ),
      h(
        "ul",
        null,
        changes.map((one) =>
          h("li", { class: `change ${one.side}` }, h("span", { class: "to" }, to(one)), " → ", h("span", { class: "then" }, then(one))),
        ),
      ),
    );
  });
  return [
    h("p", { class: "hint" }, t("whatChangesHint")),
    items.length ? h("ul", { class: "changes" }, items) : h("p", null, t("noChange")),
    found.not_tried.length > 0 && h("p", { class: "hint" }, t("notTried", found.not_tried.join("、"))),
  ];
}

function grouped(list) {
  const found = new Map();
  for (const one of list) found.set(one.fact, [...(found.get(one.fact) ?? []), one]);
  return found;
}

/** To which value; an end that is out is named with the value that was tried beyond it. */
function to(one) {
  const value = valueText(one.value, one.unit ?? "", t);
  if (one.side === "other") return t("side_other_to", value);
  const beyond = one.from && one.from !== "unbounded" && !one.from.inclusive;
  return beyond ? t(`side_${one.side}_beyond`, valueText(one.from.value, one.unit ?? "", t), value) : t(`side_${one.side}_from`, value);
}

/** What then results: verdict if it is none, tiers, amounts. */
function then(one) {
  const comma = lang() === "zh" ? "，" : ", ";
  if (one.verdict.kind !== "sanctioned") return word("VerdictKind", one.verdict.kind);
  const parts = one.targets.map((target) => {
    const tiers = [...target.tiers, ...(target.maybe_no_tier ? [t("noTier")] : [])].join("／");
    const amounts = target.sanctions.map((s) => `${s.id}${s.amount ? ` ${amountText(s.amount)}` : ""}`);
    const who = one.targets.length > 1 ? `${word("Target", target.target)} ` : "";
    return who + [tiers, ...amounts].filter(Boolean).join(comma);
  });
  return parts.join(lang() === "zh" ? "；" : "; ");
}
