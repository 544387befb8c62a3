import { test } from "node:test";
import assert from "node:assert/strict";
import {
  badgesIn, chooseBadge, chooseTable, neighbour, tableOf,
} from "../../Sources/WorkshopWeb/Resources/Assets/seating/picking.js";

const table = (/** @type {number} */ number, /** @type {number[][]} */ duos) => ({
  number, duos, size: duos.flat().length, mix: "", missing: "", level: /** @type {"good"} */ ("good"),
});

const seating = /** @type {import("../../Sources/WorkshopWeb/Resources/Assets/seating/model.js").Seating} */ ({
  tables: [table(1, [[3, 9], [4, 12]]), table(2, [[5, 7, 20]]), table(3, [])], late: [30, 31],
});

test("The table of a badge is found, and none for who has no seat", () => {
  assert.equal(tableOf(seating, 12), 1);
  assert.equal(tableOf(seating, 20), 2);
  assert.equal(tableOf(seating, 30), null);
});

test("The first badge is picked, the second changes places with it, and the same one is let go", () => {
  assert.deepEqual(chooseBadge(seating, null, 3), { do: "pick", badge: 3 });
  assert.deepEqual(chooseBadge(seating, 3, 3), { do: "drop" });
  assert.deepEqual(chooseBadge(seating, 3, 20), { do: "swap", badges: [3, 20] });
  assert.deepEqual(chooseBadge(seating, 3, 4), { do: "swap", badges: [3, 4] });
});

test("Who has no seat yet joins the table of the other, and never takes a seat away", () => {
  assert.deepEqual(chooseBadge(seating, 30, 20), { do: "move", badge: 30, table: 2 });
  assert.deepEqual(chooseBadge(seating, 3, 30), { do: "move", badge: 30, table: 1 });
  assert.deepEqual(chooseBadge(seating, 30, 31), { do: "pick", badge: 31 });
});

test("A table takes the picked badge, unless it sits there already or none is picked", () => {
  assert.deepEqual(chooseTable(seating, 3, 2), { do: "move", badge: 3, table: 2 });
  assert.deepEqual(chooseTable(seating, 3, 1), { do: "drop" });
  assert.deepEqual(chooseTable(seating, null, 1), { do: "none" });
});

test("Arrows walk along the badges and the tables, and stop at the ends", () => {
  assert.equal(neighbour(seating, 3, "ArrowRight"), 9);
  assert.equal(neighbour(seating, 12, "ArrowRight"), 5);
  assert.equal(neighbour(seating, 20, "ArrowRight"), 20);
  assert.equal(neighbour(seating, 3, "ArrowLeft"), 3);
  assert.equal(neighbour(seating, 12, "ArrowDown"), 20);
  assert.equal(neighbour(seating, 5, "ArrowUp"), 3);
  assert.equal(neighbour(seating, 5, "Home"), 3);
  assert.equal(neighbour(seating, 5, "End"), 20);
  assert.equal(neighbour(seating, 99, "ArrowUp"), 99);
});

test("Badges are read however they are separated, once each; anything else is none", () => {
  assert.deepEqual(badgesIn("12, 15 en 20", "en"), [12, 15, 20]);
  assert.deepEqual(badgesIn("#12;012+15", "en"), [12, 15]);
  assert.deepEqual(badgesIn("  ", "en"), []);
  for (const typed of ["twaalf", "12, oma", "0", "10000", "12-15", "1.5", "12 et 15"]) {
    assert.equal(badgesIn(typed, "en"), null, typed);
  }
  assert.deepEqual(badgesIn("12, 15 ET 20", "et"), [12, 15, 20]);
});
