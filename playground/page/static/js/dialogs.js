/* Dialogs: the browser's own, which keep the focus inside and give it back. */

import { fresh, h } from "./dom.js";

/** Open a dialog with a title; `onclose` is called however it closes. */
export function openDialog({ head, parts, foot, testid, onclose, wide = false }) {
  const title = fresh("title");
  const back = document.activeElement;
  const close = h("button.dialog-close", { type: "button", "aria-label": "Close" }, "×");
  const dialog = h(
    "dialog.dialog",
    { "aria-labelledby": title, "data-testid": testid || "dialog", class: wide ? "wide" : "" },
    h("div.dialog-head", {}, h("h2", { id: title }, head), close),
    parts,
    foot,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose?.();
    giveBack(back);
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function giveBack(element) {
  const found = element?.isConnected ? element : again(element);
  (found || document.getElementById("composer-text"))?.focus();
}

/** The element that took the place of one that was drawn anew. */
function again(element) {
  const name = element?.dataset?.focus;
  return name ? document.querySelector(`[data-focus="${CSS.escape(name)}"]`) : null;
}

/** Ask whether something is really meant. */
export function confirmed({ head, text, yes }) {
  return new Promise((resolve) => {
    let answer = false;
    const sure = h("button.button.danger", { type: "button", "data-testid": "confirm-yes" }, yes);
    const no = h("button.button.secondary", { type: "button" }, "Cancel");
    const dialog = openDialog({
      head,
      parts: h("p.dialog-text", {}, text),
      foot: h("div.dialog-foot", {}, no, sure),
      onclose: () => resolve(answer),
    });
    sure.addEventListener("click", () => {
      answer = true;
      dialog.close();
    });
    no.addEventListener("click", () => dialog.close());
    no.focus();
  });
}
