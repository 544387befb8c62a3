import { el } from "../common/dom.js";
import { beginning } from "../common/paging.js";

/**
 * What a scene draws from.
 * @typedef {object} View
 * @property {import("./state.js").ScreenState} state
 * @property {import("../common/words.js").Words} words
 * @property {number} page counts up as the wall turns
 * @property {string} language
 * @property {(url: string, description: string) => HTMLElement} photo
 */

/** @typedef {(view: View) => HTMLElement} Scene */

/** No card shows more of a text than this; the style clamps the lines, this keeps the page light. */
const longest = 420;

/**
 * People's own text: its own direction, never longer than a card can show.
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} name
 * @param {string} text
 */
export function said(tag, name, text) {
  return el(tag, { class: name, dir: "auto", text: beginning(text, longest) });
}

/**
 * The empty state of a scene: one friendly sentence.
 * @param {string} text
 */
export function nothingYet(text) {
  return el("p", { class: "nothing", text });
}

/**
 * Which part of a longer list is on show, "4–6 van 52"; nothing where all of it is.
 * @param {View} view
 * @param {number} count what turns on the wall
 * @param {number} size
 * @param {number} [total] what there is, where only the newest of it turn
 */
export function whichPart({ words, page }, count, size, total = count) {
  if (count <= size) return null;
  const first = (page % Math.ceil(count / size)) * size + 1;
  return el("span", {
    class: "part",
    text: words("part", { first, last: Math.min(count, first + size - 1), count: Math.max(total, count) }),
  });
}

/**
 * The label of a building block; empty where it has none.
 * @param {View} view
 * @param {string | null | undefined} id
 */
export function blockLabel({ state }, id) {
  return state.buildingBlocks.find((block) => block.id === id)?.label ?? "";
}
