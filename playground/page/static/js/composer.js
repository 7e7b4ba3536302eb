/* Where the viewer writes: text, files, an answer to a message, or a slash command. */

import { drawCommand } from "./command_form.js";
import { slashCommands } from "./commands.js";
import { fill, h } from "./dom.js";
import { draft } from "./drafts.js";
import { wish } from "./link.js";
import { size } from "./media.js";
import { openPoll } from "./passing_on.js";
import { createPicker } from "./picker.js";
import { channel, here } from "./store.js";
import { openPost } from "./forum.js";
import { toEnd } from "./room.js";

let shown = "";
let picker = null;

/** Draw the composer if the viewer or the channel is another than before. */
export function drawComposer({ force = false } = {}) {
  const place = channel();
  const box = document.getElementById("composer");
  if (!place) return;
  const mark = `${here.viewer}|${here.channel}|${place.kind}|${place.may.write}`;
  if (mark === shown && !force) return;
  const held = box.contains(document.activeElement) && document.activeElement.id === "composer-text";
  shown = mark;
  picker?.close();
  const now = draft();
  if (!place.may.write) fill(box, h("p.quiet.no-write", { id: "composer-text", tabindex: "-1" }, "You cannot write here."));
  else if (place.kind === "forum") fill(box, newPostButton(place));
  else if (now.command) fill(box, drawCommand(now, redraw));
  else fill(box, writing(place, now));
  if (held) document.getElementById("composer-text")?.focus();
}

function redraw({ focus = true } = {}) {
  drawComposer({ force: true });
  if (focus) document.getElementById("composer-text")?.focus();
}

function newPostButton(place) {
  return h(
    "div.composer-line",
    {},
    h("button.button.primary", { type: "button", id: "composer-text", "data-testid": "new-post", onclick: () => openPost(place) }, "New post"),
  );
}

function writing(place, now) {
  const name = place.kind === "dm" ? "Convene" : place.parent ? place.name : `#${place.name}`;
  const area = h("textarea", {
    id: "composer-text",
    rows: 1,
    maxlength: 2000,
    placeholder: window.innerWidth > 760 ? `Message ${name}, or / for commands` : `Message ${name}`,
    "aria-label": `Message ${name}`,
    "aria-autocomplete": "list",
    "data-testid": "composer-text",
    value: now.text,
  });
  const attach = h("input.visually-hidden", { type: "file", multiple: true, tabindex: "-1", "aria-hidden": "true", "data-testid": "attach-input" });
  attach.addEventListener("change", () => {
    now.files.push(...attach.files);
    redraw();
  });
  picker = createPicker(area, { find: slashCommands, take: (command) => choose(now, command) });
  area.addEventListener("input", () => {
    now.text = area.value;
    grow(area);
    picker.update();
  });
  area.addEventListener("keydown", (event) => keys(event, area, now));
  area.addEventListener("blur", () => setTimeout(() => picker.close(), 120));
  requestAnimationFrame(() => grow(area));
  return [
    now.answers ? answering(now) : null,
    now.files.length ? fileRow(now) : null,
    h(
      "div.composer-line",
      {},
      h("button.icon-button", { type: "button", "aria-label": "Attach files", "data-testid": "attach", onclick: () => attach.click() }, h("span", { "aria-hidden": "true" }, "+")),
      attach,
      area,
      place.kind === "dm"
        ? null
        : h("button.icon-button", { type: "button", "aria-label": "Ask a poll", "data-testid": "open-poll", onclick: () => openPoll(place) }, h("span", { "aria-hidden": "true" }, "≡")),
      h("button.icon-button", { type: "button", "aria-label": "Slash commands", "data-testid": "open-commands", onclick: () => beginCommand(area) }, h("span", { "aria-hidden": "true" }, "/")),
      h("button.icon-button.send", { type: "button", "aria-label": "Send message", "data-testid": "send", onclick: () => send(area, now) }, h("span", { "aria-hidden": "true" }, "➤")),
    ),
  ];
}

function beginCommand(area) {
  area.value = "/";
  area.focus();
  area.dispatchEvent(new Event("input"));
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight + 2, 200)}px`;
}

function keys(event, area, now) {
  if (event.isComposing || picker.key(event)) return;
  if (event.key === "Escape" && now.answers) {
    now.answers = null;
    redraw();
  } else if (event.key === "Enter" && !event.shiftKey) send(area, now);
  else return;
  event.preventDefault();
}

async function send(area, now) {
  const text = area.value;
  if (!text.trim() && !now.files.length) return;
  const before = { ...now };
  const [viewer, place] = [here.viewer, here.channel];
  Object.assign(now, { text: "", answers: null, files: [] });
  redraw();
  const files = before.files.map((file) => ["", file]);
  const sent = await wish("write", { channel: place, text, answers: before.answers?.id || "" }, { files });
  if (!sent) {
    Object.assign(draft(viewer, place), { text, answers: before.answers, files: before.files });
    redraw();
  } else toEnd();
}

function answering(now) {
  const stop = () => {
    now.answers = null;
    redraw();
  };
  return h(
    "p.answering",
    { "data-testid": "answering" },
    h("span", {}, "Replying to ", h("strong", {}, now.answers.author.name)),
    h("button.icon-button", { type: "button", "aria-label": "Do not reply", onclick: stop }, "×"),
  );
}

function fileRow(now) {
  const remove = (file) => {
    now.files = now.files.filter((one) => one !== file);
    redraw();
  };
  return h(
    "ul.file-row",
    { "aria-label": "Files to send" },
    now.files.map((file) =>
      h("li", {}, `${file.name} (${size(file.size)})`, h("button.icon-button", { type: "button", "aria-label": `Remove ${file.name}`, onclick: () => remove(file) }, "×")),
    ),
  );
}

/** Answer a message: the next text goes under it. */
export function answerTo(message) {
  draft().answers = message;
  redraw();
}

function choose(now, command) {
  now.text = "";
  now.command = { command, values: {}, shown: [] };
  redraw();
}

/** Begin a command by its name, perhaps with something filled in already. */
export async function startCommand(name, values = {}) {
  const command = (await slashCommands()).find((one) => one.name === name);
  if (!command) return false;
  draft().command = { command, values, shown: [] };
  redraw();
  return true;
}
