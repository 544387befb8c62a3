import { el } from "../common/dom.js";

/** @typedef {import("./model.js").Hint} Hint */
/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("../common/words.js").Words} Words */

/**
 * What seems to name somebody in an entry: one sentence a kind, and that it is no verdict.
 * @param {Words} words
 * @param {Entry} entry
 */
export function hintNotes(words, { moderation: { hints } }) {
  if (hints.length === 0) return null;
  const kinds = [...new Set(hints.map(({ kind }) => kind))];
  const texts = (/** @type {string} */ kind) =>
    [...new Set(hints.filter((hint) => hint.kind === kind).map(({ text }) => `‘${text}’`))].join(", ");
  return el("div", { class: "hints" },
    ...kinds.map((kind) => el("p", { dir: "auto", text: words(`moderation.hints.${kind}`, { text: texts(kind) }) })),
    el("small", { text: words("moderation.hintHelp") }));
}

/**
 * A text cut where a hint begins and ends; hints behind the end of the text are left out.
 * @param {string} text
 * @param {Hint[]} hints in the order of the text, not overlapping
 * @returns {{text: string, kind: string | null}[]}
 */
export function pieces(text, hints) {
  /** @type {{text: string, kind: string | null}[]} */
  const cut = [];
  let at = 0;
  for (const { start, length, kind } of hints) {
    if (start < at || start + length > text.length) continue;
    if (start > at) cut.push({ text: text.slice(at, start), kind: null });
    cut.push({ text: text.slice(start, start + length), kind });
    at = start + length;
  }
  if (at < text.length) cut.push({ text: text.slice(at), kind: null });
  return cut;
}

/**
 * The text of an answer with marks where it may identify somebody.
 * @param {Words} words
 * @param {string} text
 * @param {Hint[]} hints of its field
 */
export function marked(words, text, hints) {
  return pieces(text, hints).map((piece) => piece.kind === null ? piece.text
    : el("mark", { title: words(`moderation.mark.${piece.kind}`), text: piece.text }));
}
