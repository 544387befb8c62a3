import assert from "node:assert/strict";
import { test } from "node:test";
import { afterLeaving, countByState, kindsIn, lets, neighbour }
  from "../../Sources/WorkshopWeb/Resources/Assets/console/filter.js";
import { shownGroups } from "../../Sources/WorkshopWeb/Resources/Assets/console/gallery.js";

/** @param {number} number @param {string} state @param {string} [kind] @param {object} [more] @returns {any} */
const entry = (number, state, kind = "story", more = {}) =>
  ({ id: `e${number}`, number, state, kind, headline: `Verhaal ${number}`, themes: [],
    fields: number === 1 ? [{ value: "In het café" }] : [], ...more });

const entries = [entry(1, "waiting"), entry(2, "released"), entry(3, "waiting", "dream"), entry(4, "held"), entry(5, "merged")];
const counts = { story: { waiting: 1, released: 1, held: 1, merged: 1 }, dream: { waiting: 1 }, pledge: {} };
/** @param {Partial<import("../../Sources/WorkshopWeb/Resources/Assets/console/app.js").QueueFilter>} change */
const letting = (change) =>
  entries.filter((one) => lets({ state: "all", kind: "", search: "", shown: 60, ...change }, one)).map((one) => one.id);

test("State and kind are both asked, and what was merged is in all", () => {
  assert.deepEqual(letting({ state: "waiting" }), ["e1", "e3"]);
  assert.deepEqual(letting({ state: "waiting", kind: "dream" }), ["e3"]);
  assert.deepEqual(letting({}), ["e1", "e2", "e3", "e4", "e5"]);
  assert.equal(lets({ state: "all", kind: "", search: "", shown: 60 }, entry(6, "withdrawn")), false);
});

test("What is searched for is a number, or words in what was said", () => {
  assert.deepEqual(letting({ search: "#4" }), ["e4"]);
  assert.deepEqual(letting({ search: "4" }), ["e4"], "a headline has its number in it too");
  assert.deepEqual(letting({ search: "cafe" }), ["e1"]);
  assert.deepEqual(letting({ search: "verha soep" }), []);
});

test("Counts are within the chosen kind, and everything is in all", () => {
  assert.deepEqual(countByState(counts, ""), { waiting: 2, released: 1, held: 1, all: 5 });
  assert.equal(countByState(counts, "dream").all, 1);
});

test("Kinds are in the order of the day, without those that are empty", () => {
  assert.deepEqual(kindsIn({ pledge: { waiting: 1 }, story: { held: 1 }, dream: {} }), ["story", "pledge"]);
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
