// The range drawn on the statutory range, with the tiers under it. Drawing only: every number comes from the engine.
import { h } from "./dom.js";
import { amountText, pixels } from "./numbers.js";
import { t } from "./words.js";

const value = (end) => (end === "unbounded" ? null : pixels(end.value));

/** The scale of a statutory range, or null where there is nothing to draw. */
function scaleOf(amounts) {
  const ranges = amounts.filter((one) => one?.kind === "range");
  const ends = ranges.flatMap((one) => [value(one.min), value(one.max)]).filter((n) => n !== null && Number.isFinite(n));
  if (!ends.length) return null;
  const [lo, hi] = [Math.min(...ends), Math.max(...ends)];
  if (hi <= lo) return null;
  const at = (n) => (100 * (n - lo)) / (hi - lo);
  /** Left and width in percent; an open end runs to the edge. A single amount is a mark of its own width. */
  return (amount) => {
    if (amount?.kind !== "range") return null;
    const from = value(amount.min) ?? lo;
    const to = value(amount.max) ?? hi;
    return { left: at(Math.max(from, lo)), right: at(Math.min(to, hi)), point: from === to, open: amount.max === "unbounded" };
  };
}

function piece(place, kind) {
  if (!place) return null;
  const { left, right, point, open } = place;
  const style = point ? { left: `${left}%` } : { left: `${left}%`, width: `${Math.max(right - left, 0)}%` };
  return h("span", { class: `piece ${kind}${point ? " point" : ""}${open ? " open" : ""}`, style });
}

/** Amounts that differ, whatever way they belong to. */
function distinct(amounts) {
  const seen = new Map();
  for (const one of amounts) if (one) seen.set(JSON.stringify(one), one);
  return [...seen.values()];
}

/**
 * The bar of a sanction. `tiers` are the possibilities of `do: tiers` for it, `inPlay` the tiers still possible.
 * Several possibilities are drawn one by one, so that a hull never hides a hole.
 */
export function bar(sanction, tiers, inPlay) {
  const { statutory, amount, possible } = sanction;
  const rows = tierRows(tiers, inPlay, sanction);
  const scale = scaleOf([statutory, amount]);
  if (!scale || amount?.kind !== "range" || statutory?.kind !== "range") return null;
  const now = distinct(possible.map((one) => one.amount));
  const pieces = (now.length ? now : [amount]).map((one) => piece(scale(one), "now"));
  const said = t("statuteBar", amountText(statutory), amountText(amount));
  const ends = [
    { ...statutory, max: { ...statutory.min } },
    { ...statutory, min: { ...statutory.max } },
  ];
  const label = (end, one) =>
    h(
      "span",
      null,
      one === "unbounded" ? "∞" : amountText({ ...end, kind: "range", min: { ...one, inclusive: true }, max: { ...one, inclusive: true } }),
    );
  return h(
    "figure",
    { class: "bar" },
    h(
      "div",
      { class: "track", role: "img", "aria-label": said },
      now.length > 1 && piece(scale(amount), "hull"),
      pieces,
      amount.default &&
        piece(
          scale({ ...amount, min: { value: amount.default, inclusive: true }, max: { value: amount.default, inclusive: true } }),
          "guide",
        ),
    ),
    h(
      "div",
      { class: "ends", "aria-hidden": "true" },
      label(ends[0], statutory.min),
      h("span", { class: "ends-name" }, t("statutory")),
      label(ends[1], statutory.max),
    ),
    rows.length > 1 && tierTable(rows, scale),
  );
}

/** One row for each tier (and branch, where tiers have several), light to heavy as the engine lists them. */
function tierRows(tiers, inPlay, sanction) {
  const rows = new Map();
  const branches = new Set(tiers.map((one) => one.branch));
  const hasTiers = tiers.some((one) => one.tier !== null);
  for (const one of tiers) {
    const name = [branches.size > 1 ? one.branch : null, one.tier ?? (hasTiers ? t("noTier") : null), one.position]
      .filter(Boolean)
      .join(" · ");
    if (!rows.has(name)) rows.set(name, { name, tier: one.tier, amounts: [], here: false });
    const row = rows.get(name);
    row.amounts.push(one.amount);
    row.here ||=
      inPlay.includes(one.tier) &&
      (sanction.possible.length === 0 ||
        sanction.possible.some((p) => p.tier === one.tier && (p.branch === one.branch || branches.size === 1)));
  }
  const all = [...rows.values()].map((row) => ({ ...row, amounts: distinct(row.amounts) }));
  // That no tier fits is worth a row while it is possible, and the last one.
  return [...all.filter((row) => row.tier !== null), ...all.filter((row) => row.tier === null && (row.here || !hasTiers))];
}

function tierTable(rows, scale) {
  const inPlay = rows.filter((row) => row.here).length;
  const state = (row) => (row.here ? (inPlay === 1 ? t("thisTier") : t("maybeTier")) : t("outTier"));
  return h(
    "table",
    { class: "tiers" },
    h("caption", null, rows.some((row) => row.tier !== null) ? t("tierTable") : t("wayTable")),
    rows.map((row) =>
      h(
        "tr",
        { class: row.here ? "here" : "out" },
        h("th", { scope: "row" }, row.name),
        h(
          "td",
          { class: "lane" },
          h(
            "span",
            { class: "lane-track", "aria-hidden": "true" },
            row.amounts.map((one) => piece(scale(one), row.here ? "now" : "other")),
          ),
        ),
        h("td", { class: "tier-amount" }, row.amounts.map(amountText).join("；")),
        h("td", { class: "tier-state" }, state(row)),
      ),
    ),
  );
}
