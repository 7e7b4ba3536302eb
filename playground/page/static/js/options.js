/* The options of a slash command, each by its type; what is typed may be completed by the bot. */

import { completing } from "./completing.js";
import { fresh, h } from "./dom.js";
import { peopleOptions, placesOf, rolesOptions } from "./select.js";

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;
const ATTACHMENT = 11;

/** An option as {element, input, name, value(), filled(), check(), file?()}. */
export function drawOption(option, context) {
  const made = maker(option)(option, context);
  const problem = h("span.problem", { role: "alert", id: fresh("problem") });
  made.input.setAttribute("aria-describedby", problem.id);
  made.input.dataset.testid = `option-${option.name}`;
  if (option.required) made.input.setAttribute("aria-required", "true");
  const id = made.input.id || fresh("option");
  made.input.id = id;
  const check = () => {
    const wrong = !made.filled() ? (option.required ? "Needed" : "") : made.wrong?.() || "";
    problem.textContent = wrong;
    made.input.setAttribute("aria-invalid", String(Boolean(wrong)));
    return !wrong;
  };
  made.input.addEventListener("input", () => problem.textContent && check());
  const element = h(
    "div.option-field",
    { title: option.description },
    h("label", { for: id }, option.name, option.required ? h("span.star", {}, h("span.visually-hidden", {}, " (required)"), h("span", { "aria-hidden": "true" }, " *")) : null),
    made.box || made.input,
    h("span.hint", {}, option.description),
    problem,
  );
  return { ...made, element, name: option.name, check };
}

function maker(option) {
  if (option.autocomplete) return completed;
  if (option.choices?.length) return chosen;
  return { [STRING]: typed, [INTEGER]: counted, [NUMBER]: counted, [BOOLEAN]: yesOrNo, [USER]: picked, [CHANNEL]: picked, [ROLE]: picked, [MENTIONABLE]: picked, [ATTACHMENT]: attached }[option.type] || typed;
}

function typed(option, { values, keep }) {
  const input = h("input", { type: "text", autocomplete: "off", value: values[option.name] ?? "", maxlength: option.max_length || 6000 });
  input.addEventListener("input", () => keep(option.name, input.value));
  const least = option.min_length || 0;
  return {
    input,
    value: () => input.value,
    filled: () => Boolean(input.value.trim()),
    wrong: () => (input.value.length < least ? `At least ${least} characters` : ""),
  };
}

function counted(option, { values, keep }) {
  const whole = option.type === INTEGER;
  const input = h("input", { type: "text", inputmode: whole ? "numeric" : "decimal", autocomplete: "off", value: values[option.name] ?? "" });
  input.addEventListener("input", () => keep(option.name, input.value));
  return {
    input,
    value: () => Number(input.value),
    filled: () => input.value.trim() !== "",
    wrong: () => wrongNumber(option, input.value.trim(), whole),
  };
}

function wrongNumber(option, text, whole) {
  const number = Number(text);
  if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) return whole ? "A whole number" : "A number";
  const { min_value: least, max_value: most } = option;
  if ((least !== undefined && number < least) || (most !== undefined && number > most)) return `From ${least ?? "any"} to ${most ?? "any"}`;
  return "";
}

function native(option, { values, keep }, entries, read = (value) => value) {
  const input = h("select", {}, h("option", { value: "" }, "–"), entries.map((one) => h("option", { value: String(one.value) }, one.label)));
  input.value = values[option.name] === undefined ? "" : String(values[option.name]);
  const value = () => read(input.value);
  input.addEventListener("change", () => keep(option.name, input.value === "" ? undefined : value()));
  return { input, value, filled: () => input.value !== "" };
}

const yesOrNo = (option, context) =>
  native(option, context, [{ value: "true", label: "True" }, { value: "false", label: "False" }], (value) => value === "true");

function chosen(option, context) {
  const entries = option.choices.map((one) => ({ value: one.value, label: one.name }));
  const read = (text) => option.choices.find((one) => String(one.value) === text)?.value;
  return native(option, context, entries, read);
}

function picked(option, context) {
  const entries = {
    [USER]: peopleOptions,
    [ROLE]: rolesOptions,
    [CHANNEL]: () => placesOf(option),
    [MENTIONABLE]: () => [...peopleOptions(), ...rolesOptions()],
  }[option.type]();
  return native(option, context, entries);
}

function attached(option) {
  const input = h("input", { type: "file" });
  return { input, value: () => null, filled: () => input.files.length > 0, file: () => input.files[0] };
}

function completed(option, context) {
  return completing(option, context);
}

