/* On narrow windows the channels and the panel fold away behind a button each. */

import { h } from "./dom.js";

const SIDES = [
  ["open-channels", "channels"],
  ["open-panel", "panel"],
];

/** Let the buttons of the top bar fold and unfold. */
export function foldable() {
  for (const [button, side] of SIDES)
    document.getElementById(button).addEventListener("click", () => unfold(isOpen(side) ? "" : side));
  document.getElementById("veil").addEventListener("click", () => unfold(""));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !document.body.dataset.fold) return;
    const [button] = SIDES.find(([, side]) => isOpen(side)) || [];
    unfold("");
    document.getElementById(button)?.focus();
  });
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-fold"] });
}

/** A button that folds a side away again; it shows on narrow windows only. */
export const foldButton = (name) =>
  h("button.icon-button.fold-close", { type: "button", "data-focus": "fold", "aria-label": `Close ${name}`, onclick: () => unfold("") }, "×");

const isOpen = (side) => document.body.dataset.fold === side;

function unfold(side) {
  document.body.dataset.fold = side;
  if (side) document.getElementById(side).querySelector("button, summary")?.focus();
}

function tell() {
  for (const [button, side] of SIDES) document.getElementById(button).setAttribute("aria-expanded", String(isOpen(side)));
  document.getElementById("veil").hidden = !document.body.dataset.fold;
}
