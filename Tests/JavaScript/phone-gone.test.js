import { test } from "node:test";
import assert from "node:assert/strict";
import { fakeArea, fakeDraft } from "./phone-fakes.js";
import { openStorage } from "../../Sources/WorkshopWeb/Resources/Assets/phone/storage.js";
import { dropGone, forget } from "../../Sources/WorkshopWeb/Resources/Assets/phone/gone.js";

/** @param {string} id */
const candidate = (id) => ({ id, kind: "story", label: "Kop van " + id });

test("What was taken back goes from the table's stories, the steps and the labels a phone keeps", () => {
  const area = fakeArea();
  const storage = openStorage(area, "werkdag:t:");
  storage.set("table", { stories: [{ id: "weg", quote: "Kop van weg" }, { id: "blijft" }], factors: 2 });
  storage.set("s:voorstel", {
    id: "voorstel", forms: [{ fields: [{ candidates: [candidate("weg"), candidate("blijft")] }] }],
    proposals: [{ id: "weg", sentence: "Kop van weg" }],
  });
  const draft = { ...fakeDraft("eigen"), labels: { weg: candidate("weg"), blijft: candidate("blijft") } };
  storage.set("d:voorstel:proposal:0:", draft);
  storage.set("notice", true);
  forget(storage, ["weg"]);
  const all = storage.keys("").map((key) => area.getItem("werkdag:t:" + key)).join();
  assert.equal(all.includes("Kop van weg"), false);
  assert.deepEqual(storage.get("table"), { stories: [{ id: "blijft" }], factors: 2 });
  assert.deepEqual(storage.get("s:voorstel").forms[0].fields[0].candidates, [candidate("blijft")]);
  assert.deepEqual(storage.get("d:voorstel:proposal:0:"), { ...draft, labels: { blijft: candidate("blijft") } });
  assert.equal(storage.get("notice"), true);
});

test("What somebody wrote on this phone stays, whatever happened to what it tells of", () => {
  const storage = openStorage(fakeArea(), "werkdag:t:");
  storage.set("e:weg", fakeDraft("weg"));
  forget(storage, ["weg"]);
  assert.deepEqual(storage.get("e:weg"), fakeDraft("weg"));
});

test("The table's stories are forgotten when the step that asks for them closes, and not before", () => {
  Object.assign(globalThis, { document: { querySelectorAll: () => [] } });
  const storage = openStorage(fakeArea(), "werkdag:t:");
  /**
   * @param {string | null} open
   * @param {string} known
   * @param {string} type
   */
  const app = (open, known, type) => /** @type {any} */ ({
    storage, room: { step: open, revision: 1, gone: [] }, step: { id: known, forms: [{ fields: [{ type }] }] },
  });
  storage.set("table", { stories: [] });
  dropGone(app("factor", "factor", "tableStories"));
  // The next step is open, and its form has still to come.
  dropGone(app("dromen", "factor", "tableStories"));
  assert.notEqual(storage.get("table"), null);
  dropGone(app("dromen", "dromen", "text"));
  assert.equal(storage.get("table"), null);
  storage.set("table", { stories: [] });
  dropGone(app(null, "dromen", "text"));
  assert.equal(storage.get("table"), null);
});
