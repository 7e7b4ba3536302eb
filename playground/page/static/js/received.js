/* What Discord received from the bot, each request checked. */

import { h } from "./dom.js";
import { get } from "./store.js";
import { moment } from "./times.js";

/** The last requests, the newest first. */
export function drawReceived() {
  const all = get("received");
  if (!all) return null;
  const checked = all.described
    ? "Each is checked against Discord’s API description and its documented limits."
    : "Each is checked against Discord’s documented limits; the API description is not at hand.";
  const sum = all.objections === 1 ? "1 objection" : `${all.objections} objections`;
  return [
    h("p", { "data-testid": "received-sum" }, `${all.count} requests, ${all.objections ? sum : "no objections"}.`),
    h("p.quiet", {}, checked),
    all.faults.length ? h("p.problem", {}, `The playground itself fell short of Discord: ${all.faults.join("; ")}`) : null,
    h("div.table-box", { tabindex: "0", role: "region", "aria-label": "The last requests" }, table(all.last)),
  ];
}

function table(list) {
  return h(
    "table.received",
    { "data-testid": "received" },
    h("thead", {}, h("tr", {}, ["When", "Request", "Answer", "Check"].map((one) => h("th", { scope: "col" }, one)))),
    h("tbody", {}, list.map(row)),
  );
}

function row(one) {
  const objected = one.objections.length > 0;
  return h(
    "tr",
    { "data-objected": objected },
    h("td", {}, moment(Date.parse(one.clock) / 1000, "T")),
    h("td", {}, h("span.method", {}, one.method), " ", h("span.path", {}, one.route.replace(/\{[^}]+\}/g, "…").replaceAll("/", "/\u200b"))),
    h("td", {}, one.lost ? `${one.status}, lost` : one.status),
    h("td", { class: objected ? "bad" : "good" }, verdict(one)),
  );
}

function verdict(one) {
  if (one.objections.length) return `objection: ${one.objections.join("; ")}`;
  return one.status < 400 ? "ok" : "ok, refused";
}
