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
