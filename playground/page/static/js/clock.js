/* Time: what it is for the viewer, how fast it goes, and what is to come. */

import { h } from "./dom.js";
import { wish } from "./link.js";
import { get, me, now } from "./store.js";
import { relative, shortMoment, wallClock } from "./times.js";

const RATES = [
  [0, "Stand still", "Time stands still"],
  [1, "× 1", "As it passes"],
  [60, "× 60", "A minute in each second"],
  [3600, "× 3600", "An hour in each second"],
];
const SKIPS = [
  [3600, "+ 1 hour"],
  [86400, "+ 1 day"],
];

/** The clock and what moves it. */
export function drawClock() {
  const viewer = me();
  if (!viewer) return null;
  const rate = get("clock")?.rate ?? 1;
  return [
    h("p.wall-clock", { "data-testid": "clock" }, h("time", { id: "wall-clock" }, wallClock(now())), h("span.quiet", {}, ` in ${viewer.city}`)),
    h(
      "div.segments",
      { role: "group", "aria-label": "How fast time passes" },
      RATES.map(([value, label, title]) =>
        h(
          "button.segment",
          {
            type: "button",
            title,
            "aria-pressed": String(rate === value),
            "data-focus": `rate-${value}`,
            "data-testid": `rate-${value}`,
            onclick: () => wish("clock.rate", { rate: value }),
          },
          label,
        ),
      ),
    ),
    h(
      "div.row",
      {},
      act("Jump to the next thing", "clock.next", {}, "jump-next", "primary"),
      SKIPS.map(([seconds, label]) => act(label, "clock.skip", { seconds }, `skip-${seconds}`, "secondary")),
    ),
  ];
}

function act(label, what, given, testid, look) {
  const button = h("button.button", { type: "button", class: `small ${look}`, "data-focus": testid, "data-testid": testid }, label);
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    await wish(what, given);
    button.removeAttribute("aria-busy");
  });
  return button;
}

const WORDS = {
  "poll card": "Post the poll",
  "poll deadline": "The poll ends",
  undecided: "Tell that nothing was settled",
  "meeting card": "Post the meeting’s card",
  thread: "Open the meeting’s thread",
  event: "Put it into the server’s events",
  reminder: "Reminder",
  start: "“We are starting”",
  moved: "Tell that it moved",
  cancelled: "Tell that it is called off",
  end: "The meeting ends",
};

/** What the bot has planned, from its database. */
export function drawPending() {
  const list = get("pending") || [];
  if (!list.length) return h("p.quiet", {}, "Nothing is planned.");
  return h("ol.pending", { "data-testid": "pending" }, list.map(entry));
}

function entry(one) {
  const words = WORDS[one.action] || one.action[0].toUpperCase() + one.action.slice(1);
  const late = one.due <= now();
  return h(
    "li",
    { "data-action": one.action },
    h("span", {}, words, one.lead ? ` ${lead(one.lead)} before` : ""),
    h(
      "span.quiet",
      {},
      shortMoment(one.due),
      " · ",
      h("span", { "data-relative": one.due }, relative(one.due - now())),
      one.state === "sending" ? " · being sent" : late ? " · waiting" : "",
    ),
  );
}

function lead(minutes) {
  const [size, unit] = minutes % 1440 === 0 ? [1440, "day"] : minutes % 60 === 0 ? [60, "hour"] : [1, "minute"];
  const count = minutes / size;
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

/** Let the clock of the panel go on. */
export function tick() {
  const element = document.getElementById("wall-clock");
  if (element) element.textContent = wallClock(now());
}
