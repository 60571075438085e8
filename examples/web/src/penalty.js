// A penalty: what results, the range on the statute with its tiers, what a person must decide, and why.
import { bar } from "./bar.js";
import { fold, h } from "./dom.js";
import { nearest } from "./nearest.js";
import { amountText } from "./numbers.js";
import { basis, chip, governing, headline, notes, orders, reviewPoints } from "./parts.js";
import { options } from "./procedure.js";
import { reasons, whyNot } from "./explain.js";
import { lang, t, word } from "./words.js";

export function penalty(answer, view) {
  const lines = view.explain();
  return [
    headline(
      answer,
      lines.filter((line) => line.section === "result"),
    ),
    answer.targets.map((one) => target(one, answer, view.tiers(), view.scheme())),
    orders(answer.orders),
    options(answer.options, view),
    reviewPoints(answer.review_points, view),
    reasons(lines, view),
    whyNot(lines, view),
    fold(view.opened, "changes", h("h3", null, t("whatChanges")), () => nearest(view.nearest(), answer), { onopen: view.repaint }),
    fold(view.opened, "texts", h("h3", null, t("governing")), () => [governing(answer.governing), notes(answer.notes)]),
  ];
}

/** A penalty inside a whole case, where what is the same for the case is said once: targets, and what a person decides. */
export function penaltyOf(answer, view) {
  const { kind, ground } = answer.verdict;
  const verdict = kind !== "sanctioned" && h("p", { class: "verdict-word" }, word("VerdictKind", kind), ground && `（${ground}）`);
  return [verdict, answer.targets.map((one) => target(one, answer, [], view.scheme())), reviewPoints(answer.review_points, view)];
}

function target(target, answer, laddered, scheme) {
  const several = answer.targets.length > 1;
  const tiers = laddered.find((one) => one.target === target.target);
  return h(
    "section",
    { class: "target" },
    several && h("h3", null, word("Target", target.target)),
    tierChips(target, scheme),
    target.sanctions.map((one) => sanction(one, target, tiers)),
    target.choices.map((choice) =>
      h(
        "p",
        { class: "choice" },
        h("strong", null, `${t("choices")}（${word("Pick", choice.pick)}）`),
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
  const bounded = one.amount?.bounded_by?.length ? t("bounded", one.amount.bounded_by.map((by) => word("AmountLimit", by)).join("、")) : "";
  const drawn = bar(one, possible, inPlay);
  return h(
    "article",
    { class: `sanction${one.certain ? "" : " maybe"}` },
    h(
      "header",
      null,
      h("h4", null, one.id, lang() === "en" && h("span", { class: "kind" }, word("SanctionKind", one.kind))),
      chip(word("SanctionMode", one.mode), one.mode),
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
