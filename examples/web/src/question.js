// A question with its control, as a row of the form.
import { h, unique } from "./dom.js";
import { control } from "./inputs.js";
import { ACT, answer, state } from "./state.js";
import { t } from "./words.js";

/** The row of a fact: `node`, and `show(aside)`, which takes the value from the case and says what cannot be read. */
export function row(fact) {
  const id = unique("question");
  const input = control(fact, id, (value) => answer(fact.name, value));
  const problem = h("p", { class: "problem", role: "alert" });
  const about = [
    fact.decides && t("decides", fact.decides),
    fact.hint,
    fact.type === "finding" && t("finding"),
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
      node.classList.toggle("given", fact.name in state.facts);
      const wrong = aside.get(fact.name);
      const text = wrong ? [wrong.message, wrong.help].filter(Boolean).join("; ") : "";
      const said = wrong ? `${t("setAside")} ${text}` : "";
      if (problem.textContent !== said) problem.textContent = said;
      node.classList.toggle("wrong", Boolean(wrong));
      input.input?.setAttribute("aria-invalid", String(Boolean(wrong)));
    },
  };
}
