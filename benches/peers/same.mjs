// Every engine gives what comes out by hand, on 2,000 random cases, before any is timed. `node same.mjs [ENGINE…]`
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { ENGINES } from "./engines/index.mjs";
import { byHand, cases, yuan } from "./workload.mjs";

export const CASES = 2_000;

/**
 * Runs all cases through an engine and holds each answer against the one by hand: the tier, and statute and range or, of
 * an engine that cannot compute them, the row of the statute and the number of steps. An engine with floating point
 * numbers must hit the same tenth of a fen; how often its number is not the exact one is returned.
 */
export async function check(name) {
  const engine = await ENGINES[name]();
  const rules = engine.rules(await engine.load());
  let inexact = 0;
  const tiers = new Set();
  for (const one of cases(CASES)) {
    const wanted = byHand(one);
    const found = engine.answer(await engine.evaluate(rules, engine.facts(one)));
    const about = `${name}: ${JSON.stringify(one)}\nby hand ${JSON.stringify(wanted)}\nfound ${JSON.stringify(found)}`;
    tiers.add(wanted.tier);
    assert.equal(found.tier, wanted.tier, about);
    if (wanted.tier === 0) continue;
    if (!found.range) {
      assert.deepEqual([found.row, found.steps], [wanted.row, wanted.steps], about);
      continue;
    }
    const pairs = [...wanted.statute, ...wanted.range].map((tenths, n) => [tenths, [...found.statute, ...found.range][n]]);
    for (const [tenths, value] of pairs) assert.equal(Math.round(Number(value) * 1000), tenths, about);
    if (pairs.some(([tenths, value]) => String(value) !== yuan(tenths))) inexact += 1;
  }
  assert.deepEqual([...tiers].sort(), [0, 1, 2, 3, 4, 5], "every tier comes up");
  return { inexact };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(ENGINES)) {
    const { inexact } = await check(name);
    console.log(`${name}: ${CASES} cases as by hand${inexact ? `, ${inexact} of them not to the last digit` : ""}`);
  }
}
