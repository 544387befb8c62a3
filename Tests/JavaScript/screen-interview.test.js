import assert from "node:assert/strict";
import { test } from "node:test";
import { timerFace } from "../../Sources/WorkshopWeb/Resources/Assets/common/clock.js";
import { slideAt } from "../../Sources/WorkshopWeb/Resources/Assets/screen/scenes/interview.js";

/**
 * Fifty minutes with a "wissel", as the server tells of them.
 * @type {import("../../Sources/WorkshopWeb/Resources/Assets/common/model.js").Moment[]}
 */
const moments = [
  { activity: "telling", round: 1, from: 3000 }, { activity: "writing", round: 1, from: 1800 },
  { activity: "telling", round: 2, from: 1500 }, { activity: "writing", round: 2, from: 300 },
];
const timer = { remaining: 3000, total: 3000, running: true, swap: true, moments };
const questions = Array.from({ length: 7 }, (_, index) => ({ ask: `Vraag ${index + 1}?`, more: "" }));

/**
 * @param {number} minutes
 * @param {any} [set]
 */
const at = (minutes, set = timer) => slideAt(
  /** @type {any} */ ({ room: { timer: set, interview: "adults" }, roomAt: 0, guides: { adults: questions } }),
  0, minutes * 60_000);

test("Both rounds ask every question, in order, before it is time to write", () => {
  for (const start of [0, 26]) {
    const asked = Array.from({ length: 19 }, (_, minute) => at(start + minute));
    assert.deepEqual([...new Set(asked)], [0, 1, 2, 3, 4, 5, 6]);
  }
});

test("The last five minutes of each round are for writing, with the wissel between", () => {
  assert.deepEqual([19.9, 20, 24.9, 25, 25.7, 25.8, 45, 49.9, 50].map((minute) => typeof at(minute) === "number"
    ? "question" : at(minute)),
  ["question", "write", "write", "swap", "swap", "question", "write", "write", "over"]);
});

test("Projector and console read the same moment from the same timer", () => {
  assert.equal(timerFace(timer, 0, 20 * 60_000).moment?.activity, "writing");
  assert.equal(timerFace(timer, 0, 19 * 60_000).moment?.activity, "telling");
  assert.equal(timerFace({ ...timer, moments: [] }, 0, 20 * 60_000).moment, null);
});

test("Children are asked to the end, since whoever helps writes meanwhile", () => {
  const children = { ...timer, moments: [] };
  assert.equal(at(24.9, children), 6);
  assert.equal(at(25.1, children), "swap");
  assert.equal(at(26, children), 0);
});

test("Without a timer the questions turn slowly", () => {
  /** @param {number} turn */
  const turned = (turn) => slideAt(
    /** @type {any} */ ({ room: { timer: null, interview: "adults" }, roomAt: 0, guides: { adults: questions } }), turn, 0);
  assert.deepEqual([0, 3, 4, 27, 28].map(turned), [0, 0, 1, 6, 0]);
});
