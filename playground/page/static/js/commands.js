/* The commands that the bot offers to the viewer here, asked for when they are needed. */

import { wish } from "./link.js";
import { get, here } from "./store.js";

let cache = { key: "", answer: null };

async function all() {
  const bot = get("bot");
  const key = `${here.viewer}|${here.channel}|${bot?.state}|${bot?.starts}`;
  if (cache.key !== key || !cache.answer) cache = { key, answer: await wish("commands", { channel: here.channel }, { quiet: true }) };
  return cache.answer.failed ? { slash: [], menu: [] } : cache.answer;
}

/** The names of the commands in a message's menu. */
export const menuCommands = async () => (await all()).menu;

/** Every slash command with its subcommands as one flat list: {name, description, options}. */
export async function slashCommands() {
  const flat = (await all()).slash.flatMap((one) => spread(one, one.name));
  return flat.sort((a, b) => a.name.localeCompare(b.name));
}

function spread(node, name) {
  const inner = (node.options || []).filter((one) => one.type <= 2);
  if (inner.length) return inner.flatMap((one) => spread(one, `${name} ${one.name}`));
  return [{ name, description: node.description, options: node.options || [] }];
}
