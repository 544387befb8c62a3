import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText, dayText, localTime, swapShown, timeOfDay, timerFace }
  from "../../Sources/WorkshopWeb/Resources/Assets/common/clock.js";

const running = { remaining: 600, total: 600, running: true, swap: false };

test("A running timer counts down from the moment it was received", () => {
  const face = timerFace(running, 1000, 1000 + 61_200);
  assert.equal(face.remaining, 539);
  assert.equal(face.done, false);
});

test("A paused timer stands still", () => {
  assert.equal(timerFace({ ...running, running: false }, 0, 500_000).remaining, 600);
});

test("A timer never goes below zero, and says that it is done", () => {
  const face = timerFace(running, 0, 10_000_000);
  assert.equal(face.remaining, 0);
  assert.equal(face.fraction, 0);
  assert.equal(face.done, true);
});

test("A clock that seems to run back adds no time", () => {
  assert.equal(timerFace(running, 5000, 1000).remaining, 600);
});

test("Wissel is announced half-way, for a while, and only where it was asked", () => {
  const timer = { remaining: 600, total: 600, running: true, swap: true };
  assert.equal(timerFace(timer, 0, 299_000).half, "first");
  assert.equal(timerFace(timer, 0, 300_000).half, "swap");
  assert.equal(timerFace(timer, 0, 300_000 + swapShown * 1000).half, "second");
  assert.equal(timerFace(running, 0, 300_000).half, "none");
});

test("A timer without length does not divide by zero", () => {
  assert.equal(timerFace({ remaining: 0, total: 0, running: false, swap: true }, 0, 0).fraction, 0);
});

test("Seconds read as a clock, with hours where there are any", () => {
  assert.equal(clockText(5), "0:05");
  assert.equal(clockText(1500), "25:00");
  assert.equal(clockText(3665), "1:01:05");
});

test("Minutes after midnight read as a time of day", () => {
  assert.equal(timeOfDay(545), "9:05");
  assert.equal(timeOfDay(1440 + 5), "0:05");
});

test("A moment that is missing or unreadable is an empty text", () => {
  assert.equal(localTime(null), "");
  assert.equal(localTime("gisteren"), "");
});

test("A calendar day is written in full Dutch, whatever the time zone", () => {
  assert.equal(dayText("2026-11-22", "nl"), "zondag 22 november 2026");
  assert.equal(dayText("volgende week", "nl"), "volgende week");
  assert.equal(dayText(null, "nl"), "");
});
