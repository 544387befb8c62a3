import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, change } from "../../Sources/WorkshopWeb/Resources/Assets/console/state.js";
import { makeStore } from "../../Sources/WorkshopWeb/Resources/Assets/console/store.js";

/** @param {string} id @param {number} number @param {number} [version] @returns {any} */
const entry = (id, number, version = 1) => ({ id, number, version });

/** @returns {any} */
const snapshot = () => ({
  seq: 5, room: { step: "verhaal" }, steps: [{ id: "verhaal" }, { id: "droom" }], contributions: [entry("a", 1)], counts: {},
  themes: [], spreads: [], runSheet: [], drift: 0, participation: { devices: 1, byGroup: {} }, coverage: { groups: [], rows: [], questions: [], complete: true },
  destiny: { joined: {}, openRequests: [], matches: [] },
});

const filter = { state: "waiting", kind: "", search: "", shown: 60 };
const started = () => ({ ...begin(snapshot(), 0), filter });

test("The open step is marked from the room, in the snapshot and after", () => {
  const state = started();
  assert.deepEqual(state.steps.map((step) => step.open), [true, false]);
  const next = change(state, "room", { step: "droom" }, 6, 0);
  assert.deepEqual(next.steps?.map((step) => step.open), [false, true]);
});

test("A room in which the step stays the same leaves the steps alone", () => {
  assert.equal("steps" in change(started(), "room", { step: "verhaal", blank: true }, 6, 0), false);
});

test("An entry that comes is in the queue and on the board, and what goes leaves both", () => {
  const story = { ...entry("b", 2), kind: "story", state: "waiting", themes: [], fields: [] };
  const opened = { ...started(), cards: [] };
  const next = { ...opened, ...change(opened, "entry", story, 6, 0) };
  assert.deepEqual([next.contributions.map((one) => one.id), next.cards?.map((one) => one.id)], [["a", "b"], ["b"]]);
  const after = change(next, "gone", { id: "b" }, 7, 0);
  assert.deepEqual([after.contributions?.map((one) => one.id), after.cards], [["a"], []]);
  assert.deepEqual(after.recent?.map((one) => one.seq), [6, 7]);
});

test("A factor lets go of the words of a story that went, in the queue and in what is remembered of the stream", () => {
  const quoted = { story: "s", number: 1, text: "Niemand vroeg iets." };
  const factor = { ...entry("b", 2), kind: "successFactor", state: "waiting", themes: [], fields: [], quoted };
  const first = { ...started(), ...change(started(), "entry", factor, 6, 0) };
  for (const [name, data] of [["gone", { id: "s" }], ["entry", { ...entry("s", 1), kind: "story", state: "withdrawn" }]]) {
    const next = change(first, name, data, 7, 0);
    assert.equal(next.contributions?.find(({ id }) => id === "b")?.quoted, null);
    assert.equal(next.recent?.[0].entry?.quoted, null);
  }
});

test("A board that was never opened holds no cards", () => {
  assert.equal(change(started(), "entry", { ...entry("b", 2), kind: "story", state: "waiting", fields: [] }, 6, 0).cards, null);
});

test("More waits than is here where the counts say so", () => {
  assert.equal(begin({ ...snapshot(), counts: { story: { waiting: 1 } } }, 0).more, false);
  assert.equal(begin({ ...snapshot(), counts: { story: { waiting: 61 } } }, 0).more, true);
});

test("The spread of one proposal takes its own place among the others", () => {
  const state = { ...started(), spreads: /** @type {any} */ ([{ proposal: "p", total: 1 }, { proposal: "q", total: 2 }]) };
  const { spreads } = change(state, "spread", { proposal: "q", total: 3 }, 6, 0);
  assert.deepEqual(spreads?.map((one) => one.total), [1, 3]);
});

test("The draaiboek and its drift come together", () => {
  const next = change(started(), "runSheet", { items: [{ id: "lunch" }], drift: 12 }, 6, 0);
  assert.equal(next.drift, 12);
  assert.equal(next.runSheet?.length, 1);
});

test("What was heard comes by itself, and participation leaves it alone", () => {
  const coverage = { groups: [], rows: [], questions: ["Wie kent er een?"], complete: false };
  const state = started();
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
