import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, begin, itemsOf, totalOf } from "../../Sources/WorkshopWeb/Resources/Assets/screen/state.js";

/** @param {string} id @param {number} number @param {string} [kind] @returns {any} */
const item = (id, number, kind = "story") => ({ id, number, kind, headline: id, buildingBlocks: [] });

/** @param {any[]} items @returns {any} */
const snapshot = (items) => ({ seq: 10, room: { scene: "join" }, items, totals: {}, themes: [], spreads: [] });

test("The newest item stands first, also in the snapshot", () => {
  const state = begin(snapshot([item("a", 1), item("c", 3), item("b", 2)]), 0);
  assert.deepEqual(itemsOf(state, "story").map((one) => one.id), ["c", "b", "a"]);
});

test("A released item comes in, and a changed one takes its own place", () => {
  let state = begin(snapshot([item("a", 1), item("b", 2)]), 0);
  state = apply(state, "item", item("c", 3), 11, 0);
  state = apply(state, "item", { ...item("a", 1), headline: "anders" }, 12, 0);
  assert.deepEqual(state.items.map((one) => one.headline), ["c", "b", "anders"]);
  assert.equal(state.seq, 12);
});

test("What is gone leaves the wall, and twice gone does no harm", () => {
  const state = apply(begin(snapshot([item("a", 1)]), 0), "gone", { id: "a" }, 11, 0);
  assert.deepEqual(apply(state, "gone", { id: "a" }, 12, 0).items, []);
});

test("The room is kept with the moment it came, since its timer counts from there", () => {
  const state = apply(begin(snapshot([]), 0), "room", { scene: "timer" }, 11, 4321);
  assert.equal(state.room.scene, "timer");
  assert.equal(state.roomAt, 4321);
});

test("Themes and spreads are replaced whole", () => {
  let state = apply(begin(snapshot([]), 0), "themes", [{ id: "t" }], 11, 0);
  state = apply(state, "spreads", [{ proposal: "p" }], 12, 0);
  assert.equal(state.themes.length, 1);
  assert.equal(state.spreads.length, 1);
});

test("An event that is not known changes nothing on the wall, and an old number does not turn time back", () => {
  const before = begin(snapshot([item("a", 1)]), 0);
  const after = apply(before, "nieuw", {}, 3, 99);
  assert.deepEqual(after, before);
});

test("Only the newest stories are held, and the total tells how many there are", () => {
  let state = begin(snapshot([]), 0);
  for (let number = 1; number <= 50; number += 1) state = apply(state, "item", item(`s${number}`, number), number, 0);
  state = apply(state, "totals", { story: { all: 50, blocks: { visie: 4 }, others: 46 } }, 60, 0);
  assert.equal(state.items.length, 36);
  assert.equal(state.items[0].id, "s50");
  assert.deepEqual([totalOf(state, "story"), totalOf(state, "story", "visie"), totalOf(state, "story", null)], [50, 4, 46]);
  assert.deepEqual([totalOf(state, "story", "tijd"), totalOf(state, "dream")], [0, 0]);
});

test("The spread of one proposal takes its own place", () => {
  const before = { ...begin(snapshot([]), 0), spreads: /** @type {any} */ ([{ proposal: "p" }, { proposal: "q" }]) };
  const { spreads } = apply(before, "spread", { proposal: "p", total: 3 }, 12, 0);
  assert.deepEqual(spreads.map((one) => one.total), [3, undefined]);
});

test("Only items of the kind are taken", () => {
  const state = begin(snapshot([item("a", 1), item("d", 2, "dream")]), 0);
  assert.deepEqual(itemsOf(state, "dream").map((one) => one.id), ["d"]);
});
