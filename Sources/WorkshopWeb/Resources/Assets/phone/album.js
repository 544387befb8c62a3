/**
 * Keeps photos until they are sent: in IndexedDB, and in memory where the phone refuses.
 *
 * Bytes are kept rather than a Blob, because Safari of that age sends stored Blobs as empty files. What is asked of one
 * photo is done in turn, so that a photo still being made small is waited for.
 * @param {IDBFactory | undefined} factory
 * @param {number} [patience] milliseconds, after which a phone that does not answer counts as refusing
 * @returns {import("./types").Album}
 */
export function openAlbum(factory, patience = 8000) {
  /** @type {Map<string, ArrayBuffer>} */
  const memory = new Map();
  /** Those that are in memory only. */
  const loose = new Set();
  /** @type {Map<string, Promise<any>>} */
  const turns = new Map();
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  /**
   * @param {(store: IDBObjectStore) => IDBRequest} act
   * @returns {Promise<any>}
   */
  const inStore = async (act) => {
    const wasOpen = opened;
    try {
      opened = opened || openBase(factory);
      return await within(patience, completed(await within(patience, opened), act));
    } catch (error) {
      opened = null;
      // Safari closes the database of a page that slept: then it has to be opened again.
      if (wasOpen) return inStore(act);
      throw error;
    }
  };

  /**
   * @template T
   * @param {string} id
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  const inTurn = (id, act) => {
    const done = (turns.get(id) || Promise.resolve()).then(act);
    turns.set(id, done.catch(() => {}));
    return done;
  };

  /** @param {string} id */
  const bytesUnder = async (id) => memory.get(id) || inStore((store) => store.get(id)).catch(() => null);

  const album = {
    /**
     * @param {string} id
     * @param {Blob | Promise<Blob>} photo
     */
    put: (id, photo) => inTurn(id, async () => {
      const bytes = await bytesOf(await photo);
      memory.set(id, bytes);
      loose.add(id);
      const isKept = await inStore((store) => store.put(bytes, id)).then(() => true, () => false);
      if (isKept) loose.delete(id);
      return isKept;
    }),
    /** @param {string} id */
    get: (id) => inTurn(id, async () => {
      const bytes = await bytesUnder(id);
      return bytes ? new Blob([bytes], { type: "image/jpeg" }) : null;
    }),
    /** @param {string} id */
    isKept: (id) => inTurn(id, async () => !loose.has(id) && !!(await bytesUnder(id))),
    /** @param {string} id */
    remove: (id) => inTurn(id, async () => {
      memory.delete(id);
      loose.delete(id);
      await inStore((store) => store.delete(id)).catch(() => {});
    }),
    /**
     * @param {string} id
     * @param {string} other
     */
    async copy(id, other) {
      const photo = await album.get(id);
      if (photo) await album.put(other, photo);
    },
    /** @param {any} payload */
    async withPhoto(payload) {
      const photo = await album.get(payload.id);
      if (!photo) return null;
      const form = new FormData();
      form.append("contribution", JSON.stringify(payload));
      form.append("photo", photo, "foto.jpg");
      return form;
    },
  };
  return album;
}

/**
 * @param {IDBFactory | undefined} factory
 * @returns {Promise<IDBDatabase>}
 */
async function openBase(factory) {
  if (!factory) throw new Error();
  const request = factory.open("werkdag", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("photos");
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * What a request gives once its transaction is through: a phone that is full fails only then.
 * @param {IDBDatabase} base
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>}
 */
function completed(base, act) {
  return new Promise((resolve, reject) => {
    const transaction = base.transaction("photos", "readwrite");
    const request = act(transaction.objectStore("photos"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error()), milliseconds);
    promise.then(resolve, reject).then(() => clearTimeout(deadline));
  });
}

/**
 * The bytes of a file, also on phones without `Blob.arrayBuffer`.
 * @param {Blob} blob
 * @returns {Promise<ArrayBuffer>}
 */
function bytesOf(blob) {
  return new Response(blob).arrayBuffer();
}
