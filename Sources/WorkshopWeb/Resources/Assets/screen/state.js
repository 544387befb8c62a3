import { withoutQuoteOf } from "../common/quote.js";

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
export const events = ["room", "item", "gone", "totals", "anew", "themes", "spreads", "spread", "scan", "join", "coverage",
  "destiny"];

/** The most of each that is held: as many as the snapshot brings, and what came since in an hour. */
const mostPerBlock = 36;
const mostPerKind = 90;

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
  if (name === "item") return { ...next, items: bounded(newestFirst([...without(state.items, data.id), data])) };
  if (name === "gone") return { ...next, items: withoutQuoteOf(without(state.items, data.id), data.id) };
  if (name === "themes") return { ...next, themes: data };
  if (name === "spreads") return { ...next, spreads: data };
  if (name === "coverage") return { ...next, coverage: data };
  if (name === "destiny") return { ...next, destiny: data };
  if (name === "scan") return { ...next, scan: data };
  if (name === "totals") return { ...next, totals: data };
  if (name === "spread") return { ...next, spreads: withSpread(state.spreads, data) };
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
 * How many of a kind may be shown, of which the newest are here; of stories those of a building block, or of none.
 * @param {ScreenState} state
 * @param {string} kind
 * @param {string | null} [block]
 */
export function totalOf({ totals }, kind, block) {
  const total = totals[kind];
  if (!total) return 0;
  if (block === undefined) return total.all;
  return block === null ? total.others : total.blocks[block] ?? 0;
}

/**
 * The newest so many of each kind, of stories of each combination of building blocks: a projector runs for a whole day.
 * @param {Item[]} items newest first
 */
function bounded(items) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return items.filter((item) => {
    const place = item.kind === "story" ? `story ${item.buildingBlocks.join()}` : item.kind;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= (item.kind === "story" ? mostPerBlock : mostPerKind);
  });
}

/**
 * @param {ScreenState["spreads"]} spreads
 * @param {ScreenState["spreads"][number]} spread
 */
function withSpread(spreads, spread) {
  return spreads.map((one) => (one.proposal === spread.proposal ? spread : one));
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
