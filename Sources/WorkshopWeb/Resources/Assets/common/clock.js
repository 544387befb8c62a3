/** @typedef {import("./model.js").RoundTimer} RoundTimer */

/**
 * What a timer shows at a moment.
 * @typedef {object} TimerFace
 * @property {number} remaining whole seconds left, rounded up, never below 0
 * @property {number} fraction what is left of the whole, from 1 to 0
 * @property {boolean} running
 * @property {boolean} done
 * @property {"none" | "first" | "swap" | "second"} half where the "wissel" stands
 * @property {import("./model.js").Moment | null} moment what an interview comes to; null where there is none to write down
 */

/** How long the sign "wissel" stays, in seconds. */
export const swapShown = 45;

/**
 * The face of a timer that was received at `receivedAt`; both moments in milliseconds of one monotonic clock.
 * @param {RoundTimer} timer
 * @param {number} receivedAt
 * @param {number} now
 * @returns {TimerFace}
 */
export function timerFace(timer, receivedAt, now) {
  const passed = timer.running ? Math.max(0, now - receivedAt) / 1000 : 0;
  const left = Math.max(0, timer.remaining - passed);
  return {
    remaining: Math.ceil(left),
    fraction: timer.total > 0 ? Math.min(1, left / timer.total) : 0,
    running: timer.running,
    done: left === 0,
    half: half(timer, left),
    moment: momentAt(timer, left),
  };
}

/**
 * What an interview comes to when so much is left: the last of its moments that has begun.
 * @param {RoundTimer} timer
 * @param {number} left
 */
function momentAt({ moments = [] }, left) {
  return moments.filter(({ from }) => left <= from).pop() ?? null;
}

/**
 * @param {RoundTimer} timer
 * @param {number} left
 * @returns {TimerFace["half"]}
 */
function half(timer, left) {
  if (!timer.swap) return "none";
  const middle = timer.total / 2;
  if (left > middle) return "first";
  return middle - left < Math.min(swapShown, middle) ? "swap" : "second";
}

/**
 * Seconds as "4:05", or "1:04:05" from an hour on.
 * @param {number} seconds
 */
export function clockText(seconds) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * Minutes after midnight as "9:05".
 * @param {number} minutes
 */
export function timeOfDay(minutes) {
  const day = ((minutes % 1440) + 1440) % 1440;
  return `${Math.floor(day / 60)}:${String(day % 60).padStart(2, "0")}`;
}

/**
 * A moment as the local time of day, "9:05"; empty where there is none.
 * @param {string | null | undefined} iso
 */
export function localTime(iso) {
  if (!iso) return "";
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? "" : timeOfDay(moment.getHours() * 60 + moment.getMinutes());
}

/**
 * A calendar day in words, "zondag 22 november 2026"; the text itself where it is not a day.
 * @param {string | null | undefined} day
 * @param {string} language
 */
export function dayText(day, language) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!parts) return day ?? "";
  // In UTC on both sides, so that no time zone moves the day.
  const moment = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(moment);
}
