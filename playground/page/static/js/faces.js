/* A letter in a circle for each person. */

import { h } from "./dom.js";

const SHADES = 6;

/** Somebody's picture: the first letter on a colour of their own. */
export function avatar(name, bot = false) {
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  const shade = bot ? "bot" : sum % SHADES;
  return h("span.avatar", { "aria-hidden": "true", "data-shade": shade }, name.slice(0, 1));
}
