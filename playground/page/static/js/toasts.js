/* Short notices, and what screen readers are told of new messages. */

import { h } from "./dom.js";

const STAYS = 6000;

/** Say something in a corner for a while. */
export function toast(text, kind = "note") {
  const close = h("button.toast-close", { type: "button", "aria-label": "Close this notice" }, "×");
  const box = h(`div.toast`, { "data-kind": kind, "data-testid": "toast" }, h("p", {}, text), close);
  close.addEventListener("click", () => box.remove());
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), kind === "problem" ? 2 * STAYS : STAYS);
}

/** Tell screen readers, without showing anything. */
export function announce(text) {
  const live = document.getElementById("live");
  live.append(h("p", {}, text));
  while (live.children.length > 5) live.firstElementChild.remove();
}
