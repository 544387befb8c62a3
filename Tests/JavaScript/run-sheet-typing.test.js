import assert from "node:assert/strict";
import { test } from "node:test";
import { makeStore } from "../../Sources/WorkshopWeb/Resources/Assets/console/store.js";
import { begin } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/state.js";
import { isUnsaved, lightOf, mark } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/typing.js";
import { item, sheetServer } from "./run-sheet-server.js";

const opened = () => makeStore(begin(sheetServer([item("a")]).view(), []));
const fault = { a: { minutes: { message: "te lang", typed: "9000" } } };

test("The light does not say saved while a field holds something the server does not have", () => {
  const store = opened();
  assert.equal(lightOf(store.get()), "saved");
  mark(store, "a goal", true);
  mark(store, "a goal", true);
  assert.equal(lightOf(store.get()), "typing");
  assert.equal(lightOf({ ...store.get(), light: "sending" }), "typing");
  assert.equal(lightOf({ ...store.get(), light: "waiting" }), "waiting");
  assert.equal(lightOf({ ...store.get(), faults: fault }), "faulty");
  mark(store, "a goal", false);
  assert.equal(lightOf(store.get()), "saved");
});

test("Leaving asks first where something is under way, typed or refused", () => {
  const store = opened();
  assert.equal(isUnsaved(store.get()), false);
  mark(store, "a goal", true);
  assert.equal(isUnsaved(store.get()), true);
  mark(store, "a goal", false);
  assert.equal(isUnsaved({ ...store.get(), faults: fault }), true);
  assert.equal(isUnsaved({ ...store.get(), faults: { a: {} } }), false);
  const change = /** @type {any} */ ({ wish: { kind: "start", start: 5 }, base: null, sent: false });
  assert.equal(isUnsaved({ ...store.get(), pending: [change] }), true);
});
