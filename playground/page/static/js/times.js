/* Moments as the viewer reads them: in their zone, in Discord's styles. */

import { me, now } from "./store.js";
import { h } from "./dom.js";

const STYLES = {
  t: { hour: "numeric", minute: "2-digit" },
  T: { hour: "numeric", minute: "2-digit", second: "2-digit" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" },
  D: { day: "numeric", month: "long", year: "numeric" },
  f: { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" },
  F: {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  },
  s: { day: "2-digit", month: "2-digit", year: "numeric", hour: "numeric", minute: "2-digit" },
  S: {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  },
};
const formats = new Map();

function format(options) {
  const viewer = me() || { locale: "en-US", zone: "UTC" };
  const key = `${viewer.locale}|${viewer.zone}|${JSON.stringify(options)}`;
  if (!formats.has(key))
    formats.set(
      key,
      new Intl.DateTimeFormat(viewer.locale, { ...options, timeZone: viewer.zone }),
    );
  return formats.get(key);
}

/** A moment (in seconds) in one of Discord's styles. */
export function moment(seconds, style = "f") {
  if (style === "R") return relative(seconds - now());
  return format(STYLES[style] || STYLES.f).format(seconds * 1000);
}

/** The same as an element: it says the whole moment on hover, and a relative one stays true. */
export function timeElement(seconds, style = "f") {
  const element = h(
    "time.moment",
    { datetime: iso(seconds), title: moment(seconds, "F"), "data-style": style },
    moment(seconds, style),
  );
  if (style === "R") element.dataset.relative = seconds;
  return element;
}

/** Let every relative time on the page be true again. */
export function refreshRelative(root = document) {
  for (const element of root.querySelectorAll("[data-relative]")) {
    const text = relative(Number(element.dataset.relative) - now());
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of root.querySelectorAll("[data-stamp]")) {
    const text = stamp(Number(element.dataset.stamp));
    if (element.textContent !== text) element.textContent = text;
  }
}

const STEPS = [
  [45, 1, "second"],
  [2700, 60, "minute"],
  [79200, 3600, "hour"],
  [2246400, 86400, "day"],
  [27648000, 2592000, "month"],
  [Infinity, 31536000, "year"],
];

/** How far away, in words: "in 2 hours", "3 days ago". */
export function relative(seconds) {
  const far = Math.abs(seconds);
  if (far < 45) return seconds >= 0 ? "in a few seconds" : "a few seconds ago";
  const [, size, unit] = STEPS.find(([most]) => far < most);
  const count = Math.max(1, Math.round(far / size));
  const words = count === 1 ? `${unit === "hour" ? "an" : "a"} ${unit}` : `${count} ${unit}s`;
  return seconds >= 0 ? `in ${words}` : `${words} ago`;
}

/** A message's time: only the hour where it is of today. */
export function stamp(seconds) {
  const day = (at) => format({ day: "numeric", month: "numeric", year: "numeric" }).format(at * 1000);
  if (day(seconds) === day(now())) return `Today at ${moment(seconds, "t")}`;
  if (day(seconds) === day(now() - 86400)) return `Yesterday at ${moment(seconds, "t")}`;
  return format({ ...STYLES.d, ...STYLES.t }).format(seconds * 1000);
}

/** The same as an element that stays true. */
export const stampElement = (seconds) =>
  h("time.quiet", { datetime: iso(seconds), title: moment(seconds, "F"), "data-stamp": seconds }, stamp(seconds));

/** A day's name, for the line between two days. */
export const dayName = (seconds) =>
  format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(seconds * 1000);

/** The clock of the panel: weekday, day and time to the second. */
export const wallClock = (seconds) =>
  format({
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  }).format(seconds * 1000);

/** A planned thing's time, short. */
export const shortMoment = (seconds) =>
  format({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(
    seconds * 1000,
  );

const iso = (seconds) => new Date(seconds * 1000).toISOString();
