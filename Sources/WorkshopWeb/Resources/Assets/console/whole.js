import { pagePath } from "./queue-list.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./queue-list.js").Change} Change */

/**
 * What some views need all of: proposals, actions and pledges, by kind. A room makes tens of them where it tells hundreds
 * of stories. A kind that no view asked for yet is not in it.
 * @typedef {Partial<Record<string, Entry[]>>} Whole
 */

/**
 * Keeps kinds whole from the first time the tab that needs them is looked at, and again after a new beginning.
 * @param {App} app
 * @param {import("./app.js").TabID} tab
 * @param {string[]} kinds
 */
export function keepWhole(app, tab, kinds) {
  /** @type {Set<string>} */
  const asked = new Set();
  app.store.watch(["tab", "whole"], ({ tab: open, whole }) => {
    if (open !== tab) return;
    for (const kind of kinds) {
      if (whole[kind] || asked.has(kind)) continue;
      asked.add(kind);
      fetchWhole(app, kind).finally(() => asked.delete(kind));
    }
  });
}

/**
 * @param {App} app
 * @param {string} kind
 */
async function fetchWhole(app, kind) {
  const filter = { state: "all", kind, search: "", shown: 0 };
  /** @type {Entry[]} */
  let entries = [];
  let seq = 0;
  for (let more = true; more;) {
    const page = await app.api("GET", pagePath(filter, entries[entries.length - 1])).catch(() => null);
    if (!page) return app.tell(app.words("errors.network"));
    if (entries.length === 0) seq = page.seq;
    entries = [...entries, ...page.entries];
    more = page.more;
  }
  const { whole, recent } = app.store.get();
  const read = { [kind]: entries.sort((one, other) => one.number - other.number) };
  // What the stream told since the first page was read.
  const since = recent.filter((change) => change.seq > seq);
  app.store.set({ whole: { ...whole, ...since.reduce(withWhole, read) } });
}

/**
 * The kinds that are here after a change to one entry; the same where it changes nothing of them.
 * @param {Whole} whole
 * @param {Change} change
 * @returns {Whole}
 */
export function withWhole(whole, { id, entry }) {
  const kind = entry?.kind ?? Object.keys(whole).find((one) => whole[one]?.some((other) => other.id === id));
  const list = kind ? whole[kind] : undefined;
  if (!kind || !list) return whole;
  const others = list.filter((other) => other.id !== id);
  if (!entry || entry.state === "withdrawn") return { ...whole, [kind]: others };
  return { ...whole, [kind]: [...others, entry].sort((one, other) => one.number - other.number) };
}
