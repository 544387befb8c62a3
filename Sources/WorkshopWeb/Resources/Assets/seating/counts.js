import { byID, el } from "../common/dom.js";

/** The most people of a group that tables are made for; the server holds to the same. */
export const mostExpected = 2000;

/**
 * @param {import("./model.js").Handout} handout
 * @param {number} count
 */
export function countField({ group, label }, count) {
  const id = `expected-${group}`;
  return el("div", { class: "field" }, el("label", { for: id, text: label, dir: "auto" }),
    el("p", { class: "fault", id: `${id}-fault`, hidden: true }),
    el("input", { id, name: group, type: "text", value: count > 0 ? String(count) : "", inputmode: "numeric",
      autocomplete: "off", "aria-describedby": `${id}-fault` }));
}

/**
 * What stands in the fields, by group.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
export function countsIn(form) {
  return Array.from(form.querySelectorAll("input")).map(({ name, value }) => [name, value]);
}

/**
 * The counts as numbers, without the groups nobody is expected of, and which of them are none.
 * @param {[string, string][]} typed
 * @param {string} message what to say of those
 */
export function readCounts(typed, message) {
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {Record<string, string>} */
  const faults = {};
  for (const [group, text] of typed) {
    const count = /^\s*\d*\s*$/.test(text) ? Number(text) : Number.NaN;
    if (!(count <= mostExpected)) faults[group] = message;
    else if (count > 0) counts[group] = count;
  }
  return { counts, faults };
}

/**
 * Says at each count what is wrong with it, and goes to the first; false where none of the faults is about a count here.
 * @param {Record<string, string>} faults by group
 */
export function tellCounts(faults) {
  const inputs = Array.from(byID("advance").querySelectorAll("input"));
  for (const input of inputs) {
    const fault = faults[input.name] ?? "";
    const message = byID(`${input.id}-fault`);
    message.textContent = fault;
    message.hidden = fault === "";
    input.setAttribute("aria-invalid", String(fault !== ""));
  }
  const first = inputs.find(({ name }) => faults[name]);
  first?.focus();
  return first !== undefined;
}
