import assert from "node:assert/strict";
import { test } from "node:test";
import { commandFor } from "../../Sources/WorkshopWeb/Resources/Assets/console/keys.js";
import { tabAfter } from "../../Sources/WorkshopWeb/Resources/Assets/console/tabs.js";

/** @param {string} key @param {object} [more] */
const press = (key, more = {}) =>
  commandFor({ key, ctrlKey: false, altKey: false, metaKey: false, on: "none", ...more });

test("Every frequent thing has its key", () => {
  for (const [key, name] of [["p", "timer"], [" ", "timer"], ["b", "blank"], ["j", "next"], ["k", "previous"],
    ["r", "release"], ["H", "hold"], ["?", "help"]]) assert.equal(press(key)?.name, name);
});

test("Digits choose a scene, 0 the tenth", () => {
  assert.deepEqual(press("1"), { name: "scene", value: 0 });
  assert.deepEqual(press("9"), { name: "scene", value: 8 });
  assert.deepEqual(press("0"), { name: "scene", value: 9 });
});

test("No key does anything while someone types", () => {
  for (const key of ["p", " ", "b", "j", "r", "h", "1", "?"]) assert.equal(press(key, { on: "text" }), null);
});

test("The space bar stays a button's own key", () => {
  assert.equal(press(" ", { on: "control" }), null);
  assert.equal(press("p", { on: "control" })?.name, "timer");
});

test("The browser keeps its own shortcuts", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"]) assert.equal(press("r", { [held]: true }), null);
});

test("Arrow keys go round the tabs", () => {
  assert.equal(tabAfter("ArrowRight", 5, 6), 0);
  assert.equal(tabAfter("ArrowLeft", 0, 6), 5);
  assert.equal(tabAfter("End", 0, 6), 5);
  assert.equal(tabAfter("x", 0, 6), null);
});
