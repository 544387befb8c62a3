/**
 * Keeps photos until they are sent: in IndexedDB, and in memory where the phone refuses.
 *
 * Bytes are kept rather than a Blob, because Safari of that age sends stored Blobs as empty files.
 * @param {IDBFactory | undefined} factory
 * @returns {import("./types").Album}
 */
export function openAlbum(factory) {
  /** @type {Map<string, ArrayBuffer>} */
  const memory = new Map();
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  /** @param {(store: IDBObjectStore) => IDBRequest} act */
  const inStore = async (act) => {
    if (!opened) opened = openBase(factory);
    const base = await opened;
    return promised(act(base.transaction("photos", "readwrite").objectStore("photos")));
  };

  const album = {
    /**
     * @param {string} id
     * @param {Blob} photo
     */
    async put(id, photo) {
      const bytes = await bytesOf(photo);
      memory.set(id, bytes);
      await inStore((store) => store.put(bytes, id)).catch(() => {});
    },
    /** @param {string} id */
    async get(id) {
      const bytes = memory.get(id) || (await inStore((store) => store.get(id)).catch(() => null));
      return bytes ? new Blob([bytes], { type: "image/jpeg" }) : null;
    },
    /** @param {string} id */
    async remove(id) {
      memory.delete(id);
      await inStore((store) => store.delete(id)).catch(() => {});
    },
    /**
     * @param {string} id
     * @param {string} other
     */
    async rename(id, other) {
      const photo = await album.get(id);
      if (photo) await album.put(other, photo);
      await album.remove(id);
    },
    /** @param {any} payload */
    async withPhoto(payload) {
      const photo = await album.get(payload.id);
      if (!photo) return payload;
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
  return promised(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function promised(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
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
