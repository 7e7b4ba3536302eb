/* The story: its chapters, the step that is told, and who saw what in it. */

import { h } from "./dom.js";
import { become, goTo } from "./going.js";
import { wish } from "./link.js";
import { get, here } from "./store.js";
import { announce } from "./toasts.js";

let follow = true;
let followed = "";
let spoken = null;

/** The panel's part about the story. */
export function drawStory() {
  const story = get("story");
  if (!story) return null;
  if (story.at === "untold") return [intro(), contents(story)];
  return [told(story), buttons(story), following(), contents(story)];
}

function intro() {
  return [
    h("p.quiet", {}, "A week of an invented group, step by step. Leave it whenever you like and go on by hand."),
    h("div.row", {}, button("Play the story", "story.begin", "story-begin", "primary", { chapter: 0 })),
  ];
}

function told(story) {
  const step = story.told;
  if (!step) return h("p.quiet", {}, "A fresh server is being set up…");
  const chapter = story.chapters.findLast((one) => one.first <= step.number);
  return h(
    "div.told",
    { "data-testid": "story-told", "data-at": story.at },
    h("p.quiet", {}, `${chapter.title} · step ${step.number + 1} of ${story.count}`),
    h("p.sentence", { "data-testid": "story-sentence" }, step.sentence),
    story.at === "playing" ? h("p.quiet", {}, story.hurrying ? "Hurrying on…" : "Happening now…") : null,
    h("ul.views", {}, step.views.map(seen)),
    step.why.length ? failed(step.why) : null,
    story.at === "told" ? h("p", {}, "The story is told. The playground is yours.") : null,
    story.at === "left" ? h("p.quiet", {}, "You left the story here and go on by hand.") : null,
  );
}

function failed(why) {
  return h(
    "div.problem",
    { role: "alert" },
    h("p", {}, "This step did not go as the story tells it. That happens where something was changed by hand meanwhile."),
    why.map((one) => h("p", {}, one)),
  );
}

function seen(view, index) {
  if (view.remark) return h("li.quiet", {}, view.remark);
  if (view.channel) {
    const go = () => show(view);
    return h(
      "li",
      {},
      h("button.link", { type: "button", "data-focus": `view-${index}`, "data-testid": "story-view", onclick: go }, view.private ? `Only ${view.who} sees the answer` : `What ${view.who} sees`),
      h("span.quiet", {}, ` ${view.title}`),
    );
  }
  return h(
    "li",
    {},
    h(
      "details",
      {},
      h("summary", {}, `${view.who} fills in: ${view.title.replace(/^.*?form: /, "")}`),
      h("p.form-lines", {}, view.lines.flatMap((line, at) => (at ? [h("br"), line] : [line]))),
    ),
  );
}

function show(view) {
  const key = view.who.toLowerCase();
  if (key === here.viewer) goTo(view.channel, { focus: false });
  else become(key, view.channel);
}

function buttons(story) {
  const waiting = story.at === "waiting" || story.at === "left";
  const going = story.at === "playing" || story.on;
  return [
    waiting && story.next && !story.on
      ? h("p.next-step", {}, h("span.quiet", {}, "Next: "), story.next)
      : null,
    h(
      "div.row",
      {},
      story.at === "told" || story.at === "failed"
        ? button("Play it again", "story.begin", "story-begin", "secondary", { chapter: 0 })
        : going
        ? button("Pause", "story.pause", "story-pause", "secondary", {}, !story.on && !story.hurrying)
        : [
            button("Next step", "story.step", "story-step", "primary", {}, !waiting),
            button("Play on", "story.on", "story-on", "secondary", {}, !waiting),
          ],
      ["left", "told"].includes(story.at) ? null : button("Leave, go on by hand", "story.leave", "story-leave", "secondary"),
    ),
  ];
}

function button(label, what, testid, look, given = {}, disabled = false) {
  return h(
    "button.button",
    { type: "button", class: `small ${look}`, disabled, "data-focus": testid, "data-testid": testid, onclick: () => wish(what, given) },
    label,
  );
}

function following() {
  const box = h("input", { type: "checkbox", id: "follow", checked: follow, "data-focus": "follow", "data-testid": "story-follow" });
  box.addEventListener("change", () => {
    follow = box.checked;
  });
  return h("p.choice", {}, box, h("label", { for: "follow" }, "Look over the shoulder of whoever acts"));
}

function contents(story) {
  const now = story.told?.number ?? -1;
  return h(
    "details.contents",
    { open: story.at === "untold" },
    h("summary", {}, "Chapters"),
    h(
      "ol",
      {},
      story.chapters.map((one, index) => {
        const current = now >= one.first && now < one.first + one.steps;
        return h(
          "li",
          { "aria-current": current ? "step" : null },
          h(
            "button.link",
            { type: "button", "data-focus": `chapter-${index}`, "data-testid": `chapter-${index}`, onclick: () => wish("story.begin", { chapter: index }) },
            one.title,
          ),
        );
      }),
    ),
    h("p.quiet", {}, "A chapter begins in a fresh playground; what comes before it is played quickly."),
  );
}

/** Be whoever sees something in the newest step, once for each step. */
export function followStory() {
  const story = get("story");
  const step = story?.told;
  if (story && !step) spoken = "";
  if (!step) return;
  const known = spoken === null; // what was told before this tab was opened is not followed
  if (step.sentence !== spoken) {
    spoken = step.sentence;
    if (!known) announce(step.sentence);
  }
  const view = step.views.find((one) => one.channel);
  const mark = `${get("stand")}/${step.number}/${view?.who}/${view?.channel}`;
  if (known) followed = mark;
  if (!follow || !view || story.hurrying || mark === followed || story.at === "left") return;
  if (story.at !== "playing" && followed.startsWith(`${get("stand")}/${step.number}/`)) return;
  followed = mark;
  show(view);
}
