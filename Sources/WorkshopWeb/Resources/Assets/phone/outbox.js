import { newID } from "./uuid.js";
import { cleaned } from "./drafts.js";

/**
 * What waits on the phone until the server has it: sent one by one, again and again under the same id.
 *
 * The courier that sends arrives later than this; until then, and until the server has it, nothing leaves the storage.
 * @param {object} parts
 * @param {import("./types").Storage} parts.storage
 * @param {(event: import("./types").OutboxEvent) => void} parts.changed
 * @param {(counter: import("./types").Counter) => import("./types").Courier | undefined} parts.courier
 * @returns {import("./types").Outbox}
 */
export function openOutbox({ storage, changed, courier }) {
  let isBusy = false;
  /** @type {import("./types").Courier | undefined} */
  let carry;

  /** @returns {import("./types").Entry[]} */
  const entries = () => {
    const kept = storage.keys("o:").map((key) => storage.get(key)).filter((entry) => entry && entry.payload);
    return kept.sort((a, b) => a.order - b.order);
  };
  const queue = () => entries().filter((entry) => entry.state === "waiting");
  const nextOrder = () => Math.max(0, ...entries().map((entry) => entry.order)) + 1;

  /** @param {import("./types").OutboxEvent} event */
  const tell = (event) => {
    try {
      changed(event);
    } catch (error) {
      // A view that fails must not stop what still has to be sent.
      console.error(error);
    }
  };

  /** @param {any} entry */
  function keep(entry) {
    Object.assign(entry, { order: nextOrder(), stamp: newID(), state: "waiting", problem: undefined });
    storage.set(entry.key, entry);
    return entry;
  }

  /** @param {import("./types").Entry} entry */
  function announce(entry) {
    tell({ type: "kept", entry });
    flush();
    return entry;
  }

  async function flush() {
    carry = carry || courier({ storage, tell, flush, nextOrder });
    if (isBusy || !carry) return;
    isBusy = true;
    try {
      let type = "sent";
      while (queue().length && (type === "sent" || type === "returned")) type = await carry(queue()[0]);
    } catch (error) {
      console.error(error);
    } finally {
      isBusy = false;
    }
  }

  return {
    entries,
    waiting: () => queue().length,
    submit(key, draft) {
      const { id, version } = draft.payload;
      const payload = { ...draft.payload, body: cleaned(draft.payload.body) };
      const path = "/api/contributions" + (version ? "/" + id : "");
      const entry = keep({ ...draft, payload, key: "o:" + id, method: version ? "PUT" : "POST", path });
      const draftNow = storage.get(key);
      // Under the draft's key may stand what was written meanwhile in another tab.
      if (key !== entry.key && draftNow && draftNow.payload.id === id) storage.remove(key);
      return announce(entry);
    },
    choose(key, path, payload) {
      announce(keep({ key: "o:/" + key, path, payload, method: "PUT" }));
    },
    flush,
  };
}
