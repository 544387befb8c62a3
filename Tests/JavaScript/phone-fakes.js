/**
 * What a browser calls localStorage, in memory.
 * @param {number} [room] how many keys fit before it is full
 * @returns {any}
 */
export function fakeArea(room = Infinity) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (/** @type {number} */ at) => Array.from(kept.keys())[at],
    getItem: (/** @type {string} */ key) => (kept.has(key) ? kept.get(key) : null),
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      if (kept.size >= room && !kept.has(key)) throw new Error("full");
      kept.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  };
}

/**
 * A story someone wrote.
 * @param {string} id
 * @returns {import("../../Sources/WorkshopWeb/Resources/Assets/phone/types").Draft}
 */
export function fakeDraft(id) {
  const teller = { groups: ["ouder"], consents: ["screen"], hasGuardianConsent: false };
  const body = { title: " Buggy ", whatHappened: "Een mama kwam langs.", quote: "", ages: [] };
  const payload = { id, step: "verhaal", kind: "story", language: "nl", route: "phone", table: "4", teller, body };
  return { payload, person: 0, photo: false };
}

/**
 * What a browser calls indexedDB, with one store: what it refuses fails when its transaction ends, or never answers.
 * @returns {any}
 */
export function fakeFactory() {
  /** @type {Map<string, any>} */
  const kept = new Map();
  let bases = 0;
  const factory = {
    refuses: "",
    /** Closes what is open, as a phone does to a page that slept. */
    close: () => (bases += 1),
    open() {
      const mine = bases;
      /** @type {any} */
      const request = { result: { transaction: () => transaction(mine) } };
      if (factory.refuses !== "silently") setTimeout(() => request.onsuccess());
      return request;
    },
  };
  /** @param {number} base */
  const transaction = (base) => {
    if (base !== bases) throw new Error("closed");
    /** @type {any} */
    const running = {
      objectStore: () => ({
        put: (/** @type {any} */ value, /** @type {string} */ key) => act(() => kept.set(key, value)),
        get: (/** @type {string} */ key) => act(() => kept.get(key)),
        delete: (/** @type {string} */ key) => act(() => kept.delete(key)),
      }),
    };
    const act = (/** @type {() => any} */ change) => {
      setTimeout(() => (factory.refuses ? running.onabort() : running.oncomplete()));
      return { result: factory.refuses ? undefined : change() };
    };
    return running;
  };
  return factory;
}
