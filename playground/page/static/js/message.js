/* One message: who, when, what it answers, its text, its parts, its menu. */

import { drawComponents } from "./components.js";
import { drawAttachments, drawEmbeds } from "./embeds.js";
import { h } from "./dom.js";
import { avatar } from "./faces.js";
import { goTo } from "./going.js";
import { markdown, plainText } from "./markdown.js";
import { openMenu } from "./message_menu.js";
import { drawForwarded, drawPoll } from "./passing_on.js";
import { channels, get } from "./store.js";
import { wish } from "./link.js";
import { here } from "./store.js";
import { moment, stamp, stampElement } from "./times.js";

const NAME_CHANGED = 4;
const THREAD_CREATED = 18;
const THREAD_STARTER = 21;

/** A message as a list item. */
export function drawMessage(message, joined) {
  if ([NAME_CHANGED, THREAD_CREATED, THREAD_STARTER].includes(message.kind)) return line(message);
  const item = h("li.message", {
    id: `message-${message.id}`,
    "data-testid": "message",
    "data-message": message.id,
    "data-author": message.author.name,
    "data-private": message.private,
    class: [
      joined ? "joined" : "",
      message.private ? "private" : "",
      message.mentions || message.pinged ? "for-me" : "",
      message.author.bot ? "by-bot" : "",
    ].join(" "),
  });
  item.append(...[above(message), body(message, joined)].filter(Boolean));
  item.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, input, textarea")) return;
    event.preventDefault();
    openMenu(message, item.querySelector(".message-menu"));
  });
  return item;
}

function above(message) {
  if (message.command) {
    const user = get("server")?.users[message.command.user] || "Somebody";
    return h("p.answers", {}, h("strong", {}, user), " used ", h("span.mention", {}, `/${message.command.name}`));
  }
  if (!message.answers) return null;
  if (message.answers.gone) return h("p.answers", {}, "The message that this answers was deleted.");
  const jump = () => jumpTo(message.answers.id);
  return h(
    "p.answers",
    {},
    h("span", { "aria-hidden": "true" }, "↱ "),
    h("span.visually-hidden", {}, "In answer to "),
    h("strong", {}, message.answers.name),
    " ",
    h("button.snippet", { type: "button", "data-focus": "answered", onclick: jump }, plainText(message.answers.text) || "a file"),
  );
}

function jumpTo(id) {
  const target = document.getElementById(`message-${id}`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.classList.add("found");
  setTimeout(() => target.classList.remove("found"), 1600);
}

function body(message, joined) {
  return h(
    "article.message-body",
    { "aria-label": `${message.author.name}, ${stamp(message.at)}` },
    joined ? h("span.gutter", { "aria-hidden": "true" }, moment(message.at, "t")) : avatar(message.author.name, message.author.bot),
    h("div.message-main", {}, joined ? null : head(message), content(message), foot(message)),
    h(
      "button.message-menu",
      {
        type: "button",
        "data-focus": "menu",
        "data-testid": "message-menu",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        "aria-label": `More for this message of ${message.author.name}`,
        onclick: (event) => openMenu(message, event.currentTarget),
      },
      "⋯",
    ),
  );
}

function head(message) {
  return h(
    "p.message-head",
    {},
    h("strong.author", {}, message.author.name),
    message.author.bot ? h("span.tag", {}, "App") : null,
    stampElement(message.at),
  );
}

function content(message) {
  if (message.waiting) return h("p.thinking", {}, h("span.dots", { "aria-hidden": "true" }, "•••"), ` ${message.author.name} is thinking…`);
  const made = [];
  if (message.content) made.push(h("div.text", { "data-testid": "content" }, markdown(message.content)));
  if (message.poll) made.push(drawPoll(message.poll));
  if (message.forwarded) made.push(drawForwarded(message.forwarded));
  made.push(...drawAttachments(message));
  made.push(...drawEmbeds(message));
  made.push(...drawComponents(message));
  return made;
}

function foot(message) {
  const made = [];
  if (message.edited)
    made.push(h("span.edited", { title: moment(message.edited, "F"), "data-testid": "edited" }, "(edited)"));
  if (message.thread) made.push(threadLink(message.thread));
  if (message.private) made.push(onlyYou(message));
  return made;
}

function threadLink(thread) {
  const label = thread.count === 1 ? "1 message" : `${thread.count} messages`;
  return h(
    "button.thread-link",
    { type: "button", "data-focus": "thread", "data-testid": "thread-link", onclick: () => goTo(thread.id) },
    h("span", { "aria-hidden": "true" }, "↳ "),
    h("strong", {}, thread.name),
    h("span", {}, ` · ${label} ›`),
  );
}

function onlyYou(message) {
  const dismiss = () => wish("delete", { channel: here.channel, message: message.id });
  return h(
    "p.only-you",
    { "data-testid": "only-you" },
    h("span", { "aria-hidden": "true" }, "◉ "),
    "Only you can see this · ",
    h("button.link", { type: "button", "data-focus": "dismiss", "data-testid": "dismiss", onclick: dismiss }, "Dismiss message"),
  );
}

function line(message) {
  const who = h("strong", {}, message.author.name);
  const words = {
    [NAME_CHANGED]: () => [who, " renamed this thread to ", h("strong", {}, message.content)],
    [THREAD_CREATED]: () => [who, " started a thread: ", threadNamed(message.content)],
    [THREAD_STARTER]: () => [who, " opened this thread."],
  }[message.kind]();
  return h("li.system", { "data-testid": "system-line" }, h("span", { "aria-hidden": "true" }, "→ "), words, " ", stampElement(message.at));
}

function threadNamed(name) {
  const found = channels().find((one) => one.parent === here.channel && one.name === name);
  if (!found) return h("strong", {}, name);
  return h("button.link", { type: "button", onclick: () => goTo(found.id) }, name);
}

