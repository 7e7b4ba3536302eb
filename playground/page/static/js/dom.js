/* Building and mending the page's elements. Texts go in as text, never as HTML. */

/** An element: h("button.primary", {type: "button", onclick}, "Send"). */
export function h(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  add(element, children);
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value") element.value = value;
  else if (name === "class") element.classList.add(...value.split(" ").filter(Boolean));
  else if (name === "checked" || name === "disabled" || name === "hidden" || name === "multiple")
    element[name] = Boolean(value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

function add(element, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Replace what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/**
 * Make an element's children fit a list: those whose data did not change stay the nodes they are,
 * and the focus stays where it was.
 */
export function mend(parent, items, { key, draw, stamp = JSON.stringify }) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const focused = focusIn(parent);
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    const mark = stamp(item);
    let node = old.get(name);
    old.delete(name);
    const held = node?.querySelector("[data-held]"); // somebody is typing in it
    if (!node || (node.stamp !== mark && !held)) {
      const fresh = draw(item);
      fresh.dataset.key = name;
      fresh.stamp = mark;
      if (node) {
        if (place === node) place = fresh;
        node.replaceWith(fresh);
      } else parent.insertBefore(fresh, place);
      node = fresh;
    }
    if (node !== place) parent.insertBefore(node, place);
    place = node.nextElementSibling;
  }
  for (const node of old.values()) node.remove();
  refocus(parent, focused);
}

/** Where the focus is inside an element, said so that it can be found again after a redraw. */
export function focusIn(parent) {
  const active = document.activeElement;
  if (!active || active === parent || !parent.contains(active)) return null;
  const holder = active.closest("[data-key]");
  return {
    holder: holder && parent.contains(holder) ? holder.dataset.key : null,
    name: active.dataset.focus || active.id || null,
  };
}

/** Put the focus back where `focusIn` saw it, if it was lost. */
export function refocus(parent, focused) {
  if (!focused || parent.contains(document.activeElement)) return;
  const holder = focused.holder
    ? [...parent.querySelectorAll("[data-key]")].find((n) => n.dataset.key === focused.holder)
    : parent;
  if (!holder) return;
  const inside = focused.name
    ? [...holder.querySelectorAll("[data-focus], [id]")].find(
        (n) => n.dataset.focus === focused.name || n.id === focused.name,
      )
    : null;
  (inside || holder.querySelector("button, [tabindex]"))?.focus({ preventScroll: true });
}

/** A small picture that says nothing to screen readers. */
export const icon = (name) => h("span.icon", { "data-icon": name, "aria-hidden": "true" });

let counter = 0;
/** An id that no other element has. */
export function fresh(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}
