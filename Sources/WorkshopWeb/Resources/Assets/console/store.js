/**
 * What a page knows, with views that redraw when their part of it changed.
 * @template {object} State
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(change: Partial<State>) => void} set
 * @property {(parts: (keyof State)[], draw: (state: State) => void) => void} watch draws at once and at every change
 */

/**
 * @template {object} State
 * @param {State} initial
 * @param {(run: () => void) => void} [later] gathers the changes of one moment into one redraw
 * @returns {Store<State>}
 */
export function makeStore(initial, later = queueMicrotask) {
  let state = initial;
  /** @type {{parts: (keyof State)[], draw: (state: State) => void}[]} */
  const watchers = [];
  /** @type {Set<keyof State>} */
  const changed = new Set();

  const flush = () => {
    const parts = new Set(changed);
    changed.clear();
    for (const watcher of watchers) if (watcher.parts.some((part) => parts.has(part))) watcher.draw(state);
  };

  return {
    get: () => state,
    set(change) {
      const keys = /** @type {(keyof State)[]} */ (Object.keys(change));
      const news = keys.filter((key) => !Object.is(state[key], change[key]));
      if (news.length === 0) return;
      state = { ...state, ...change };
      if (changed.size === 0) later(flush);
      for (const key of news) changed.add(key);
    },
    watch(parts, draw) {
      watchers.push({ parts, draw });
      draw(state);
    },
  };
}
