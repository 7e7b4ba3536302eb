/* Menus that open at a button: arrows, Home, End, letters, Enter, Escape; the focus goes back. */

import { fresh, h } from "./dom.js";

const MOST_HIGH = 420;
let open = null;

/**
 * Open a menu at a button.
 * Items: {label, node?, act, current?, danger?, testid?}; {line: true} draws a line.
 */
export function openPopup(button, items, { label, after } = {}) {
  const again = open?.button === button;
  closePopup();
  if (again) return;
  const menu = h("div.menu", { role: "menu", popover: "manual", id: fresh("menu"), "aria-label": label, "data-testid": "menu" });
  const nodes = items.map((item) => (item.line ? h("div.menu-line", { role: "separator" }) : entry(item)));
  menu.append(...nodes);
  home(button).append(menu);
  menu.showPopover();
  button.setAttribute("aria-expanded", "true");
  open = { button, menu, after };
  place(menu, button);
  menu.addEventListener("keydown", (event) => keys(event, menu));
  document.addEventListener("pointerdown", outside, true);
  const entries = choices(menu);
  (entries.find((one) => one.getAttribute("aria-checked") === "true") || entries[0])?.focus();
}

/** Where something that floats belongs: with its button, in a part that is not drawn anew. */
export const home = (button) => button.closest("dialog, header, main, aside") || document.body;

function entry(item) {
  const radio = item.current !== undefined;
  const button = h(
    "button.menu-item",
    {
      type: "button",
      role: radio ? "menuitemradio" : "menuitem",
      tabindex: "-1",
      "aria-checked": radio ? String(item.current) : null,
      "aria-label": item.node ? item.label : null,
      "data-testid": item.testid,
      class: item.danger ? "danger" : "",
    },
    item.node || item.label,
  );
  button.addEventListener("click", () => {
    closePopup();
    item.act();
  });
  return button;
}

const choices = (menu) => [...menu.querySelectorAll(".menu-item")];

function keys(event, menu) {
  const entries = choices(menu);
  const at = entries.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to !== undefined) entries.at(to % entries.length).focus();
  else if (event.key === "Escape" || event.key === "Tab") closePopup();
  else if (event.key.length === 1 && /\S/.test(event.key)) letter(event.key, entries, at);
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopPropagation();
}

function letter(key, entries, at) {
  const turned = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  const name = (one) => (one.getAttribute("aria-label") || one.textContent).toLowerCase();
  turned.find((one) => name(one).startsWith(key.toLowerCase()))?.focus();
}

function outside(event) {
  if (open && !open.menu.contains(event.target) && !open.button.contains(event.target)) closePopup();
}

/** Close the menu that is open, and give the focus back to its button. */
export function closePopup() {
  if (!open) return;
  const { button, menu, after } = open;
  open = null;
  document.removeEventListener("pointerdown", outside, true);
  const held = menu.contains(document.activeElement);
  menu.remove();
  button.setAttribute("aria-expanded", "false");
  after?.();
  if (held && button.isConnected) button.focus();
}

/** Put something floating at an element: below it, or above where there is no room. */
export function place(floating, anchor, { width = false } = {}) {
  const box = anchor.getBoundingClientRect();
  if (width) floating.style.minWidth = `${box.width}px`;
  const size = floating.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - 12;
  const up = below < Math.min(size.height, MOST_HIGH) && box.top > below;
  const room = Math.min(MOST_HIGH, Math.max(120, up ? box.top - 12 : below));
  floating.style.maxHeight = `${room}px`;
  const height = Math.min(size.height, room);
  const left = Math.max(8, Math.min(box.left, window.innerWidth - size.width - 8));
  floating.style.left = `${left}px`;
  floating.style.top = `${up ? box.top - height - 4 : box.bottom + 4}px`;
}
