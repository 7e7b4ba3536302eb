/* Embeds, and the files that hang on a message. */

import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { drawFile, picture } from "./media.js";
import { inline } from "./inline.js";
import { stamp } from "./times.js";

const PICTURES = /^image\/(png|jpe?g|gif|webp)$/;

/** A message's embeds. */
export function drawEmbeds(message) {
  return message.embeds.map(embed);
}

function embed(one) {
  const box = h(
    "div.embed",
    { "data-testid": "embed" },
    h(
      "div.embed-words",
      {},
      one.author?.name ? h("p.embed-author", {}, one.author.name) : null,
      one.title ? h("p.embed-title", {}, one.url ? link(one.url, inline(one.title)) : inline(one.title)) : null,
      one.description ? h("div.text", {}, markdown(one.description)) : null,
      one.fields?.length ? h("dl.embed-fields", {}, one.fields.map(field)) : null,
      one.image ? picture({ media: one.image }, "gallery-picture") : null,
      foot(one),
    ),
    one.thumbnail ? picture({ media: one.thumbnail }, "thumbnail") : null,
  );
  if (one.color) box.style.setProperty("--accent-line", `#${one.color.toString(16).padStart(6, "0")}`);
  return box;
}

function field(one) {
  return h("div", { class: one.inline ? "in-line" : "" }, h("dt", {}, inline(one.name)), h("dd", {}, markdown(one.value)));
}

function foot(one) {
  const words = [one.footer?.text, one.timestamp ? stamp(Date.parse(one.timestamp) / 1000) : null].filter(Boolean);
  return words.length ? h("p.md-small", {}, words.join(" · ")) : null;
}

const link = (address, words) => h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);

/** The files of a message that no component shows already. */
export function drawAttachments(message) {
  const shown = new Set();
  const walk = (part) => {
    for (const media of [part.file, part.media, ...(part.items || []).map((item) => item.media)])
      if (media?.attachment_id) shown.add(media.attachment_id);
    for (const inner of [...(part.components || []), part.accessory]) if (inner) walk(inner);
  };
  message.components.forEach(walk);
  for (const one of message.embeds) {
    const ids = [one.image, one.thumbnail].map((media) => /\/files\/(\d+)/.exec(media?.url || "")?.[1]);
    for (const id of ids) if (id) shown.add(id);
  }
  const left = message.attachments.filter((one) => !shown.has(one.id));
  return left.map((one) =>
    PICTURES.test(one.type)
      ? picture({ media: { url: one.url }, description: one.description || one.name }, "attached-picture")
      : drawFile(one),
  );
}

