import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, change, withEntry } from "../../Sources/WorkshopWeb/Resources/Assets/console/state.js";
import { makeStore } from "../../Sources/WorkshopWeb/Resources/Assets/console/store.js";

/** @param {string} id @param {number} number @param {number} [version] @returns {any} */
const entry = (id, number, version = 1) => ({ id, number, version });

/** @returns {any} */
const snapshot = () => ({
  seq: 5, room: { step: "verhaal" }, steps: [{ id: "verhaal" }, { id: "droom" }], contributions: [entry("a", 1)],
  themes: [], spreads: [], runSheet: [], drift: 0, participation: { devices: 1, byGroup: {} }, coverage: { groups: [], rows: [], questions: [], complete: true },
  destiny: { joined: {}, openRequests: [], matches: [] },
});

test("The open step is marked from the room, in the snapshot and after", () => {
  const state = begin(snapshot(), 0);
  assert.deepEqual(state.steps.map((step) => step.open), [true, false]);
  const next = change(state, "room", { step: "droom" }, 6, 0);
  assert.deepEqual(next.steps?.map((step) => step.open), [false, true]);
});

test("A room in which the step stays the same leaves the steps alone", () => {
  assert.equal("steps" in change(begin(snapshot(), 0), "room", { step: "verhaal", blank: true }, 6, 0), false);
});

test("A new entry comes at its number, a changed one in its place", () => {
  const entries = withEntry(withEntry([entry("a", 1), entry("c", 3)], entry("b", 2)), entry("c", 3, 2));
  assert.deepEqual(entries.map((one) => [one.id, one.version]), [["a", 1], ["b", 1], ["c", 2]]);
});

test("An older version never replaces a newer one", () => {
  const entries = [entry("a", 1, 3)];
  assert.equal(withEntry(entries, entry("a", 1, 2)), entries);
});

test("The draaiboek and its drift come together", () => {
  const next = change(begin(snapshot(), 0), "runSheet", { items: [{ id: "lunch" }], drift: 12 }, 6, 0);
  assert.equal(next.drift, 12);
  assert.equal(next.runSheet?.length, 1);
});

test("What was heard comes by itself, and participation leaves it alone", () => {
  const coverage = { groups: [], rows: [], questions: ["Wie kent er een?"], complete: false };
  const state = begin(snapshot(), 0);
  assert.equal(change(state, "coverage", coverage, 6, 0).coverage, coverage);
  assert.equal("coverage" in change(state, "participation", { devices: 9 }, 6, 0), false);
});

test("A view redraws once for all changes of a moment, and only when its part changed", () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const store = makeStore({ one: 1, two: 2 }, (run) => waiting.push(run));
  /** @type {string[]} */
  const drawn = [];
  store.watch(["one"], ({ one }) => drawn.push(`one ${one}`));
  store.watch(["two"], ({ two }) => drawn.push(`two ${two}`));
  drawn.length = 0;
  store.set({ one: 5 });
  store.set({ one: 6 });
  store.set({ two: 2 });
  for (const run of waiting) run();
  assert.deepEqual(drawn, ["one 6"]);
});
