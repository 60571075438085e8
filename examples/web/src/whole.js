// The whole case: asked after the offence alone is on the page, so that the bar never waits for it. What is needed for it
// (every built-in text) is loaded when it is opened for the first time.
import { answerOf, outcomeOf, wholeDesk } from "./engine.js";
import { beyond, isWhole, state, wholeRequest } from "./state.js";
import { lang } from "./words.js";

/** The last answer, what was set aside for it, and every question it has ever asked, by name. */
export const whole = { answer: null, aside: new Map(), request: null, declared: new Map() };

/** How long after the last change: less than a person notices, more than a fast typist's keys are apart. */
const PAUSE = 90;
let desk = null;
let madeFor = [];
let of = "";
let timer;

/**
 * Asks for the whole case soon, and calls back when it is answered, or why it cannot be; what is asked again meanwhile is
 * asked once.
 */
export function askWhole(done, failed) {
  clearTimeout(timer);
  forgetOther();
  const work = () => answered(done).catch((error) => ((madeFor = []), failed(error)));
  timer = setTimeout(work, desk && whole.answer ? PAUSE : 0);
}

/** The whole case as it is now, answered with something more, such as the letter. */
export const askMore = (more) => outcomeOf(desk, { ...wholeRequest(), ...more }, answerOf).answer;

/** Answers about another case, or in another language, are not those of this one. */
function forgetOther() {
  const now = JSON.stringify([state.name, state.offence, lang()]);
  if (now !== of) Object.assign(whole, { answer: null, aside: new Map(), request: null, declared: new Map() });
  of = now;
}

async function answered(done) {
  const texts = [state.desk.name, state.desk.text, ...state.extra];
  if (!desk || texts.some((one, n) => one !== madeFor[n]) || texts.length !== madeFor.length) {
    desk?.rules.free();
    desk = null;
    madeFor = texts;
    const wanted = () => madeFor === texts && isWhole();
    const { name, text, ruleset } = state.desk;
    const made = await wholeDesk([{ id: ruleset.id, name, text }, ...state.extra], wanted);
    // Something newer is at work, or it is closed again.
    if (madeFor !== texts || !made) {
      made?.rules.free();
      if (madeFor === texts) madeFor = [];
      return;
    }
    desk = made;
  }
  if (!isWhole()) return;
  const began = performance.now();
  const found = outcomeOf(desk, wholeRequest(), answerOf);
  remember(found.answer);
  // A question that is answered is not asked any more: how it is put is learnt by asking as if it were not.
  const untold = beyond().filter((name) => !whole.declared.has(name) && !found.aside.has(name));
  if (untold.length) {
    const facts = Object.fromEntries(Object.entries(found.request.facts).filter(([name]) => !untold.includes(name)));
    remember(answerOf(desk, { ...found.request, facts, explanation: false }));
  }
  Object.assign(whole, found);
  done(performance.now() - began);
}

function remember(answer) {
  for (const one of answer.facts_needed ?? []) whole.declared.set(one.name, one);
}
