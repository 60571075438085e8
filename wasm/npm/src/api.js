// The API: objects in and out over the strings of the engine. No rule logic; what a request or an answer means is the
// contract's (schema/request.schema.json, schema/answer.schema.json).

/** An error of the contract, for what never reaches the engine or stops it. */
function failure(stage, code, message, details = [], request = {}) {
  return { contract: 1, kind: "error", ...request, stage, code, message, details };
}

/** The id and name of a request that does not reach the engine, as far as they can be read: an answer has them. */
function identity(request) {
  try {
    const { id, name } = request;
    const given = Number.isSafeInteger(id) || typeof id === "string";
    return { ...(given && { id }), ...(typeof name === "string" && { name }) };
  } catch {
    return {};
  }
}

/** Far beyond what the engine reads (64), and far within what the stack of any host holds. */
const DEEPEST = 500;
const TOO_DEEP = { found: "data nested too deep", expected: "plain data", help: "nest less" };

/**
 * What JSON would lose in silence, with its path: `NaN` becomes null, a `Date` another day, a `Map` an empty object.
 * `above` are the objects around the value: one that holds itself has no end.
 */
function notData(value, above) {
  const path = "";
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? null : { path, found: String(value), expected: "a number" };
    case "object": {
      if (value === null) return null;
      if (above.includes(value)) return { path, found: "a cycle", expected: "plain data", help: "leave out what leads back" };
      if (above.length === DEEPEST) return { path, ...TOO_DEEP };
      const name = Object.prototype.toString.call(value).slice(8, -1);
      if (name !== "Object" && name !== "Array") {
        const expected = name === "Date" ? "a day as text, such as \"2024-03-01\"" : "plain data";
        return { path, found: `a ${name}`, expected };
      }
      above.push(value);
      for (const key in value) {
        const found = notData(value[key], above);
        if (found) return { ...found, path: `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}${found.path}` };
      }
      above.pop();
      return null;
    }
    case "function":
    case "symbol":
      return { path, found: `a ${typeof value}`, expected: "plain data" };
    default:
      return null;
  }
}

const isObject = (value) => typeof value === "object" && value !== null;
const extended = (request, more) => (isObject(request) ? { ...request, ...more } : request);

/** The questions, beside that of one outcome, whose answers have words. */
const SPOKEN = ["decide", "procedure", "review"];

/** Large integers are exact as text. */
const exact = (_, value) => (typeof value === "bigint" ? String(value) : value);

/** What is found in the place of a request. */
const kindOf = (value) => (value === null ? "null" : typeof value);

/** A request as JSON, or what is wrong with it. */
function encode(request) {
  let wrong;
  try {
    wrong = isObject(request) ? notData(request, []) : { path: "", found: kindOf(request), expected: "a request" };
    if (!wrong) return { json: JSON.stringify(request, exact) };
  } catch (error) {
    // A caller may have left little of the stack; else it is what a getter or a proxy throws.
    const found = error instanceof RangeError ? TOO_DEEP : { found: String(error?.message ?? error), expected: "plain data" };
    wrong = { path: "", ...found };
  }
  const message = `expected ${wrong.expected}, found ${wrong.found}`;
  const detail = { code: "wrong-type", message, help: null, line: 1, column: 1, ...wrong };
  const said = wrong.path ? `${wrong.path}: ${message}` : message;
  return { error: failure("request", "wrong-type", said, [detail], identity(request)) };
}

/** A module already compiled (which a worker can be sent) as it is, bytes as `compile` makes a module of them. */
function moduleOf(source, compile) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compile(source);
  const found = Object.prototype.toString.call(source).slice(8, -1);
  const away = "an address or a response is for the browser entry alone";
  throw new TypeError(`expected a WebAssembly.Module or the bytes of one, found ${found}; ${away}`);
}

/** At once, and in a while. */
const compileNow = (bytes) => new WebAssembly.Module(bytes);
const compileLater = (bytes) => WebAssembly.compile(bytes);

const SURROGATE = /\p{Surrogate}/gu;

/**
 * The first half of a surrogate pair that stands alone, as a diagnostic; null if there is none. The engine would never see
 * it: U+FFFD takes its place on the way. `source` is the name of the text.
 */
function brokenText(text, source) {
  const found = text.isWellFormed?.() ? -1 : text.search(SURROGATE);
  if (found < 0) return null;
  // `\n`, `\r\n` and a lone `\r` end a line, as the engine counts.
  const lines = text.slice(0, found).split(/\r\n|[\n\r]/);
  const line = lines.length;
  const column = [...lines[line - 1]].length + 1;
  const utf16 = lines[line - 1].length + 1;
  const from = { line, column, utf16_column: utf16 };
  const to = { end_line: line, end_column: column + 1, utf16_end_column: utf16 + 1 };
  // Its bytes are those of U+FFFD.
  const start = new TextEncoder().encode(text.slice(0, found)).length;
  return {
    code: "syntax-error",
    severity: "error",
    message: "half of a surrogate pair stands alone",
    source,
    labels: [{ primary: true, message: "", at: { ...from, ...to, start, end: start + 3 } }],
    help: "write the character itself, or both halves",
  };
}

