// A case as a link: everything after `#`, which no server sees. Compressed, because a ruleset text may be in it.
import { isWhole, request, saysMore, state, wholeRequest } from "./state.js";

const MARK = "#1.";

async function through(bytes, stream) {
  const blob = await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
  return new Uint8Array(blob);
}

/**
 * What a link or a file carries: a request of the contract, with the text if it is not built in as it is. Of a case of
 * which more was said than its offence reads, it is the whole case, also while only the provision is on the page.
 */
export function caseOf() {
  const own = state.text !== state.original || !state.original || !isPublished(state.name);
  return {
    ...(isWhole() || saysMore() ? wholeRequest() : state.desk ? request() : unread()),
    name: state.name,
    ...(own || state.extra.length
      ? { rulesets: [{ name: state.name, text: state.text }, ...state.extra.map(({ name, text }) => ({ name, text }))] }
      : {}),
  };
}

/** The case of a text with errors, of which nothing can be asked yet. */
function unread() {
  const { offence, facts, asOf, general, continuing } = state;
  const more = state.whole ? { do: "decide", general, continuing } : {};
  return { contract: 1, ruleset: "", offence, ...(asOf ? { as_of: asOf } : {}), ...more, facts };
}

/** Whether a text is one of ours, by its name. */
export const isPublished = (name) => name.startsWith("cn/") || name === "demo.yaml";

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
