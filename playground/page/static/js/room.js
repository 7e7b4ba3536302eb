/* The middle of the page: a channel's head and its messages, or a forum's posts. */

import { fill, focusIn, h, mend, refocus } from "./dom.js";
import { drawForum } from "./forum.js";
import { goTo } from "./going.js";
import { wish } from "./link.js";
import { plainText } from "./markdown.js";
import { drawMessage } from "./message.js";
import { channel, channels, get, here, me, messages } from "./store.js";
import { dayName } from "./times.js";
import { announce } from "./toasts.js";
import { askTitle } from "./titles.js";
import { startHere } from "./start.js";

let shown = "";
let newest = "";

/** Draw everything in the middle. */
export function drawRoom() {
  const one = channel();
  const body = document.getElementById("room-body");
  if (!one) {
    fill(body, h("div.empty", {}, h("p", {}, "The bot is starting…")));
    return;
  }
  drawHead(one);
  const place = `${here.viewer}/${one.id}`;
  if (place !== shown) body.replaceChildren();
  if (one.kind === "forum") drawForum(body, one);
  else drawList(body, one, place);
  shown = place;
}

function drawHead(one) {
  const head = document.getElementById("room-head");
  const focused = focusIn(head);
  const parent = one.parent ? channels().find((other) => other.id === one.parent) : null;
  fill(
    head,
    h(
      "div.room-title",
      {},
      parent
        ? h("button.crumb", { type: "button", "data-focus": "crumb", onclick: () => goTo(parent.id) }, `#${parent.name}`)
        : null,
      parent ? h("span", { "aria-hidden": "true" }, "›") : null,
      h("h2", { id: "room-title" }, title(one)),
      one.kind === "private_thread" ? h("span.tag", {}, "private") : null,
      one.archived ? h("span.tag", {}, "archived") : null,
    ),
    h("div.room-tools", {}, tools(one)),
  );
  refocus(head, focused);
}

function title(one) {
  if (one.kind === "dm") return `Convene (direct messages)`;
  return one.parent ? one.name : `#${one.name}`;
}

function tools(one) {
  const made = [];
  if (one.may.thread)
    made.push(
      h("button.plain", { type: "button", "data-focus": "new-thread", "data-testid": "new-thread", onclick: () => newThread(one) }, "New thread"),
    );
  if (one.may.rename)
    made.push(h("button.plain", { type: "button", "data-focus": "rename", "data-testid": "rename-thread", onclick: () => rename(one) }, "Rename"));
  return made;
}

/** Ask for a title and open a thread, on a message if one is given. */
export async function newThread(one, message = null) {
  const name = await askTitle({ head: "New thread", label: "Thread name", send: "Create thread" });
  if (name === null) return;
  const made = await wish("thread", { channel: one.id, message: message?.id || "", title: name });
  if (made) goTo(made.channel);
}

async function rename(one) {
  const name = await askTitle({ head: "Rename thread", label: "Thread name", send: "Save", value: one.name });
  if (name !== null) await wish("rename", { channel: one.id, title: name });
}

function drawList(body, one, place) {
  const list = messages(one.id);
  const fresh = place !== shown;
  const atEnd = body.scrollHeight - body.scrollTop - body.clientHeight < 80;
  let ol = body.querySelector(":scope > ol");
  if (!ol) {
    ol = h("ol.messages", { "aria-label": "Messages", "data-testid": "messages" });
    fill(body, h("div.list-top", {}), ol);
  }
  const start = list.length ? null : startHere(one);
  fill(body.firstElementChild, list.length ? null : beginning(one), start);
  mend(ol, withDays(list), { key: (item) => item.key, draw: drawRow, stamp: (item) => JSON.stringify([item, names()]) });
  tell(list, fresh);
  if (fresh || atEnd) toEnd(body);
  markRead(one, list);
}

function names() {
  return [me()?.key, Object.keys(get("server")?.users || {}).length, channels().map((one) => one.name).join()];
}

function withDays(list) {
  const rows = [];
  let day = "";
  let before = null;
  for (const message of list) {
    const its = dayName(message.at);
    if (its !== day) rows.push({ key: `day-${its}`, day: its });
    const joined =
      its === day &&
      before?.author.id === message.author.id &&
      before.kind === 0 &&
      message.kind === 0 &&
      !before.private &&
      !message.private &&
      message.at - before.at < 420;
    rows.push({ key: message.id, message, joined });
    day = its;
    before = message;
  }
  return rows;
}

function drawRow(item) {
  if (item.day) return h("li.day", {}, h("span", {}, item.day));
  return drawMessage(item.message, item.joined);
}

function beginning(one) {
  const place = one.kind === "dm" ? "what Convene writes to you alone" : `#${one.name}`;
  return h("div.beginning", {}, h("p", {}, `This is the beginning of ${place}.`));
}

function tell(list, fresh) {
  const last = list.at(-1);
  if (!fresh && last && last.id > newest && last.author.id !== me()?.id) {
    const unseen = list.filter((one) => one.id.length >= newest.length && one.id > newest && one.author.id !== me()?.id);
    for (const one of unseen.slice(-2)) announce(spoken(one));
  }
  newest = last?.id || "0";
}

function spoken(message) {
  const pieces = [message.content];
  const walk = (part) => {
    if (part.type === 10) pieces.push(part.content);
    for (const inner of [...(part.components || []), part.accessory, part.component]) if (inner) walk(inner);
  };
  message.components.forEach(walk);
  const whom = message.private ? `${message.author.name}, only for you` : message.author.name;
  return `${whom}: ${plainText(pieces.join("\n")).slice(0, 300)}`;
}

export function toEnd(body = document.getElementById("room-body")) {
  body.scrollTop = body.scrollHeight;
}

function markRead(one, list) {
  const last = list.at(-1);
  if (!last || document.hidden || !(one.unread || one.pings)) return;
  wish("read", { channel: one.id, message: last.id }, { quiet: true });
}
