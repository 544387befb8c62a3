import assert from "node:assert/strict";
import { test } from "node:test";
import { oldestFirst, pagePath, remember, withChange, withPage }
  from "../../Sources/WorkshopWeb/Resources/Assets/console/queue-list.js";

/** @param {number} number @param {object} [more] @returns {any} */
const entry = (number, more = {}) =>
  ({ id: `e${number}`, number, state: "waiting", kind: "story", version: 1, headline: `Verhaal ${number}`, fields: [], ...more });
const waiting = { state: "waiting", kind: "", search: "", shown: 60 };
const all = { state: "all", kind: "", search: "", shown: 60 };
/** @param {number[]} numbers @param {boolean} [more] */
const list = (numbers, more = false) => ({ contributions: numbers.map((number) => entry(number)), more });
/** @param {{contributions: any[]}} found */
const numbers = (found) => found.contributions.map((one) => one.number);
/** @param {any} one @returns {{seq: number, id: string, entry: any}} */
const came = (one, seq = 9) => ({ seq, id: one.id, entry: one });

test("What waits is oldest first, all else newest first, and what is found too", () => {
  assert.deepEqual([waiting, all, { ...waiting, search: "soep" }].map(oldestFirst), [true, false, false]);
});

test("What comes in stands at its number", () => {
  assert.deepEqual(numbers(withChange(list([1, 3]), came(entry(2)), waiting)), [1, 2, 3]);
  assert.deepEqual(numbers(withChange(list([3, 1]), came(entry(2)), all)), [3, 2, 1]);
  assert.deepEqual(numbers(withChange(list([1, 3]), came(entry(4)), waiting)), [1, 3, 4]);
});

test("What lies beyond the part that is here comes with its own page", () => {
  assert.deepEqual(numbers(withChange(list([1, 3], true), came(entry(4)), waiting)), [1, 3]);
  assert.deepEqual(numbers(withChange(list([3, 2], true), came(entry(1)), all)), [3, 2]);
  assert.deepEqual(numbers(withChange(list([3, 2], true), came(entry(4)), all)), [4, 3, 2]);
});

test("What the filter no longer lets through leaves, and so does what went", () => {
  assert.deepEqual(numbers(withChange(list([1, 2]), came(entry(1, { state: "released" })), waiting)), [2]);
  assert.deepEqual(numbers(withChange(list([1, 2]), { seq: 9, id: "e2", entry: null }, waiting)), [1]);
  const same = list([1, 2]);
  assert.equal(withChange(same, { seq: 9, id: "e7", entry: null }, waiting), same);
});

test("An older version never replaces a newer one", () => {
  const newer = { contributions: [entry(1, { version: 3 })], more: false };
  assert.equal(withChange(newer, came(entry(1, { version: 2 })), waiting), newer);
});

test("A list that is full does not grow by itself, and knows that more follow", () => {
  const filter = { ...all, shown: 3 };
  const after = withChange(list([3, 2, 1]), came(entry(4)), filter);
  assert.deepEqual([numbers(after), after.more], [[4, 3, 2], true]);
  const oldest = withChange(list([1, 2, 3]), came(entry(4)), { ...waiting, shown: 3 });
  assert.deepEqual([numbers(oldest), oldest.more], [[1, 2, 3], true]);
});

test("A page that was read before a change is brought up to date", () => {
  const recent = [came(entry(3, { state: "released" }), 7), came(entry(9), 8), came(entry(4, { state: "held" }), 5)];
  const page = { seq: 6, entries: [entry(3), entry(4)], more: false };
  assert.deepEqual(numbers(withPage([entry(1)], page, recent, waiting)), [1, 4, 9]);
});

test("A page that overlaps brings nothing twice", () => {
  const page = { seq: 9, entries: [entry(2), entry(3)], more: true };
  const joined = withPage([entry(1), entry(2)], page, [], waiting);
  assert.deepEqual([numbers(joined), joined.more], [[1, 2, 3], true]);
});

test("Changes are remembered for a while, not for ever", () => {
  let recent = /** @type {any[]} */ ([]);
  for (let seq = 1; seq <= 300; seq += 1) recent = remember(recent, { seq, id: `e${seq}`, entry: null });
  assert.deepEqual([recent.length, recent[0].seq], [200, 101]);
});

test("A page is asked for by its filter and by the last that is here", () => {
  assert.equal(pagePath(waiting, undefined), "/contributions?state=waiting");
  assert.equal(pagePath({ ...all, kind: "dream", search: "één & twee" }, entry(7)),
    "/contributions?state=all&kind=dream&q=%C3%A9%C3%A9n+%26+twee&after=7");
});
