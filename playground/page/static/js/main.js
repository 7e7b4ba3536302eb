/* Puts the page together: what changed is drawn, and nothing else. */

import { drawBadge } from "./bot.js";
import { drawComposer } from "./composer.js";
import { tick } from "./clock.js";
import { readAddress, settle } from "./going.js";
import { connect } from "./link.js";
import { drawPanel } from "./panel.js";
import { drawRoom } from "./room.js";
import { drawSidebar } from "./sidebar.js";
import { get, here, isReady, watch } from "./store.js";
import { followStory } from "./story.js";
import { drawSwitcher } from "./switcher.js";
import { refreshRelative } from "./times.js";
import { foldable } from "./folding.js";

function draw(changed) {
  if (!isReady()) return;
  settle();
  document.getElementById("server-name").textContent = get("server").name;
  document.title = title();
  const has = (...names) => names.some((name) => changed.has(name));
  if (has("bot", "me")) drawBadge();
  if (has("me", "people", "here")) drawSwitcher();
  if (has("channels", "events", "here", "me")) drawSidebar();
  if (has("me", "here", "channels", "bot", "story", "server", `messages:${here.channel}`)) drawRoom();
  if (has("me", "here", "channels")) drawComposer();
  drawPanel(changed);
  if (has("story")) followStory();
}

function title() {
  const pings = get("me").pings;
  return `${pings ? `(${pings}) ` : ""}${get("me").name} · ${get("server").name}`;
}

watch(draw);
readAddress();
window.addEventListener("hashchange", readAddress);
foldable();
connect();
setInterval(() => isReady() && tick(), 250);
setInterval(() => isReady() && refreshRelative(), 1000);
document.addEventListener("visibilitychange", () => !document.hidden && isReady() && drawRoom());
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  (document.getElementById("composer-text") || document.getElementById("room")).focus();
});
