import { part } from "./dom.js";

/**
 * The seconds left on the round timer, never below 0.
 *
 * Counts from the moment the phone heard of it on its monotonic clock: a phone's own time of day may be wrong.
 * @param {import("./types").RoomTimer} timer
 * @param {number} heardAt milliseconds
 * @param {number} now milliseconds, on the same clock
 */
export function secondsLeft(timer, heardAt, now) {
  return Math.max(0, timer.remaining - (timer.running ? (now - heardAt) / 1000 : 0));
}

/**
 * Minutes and seconds; a begun second counts whole, so that 0:00 means over.
 * @param {number} seconds
 */
export function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
}

/**
 * What an interview comes to when so much is left; null where there is none to write down.
 * @param {import("./types").RoomTimer} timer
 * @param {number} left
 */
export function momentOf(timer, left) {
  const begun = (timer.moments || []).filter(({ from }) => left <= from);
  return begun.length ? begun[begun.length - 1] : null;
}

/**
 * What to say beside the time: paused, over, or that it is the other's turn; the key of its words, or "".
 * @param {import("./types").RoomTimer} timer
 * @param {number} left
 */
export function timerNote(timer, left) {
  if (!left) return "timer.over";
  if (!timer.running) return "timer.paused";
  const moment = momentOf(timer, left);
  if (moment && moment.activity === "writing") return "timer.writing";
  return timer.swap && left <= timer.total / 2 ? "timer.swapped" : "";
}

/**
 * Keeps the time above the view, where a timer is set.
 * @param {import("./types").App} app
 */
export function timerStrip({ say, room, roomAt }) {
  const timer = room && room.timer;
  const strip = part("timer");
  strip.hidden = !timer;
  if (!timer) return;
  const left = secondsLeft(timer, roomAt, performance.now());
  const note = timerNote(timer, left);
  strip.textContent = clockFace(left) + (note && " · " + say(note));
}
