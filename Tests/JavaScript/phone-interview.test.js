import assert from "node:assert/strict";
import { test } from "node:test";
import { momentOf, timerNote } from "../../Sources/WorkshopWeb/Resources/Assets/phone/timer.js";
import { isListening } from "../../Sources/WorkshopWeb/Resources/Assets/phone/listen.js";

/** @type {import("../../Sources/WorkshopWeb/Resources/Assets/phone/types").Moment[]} */
const moments = [
  { activity: "telling", round: 1, from: 3000 }, { activity: "writing", round: 1, from: 1800 },
  { activity: "telling", round: 2, from: 1500 }, { activity: "writing", round: 2, from: 300 },
];

/** @param {number} remaining */
const timer = (remaining) => ({ remaining, total: 3000, running: true, swap: true, moments });

test("The phone reads the moment the server worked out", () => {
  const found = [3000, 1801, 1800, 1500, 300, 1].map((left) => momentOf(timer(left), left));
  assert.deepEqual(found.map((moment) => moment && moment.activity + moment.round),
    ["telling1", "telling1", "writing1", "telling2", "writing2", "writing2"]);
  assert.equal(momentOf({ ...timer(3000), moments: [] }, 3000), null);
});

test("Beside the time it says when to write", () => {
  assert.equal(timerNote(timer(1700), 1700), "timer.writing");
  assert.equal(timerNote(timer(1400), 1400), "timer.swapped");
});

test("It lies aside while somebody tells, once a round, and opens by itself to write", () => {
  /** @type {Record<string, any>} */
  const kept = {};
  /** @param {number} remaining */
  const phone = (remaining) => /** @type {any} */ ({
    room: { timer: { ...timer(remaining), running: false }, item: { id: "interview" } }, roomAt: 0,
    storage: { get: (/** @type {string} */ key) => kept[key] },
  });
  assert.equal(isListening(phone(2000)), true);
  assert.equal(isListening(phone(1700)), false);
  assert.equal(isListening(phone(1200)), true);
  assert.equal(isListening(phone(0)), false);
  kept.writes = "interview:1";
  assert.equal(isListening(phone(2000)), false);
  assert.equal(isListening(phone(1200)), true);
  assert.equal(isListening(/** @type {any} */ ({ room: { timer: null }, roomAt: 0 })), false);
});
