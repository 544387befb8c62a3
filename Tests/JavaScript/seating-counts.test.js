import { test } from "node:test";
import assert from "node:assert/strict";
import { readCounts } from "../../Sources/WorkshopWeb/Resources/Assets/seating/counts.js";
import { countsOf } from "../../Sources/WorkshopWeb/Resources/Assets/seating/panels.js";

test("The counts begin with who confirmed, until tables were made from counts", () => {
  assert.deepEqual(countsOf([{ count: 0, confirmed: 14 }, { count: 0, confirmed: 0 }]), [14, 0]);
  assert.deepEqual(countsOf([{ count: 6, confirmed: 14 }, { count: 0, confirmed: 9 }]), [6, 0]);
});

test("A count is a whole number from nobody to what tables are made for, and everything else is told at its field", () => {
  const typed = /** @type {[string, string][]} */ ([["ouder", " 12 "], ["partner", ""], ["beleid", "0"], ["vrijwilliger", "2000"]]);
  assert.deepEqual(readCounts(typed, "nee"), { counts: { ouder: 12, vrijwilliger: 2000 }, faults: {} });
  for (const wrong of ["-3", "1,5", "veel", "2001", "1e3", "99999999999999999999"]) {
    assert.deepEqual(readCounts([["ouder", wrong], ["partner", "4"]], "nee"), { counts: { partner: 4 }, faults: { ouder: "nee" } });
  }
});
