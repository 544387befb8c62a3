/**
 * Makes an element: what it has as a property is set as one, the rest as an attribute; false and null are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties]
 * @param {...any} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  /** @type {any} */
  const element = document.createElement(tag);
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) continue;
    if (name in element) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(4).filter(Boolean));
  return element;
}

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {string} [look]
 * @param {Record<string, any>} [more]
 */
export function button(text, onclick, look = "", more = {}) {
  return h("button", { type: "button", class: look, onclick, ...more }, text);
}

/**
 * @param {string} text
 * @param {string} [look]
 */
export function paragraph(text, look = "") {
  return h("p", { class: look, dir: "auto" }, text);
}

/** @param {string} text */
export function heading(text) {
  return h("h1", { tabIndex: -1, dir: "auto" }, text);
}

/**
 * Replaces what an element holds.
 * @param {Element} element
 * @param {any[]} nodes
 */
export function fill(element, nodes) {
  element.textContent = "";
  element.append(...nodes.flat(4).filter(Boolean));
}

/**
 * A message that is read out as soon as it is filled.
 * @param {string} [text]
 */
export function alertBox(text = "") {
  return h("div", { class: "alert", role: "alert" }, text);
}

/**
 * A line to type in, under its label.
 * @param {string} id
 * @param {string} label
 * @param {Record<string, any>} properties
 */
export function lineOf(id, label, properties) {
  const input = h("input", { id, autocomplete: "off", ...properties });
  return { input, node: h("div", { class: "field" }, h("label", { for: id }, label), input) };
}

/**
 * A small form; what its act answers is said aloud above the button, "" when all is well.
 * @param {any[]} parts
 * @param {string} label
 * @param {() => Promise<string>} act
 */
export function askingForm(parts, label, act) {
  const note = alertBox();
  const form = h("form", {}, parts, note, h("button", { class: "main" }, label));
  form.onsubmit = async (event) => {
    event.preventDefault();
    note.textContent = await act();
  };
  return form;
}

/**
 * A part of the page by its id.
 * @param {string} id
 * @returns {any}
 */
export const part = (id) => document.getElementById(id);
