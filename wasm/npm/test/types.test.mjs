// The types of requests and answers are those of the schemas, and a TypeScript project of any module system finds them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, project, root, tool } from "./packed.mjs";
import { types } from "../types.mjs";

const USE = `
const request: Request = { ruleset: "cn.a", offence: "b", facts: { 货值金额: "1元", 次数: 2, 大: 10n, 现场: [{ 名称: "甲" }] } };
export async function use(): Promise<string> {
  const { Rules } = await load();
  const rules = new Rules();
  const added = rules.add("a.yaml", "");
  if (added.kind === "error" || !added.valid) return "";
  const answer = rules.evaluate(request);
  if (answer.kind === "error") return answer.stage;
  if (answer.kind !== "penalty") return "";
  // @ts-expect-error the request may say that it wants no explanation
  const told: string = answer.explanation;
  const same: Penalty<string | null> = answer;
  const asked = rules.evaluate({ ...request, explanation: true });
  const plain = rules.evaluate({ offence: "b" }, {});
  const text: string = asked.kind === "penalty" ? asked.explanation : plain.kind === "penalty" ? plain.explanation : told;
  const open = rules.evaluate(request, { explanation: "object" });
  // @ts-expect-error nor as an object
  if (open.kind === "penalty") open.explanation.steps;
  const whole = rules.evaluate({ offence: "b" }, { explanation: "object" });
  const short = rules.evaluate({ ...request, explanation: false }, { explanation: "object" });
  const none: null | undefined = short.kind === "penalty" ? short.explanation : undefined;
  const kept = { do: "decide", acts: [{ id: "甲", facts: { 次数: 1, 空: undefined } }], same_act: [["甲", "乙"]] } as const;
  rules.evaluate(kept);
  rules.evaluate({ do: "replay", receipt: whole.kind === "penalty" ? whole : false });
  // @ts-expect-error a request has no such key
  rules.evaluate({ fact: {} });
  const end = answer.targets[0]?.sanctions[0]?.amount;
  // @ts-expect-error a day is text
  rules.evaluate({ facts: { 违法行为日: new Date() } });
  return text + none + same.explanation + (whole.kind === "penalty" ? whole.explanation.steps.length : 0) + (end?.kind === "range" && end.min !== "unbounded" ? end.min.value : "");
}
`;
/** The vocabulary: a union for each family, names and pages by family and word. */
const WORDS = `
import { word, families, type SanctionKind, type Families } from "cailiang/codes";
import { nameOf, names } from "cailiang/names";
export const kind: SanctionKind = "fine";
// @ts-expect-error it is written in small letters
export const wrong: SanctionKind = "Fine";
export const page: string = word("SanctionKind", kind).zh.page + nameOf("SanctionKind", kind, "en") + names.SanctionKind.fine.zh;
export const later = (slug: string): string | undefined => word("ReviewCode", slug)?.en.name ?? nameOf("ReviewCode", slug, "zh");
// @ts-expect-error it may be a word that this version does not know
export const sure = (slug: string): string => word("ReviewCode", slug).en.name;
// @ts-expect-error there is no such family
export const none = word("Kinds", "fine");
export const ids: (keyof Families)[] = families.map(({ id }) => id);
`;
/** What an entry takes in place of its own module. */
const SOURCES = `
export const bytes = [load(new Uint8Array(8)), load(new ArrayBuffer(8)), load(new DataView(new ArrayBuffer(8)))];
export const away = [load("more.wasm"), load(Promise.resolve("more.wasm")), load({ href: "more.wasm" })];
// @ts-expect-error neither bytes nor a module
export const number = load(8);
// @ts-expect-error a file that was not read
export const file = load({ path: "more.wasm" });
`;
/** With the types of browsers, or those of Node. */
const GLOBAL = `
export const away2 = [load(new URL("more.wasm", "https://a.example")), load(fetch("more.wasm"))];
`;
const COMPILED = `
export const compiled = WebAssembly.compile(new Uint8Array(8)).then((module) => [load(module), loadSync(module)]);
// @ts-expect-error it is not there at once
export const late = loadSync("more.wasm");
`;
const IMPORT = 'import { load, loadSync, type Penalty, type Request } from "cailiang";';
/** The first example, as a reader copies it. */
const README = readFileSync(join(root, "wasm/README.md"), "utf8").split("## Use")[1].match(/```js\n([^]*?)```/)[1];

