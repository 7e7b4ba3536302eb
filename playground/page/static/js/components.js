/* Discord's components of both generations, in messages: containers, texts, buttons, menus. */

import { drawFile, picture, gallery } from "./media.js";
import { h } from "./dom.js";
import { openForm } from "./form.js";
import { wish } from "./link.js";
import { markdown } from "./markdown.js";
import { drawSelect } from "./select.js";
import { here } from "./store.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "linked", 6: "secondary" };

/** Everything in a message's `components`. */
export function drawComponents(message) {
  return message.components.map((part) => draw(part, message)).filter(Boolean);
}

function draw(part, message) {
  const maker = MAKERS[part.type];
  if (!maker) return h("p.quiet", {}, `(a component of the type ${part.type})`);
  return maker(part, message);
}

const MAKERS = {
  1: (part, message) => h("div.row", {}, part.components.map((inner) => draw(inner, message))),
  2: drawButton,
  3: drawMenu,
  5: drawMenu,
  6: drawMenu,
  7: drawMenu,
  8: drawMenu,
  9: section,
  10: (part) => h("div.text", {}, markdown(part.content)),
  11: (part) => picture(part, "thumbnail"),
  12: (part) => gallery(part),
  13: (part, message) => drawFile(fileOf(part, message)),
  14: (part) => h("div.separator", { "data-spacing": part.spacing, "data-divider": part.divider, role: part.divider ? "separator" : null }),
  17: container,
};

function section(part, message) {
  return h(
    "div.section",
    {},
    h("div.section-texts", {}, part.components.map((inner) => draw(inner, message))),
    part.accessory ? h("div.accessory", {}, draw(part.accessory, message)) : null,
  );
}

function container(part, message) {
  const box = h("div.container", { "data-testid": "container" }, part.components.map((inner) => draw(inner, message)));
  if (part.accent_color !== null && part.accent_color !== undefined)
    box.style.setProperty("--accent-line", `#${part.accent_color.toString(16).padStart(6, "0")}`);
  if (!part.spoiler) return box;
  box.classList.add("veiled");
  const show = h("button.unveil", { type: "button", "data-focus": "unveil" }, "Spoiler: show");
  const wrap = h("div.veil-box", {}, box, show);
  box.inert = true;
  show.addEventListener("click", () => {
    box.inert = false;
    box.classList.remove("veiled");
    show.remove();
  });
  return wrap;
}

function drawButton(part, message) {
  const label = [part.emoji?.name && !part.emoji.id ? h("span", { "aria-hidden": part.label ? "true" : null }, `${part.emoji.name} `) : null, part.label];
  if (part.style === 5)
    return h("a.button.linked", { href: part.url, target: "_blank", rel: "noopener noreferrer" }, label, h("span", { "aria-hidden": "true" }, "↗"));
  const button = h(
    "button.button",
    {
      type: "button",
      class: STYLES[part.style] || "secondary",
      disabled: part.disabled,
      "data-focus": `press-${part.custom_id}`,
      "data-testid": "component-button",
      "data-custom-id": part.custom_id,
    },
    label,
  );
  button.addEventListener("click", () => press(button, message, part));
  return button;
}

async function press(button, message, part) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  const answer = await wish("press", { channel: here.channel, message: message.id, control: part.custom_id });
  button.removeAttribute("aria-busy");
  if (answer?.form) openForm(answer.form);
}

function drawMenu(part, message) {
  const select = drawSelect(part, {
    disabled: part.disabled,
    sending: true,
    onChosen: async (values) => {
      const answer = await wish("choose", { channel: here.channel, message: message.id, control: part.custom_id, values });
      if (answer?.form) openForm(answer.form);
    },
  });
  return select.element;
}

function fileOf(part, message) {
  const id = part.file?.attachment_id;
  return (
    message.attachments.find((one) => one.id === id) || {
      name: part.name || "file",
      size: part.size || 0,
      url: part.file?.url,
      type: part.file?.content_type || "",
    }
  );
}

