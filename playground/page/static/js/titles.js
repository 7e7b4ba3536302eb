/* Ask for a title, for a thread. */

import { openDialog } from "./dialogs.js";
import { fresh, h } from "./dom.js";

/** The title, or null where nothing was sent. */
export function askTitle({ head, label, send, value = "" }) {
  return new Promise((resolve) => {
    let answer = null;
    const id = fresh("field");
    const input = h("input", { id, value, maxlength: 100, required: true, autocomplete: "off", "data-testid": "title-text" });
    const form = h(
      "form.dialog-form",
      { method: "dialog", novalidate: true },
      h("div.field", {}, h("label", { for: id }, label), input, h("p.problem", { role: "alert" })),
      h("div.dialog-foot", {}, h("button.button.primary", { "data-testid": "title-send" }, send)),
    );
    const dialog = openDialog({ head, parts: form, onclose: () => resolve(answer) });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!input.value.trim()) {
        form.querySelector(".problem").textContent = "A title is needed.";
        input.focus();
        return;
      }
      answer = input.value.trim();
      dialog.close();
    });
    input.focus();
    input.select();
  });
}
