// A case as a link: everything after `#`, which no server sees. Compressed, because a ruleset text may be in it.
import { isWhole, request, state, wholeRequest } from "./state.js";

const MARK = "#1.";

async function through(bytes, stream) {
  const blob = await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
  return new Uint8Array(blob);
}

/** What a link or a file carries: a request of the contract, with the text if it is not built in as it is. */
export function caseOf({ always = false } = {}) {
  const own = always || state.text !== state.original || !state.original || !isPublished(state.name);
  return {
    ...(isWhole() ? wholeRequest() : state.desk ? request() : { contract: 1, ruleset: "", offence: state.offence, facts: state.facts }),
    name: state.name,
    ...(own || state.extra.length
      ? { rulesets: [{ name: state.name, text: state.text }, ...state.extra.map(({ name, text }) => ({ name, text }))] }
      : {}),
  };
}

const isPublished = (name) => name.startsWith("cn/") || name === "demo.yaml";

/** The part of the address that carries the case. */
export async function toHash(data) {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(data)), new CompressionStream("deflate-raw"));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return MARK + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The case of an address; null if there is none, an error if it is damaged. */
export async function fromHash(hash) {
  if (!hash.startsWith(MARK)) return null;
  const text = atob(hash.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (digit) => digit.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"))));
}
