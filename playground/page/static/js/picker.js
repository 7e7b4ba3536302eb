/* The list of commands over the composer, while a text begins with "/". */

import { fresh, h } from "./dom.js";
import { announce } from "./toasts.js";

const MOST = 25;

/** A picker for a textarea; `find` gives the commands, `take` gets the chosen one. */
export function createPicker(area, { find, take }) {
  const box = h("ul.options.commands", { role: "listbox", id: fresh("commands"), "aria-label": "Commands", hidden: true, "data-testid": "commands" });
  const state = { found: [], at: 0, open: false, asked: 0 };
  const show = () => {
    box.replaceChildren(...state.found.map((one, index) => row(one, index)));
    box.hidden = !state.open;
    if (!state.open) {
      area.removeAttribute("aria-activedescendant");
      area.removeAttribute("aria-controls");
      return;
    }
    if (!box.isConnected) document.getElementById("composer").prepend(box);
    area.setAttribute("aria-controls", box.id);
    const active = box.children[state.at];
    if (active) area.setAttribute("aria-activedescendant", active.id);
    active?.scrollIntoView({ block: "nearest" });
  };
  const row = (one, index) => {
    const item = h(
      "li.option",
      { id: `${box.id}-${index}`, role: "option", "aria-selected": String(index === state.at), class: index === state.at ? "active" : "", "data-testid": "command", "data-command": one.name },
      h("span.option-words", {}, h("strong", {}, `/${one.name}`), h("span.quiet", {}, one.description)),
    );
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      pick(one);
    });
    return item;
  };
  const pick = (one) => {
    close();
    take(one);
  };
  const close = () => {
    state.open = false;
    state.found = [];
    show();
  };
  const update = async () => {
    const typed = area.value;
    if (!/^\/[^\n]*$/.test(typed)) return close();
    state.asked += 1;
    const mine = state.asked;
    const commands = await find();
    if (mine !== state.asked || !area.isConnected) return undefined;
    state.found = matching(commands, typed.slice(1).toLowerCase().trim()).slice(0, MOST);
    state.at = 0;
    state.open = state.found.length > 0;
    if (state.open) announce(`${state.found.length} commands, arrows to choose`);
    return show();
  };
  const key = (event) => {
    if (!state.open) return false;
    if (event.key === "ArrowDown") state.at = (state.at + 1) % state.found.length;
    else if (event.key === "ArrowUp") state.at = (state.at + state.found.length - 1) % state.found.length;
    else if (event.key === "Enter" || event.key === "Tab") pick(state.found[state.at]);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    if (state.open) show();
    return true;
  };
  return { update, key, close };
}

/** The commands that fit what was typed: those that begin with it first. */
function matching(commands, typed) {
  const words = typed.split(/\s+/).filter(Boolean);
  const fits = (one) => words.every((word) => one.name.includes(word));
  const begins = (one) => one.name.startsWith(typed);
  return commands.filter(fits).sort((a, b) => begins(b) - begins(a));
}
