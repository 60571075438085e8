// Workload W1: the random cases, and what comes out by hand in whole numbers. Money is in fen, so nothing here is rounded.

const HARM = ["none", "minor", "serious", "death"];
const FOUND = ["2024-02-29", "2024-03-01", "2024-04-15", "2024-06-30", "2024-07-01"];

/** Seeded: the same cases on every machine. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** Cases of W1; one in six is of the lightest tier, without penalty, or just beyond. */
export function cases(count) {
  const roll = dice(0x5eed);
  const yes = () => roll(2) === 1;
  return Array.from({ length: count }, () => {
    if (roll(6) === 0) {
      const days = roll(9);
      return {
        goods: roll(100_000),
        gains: 0,
        found: "2024-07-01",
        days,
        prior: 0,
        batches: 1,
        harm: "none",
        intent: false,
        cooperation: true,
        corrected: true,
        coerced: false,
        small: days === 3,
        minors: false,
        evidence: false,
      };
    }
    const most = [100_000, 1_200_000, 8_000_000, 60_000_000][roll(4)];
    return {
      goods: roll(most),
      gains: roll(most),
      found: FOUND[roll(FOUND.length)],
      days: roll(120),
      prior: Math.max(0, roll(5) - 1),
      batches: roll(8),
      harm: HARM[Math.max(0, roll(6) - 2)],
      intent: yes(),
      cooperation: yes(),
      corrected: yes(),
      coerced: yes(),
      small: yes(),
      minors: roll(4) === 0,
      evidence: roll(4) === 0,
    };
  });
}

function tierOf(c) {
  if (c.harm === "death" || c.goods >= 5_000_000 || (c.prior >= 3 && c.intent)) return 5;
  if (c.harm === "serious" || c.goods >= 2_000_000 || c.prior >= 2 || (c.minors && c.harm !== "none") || c.evidence) return 4;
  if (c.goods >= 1_000_000 || c.days > 90 || c.prior >= 1 || c.minors || c.batches >= 5) return 3;
  return c.goods < 100_000 && c.days <= 7 && c.harm === "none" && c.corrected && c.cooperation && !c.intent ? 1 : 2;
}

function stepsOf(c) {
  const campaign = c.found >= "2024-03-01" && c.found <= "2024-06-30";
  return (
    -c.cooperation -
    c.corrected -
    2 * c.coerced -
    c.small +
    c.intent +
    2 * c.evidence +
    c.minors +
    campaign +
    (c.gains > c.goods) +
    Math.min(c.prior, 2)
  );
}

const clamp = (n) => Math.max(0, Math.min(10, n));

/** By hand: `tier` 0 where there is no penalty; `statute` and `range` in tenths of a fen, which is as fine as a tenth of a span gets. */
export function byHand(c) {
  const exempt = c.prior === 0 && c.harm === "none" && c.corrected && c.goods < 50_000 && !c.intent && !c.minors;
  if (exempt) return { tier: 0 };
  const low = c.goods < 1_000_000;
  const [min, max] = (low ? [5_000_000, 10_000_000] : [10 * c.goods, 20 * c.goods]).map((n) => Math.min(n, 100_000_000));
  const [tier, steps] = [tierOf(c), stepsOf(c)];
  const at = (tenths) => 10 * min + clamp(tenths) * (max - min);
  return {
    tier,
    row: low ? "low" : "times",
    steps,
    statute: [10 * min, 10 * max],
    range: [at(2 * (tier - 1) + steps), at(2 * tier + steps)],
  };
}

/** Tenths of a fen as an exact decimal in 元: `50000`, `0.001`. */
export function yuan(tenths) {
  const digits = String(tenths).padStart(4, "0");
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, "");
}

/** Fen as 元, for engines that compute with floating point numbers. */
export const float = (fen) => fen / 100;
