import { timerFace } from "../../common/clock.js";
import { el, replace } from "../../common/dom.js";

/** Without a timer a question stays for so many turns of the walls. */
const turnsPerQuestion = 4;

/**
 * The interview: its questions one by one, the time, and when to change and to write.
 * @param {import("../view.js").View} view
 */
export function interview({ state, words, page }) {
  const { room } = state;
  const thirds = Math.floor((room.timer?.total ?? 0) / 180);
  return el("section", { class: "scene interview" },
    el("header", null,
      el("h1", { text: words("interview.title") }),
      el("p", { class: "digits", "data-timer": "digits", text: "" })),
    el("div", { class: "slide", "data-interview": "slide", "data-turn": page, "aria-live": "polite" }),
    el("footer", null,
      room.interview === "adults" && el("span", { class: "aside", text: words("interview.aside") }),
      thirds > 0 && el("span", { text: words.count("interview.three", thirds) })));
}

/**
 * Which question the pace of the round asks: they are spread evenly over the time to tell.
 * @param {import("../../common/model.js").RoundTimer} timer
 * @param {import("../../common/clock.js").TimerFace} face
 * @param {number} count
 */
export function questionAt(timer, face, count) {
  const round = timer.total / (timer.swap ? 2 : 1);
  const left = face.fraction * timer.total;
  const start = timer.swap && face.half !== "first" ? round : timer.total;
  const moments = timer.moments ?? [];
  const writing = moments.find(({ activity, from }) => activity === "writing" && from < start)?.from ?? start - round;
  const share = (start - left) / Math.max(1, start - writing);
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)));
}

/**
 * What the scene says at a moment: a question by its index, or a sign.
 * @param {import("../state.js").ScreenState} state
 * @param {number} turn
 * @param {number} now
 * @returns {"write" | "swap" | "over" | number}
 */
export function slideAt({ room, roomAt, guides }, turn, now) {
  const count = guides[room.interview]?.length ?? 0;
  if (!room.timer) return Math.floor(turn / turnsPerQuestion) % Math.max(1, count);
  const face = timerFace(room.timer, roomAt, now);
  if (face.done) return "over";
  if (face.moment?.activity === "writing") return "write";
  return face.half === "swap" ? "swap" : questionAt(room.timer, face, count);
}

/**
 * Puts what belongs to this moment in the scene, where it is on show; only a change is drawn, softly.
 * @param {HTMLElement} page
 * @param {import("../state.js").ScreenState} state
 * @param {import("../../common/words.js").Words} words
 * @param {number} now
 */
export function showInterview(page, state, words, now) {
  const node = page.querySelector("[data-interview]");
  if (!(node instanceof HTMLElement)) return;
  const slide = slideAt(state, Number(node.dataset.turn), now);
  if (node.dataset.slide === String(slide)) return;
  // Drawn anew with every event of the room: only what says something else comes in softly.
  node.classList.toggle("soft", page.dataset.slide !== String(slide));
  node.dataset.slide = page.dataset.slide = String(slide);
  replace(node, ...(typeof slide === "number" ? question(state, words, slide) : sign(state, words, slide)));
}

/**
 * @param {import("../state.js").ScreenState} state
 * @param {import("../../common/words.js").Words} words
 * @param {number} index
 */
function question({ room, guides }, words, index) {
  const questions = guides[room.interview] ?? [];
  const { ask, more } = questions[index] ?? { ask: "", more: "" };
  const next = questions[index + 1];
  return [
    el("p", { class: "eyebrow", text: words("interview.which", { number: index + 1, count: questions.length }) }),
    el("h2", { text: ask }),
    more && el("p", { class: "more", text: more }),
    next && el("p", { class: "next" }, el("b", { text: words("interview.next") }), ` ${next.ask}`),
  ];
}

/**
 * @param {import("../state.js").ScreenState} state
 * @param {import("../../common/words.js").Words} words
 * @param {"write" | "swap" | "over"} which
 */
function sign({ room }, words, which) {
  // Children have nothing to write.
  const key = which === "over" && room.interview === "children" ? "timer.done" : `interview.${which}`;
  return [
    el("h2", { class: "sign", text: words(key) }),
    which === "write" && el("p", { class: "more", text: words("interview.writeHelp") }),
  ];
}
