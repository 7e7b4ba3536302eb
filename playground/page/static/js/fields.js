/* The fields of a form: text, choices of all kinds, files; each says what is wrong with it. */

import { fresh, h } from "./dom.js";
import { markdown } from "./markdown.js";
import { drawSelect } from "./select.js";
import { size } from "./media.js";

const LABEL = 18;
const ROW = 1;
const TEXT_DISPLAY = 10;

/** A part of a form as {element, name, value(), check(), focus(), files?()}. */
export function drawField(part) {
  if (part.type === LABEL) return labelled(part.label, part.description, part.component);
  if (part.type === ROW) return labelled(part.components[0].label, null, part.components[0]);
  const shown = part.type === TEXT_DISPLAY ? h("div.text", {}, markdown(part.content)) : h("span");
  return { element: shown, name: "", check: () => true, focus: () => {}, value: () => null };
}

function labelled(label, description, part) {
  const ids = { input: fresh("field"), hint: fresh("hint"), problem: fresh("problem"), label: fresh("label") };
  const required = part.required ?? true;
  const inner = (MAKERS[part.type] || unknown)(part, { ids, label, required, description });
  const problem = h("p.problem", { id: ids.problem, role: "alert" });
  const star = required && part.type !== 23 ? h("span.star", { "aria-hidden": "true" }, " *") : null;
  const hint = description ? h("p.hint", { id: ids.hint }, description) : null;
  const element = inner.grouped
    ? h("fieldset.field", { "data-testid": "field", "data-label": label, "aria-describedby": described(ids, description) }, h("legend", {}, label, star), hint, inner.element, problem)
    : h("div.field", { "data-testid": "field", "data-label": label }, h("label", { id: ids.label, for: ids.input }, label, star), hint, inner.element, problem);
  const check = () => {
    const wrong = inner.wrong();
    problem.textContent = wrong || "";
    inner.mark?.(Boolean(wrong));
    return !wrong;
  };
  element.addEventListener("change", () => problem.textContent && check());
  element.addEventListener("input", () => problem.textContent && check());
  return { element, name: part.custom_id, check, focus: inner.focus, value: inner.value, files: inner.files };
}

const described = (ids, description) => [description ? ids.hint : "", ids.problem].filter(Boolean).join(" ");
const NEEDED = "This field is required.";

function text(part, { ids, required, description }) {
  const long = part.style === 2;
  const input = h(long ? "textarea" : "input", {
    id: ids.input,
    value: part.value || "",
    placeholder: part.placeholder,
    maxlength: part.max_length || 4000,
    rows: long ? 4 : null,
    autocomplete: "off",
    "aria-required": required ? "true" : null,
    "aria-describedby": described(ids, description),
    "data-testid": "field-text",
  });
  const least = part.min_length || 0;
  return {
    element: input,
    value: () => input.value,
    focus: () => input.focus(),
    mark: (wrong) => input.setAttribute("aria-invalid", String(wrong)),
    wrong: () => {
      if (required && !input.value.trim()) return NEEDED;
      if (input.value && input.value.length < least) return `Must be at least ${least} characters.`;
      return "";
    },
  };
}

function menu(part, { ids, label, required, description }) {
  const select = drawSelect(part, { label, labelledBy: ids.label, required, describedBy: described(ids, description) });
  select.element.id = ids.input;
  return {
    element: select.element,
    value: select.values,
    focus: () => select.element.focus(),
    wrong: () => {
      const count = select.values().length;
      if (!count) return required ? NEEDED : "";
      const least = part.min_values ?? 1;
      return count < least ? `Choose at least ${least}.` : "";
    },
  };
}

function radios(part, { label, required }) {
  const name = fresh("radio");
  const inputs = part.options.map((one) => h("input", { type: "radio", name, value: one.value, checked: one.default }));
  const chosen = () => inputs.find((one) => one.checked)?.value ?? null;
  return {
    grouped: true,
    element: h("div.choices", { role: "radiogroup", "aria-label": label }, part.options.map((one, index) => choice(inputs[index], one))),
    value: chosen,
    focus: () => inputs[0]?.focus(),
    wrong: () => (required && chosen() === null ? NEEDED : ""),
  };
}

function boxes(part, { required }) {
  const inputs = part.options.map((one) => h("input", { type: "checkbox", value: one.value, checked: one.default }));
  const chosen = () => inputs.filter((one) => one.checked).map((one) => one.value);
  const least = part.min_values ?? (required ? 1 : 0);
  const most = part.max_values || part.options.length;
  return {
    grouped: true,
    element: h("div.choices", {}, part.options.map((one, index) => choice(inputs[index], one))),
    value: chosen,
    focus: () => inputs[0]?.focus(),
    wrong: () => {
      const count = chosen().length;
      if (!count) return required ? NEEDED : "";
      if (count < least) return `Choose at least ${least}.`;
      return count > most ? `Choose at most ${most}.` : "";
    },
  };
}

function choice(input, one) {
  input.id = fresh("choice");
  const hint = one.description ? h("span.quiet", { id: `${input.id}-hint` }, one.description) : null;
  if (hint) input.setAttribute("aria-describedby", hint.id);
  return h("div.choice", {}, input, h("div", {}, h("label", { for: input.id }, one.label), hint));
}

function checkbox(part, { ids, description }) {
  const input = h("input", { type: "checkbox", id: ids.input, checked: part.default, "aria-describedby": described(ids, description) });
  return { element: h("div.choice", {}, input), value: () => input.checked, focus: () => input.focus(), wrong: () => "" };
}

function upload(part, { ids, required, description }) {
  const least = part.min_values ?? 1;
  const most = part.max_values ?? 1;
  const input = h("input", { type: "file", id: ids.input, multiple: most > 1, "aria-describedby": described(ids, description), "data-testid": "field-file" });
  const list = h("ul.file-list");
  input.addEventListener("change", () => list.replaceChildren(...[...input.files].map((file) => h("li", {}, `${file.name} (${size(file.size)})`))));
  return {
    element: h("div", {}, input, list),
    value: () => null,
    files: () => [...input.files],
    focus: () => input.focus(),
    wrong: () => {
      const count = input.files.length;
      if (!count) return required ? NEEDED : "";
      if (count < least) return `Choose at least ${least} files.`;
      return count > most ? `Choose at most ${most} files.` : "";
    },
  };
}

function unknown(part) {
  return { element: h("p.quiet", {}, `(a field of the type ${part.type})`), value: () => null, focus: () => {}, wrong: () => "" };
}

const MAKERS = { 3: menu, 4: text, 5: menu, 6: menu, 7: menu, 8: menu, 19: upload, 21: radios, 22: boxes, 23: checkbox };
