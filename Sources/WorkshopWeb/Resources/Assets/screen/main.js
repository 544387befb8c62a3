import { byID } from "../common/dom.js";
import { follow } from "../common/stream.js";
import { pageWords } from "../common/words.js";
import { frame } from "./frame.js";
import { makePhotos } from "./photos.js";
import { scenes } from "./scenes.js";
import { showInterview } from "./scenes/interview.js";
import { showTime } from "./scenes/timer.js";
import { apply, begin, events, isSeatingStale } from "./state.js";

/** How long a page of a wall stays, in milliseconds: long enough to read aloud. */
const turnEvery = 12000;
const tickEvery = 250;
/** As long as the style takes to fade. */
const fadeTime = 1600;

const words = pageWords();
const page = document.body;
const address = `/api/screen/${encodeURIComponent(page.dataset.traject ?? "")}`;
const photos = makePhotos();
const outline = frame(words);
const language = document.documentElement.lang || "nl";

/** @type {import("./state.js").ScreenState | null} */
let state = null;
let turn = 0;
/** @type {Set<string>} */
let shown = new Set();

function draw() {
  if (!state) return;
  const scene = scenes[state.room.scene] ?? scenes.question;
  outline.show(state);
  const node = scene({ state, words, page: turn, language, photo: photos.show });
  const before = shown;
  shown = welcomeNew(node, before);
  put(node, [...shown].some((id) => !before.has(id)));
  tick();
}

/**
 * Puts a scene on the screen; a turning wall of pictures goes over into the next one.
 * @param {HTMLElement} node
 * @param {boolean} isOther whether other things stand on it
 */
function put(node, isOther) {
  const holder = byID("scene");
  const old = holder.lastElementChild;
  const fades = isOther && old?.classList.contains("crossfade") && node.classList.contains("crossfade");
  if (!old || !fades) return holder.replaceChildren(node);
  holder.replaceChildren(old, node);
  old.classList.add("leaving");
  old.setAttribute("aria-hidden", "true");
  // Away also where nothing moves, and the animation never ends.
  setTimeout(() => old.remove(), fadeTime);
}

function tick() {
  if (!state) return;
  const now = performance.now();
  showTime(page, state, words, now);
  showInterview(page, state, words, now);
}

/**
 * Lets only what was not on the wall before come in softly.
 * @param {HTMLElement} node
 * @param {Set<string>} before
 */
function welcomeNew(node, before) {
  const now = new Set();
  for (const card of node.querySelectorAll("[data-id]")) {
    const id = card.getAttribute("data-id") ?? "";
    now.add(id);
    if (!before.has(id)) card.classList.add("enter");
  }
  return now;
}

async function takeSnapshot() {
  const response = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!response.ok) throw new Error(`Snapshot refused: ${response.status}`);
  const snapshot = await response.json();
  state = begin(snapshot, performance.now());
  photos.keepOnly(state.items.flatMap((item) => item.photo ?? []));
  draw();
  return snapshot.seq;
}

/** What no event carries is asked again: who sits where. */
async function askAgain() {
  const response = await fetch(address, { cache: "no-store" }).catch(() => null);
  if (!response?.ok || !state) return;
  const { seating } = await response.json();
  state = { ...state, seating };
  draw();
}

let taking = 0;

function takeSoon() {
  if (taking) return;
  taking = window.setTimeout(() => {
    taking = 0;
    takeSnapshot().catch(takeSoon);
  }, 1000);
}

let asking = 0;

/** @param {number} wait */
function askSoon(wait) {
  clearTimeout(asking);
  asking = window.setTimeout(askAgain, wait);
}

/** @type {import("../common/stream.js").Following["receive"]} */
function receive(name, data, seq) {
  if (!state) return;
  // More changed than is told one by one; what hangs on the wall stays until the new picture is here.
  if (name === "anew") return takeSoon();
  const before = state.room.scene;
  state = apply(state, name, data, seq, performance.now());
  // A new story is seen at once: the wall begins at its newest page.
  if (name === "item" || state.room.scene !== before) turn = 0;
  // What is gone has left the page's memory too, with what else came in the place of its photo.
  if (name === "gone" || name === "item") photos.keepOnly(state.items.flatMap((item) => item.photo ?? []));
  if (name === "room" && isSeatingStale(state)) askSoon(200);
  draw();
}

setInterval(() => {
  turn += 1;
  draw();
}, turnEvery);
setInterval(tick, tickEvery);

follow({
  url: `${address}/events`,
  events,
  begin: takeSnapshot,
  receive,
  connection: (connected) => page.classList.toggle("offline", !connected),
});
