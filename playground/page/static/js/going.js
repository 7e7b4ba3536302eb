/* Where the viewer is and who they are, in the address too, so that a tab can be kept or sent. */

import { channel, channels, get, here, touch } from "./store.js";
import { look } from "./link.js";

/** Read who looks where from the address: #dana/123. */
export function readAddress() {
  const [viewer, place] = location.hash.slice(1).split("/");
  const changed = viewer && viewer !== here.viewer;
  if (viewer) here.viewer = viewer;
  if (place) here.channel = place;
  if (changed) look();
  touch("here");
}

function writeAddress() {
  history.replaceState(null, "", `#${here.viewer}/${here.channel}`);
}

/** Where to go as soon as the server tells of it: a thread that was just opened is not known yet. */
let awaited = "";

const isKnown = (id) => channels().some((one) => one.id === id);

/** Look at another channel or thread. */
export function goTo(id, { focus = true } = {}) {
  awaited = isKnown(id) ? "" : id;
  if (!awaited) here.channel = id;
  writeAddress();
  document.body.dataset.fold = "";
  touch("here");
  if (focus) requestAnimationFrame(() => document.getElementById("composer-text")?.focus());
}

/** Be somebody else, in the same place where they see it. */
export function become(key, place = here.channel) {
  here.viewer = key;
  awaited = place;
  writeAddress();
  look();
  touch("here");
}

/** Make sure that the viewer is somewhere that exists. */
export function settle() {
  const viewer = get("me")?.key || "";
  if (!here.viewer) here.viewer = viewer;
  if (awaited && viewer === here.viewer && isKnown(awaited)) {
    here.channel = awaited;
    awaited = "";
    writeAddress();
  }
  if (channel()) return;
  const open = channels().find((one) => one.kind === "text") || channels()[0];
  here.channel = open?.id || "";
  writeAddress();
}
