/* A field that the bot completes while one types: a text with a list of offers. */

import { fresh, h } from "./dom.js";
import { wish } from "./link.js";
import { place } from "./popup.js";
import { here } from "./store.js";

const WAIT = 140;

/** An option with autocompletion. What is sent is the offer's value, or the text as typed. */
export function completing(option, { command, values, keep }) {
  const box = h("ul.options.list-popup", { role: "listbox", id: fresh("offers"), popover: "manual", "aria-label": `Offers for ${option.name}`, "data-testid": "offers" });
  const input = h("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": box.id,
    value: shown(values, option),
  });
  const state = { offers: [], at: -1, timer: 0, asked: 0, picked: values[option.name] };
  const wrap = h("span.completing", {}, input, box);

  const open = () => box.matches(":popover-open");
  const close = () => {
    clearTimeout(state.timer);
    state.asked += 1;
    if (open()) box.hidePopover();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (offer) => {
    input.value = offer.name;
    state.picked = offer.value;
    keep(option.name, offer.value);
    labels.set(`${option.name}|${offer.value}`, offer.name);
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const draw = () => {
    box.replaceChildren(...state.offers.map(row));
    if (!state.offers.length) box.append(h("li.option.quiet", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing to offer"));
    if (!open()) box.showPopover();
    place(box, input, { width: true });
    input.setAttribute("aria-expanded", "true");
    const active = box.children[state.at];
    if (state.at >= 0 && active) input.setAttribute("aria-activedescendant", active.id);
    active?.scrollIntoView({ block: "nearest" });
  };
  const row = (offer, index) => {
    const item = h("li.option", { id: `${box.id}-${index}`, role: "option", "aria-selected": String(index === state.at), class: index === state.at ? "active" : "", "data-testid": "offer" }, offer.name);
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      pick(offer);
    });
    return item;
  };
  const ask = async () => {
    state.asked += 1;
    const mine = state.asked;
    const others = Object.fromEntries(Object.entries(values).filter(([name]) => name !== option.name));
    const answer = await wish("complete", { channel: here.channel, command, option: option.name, typed: input.value, options: others }, { quiet: true });
    if (mine !== state.asked || document.activeElement !== input) return;
    state.offers = answer.choices || [];
    state.at = state.offers.length ? 0 : -1;
    draw();
  };
  const later = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, WAIT);
  };
  input.addEventListener("input", () => {
    state.picked = input.value;
    keep(option.name, input.value);
    later();
  });
  input.addEventListener("focus", later);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && !open()) ask();
    else if (!open()) return;
    else if (event.key === "ArrowDown") state.at = Math.min(state.offers.length - 1, state.at + 1);
    else if (event.key === "ArrowUp") state.at = Math.max(0, state.at - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && state.at >= 0) {
      pick(state.offers[state.at]);
      if (event.key === "Tab") return;
    } else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    if (open()) draw();
  });
  return { input, box: wrap, value: () => state.picked ?? input.value, filled: () => Boolean(input.value.trim()) };
}

const labels = new Map();
const shown = (values, option) => labels.get(`${option.name}|${values[option.name]}`) ?? values[option.name] ?? "";
