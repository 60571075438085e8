// The right side: the answer by its kind. What an older page does not know is shown as data, never left out.
import { h } from "./dom.js";
import { licence } from "./licence.js";
import { penalty } from "./penalty.js";
import { failure } from "./failure.js";
import { saying } from "./parts.js";
import { decision } from "./decision.js";

const kinds = { penalty, licence, decision, error: failure };

/** Paints an answer; `view` remembers what is folded open and gives what else can be asked. */
export function result(answer, view) {
  const paint = kinds[answer.kind];
  return paint ? paint(answer, view) : [h("pre", { class: "data" }, JSON.stringify(answer, null, 2))];
}

/** One line for the head of the page on a small screen. */
export function summary(answer, lines) {
  if (answer.kind === "error") return answer.message;
  const line = lines.find((line) => ["result", "acts"].includes(line.section ?? line.part) && line.text);
  return line ? saying(line) : "";
}
