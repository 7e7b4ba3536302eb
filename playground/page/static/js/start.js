/* "Start here": three things to try in a fresh playground. */

import { startCommand } from "./composer.js";
import { h } from "./dom.js";
import { wish } from "./link.js";
import { get } from "./store.js";
import { openMembers } from "./switcher.js";
import { toast } from "./toasts.js";

/** The card in an empty group channel, as long as the story is not being told. */
export function startHere(one) {
  if (one.kind !== "text" || get("story")?.at === "playing") return null;
  const starting = get("bot")?.state !== "online";
  return h(
    "section.start",
    { "aria-labelledby": "start-title", "data-testid": "start-here" },
    h("h3", { id: "start-title" }, "Start here"),
    h(
      "p",
      {},
      "An invented practice with six members in four time zones, on this machine only. Convene, the bot behind it, is the real one. What you do here leaves no trace when you close it.",
    ),
    h(
      "ol",
      {},
      suggestion("Watch a group come together", "Play the first chapter of an invented week, step by step.", "Play chapter 1", () => wish("story.begin", { chapter: 0 }), "start-story"),
      suggestion("Make a group yourself", "Type /group create here, as Fran, who manages this server.", "Type /group create", createGroup, "start-command", starting),
      suggestion("See it with other eyes", "Be Dana in Auckland or Priya in Kolkata: times, private answers, notifications are theirs.", "Switch member", () => openMembers(), "start-switch"),
    ),
  );
}

function suggestion(title, words, label, act, testid, disabled = false) {
  return h(
    "li",
    {},
    h("div", {}, h("strong", {}, title), h("p.quiet", {}, words)),
    h("button.button.secondary", { type: "button", disabled, "data-testid": testid, "data-focus": testid, onclick: act }, label),
  );
}

async function createGroup() {
  const begun = await startCommand("group create", { name: "Harbour group", quorum: "3" });
  if (!begun) toast("This member is not shown /group create. Be Fran for that.", "problem");
}
