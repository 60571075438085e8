// The history of the browser keeps the cases: each that is opened has its entry, which follows every answer and every key.
// So a reload finds the case as it was left, and a step back the one before. Nothing is stored beyond the tab.
import { caseOf } from "./share.js";
import { state } from "./state.js";

/** How long after a change it is written: browsers refuse an entry that is written with every key. */
const REST = 300;
let [latest, opened, linked, timer] = [null, 0, null, undefined];

/** The case of this entry, if it has one. From now on what is kept is of this entry. */
export function kept() {
  clearTimeout(timer);
  latest = null;
  return history.state?.case ?? null;
}

/** Keeps the case as it is now; one that was opened meanwhile begins an entry of its own. */
export function keep() {
  if (!state.opened) return;
  const isOther = opened !== state.opened && latest;
  if (isOther) {
    write();
    history.pushState(null, "", bare());
  }
  opened = state.opened;
  latest = caseOf();
  if (isOther) return write();
  clearTimeout(timer);
  timer = setTimeout(() => write(), REST);
}

/** The address is a link to the case as it is now. */
export function keepLink(hash) {
  opened = state.opened;
  latest = caseOf();
  linked = JSON.stringify(latest);
  write(hash);
}

/** An address that carries the case says so only as long as it is the case on the page. */
function write(hash = linked === JSON.stringify(latest) ? location.hash : "") {
  clearTimeout(timer);
  try {
    history.replaceState({ case: latest }, "", bare() + hash);
  } catch {
    // A text that is too long for the history is not kept; the file and the link still are.
  }
}

const bare = () => location.pathname + location.search;

addEventListener("beforeunload", () => latest && write());
