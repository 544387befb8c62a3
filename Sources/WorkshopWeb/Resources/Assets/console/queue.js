import { arrange, byID, el, keepingFocus, replace } from "../common/dom.js";
import { markWords } from "../common/search.js";
import { entryCard } from "./card.js";
import * as decide from "./decide.js";
import { afterLeaving, countByState, kindsIn, lets, neighbour, states } from "./filter.js";
import { atOnce, pagePath, withPage } from "./queue-list.js";
import { queueSearch } from "./queue-search.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * What the queue opens with: what waits, whatever it is.
 * @type {import("./app.js").QueueFilter}
 */
export const opening = { state: "waiting", kind: "", search: "", shown: atOnce };

/**
 * The moderation queue: the part of it that is looked at, and the rest as it is asked for.
 * @param {App} app
 */
export function queueView(app) {
  const { store } = app;
  const cards = byID("queue");
  const bar = byID("queue-bar");
  /** @type {Map<string, {entry: Entry, selected: boolean, search: string, node: HTMLElement}>} */
  let drawn = new Map();

  const actions = {
    release: (/** @type {Entry} */ entry) => release(app, entry),
    hold: (/** @type {Entry} */ entry) => hold(app, entry),
    guardian: (/** @type {Entry} */ entry) => decide.recordGuardian(app, entry),
    photo: (/** @type {Entry} */ entry) => allowPhoto(app, entry),
    select: (/** @type {Entry} */ entry) => store.set({ selected: entry.id }),
  };
  const draw = (/** @type {Entry} */ entry, /** @type {boolean} */ selected, /** @type {string} */ search) => {
    const node = entryCard(app, entry, selected, actions);
    if (search) markWords(node, search);
    return { entry, selected, search, node };
  };

  store.watch(["contributions", "filter", "selected", "more", "loading"], (state) => keepingFocus(cards, () => {
    const { search } = state.filter;
    const next = new Map();
    for (const entry of state.contributions) {
      const selected = entry.id === state.selected;
      const old = drawn.get(entry.id);
      const same = old && old.entry === entry && old.selected === selected && old.search === search;
      next.set(entry.id, same ? old : draw(entry, selected, search));
    }
    drawn = next;
    const last = rest(app);
    arrange(cards, [...[...next.values()].map((card) => card.node), ...(last ? [last] : [])]);
  }));
  const choose = (/** @type {Partial<import("./app.js").QueueFilter>} */ change) => {
    const filter = { ...store.get().filter, shown: atOnce, ...change };
    // What is here already and fits shows at once.
    store.set({ filter, selected: null, more: true, contributions: store.get().contributions.filter((entry) => lets(filter, entry)) });
    fetchPage(app, true);
  };
  store.watch(["counts", "filter"], () => keepingFocus(bar, () => drawBar(app, bar, choose)));
  store.watch(["counts"], ({ counts }) => {
    const { waiting } = countByState(counts, "");
    byID("waiting-count").textContent = waiting > 0 ? String(waiting) : "";
    byID("waiting-count").setAttribute("aria-label", app.words.count("queue.waitingCount", waiting));
  });
  // Where much leaves the list, the next comes up before the end is in sight.
  store.watch(["contributions", "more"], ({ contributions, more, loading }) => {
    if (more && !loading && contributions.length < atOnce / 2) fetchPage(app, false);
  });
  store.watch(["taken"], ({ taken, filter }) => {
    if (taken > 0 && filter !== opening) fetchPage(app, true);
  });
  queueSearch(app, choose);
}

/**
 * Fetches a page of what is looked at: the first one anew, or the one after what is here.
 * @param {App} app
 * @param {boolean} anew
 */
async function fetchPage(app, anew) {
  const { store } = app;
  const { filter, contributions } = store.get();
  const before = anew ? [] : contributions;
  store.set({ loading: true });
  const page = await app.api("GET", pagePath(filter, before[before.length - 1])).catch(() => null);
  // Somebody looks at something else by now: its own page is on its way.
  if (store.get().filter !== filter) return;
  if (!page) {
    store.set({ loading: false, more: false });
    return app.tell(app.words("errors.network"));
  }
  const now = anew ? [] : store.get().contributions;
  store.set({ ...withPage(now, page, store.get().recent, filter), loading: false });
}

/** @param {App} app */
function rest(app) {
  const { store, words } = app;
  const { filter, contributions, more, loading, counts } = store.get();
  if (contributions.length === 0) {
    if (loading) return null;
    return el("li", { class: "empty", text: words(filter.search ? "queue.notFound" : `queue.empty.${filter.state}`) });
  }
  if (!more) return null;
  const count = countByState(counts, filter.kind)[filter.state] - contributions.length;
  return el("li", { class: "more" }, el("button", {
    type: "button", class: "quiet", "data-key": "more",
    text: filter.search || count < 1 ? words("queue.moreFound") : words("queue.more", { count }),
    on: { click: () => showMore(app) },
  }));
}

/** @param {App} app */
function showMore(app) {
  const { filter, loading } = app.store.get();
  if (loading) return;
  app.store.set({ filter: { ...filter, shown: filter.shown + atOnce } });
  return fetchPage(app, false);
}

/**
 * @param {App} app
 * @param {HTMLElement} bar
 * @param {(change: Partial<import("./app.js").QueueFilter>) => void} choose
 */
function drawBar(app, bar, choose) {
  const { store, words } = app;
  const { filter, counts: all } = store.get();
  const counts = countByState(all, filter.kind);
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
        ...kindsIn(all).map((kind) =>
          el("option", { value: kind, text: words(`kind.${kind}.other`), selected: filter.kind === kind })))),
    filter.kind !== "" && counts.waiting > 1 && el("button", {
      type: "button", class: "quiet", "data-key": "release-all",
      text: words("queue.releaseAll", { count: counts.waiting, kind: words(`kind.${filter.kind}.other`) }),
      on: { click: () => decide.releaseAll(app, filter.kind) },
    }));
}

/**
 * Selects the neighbour of the selected entry and brings it into sight; at the end of what is here, the next ones come.
 * @param {App} app
 * @param {number} by
 */
export async function move(app, by) {
  const { contributions, selected, more } = app.store.get();
  if (by > 0 && more && contributions[contributions.length - 1]?.id === selected) await showMore(app);
  app.store.set({ tab: "contributions", selected: neighbour(app.store.get().contributions, selected, by) });
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
  return tab === "contributions" ? app.store.get().contributions.find((entry) => entry.id === selected) : undefined;
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
  const next = afterLeaving(app.store.get().contributions, entry.id);
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
