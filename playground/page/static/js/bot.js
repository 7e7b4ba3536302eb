/* The bot: whether it is there, and how to take it down, bring it back, cut its line. */

import { h } from "./dom.js";
import { wish } from "./link.js";
import { get } from "./store.js";

const STATES = {
  online: "Convene is online",
  starting: "The bot is starting…",
  reconnecting: "Convene is coming back…",
  cut: "Convene’s line is cut",
  down: "Convene is down",
};

/** The badge in the top bar. */
export function drawBadge() {
  const state = get("bot")?.state || "starting";
  const badge = document.getElementById("bot-badge");
  if (badge.dataset.state === state) return;
  badge.dataset.state = state;
  badge.textContent = STATES[state];
}

/** The panel's part about the bot. */
export function drawBot() {
  const bot = get("bot");
  if (!bot) return null;
  const down = bot.state === "down";
  const cut = bot.state === "cut";
  return [
    h("p", { "data-testid": "bot-words" }, h("span.lamp", { "data-state": bot.state, "aria-hidden": "true" }), STATES[bot.state], "."),
    h("p.quiet", {}, words(bot)),
    h(
      "div.row",
      {},
      down
        ? act("Bring it back", "bot.start", "bot-start", "primary")
        : act("Take the bot down", "bot.kill", "bot-kill", "danger"),
      cut ? act("Mend its line", "bot.mend", "bot-mend", "primary") : act("Cut its line", "bot.cut", "bot-cut", "secondary", down),
    ),
    down && bot.log.length ? h("details.log", {}, h("summary", {}, "Its last words"), h("pre", { tabindex: "0" }, bot.log.join("\n"))) : null,
  ];
}

function words(bot) {
  if (bot.state === "down")
    return bot.starts ? "Nothing that was due meanwhile is lost: it is sent when the bot is back." : "The story brings it online in its first step.";
  if (bot.state === "cut") return "It runs, but cannot reach Discord. What it could not send, it sends later, once.";
  return "Take it down as a power cut would (kill -9), let time pass, bring it back: nothing is lost, nothing comes twice.";
}

function act(label, what, testid, look, disabled = false) {
  const button = h("button.button", { type: "button", class: `small ${look}`, disabled, "data-focus": testid, "data-testid": testid }, label);
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    await wish(what);
    button.removeAttribute("aria-busy");
  });
  return button;
}
