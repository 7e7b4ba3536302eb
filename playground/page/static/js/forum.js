/* A forum: its posts as a list, and how a new one is opened. */

import { openDialog } from "./dialogs.js";
import { fill, focusIn, fresh, h, refocus } from "./dom.js";
import { goTo } from "./going.js";
import { wish } from "./link.js";
import { plainText } from "./markdown.js";
import { channels } from "./store.js";
import { stamp } from "./times.js";

/** Draw a forum's posts, the liveliest first. */
export function drawForum(body, forum) {
  const posts = channels().filter((one) => one.parent === forum.id);
  posts.sort((a, b) => b.last - a.last);
  const focused = focusIn(body);
  fill(
    body,
    posts.length
      ? h("ul.posts", { "data-testid": "posts" }, posts.map(post))
      : h("div.beginning", {}, h("p", {}, "No posts yet. A post is a title and a first message; others answer under it.")),
  );
  refocus(body, focused);
}

function post(one) {
  const count = one.count === 1 ? "1 answer" : `${one.count} answers`;
  return h(
    "li.post",
    { "data-key": one.id },
    h(
      "button.post-open",
      { type: "button", "data-focus": `post-${one.id}`, "data-testid": "post", onclick: () => goTo(one.id) },
      h("strong.post-title", {}, one.name, one.unread ? h("span.badge", {}, one.unread, h("span.visually-hidden", {}, " unread")) : null),
      h("span.post-first", {}, `${one.by}: ${plainText(one.first) || "…"}`),
      h("span.quiet", {}, `${count} · ${stamp(one.last)}`),
    ),
  );
}

/** Ask for a post's title and first message, and open it. */
export function openPost(forum) {
  const ids = { title: fresh("field"), text: fresh("field"), files: fresh("field") };
  const title = h("input", { id: ids.title, maxlength: 100, autocomplete: "off", "aria-required": "true", "data-testid": "post-title" });
  const text = h("textarea", { id: ids.text, rows: 5, maxlength: 2000, "aria-required": "true", "data-testid": "post-text" });
  const files = h("input", { id: ids.files, type: "file", multiple: true, "data-testid": "post-files" });
  const problem = h("p.problem", { role: "alert" });
  const form = h(
    "form.dialog-form",
    { novalidate: true },
    h("div.field", {}, h("label", { for: ids.title }, "Title"), title),
    h("div.field", {}, h("label", { for: ids.text }, "First message"), text),
    h("div.field", {}, h("label", { for: ids.files }, "Files"), files),
    problem,
    h("div.dialog-foot", {}, h("button.button.primary", { "data-testid": "post-send" }, "Post")),
  );
  const dialog = openDialog({ head: `New post in #${forum.name}`, parts: form });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sent = [...files.files].map((file) => ["", file]);
    const made = await wish("post", { channel: forum.id, title: title.value, text: text.value }, { files: sent, quiet: true });
    if (made.failed) {
      problem.textContent = made.say;
      return;
    }
    dialog.close();
    goTo(made.channel);
  });
  title.focus();
}
