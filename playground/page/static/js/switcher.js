/* "You are Dana, Auckland": who looks at the page, and how to be somebody else. */

import { fill, h } from "./dom.js";
import { become } from "./going.js";
import { get, me } from "./store.js";
import { avatar } from "./faces.js";
import { openPopup } from "./popup.js";

export function drawSwitcher() {
  const box = document.getElementById("switcher");
  const viewer = me();
  if (!viewer) return;
  const others = (get("people") || []).filter((one) => one.key !== viewer.key);
  const waiting = others.reduce((sum, one) => sum + one.pings, 0);
  // Left alone where it would look the same, is open, or is being pressed: a press on a button that is
  // drawn anew in between is lost.
  const seen = JSON.stringify([viewer, waiting]);
  if (box.dataset.seen === seen || box.querySelector("[aria-expanded=true], :active")) return;
  box.dataset.seen = seen;
  const focused = box.contains(document.activeElement);
  const button = h(
    "button.switch",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "data-testid": "switch-member" },
    avatar(viewer.name),
    h("span.switch-words", {}, h("span.quiet", {}, "You are "), h("strong", {}, viewer.name), h("span", {}, `, ${viewer.city}`)),
    waiting ? h("span.badge", {}, waiting, h("span.visually-hidden", {}, " notifications for others")) : null,
    h("span", { "aria-hidden": "true" }, "▾"),
  );
  button.addEventListener("click", () => openMembers(button));
  fill(box, button);
  if (focused) button.focus();
}

/** Open the list of members. */
export function openMembers(button = document.querySelector("[data-testid=switch-member]")) {
  const people = get("people") || [];
  const items = people.map((one) => ({
    label: `${one.name}, ${one.city}`,
    node: [
      avatar(one.name),
      h("span.menu-words", {}, h("strong", {}, one.name), h("span.quiet", {}, one.city)),
      one.pings ? h("span.badge", {}, one.pings, h("span.visually-hidden", {}, " notifications")) : null,
    ],
    testid: `member-${one.key}`,
    current: one.key === me()?.key,
    act: () => become(one.key),
  }));
  openPopup(button, items, { label: "Be another member", after: drawSwitcher });
}
