import { later } from "./arrival.js";

/**
 * Makes the function that says a text of the catalogue, with its placeholders filled.
 *
 * What the page's own catalogue lacks stands in the one that arrives with the second script. A key that is missing in
 * both comes back as it is, so that a gap is seen and the page still works.
 * @param {any} catalogue
 * @returns {import("./types").Say}
 */
export function speaker(catalogue) {
  return (key, values = {}) => {
    let text = textOf(catalogue, key) || textOf(later.words, key);
    if (text && text.other) text = values.count === 1 ? text.one : text.other;
    if (typeof text !== "string") return key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };
}

/**
 * @param {any} catalogue
 * @param {string} key
 */
function textOf(catalogue, key) {
  return key.split(".").reduce((at, part) => at && at[part], catalogue);
}

/**
 * A day as people say it, or the text itself where it is not a date.
 * @param {string} iso
 */
export function dayInWords(iso) {
  const day = new Date(iso + "T12:00:00");
  if (isNaN(day.getTime())) return iso;
  return day.toLocaleDateString("nl-BE", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}
