/* A slash command being filled in: its options as small fields, what is required first. */

import { h } from "./dom.js";
import { openForm } from "./form.js";
import { wish } from "./link.js";
import { drawOption } from "./options.js";
import { here } from "./store.js";
import { draft } from "./drafts.js";

/** The composer while a command is in it. `draft.command` is {command, values, shown}. */
export function drawCommand(now, redraw) {
  const { command, values, shown } = now.command;
  const fields = [];
  const visible = command.options.filter((one) => one.required || shown.includes(one.name) || one.name in values);
  const context = { command: command.name, values, keep: (name, value) => keep(values, name, value) };
  for (const option of visible) fields.push(drawOption(option, context));
  const problem = h("p.problem", { role: "alert", "data-testid": "command-problem" });
  const send = h("button.button.primary", { type: "submit", id: fields.length ? null : "composer-text", "data-testid": "command-send" }, "Send");
  const stop = h("button.button.secondary", { type: "button", "data-testid": "command-cancel" }, "Cancel");
  const form = h(
    "form.command-form",
    { novalidate: true, "data-testid": "command-form", "aria-label": `Command ${command.name}` },
    h("p.command-name", {}, h("strong", {}, `/${command.name}`), " ", h("span.quiet", {}, command.description)),
    fields.length ? h("div.option-fields", {}, fields.map((one) => one.element)) : null,
    h("div.command-foot", {}, more(command, visible, now, redraw), h("span.stretch"), stop, send),
    problem,
  );
  if (fields.length) fields[0].input.id = fields[0].input.id || "composer-text";
  stop.addEventListener("click", () => leave(now, redraw));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    leave(now, redraw);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit({ command, fields, problem, send, redraw });
  });
  requestAnimationFrame(() => (fields.find((one) => !one.filled())?.input || send).focus());
  return form;
}

function keep(values, name, value) {
  if (value === undefined || value === "") delete values[name];
  else values[name] = value;
}

function more(command, visible, now, redraw) {
  const left = command.options.filter((one) => !visible.includes(one));
  if (!left.length) return null;
  return h(
    "div.more-options",
    { role: "group", "aria-label": "More options" },
    left.map((one) =>
      h(
        "button.chip",
        {
          type: "button",
          title: one.description,
          "data-testid": `add-option-${one.name}`,
          onclick: () => {
            now.command.shown.push(one.name);
            redraw({ focus: false });
          },
        },
        `+ ${one.name}`,
      ),
    ),
  );
}

function leave(now, redraw) {
  now.command = null;
  redraw();
}

async function submit({ command, fields, problem, send, redraw }) {
  const wrong = fields.filter((one) => !one.check());
  if (wrong.length) {
    wrong[0].input.focus();
    return;
  }
  const options = Object.fromEntries(fields.filter((one) => !one.file && one.filled()).map((one) => [one.name, one.value()]));
  const files = fields.filter((one) => one.file?.()).map((one) => [one.name, one.file()]);
  const [viewer, place] = [here.viewer, here.channel];
  send.disabled = true;
  const answer = await wish("slash", { channel: place, command: command.name, options }, { files, quiet: true });
  send.disabled = false;
  if (answer.failed) {
    problem.textContent = answer.say;
    return;
  }
  draft(viewer, place).command = null;
  if (viewer === here.viewer && place === here.channel) redraw({ focus: !answer.form });
  if (answer.form) {
    document.getElementById("composer-text")?.focus();
    openForm(answer.form);
  }
}
