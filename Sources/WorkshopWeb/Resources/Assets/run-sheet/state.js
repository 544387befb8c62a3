import { applied } from "./edits.js";

/** @typedef {import("./model.js").SheetView} SheetView */
/** @typedef {import("./model.js").Pending} Pending */
/** @typedef {import("./model.js").Wish} Wish */

/**
 * What the page knows. `shown` is the server's sheet with all that is still on its way, and what is being dragged.
 * @typedef {object} State
 * @property {SheetView} view
 * @property {Pending[]} pending
 * @property {Wish | null} preview
 * @property {import("./edits.js").Sheet} shown
 * @property {import("./model.js").Conflict | null} conflict
 * @property {Record<string, import("./model.js").Faults>} faults by item, and under "gathering" for the day itself
 * @property {string[]} typing the fields that hold something which is not asked of the server yet
 * @property {"saved" | "sending" | "waiting" | "refused"} light
 * @property {string | null} chosen
 */

/** @typedef {import("../console/store.js").Store<State>} SheetStore */

/**
 * @param {SheetView} view
 * @param {Pending[]} pending what an earlier visit to the page left unsent
 * @returns {State}
 */
export function begin(view, pending) {
  const state = {
    view, pending, preview: null, shown: view, conflict: null, faults: {}, typing: [], chosen: view.items[0]?.id ?? null,
    light: /** @type {State["light"]} */ (pending.length > 0 ? "sending" : "saved"),
  };
  return { ...state, shown: shown(state) };
}

/** @param {Pick<State, "view" | "pending" | "preview">} state */
function shown({ view, pending, preview }) {
  const wishes = pending.map((entry) => entry.wish);
  return applied(view, preview ? [...wishes, preview] : wishes);
}

/**
 * Changes the state, and what is shown with it.
 * @param {SheetStore} store
 * @param {Partial<State>} change
 */
export function update(store, change) {
  const next = { ...store.get(), ...change };
  const items = "view" in change || "pending" in change || "preview" in change ? { shown: shown(next) } : {};
  store.set({ ...change, ...items, ...stillThere(next.chosen, items.shown) });
}

/**
 * The chosen item may have gone.
 * @param {string | null} chosen
 * @param {import("./edits.js").Sheet | undefined} sheet
 */
function stillThere(chosen, sheet) {
  if (!sheet || sheet.items.some((item) => item.id === chosen)) return {};
  return { chosen: sheet.items[0]?.id ?? null };
}

/**
 * @param {State} state
 * @param {string | null} id
 */
export function itemOf(state, id) {
  return state.shown.items.find((item) => item.id === id);
}
