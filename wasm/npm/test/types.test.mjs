// The types written by hand say what the schemas say, and a TypeScript project of any module system finds them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, project, root, tool } from "./packed.mjs";

const schema = (name) => JSON.parse(readFileSync(join(root, `core/schema/${name}.schema.json`), "utf8"));
const name = (def) => def.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase());
/** Types whose names differ from those of the schema. */
const NAMES = { Error: "Failure", Number: "string" };
/** The name of a type in index.d.ts. */
const named = (def) => NAMES[name(def)] ?? name(def);

/** What a reference into a definition (`#/$defs/option/properties/or`) points at; one to a whole definition is its name. */
const inside = (ref) => ref.split("/").slice(1).reduce((found, key) => found[key], schema("answer"));

/** An object that has either these keys or those: each form without the keys of the others. */
function forms({ oneOf, ...whole }) {
  const keys = oneOf.flatMap((form) => form.required);
  return oneOf.map(({ required }) => {
    const properties = Object.entries(whole.properties).filter(([key]) => required.includes(key) || !keys.includes(key));
    return typescript({ ...whole, required: [...whole.required, ...required], properties: Object.fromEntries(properties) });
  });
}

/** A JSON Schema, as far as ours go, as TypeScript. */
function typescript(schema) {
  if (schema === true) return "unknown";
  if (schema.$ref?.split("/").length > 3) return typescript(inside(schema.$ref));
  if (schema.$ref) return `S.${named(schema.$ref.split("/").at(-1))}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.oneOf && schema.properties) return forms(schema).join(" | ");
  if (schema.oneOf) return schema.oneOf.map(typescript).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typescript({ ...schema, type })).join(" | ");
  switch (schema.type) {
    case "array":
      return schema.maxItems === 0 ? "never[]" : `(${typescript(schema.items)})[]`;
    case "object": {
      const properties = schema.properties ?? Object.fromEntries(schema.required.map((key) => [key, schema.additionalProperties]));
      const members = Object.entries(properties).map(([key, value]) => `${key}${schema.required?.includes(key) ? "" : "?"}: ${typescript(value)};`);
      if (schema.additionalProperties === undefined) members.push("[more: string]: unknown;");
      return `{ ${members.join(" ")} }`;
    }
    case "integer":
      return "number";
    default:
      return schema.type ?? "unknown";
  }
}

/** Both ways assignable, all members and their optionality alike. */
const EQUAL = "type Equal<A, B> = (<T>() => T extends Deep<A> ? 1 : 2) extends <T>() => T extends Deep<B> ? 1 : 2 ? true : { written: A; schema: B };\ntype Deep<T> = T extends readonly (infer I)[] ? Deep<I>[] : T extends object ? { [K in keyof T]: Deep<T[K]> } : T;";

function held() {
  const defs = Object.entries(schema("answer").$defs).filter(([def]) => def !== "number");
  const types = defs.map(([def, body]) => `  export type ${named(def)} = ${typescript(body)};`);
  const checks = defs.map(([def]) => `export const ${def}: Equal<W.${named(def)}, S.${named(def)}> = true;`);
  const request = Object.keys(schema("request").properties).filter((key) => key !== "expect" && key !== "cases");
  return [
    'import type * as W from "cailiang";',
    EQUAL,
    `declare namespace S {\n${types.join("\n").replaceAll("S.string", "string")}\n}`,
    ...checks,
    `export const request: Equal<keyof W.Request, ${request.map((key) => JSON.stringify(key)).join(" | ")}> = true;`,
    `export const action: Equal<NonNullable<W.Request["do"]>, ${schema("request").properties.do.enum.map((v) => JSON.stringify(v)).join(" | ")}> = true;`,
  ].join("\n");
}

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
  "held/held.ts": held(),
  "held/tsconfig.json": options({ module: "esnext", moduleResolution: "bundler" }),
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

test("there are types for every version of every ruleset", () => assert.ok(versions.length >= 9, String(versions.length)));
for (const folder of ["held", "facts", "bundler", "nodenext", "node", "bare"]) {
  test(`tsc --noEmit: ${folder}`, () => assert.equal(tool(there, "tsc", "-p", folder), ""));
}
