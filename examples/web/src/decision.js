// A whole case: what holds for the case first, then each act with the law that governs it and its penalty.
import { fold, h } from "./dom.js";
import { amountText } from "./numbers.js";
import { basis, chip, governing, orders, reviewPoints, section } from "./parts.js";
import { penalty } from "./penalty.js";
import { options, procedure } from "./procedure.js";
import { lang, t } from "./words.js";

export function decision(answer, view) {
  const acts = answer.acts ?? [];
  const lines = Array.isArray(answer.explanation) ? answer.explanation : [];
  const result = lines.filter((line) => line.part === "result");
  return [
    h(
      "div",
      { class: `headline ${answer.determined ? "determined" : "open"}` },
      h(
        "p",
        { class: "state" },
        chip(answer.determined ? t("determined") : t("open"), answer.determined ? "good" : "wait"),
        answer.facts_needed?.length > 0 && h("span", null, t("openBecause", answer.facts_needed.length)),
      ),
      result.length
        ? result.map((line, n) =>
            h(
              "p",
              { class: n ? "verdict more" : "verdict" },
              line.heading ? `${line.heading}${lang() === "zh" ? "：" : ": "}` : "",
              line.text,
            ),
          )
        : h("p", { class: "verdict" }, t("decisionTitle")),
    ),
    section(t("totals"), "totals", answer.totals?.length > 0 && h("ul", null, answer.totals.map(total))),
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
    options(answer.options),
    reviewPoints(answer.review_points),
    procedure(answer.procedure),
    acts.map((one) => act(one, view)),
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
    governing(answer.governing),
  ];
}

function total(one) {
  const parts = one.parts.map((part) => `${part.act} ${part.sanction}${part.amount ? ` ${amountText(part.amount)}` : ""}`).join(" + ");
  return h(
    "li",
    null,
    [one.party, t(one.target)].filter(Boolean).join(" · "),
    " ",
    h("strong", null, one.sum ? amountText(one.sum) : ""),
    h("span", { class: "hint" }, ` ${parts}`),
    one.cap && h("span", { class: "hint" }, ` ${amountText(one.cap.before)} → ${amountText(one.cap.at)}`),
    one.cap && basis(one.cap.basis),
  );
}

function act(one, view) {
  const name = one.versions?.[0]?.name ?? one.name ?? one.id;
  const others = (one.versions ?? []).filter((version) => version.outcome);
  // The explanation and the tiers of a single offence are not those of an act of a case.
  const own = { ...view, explain: () => [], tiers: () => [], nearest: () => ({ message: "" }) };
  return h(
    "section",
    { class: "act" },
    h("h3", null, [one.party, name].filter(Boolean).join(" · ")),
    one.law?.message && h("p", null, one.law.message),
    one.limitation?.message && h("p", { class: one.limitation.status === "barred" ? "stale" : "hint" }, one.limitation.message),
    one.outcome?.kind === "penalty" && penalty(one.outcome, own),
    others.map((version) =>
      fold(
        view.opened,
        `version ${one.id} ${version.at}`,
        h("h4", null, `${version.name} · ${version.from}`),
        () => (version.outcome.kind === "penalty" ? penalty(version.outcome, own) : null),
        { open: version.applies },
      ),
    ),
  );
}
