import assert from "node:assert/strict";
import { test } from "node:test";
import { beginning, evenSize, grouped, pageCount, pageOf }
  from "../../Sources/WorkshopWeb/Resources/Assets/common/paging.js";

test("Every thing is on exactly one page", () => {
  const things = Array.from({ length: 300 }, (_, index) => index);
  const pages = Array.from({ length: pageCount(things.length, 7) }, (_, page) => pageOf(things, 7, page));
  assert.deepEqual(pages.flat(), things);
});

test("After the last page the first comes again", () => {
  assert.deepEqual(pageOf([1, 2, 3, 4, 5], 2, 3), [1, 2]);
  assert.deepEqual(pageOf([], 2, 9), []);
});

test("What fits on one page does not turn", () => {
  assert.equal(pageCount(3, 3), 1);
  assert.equal(pageCount(0, 3), 1);
});

test("Pages are filled evenly, and never beyond what fits", () => {
  assert.deepEqual([1, 3, 4, 5, 7].map((count) => evenSize(count, 3)), [1, 3, 2, 3, 3]);
  assert.equal(evenSize(0, 3), 1);
});

test("A thing stands in each of its groups, and under none where it has none that is known", () => {
  const groups = grouped([["a", "b"], [], ["x"], ["a", "a"]], ["a", "b", "c"], (thing) => thing);
  assert.deepEqual(groups.get("a"), [["a", "b"], ["a", "a"]]);
  assert.deepEqual(groups.get("c"), []);
  assert.deepEqual(groups.get(null), [[], ["x"]]);
});

test("Without stray things there is no group for them", () => {
  assert.equal(grouped([["a"]], ["a"], (thing) => thing).has(null), false);
});

test("A long text ends at a word, with an ellipsis", () => {
  assert.equal(beginning("een twee drie vier", 13), "een twee…");
  assert.equal(beginning("kort", 13), "kort");
});

test("A text of 10,000 characters is cut, and no emoji in two", () => {
  const cut = beginning("👨‍👩‍👧".repeat(2000) + "a".repeat(4000), 420);
  assert.ok(cut.length < 1000);
  assert.doesNotMatch(cut, /[\ud800-\udbff](?![\udc00-\udfff])/);
  assert.ok(beginning("a".repeat(10_000), 420).length <= 421);
});
