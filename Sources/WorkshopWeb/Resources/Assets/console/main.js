import { byID } from "../common/dom.js";
import { follow } from "../common/stream.js";
import { fillPage, pageWords } from "../common/words.js";
import { explain, makeApi } from "./api.js";
import { atOnceView } from "./at-once.js";
import { chainView } from "./chain.js";
import { checkView } from "./check.js";
import { coverageView } from "./coverage.js";
import { destinyView } from "./destiny.js";
import { documentsView } from "./documents.js";
import { entryView } from "./entry.js";
import { galleryView } from "./gallery.js";
import { gatheringView } from "./gathering.js";
import { headerView } from "./header.js";
import { liveKeys } from "./keyboard.js";
import { moderationLogView } from "./log.js";
import { withPage } from "./queue-list.js";
import { opening, queueView } from "./queue.js";
import { roleView } from "./role.js";
import { roomView } from "./room.js";
import { runSheetView } from "./runsheet.js";
import { begin, change, events } from "./state.js";
import { makeStore } from "./store.js";
import { liveTabs } from "./tabs.js";
import { themesView } from "./themes.js";
import { makeToasts } from "./toast.js";
import { winBackView } from "./win-back.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./app.js").AppState} AppState */

const words = pageWords();
fillPage(words);
const toasts = makeToasts(words);
const root = `/api/console/${encodeURIComponent(document.body.dataset.traject ?? "")}`;
const api = makeApi(root);
const views = [
  headerView, gatheringView, runSheetView, winBackView, queueView, themesView, galleryView, entryView, documentsView, checkView,
  roomView, coverageView, destinyView, chainView, atOnceView, moderationLogView, roleView,
];

/** @type {import("./store.js").Store<AppState> | null} */
let store = null;

/** @type {[string, any, number][]} */
const received = [];

/** @param {AppState} state */
function start(state) {
  store = makeStore(state);
  /** @type {App} */
  const app = {
    store, words, api, run, refresh, language: document.documentElement.lang || "nl", unfolded: new Set(),
    say: (text) => (byID("board-say").textContent = text), tell: (text) => toasts.show(text, "problem"),
  };
  for (const view of views) view(app);
  const tabs = liveTabs(byID("tabs"), (tab) => app.store.set({ tab: /** @type {AppState["tab"]} */ (tab) }));
  store.watch(["tab"], ({ tab }) => tabs.show(tab));
  liveParts();
  liveKeys(app);
  document.body.classList.add("ready");
}

/** What came in since the last frame: twelve cards that move together are drawn once and not twelve times. */
function takeIn() {
  const before = store?.get();
  if (!store || !before) return;
  let next = before;
  for (const [name, data, seq] of received.splice(0)) {
    if (name === "anew") refreshSoon();
    else next = { ...next, ...change(next, name, data, seq, performance.now()) };
  }
  store.set(next);
}

/** On a narrow screen one of the three parts shows at a time. */
function liveParts() {
  const buttons = [...byID("parts").querySelectorAll("button")];
  const show = (/** @type {string} */ part) => {
    document.body.dataset.part = part;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.part === part));
  };
  for (const button of buttons) button.addEventListener("click", () => show(button.dataset.part ?? "work"));
  show("work");
}

/** @type {App["run"]} */
async function run(promise, done) {
  try {
    await promise;
    if (done) toasts.show(done.text, "done", done.undo);
    return true;
  } catch (error) {
    toasts.show(explain(error, words), "problem");
    return false;
  }
}

/** Tries before a snapshot is taken that is older than what the stream told meanwhile. */
const tries = 3;

async function refresh() {
  let day = begin(await api("GET", ""), performance.now());
  for (let left = tries; store && day.seq < store.get().seq && left > 1; left -= 1) {
    day = begin(await api("GET", ""), performance.now());
  }
  if (!store) {
    return start({
      ...day, tab: "contributions", filter: opening, loading: false, taken: 0, selected: null, picked: [], suggestions: null,
      compact: false, wide: false, connected: true, winBack: null,
    });
  }
  const { filter, recent, contributions, more, taken } = store.get();
  // Who looks at something else than what waits keeps it until the queue has fetched it anew.
  const list = filter === opening ? withPage([], { ...day, entries: day.contributions }, recent, filter) : { contributions, more };
  store.set({ ...day, ...list, recent, taken: taken + 1 });
}

let asking = 0;

/** More changed than is worth telling one by one; once a second is soon enough for whoever reads along. */
function refreshSoon() {
  if (asking) return;
  asking = window.setTimeout(() => {
    asking = 0;
    refresh().catch(() => refreshSoon());
  }, 1000);
}

follow({
  url: `${root}/events`,
  events,
  begin: async () => {
    await refresh();
    return store?.get().seq ?? 0;
  },
  receive: (name, data, seq) => {
    received.push([name, data, seq]);
    if (received.length > 1) return;
    if (document.hidden) setTimeout(takeIn);
    else requestAnimationFrame(takeIn);
  },
  connection: (connected) => {
    store?.set({ connected });
    byID("line").hidden = connected;
  },
});
