// The middle: what is known, then what still matters, best question first. Rows keep their place while one is typed in.
import { arrange, fill, fold, h } from "./dom.js";
import { makeGroups, unknown } from "./groups.js";
import { row } from "./question.js";
import { ACT, beyond, chooseOffence, clearFacts, key, reads, set, state, subjects } from "./state.js";
import { lang, t } from "./words.js";

export function makeForm() {
  const offence = h("select", { id: "offence", onchange: () => chooseOffence(offence.value) });
  const subject = h("label", { class: "offence-label", for: "offence" });
  const day = row({ name: ACT, type: "date", unascertainable: false, question: t("actDay"), hint: t("actDayHint") });
  const asOf = asOfDay();
  const groups = makeGroups();
  const note = h("p", { class: "note" });
  const counts = h("p", { class: "counts", role: "status" });
  const list = h("ul", { class: "questions" });
  const rest = h("div");
  const node = h(
    "div",
    { class: "form" },
    subject,
    offence,
    h("ul", { class: "questions head" }, day.node, asOf.node),
    note,
    counts,
    list,
    groups.node,
    rest,
  );
  const givenHead = h("li", { class: "group", "aria-hidden": "true" });
  const neededHead = h("li", { class: "group", "aria-hidden": "true" });
  const opened = new Map();
  let rows = new Map();
  let shape = "";
  let order = [];

  return {
    node,
    /** Paints the questions about the whole case from its answer. */
    paintWhole: groups.paint,
    paint({ answer: outcome, aside }) {
      if (!state.desk) return;
      const facts = reads();
      const now = JSON.stringify([state.desk.ruleset.id, state.offence, lang(), facts]);
      if (now !== shape) {
        shape = now;
        rows = new Map(facts.filter((fact) => fact.name !== ACT).map((fact) => [fact.name, row(fact)]));
        order = [];
        list.replaceChildren();
        offence.replaceChildren(...subjects().map((one) => h("option", { value: one.id }, one.name)));
      }
      offence.value = state.offence;
      const isLicence = key() === "licence";
      subject.textContent = t(isLicence ? "licence" : "offence");
      day.node.hidden = isLicence;
      asOf.node.hidden = !isLicence;
      day.show(aside);
      asOf.show();
      note.textContent = noteOf(isLicence);

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
      const others = state.whole ? [] : beyond();
      if (others.length) fill(rest, [h("div", { class: "strangers" }, unknown(others))]);
      groups.node.hidden = isLicence || !state.whole;
      const further = () => (set({ whole: true }), requestAnimationFrame(() => document.getElementById("whole-title").focus()));
      if (!isLicence && !state.whole) fill(rest, [h("button", { type: "button", class: "further", onclick: further }, t("toWhole"))]);
      if (Object.keys(state.facts).length || state.asOf)
        fill(rest, [h("button", { type: "button", class: "quiet", onclick: clearFacts }, t("startOver"))]);
    },
  };
}

/** What stands in for a day that is not given. */
function noteOf(isLicence) {
  if (isLicence) return state.asOf ? "" : t("asOfMissing", state.desk.ruleset.from);
  return ACT in state.facts ? "" : t("actDayMissing", state.desk.ruleset.from);
}

/** The day as of which a licence is asked; no fact of it. */
function asOfDay() {
  const input = h("input", { type: "date", id: "as-of", oninput: () => set({ asOf: input.value || undefined }) });
  const node = h(
    "li",
    { class: "question" },
    h("p", { class: "ask" }, h("label", { for: "as-of" }, t("asOf"))),
    h("p", { class: "ask-about" }, t("asOfHint")),
    h("div", { class: "typed" }, h("span", { class: "field day" }, input)),
  );
  return {
    node,
    show() {
      if (document.activeElement !== input && input.value !== (state.asOf ?? "")) input.value = state.asOf ?? "";
      node.classList.toggle("given", Boolean(state.asOf));
    },
  };
}

/** The wanted order, except that the row someone is typing in stays where it is. */
function keepFocused(wanted, shown, rows) {
  const focused = shown.find((name) => rows.get(name)?.node.contains(document.activeElement));
  if (!focused || !wanted.includes(focused)) return wanted;
  const others = wanted.filter((name) => name !== focused);
  others.splice(Math.min(shown.indexOf(focused), others.length), 0, focused);
  return others;
}
