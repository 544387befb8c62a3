import { holdsAll } from "../common/search.js";

/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./model.js").StateCounts} StateCounts */
/** @typedef {import("./app.js").QueueFilter} QueueFilter */

/** The states a moderator chooses from; "all" holds the others too. */
export const states = ["waiting", "released", "held", "all"];

/**
 * Whether a filter lets an entry through.
 * @param {QueueFilter} filter
 * @param {Entry} entry
 */
export function lets(filter, entry) {
  if (entry.state === "withdrawn") return false;
  if (filter.state !== "all" && entry.state !== filter.state) return false;
  if (filter.kind !== "" && entry.kind !== filter.kind) return false;
  return filter.search === "" || finds(filter.search, entry);
}

/**
 * Whether a search would find an entry: by its number, or by all the words in what was said.
 * @param {string} search
 * @param {Entry} entry
 */
function finds(search, entry) {
  if (/^#?\s*\d+$/.test(search) && Number(search.replace("#", "")) === entry.number) return true;
  return !search.startsWith("#") && holdsAll([entry.headline, ...entry.fields.map((field) => field.value)].join(" "), search);
}

/**
 * How many entries each state holds, within a kind.
 * @param {StateCounts} counts
 * @param {string} kind all kinds where empty
 * @returns {Record<string, number>}
 */
export function countByState(counts, kind) {
  const sums = Object.fromEntries(states.map((state) => [state, 0]));
  for (const [one, inStates] of Object.entries(counts)) {
    if (kind !== "" && one !== kind) continue;
    for (const [state, count] of Object.entries(inStates)) {
      sums.all += count;
      if (state in sums) sums[state] += count;
    }
  }
  return sums;
}

/**
 * The kinds that occur, in the order of the day.
 * @param {StateCounts} counts
 */
export function kindsIn(counts) {
  const order = ["story", "successFactor", "dream", "proposal", "stanceReason", "action", "pledge", "evaluation"];
  return order.filter((kind) => Object.values(counts[kind] ?? {}).some((count) => count > 0));
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
