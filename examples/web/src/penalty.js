// A penalty: what results, the range on the statute with its tiers, what a person must decide, and why.
import { bar } from "./bar.js";
import { fold, h } from "./dom.js";
import { nearest } from "./nearest.js";
import { amountText } from "./numbers.js";
import { basis, chip, governing, notes, orders, reviewPoints } from "./parts.js";
import { options, procedure } from "./procedure.js";
import { reasons, whyNot } from "./explain.js";
import { known, lang, t } from "./words.js";

export function penalty(answer, view) {
  const lines = view.explain();
  return [
    headline(answer, lines),
    answer.targets.map((one) => target(one, answer, view)),
    orders(answer.orders),
    options(answer.options),
    reviewPoints(answer.review_points),
    procedure(answer.procedure),
    reasons(lines, view),
    whyNot(lines, view),
    fold(view.opened, "changes", h("h3", null, t("whatChanges")), () => nearest(view.nearest(), answer), { onopen: view.repaint }),
    fold(view.opened, "texts", h("h3", null, t("governing")), () => [governing(answer.governing), notes(answer.notes)]),
  ];
}

/** The result in the engine's own words, and whether it is final. */
function headline(answer, lines) {
  const said = lines.filter((line) => line.section === "result");
  const verdict = answer.verdict;
  const open = answer.facts_needed.length;
  return h(
    "div",
    { class: `headline ${answer.determined ? "determined" : "open"} ${verdict.kind}` },
    h(
      "p",
      { class: "state" },
      chip(answer.determined ? t("determined") : t("open"), answer.determined ? "good" : "wait"),
      !answer.determined && open > 0 && h("span", null, t("openBecause", open)),
    ),
    !said.length && h("p", { class: "verdict" }, known(`verdict_${verdict.kind}`, verdict.kind), verdict.ground && `（${verdict.ground}）`),
    said.map((line, n) =>
      h(
        "p",
        { class: n === 0 ? "verdict" : "verdict more" },
        n > 0 && line.heading ? `${line.heading}${lang() === "zh" ? "：" : ": "}` : "",
        line.text,
      ),
    ),
  );
}

function target(target, answer, view) {
  const several = answer.targets.length > 1;
  const tiers = view.tiers().find((one) => one.target === target.target);
  const scheme = view.scheme();
  return h(
    "section",
    { class: "target" },
    several && h("h3", null, t(target.target)),
    tierChips(target, scheme),
    target.sanctions.map((one) => sanction(one, target, tiers)),
    target.choices.map((choice) =>
      h(
        "p",
        { class: "choice" },
        h("strong", null, `${t("choices")}（${t(`pick_${choice.pick}`)}）`),
        " ",
        choice.of.map((group) => group.join(" + ")).join(lang() === "zh" ? " ／ " : " / "),
      ),
    ),
  );
}

/** The document's own tiers in order; those that are possible stand out. */
function tierChips(target, scheme) {
  if (!scheme.length || (!target.tiers.length && !target.maybe_no_tier)) return null;
  const only = target.tiers.length === 1 && !target.maybe_no_tier;
  const names = scheme.map((name) => {
    const on = target.tiers.includes(name);
    const word = on ? (only ? t("thisTier") : t("maybeTier")) : t("outTier");
    return h("li", { class: on ? (only ? "only" : "on") : "off" }, name, h("span", { class: "hidden" }, ` (${word})`));
  });
  if (target.maybe_no_tier) names.push(h("li", { class: "on" }, t("noTier")));
  return h(
    "div",
    { class: "scheme" },
    h("span", { class: "scheme-name" }, only ? t("tier") : t("possibleTiers")),
    h("ol", { class: "tier-chips" }, names),
  );
}

function sanction(one, target, tiers) {
  const possible = tiers?.sanctions.find((other) => other.id === one.id)?.possible ?? [];
  const inPlay = [...target.tiers, ...(target.maybe_no_tier || !target.tiers.length ? [null] : [])];
  const bounded = one.amount?.bounded_by?.length ? t("bounded", one.amount.bounded_by.map((by) => known(by, by)).join("、")) : "";
  const drawn = bar(one, possible, inPlay);
  return h(
    "article",
    { class: `sanction${one.certain ? "" : " maybe"}` },
    h(
      "header",
      null,
      h("h4", null, one.id, lang() === "en" && h("span", { class: "kind" }, one.kind.replaceAll("_", " "))),
      chip(t(one.mode), one.mode),
      !one.certain && chip(t("certainNot"), "wait"),
      one.amount && h("strong", { class: "amount" }, amountText(one.amount)),
    ),
    drawn,
    h(
      "p",
      { class: "foot" },
      h(
        "span",
        null,
        [
          bounded,
          one.amount?.default &&
            t(
              "guiding",
              amountText({
                ...one.amount,
                min: { value: one.amount.default, inclusive: true },
                max: { value: one.amount.default, inclusive: true },
              }),
            ),
          one.authority?.length && `${t("authority")}: ${one.authority.join("、")}`,
        ]
          .filter(Boolean)
          .join(" · "),
      ),
      basis(one.basis),
    ),
    !drawn?.querySelector("table") && holes(one),
  );
}

/** The possibilities one by one where there is no table of tiers to show them. */
function holes(one) {
  if (!one.possible.length || one.possible.some((p) => p.tier !== null)) return null;
  const name = (p) => [p.branch, p.position].filter(Boolean).join(" · ");
  const rows = one.possible.map((p) => h("li", null, name(p) && h("span", { class: "way" }, name(p)), amountText(p.amount)));
  return h("ul", { class: "ways" }, rows);
}
