/* What stands within a line: bold, links, code, spoilers, mentions, times. */

import { h } from "./dom.js";
import { channels, get, me } from "./store.js";
import { timeElement } from "./times.js";
import { goTo } from "./going.js";

const LINK = /^https?:\/\/[^\s<>]+[^\s<>.,:;"')\]!?]/;
const PAIRS = [
  ["***", (inner) => h("strong", {}, h("em", {}, inner))],
  ["**", (inner) => h("strong", {}, inner)],
  ["__", (inner) => h("u", {}, inner)],
  ["~~", (inner) => h("s", {}, inner)],
  ["||", (inner) => spoiler(inner)],
  ["*", (inner) => h("em", {}, inner)],
  ["_", (inner) => h("em", {}, inner)],
];

/** The nodes of a line or of several with breaks between them. */
export function inline(text) {
  const nodes = [];
  let plain = "";
  let at = 0;
  const flush = () => {
    if (plain) nodes.push(plain);
    plain = "";
  };
  while (at < text.length) {
    const found = piece(text, at);
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes.flatMap((node) => (typeof node === "string" ? broken(node) : [node]));
}

function broken(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
}

function piece(text, at) {
  const rest = text.slice(at);
  switch (text[at]) {
    case "\\":
      return /^\\[^A-Za-z0-9\s]/.test(rest) ? { node: document.createTextNode(rest[1]), length: 2 } : null;
    case "`":
      return code(rest);
    case "<":
      return angled(rest);
    case "[":
      return named(rest);
    case "h":
      return bare(rest, text[at - 1]);
    case "@":
      return everyone(rest);
    case "*":
    case "_":
    case "~":
    case "|":
      return paired(rest, text[at - 1]);
    default:
      return null;
  }
}

function paired(rest, before) {
  for (const [mark, make] of PAIRS) {
    if (!rest.startsWith(mark)) continue;
    if (mark === "_" && /\w/.test(before || "")) continue;
    const end = closing(rest, mark);
    if (end < 0) continue;
    const inner = rest.slice(mark.length, end);
    if (!inner.trim() || (mark === "*" && /^\s|\s$/.test(inner))) continue;
    return { node: make(inline(inner)), length: end + mark.length };
  }
  return null;
}

function closing(rest, mark) {
  let at = mark.length;
  while (at < rest.length) {
    if (rest[at] === "\\") at += 2;
    else if (rest[at] === "`") at += code(rest.slice(at))?.length || 1;
    else if (rest.startsWith(mark, at)) {
      const more = rest[at + mark.length] === mark[0] && mark.length < 3;
      const single = mark.length === 1 && rest[at + 1] === mark;
      if (single) at += 2;
      else if (more && mark.length === 2 && rest[at + 2] === mark[0]) at += 1;
      else if (mark === "_" && /\w/.test(rest[at + 1] || "")) at += 1;
      else return at;
    } else at += 1;
  }
  return -1;
}

function code(rest) {
  const found = /^(`{1,2})([\s\S]*?[^`])\1(?!`)/.exec(rest);
  return found ? { node: h("code", {}, found[2].trim() || found[2]), length: found[0].length } : null;
}

function angled(rest) {
  const found = /^<(?:t:(-?\d+)(?::([tTdDfFRsS]))?|@!?(\d+)|@&(\d+)|#(\d+)|\/([^:>]+):(\d+)|(https?:\/\/[^\s>]+))>/.exec(rest);
  if (!found) return null;
  const [whole, time, style, user, role, channel, command, , link] = found;
  const length = whole.length;
  if (time !== undefined) return { node: timeElement(Number(time), style), length };
  if (user) return { node: userMention(user), length };
  if (role) return { node: roleMention(role), length };
  if (channel) return { node: channelMention(channel), length };
  if (command) return { node: h("span.mention", {}, `/${command}`), length };
  return { node: linkTo(link, link), length };
}

function named(rest) {
  const found = /^\[((?:[^\][]|\[[^\]]*\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/.exec(rest);
  return found ? { node: linkTo(found[2], inline(found[1])), length: found[0].length } : null;
}

function bare(rest, before) {
  const found = /\w/.test(before || "") ? null : LINK.exec(rest);
  return found ? { node: linkTo(found[0], found[0]), length: found[0].length } : null;
}

function everyone(rest) {
  const found = /^@(everyone|here)\b/.exec(rest);
  return found ? { node: h("span.mention", { class: "mention-me" }, found[0]), length: found[0].length } : null;
}

function linkTo(address, shown) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, shown);
}

function userMention(id) {
  const name = get("server")?.users[id];
  const own = id === me()?.id;
  return h("span.mention", { class: own ? "mention-me" : "", "data-user": id }, `@${name || "unknown user"}`);
}

function roleMention(id) {
  const role = get("server")?.roles.find((one) => one.id === id);
  return h("span.mention", {}, `@${(role?.name || "unknown role").replace(/^@/, "")}`);
}

function channelMention(id) {
  const found = channels().find((one) => one.id === id);
  if (!found) return h("span.mention", {}, "#no-access");
  const go = () => goTo(id);
  return h("button.mention", { type: "button", "data-focus": `go-${id}`, onclick: go }, `#${found.name}`);
}

/** Something hidden until it is pressed. */
export function spoiler(inner) {
  const hidden = h("span.spoiler-inner", { "aria-hidden": "true" }, inner);
  const button = h("button.spoiler", { type: "button", "aria-label": "Spoiler, press to show" }, hidden);
  button.addEventListener("click", () => button.replaceWith(h("span.spoiler-shown", {}, [...hidden.childNodes])));
  return button;
}
