/* What somebody was typing in a channel: it stays there, for each member and channel. */

import { here } from "./store.js";

const kept = new Map();
const name = (viewer, channel) => `${viewer}|${channel}`;

/** The draft of the viewer in the channel: {text, answers, files, command}. */
export function draft(viewer = here.viewer, channel = here.channel) {
  const key = name(viewer, channel);
  if (!kept.has(key)) kept.set(key, { text: "", answers: null, files: [], command: null });
  return kept.get(key);
}