const FREED = "the handle was freed; make a new one with `new Rules()`";
const freedAnswer = () => JSON.stringify(failure("evaluation", "freed", FREED));

/** What stands in the place of a handle that was freed. A copy is a handle, so an error cannot be in its place. */
const freed = {
  add: freedAnswer,
  handle: freedAnswer,
  split: freedAnswer,
  free() {},
  copy() {
    throw new Error(FREED);
  },
};

/** How the answer begins to a request for which the second module is not there; the request may have an id and a name. */
const NOT_LOADED =
  /^\{"contract":1,"kind":"error",(?:"(?:id|name)":(?:-?\d+|"(?:[^"\\]|\\.)*"),)*"stage":"request","code":"not-loaded"/u;

/**
 * The API over one instance of the module; after a trap, every answer of the instance is the same error.
 *
 * `engine` are the bindings, `first` what the module exports, `second` how the second module comes: `load` gives it in a
 * while, `now` at once where the host can.
 */
function bind(engine, first, second) {
  let stopped = null;
  let complete = false;

  /** The second module fills the empty places of the first: it has no memory and no data of its own. */
  function fill(module) {
    if (complete) return;
    new WebAssembly.Instance(module, { first });
    engine.complete();
    complete = true;
  }

  /** Runs a call into the module; a trap leaves its memory unusable, so nothing is called after one. */
  function guard(call) {
    if (!stopped) {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
        stopped = failure("evaluation", "internal", `the engine stopped (${error.message}); load it again`);
      }
    }
    return JSON.stringify(stopped);
  }

  /** The same for requests: where the second module can be had at once, nobody needs to ask for it. */
  function ask(call) {
    const answer = guard(call);
    if (complete || !second.now || !NOT_LOADED.test(answer)) return answer;
    fill(second.now());
    return guard(call);
  }

  class Rules {
    #raw;

    constructor(raw) {
      guard(() => (this.#raw = raw instanceof engine.Rules ? raw : new engine.Rules()));
    }

    /** A handle of its own with the same rulesets, of which nothing is compiled again. Throws after `free()`. */
    copy() {
      let raw;
      guard(() => (raw = this.#raw.copy()));
      return new Rules(raw);
    }

    /** Compiles a text and keeps it if it is valid. */
    add(name, text) {
      return this.#text(name, text, (name, text) => JSON.parse(guard(() => this.#raw.add(name, text))));
    }

    /** The diagnostics of a text, which is not kept. */
    check(name, text) {
      return this.#text(name, text, (name, text) => this.#answer({ do: "check", rulesets: [{ name, text }] }));
    }

    /** JSON in, JSON out. */
    handle(request) {
      const json = String(request);
      const broken = brokenText(json, "request");
      if (broken) return JSON.stringify(failure("request", broken.code, broken.message, [broken]));
      return ask(() => this.#raw.handle(json));
    }

    /** The answer as an object; its explanation as JSON text, or as an object with `{ explanation: "object" }`. */
    evaluate(request, options) {
      const { json, error } = encode(request);
      if (error) return error;
      const lines = ask(() => this.#raw.split(json));
      const end = lines.indexOf("\n");
      if (end < 0) return JSON.parse(lines);
      const answer = JSON.parse(lines.slice(0, end));
      const explanation = lines.slice(end + 1);
      answer.explanation = options?.explanation === "object" ? JSON.parse(explanation) : explanation;
      return answer;
    }

    /** The questions that still matter, best next one first. */
    questions(request) {
      return this.#answer(extended(request, { do: "ask" }));
    }

    /** What the answer says in words, whatever it is about; an error of the contract if there is none. */
    render(request, { form = "brief", markup = "text", lang = "zh" } = {}) {
      const spoken = isObject(request) && SPOKEN.includes(request.do) ? request.do : "evaluate";
      const answer = this.#answer(extended(request, { do: spoken, text: form, markup, lang, explanation: false }));
      return typeof answer.text === "string" ? answer.text : answer;
    }

    /** Frees the memory of the rulesets; what is asked of the handle after it is answered with the error `freed`. */
    free() {
      if (!stopped) this.#raw.free();
      this.#raw = freed;
    }

    /** Uses a text, if it is one. A name is only repeated: U+FFFD may stand in it. */
    #text(name, text, use) {
      const source = String(name).replace(SURROGATE, "\ufffd");
      const broken = brokenText(String(text), source);
      if (broken) return { contract: 1, kind: "diagnostics", valid: false, diagnostics: [broken] };
      return use(source, String(text));
    }

    #answer(request) {
      const { json, error } = encode(request);
      return error ?? JSON.parse(ask(() => this.#raw.handle(json)));
    }
  }
  if (Symbol.dispose) Rules.prototype[Symbol.dispose] = Rules.prototype.free;

  /** Loads what answers more than the outcome of one offence. */
  async function more(source) {
    if (!complete) fill(await second.load(source));
  }

  return { Rules, more, version: engine.version(), contract: 1 };
}

export { bind, compileLater, compileNow, moduleOf };
