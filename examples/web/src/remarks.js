// What a reader must know of how a result came about: which text it is of, which day stands in, which answers were not used.
import { ACT, key, state } from "./state.js";
import { isPublished } from "./share.js";
import { t } from "./words.js";

/** Of the text: that the result is of an older one, or of one that is no longer what its title says. */
export function ofText() {
  const edited = isPublished(state.name) && state.desk.text !== state.original;
  return [
    state.waiting ? t("waiting") : !state.current && t("lastValid"),
    edited && t("textEdited", state.desk.ruleset.title),
  ].filter(Boolean);
}

/** All of them, as a printed sheet needs them; `aside` are the answers that cannot be read. */
export function remarks(aside) {
  const { from } = state.desk.ruleset;
  const noDay = key() === "licence" ? !state.asOf && t("asOfMissing", from) : isMissing(aside) && t("actDayMissing", from);
  const names = [...aside.keys()].join("、");
  return [...ofText(), noDay, names && t("asideNamed", names)].filter(Boolean);
}

const isMissing = (aside) => !(ACT in state.facts) || aside.has(ACT);
