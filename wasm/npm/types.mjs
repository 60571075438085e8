// The types of requests and answers, generated from the JSON Schemas: `node types.mjs` writes src/contract.d.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const schemas = new URL("../../bindings/contract/schema/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemas), "utf8"));

/** Facts as hosts hold them: integers of any size, members that are undefined, lists that nobody writes to. */
const FACT = "string | number | bigint | boolean | null | undefined | readonly Fact[] | { readonly [field: string]: Fact }";

/**
 * The generator makes a second type of a reference that has words of its own beside it; behind `allOf` it is the same one.
 */
function apart(schema) {
  if (Array.isArray(schema)) return schema.map(apart);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, apart(value)]));
  if ($ref === undefined) return rest;
  return Object.keys(rest).length === 0 ? { $ref } : { ...rest, allOf: [{ $ref }] };
}

const HEAD = "// Generated from bindings/contract/schema by types.mjs: `node types.mjs` in wasm/npm writes it again.";

/** The text of contract.d.ts. */
export async function types() {
  const [answer, request] = [read("answer"), read("request")];
  request.$defs.Fact = { description: request.$defs.Fact.description, tsType: FACT };
  // One schema, so that what both have (a word, a decimal) is one type.
  const { $defs: of, $schema, $id, title, ...asked } = request;
  const whole = {
    $defs: { ...answer.$defs, ...of, Answer: { description: "What the engine answers, by its `kind`.", oneOf: answer.oneOf }, Request: asked },
    anyOf: [{ $ref: "#/$defs/Request" }, { $ref: "#/$defs/Answer" }],
  };
  const text = await compile(apart(whole), "Contract", {
    additionalProperties: false,
    bannerComment: HEAD,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: false,
    style: { printWidth: 120 },
  });
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(fileURLToPath(new URL(".", import.meta.url)), "src/contract.d.ts"), await types());
}
