import { lets } from "./filter.js";

/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./app.js").QueueFilter} QueueFilter */

/**
 * The part of the queue that is here: in the order of its filter, and whether more follow.
 * @typedef {{contributions: Entry[], more: boolean}} QueueList
 */

/** @typedef {{seq: number, id: string, entry: Entry | null}} Change an entry that came by the stream; null where it went */

/** How many come at once. */
export const atOnce = 60;
/** How many changes are remembered, so that a page that was read before them is brought up to date. */
const remembered = 200;

/**
 * What waits is oldest first, so that nobody waits long; all else newest first.
 * @param {QueueFilter} filter
 */
export function oldestFirst(filter) {
  return filter.state === "waiting" && filter.search === "";
}

/**
 * The list after a change to one entry; the same list where it changes nothing here.
 *
 * What belongs beyond the part that is here stays on the server, so that the list never grows by itself.
 * @param {QueueList} list
 * @param {Change} change
 * @param {QueueFilter} filter
 * @returns {QueueList}
 */
export function withChange(list, { id, entry }, filter) {
  const { contributions, more } = list;
  const old = contributions.find((other) => other.id === id);
  if (!entry || !lets(filter, entry)) {
    return old ? { more, contributions: contributions.filter((other) => other !== old) } : list;
  }
  if (old) {
    return old.version > entry.version ? list
      : { more, contributions: contributions.map((other) => (other === old ? entry : other)) };
  }
  const way = oldestFirst(filter) ? 1 : -1;
  const at = contributions.findIndex((other) => (other.number - entry.number) * way > 0);
  if (at < 0 && more) return list;
  const place = at < 0 ? contributions.length : at;
  const grown = [...contributions.slice(0, place), entry, ...contributions.slice(place)];
  return { contributions: grown.slice(0, filter.shown), more: more || grown.length > filter.shown };
}

/**
 * The list with a page from the server: the first one, or the one after what is here. What the stream told after the
 * page was read is put in once more.
 * @param {Entry[]} before what the page follows on; empty for the first one
 * @param {{seq: number, entries: Entry[], more: boolean}} page
 * @param {Change[]} recent
 * @param {QueueFilter} filter
 * @returns {QueueList}
 */
export function withPage(before, page, recent, filter) {
  const known = new Set(before.map((entry) => entry.id));
  const read = { contributions: [...before, ...page.entries.filter((entry) => !known.has(entry.id))], more: page.more };
  return recent.filter(({ seq }) => seq > page.seq).reduce((list, change) => withChange(list, change, filter), read);
}

/**
 * @param {Change[]} recent
 * @param {Change} change
 */
export function remember(recent, change) {
  return [...recent, change].slice(-remembered);
}

/**
 * The address of a page of a filter.
 * @param {QueueFilter} filter
 * @param {Entry | undefined} last the entry after which it goes on
 */
export function pagePath({ state, kind, search }, last) {
  const query = new URLSearchParams({ state });
  if (kind) query.set("kind", kind);
  if (search) query.set("q", search);
  if (last) query.set("after", String(last.number));
  return `/contributions?${query}`;
}
