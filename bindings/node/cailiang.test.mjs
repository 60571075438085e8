// The client, with the engine itself and with one that misbehaves. `bindings/test` runs it.
//
// Nothing here waits for a time to pass: a timeout is made by an engine that never answers.

import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { spawnSync } from "node:child_process";

import { Cailiang, Closed, EngineEnded, MAX_BYTES, NotStarted, TimedOut, TooLong } from "./cailiang.mjs";

const ENGINE = /** @type {string} */ (process.env.CAILIANG);
const FAKE = [process.env.PYTHON, "-S", process.env.FAKE];
const FOREVER = 3_600_000;
const SHORT = 300;

/** A case whose fine tells its value: ten to twenty times of it. */
const valued = (value) => ({
  ruleset: "cn.npc.food-safety-law",
  offence: "unlicensed",
  explanation: false,
  facts: { 违法行为日: "2024-05-01", 货值金额: String(value) },
});
const fine = (answer) =>
  answer.targets.flatMap((target) => target.sanctions).find((sanction) => sanction.id === "罚款").amount.min.value;

/** A test with a folder of its own and clients that are closed after it. */
function check(name, body) {
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), "cailiang-"));
    const [log, once] = [join(folder, "log"), join(folder, "once")];
    const clients = [];
    const client = (command, options = {}) => {
      clients.push(new Cailiang({ command, ...options }));
      return clients.at(-1);
    };
    const lines = () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : []);
    const pids = () => lines().filter((line) => line !== "ended").map(Number);
    try {
      await body({ client, log, once, lines, pids });
    } finally {
      await Promise.all(clients.map((client) => client.close()));
      rmSync(folder, { recursive: true });
    }
  });
}

const until = async (condition) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

