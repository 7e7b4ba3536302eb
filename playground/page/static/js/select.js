/* A select of Discord's: one or several options, people, roles or channels, by keyboard too. */

import { fresh, h } from "./dom.js";
import { home, place } from "./popup.js";
import { channels, get } from "./store.js";

const KINDS = { 0: "text", 2: "voice", 11: "public_thread", 12: "private_thread", 15: "forum" };

/** The options of a select: {value, label, description?, emoji?}. */
export function optionsOf(part) {
  if (part.type === 3) return part.options.map((one) => ({ ...one, emoji: one.emoji?.name }));
  if (part.type === 8) return placesOf(part);
  const people = part.type === 6 ? [] : peopleOptions();
  const roles = part.type === 5 ? [] : rolesOptions();
  return [...people, ...roles];
}

export function peopleOptions() {
  const { bot } = get("server");
  const people = get("people").map((one) => ({ value: one.id, label: one.name, description: one.city }));
  return [...people, { value: bot.id, label: bot.name, description: "App" }];
}

export const rolesOptions = () => get("server").roles.map((one) => ({ value: one.id, label: `@${one.name.replace(/^@/, "")}` }));

export function placesOf(part) {
  const kinds = part.channel_types?.map((kind) => KINDS[kind]);
  return channels()
    .filter((one) => one.kind !== "dm" && (!kinds?.length || kinds.includes(one.kind)))
    .map((one) => ({ value: one.id, label: `#${one.name}` }));
}

function chosenAtFirst(part) {
  if (part.default_values?.length) return part.default_values.map((one) => one.id);
  return (part.options || []).filter((one) => one.default).map((one) => one.value);
}

/**
 * A select as a button with a list.
 * With `sending` a choice is sent at once (`onChosen`); otherwise it is kept and read by `values`.
 */
export function drawSelect(part, { disabled, sending = false, onChosen, label, labelledBy, describedBy, required = true } = {}) {
  const least = part.min_values ?? 1;
  const most = part.max_values ?? 1;
  const state = { chosen: chosenAtFirst(part), sent: null };
  const words = h("span.select-words", { id: fresh("chosen") });
  const hidden = h("span.visually-hidden");
  const button = h(
    "button.select",
    {
      type: "button",
      disabled,
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "data-focus": `select-${part.custom_id}`,
      "data-testid": "select",
      "data-custom-id": part.custom_id,
      "aria-labelledby": labelledBy && `${labelledBy} ${words.id}`,
      "aria-describedby": describedBy,
    },
    hidden,
    words,
    h("span", { "aria-hidden": "true" }, "▾"),
  );
  const name = label || part.placeholder || "Make a selection";
  const say = () => {
    const labels = optionsOf(part).filter((one) => state.chosen.includes(one.value)).map((one) => one.label);
    words.textContent = labels.join(", ") || part.placeholder || "Make a selection";
    words.classList.toggle("quiet", !labels.length);
    hidden.textContent = labels.length && !labelledBy ? `${name}: ` : "";
  };
  say();
  button.addEventListener("click", () =>
    openList(button, {
      options: optionsOf(part),
      least: required || sending ? least : 0,
      most,
      chosen: state.chosen,
      name,
      take: (values) => {
        state.chosen = values;
        say();
        if (sending) onChosen(values);
        else button.dispatchEvent(new Event("change", { bubbles: true }));
      },
    }),
  );
  return { element: button, values: () => state.chosen };
}

let list = null;

function openList(button, { options, least, most, chosen, name, take }) {
  const again = list?.button === button;
  closeList();
  if (again) return;
  const several = most > 1;
  const picked = new Set(chosen);
  const box = h("ul.options", { role: "listbox", tabindex: "0", "aria-label": name, "aria-multiselectable": several ? "true" : null, "data-testid": "options" });
  const rows = options.map((one) => row(one, picked, several));
  box.append(...rows);
  const done = h("button.button.primary", { type: "button", "data-testid": "select-done" }, "Choose");
  const count = h("span.quiet", { "aria-live": "polite" });
  const popup = h("div.list-popup", { popover: "manual" }, box, several || least === 0 ? h("div.list-foot", {}, count, done) : null);
  home(button).append(popup);
  popup.showPopover();
  button.setAttribute("aria-expanded", "true");
  place(popup, button, { width: true });
  list = { button, popup };
  document.addEventListener("pointerdown", outside, true);

  let at = Math.max(0, options.findIndex((one) => picked.has(one.value)));
  const show = () => {
    rows.forEach((one, index) => {
      one.classList.toggle("active", index === at);
      one.setAttribute("aria-selected", String(picked.has(options[index].value)));
    });
    if (rows[at]) box.setAttribute("aria-activedescendant", rows[at].id);
    rows[at]?.scrollIntoView({ block: "nearest" });
    count.textContent = several ? `${picked.size} of at most ${most}${least > 1 ? `, at least ${least}` : ""}` : "";
    done.disabled = picked.size < least || picked.size > most;
  };
  const finish = () => {
    const values = options.map((one) => one.value).filter((value) => picked.has(value));
    closeList();
    take(values);
  };
  const toggle = (index) => {
    at = index;
    const { value } = options[index];
    if (!several) {
      const off = least === 0 && picked.has(value);
      picked.clear();
      if (!off) picked.add(value);
      finish();
      return;
    }
    if (picked.has(value)) picked.delete(value);
    else if (picked.size < most) picked.add(value);
    show();
  };
  rows.forEach((one, index) => one.addEventListener("click", () => toggle(index)));
  done.addEventListener("click", finish);
  popup.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeList();
    else if (event.key === "Tab" && !several) closeList();
    else if (event.target === done) return;
    else if (event.key === "ArrowDown") at = Math.min(options.length - 1, at + 1);
    else if (event.key === "ArrowUp") at = Math.max(0, at - 1);
    else if (event.key === "Home") at = 0;
    else if (event.key === "End") at = options.length - 1;
    else if (event.key === " ") toggle(at);
    else if (event.key === "Enter") several ? finishIf(done, finish, () => toggle(at)) : toggle(at);
    else if (event.key.length === 1) at = byLetter(options, event.key, at);
    else return;
    event.preventDefault();
    event.stopPropagation();
    show();
  });
  box.focus();
  show();
}

function finishIf(done, finish, otherwise) {
  if (done.disabled) otherwise();
  else finish();
}

function byLetter(options, letter, at) {
  const turned = options.map((_, index) => (at + 1 + index) % options.length);
  return turned.find((index) => options[index].label.toLowerCase().startsWith(letter.toLowerCase())) ?? at;
}

function row(one, picked, several) {
  return h(
    "li.option",
    { id: fresh("option"), role: "option", "data-testid": "option", "data-value": one.value, "aria-selected": String(picked.has(one.value)) },
    h("span.option-mark", { "aria-hidden": "true", "data-several": several }),
    h(
      "span.option-words",
      {},
      h("span", {}, one.emoji ? `${one.emoji} ` : "", one.label),
      one.description ? h("span.quiet", {}, one.description) : null,
    ),
  );
}

function outside(event) {
  if (list && !list.popup.contains(event.target) && !list.button.contains(event.target)) closeList();
}

function closeList() {
  if (!list) return;
  const { button, popup } = list;
  list = null;
  document.removeEventListener("pointerdown", outside, true);
  const held = popup.contains(document.activeElement);
  popup.remove();
  button.setAttribute("aria-expanded", "false");
  if (held && button.isConnected) button.focus();
}
