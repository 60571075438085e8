// The middle: what is known, then what still matters, best question first. Rows keep their place while one is typed in.
import { arrange, fill, fold, h, unique } from "./dom.js";
import { ask } from "./engine.js";
import { control } from "./inputs.js";
import { ACT, answer, chooseOffence, clearFacts, request, state, subjects } from "./state.js";
import { lang, t } from "./words.js";

export function makeForm() {
  const offence = h("select", { id: "offence", onchange: () => chooseOffence(offence.value) });
  const day = row({ name: ACT, type: "date", unascertainable: false, question: t("actDay"), hint: t("actDayHint") });
  const note = h("p", { class: "note" });
  const counts = h("p", { class: "counts", role: "status" });
  const list = h("ul", { class: "questions" });
  const rest = h("div");
  const node = h(
    "div",
    { class: "form" },
    h("label", { class: "offence-label", for: "offence" }, t("offence")),
    offence,
    h("ul", { class: "questions head" }, day.node),
    note,
    counts,
    list,
    rest,
  );
  const givenHead = h("li", { class: "group", "aria-hidden": "true" });
  const neededHead = h("li", { class: "group", "aria-hidden": "true" });
  const opened = new Map();
  let rows = new Map();
  let shape = "";
  let order = [];
  let facts = [];
  let read = [];

  return {
    node,
    paint({ answer: outcome, aside, request: asked }) {
      if (!state.desk) return;
      // What the offence reads changes with the text, the offence, the day of the act and the language; not with a key.
      const from = [state.desk, state.offence, state.facts[ACT], lang()];
      if (from.some((one, n) => one !== read[n])) facts = factsOf(asked);
      read = from;
      const now = JSON.stringify([state.desk.ruleset.id, state.offence, lang(), facts]);
      if (now !== shape) {
        shape = now;
        rows = new Map(facts.filter((fact) => fact.name !== ACT).map((fact) => [fact.name, row(fact)]));
        order = [];
        list.replaceChildren();
        offence.replaceChildren(...subjects().map((one) => h("option", { value: one.id }, one.name)));
      }
      offence.value = state.offence;
      day.show(aside);
      day.node.classList.toggle("given", ACT in state.facts);
      note.textContent = ACT in state.facts ? "" : t("actDayMissing", state.desk.ruleset.from);

      const asks = outcome.facts_needed ?? null;
      const needed = (asks ?? facts.map((fact) => fact.name))
        .map((one) => one.name ?? one)
        .filter((name) => rows.has(name) && !(name in state.facts));
      const given = Object.keys(state.facts).filter((name) => rows.has(name));
      const gone = [...rows.keys()].filter((name) => !given.includes(name) && !needed.includes(name));
      order = keepFocused([...given, ...needed], order, rows);
      const firstNeeded = order.findIndex((name) => needed.includes(name));
      rows.forEach((one, name) => {
        one.show(aside);
        one.node.classList.toggle("given", given.includes(name));
        one.node.classList.toggle("next", name === needed[0]);
        one.node.classList.toggle("unused", given.includes(name) && (outcome.facts_irrelevant ?? []).includes(name));
      });
      givenHead.textContent = t("givenCount", given.length);
      neededHead.textContent = t("stillAsked", needed.length);
      const nodes = order.map((name) => rows.get(name).node);
      if (firstNeeded >= 0) nodes.splice(firstNeeded, 0, neededHead);
      if (given.length && firstNeeded !== 0) nodes.unshift(givenHead);
      arrange(list, nodes);
      counts.textContent =
        asks === null ? "" : needed.length ? `${t("givenCount", given.length)} · ${t("stillAsked", needed.length)}` : t("nothingAsked");
      rest.replaceChildren();
      if (asks !== null && gone.length) {
        const names = gone.map((name) => h("li", null, rows.get(name).fact.question ?? name));
        fill(rest, [fold(opened, "gone", t("noLongerMatters", gone.length), h("ul", { class: "plain" }, names))]);
      }
      if (given.length || ACT in state.facts)
        fill(rest, [h("button", { type: "button", class: "quiet", onclick: clearFacts }, t("startOver"))]);
    },
  };
}

/** The facts that the offence reads, with their types; those of the text when the day finds no version. */
function factsOf(asked) {
  const described = ask(state.desk, asked, "describe");
  if (described.kind === "description") return (described.offence ?? described.licence).facts;
  const again = ask(state.desk, { ...request(), facts: {} }, "describe");
  return (again.offence ?? again.licence)?.facts ?? [];
}

/** The wanted order, except that the row someone is typing in stays where it is. */
function keepFocused(wanted, shown, rows) {
  const focused = shown.find((name) => rows.get(name)?.node.contains(document.activeElement));
  if (!focused || !wanted.includes(focused)) return wanted;
  const others = wanted.filter((name) => name !== focused);
  others.splice(Math.min(shown.indexOf(focused), others.length), 0, focused);
  return others;
}

/** A question with its control. */
function row(fact) {
  const id = unique("question");
  const input = control(fact, id, (value) => answer(fact.name, value));
  const problem = h("p", { class: "problem", role: "alert" });
  const about = [
    fact.decides && t("decides", fact.decides),
    fact.hint,
    fact.type === "number" && !fact.unit && t("plainNumber"),
    fact.basis,
  ]
    .filter(Boolean)
    .join(" · ");
  const node = h(
    "li",
    { class: "question", "data-fact": fact.name },
    h(
      "p",
      { class: "ask", id },
      h("span", { class: "ask-text" }, fact.question || fact.name),
      fact.question && fact.question !== fact.name && fact.name !== ACT && h("span", { class: "ask-name" }, fact.name),
    ),
    about && h("p", { class: "ask-about" }, about),
    input.node,
    problem,
  );
  return {
    fact,
    node,
    show(aside) {
      input.show(state.facts[fact.name]);
      const wrong = aside.get(fact.name);
      const text = wrong ? [wrong.message, wrong.help].filter(Boolean).join("; ") : "";
      const said = wrong ? `${t("setAside")} ${text}` : "";
      if (problem.textContent !== said) problem.textContent = said;
      node.classList.toggle("wrong", Boolean(wrong));
      input.input?.setAttribute("aria-invalid", String(Boolean(wrong)));
    },
  };
}
