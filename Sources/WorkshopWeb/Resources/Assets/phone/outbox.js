import { newID } from "./uuid.js";
import { setTimer } from "./events.js";
import { cleaned } from "./drafts.js";

/**
 * What waits on the phone until the server has it: sent one by one, again and again under the same id.
 *
 * Only an answer that names the submission's own id counts as sent. What the server refuses comes back with its
 * problem; until then nothing leaves the storage.
 * @param {object} parts
 * @param {import("./types").Storage} parts.storage
 * @param {() => import("./types").Album | undefined} parts.album undefined until that part of the page arrived
 * @param {import("./types").Send} parts.send
 * @param {(event: import("./types").OutboxEvent) => void} parts.changed
 * @param {(act: () => void, milliseconds: number) => any} [parts.later]
 * @param {() => number} [parts.random]
 * @returns {import("./types").Outbox}
 */
export function openOutbox({ storage, album, send, changed, later = setTimer, random = Math.random }) {
  let isBusy = false;
  let tries = 0;
  /** @returns {any} */
  const inAlbum = () => album();

  /** @returns {import("./types").Entry[]} */
  const entries = () => {
    const kept = storage.keys("o:").map((key) => storage.get(key)).filter(Boolean);
    return kept.sort((a, b) => a.order - b.order);
  };
  const queue = () => entries().filter((entry) => entry.state === "waiting");

  /** @param {any} entry */
  function keep(entry) {
    const order = Math.max(0, ...entries().map((other) => other.order)) + 1;
    Object.assign(entry, { order, stamp: newID(), state: "waiting", problem: undefined });
    storage.set(entry.key, entry);
    changed({ type: "kept", entry });
    flush();
    return entry;
  }

  /**
   * @param {import("./types").Entry} entry
   * @returns {Promise<import("./types").Reply>}
   */
  async function sent({ method, path, photo, payload }) {
    if (!photo) return send(method, path, payload);
    return inAlbum() ? send(method, path, await inAlbum().withPhoto(payload)) : { status: 0, body: null, wait: 0 };
  }

  /** @param {import("./types").Entry} entry */
  async function deliver(entry) {
    const reply = await sent(entry);
    const type = verdictOn(entry, reply);
    const latest = storage.get(entry.key);
    // Whoever changed a choice while its older version was under way still has the newer one waiting.
    if (!latest || latest.stamp !== entry.stamp) return "sent";
    if (type === "sent") {
      storage.remove(entry.key);
      if (entry.photo) inAlbum().remove(entry.payload.id);
      tries = 0;
    }
    if (type === "returned") await giveBack(entry, reply);
    if (type === "later") later(flush, pause(reply.wait));
    changed({ type, entry, answer: reply.body });
    return type;
  }

  /**
   * @param {import("./types").Entry} entry
   * @param {import("./types").Reply} reply
   */
  async function giveBack(entry, reply) {
    entry.state = "returned";
    entry.problem = reply.body;
    storage.remove(entry.key);
    if (!entry.key.startsWith("o:/")) {
      if (reply.status === 409 && entry.method === "POST") await rename(entry);
      storage.set(entry.key, entry);
    }
  }

  /**
   * Gives an entry an id of its own, where the server already has something else under the old one.
   * @param {import("./types").Entry} entry
   */
  async function rename(entry) {
    const { id } = entry.payload;
    entry.payload.id = newID();
    entry.key = "o:" + entry.payload.id;
    if (entry.photo) await inAlbum().rename(id, entry.payload.id);
  }

  /** @param {number} wait seconds the server asked for, or 0 */
  function pause(wait) {
    tries = Math.min(tries + 1, 5);
    return (wait * 1000 || 1000 * 2 ** tries) * (0.75 + random() / 2);
  }

  async function flush() {
    if (isBusy) return;
    isBusy = true;
    let type = "sent";
    while (queue().length && (type === "sent" || type === "returned")) type = await deliver(queue()[0]);
    isBusy = false;
  }

  return {
    entries,
    waiting: () => queue().length,
    submit(key, draft) {
      const { id, version } = draft.payload;
      const payload = { ...draft.payload, body: cleaned(draft.payload.body) };
      const path = "/api/contributions" + (version ? "/" + id : "");
      const entry = keep({ ...draft, payload, key: "o:" + id, method: version ? "PUT" : "POST", path });
      if (key !== entry.key) storage.remove(key);
      return entry;
    },
    choose(key, path, payload) {
      keep({ key: "o:/" + key, path, payload, method: "PUT" });
    },
    flush,
  };
}

/**
 * What an answer means for what was sent.
 * @param {import("./types").Entry} entry
 * @param {import("./types").Reply} reply
 * @returns {"sent" | "returned" | "later" | "session"}
 */
export function verdictOn(entry, { status, body }) {
  if (status === 200 || status === 201) {
    return body && (!entry.payload.id || body.id === entry.payload.id) ? "sent" : "later";
  }
  if (status === 401) return "session";
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? "returned" : "later";
}
