/**
 * How many pages a number of things takes, never less than one.
 * @param {number} count
 * @param {number} size
 */
export function pageCount(count, size) {
  return Math.max(1, Math.ceil(count / Math.max(1, size)));
}

/**
 * The size that fills all pages about evenly, so that a wall never ends with one lonely thing.
 * @param {number} count
 * @param {number} most what fits on a page
 */
export function evenSize(count, most) {
  return Math.max(1, Math.ceil(count / pageCount(count, most)));
}

/**
 * The things on a page; a page number beyond the last goes round.
 * @template Thing
 * @param {Thing[]} things
 * @param {number} size
 * @param {number} page
 * @returns {Thing[]}
 */
export function pageOf(things, size, page) {
  const start = (page % pageCount(things.length, size)) * size;
  return things.slice(start, start + size);
}

/**
 * Things in groups by key, in the order of the keys; what has no known key goes under the last, "other" key.
 * @template Thing
 * @param {Thing[]} things
 * @param {string[]} keys
 * @param {(thing: Thing) => string[]} keysOf
 * @returns {Map<string | null, Thing[]>}
 */
export function grouped(things, keys, keysOf) {
  /** @type {Map<string | null, Thing[]>} */
  const groups = new Map(keys.map((key) => [key, []]));
  const others = [];
  for (const thing of things) {
    const known = [...new Set(keysOf(thing))].filter((key) => groups.has(key));
    for (const key of known) groups.get(key)?.push(thing);
    if (known.length === 0) others.push(thing);
  }
  if (others.length > 0) groups.set(null, others);
  return groups;
}

/**
 * The beginning of a text, broken at a word where it can be; whole where it is short enough.
 * @param {string} text
 * @param {number} limit
 */
export function beginning(text, limit) {
  const characters = Array.from(text.slice(0, limit * 2));
  if (characters.length <= limit && text.length <= limit * 2) return text;
  const cut = characters.slice(0, limit).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
