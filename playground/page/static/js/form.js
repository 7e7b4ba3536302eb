/* A form that the bot opened. It is checked before it is sent; what was refused stays typed. */

import { openDialog } from "./dialogs.js";
import { h } from "./dom.js";
import { drawField } from "./fields.js";
import { wish } from "./link.js";
import { announce } from "./toasts.js";

/** Open the bot's form: {key, title, parts}. */
export function openForm({ key, title, parts }) {
  let sent = false;
  const fields = parts.map(drawField);
  const problem = h("p.problem.form-problem", { role: "alert", "data-testid": "form-problem" });
  const send = h("button.button.primary", { type: "submit", "data-testid": "form-submit" }, "Submit");
  const cancel = h("button.button.secondary", { type: "button", "data-testid": "form-cancel" }, "Cancel");
  const form = h(
    "form.dialog-form",
    { novalidate: true },
    h("div.fields", {}, fields.map((field) => field.element)),
    problem,
    h("div.dialog-foot", {}, cancel, send),
  );
  const dialog = openDialog({
    head: title,
    parts: form,
    testid: "form",
    onclose: () => sent || wish("close", { form: key }, { quiet: true }),
  });
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.disabled || !valid(fields)) return;
    send.disabled = true;
    send.textContent = "Sending…";
    problem.textContent = "";
    const answer = await wish("submit", { form: key, values: valuesOf(fields) }, { files: filesOf(fields), quiet: true });
    send.disabled = false;
    send.textContent = "Submit";
    if (answer.failed) {
      problem.textContent = `${answer.say} What you typed is still here.`;
      return;
    }
    sent = true;
    dialog.close();
    if (answer.form) openForm(answer.form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  (form.querySelector("input, textarea, .select") || send).focus();
  announce(`A form opened: ${title}`);
}

function valid(fields) {
  const wrong = fields.filter((field) => !field.check());
  wrong[0]?.focus();
  return !wrong.length;
}

function valuesOf(fields) {
  const kept = fields.filter((field) => field.name && !field.files);
  return Object.fromEntries(kept.map((field) => [field.name, field.value()]));
}

const filesOf = (fields) => fields.filter((field) => field.files).flatMap((field) => field.files().map((file) => [field.name, file]));
