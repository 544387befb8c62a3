import { test } from "node:test";
import assert from "node:assert/strict";
import { doubleTaps } from "../../Sources/WorkshopWeb/Resources/Assets/phone/double-tap.js";

test("The second half of a double tap does nothing, another thing or a later tap does", () => {
  const isDouble = doubleTaps();
  const really = Date.now;
  let now = 1000;
  Date.now = () => now;
  try {
    assert.equal(isDouble("a"), false);
    now += 200;
    assert.equal(isDouble("a"), true);
    assert.equal(isDouble("b"), false);
    now += 500;
    assert.equal(isDouble("b"), false);
  } finally {
    Date.now = really;
  }
});
