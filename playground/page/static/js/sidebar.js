/* The channels, their threads and the direct messages that the viewer sees. */

import { fill, focusIn, h, icon, refocus } from "./dom.js";
import { foldButton } from "./folding.js";
import { goTo } from "./going.js";
import { channels, get, here } from "./store.js";
import { shortMoment } from "./times.js";

const SIGNS = { text: "#", dm: "@", public_thread: "↳" };
const ICONS = { forum: "forum", voice: "voice", private_thread: "lock" };
const WORDS = {
  text: "text channel",
  forum: "forum",
  voice: "voice channel",
  dm: "direct messages",
  public_thread: "thread",
  private_thread: "private thread",
};

export function drawSidebar() {
  const nav = document.getElementById("channels");
  const focused = focusIn(nav);
  const all = channels();
  const groups = [
    ["Text channels", all.filter((one) => one.kind === "text" || one.kind === "forum")],
    ["Voice channels", all.filter((one) => one.kind === "voice")],
    ["Direct messages", all.filter((one) => one.kind === "dm")],
  ];
  fill(nav, foldButton("channels"), groups.map(([title, list]) => group(title, list, all)), events());
  refocus(nav, focused);
}

function group(title, list, all) {
  if (!list.length) return null;
  return h(
    "section.channel-group",
    {},
    h("h2", {}, title),
    h("ul", {}, list.flatMap((one) => [row(one), ...threadsOf(one, all).map(row)])),
  );
}

function threadsOf(parent, all) {
  const hung = all.filter((one) => one.parent === parent.id && !one.archived);
  return parent.kind === "forum" ? hung.filter((one) => one.unread || one.id === here.channel) : hung;
}

function row(one) {
  const current = one.id === here.channel;
  const button = h(
    "button.channel",
    {
      type: "button",
      "data-focus": `channel-${one.id}`,
      "data-testid": "channel",
      "data-channel": one.name,
      "data-kind": one.kind,
      "aria-current": current ? "page" : null,
      class: [one.parent ? "thread" : "", one.unread ? "unread" : ""].join(" "),
      onclick: () => goTo(one.id),
    },
    h("span.channel-sign", { "aria-hidden": "true" }, ICONS[one.kind] ? icon(ICONS[one.kind]) : SIGNS[one.kind]),
    h("span.channel-name", {}, one.name),
    h("span.visually-hidden", {}, `, ${WORDS[one.kind]}`),
    marks(one),
  );
  return h("li", { "data-key": `channel-${one.id}` }, button);
}

function marks(one) {
  if (one.pings)
    return h("span.badge", { "data-testid": "pings" }, one.pings, h("span.visually-hidden", {}, " that notify you"));
  if (one.unread) return h("span.visually-hidden", { "data-testid": "unread" }, `, ${one.unread} unread`);
  return null;
}

function events() {
  const list = get("events") || [];
  return h(
    "section.channel-group.events",
    { "data-testid": "events", "aria-labelledby": "events-title" },
    h("h2", { id: "events-title" }, list.length === 1 ? "1 event" : `${list.length} events`),
    list.length
      ? h("ul", {}, list.map(event))
      : h("p.quiet", {}, "Meetings that are settled show here."),
  );
}

function event(one) {
  const state = one.status === 2 ? "now" : one.status === 3 ? "over" : "";
  return h(
    "li.event",
    { "data-testid": "event" },
    h("strong", {}, one.name),
    h("span", {}, shortMoment(one.start), state ? ` · ${state}` : ""),
    one.place ? h("span.quiet", {}, `in ${one.place}`) : null,
    one.description ? h("span.quiet", {}, one.description) : null,
  );
}
