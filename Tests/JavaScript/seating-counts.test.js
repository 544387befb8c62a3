import { test } from "node:test";
import assert from "node:assert/strict";
import { countsOf } from "../../Sources/WorkshopWeb/Resources/Assets/seating/panels.js";

test("The counts begin with who confirmed, until tables were made from counts", () => {
  assert.deepEqual(countsOf([{ count: 0, confirmed: 14 }, { count: 0, confirmed: 0 }]), [14, 0]);
  assert.deepEqual(countsOf([{ count: 6, confirmed: 14 }, { count: 0, confirmed: 9 }]), [6, 0]);
});
