/**
 * cailiang for Node: `cailiang serve --stdio` as supervised worker processes. No dependencies, Node 18 or later.
 *
 *     import { Cailiang } from "./cailiang.mjs";
 *     const engine = new Cailiang({ workers: 2 });
 *     const answer = await engine.ask({ ruleset: "cn.npc.food-safety-law", offence: "unlicensed", facts: {…} });
 *     await engine.close();
 *
 * Any number of requests may be asked at once; a worker answers one at a time, the others wait in order. Every request
 * goes out under a number of its own as its `id`, and an answer is handed over only if it has that number; the `id` of
 * the caller is put back.
 *
 * An answer of the kind `error` is an answer: the promise is resolved with it. It is rejected with a `CailiangError`
 * when the engine timed out, ended, or could not be started. Requests change nothing, so a request whose worker ended
 * is sent once more, to a new process; one that timed out is not.
 */

import { spawn } from "node:child_process";

/** The longest request in bytes of UTF-8: 64 MiB. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** How many of the last lines of stderr an error shows. */
const STDERR_LINES = 20;
/** How many milliseconds a process has to end by itself when its input is closed. */
const GRACE = 5000;

/** No answer. `stderr` has the last lines that the engine wrote there. */
export class CailiangError extends Error {
  /** @param {string} message @param {string[]} [stderr] */
  constructor(message, stderr = []) {
    super([message, ...stderr].join("\n"));
    this.name = new.target.name;
    this.stderr = stderr;
  }
}
/** The engine did not answer in time. Its process was killed; the next request gets a new one. */
export class TimedOut extends CailiangError {}
/** The engine ended without an answer, twice, or wrote what is no answer to the request. */
export class EngineEnded extends CailiangError {}
/** The engine cannot be started, or ends before its first answer, or did so too often in a row. */
export class NotStarted extends CailiangError {}
/** The request is longer than 64 MiB; it was not sent. */
export class TooLong extends CailiangError {}
/** The client is closed. */
export class Closed extends CailiangError {}

/**
 * @typedef {object} Options
 * @property {string[]} [command] starts the engine, with its arguments:
 *   `["cailiang", "serve", "--stdio", "--rules", "DIR"]`
 * @property {number} [workers] how many processes, each started when it is first needed; 1
 * @property {number} [timeout] milliseconds the engine may take over one request, starting included; waiting for a free
 *   worker does not count; 60000
 * @property {number} [restarts] when a worker has ended more than so many times in a row without an answer, no process
 *   is started in its place …; 5
 * @property {number} [pause] … for so many milliseconds; 10000
 */

/**
 * A request on its way.
 * @typedef {{ number: number, line: string, timeout: number, again: boolean, started: boolean,
 *   resolve: (answer: Record<string, any>) => void, reject: (error: Error) => void }} Asked
 */

/** A client. */
export class Cailiang {
  #options;
  /** @type {Worker[]} */
  #workers;
  /** @type {Asked[]} */
  #waiting = [];
  #number = 0;
  /** @type {Promise<void> | undefined} */
  #closed;

  /** @param {Options} [options] */
  constructor(options = {}) {
    const {
      command = ["cailiang", "serve", "--stdio"],
      workers = 1,
      timeout = 60_000,
      restarts = 5,
      pause = 10_000,
    } = options;
    if (!Array.isArray(command) || command.length === 0) {
      throw new TypeError("`command` is a list of the program and its arguments");
    }
    if (!(workers >= 1 && timeout > 0 && restarts >= 0 && pause >= 0)) {
      throw new RangeError("`workers` and `timeout` are above 0, `restarts` and `pause` not below it");
    }
    this.#options = { timeout };
    this.#workers = Array.from({ length: workers }, () => new Worker(command, restarts, pause, () => this.#next()));
  }

