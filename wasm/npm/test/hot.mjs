// In which functions requests spend their time, for wasm/build/hot.txt: `node wasm/npm/test/hot.mjs > wasm/build/hot.txt`
// after a build. Of W1 and of the worked cases of the rulesets, each with and without its explanation; a function is
// listed if it takes more than two thousandths of the time of either. Not part of the tests: it measures.
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { npm, root } from "./packed.mjs";
import { W1, requests, worked } from "./work.mjs";

const SHARE = Number(process.argv[2] ?? 0.002);
const bindings = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "module/bindings");
const { load } = await import(String(pathToFileURL(join(npm, "dist/node.js"))));
const { Rules } = await load(readFileSync(join(bindings, "cailiang-named.wasm")));
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 100 });

/** Those in which some requests spend their time, each asked a few times in a row, as a form asks. */
async function hot(rules, requests, seconds) {
  const texts = requests.flatMap((request) => [request, { ...request, explanation: false }]).map((request) => JSON.stringify(request));
  const round = () => texts.forEach((text) => { for (let time = 0; time < 4; time += 1) rules.handle(text); });
  for (let warm = 0; warm < 3; warm += 1) round();
  await session.post("Profiler.start");
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) round();
  const { profile } = await session.post("Profiler.stop");
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const spent = new Map();
  let all = 0;
  profile.samples.forEach((id, at) => {
    // `00042 name`, and `[1]` behind it where several functions are called so.
    const name = /^\d{5} (.*?)(\[\d+\])?$/.exec(names.get(id))?.[1];
    // A symbol that nobody can read is the copy of another.
    if (name === undefined || name.startsWith("_R")) return;
    all += profile.timeDeltas[at];
    spent.set(name, (spent.get(name) ?? 0) + profile.timeDeltas[at]);
  });
  return [...spent].filter(([, time]) => time > all * SHARE).map(([name]) => name);
}

const w1 = new Rules();
w1.add("w1.yaml", W1);
const rules = new Rules();
const cases = worked(rules).filter((one) => one.offence && !["decide", "review", "procedure", "nearest", "tiers"].includes(one.do));
const found = new Set([...await hot(w1, requests, 20), ...await hot(rules, cases, 20)]);
process.stdout.write(`${[...found].sort().join("\n")}\n`);
