import { h, fill } from "./dom.js";
import { later } from "./arrival.js";
import { lengthOf } from "./validation.js";
import { pictogram } from "./pictograms.js";

/**
 * The control of a field, filled with what was answered before.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {any} value
 * @param {import("./types").Draft} draft
 * @returns {import("./types").Control}
 */
export function controlFor(app, field, value, draft) {
  if (/^(line|text|date)$/.test(field.type)) return textControl(app, field, value, draft);
  if (later[field.type]) return later[field.type](app, field, value, draft);
  if (/^(choice|choices|references)$/.test(field.type)) return choiceControl(app, field, value || []);
  later.arrived = app.render;
  return { field, node: h("p"), read: () => value, fail: () => {} };
}

/**
 * The label, help, parts and place for a message that every field has; several inputs share a fieldset.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {any[]} parts
 * @param {HTMLElement} [input]
 */
export function framed({ say }, { id, label, help, required }, parts, input) {
  const message = h("p", { class: "fault", id: id + "-m", hidden: true });
  const name = [label, required && h("small", {}, " " + say("form.required"))];
  const advice = help && h("p", { class: "help", id: id + "-h" }, help);
  const title = input ? h("label", { for: id }, name) : h("legend", {}, name);
  const describedBy = id + "-h " + id + "-m";
  const node = h(input ? "div" : "fieldset", { class: "field" }, title, advice, parts, message);
  (input || node).setAttribute("aria-describedby", describedBy);
  /** @param {string} text */
  const fail = (text) => {
    message.textContent = text;
    message.hidden = !text;
    (input || node).setAttribute("aria-invalid", String(!!text));
  };
  return { node, fail };
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string} value
 * @param {import("./types").Draft} draft
 */
function textControl(app, field, value, draft) {
  const { id, type, limit = 1e6, required } = field;
  const lang = draft.payload.language;
  const shape = { id, dir: "auto", value: value || "", lang, "aria-required": String(required), autocomplete: "off" };
  const counter = h("p", { class: "counter", role: "status" });
  const isText = type === "text";
  const inputType = type === "date" ? type : "text";
  const input = isText ? h("textarea", { ...shape, rows: 3 }) : h("input", { ...shape, type: inputType });
  const measure = () => {
    const left = input.value.length > limit * 0.8 ? limit - lengthOf(input.value) : limit;
    const words = left < 0 ? app.say("form.over", { count: -left }) : app.say("form.left", { count: left });
    counter.textContent = left > limit * 0.2 ? "" : words;
    if (!isText || !input.scrollHeight) return;
    input.style.height = "auto";
    input.style.height = input.scrollHeight + 4 + "px";
  };
  input.addEventListener("input", measure);
  setTimeout(measure);
  return { field, ...framed(app, field, [input, counter], input), read: () => input.value };
}

/**
 * A list of options to tick, or to choose one of.
 * @param {string} name
 * @param {import("./types").Option[]} options
 * @param {string[]} chosen
 * @param {boolean} isSingle
 */
export function optionList(name, options, chosen, isSingle) {
  return options.map(({ id, label, description }) => {
    const input = h("input", { type: isSingle ? "radio" : "checkbox", name, value: id, checked: chosen.includes(id) });
    const words = h("span", { dir: "auto" }, label, description && h("small", {}, description));
    return h("label", { class: "option" }, input, pictogram(id), words);
  });
}

/**
 * The values that are chosen under a name.
 * @param {ParentNode} node
 * @param {string} name
 * @returns {string[]}
 */
export function chosenIn(node, name) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = node.querySelectorAll("input[name='" + name + "']:checked");
  return Array.from(inputs, (input) => input.value).filter(Boolean);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string | string[]} value
 * @returns {import("./types").Control}
 */
function choiceControl(app, field, value) {
  const { id, type, limit, required } = field;
  const isSingle = type === "choice" || (type === "references" && limit === 1);
  const list = h("div");
  const read = () => {
    const chosen = chosenIn(list, id);
    return type === "choice" ? chosen[0] || "" : chosen;
  };
  /**
   * @param {import("./types").Field} latest
   * @param {string | string[]} chosen
   */
  const draw = (latest, chosen) => {
    const options = latest.options || latest.candidates || [];
    const none = isSingle && !required && options.length ? [{ id: "", label: app.say("form.none") }] : [];
    fill(list, optionList(id, [...options, ...none], chosen.length ? [chosen].flat() : [""], isSingle));
    list.className = options.length > 8 ? "long" : "";
    node.hidden = !options.length;
  };
  const { node, fail } = framed(app, field, [list]);
  draw(field, value);
  return { field, node, fail, read, refresh: (latest) => latest.candidates && draw(latest, read()) };
}
