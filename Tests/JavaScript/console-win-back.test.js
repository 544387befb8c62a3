import assert from "node:assert/strict";
import { test } from "node:test";
import { timesText } from "../../Sources/WorkshopWeb/Resources/Assets/console/runsheet.js";
import { runSheet } from "../../Sources/WorkshopWeb/Resources/Assets/console/state.js";
import { makeWords } from "../../Sources/WorkshopWeb/Resources/Assets/common/words.js";

const words = makeWords({
  runsheet: {
    minutes: "{minutes} min", adjusted: "{minutes} i.p.v. {planned}", expected: "verwacht {time}", skipped: "overgeslagen",
    was: "van {start} tot {end}", since: "sinds {start}",
  },
});

/** @param {object} more @returns {any} */
const item = (more) => ({
  start: 540, minutes: 50, adjustedMinutes: null, expectedStart: 540, isSkipped: false, actualStart: null, actualEnd: null,
  ...more,
});

test("A coming item tells its length, and when it is expected where that is not as planned", () => {
  assert.equal(timesText(item({}), words), "50 min");
  assert.equal(timesText(item({ expectedStart: 552 }), words), "50 min · verwacht 9:12");
  assert.equal(timesText(item({ expectedStart: null }), words), "50 min");
});

test("A shortened item tells both lengths", () => {
  assert.equal(timesText(item({ adjustedMinutes: 40 }), words), "40 i.p.v. 50");
});

test("A skipped item tells that, and no expected time", () => {
  assert.equal(timesText(item({ isSkipped: true, expectedStart: 600 }), words), "overgeslagen");
});

test("What has run tells how it went, also when it was shortened", () => {
  const ran = item({ actualStart: "2026-11-22T09:05:00", actualEnd: "2026-11-22T09:45:00", adjustedMinutes: 40 });
  assert.equal(timesText(ran, words), "van 9:05 tot 9:45 · 40 i.p.v. 50");
});

test("The draaiboek that comes by itself changes nothing but itself", () => {
  const data = { gathering: { id: "dag-1", name: "Werkdag" }, gatherings: [], items: [item({})], drift: 12, seq: 9 };
  assert.deepEqual(Object.keys(runSheet(data)).sort(), ["drift", "gathering", "gatherings", "runSheet"]);
});
