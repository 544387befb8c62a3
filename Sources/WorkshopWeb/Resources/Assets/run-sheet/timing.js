/** @typedef {{minutes: number, anchor: number | null, isSkipped: boolean}} Timeable */

/**
 * The starts and ends of items, in minutes after midnight: one after the other, a skipped one without length, an
 * anchored one at its anchor whatever comes before it. The server has the same rule (`timed(from:)`).
 * @template {Timeable} T
 * @param {number} start
 * @param {T[]} items
 * @returns {(T & {start: number, end: number})[]}
 */
export function timed(start, items) {
  let cursor = start;
  return items.map((item) => {
    const begin = item.isSkipped ? cursor : item.anchor ?? cursor;
    cursor = begin + (item.isSkipped ? 0 : item.minutes);
    return { ...item, start: begin, end: cursor };
  });
}

/**
 * How many minutes lie open before each item; below 0 where it begins before the one before it has ended.
 * @param {number} start
 * @param {{start: number, end: number}[]} items
 */
export function gaps(start, items) {
  return items.map((item, index) => item.start - (index === 0 ? start : items[index - 1].end));
}

/**
 * A time of day as people type it ("9:35", "9u35", "0935", "9u") in minutes after midnight; null for anything else.
 * @param {string} typed
 */
export function parseTime(typed) {
  const parts = /^(\d{1,2})(?:\s*[:.uh]\s*(\d{2})?|(\d{2}))?$/i.exec(typed.trim());
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/**
 * A whole number from 0 as people type it; null for anything else.
 * @param {string} typed
 */
export function parseMinutes(typed) {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
}
