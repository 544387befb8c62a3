import assert from "node:assert/strict";
import { test } from "node:test";
import { keepWhole, withWhole } from "../../Sources/WorkshopWeb/Resources/Assets/console/whole.js";
import { makeStore } from "../../Sources/WorkshopWeb/Resources/Assets/console/store.js";

/** @returns {any} */
const action = (/** @type {number} */ number, state = "released") => ({ id: `a${number}`, kind: "action", number, state });

test("A kind that is here follows what comes, changes and goes; one that is not stays away", () => {
  let whole = withWhole({ action: [action(1), action(5)] }, { seq: 2, id: "a3", entry: action(3, "waiting") });
  assert.deepEqual(whole.action?.map(({ number }) => number), [1, 3, 5]);
  whole = withWhole(whole, { seq: 3, id: "a5", entry: action(5, "withdrawn") });
  whole = withWhole(whole, { seq: 4, id: "a1", entry: null });
  assert.deepEqual(whole.action?.map(({ id }) => id), ["a3"]);
  const pledge = /** @type {any} */ ({ id: "p1", kind: "pledge", number: 9, state: "waiting" });
  assert.equal(withWhole(whole, { seq: 5, id: "p1", entry: pledge }), whole);
});

test("All pages are fetched when the tab opens, once, with what the stream told since the first", async () => {
  /** @type {string[]} */
  const paths = [];
  const pages = [
    { seq: 7, entries: [action(9), action(8)], more: true }, { seq: 9, entries: [action(2)], more: false },
  ];
  const later = action(10, "waiting");
  /** @type {any} */
  const app = {
    store: makeStore({ tab: "entry", whole: {}, recent: [{ seq: 8, id: later.id, entry: later }] }),
    api: async (/** @type {string} */ _method, /** @type {string} */ path) => (paths.push(path), pages[paths.length - 1]),
  };
  keepWhole(app, "destiny", ["action"]);
  assert.equal(paths.length, 0);
  app.store.set({ tab: "destiny" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(paths, ["/contributions?state=all&kind=action", "/contributions?state=all&kind=action&after=8"]);
  assert.deepEqual(app.store.get().whole.action.map((/** @type {any} */ one) => one.number), [2, 8, 9, 10]);
  app.store.set({ tab: "entry" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  app.store.set({ tab: "destiny" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(paths.length, 2);
});
