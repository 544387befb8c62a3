/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./app.js").QueueFilter} QueueFilter */

/** The states a moderator chooses from; "all" holds the others too. */
export const states = ["waiting", "released", "held", "all"];

/**
 * The entries a filter lets through: what waits is oldest first, so that nobody waits long; all else newest first.
 * @param {Entry[]} entries
 * @param {QueueFilter} filter
 * @returns {Entry[]}
 */
export function filtered(entries, filter) {
  const found = entries.filter((entry) =>
    (filter.state === "all" || entry.state === filter.state) && (filter.kind === "" || entry.kind === filter.kind));
  return filter.state === "waiting" ? found : found.reverse();
}

/**
 * How many entries each state holds, within a kind.
 * @param {Entry[]} entries
 * @param {string} kind all kinds where empty
 * @returns {Record<string, number>}
 */
export function countByState(entries, kind) {
  /** @type {Record<string, number>} */
  const counts = Object.fromEntries(states.map((state) => [state, 0]));
  for (const entry of entries) {
    if (kind !== "" && entry.kind !== kind) continue;
    counts.all += 1;
    if (entry.state in counts) counts[entry.state] += 1;
  }
  return counts;
}

/**
 * The kinds that occur, in the order of the day.
 * @param {Entry[]} entries
 */
export function kindsIn(entries) {
  const order = ["story", "successFactor", "dream", "proposal", "stanceReason", "action", "pledge", "evaluation"];
  const found = new Set(entries.map((entry) => entry.kind));
  return order.filter((kind) => found.has(kind));
}

/**
 * The entry `by` places from the selected one; stays at either end, and starts at the first.
 * @param {Entry[]} shown
 * @param {string | null} selected
 * @param {number} by
 * @returns {string | null}
 */
export function neighbour(shown, selected, by) {
  if (shown.length === 0) return null;
  const at = shown.findIndex((entry) => entry.id === selected);
  if (at < 0) return shown[0].id;
  return shown[Math.max(0, Math.min(shown.length - 1, at + by))].id;
}

/**
 * What to select when an entry leaves the list: the one after it, else the one before it, else nothing.
 * @param {Entry[]} shown
 * @param {string} leaving
 * @returns {string | null}
 */
export function afterLeaving(shown, leaving) {
  const at = shown.findIndex((entry) => entry.id === leaving);
  return (shown[at + 1] ?? shown[at - 1])?.id ?? null;
}
