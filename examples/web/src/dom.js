// Elements without a framework: one function that makes them, one that puts a list of them in order.

/** An element: `h("p", { class: "a", onclick: f }, "text", child, null)`; null, false and undefined are nothing. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [name, text] of Object.entries(value)) node.style.setProperty(name, text);
    else if (key === "value" || key === "checked" || key === "open" || key === "disabled" || key === "selected") node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  fill(node, children);
  return node;
}

/** Appends children, flat. */
export function fill(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child);
  }
  return node;
}

/** The children of a node are these, in this order; the one that has the focus is never taken out of the page. */
export function arrange(box, nodes) {
  const keep = new Set(nodes);
  for (const child of [...box.children]) if (!keep.has(child)) child.remove();
  const at = nodes.findIndex((node) => node.parentNode === box && node.contains(document.activeElement));
  const before = at < 0 ? nodes : nodes.slice(0, at);
  let cursor = box.firstChild;
  for (const node of before) {
    if (node === cursor) cursor = cursor.nextSibling;
    else box.insertBefore(node, cursor);
  }
  if (at < 0) return;
  cursor = nodes[at].nextSibling;
  for (const node of nodes.slice(at + 1)) {
    if (node === cursor) cursor = cursor.nextSibling;
    else box.insertBefore(node, cursor);
  }
}

let last = 0;
/** An id that no other element has. */
export const unique = (stem) => `${stem}-${++last}`;

/** A `details` that stays open across repaints; `opened` is where that is remembered. */
export function fold(opened, key, summary, body, { open = false, onopen } = {}) {
  const isOpen = opened.has(key) ? opened.get(key) : open;
  const box = h("details", { open: isOpen, "data-fold": key }, h("summary", null, summary));
  let filled = false;
  const show = () => {
    if (filled || !box.open) return;
    filled = true;
    fill(box, [typeof body === "function" ? body() : body]);
  };
  show();
  let was = box.open;
  box.addEventListener("toggle", () => {
    // An element that is made open says so too; only what a person does counts.
    if (box.open === was) return;
    was = box.open;
    opened.set(key, box.open);
    show();
    if (box.open) onopen?.();
  });
  return box;
}
