import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/conflict.js";
import { changeOf, groups, read, textOf, valueOf } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/fields.js";
import { item } from "./run-sheet-server.js";

/** @param {string} name @returns {any} */
const kind = (name) => groups.flatMap((group) => group.fields).find((field) => field.name === name);

test("Every part of an item that can be edited has a field", () => {
  const { id, version, start, end, texts, adjustedMinutes, actualStart, actualEnd, ...editable } = item("a");
  for (const name of Object.keys(editable)) assert.ok(kind(name), name);
});

test("What was typed is read, or it is said what is wrong with it", () => {
  assert.deepEqual(read(kind("minutes"), " 45 "), { value: 45 });
  assert.deepEqual(read(kind("minutes"), "lang"), { fault: "minutes" });
  assert.deepEqual(read(kind("minutes"), ""), { fault: "minutes" });
  assert.deepEqual(read(kind("timerMinutes"), ""), { value: null });
  assert.deepEqual(read(kind("anchor"), "12u10"), { value: 730 });
  assert.deepEqual(read(kind("anchor"), "25:00"), { fault: "time" });
  assert.deepEqual(read(kind("title"), "  "), { fault: "title" });
  assert.deepEqual(read(kind("goal"), ""), { value: "" });
  assert.deepEqual(read(kind("step"), ""), { value: null });
  assert.deepEqual(read(kind("isSkipped"), true), { value: true });
});

test("A value stands in its field as people write it", () => {
  const lunch = item("lunch", 50, { anchor: 730, texts: { title: "Lunch" } });
  assert.equal(textOf(kind("anchor"), valueOf(lunch, "anchor")), "12:10");
  assert.equal(textOf(kind("goal"), valueOf(lunch, "goal")), "");
  assert.equal(textOf(kind("minutes"), 50), "50");
  assert.equal(textOf(kind("isProtected"), false), false);
});

test("A fixed hour has a reason, loses it with the hour and gets it back with the next", () => {
  assert.deepEqual(changeOf(item("a"), "anchor", 730), { anchor: 730, anchorReason: "other" });
  assert.deepEqual(changeOf(item("a", 5, { anchor: 700, anchorReason: "lunch" }), "anchor", 730), { anchor: 730, anchorReason: "lunch" });
  assert.deepEqual(changeOf(item("a"), "anchor", null), { anchor: null, anchorReason: null });
  assert.deepEqual(changeOf(item("a"), "anchor", 730, "lunch"), { anchor: 730, anchorReason: "lunch" });
  assert.deepEqual(changeOf(item("a"), "goal", "x"), { texts: { goal: "x" } });
});

test("Two versions are laid side by side where they differ, and nowhere else", () => {
  const base = item("a", 30);
  const current = item("a", 60, { version: 2, texts: { title: "a", goal: "van hen" } });
  const wish = /** @type {any} */ ({ kind: "change", item: "a", version: 1, fields: { texts: { goal: "van mij" } } });
  const rows = differences({ pending: { wish, base, sent: true }, current });
  assert.deepEqual(rows.map(({ kind: { name }, mine, theirs }) => [name, mine, theirs]),
    [["goal", "van mij", "van hen"], ["minutes", 30, 60]]);
});
