import { test } from "node:test";
import assert from "node:assert/strict";
import { gridFor, rowsFor } from "../../Sources/WorkshopWeb/Resources/Assets/screen/scenes/seating.js";
import { apply, isSeatingStale } from "../../Sources/WorkshopWeb/Resources/Assets/screen/state.js";

const state = (/** @type {any} */ room, /** @type {any} */ seating) =>
  /** @type {any} */ ({ seq: 1, room, seating, items: [], roomAt: 0 });

test("Few badges are shown large, many in as many columns as can be read", () => {
  assert.deepEqual(gridFor(20), { columns: 4, rows: 7 });
  assert.deepEqual(gridFor(60), { columns: 6, rows: 10 });
  assert.deepEqual(gridFor(112), { columns: 8, rows: 14 });
  assert.deepEqual(gridFor(500), { columns: 8, rows: 14 });
});

test("The seats fill the width, however few they are", () => {
  for (let count = 1; count <= 112; count += 1) {
    const { columns, rows } = gridFor(count);
    const filled = rowsFor(count, columns);
    assert.ok(filled <= rows && filled * columns >= count, String(count));
    if (count > columns * columns) assert.equal(Math.ceil(count / filled), columns, String(count));
  }
  assert.equal(rowsFor(40, 6), 7);
});

test("Seats are asked for again when the room says that they changed, and only then", () => {
  const seats = { key: "dag-1/3", seats: [[1, 2]] };
  assert.equal(isSeatingStale(state({ seating: null }, null)), false);
  assert.equal(isSeatingStale(state({ seating: "dag-1/3" }, seats)), false);
  assert.equal(isSeatingStale(state({ seating: "dag-1/4" }, seats)), true);
  assert.equal(isSeatingStale(state({ seating: "dag-1/3" }, null)), true);
});

test("Seats that are no longer shown are gone at once", () => {
  const before = state({ seating: "dag-1/3" }, { key: "dag-1/3", seats: [[1, 2]] });
  assert.equal(apply(before, "room", { seating: null }, 2, 5).seating, null);
  assert.deepEqual(apply(before, "room", { seating: "dag-1/4" }, 2, 5).seating, before.seating);
});
