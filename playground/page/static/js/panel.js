/* The playground's own panel: the story, the time, the bot, what Discord received. */

import { drawBot } from "./bot.js";
import { drawClock, drawPending } from "./clock.js";
import { fill, focusIn, h, refocus } from "./dom.js";
import { foldButton } from "./folding.js";
import { drawReceived } from "./received.js";
import { drawStory } from "./story.js";
import { confirmed } from "./dialogs.js";
import { wish } from "./link.js";

const PARTS = [
  ["story", "Story", drawStory, ["story", "channels"], true],
  ["clock", "Time", drawClock, ["clock", "me", "story"], true],
  ["pending", "What is pending", drawPending, ["pending", "me"], true],
  ["bot", "The bot", drawBot, ["bot"], true],
  ["received", "What Discord received", drawReceived, ["received", "me"], false],
];

/** Draw the parts whose sections changed. */
export function drawPanel(changed) {
  const panel = document.getElementById("panel");
  if (!panel.children.length) panel.append(foldButton("story and time"), ...PARTS.map(frame), over());
  for (const [name, , draw, needs] of PARTS) {
    if (!needs.some((one) => changed.has(one))) continue;
    const body = document.getElementById(`panel-${name}`);
    const focused = focusIn(body);
    fill(body, draw());
    refocus(body, focused);
  }
}

function frame([name, title, , , open]) {
  return h(
    "details.panel-part",
    { open, "data-testid": `panel-${name}` },
    h("summary", {}, h("h2", {}, title)),
    h("div", { id: `panel-${name}` }),
  );
}

function over() {
  const begin = async () => {
    const sure = await confirmed({ head: "Start over", text: "Everything in this playground goes, and a fresh one is set up.", yes: "Start over" });
    if (sure) wish("over");
  };
  return h("p.panel-over", {}, h("button.plain", { type: "button", "data-testid": "start-over", "data-focus": "over", onclick: begin }, "Start over with a fresh playground"));
}
