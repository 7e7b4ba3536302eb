/* Discord's Markdown as elements: headings, lists, quotes, code blocks, and lines between them. */

import { h } from "./dom.js";
import { inline } from "./inline.js";

/** The nodes of a text. */
export function markdown(text) {
  const nodes = [];
  const parts = text.split(/(```[\s\S]+?```)/);
  for (const part of parts) {
    const block = /^```(?:([\w+-]+)\n)?\n?([\s\S]+?)\n?```$/.exec(part);
    if (block) nodes.push(h("pre", { tabindex: "0" }, h("code", {}, block[2])));
    else nodes.push(...blocks(part));
  }
  return nodes;
}

function blocks(text) {
  const lines = text.split("\n");
  const nodes = [];
  let at = 0;
  while (at < lines.length) {
    const [node, used] = block(lines, at);
    if (node) nodes.push(node);
    at += used;
  }
  return nodes;
}

function block(lines, at) {
  const line = lines[at];
  const heading = /^(#{1,3})\s+(.+)$/.exec(line);
  if (heading) return [h(`p.md-h${heading[1].length}`, { role: "heading", "aria-level": heading[1].length + 2 }, inline(heading[2])), 1];
  const small = /^-#\s+(.+)$/.exec(line);
  if (small) return [h("p.md-small", {}, inline(small[1])), 1];
  if (/^>>> /.test(line)) {
    const quoted = [line.slice(4), ...lines.slice(at + 1)].join("\n");
    return [h("blockquote", {}, blocks(quoted)), lines.length - at];
  }
  if (/^> /.test(line) || line === ">") return quote(lines, at);
  if (item(line)) return list(lines, at);
  if (!line.trim()) return [at && at < lines.length - 1 ? h("div.md-gap") : null, 1];
  return paragraph(lines, at);
}

function quote(lines, at) {
  let end = at;
  while (end < lines.length && (/^> /.test(lines[end]) || lines[end] === ">")) end += 1;
  const inner = lines.slice(at, end).map((line) => line.slice(2)).join("\n");
  return [h("blockquote", {}, blocks(inner)), end - at];
}

function item(line) {
  return /^(\s*)(?:[-*]|(\d{1,4})\.)\s+(.+)$/.exec(line);
}

function list(lines, at) {
  const first = item(lines[at]);
  const depth = first[1].length;
  const ordered = Boolean(first[2]);
  const made = ordered ? h("ol", { start: first[2] }) : h("ul");
  let end = at;
  while (end < lines.length) {
    const found = item(lines[end]);
    if (!found || found[1].length < depth || (found[1].length === depth && Boolean(found[2]) !== ordered)) break;
    if (found[1].length > depth && made.lastElementChild) {
      const [inner, used] = list(lines, end);
      made.lastElementChild.append(inner);
      end += used;
    } else {
      made.append(h("li", {}, inline(found[3])));
      end += 1;
    }
  }
  return [made, end - at];
}

function paragraph(lines, at) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !/^(#{1,3}\s|-#\s|> |>>> )/.test(lines[end]) && !item(lines[end])) end += 1;
  return [h("p", {}, inline(lines.slice(at, end).join("\n"))), end - at];
}

/** A text without its marks, for short quotes and for screen readers. */
export function plainText(text) {
  const box = h("div", {}, markdown(text));
  for (const element of box.querySelectorAll("p, li, blockquote, br")) element.append(" ");
  return box.textContent.replace(/\s+/g, " ").trim();
}
