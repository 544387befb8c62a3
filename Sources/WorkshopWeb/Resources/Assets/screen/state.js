/** @typedef {import("../common/model.js").Snapshot} Snapshot */
/** @typedef {import("../common/model.js").Item} Item */

/**
 * What the projector knows; `roomAt` is the moment, on the page's own clock, that the room was received.
 * @typedef {Snapshot & {roomAt: number}} ScreenState
 */

/**
 * @param {Snapshot} snapshot
 * @param {number} now
 * @returns {ScreenState}
 */
export function begin(snapshot, now) {
  return { ...snapshot, items: newestFirst(snapshot.items), roomAt: now };
}

/** The events of the projector's stream. */
export const events = ["room", "item", "gone", "themes", "spreads", "scan", "join", "coverage", "destiny"];

/**
 * The state after an event. An unknown event changes nothing but the sequence number.
 * @param {ScreenState} state
 * @param {string} name
 * @param {any} data
 * @param {number} seq
 * @param {number} now
 * @returns {ScreenState}
 */
export function apply(state, name, data, seq, now) {
  const next = { ...state, seq: Math.max(state.seq, seq) };
  if (name === "room") return { ...next, room: data, roomAt: now, seating: data.seating ? state.seating : null };
  if (name === "item") return { ...next, items: newestFirst([...without(state.items, data.id), data]) };
  if (name === "gone") return { ...next, items: without(state.items, data.id) };
  if (name === "themes") return { ...next, themes: data };
  if (name === "spreads") return { ...next, spreads: data };
  if (name === "coverage") return { ...next, coverage: data };
  if (name === "destiny") return { ...next, destiny: data };
  if (name === "scan") return { ...next, scan: data };
  if (name === "join") return { ...next, join: data };
  return next;
}

/**
 * Whether who sits where changed since it was fetched.
 * @param {ScreenState} state
 */
export function isSeatingStale({ room, seating }) {
  return (room.seating ?? null) !== (seating?.key ?? null);
}

/**
 * @param {ScreenState} state
 * @param {string} kind
 */
export function itemsOf(state, kind) {
  return state.items.filter((item) => item.kind === kind);
}

/**
 * @param {Item[]} items
 * @param {string} id
 */
function without(items, id) {
  return items.filter((item) => item.id !== id);
}

/** @param {Item[]} items */
function newestFirst(items) {
  return [...items].sort((one, other) => other.number - one.number);
}