check("eight callers share a client and each gets its own answers", async ({ client, log, pids }) => {
  // A command that adds its process id to the log and becomes the engine.
  const command = ["sh", "-c", 'echo $$ >> "$0"; exec "$@"', log, ENGINE, "serve", "--stdio"];
  const engine = client(command, { workers: 2 });
  let done = 0;
  const caller = async (number) => {
    for (let n = 0; n < 60; n += 1) {
      const value = 10_000 + 1_000 * number + n;
      assert.equal(fine(await engine.ask(valued(value))), String(10 * value));
      done += 1;
      // One of the two dies in the middle: its request is asked once more.
      if (done === 100) process.kill(pids()[0], "SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => caller(number)));
  assert.equal(done, 480);
  assert.ok(pids().length > 2);
});

check("hundreds of requests at once are each answered", async ({ client }) => {
  const engine = client(FAKE, { workers: 3 });
  const said = await Promise.all(Array.from({ length: 500 }, (_, say) => engine.ask({ do: "echo", say })));
  assert.deepEqual(said.map((answer) => answer.said), Array.from({ length: 500 }, (_, say) => say));
});

check("the id of the caller comes back", async ({ client }) => {
  const engine = client([ENGINE, "serve", "--stdio"]);
  for (const id of [7, "甲", -1]) {
    const answer = await engine.ask({ ...valued(20_000), id, name: "案\n一" });
    assert.deepEqual(Object.keys(answer).slice(0, 4), ["contract", "kind", "id", "name"]);
    assert.deepEqual([answer.id, answer.name], [id, "案\n一"]);
  }
  assert.ok(!("id" in (await engine.ask(valued(20_000)))));
  assert.equal((await engine.ask({ do: "none", id: "x" })).id, "x");
});

check("an error of the contract is an answer", async ({ client }) => {
  const engine = client([ENGINE, "serve", "--stdio"]);
  const answer = await engine.ask({ ruleset: "没有的规则", offence: "x", on: "2024-05-01" });
  assert.deepEqual([answer.kind, answer.code], ["error", "no-ruleset"]);
});

check("texts cross as they are", async ({ client }) => {
  const engine = client(FAKE);
  for (const say of ["第一行\n第二行\r\n\u2028𠮷 \"\\", "长".repeat(100_000)]) {
    assert.equal((await engine.ask({ do: "echo", say })).said, say);
  }
  await assert.rejects(engine.ask({ do: "echo", say: 1n }), TypeError);
});

check("a request that gets no answer times out and the next is answered", async ({ client }) => {
  const engine = client(FAKE);
  await assert.rejects(engine.ask({ do: "sleep" }, { timeout: SHORT }), TimedOut);
  assert.equal((await engine.ask({ do: "echo", say: 1 })).said, 1);
});

check("a request that is not read times out too", async ({ client }) => {
  // More than a pipe holds, to a process that reads nothing.
  const engine = client(["sleep", "3600"]);
  await assert.rejects(engine.ask({ do: "echo", say: "x".repeat(1_000_000) }, { timeout: SHORT }), TimedOut);
});

check("a request whose engine ends is sent once more", async ({ client, log, once, pids }) => {
  const engine = client([...FAKE, "--log", log]);
  assert.equal((await engine.ask({ do: "exit once", file: once, say: 1 })).said, 1);
  assert.equal(pids().length, 2);
});

check("a request that ends every engine is an error and the next is answered", async ({ client, log, pids }) => {
  const engine = client([...FAKE, "--log", log]);
  assert.equal((await engine.ask({ do: "echo", say: 1 })).said, 1);
  await assert.rejects(engine.ask({ do: "exit" }), (error) => {
    assert.ok(error instanceof EngineEnded);
    assert.deepEqual(error.stderr, ["it ends here"]);
    assert.match(error.message, /with code 9/u);
    return true;
  });
  assert.equal((await engine.ask({ do: "echo", say: 2 })).said, 2);
  assert.equal(pids().length, 3);
});

check("what is no answer to the request reaches nobody", async ({ client }) => {
  const engine = client(FAKE);
  for (const told of ["wrong id", "longer id", "no id", "no JSON", "no UTF-8", "half an answer", "two answers"]) {
    assert.equal((await engine.ask({ do: "echo", say: told })).said, told);
    // Of two answers to one request the second is nobody's, whether it comes with the first or after it.
    if (told === "two answers") await engine.ask({ do: told }).catch((error) => assert.ok(error instanceof EngineEnded));
    else await assert.rejects(engine.ask({ do: told }), EngineEnded, told);
  }
  assert.equal((await engine.ask({ do: "echo", say: "mine" })).said, "mine");
});

check("an engine that cannot be started says why", async ({ client, log }) => {
  await assert.rejects(client([log + ".missing"]).ask({ do: "echo" }), NotStarted);
  await assert.rejects(client([...FAKE, "--dead"]).ask({ do: "echo" }), (error) => {
    assert.ok(error instanceof NotStarted);
    assert.equal(error.stderr.length, 20);
    assert.equal(error.stderr.at(-1), "error 30: 没有规则");
    assert.match(error.message, /with code 3/u);
    return true;
  });
});

check("restarts in a row are limited", async ({ client, log, pids }) => {
  for (const [pause, starts] of [[FOREVER, 3], [0, 10]]) {
    writeFileSync(log, "");
    const engine = client([...FAKE, "--dead", "--log", log], { restarts: 2, pause });
    const asked = Array.from({ length: 5 }, () => engine.ask({ do: "echo" }));
    for (const answer of asked) await assert.rejects(answer, NotStarted);
    assert.equal(pids().length, starts);
  }
});

check("a request over the limit is not sent", async ({ client, log, pids }) => {
  const engine = client([...FAKE, "--log", log]);
  const most = MAX_BYTES - '{"do":"echo","say":"","id":1}'.length;
  assert.equal((await engine.ask({ do: "echo", say: "x".repeat(most) })).length, MAX_BYTES + 1);
  await assert.rejects(engine.ask({ do: "echo", say: "x".repeat(most + 1) }), TooLong);
  assert.equal(pids().length, 1);
});

check("closing waits for what is asked and refuses the rest", async ({ client, log, once, lines }) => {
  const engine = client([...FAKE, "--log", log]);
  const asked = engine.ask({ do: "wait", file: once, say: 1 });
  await until(() => existsSync(once + ".asked"));
  const waiting = engine.ask({ do: "echo" });
  const closing = [engine.close(), engine.close()];
  await assert.rejects(waiting, Closed);
  appendFileSync(once, "");
  assert.equal((await asked).said, 1);
  await Promise.all(closing);
  assert.deepEqual(lines().slice(1), ["ended"]);
  await assert.rejects(engine.ask({ do: "echo" }), Closed);
});

check("a host that forgets to close ends, and its engine with it", async ({ log, lines }) => {
  const program = `
    import { Cailiang } from ${JSON.stringify(new URL("./cailiang.mjs", import.meta.url).href)};
    const engine = new Cailiang({ command: ${JSON.stringify([...FAKE, "--log", log])} });
    console.log((await engine.ask({ do: "echo", say: "done" })).said);`;
  const host = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  assert.deepEqual([host.stdout, host.status], ["done\n", 0]);
  await until(() => lines().includes("ended"));
});
