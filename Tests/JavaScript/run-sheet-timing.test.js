import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { slotAt, stretched } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/drag.js";
import { applied, followerAt, inSteps, moved } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/edits.js";
import { pageCommand, rowCommand } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/keys.js";
import { gaps, parseMinutes, parseTime, timed } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/timing.js";
import { item } from "./run-sheet-server.js";

/** @type {{cases: any[]}} */
const { cases } = JSON.parse(readFileSync(new URL("../Fixtures/run-sheet-timing.json", import.meta.url), "utf8"));

for (const one of cases) {
  test(`Times as the server works them out: ${one.name}`, () => {
    /** @type {any[]} */
    const got = timed(one.start, one.items);
    assert.deepEqual(got.map(({ id, start, end }) => ({ id, start, end })), one.expected);
  });
}

test("What lies open before an item is told, and what runs over it", () => {
  assert.deepEqual(gaps(540, [{ start: 540, end: 560 }, { start: 570, end: 600 }, { start: 590, end: 600 }]), [0, 10, -10]);
});

test("Times are read as people type them", () => {
  for (const typed of ["9:35", "09:35", "9u35", "9.35", " 0935 ", "9h35"]) assert.equal(parseTime(typed), 575);
  assert.equal(parseTime("9u"), 540);
  assert.equal(parseTime("9"), 540);
  for (const typed of ["25:00", "9:60", "", "straks", "9:3", "-1"]) assert.equal(parseTime(typed), null);
});

test("Minutes are whole numbers from 0", () => {
  assert.equal(parseMinutes(" 45 "), 45);
  for (const typed of ["-5", "4,5", "", "lang", "99999"]) assert.equal(parseMinutes(typed), null);
});

test("Moving, adding and removing keep everything else in its order", () => {
  const sheet = { gathering: /** @type {any} */ ({ start: 540 }), items: [item("a"), item("b"), item("c")] };
  const order = (/** @type {any[]} */ ...wishes) => applied(sheet, wishes).items.map(({ id }) => id).join("");
  assert.equal(order({ kind: "move", item: "c", before: "a" }), "cab");
  assert.equal(order({ kind: "move", item: "a", before: null }), "bca");
  assert.equal(order({ kind: "add", item: "n", before: "b", fields: {} }), "anbc");
  assert.equal(order({ kind: "remove", item: "b", version: 1 }), "ac");
  assert.equal(order({ kind: "remove", item: "x", version: 1 }), "abc");
});

test("One place earlier or later, and nowhere beyond the ends", () => {
  const items = [{ id: "a" }, { id: "b" }, { id: "c" }];
  assert.deepEqual(moved(items, "b", -1), { kind: "move", item: "b", before: "a" });
  assert.deepEqual(moved(items, "b", 1), { kind: "move", item: "b", before: null });
  assert.equal(moved(items, "a", -1), null);
  assert.equal(moved(items, "c", 1), null);
  assert.equal(followerAt(items, "a", 1), "c");
});

test("A dragged row goes where it lies nearest, whatever the others' heights", () => {
  assert.equal(slotAt([100, 20, 100], -5), 0);
  assert.equal(slotAt([100, 20, 100], 49), 0);
  assert.equal(slotAt([100, 20, 100], 51), 1);
  assert.equal(slotAt([100, 20, 100], 115), 2);
  assert.equal(slotAt([100, 20, 100], 900), 3);
});

test("Stretching goes by five minutes and never to nothing", () => {
  assert.equal(stretched(30, 14, 1.4), 40);
  assert.equal(stretched(30, -900, 1.4), 5);
  assert.equal(inSteps(52), 50);
});

/** @param {string} key @param {object} [held] */
const press = (key, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test("Every key of the list does what it says", () => {
  const keys = { ArrowUp: "previous", ArrowDown: "next", "+": "longer", "-": "shorter", S: "skip", n: "add",
    Delete: "remove", "?": "help" };
  for (const [key, command] of Object.entries(keys)) assert.equal(rowCommand(press(key)), command);
  assert.equal(rowCommand(press("ArrowUp", { altKey: true })), "earlier");
  assert.equal(rowCommand(press("ArrowDown", { altKey: true })), "later");
  assert.equal(pageCommand(press("z", { ctrlKey: true })), "undo");
  assert.equal(pageCommand(press("Z", { ctrlKey: true, shiftKey: true })), "redo");
});

test("The browser keeps its own keys", () => {
  for (const key of ["s", "n", "-", "+"]) assert.equal(rowCommand(press(key, { ctrlKey: true })), null);
  assert.equal(pageCommand(press("z")), null);
  assert.equal(rowCommand(press("Enter")), null);
});
