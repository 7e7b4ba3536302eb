/* What this tab knows: the sections that the server sent, and where the viewer is. */

const sections = new Map();
const watchers = [];
let queued = false;
let changed = new Set();

/** What the tab itself decides: who looks, at which channel, since when the clock is known. */
export const here = { viewer: "", channel: "", now: Date.now() / 1000, at: performance.now() };

export const get = (name) => sections.get(name);

/** Call `watch(changed)` after sections changed; `changed` is the set of their names. */
export function watch(watcher) {
  watchers.push(watcher);
}

/** Take a frame of the server in. */
export function take(frame) {
  if (frame.reset) {
    for (const name of sections.keys()) changed.add(name);
    sections.clear();
  }
  for (const name of frame.gone || []) {
    sections.delete(name);
    changed.add(name);
  }
  for (const [name, value] of Object.entries(frame.set || {})) {
    sections.set(name, value);
    changed.add(name);
  }
  here.now = frame.now;
  here.at = performance.now();
  tell();
}

/** Let the watchers look again, for something that the tab itself decided. */
export function touch(name) {
  changed.add(name);
  tell();
}

function tell() {
  if (queued) return;
  queued = true;
  queueMicrotask(() => {
    queued = false;
    const now = changed;
    changed = new Set();
    for (const watcher of watchers) watcher(now);
  });
}

/** The playground's time in seconds. */
export function now() {
  const rate = get("clock")?.rate ?? 1;
  return here.now + ((performance.now() - here.at) / 1000) * rate;
}

export const me = () => get("me");
export const channels = () => get("channels") || [];
export const channel = (id = here.channel) => channels().find((one) => one.id === id);
export const messages = (id = here.channel) => get(`messages:${id}`) || [];
export const isReady = () => sections.has("me");
