import assert from "node:assert/strict";
import { test } from "node:test";
import { shownAtOnce } from "../../Sources/WorkshopWeb/Resources/Assets/console/toast.js";

test("No more than one message lies over the buttons", () => {
  assert.equal(shownAtOnce, 1);
});
