import { test } from "node:test";
import assert from "node:assert/strict";
import { newID } from "../../Sources/WorkshopWeb/Resources/Assets/phone/uuid.js";
import { tidyCode, inFragment } from "../../Sources/WorkshopWeb/Resources/Assets/phone/codes.js";
import { speaker, dayInWords } from "../../Sources/WorkshopWeb/Resources/Assets/phone/words.js";
import { secondsLeft, clockFace, timerNote } from "../../Sources/WorkshopWeb/Resources/Assets/phone/timer.js";
import { faultsIn, lengthOf } from "../../Sources/WorkshopWeb/Resources/Assets/phone/validation.js";
import { openStorage } from "../../Sources/WorkshopWeb/Resources/Assets/phone/storage.js";
import { draftKey, isBlank, cleaned, keptDraft } from "../../Sources/WorkshopWeb/Resources/Assets/phone/drafts.js";
import { unfinished } from "../../Sources/WorkshopWeb/Resources/Assets/phone/unfinished.js";
import { fitted } from "../../Sources/WorkshopWeb/Resources/Assets/phone/photo.js";
import { withChoices } from "../../Sources/WorkshopWeb/Resources/Assets/phone/choices.js";
import { fakeArea, fakeDraft } from "./phone-fakes.js";

test("An id is a version 4 UUID in lower case", () => {
  assert.match(newID(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(newID((bytes) => bytes.fill(255)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
  assert.equal(newID((bytes) => bytes), "00000000-0000-4000-8000-000000000000");
});

test("A typed code is read whatever its case, spaces and look-alikes", () => {
  assert.equal(tidyCode(" k7m 2qx "), "K7M2QX");
  assert.equal(tidyCode("abcd-efgh-jk"), "ABCDEFGHJK");
  assert.equal(tidyCode("1I0O"), "LLQQ");
});

test("The fragment gives the token or the code it holds", () => {
  assert.equal(inFragment("#t=abc-_9", "t"), "abc-_9");
  assert.equal(inFragment("#code=ABCD-EFGH-JK", "code"), "ABCD-EFGH-JK");
  assert.equal(inFragment("#mijn", "t"), "");
});

test("Words fill placeholders, choose the plural and show a gap", () => {
  const say = speaker({ a: { b: "Dag {name}" }, left: { one: "{count} teken", other: "{count} tekens" } });
  assert.equal(say("a.b", { name: "{x} <b>" }), "Dag {x} <b>");
  assert.equal(say("left", { count: 1 }), "1 teken");
  assert.equal(say("left", { count: 0 }), "0 tekens");
  assert.equal(say("a.missing"), "a.missing");
  assert.equal(say("a.b"), "Dag {name}");
});

test("A day is said in words, and something else stays as it is", () => {
  assert.match(dayInWords("2026-11-22"), /22 november 2026/);
  assert.equal(dayInWords("binnenkort"), "binnenkort");
});

test("The timer counts down while it runs and stands still while it is paused", () => {
  const timer = { remaining: 90, total: 100, running: true, swap: true };
  assert.equal(secondsLeft(timer, 1000, 11000), 80);
  assert.equal(secondsLeft(timer, 0, 1e9), 0);
  assert.equal(secondsLeft({ ...timer, running: false }, 0, 1e9), 90);
  assert.deepEqual([clockFace(0), clockFace(0.2), clockFace(61), clockFace(3000)], ["0:00", "0:01", "1:01", "50:00"]);
});

test("The timer says wissel from half-way, and when it is paused or over", () => {
  const timer = { remaining: 90, total: 100, running: true, swap: true };
  assert.deepEqual([timerNote(timer, 51), timerNote(timer, 50), timerNote(timer, 0)],
    ["", "timer.swapped", "timer.over"]);
  assert.equal(timerNote({ ...timer, swap: false }, 10), "");
  assert.equal(timerNote({ ...timer, running: false }, 10), "timer.paused");
});

/** @type {any[]} */
const fields = [
  { id: "title", type: "line", required: true, limit: 5 },
  { id: "ages", type: "choices", required: false },
  { id: "restsOn", type: "references", required: false, limit: 2 },
  { id: "photo", type: "photo", required: true },
];
const plainly = (/** @type {string} */ key, /** @type {any} */ { limit = "" } = {}) => (key + " " + limit).trim();

test("Each fault is named by its field", () => {
  assert.deepEqual(faultsIn(fields, { restsOn: ["a", "b", "c"] }, false, plainly), {
    title: "faults.missing", restsOn: "faults.tooMany 2", photo: "faults.missing",
  });
  assert.deepEqual(faultsIn(fields, { title: "zeven77" }, true, plainly), { title: "faults.tooLong 5" });
  assert.deepEqual(faultsIn(fields, { title: "vijf5", ages: ["baby"] }, true, plainly), {});
});

test("A length is what people see, as the server counts it", () => {
  assert.equal(lengthOf("é👨‍👩‍👧🇧🇪"), 3);
  assert.deepEqual(faultsIn([fields[0]], { title: "👨‍👩‍👧👨‍👩‍👧" }, false, plainly), {});
});

test("Storage keeps apart what belongs to another traject", () => {
  const area = fakeArea();
  openStorage(area, "a:").set("x", { text: "é" });
  assert.deepEqual(openStorage(area, "a:").get("x"), { text: "é" });
  assert.equal(openStorage(area, "b:").get("x"), null);
  assert.deepEqual(openStorage(area, "a:").keys("x"), ["x"]);
});

test("A full or refused storage keeps in memory and says that it does", () => {
  for (const area of [fakeArea(0), null]) {
    const storage = openStorage(area, "a:");
    storage.set("x", 1);
    assert.deepEqual([storage.get("x"), storage.isDurable("x"), storage.keys("")], [1, false, ["x"]]);
    storage.remove("x");
    assert.equal(storage.get("x"), null);
  }
});

test("Damaged storage reads as nothing", () => {
  const area = fakeArea();
  area.setItem("a:x", "{");
  assert.equal(openStorage(area, "a:").get("x"), null);
});

test("What did not fit is kept for good as soon as there is room", () => {
  const area = fakeArea(1);
  const storage = openStorage(area, "a:");
  storage.set("x", 1);
  storage.set("y", 2);
  assert.equal(storage.isDurable("y"), false);
  storage.remove("x");
  assert.deepEqual([storage.isDurable("y"), openStorage(area, "a:").get("y")], [true, 2]);
});

test("A draft of another shape counts as none", () => {
  const storage = openStorage(fakeArea(), "w:");
  for (const value of [7, {}, { payload: {} }]) {
    storage.set("d:x", value);
    assert.equal(keptDraft(storage, "d:x"), null);
  }
  assert.deepEqual(unfinished(storage), []);
});

test("A draft survives a reload, apart for each step, kind, teller and subject", () => {
  const area = fakeArea();
  const key = draftKey("verhaal", "story", 0);
  openStorage(area, "w:").set(key, fakeDraft("a"));
  assert.deepEqual(openStorage(area, "w:").get(key), fakeDraft("a"));
  const keys = [key, draftKey("verhaal", "story", 1), draftKey("actie", "action", 0), draftKey("actie", "pledge", 0),
    draftKey("verhaal", "story", 0, "p")];
  assert.equal(new Set(keys).size, 5);
});

test("What holds text or a photo is unfinished, a correction too", () => {
  const storage = openStorage(fakeArea(), "w:");
  const empty = fakeDraft("b");
  empty.payload.body = { title: "  ", ages: [] };
  storage.set(draftKey("verhaal", "story", 0), fakeDraft("a"));
  storage.set(draftKey("verhaal", "story", 1), empty);
  storage.set("o:c", fakeDraft("c"));
  storage.set("e:d", fakeDraft("d"));
  assert.deepEqual(unfinished(storage).map(({ draft }) => draft.payload.id), ["a", "d"]);
  assert.equal(isBlank({ ...empty, photo: true }), false);
});

test("What goes out has no empty answers and no spaces around its text", () => {
  assert.deepEqual(cleaned({ a: " x ", b: "", c: [], d: ["y"], e: {}, f: " " }), { a: "x", d: ["y"] });
});

test("A photo is brought down to its long side and never blown up", () => {
  assert.deepEqual(fitted(4000, 3000, 1600), { width: 1600, height: 1200 });
  assert.deepEqual(fitted(900, 1200, 1600), { width: 900, height: 1200 });
});

test("A step that arrives shows the choices the server has not heard of yet", () => {
  /** @type {any} */
  const step = { dots: [{ person: 0, themes: ["a"] }], stances: [{ person: 0, proposal: "p", position: "ja" }] };
  /** @type {any[]} */
  const entries = [
    { key: "o:/dots:0", path: "/api/dots", payload: { person: 0, themes: ["b"] } },
    { key: "o:/stance:p:0", path: "/api/stances/p", payload: { person: 0, position: "nee" } },
  ];
  const merged = withChoices(step, entries);
  assert.deepEqual(merged.dots, [{ person: 0, themes: ["b"] }]);
  assert.deepEqual(merged.stances, [{ person: 0, proposal: "p", position: "nee" }]);
});
