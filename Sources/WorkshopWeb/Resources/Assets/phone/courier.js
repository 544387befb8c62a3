import { newID } from "./uuid.js";
import { setTimer } from "./events.js";

/**
 * Makes the courier that brings one entry of the outbox to the server.
 *
 * Only an answer that names the submission's own id counts as sent. What the server refuses comes back with its
 * problem, and stays on the phone: a contribution to be corrected, a choice to be made again.
 * @param {import("./types").Counter} counter
 * @param {object} parts
 * @param {import("./types").Album} parts.album
 * @param {import("./types").Send} parts.send
 * @param {import("./types").Say} parts.say
 * @param {(act: () => void, milliseconds: number) => any} [parts.later]
 * @param {() => number} [parts.random]
 * @returns {import("./types").Courier}
 */
export function openCourier(counter, { album, send, say, later = setTimer, random = Math.random }) {
  const { storage, tell, flush, nextOrder } = counter;
  let tries = 0;

  /** @param {string} key of its words */
  const refusal = (key) => ({ title: "", detail: say(key), fields: key === "refused" ? {} : { photo: say(key) } });

  /**
   * @param {import("./types").Entry} entry
   * @returns {Promise<import("./types").Reply>}
   */
  async function answerTo({ method, path, photo, payload }) {
    if (!photo) return send(method, path, payload);
    const content = await album.withPhoto(payload);
    // Without its photo it is not what someone meant to send: the same as a refusal.
    return content ? send(method, path, content) : { status: 422, body: refusal("photo.gone"), wait: 0 };
  }

  /**
   * @param {import("./types").Entry} entry
   * @param {import("./types").Reply} reply
   */
  async function giveBack(entry, { status, body }) {
    const problem = body && body.detail ? body : refusal(status === 413 && entry.photo ? "photo.tooBig" : "refused");
    Object.assign(entry, { state: "returned", problem });
    if (status === 409 && entry.method === "POST") await rename(entry);
    else storage.set(entry.key, entry);
  }

  /**
   * Gives an entry an id of its own, where the server already has something else under the old one.
   * @param {import("./types").Entry} entry
   */
  async function rename(entry) {
    const { key, photo, payload } = entry;
    const { id } = payload;
    payload.id = newID();
    entry.key = "o:" + payload.id;
    // First the new, then away with the old: the page may close at any moment.
    if (photo) await album.copy(id, payload.id);
    storage.set(entry.key, entry);
    storage.remove(key);
    if (photo) album.remove(id);
  }

  /** @param {number} wait seconds the server asked for, or 0 */
  function pause(wait) {
    tries = Math.min(tries + 1, 5);
    return (wait * 1000 || 1000 * 2 ** tries) * (0.75 + random() / 2);
  }

  /**
   * @param {import("./types").Entry} entry
   * @param {import("./types").Reply} reply
   */
  function postpone(entry, { status, wait }) {
    // What only fails by itself (a photo too heavy for this Wi-Fi, say) must not hold up the rest.
    if (entry.photo || status === 500) storage.set(entry.key, { ...entry, order: nextOrder() });
    later(flush, pause(wait));
  }

  return async (entry) => {
    const reply = await answerTo(entry);
    const type = verdictOn(entry, reply);
    const latest = storage.get(entry.key);
    // A newer version of a choice still waits; what is gone, another tab of this phone brought.
    if (latest ? latest.stamp !== entry.stamp : type !== "sent") return "sent";
    if (type === "sent") {
      storage.remove(entry.key);
      if (entry.photo) album.remove(entry.payload.id);
      tries = 0;
    }
    if (type === "returned") await giveBack(entry, reply);
    if (type === "later") postpone(entry, reply);
    tell({ type, entry, answer: reply.body });
    return type;
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
