import { clockText, timerFace } from "../../common/clock.js";
import { el } from "../../common/dom.js";

/**
 * The round timer: huge, with a calm "wissel" half-way.
 * @param {import("../view.js").View} view
 */
export function timer({ state, words }) {
  const { room } = state;
  return el("section", { class: "scene timer" },
    el("h1", { text: room.item?.title ?? words("timer.title"), dir: "auto" }),
    el("p", { class: "digits", "data-timer": "digits", text: room.timer ? "" : "–" }),
    el("div", { class: "track" }, el("div", { class: "left", "data-timer": "left" }), swapMark(room.timer?.swap)),
    el("p", { class: "sign", "data-timer": "sign" }));
}

/** @param {boolean | undefined} swap */
function swapMark(swap) {
  return swap ? el("div", { class: "middle" }) : null;
}

/**
 * Puts the time of now in every timer on the page, and the state of the timer on the page itself.
 * @param {HTMLElement} page
 * @param {import("../state.js").ScreenState} state
 * @param {import("../../common/words.js").Words} words
 * @param {number} now
 */
export function showTime(page, state, words, now) {
  const face = state.room.timer ? timerFace(state.room.timer, state.roomAt, now) : null;
  page.dataset.timer = face ? timerState(face) : "none";
  for (const node of page.querySelectorAll("[data-timer]")) {
    if (!(node instanceof HTMLElement) || !face) continue;
    const part = node.dataset.timer;
    if (part === "digits") write(node, clockText(face.remaining));
    else if (part === "sign") write(node, sign(face, words));
    else if (part === "left") node.style.width = `${(face.fraction * 100).toFixed(2)}%`;
  }
}

/** @param {import("../../common/clock.js").TimerFace} face */
function timerState(face) {
  if (face.done) return "done";
  return face.half === "swap" ? "swap" : face.running ? "running" : "paused";
}

/**
 * @param {import("../../common/clock.js").TimerFace} face
 * @param {import("../../common/words.js").Words} words
 */
function sign(face, words) {
  if (face.done) return words("timer.done");
  if (face.half === "swap") return words("timer.swap");
  if (!face.running) return words(face.fraction === 1 ? "timer.ready" : "timer.paused");
  return face.half === "none" ? "" : words(`timer.${face.half}`);
}

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
