import { arrange, byID, el, keepingFocus, replace } from "../common/dom.js";
import { entryCard } from "./card.js";
import * as decide from "./decide.js";
import { afterLeaving, countByState, filtered, kindsIn, neighbour, states } from "./filter.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

const more = 60;

/**
 * The moderation queue.
 * @param {App} app
 */
export function queueView(app) {
  const { store } = app;
  const cards = byID("queue");
  const bar = byID("queue-bar");
  /** @type {Map<string, {entry: Entry, selected: boolean, node: HTMLElement}>} */
  let drawn = new Map();

  const actions = {
    release: (/** @type {Entry} */ entry) => release(app, entry),
    hold: (/** @type {Entry} */ entry) => hold(app, entry),
    guardian: (/** @type {Entry} */ entry) => decide.recordGuardian(app, entry),
    photo: (/** @type {Entry} */ entry) => allowPhoto(app, entry),
    select: (/** @type {Entry} */ entry) => store.set({ selected: entry.id }),
  };

  store.watch(["contributions", "filter", "selected"], (state) => keepingFocus(cards, () => {
    const found = shown(app);
    const next = new Map();
    for (const entry of found.slice(0, state.filter.shown)) {
      const selected = entry.id === state.selected;
      const old = drawn.get(entry.id);
      const same = old && old.entry === entry && old.selected === selected;
      next.set(entry.id, same ? old : { entry, selected, node: entryCard(app, entry, selected, actions) });
    }
    drawn = next;
    const last = rest(app, found.length);
    arrange(cards, [...[...next.values()].map((card) => card.node), ...(last ? [last] : [])]);
  }));
  store.watch(["contributions", "filter"], () => keepingFocus(bar, () => drawBar(app, bar)));
  store.watch(["contributions"], ({ contributions }) => {
    const waiting = countByState(contributions, "").waiting;
    byID("waiting-count").textContent = waiting > 0 ? String(waiting) : "";
    byID("waiting-count").setAttribute("aria-label", app.words.count("queue.waitingCount", waiting));
  });
}

/** @param {App} app */
function shown({ store }) {
  return filtered(store.get().contributions, store.get().filter);
}

/**
 * @param {App} app
 * @param {number} count
 */
function rest({ store, words }, count) {
  const { filter } = store.get();
  if (count === 0) return el("li", { class: "empty", text: words(`queue.empty.${filter.state}`) });
  if (count <= filter.shown) return null;
  return el("li", { class: "more" }, el("button", {
    type: "button", class: "quiet", "data-key": "more", text: words("queue.more", { count: count - filter.shown }),
    on: { click: () => store.set({ filter: { ...filter, shown: filter.shown + more } }) },
  }));
}

/**
 * @param {App} app
 * @param {HTMLElement} bar
 */
function drawBar(app, bar) {
  const { store, words } = app;
  const { contributions, filter } = store.get();
  const counts = countByState(contributions, filter.kind);
  const choose = (/** @type {Partial<import("./app.js").QueueFilter>} */ change) =>
    store.set({ filter: { ...filter, shown: more, ...change }, selected: null });
  replace(bar,
    el("div", { class: "chips", role: "group", "aria-label": words("queue.filter") }, ...states.map((state) =>
      el("button", {
        type: "button", class: "chip", "aria-pressed": String(filter.state === state), "data-key": `state-${state}`,
        on: { click: () => choose({ state }) },
      }, `${words(`queue.states.${state}`)} `, el("b", { text: String(counts[state]) })))),
    el("label", { class: "kind" }, el("span", { class: "unseen", text: words("queue.kind") }),
      el("select", {
        "data-key": "kind", on: { change: (/** @type {any} */ event) => choose({ kind: event.target.value }) },
      },
        el("option", { value: "", text: words("queue.allKinds"), selected: filter.kind === "" }),
        ...kindsIn(contributions).map((kind) =>
          el("option", { value: kind, text: words(`kind.${kind}.other`), selected: filter.kind === kind })))),
    filter.kind !== "" && counts.waiting > 1 && el("button", {
      type: "button", class: "quiet", "data-key": "release-all",
      text: words("queue.releaseAll", { count: counts.waiting, kind: words(`kind.${filter.kind}.other`) }),
      on: { click: () => decide.releaseAll(app, filter.kind) },
    }));
}

/**
 * Selects the neighbour of the selected entry and brings it into sight.
 * @param {App} app
 * @param {number} by
 */
export function move(app, by) {
  app.store.set({ tab: "contributions", selected: neighbour(shown(app), app.store.get().selected, by) });
  queueMicrotask(() => requestAnimationFrame(() =>
    byID("queue").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })));
}

/** @param {App} app */
export function releaseSelected(app) {
  const entry = selectedEntry(app);
  if (entry && entry.state !== "released") release(app, entry);
}

/** @param {App} app */
export function holdSelected(app) {
  const entry = selectedEntry(app);
  if (entry && entry.state !== "held") hold(app, entry);
}

/** @param {App} app */
function selectedEntry(app) {
  const { tab, selected } = app.store.get();
  return tab === "contributions" ? shown(app).find((entry) => entry.id === selected) : undefined;
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function release(app, entry) {
  return leaving(app, entry, decide.release);
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function hold(app, entry) {
  return leaving(app, entry, decide.hold);
}

/**
 * Decides, and selects the next entry where this one leaves the list by it.
 * @param {App} app
 * @param {Entry} entry
 * @param {(app: App, entry: Entry) => Promise<boolean>} act
 */
async function leaving(app, entry, act) {
  const next = afterLeaving(shown(app), entry.id);
  const done = await act(app, entry);
  if (done && app.store.get().filter.state !== "all") app.store.set({ selected: next });
}

/**
 * Lets the photo of minors be seen, or keeps it with the facilitators again.
 * @param {App} app
 * @param {Entry} entry
 */
function allowPhoto(app, entry) {
  const given = !entry.photoAllowed;
  const allow = (/** @type {boolean} */ allowed) =>
    app.api("PUT", `/contributions/${entry.id}/photo-allowed`, { allowed });
  app.run(allow(given), {
    text: app.words(given ? "queue.photoAllowed" : "queue.photoKept", { number: entry.number }),
    undo: () => app.run(allow(!given)),
  });
}
