/**
 * Text as a search compares it, capitals and accents aside, with where each of its letters stands in the text itself.
 * @param {string} text
 */
function folded(text) {
  let plain = "";
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const letter of text) {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (const unit of bare) {
      plain += unit;
      for (let part = 0; part < unit.length; part += 1) places.push(at);
    }
    at += letter.length;
  }
  places.push(at);
  return { plain, places };
}

/**
 * Text without capitals and accents.
 * @param {string} text
 */
export function plain(text) {
  return folded(text).plain;
}

/**
 * The words of a text or a search as the server takes them: letters and digits.
 * @param {string} text
 */
export function searchWords(text) {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether a word of a search finds a word of a text: it stands by itself where it is one letter, and else may be only
 * begun, as the server's index has it.
 * @param {string} asked
 * @param {string} said
 */
function finds(asked, said) {
  return asked.length > 1 ? said.startsWith(asked) : said === asked;
}

/**
 * Where the words of a search stand in a text, as [start, end] each, in order and never overlapping.
 * @param {string} text
 * @param {string} search
 * @returns {[number, number][]}
 */
export function marksIn(text, search) {
  const words = searchWords(search);
  if (words.length === 0) return [];
  const { plain, places } = folded(text);
  /** @type {[number, number][]} */
  const marks = [];
  for (const found of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const begun = words.filter((word) => finds(word, found[0]));
    if (begun.length === 0) continue;
    const start = found.index ?? 0;
    const length = Math.max(...begun.map((word) => word.length));
    marks.push([places[start], places[start + length]]);
  }
  return marks;
}

/**
 * Whether a text holds all the words of a search, each whole or begun.
 * @param {string} text
 * @param {string} search
 */
export function holdsAll(text, search) {
  const said = searchWords(text);
  return searchWords(search).every((word) => said.some((one) => finds(word, one)));
}

/**
 * Marks the words of a search in what a node shows. What people wrote stays text: only text nodes are split.
 * @param {Element} node
 * @param {string} search
 */
export function markWords(node, search) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (text.parentElement?.closest("button, .origin, mark")) continue;
    for (const [start, end] of marksIn(text.data, search).reverse()) {
      const found = text.splitText(start);
      found.splitText(end - start);
      const mark = document.createElement("mark");
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}
