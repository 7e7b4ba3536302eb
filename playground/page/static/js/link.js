/* The connection to the server: a socket for what is seen, requests for what is wished. */

import { here, take } from "./store.js";
import { toast } from "./toasts.js";

let socket = null;
let pause = 250;

/** Connect, and connect again whenever the line breaks. */
export function connect() {
  socket = new WebSocket(`ws://${location.host}/live`);
  socket.addEventListener("open", () => {
    pause = 250;
    document.body.dataset.line = "up";
    look();
  });
  socket.addEventListener("message", (event) => take(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    document.body.dataset.line = "down";
    setTimeout(connect, pause);
    pause = Math.min(5000, pause * 2);
  });
}

/** Tell the server as whom this tab looks. */
export function look() {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ viewer: here.viewer }));
}

/**
 * Wish for something as the viewer. Gives the answer, or null after having said what went wrong.
 * `files` are [field, File] pairs; with `quiet` the caller says itself what went wrong, from
 * the answer's `say`.
 */
export async function wish(what, given = {}, { files = [], quiet = false } = {}) {
  const body = JSON.stringify({ do: what, viewer: here.viewer, ...given });
  let answer;
  try {
    answer = await fetch("/wish", { method: "POST", ...packed(body, files) });
  } catch {
    return failed("The playground is not running any more.", quiet);
  }
  const said = await answer.json().catch(() => ({ say: "The playground could not answer." }));
  if (!answer.ok) return failed(said.say, quiet);
  if (said.say) toast(said.say);
  return said;
}

function failed(say, quiet) {
  if (quiet) return { failed: true, say };
  toast(say, "problem");
  return null;
}

function packed(body, files) {
  if (!files.length) return { body, headers: { "Content-Type": "application/json" } };
  const form = new FormData();
  form.append("wish", body);
  for (const [field, file] of files) form.append(`file:${field}`, file, file.name);
  return { body: form };
}