  /**
   * The answer to one request.
   * @param {Record<string, any>} request
   * @param {{ timeout?: number }} [options] milliseconds, in place of those of the client
   * @returns {Promise<Record<string, any>>}
   */
  async ask(request, { timeout = this.#options.timeout } = {}) {
    if (!(timeout > 0)) throw new RangeError("`timeout` is above 0");
    if (this.#closed) throw new Closed("the client is closed");
    const number = ++this.#number;
    const line = JSON.stringify({ ...request, id: number });
    const bytes = Buffer.byteLength(line);
    if (bytes > MAX_BYTES) throw new TooLong(`the request has ${bytes} bytes; ${MAX_BYTES} are the most`);
    const answer = await new Promise((resolve, reject) => {
      this.#waiting.push({ number, line, timeout, again: false, started: false, resolve, reject });
      this.#next();
    });
    const { contract, kind, id: _, ...rest } = answer;
    return "id" in request ? { contract, kind, id: request.id, ...rest } : { contract, kind, ...rest };
  }

  /** Ends the workers, each after the request it is at. Those that wait for one are rejected with `Closed`. */
  close() {
    this.#closed ??= (async () => {
      for (const asked of this.#waiting.splice(0)) asked.reject(new Closed("the client is closed"));
      await Promise.all(this.#workers.map((worker) => worker.finish()));
    })();
    return this.#closed;
  }

  /** Gives waiting requests to free workers: to one that runs, else to the one with the least trouble. */
  #next() {
    while (this.#waiting.length > 0) {
      const free = this.#workers.filter((worker) => !worker.busy);
      if (free.length === 0) return;
      const best = free.find((worker) => worker.running) ?? free.reduce((a, b) => (b.failures < a.failures ? b : a));
      best.take(/** @type {Asked} */ (this.#waiting.shift()));
    }
  }
}

/** A process and its pipes; it is at one request at a time. */
class Worker {
  #command;
  #restarts;
  #pause;
  #free;
  /** @type {import("node:child_process").ChildProcessWithoutNullStreams | undefined} */
  #process;
  /** @type {Asked | undefined} */
  #asked;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  /** @type {Buffer[]} */
  #parts = [];
  /** @type {string[]} */
  #stderr = [];
  /** Whether this process has answered. */
  #answered = false;
  #failedAt = 0;
  /** @type {(() => void) | undefined} */
  #idle;
  /** How often in a row a process of this worker ended without an answer. */
  failures = 0;

  /** @param {string[]} command @param {number} restarts @param {number} pause @param {() => void} free */
  constructor(command, restarts, pause, free) {
    this.#command = command;
    this.#restarts = restarts;
    this.#pause = pause;
    this.#free = free;
  }

  get busy() {
    return this.#asked !== undefined;
  }

  get running() {
    return this.#process !== undefined;
  }

  /** @param {Asked} asked */
  take(asked) {
    this.#asked = asked;
    if (this.#process === undefined) {
      if (this.failures > this.#restarts && performance.now() - this.#failedAt < this.#pause) {
        const message = `the engine ended ${this.failures} times in a row; it is not started again for now`;
        this.#settle(() => asked.reject(new NotStarted(message, this.#stderr)));
        return;
      }
      this.#start();
    }
    const process = this.#process;
    if (process === undefined) return; // `spawn` threw; the request has its error
    keepAlive(process, true);
    this.#timer = setTimeout(() => {
      const message = `the engine did not answer within ${asked.timeout} ms`;
      this.#retire();
      this.#settle(() => asked.reject(new TimedOut(message, this.#stderr)));
    }, asked.timeout);
    process.stdin.write(asked.line + "\n");
  }

  #start() {
    const [program, ...args] = this.#command;
    /** @type {string[]} */
    const stderr = [];
    this.#stderr = stderr;
    this.#parts = [];
    this.#answered = false;
    let process;
    try {
      // A group of its own, so that a script that starts the engine is killed together with it.
      process = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], detached: globalThis.process.platform !== "win32" });
    } catch (error) {
      this.#unstarted(error);
      return;
    }
    this.#process = process;
    const mine = () => this.#process === process;
    process.on("error", (error) => mine() && process.pid === undefined && this.#unstarted(error));
    // Its output is closed by then, so that an answer it wrote before it ended has arrived.
    process.on("close", (code, signal) => mine() && this.#gone(`the engine ended with ${signal ?? `code ${code}`}`));
    process.stdin.on("error", () => {}); // it has ended, and `close` says so
    process.stdout.on("data", (bytes) => mine() && this.#read(bytes));
    let last = "";
    process.stderr.setEncoding("utf8").on("data", (text) => {
      const lines = (last + text).split("\n");
      last = /** @type {string} */ (lines.pop());
      stderr.push(...lines.slice(-STDERR_LINES));
      stderr.splice(0, stderr.length - STDERR_LINES);
    });
    process.stderr.on("end", () => last && stderr.push(last));
  }

  /** @param {Buffer} bytes */
  #read(bytes) {
    const end = bytes.indexOf(10);
    if (end < 0) {
      this.#parts.push(bytes);
      return;
    }
    this.#parts.push(bytes.subarray(0, end));
    const line = Buffer.concat(this.#parts);
    this.#parts = [];
    const asked = this.#asked;
    if (asked === undefined || end + 1 < bytes.length) {
      this.#retire();
      if (asked !== undefined) this.#gone("the engine wrote what is no answer to the request");
      return;
    }
    let answer;
    try {
      answer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
    } catch {
      this.#gone("the engine wrote what is no JSON");
      return;
    }
    if (answer?.id !== asked.number) {
      this.#gone("the engine wrote what is no answer to the request");
      return;
    }
    this.#answered = true;
    this.failures = 0;
    if (this.#process !== undefined) keepAlive(this.#process, false);
    this.#settle(() => asked.resolve(answer));
  }

  /** The process has ended, or cannot be trusted any more. The request it was at is sent once more. @param {string} why */
  #gone(why) {
    const answered = this.#answered;
    this.#retire();
    const asked = this.#asked;
    if (asked === undefined) return;
    clearTimeout(this.#timer);
    this.#failed();
    asked.started ||= answered;
    if (!asked.again) {
      asked.again = true;
      this.take(asked);
      return;
    }
    const Kind = asked.started ? EngineEnded : NotStarted;
    this.#settle(() => asked.reject(new Kind(why, this.#stderr)));
  }

  /** @param {unknown} error */
  #unstarted(error) {
    this.#process = undefined;
    this.#failed();
    const asked = this.#asked;
    const why = error instanceof Error ? error.message : String(error);
    this.#settle(() => asked?.reject(new NotStarted(`the engine cannot be started: ${why}`, this.#stderr)));
  }

  #failed() {
    this.failures += 1;
    this.#failedAt = performance.now();
  }

  /** The request is done: its caller is told, and the next one may come. @param {() => void} tell */
  #settle(tell) {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    tell();
    this.#idle?.();
    // Not at once: a worker in trouble would call itself for every request that waits.
    queueMicrotask(this.#free);
  }

  /** Ends the process at once. */
  #retire() {
    const process = this.#process;
    this.#process = undefined;
    if (process === undefined) return;
    kill(process);
    for (const pipe of [process.stdin, process.stdout, process.stderr]) pipe.destroy();
    keepAlive(process, false);
  }

  /** Ends the process the clean way, after the request it is at: its input is closed. One that does not end is killed. */
  async finish() {
    if (this.busy) await new Promise((resolve) => (this.#idle = () => resolve(undefined)));
    const process = this.#process;
    this.#process = undefined;
    if (process === undefined) return;
    keepAlive(process, true);
    await new Promise((resolve) => {
      const timer = setTimeout(() => {
        kill(process);
        for (const pipe of [process.stdin, process.stdout, process.stderr]) pipe.destroy();
      }, GRACE);
      process.on("close", () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      process.stdin.end();
    });
  }
}

/**
 * Whether the host waits for the process: one that only idles must not keep it from ending.
 * @param {import("node:child_process").ChildProcessWithoutNullStreams} process @param {boolean} wanted
 */
function keepAlive(process, wanted) {
  for (const part of [process, process.stdin, process.stdout, process.stderr]) {
    const handle = /** @type {{ ref?: () => void, unref?: () => void }} */ (part);
    if (wanted) handle.ref?.();
    else handle.unref?.();
  }
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} process */
function kill(process) {
  if (process.pid === undefined || process.exitCode !== null || process.signalCode !== null) return;
  try {
    if (globalThis.process.platform === "win32") process.kill("SIGKILL");
    else globalThis.process.kill(-process.pid, "SIGKILL");
  } catch {
    // It has ended just now.
  }
}
