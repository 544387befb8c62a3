import assert from "node:assert/strict";
import { test } from "node:test";
import { dreamPictures } from "../../Sources/WorkshopWeb/Resources/Assets/screen/scenes/dreams.js";
import { apply } from "../../Sources/WorkshopWeb/Resources/Assets/screen/state.js";

/**
 * @param {number} children
 * @param {number} others
 */
const wall = (children, others) => [
  ...Array.from({ length: others }, (_, index) => ({ id: `o${index}`, voiceName: null })),
  ...Array.from({ length: children }, (_, index) => ({ id: `k${index}`, voiceName: "stem van kinderen" })),
];

for (const [children, others] of [[1, 40], [3, 40], [20, 5], [40, 1], [4, 4]]) {
  test(`Each picture has a child's dream and every dream is shown (${children} of ${children + others})`, () => {
    const pictures = dreamPictures(wall(children, others), 3);
    for (const picture of pictures) {
      assert.ok(picture.length <= 3 && picture.some(({ voiceName }) => voiceName));
      assert.equal(new Set(picture).size, picture.length);
    }
    assert.equal(new Set(pictures.flat()).size, children + others);
  });
}

test("Without children's dreams, or with nothing else, the wall turns in order", () => {
  assert.deepEqual(dreamPictures(wall(0, 5), 3).map((picture) => picture.length), [3, 2]);
  assert.deepEqual(dreamPictures(wall(5, 0), 3).map((picture) => picture.length), [3, 2]);
});

test("A quote stays without its story on the screen, and goes with it when the story goes", () => {
  const quoted = { story: "s", number: 1, text: "Niemand vroeg iets." };
  const state = /** @type {any} */ ({ seq: 1, items: [{ id: "f", kind: "successFactor", number: 2, quoted }] });
  const quote = (/** @type {string} */ id) => apply(state, "gone", { id }, 2, 0).items[0]?.quoted;
  assert.deepEqual(quote("another"), quoted);
  assert.equal(quote("s"), null);
});
