import React, { Suspense, use, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { load } from "cailiang";
import { rulesets } from "cailiang/rulesets";

const ready = prepare();

/** The engine and its ruleset, once for the page. */
async function prepare() {
  const { Rules } = await load();
  const rules = new Rules();
  for (const one of rulesets.filter((one) => one.id === "cn.npc.food-safety-law")) rules.add(one.name, await one.load());
  return rules;
}

/** Asks only what still matters, best question first; shows the range and its reasons as the answers come. */
function Case() {
  const rules = use(ready);
  const [facts, setFacts] = useState({ 从事须许可的生产经营: true, 已取得相应许可: false });
  const answer = useMemo(
    () => rules.evaluate({ ruleset: "cn.npc.food-safety-law", offence: "unlicensed", on: "2024-05-01", facts, text: "brief" }),
    [rules, facts],
  );
  if (answer.kind !== "penalty") {
    return (
      <p role="alert">
        {answer.message} <button onClick={() => setFacts({})}>重新填写</button>
      </p>
    );
  }
  const [next] = answer.facts_needed;
  return (
    <>
      <pre>{answer.text}</pre>
      {next && <Question key={next.name} fact={next} give={(value) => setFacts({ ...facts, [next.name]: value })} />}
    </>
  );
}

function Question({ fact, give }) {
  const [text, setText] = useState("");
  const choices =
    fact.type === "yes-no"
      ? [
          ["是", true],
          ["否", false],
        ]
      : fact.of?.map((name) => [name, name]);
  return (
    <form onSubmit={(event) => (event.preventDefault(), text.trim() && give(text.trim()))}>
      <label>
        {fact.question} {!choices && <input value={text} onChange={(event) => setText(event.target.value)} />}
      </label>
      {choices?.map(([word, value]) => (
        <button type="button" key={word} onClick={() => give(value)}>
          {word}
        </button>
      ))}
      {!choices && <button>填入</button>}
      {fact.unascertainable && (
        <button type="button" onClick={() => give("无法查明")}>
          无法查明
        </button>
      )}
    </form>
  );
}

createRoot(document.getElementById("root")).render(
  <Suspense fallback={<p>正在载入…</p>}>
    <Case />
  </Suspense>,
);
