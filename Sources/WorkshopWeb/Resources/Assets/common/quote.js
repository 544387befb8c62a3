/**
 * What tells of itself with the sentence of a story.
 * @typedef {{quoted?: {story: string, number: number, text: string} | null}} Quoting
 */

/**
 * The list without the words of a story that went: what was told by its quote keeps its own. The same list where nothing
 * was.
 * @template {Quoting} T
 * @param {T[]} list
 * @param {string} story
 * @returns {T[]}
 */
export function withoutQuoteOf(list, story) {
  if (!list.some(({ quoted }) => quoted?.story === story)) return list;
  return list.map((one) => (one.quoted?.story === story ? { ...one, quoted: null } : one));
}
