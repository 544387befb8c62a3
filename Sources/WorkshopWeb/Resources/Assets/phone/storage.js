/**
 * Keeps JSON on the phone under a prefix, and in memory where the phone refuses (private mode, full).
 *
 * `isDurable` tells whether what is under a key survives a reload; `keys` lists without the prefix.
 * @param {globalThis.Storage | null} area
 * @param {string} prefix
 * @returns {import("./types").Storage}
 */
export function openStorage(area, prefix) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  /**
   * @param {string} text
   * @param {string} key
   */
  const keep = (text, key) => {
    try {
      if (!area) throw new Error();
      area.setItem(prefix + key, text);
      memory.delete(key);
    } catch {
      memory.set(key, text);
    }
  };
  return {
    get: (key) => parsed(memory.has(key) ? memory.get(key) : area && area.getItem(prefix + key)),
    set: (key, value) => keep(JSON.stringify(value), key),
    isDurable: (key) => !memory.has(key),
    remove(key) {
      memory.delete(key);
      if (area) area.removeItem(prefix + key);
      // What did not fit before may fit in the room this leaves.
      new Map(memory).forEach(keep);
    },
    keys(start) {
      const all = area ? Array.from({ length: area.length }, (_, at) => area.key(at) || "") : [];
      const own = all.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return Array.from(new Set(own.concat(Array.from(memory.keys())))).filter((key) => key.startsWith(start));
    },
  };
}

/**
 * The value of a JSON text, or null where there is none or it is damaged.
 * @param {string | null | undefined} text
 */
function parsed(text) {
  try {
    return JSON.parse(text || "null");
  } catch {
    return null;
  }
}
