import { clockText, timerFace } from "../common/clock.js";
import { byID, el, keepingFocus, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */

const screenWidth = 1280;
const tickEvery = 250;

/**
 * The room: what the projector shows, the timer, the counters.
 * @param {App} app
 */
export function roomView(app) {
  preview();
  scenes(app);
  timer(app);
  counters(app);
}

/** Shrinks the projector's own page to the width there is. */
function preview() {
  const box = byID("preview");
  const frame = box.querySelector("iframe");
  new ResizeObserver(() => {
    if (frame) frame.style.transform = `scale(${box.clientWidth / screenWidth})`;
  }).observe(box);
}

/** @param {App} app */
function scenes(app) {
  const { store, words } = app;
  store.watch(["room", "scenes"], ({ room, scenes: all }) => keepingFocus(byID("scenes"), () => {
    replace(byID("scenes"), ...all.map((scene, index) => el("button", {
      type: "button", class: "chip", "aria-pressed": String(scene.id === room.scene), "data-key": `scene-${scene.id}`,
      on: { click: () => showScene(app, scene.id) },
    }, index < 10 && el("kbd", { "aria-hidden": "true", text: String((index + 1) % 10) }), scene.name)));
    const blank = byID("blank");
    blank.setAttribute("aria-pressed", String(room.blank));
    blank.textContent = words(room.blank ? "room.unblank" : "room.blank");
  }));
  byID("blank").addEventListener("click", () => toggleBlank(app));
}

/**
 * @param {App} app
 * @param {string | undefined} scene
 */
export function showScene(app, scene) {
  if (scene && scene !== app.store.get().room.scene) app.run(app.api("PUT", "/scene", { scene }));
}

/** @param {App} app */
export function toggleBlank(app) {
  app.run(app.api("PUT", "/blank", { blank: !app.store.get().room.blank }));
}

/**
 * Pauses a timer that runs, goes on with one that is paused, else does nothing.
 * @param {App} app
 */
export function toggleTimer(app) {
  const { timer: set } = app.store.get().room;
  if (set) app.run(app.api("POST", "/timer", { action: set.running ? "pause" : "resume" }));
}

/** @param {App} app */
function timer(app) {
  const { store, words, api, run } = app;
  const digits = byID("timer-digits");
  const sign = byID("timer-sign");
  const tick = () => {
    const { room, roomAt } = store.get();
    const face = room.timer ? timerFace(room.timer, roomAt, performance.now()) : null;
    const text = face ? clockText(face.remaining) : "–";
    if (digits.textContent !== text) digits.textContent = text;
    const state = face ? stateOf(face) : "none";
    if (sign.dataset.state !== state) {
      sign.dataset.state = state;
      sign.textContent = words(`timer.${state}`);
    }
  };
  setInterval(tick, tickEvery);
  store.watch(["room"], ({ room }) => {
    byID("timer-pause").textContent = words(room.timer && !room.timer.running ? "timer.resume" : "timer.pause");
    for (const id of ["timer-pause", "timer-add1", "timer-add5", "timer-stop"]) {
      /** @type {HTMLButtonElement} */ (byID(id)).disabled = room.timer === null;
    }
    tick();
  });
  store.watch(["runSheet"], ({ runSheet }) => propose(runSheet.find((item) => item.open)));
  byID("timer-pause").addEventListener("click", () => toggleTimer(app));
  byID("timer-add1").addEventListener("click", () => run(api("POST", "/timer", { action: "add", seconds: 60 })));
  byID("timer-add5").addEventListener("click", () => run(api("POST", "/timer", { action: "add", seconds: 300 })));
  byID("timer-stop").addEventListener("click", () => stop(app));
  byID("timer-form").addEventListener("submit", (event) => {
    event.preventDefault();
    run(api("POST", "/timer", { action: "start", seconds: Math.round(minutes() * 60), swap: swapBox().checked }));
  });
}

/** @param {import("../common/clock.js").TimerFace} face */
function stateOf(face) {
  if (face.done) return "done";
  if (!face.running) return "paused";
  return face.half === "swap" ? "swap" : face.moment?.activity ?? "running";
}

let proposedFor = "";

/**
 * Fills in the minutes of the item that just opened; what the facilitator typed since is left alone.
 * @param {import("./model.js").RunSheetItem | undefined} item
 */
function propose(item) {
  if (!item || item.id === proposedFor) return;
  proposedFor = item.id;
  if (item.timerMinutes) minutesField().value = String(item.timerMinutes);
  swapBox().checked = item.swap;
}

const minutesField = () => /** @type {HTMLInputElement} */ (byID("timer-minutes"));
const swapBox = () => /** @type {HTMLInputElement} */ (byID("timer-swap"));
const minutes = () => Number(minutesField().value) || 1;

/** @param {App} app */
function stop({ store, words, api, run }) {
  const { room, roomAt } = store.get();
  if (!room.timer) return;
  const { remaining } = timerFace(room.timer, roomAt, performance.now());
  const { swap } = room.timer;
  run(api("POST", "/timer", { action: "stop" }), {
    text: words("timer.stopped"),
    undo: () => run(api("POST", "/timer", { action: "start", seconds: remaining, swap })),
  });
}

/** @param {App} app */
function counters({ store, words }) {
  const kinds = ["devices", "story", "successFactor", "dream", "proposal", "stanceReason", "action", "pledge",
    "evaluation"];
  store.watch(["room"], ({ room }) => {
    const shown = kinds.filter((kind) => kind === "devices" || (room.counts[kind] ?? 0) > 0);
    replace(byID("counters"), ...shown.map((kind) => el("li", null,
      el("b", { text: String(room.counts[kind] ?? 0) }), ` ${words.count(`kind.${kind}`, room.counts[kind] ?? 0)}`)));
  });
}
