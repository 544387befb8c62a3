import { arrange, byID, el, keepingFocus, replace } from "../common/dom.js";
import { entryCard } from "./card.js";
import { afterLeaving, countByState, filtered, kindsIn, neighbour, states } from "./filter.js";
import { askHoldReason } from "./hold.js";

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
    guardian: (/** @type {Entry} */ entry) => recordGuardian(app, entry),
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
      on: { click: () => releaseAll(app, filter.kind) },
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
async function release(app, entry) {
  const next = afterLeaving(shown(app), entry.id);
  const text = app.words(`queue.${releasedWords(entry)}`, { number: entry.number });
  const done = await app.run(app.api("POST", `/contributions/${entry.id}/release`), {
    text, undo: () => app.run(takeBack(app, [entry])),
  });
  if (done && app.store.get().filter.state !== "all") app.store.set({ selected: next });
}

/** @param {Entry} entry */
function releasedWords(entry) {
  if (entry.needsGuardian && !entry.guardianConsent) return "releasedNoGuardian";
  return entry.consents.includes("screen") ? "released" : "releasedNoScreen";
}

/**
 * Records that a guardian consented on paper, or that it is not so.
 * @param {App} app
 * @param {Entry} entry
 */
function recordGuardian(app, entry) {
  const given = !entry.guardianConsent;
  const send = (/** @type {boolean} */ value) =>
    app.api("POST", `/contributions/${entry.id}/guardian`, { given: value });
  app.run(send(given), {
    text: app.words(given ? "queue.guardianGiven" : "queue.guardianTakenBack", { number: entry.number }),
    undo: () => app.run(send(!given)),
  });
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
async function hold(app, entry) {
  const given = await askHoldReason(app.words, entry);
  if (given === null) return;
  const next = afterLeaving(shown(app), entry.id);
  const wasReleased = entry.state === "released";
  const done = await app.run(app.api("POST", `/contributions/${entry.id}/hold`, given), {
    text: app.words("queue.held", { number: entry.number }),
    // What only waited is not released by an undo: it would reach the screen unseen.
    undo: () => app.run(app.api("POST", `/contributions/${entry.id}/${wasReleased ? "release" : "wait"}`)),
  });
  if (done && app.store.get().filter.state !== "all") app.store.set({ selected: next });
}

/**
 * @param {App} app
 * @param {string} kind
 */
function releaseAll(app, kind) {
  // What has to be read first is released one by one.
  const entries = filtered(app.store.get().contributions, { state: "waiting", kind, shown: 0 })
    .filter((entry) => entry.cautions.length === 0);
  app.run(app.api("POST", "/release-all", { kind }), {
    text: app.words("queue.releasedAll", { count: entries.length, kind: app.words(`kind.${kind}.other`) }),
    undo: () => app.run(takeBack(app, entries)),
  });
}

/**
 * Takes what was just released from the screen again.
 * @param {App} app
 * @param {Entry[]} entries
 */
async function takeBack(app, entries) {
  for (const entry of entries) {
    await app.api("POST", `/contributions/${entry.id}/wait`);
  }
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