/** What `cailiang types` writes for each version of each built-in ruleset. */
const cailiang = (...args) => execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "cailiang-cli", "--", ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
const versions = JSON.parse(cailiang("list", "--format", "json"));
/** A day on which the version is in force, and what it uses too: the first day of a benchmark may lie before its law's. */
const day = ({ from, through }) => [from, "2024-05-01", through ?? "9999-12-31"].sort()[1];
const generated = Object.fromEntries(versions.map((version) => [`facts/${version.id}.${version.from}.ts`, cailiang("types", version.id, "--on", day(version))]));

const FACTS = `
import { loadSync } from "cailiang/inline";
import type { Facts, RequestOf } from "./cn.npc.food-safety-law.2021-04-29.js";
import type { Facts as Eco } from "./cn.guangdong.eco.2022-01-01.js";
const request: RequestOf<"unlicensed"> = {
  ruleset: "cn.npc.food-safety-law",
  offence: "unlicensed",
  on: "2024-05-01",
  facts: { 货值金额: "9999.99元", 违法所得: "无法查明", 已取得相应许可: false, 违法行为日: null },
};
export const answer = new (loadSync().Rules)().evaluate(request);
export const good: Facts["unlicensed"][] = [{ 货值金额: "9999.99" }, { 违法行为日: "2024-03-01" }, {}];
// @ts-expect-error decimals are text
export const number: Facts["unlicensed"] = { 货值金额: 9999.99 };
// @ts-expect-error the unit is 元
export const unit: Facts["unlicensed"] = { 货值金额: "1万元" };
// @ts-expect-error a fact with another name
export const name: Facts["unlicensed"] = { 货值: "1" };
// @ts-expect-error an offence that is none
export const offence: RequestOf<"unlicenced">["offence"] = "unlicensed";
// @ts-expect-error a level that is none
export const level: Eco["eco-2.7.1"] = { 持续月数: true };
`;
const options = (more) => JSON.stringify({ compilerOptions: { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [], ...more }, include: ["*.ts", "*.mts", "*.cts"] });

const there = project({
  ...generated,
  "facts/use.ts": FACTS,
  "facts/tsconfig.json": options({ module: "esnext", moduleResolution: "bundler" }),
  "bundler/use.ts": WORDS + IMPORT + USE + SOURCES + GLOBAL + COMPILED,
  "bundler/readme.ts": README,
  "bundler/inline.ts": 'import { loadSync } from "cailiang/inline"; import { rulesets } from "cailiang/rulesets"; export const all: [string, string] = [loadSync().version, rulesets[0]!.id];',
  "bundler/tsconfig.json": options({ module: "esnext", moduleResolution: "bundler" }),
  "nodenext/use.mts": WORDS + IMPORT + USE + SOURCES + GLOBAL + COMPILED,
  "nodenext/use.cts": WORDS + IMPORT + USE + SOURCES + GLOBAL + COMPILED,
  "nodenext/readme.mts": README,
  "nodenext/tsconfig.json": options({ module: "nodenext", moduleResolution: "nodenext" }),
  // A project for Node alone: no types of browsers, and none of `WebAssembly`.
  "node/use.mts": IMPORT + USE + SOURCES + GLOBAL,
  "node/use.cts": WORDS + IMPORT + USE + SOURCES + GLOBAL,
  "node/readme.mts": README,
  "node/tsconfig.json": options({ module: "nodenext", lib: ["es2022"], types: ["node"], typeRoots: [join(npm, "node_modules/@types")] }),
  "bare/use.mts": IMPORT + USE + SOURCES,
  "bare/tsconfig.json": options({ module: "nodenext", lib: ["es2022"] }),
});
after(there.remove);

test("contract.d.ts is what `node types.mjs` writes", async () => {
  assert.ok(readFileSync(join(npm, "src/contract.d.ts"), "utf8") === await types(), "write it with `node types.mjs` in wasm/npm");
});
test("there are types for every version of every ruleset", () => assert.ok(versions.length >= 9, String(versions.length)));
for (const folder of ["facts", "bundler", "nodenext", "node", "bare"]) {
  test(`tsc --noEmit: ${folder}`, () => assert.equal(tool(there, "tsc", "-p", folder), ""));
}
