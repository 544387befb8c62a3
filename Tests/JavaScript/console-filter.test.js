import assert from "node:assert/strict";
import { test } from "node:test";
import { afterLeaving, countByState, filtered, kindsIn, neighbour }
  from "../../Sources/WorkshopWeb/Resources/Assets/console/filter.js";
import { shownGroups } from "../../Sources/WorkshopWeb/Resources/Assets/console/gallery.js";

/** @param {number} number @param {string} state @param {string} [kind] @param {object} [more] @returns {any} */
const entry = (number, state, kind = "story", more = {}) =>
  ({ id: `e${number}`, number, state, kind, headline: `Verhaal ${number}`, themes: [], ...more });

const entries = [entry(1, "waiting"), entry(2, "released"), entry(3, "waiting", "dream"), entry(4, "held"), entry(5, "withdrawn")];
const ids = (/** @type {any[]} */ found) => found.map((one) => one.id);

test("What waits is shown oldest first, all else newest first", () => {
  assert.deepEqual(ids(filtered(entries, { state: "waiting", kind: "", shown: 9 })), ["e1", "e3"]);
  assert.deepEqual(ids(filtered(entries, { state: "all", kind: "", shown: 9 })), ["e5", "e4", "e3", "e2", "e1"]);
});

test("Filtering leaves the entries in their order", () => {
  filtered(entries, { state: "all", kind: "", shown: 9 });
  assert.deepEqual(ids(entries), ["e1", "e2", "e3", "e4", "e5"]);
});

test("State and kind are both asked", () => {
  assert.deepEqual(ids(filtered(entries, { state: "waiting", kind: "dream", shown: 9 })), ["e3"]);
});

test("Counts are within the chosen kind, and everything is in all", () => {
  assert.deepEqual(countByState(entries, ""), { waiting: 2, released: 1, held: 1, all: 5 });
  assert.equal(countByState(entries, "dream").all, 1);
});

test("Kinds are in the order of the day", () => {
  assert.deepEqual(kindsIn([entry(1, "waiting", "pledge"), entry(2, "waiting", "story")]), ["story", "pledge"]);
});

test("Moving stays within the list, and starts at its first", () => {
  assert.equal(neighbour(entries, null, 1), "e1");
  assert.equal(neighbour(entries, "e1", -1), "e1");
  assert.equal(neighbour(entries, "e5", 1), "e5");
  assert.equal(neighbour([], "e5", 1), null);
});

test("After a release the next is selected, at the end the one before", () => {
  assert.equal(afterLeaving(entries, "e2"), "e3");
  assert.equal(afterLeaving(entries, "e5"), "e4");
  assert.equal(afterLeaving([entry(1, "waiting")], "e1"), null);
});

test("Opinions by group are hidden as soon as one group is small, else it could be worked out", () => {
  const large = { group: "ouder", counts: { ja: 4, nee: 1 } };
  assert.equal(shownGroups([large]).length, 1);
  assert.deepEqual(shownGroups([large, { group: "kind", counts: { ja: 4 } }]), []);
});
