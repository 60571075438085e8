// Workload W1 with cailiang and with other engines: checked, then measured, then one table. `npm ci && npm run bench`
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINES } from "./engines/index.mjs";
import { CASES, check } from "./same.mjs";
import { size } from "./size.mjs";
import { cases } from "./workload.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const FRESH = 7;
const ROUNDS = 9;
const SAMPLE = 200;

if (!existsSync(here("../../wasm/npm/dist/cailiang.wasm"))) {
  console.error("wasm/npm/dist is not there: build it first, `cargo run -p cailiang-wasm-build`");
  process.exit(1);
}

function version(name) {
  const file = name === "cailiang" ? "../../wasm/npm/package.json" : `node_modules/${name}/package.json`;
  return JSON.parse(readFileSync(here(file), "utf8")).version;
}

/** ms in fresh processes: load, rules and first outcome, both together; each the median. */
function fresh(name) {
  const runs = Array.from({ length: FRESH }, () =>
    JSON.parse(execFileSync(process.execPath, ["--no-warnings", here("fresh.mjs"), name], { encoding: "utf8" })),
  );
  return [median(runs.map(([a]) => a)), median(runs.map(([, b]) => b)), median(runs.map(([a, b]) => a + b))];
}

/**
 * µs for one evaluation, object in and object out: the processor's time, which other work on the machine does not count
 * in, over rounds of at least 100 ms after as many to warm up; the median.
 */
async function again(call, requests) {
  const times = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const start = process.cpuUsage();
    const began = performance.now();
    let calls = 0;
    while (performance.now() - began < 100) {
      for (const one of requests) {
        const found = call(one);
        if (found instanceof Promise) await found;
      }
      calls += requests.length;
    }
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / calls);
  }
  return median(times.slice(ROUNDS));
}

const number = (n) => (n === null ? "–" : n >= 100 ? n.toFixed(0) : n.toFixed(1));
const rows = [];
for (const name of Object.keys(ENGINES)) {
  const { inexact } = await check(name);
  process.stderr.write(`${name}: ${CASES} cases as by hand\n`);
  const engine = await ENGINES[name]();
  const [load, first, both] = fresh(name);
  const rules = engine.rules(await engine.load());
  const requests = cases(SAMPLE).map(engine.facts);
  rows.push([
    `${name} ${version(name)}`,
    engine.gives,
    `${inexact}`,
    ((await size(engine.page)) / 1000).toFixed(0),
    number(load),
    number(first),
    number(both),
    number(await again((one) => engine.evaluate(rules, one), requests)),
    number(engine.explained && (await again((one) => engine.explained(rules, one), requests.slice(0, 50)))),
  ]);
}

const head = ["engine", "gives", "inexact", "KB gzipped", "load ms", "first ms", "both ms", "again µs", "explained µs"];
const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n].length)));
const line = (row) => `| ${row.map((text, n) => (n < 2 ? text.padEnd(widths[n]) : text.padStart(widths[n]))).join(" | ")} |`;
console.log(line(head));
console.log(`|${widths.map((width, n) => (n < 2 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`);
for (const row of rows) console.log(line(row));
process.exit(0);
