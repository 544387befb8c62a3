/** @typedef {import("./submission.js").ProxyEntry} ProxyEntry */

/**
 * What is being typed over, as it is kept: everything but a photo, which no browser lets a page put back.
 * @typedef {object} EntryDraft
 * @property {string} form step and kind
 * @property {string} gathering
 * @property {import("./entry-teller.js").Told} told
 * @property {Record<string, import("./model.js").FieldValue | undefined>} answers
 * @property {Correction | null} correcting
 */

/**
 * An entry of before that is being corrected.
 * @typedef {object} Correction
 * @property {string} id
 * @property {number} number
 * @property {number} version
 */

/**
 * Keeps what is being typed through a reload, one for each traject.
 * @param {string} traject
 * @param {Storage | null} storage
 */
export function entryDraft(traject, storage) {
  const key = `werkdag:entry:${traject}`;
  return {
    /** @returns {EntryDraft | null} */
    read() {
      try {
        return JSON.parse(storage?.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    /** @param {EntryDraft} draft */
    write(draft) {
      try {
        storage?.setItem(key, JSON.stringify(draft));
      } catch {
        // A full or forbidden storage: the form itself still has it.
      }
    },
  };
}
