/* What can be done with a message: its apps, answer, edit, thread, copy, delete. */

import { answerTo } from "./composer.js";
import { menuCommands } from "./commands.js";
import { confirmed } from "./dialogs.js";
import { h } from "./dom.js";
import { openForm } from "./form.js";
import { wish } from "./link.js";
import { openForward } from "./passing_on.js";
import { openPopup } from "./popup.js";
import { newThread } from "./room.js";
import { channel, here, touch } from "./store.js";
import { toast } from "./toasts.js";

/** Open the menu at a button. */
export async function openMenu(message, button) {
  const place = channel();
  const apps = message.private ? [] : await menuCommands();
  const items = [];
  if (place.may.write && !message.private)
    items.push({ label: "Reply", testid: "menu-reply", act: () => answerTo(message) });
  if (message.may.edit) items.push({ label: "Edit message", testid: "menu-edit", act: () => edit(message) });
  if (message.may.forward)
    items.push({ label: "Forward", testid: "menu-forward", act: () => openForward(message) });
  if (message.may.thread && place.may.thread)
    items.push({ label: "Create thread", testid: "menu-thread", act: () => newThread(place, message) });
  if (message.content)
    items.push({ label: "Copy text", testid: "menu-copy", act: () => copy(message.content) });
  if (apps.length) items.push({ line: true });
  for (const name of apps)
    items.push({ label: `Apps: ${name}`, testid: "menu-app", act: () => use(message, name) });
  if (message.may.delete) {
    items.push({ line: true });
    items.push({
      label: message.private ? "Dismiss message" : "Delete message",
      testid: "menu-delete",
      danger: !message.private,
      act: () => remove(message),
    });
  }
  openPopup(button, items, { label: "Message" });
}

async function use(message, command) {
  const answer = await wish("menu", { channel: here.channel, message: message.id, command });
  if (answer?.form) openForm(answer.form);
}

async function remove(message) {
  const sure =
    message.private ||
    (await confirmed({ head: "Delete message", text: "This cannot be undone.", yes: "Delete" }));
  if (sure) await wish("delete", { channel: here.channel, message: message.id });
}

function copy(text) {
  navigator.clipboard?.writeText(text).then(
    () => toast("Copied."),
    () => toast("The browser did not let the text be copied.", "problem"),
  );
}

/** Turn a message's text into a field, in place. */
export function edit(message) {
  const item = document.getElementById(`message-${message.id}`);
  const main = item?.querySelector(".message-main");
  if (!main || main.querySelector(".edit")) return;
  const box = editor(message, () => {
    box.remove();
    main.classList.remove("editing");
    touch("here"); // what changed meanwhile was held back
    item.querySelector(".message-menu").focus();
  });
  main.classList.add("editing");
  main.append(box);
  const area = box.querySelector("textarea");
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}

/** The field in which a message is edited. */
export function editor(message, done) {
  const area = h("textarea", { rows: 2, maxlength: 2000, "aria-label": "Edit message", "data-testid": "edit-text", value: message.content });
  const save = async () => {
    const answer = await wish("edit", { channel: here.channel, message: message.id, text: area.value });
    if (answer) done();
  };
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") done();
    else if (event.key === "Enter" && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return h(
    "div.edit",
    { "data-held": "edit" },
    area,
    h(
      "p.quiet",
      {},
      "Escape to ",
      h("button.link", { type: "button", onclick: done }, "cancel"),
      " · Enter to ",
      h("button.link", { type: "button", "data-testid": "edit-save", onclick: save }, "save"),
    ),
  );
}
