/**
 * The texts of a page: `words(key)`, `words(key, {name: …})`, and `words.count(key, number)` for a plural.
 * @typedef {{(key: string, values?: Record<string, string | number>): string,
 *   count: (key: string, count: number, values?: Record<string, string | number>) => string,
 *   has: (key: string) => boolean}} Words
 */

/**
 * Dotted keys from an object of objects; an object that has dotted keys already stays as it is.
 * @param {Record<string, unknown>} nested
 * @param {string} [prefix]
 * @returns {Record<string, string>}
 */
export function flatten(nested, prefix = "") {
  /** @type {Record<string, string>} */
  const flat = {};
  for (const [key, value] of Object.entries(nested)) {
    if (typeof value === "string") flat[prefix + key] = value;
    else if (value && typeof value === "object") {
      Object.assign(flat, flatten(/** @type {Record<string, unknown>} */ (value), `${prefix}${key}.`));
    }
  }
  return flat;
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Words from a section of the catalogue. A missing key shows as the key, so that a gap is seen.
 * @param {Record<string, unknown>} section
 * @param {string} [language]
 * @returns {Words}
 */
export function makeWords(section, language = "nl") {
  const texts = flatten(section);
  const plural = new Intl.PluralRules(language);
  const words = /** @type {Words} */ ((key, values = {}) => fill(texts[key] ?? key, values));
  words.has = (key) => key in texts;
  words.count = (key, count, values = {}) => {
    const text = texts[`${key}.${plural.select(count)}`] ?? texts[`${key}.other`] ?? key;
    return fill(text, { count, ...values });
  };
  return words;
}

/** The words that the server put in the page. */
export function pageWords() {
  const json = document.getElementById("words")?.textContent || "{}";
  return makeWords(JSON.parse(json), document.documentElement.lang || "nl");
}

/**
 * Fills in the texts of a page's own elements: `data-word` is the text, `data-word-label` the accessible name.
 * @param {Words} words
 */
export function fillPage(words) {
  for (const node of document.querySelectorAll("[data-word]")) {
    node.textContent = words(node.getAttribute("data-word") ?? "");
  }
  for (const node of document.querySelectorAll("[data-word-label]")) {
    node.setAttribute("aria-label", words(node.getAttribute("data-word-label") ?? ""));
  }
}
