/**
 * Where what someone writes is kept: one place for each step, kind, teller and subject.
 * @param {string} step
 * @param {string} kind
 * @param {number} person
 * @param {string} [about]
 */
export function draftKey(step, kind, person, about = "") {
  return ["d", step, kind, person, about].join(":");
}

/**
 * Whether nothing was written yet.
 * @param {import("./types").Draft} draft
 */
export function isBlank(draft) {
  return !draft.photo && !Object.keys(cleaned(draft.payload.body)).length;
}

/**
 * The answers without spaces around them and without what was left empty.
 * @param {import("./types").Body} body
 */
export function cleaned(body) {
  /** @type {import("./types").Body} */
  const result = {};
  for (const id of Object.keys(body)) {
    const value = body[id];
    const kept = typeof value === "string" ? value.trim() : value;
    if (kept && Object.keys(kept).length) result[id] = kept;
  }
  return result;
}

/**
 * The draft under a key, or null where there is none that can be used.
 * @param {import("./types").Storage} storage
 * @param {string} key
 * @returns {import("./types").Draft | null}
 */
export function keptDraft(storage, key) {
  const draft = storage.get(key);
  return draft && draft.payload && draft.payload.body ? draft : null;
}
