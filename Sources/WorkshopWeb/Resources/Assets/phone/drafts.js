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
 * What was written and not sent, except under the given key.
 * @param {import("./types").Storage} storage
 * @returns {{ key: string, draft: import("./types").Draft }[]}
 */
export function unfinished(storage) {
  const found = storage.keys("d:").map((key) => ({ key, draft: storage.get(key) }));
  return found.filter(({ draft }) => draft && !isBlank(draft));
}
