import assert from "node:assert/strict";
import test from "node:test";
import { nextInColumns } from "../../Sources/WorkshopWeb/Resources/Assets/console/chain.js";

test("Arrow keys walk a column and stay in it", () => {
  assert.deepEqual(nextInColumns([3, 2], [0, 0], "ArrowDown"), [0, 1]);
  assert.deepEqual(nextInColumns([3, 2], [0, 2], "ArrowDown"), [0, 2]);
  assert.deepEqual(nextInColumns([3, 2], [1, 0], "ArrowUp"), [1, 0]);
});

test("Left and right change the column, to a row it has", () => {
  assert.deepEqual(nextInColumns([3, 2], [0, 2], "ArrowRight"), [1, 1]);
  assert.equal(nextInColumns([3, 0], [0, 2], "ArrowRight"), null);
  assert.equal(nextInColumns([3, 2], [0, 0], "ArrowLeft"), null);
});

test("From nowhere a key leads into the first column that holds something", () => {
  assert.deepEqual(nextInColumns([0, 2], null, "ArrowUp"), [1, 0]);
  assert.equal(nextInColumns([0, 0], null, "ArrowDown"), null);
  assert.equal(nextInColumns([1], [0, 0], "Enter"), null);
});
