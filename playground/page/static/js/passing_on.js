/* What is no plain message: a native poll, and a message passed on to another place. */

import { openDialog } from "./dialogs.js";
import { fresh, h } from "./dom.js";
import { drawAttachments } from "./embeds.js";
import { goTo } from "./going.js";
import { wish } from "./link.js";
import { markdown } from "./markdown.js";
import { channels, here } from "./store.js";

const MOST_ANSWERS = 10;

/** A native poll as a member reads it; nobody votes here. */
export function drawPoll(poll) {
  return h(
    "div.embed",
    { "data-testid": "poll" },
    h("div.embed-words", {}, h("p.embed-title", {}, poll.question), h("ul.poll-answers", {}, poll.answers.map((one) => h("li", {}, one)))),
  );
}

/** What a message passes on. */
export function drawForwarded(forwarded) {
  return h(
    "div.embed",
    { "data-testid": "forwarded" },
    h(
      "div.embed-words",
      {},
      h("p.md-small", {}, "Forwarded"),
      forwarded.content ? h("div.text", {}, markdown(forwarded.content)) : null,
      drawAttachments({ ...forwarded, components: [], embeds: [] }),
    ),
  );
}

/** Ask for a question and its answers, and post them as a poll. */
export function openPoll(place) {
  const ids = { question: fresh("field"), answers: fresh("field") };
  const question = h("input", { id: ids.question, maxlength: 300, autocomplete: "off", "aria-required": "true", "data-testid": "poll-question" });
  const answers = h("textarea", { id: ids.answers, rows: 4, "aria-required": "true", "data-testid": "poll-answers" });
  asking(
    `New poll in ${place.name}`,
    [field(ids.question, "Question", question), field(ids.answers, `Answers, one a line, at most ${MOST_ANSWERS}`, answers)],
    "Post poll",
    () => wish("ask", { channel: place.id, question: question.value, answers: lines(answers.value) }, { quiet: true }),
  );
  question.focus();
}

const lines = (text) => text.split("\n").map((one) => one.trim()).filter(Boolean);

/** Ask where a message is to be passed on, and do it. */
export function openForward(message) {
  const from = here.channel;
  const id = fresh("field");
  const places = channels().filter((one) => one.may.write && one.kind !== "forum");
  const to = h("select", { id, "data-testid": "forward-to" }, places.map((one) => h("option", { value: one.id }, one.name)));
  asking("Forward message", [field(id, "To", to)], "Forward", async () => {
    const made = await wish("forward", { channel: from, message: message.id, to: to.value }, { quiet: true });
    if (!made.failed) goTo(to.value);
    return made;
  });
  to.focus();
}

const field = (id, label, control) => h("div.field", {}, h("label", { for: id }, label), control);

/** A dialog that closes once what it asks for is done, and says what was wrong otherwise. */
function asking(head, fields, send, act) {
  const problem = h("p.problem", { role: "alert" });
  const foot = h("div.dialog-foot", {}, h("button.button.primary", { "data-testid": "asking-send" }, send));
  const form = h("form.dialog-form", { novalidate: true }, fields, problem, foot);
  const dialog = openDialog({ head, parts: form });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const made = await act();
    if (made.failed) problem.textContent = made.say;
    else dialog.close();
  });
}
