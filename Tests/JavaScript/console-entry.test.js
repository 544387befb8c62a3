import assert from "node:assert/strict";
import { test } from "node:test";
import { entryDraft } from "../../Sources/WorkshopWeb/Resources/Assets/console/entry-draft.js";
import { withEntered } from "../../Sources/WorkshopWeb/Resources/Assets/console/entry-recent.js";
import { toldNext } from "../../Sources/WorkshopWeb/Resources/Assets/console/entry-teller.js";
import { nextWith } from "../../Sources/WorkshopWeb/Resources/Assets/console/form.js";

test("The next sheet keeps how and where it came in, and nothing of the teller before", () => {
  const told = { sheet: "B7K-012", route: "paper", table: "4", language: "tr", groups: ["ouder"], consents: ["screen"],
    hasGuardianConsent: true };
  assert.deepEqual(toldNext(told), { sheet: "", route: "paper", table: "4", language: "tr", groups: [], consents: [],
    hasGuardianConsent: false });
});

test("The last ten entries are listed, newest first, a corrected one in its new words", () => {
  /** @param {number} number */
  const entered = (number, version = 1) => /** @type {any} */ ({ id: `id-${number}`, number, version });
  let recent = /** @type {any[]} */ ([]);
  for (let number = 1; number <= 12; number += 1) recent = withEntered(recent, entered(number));
  assert.deepEqual(recent.map(({ number }) => number), [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  recent = withEntered(recent, entered(5, 2));
  assert.equal(recent.length, 10);
  assert.deepEqual([recent[0].number, recent[0].version], [5, 2]);
});

test("A letter goes to the next option that begins with it, and round", () => {
  const options = ["Ouder", "Kind", "Opvoeder", "Élan"].map((label) => ({ label }));
  assert.equal(nextWith("o", options, -1), 0);
  assert.equal(nextWith("O", options, 0), 2);
  assert.equal(nextWith("o", options, 2), 0);
  assert.equal(nextWith("x", options, 0), -1);
});

test("A storage that refuses loses nothing but the draft", () => {
  /** @type {any} */
  const full = { getItem: () => "{", setItem: () => { throw new Error("full"); } };
  const drafts = entryDraft("duffel", full);
  assert.equal(drafts.read(), null);
  drafts.write(/** @type {any} */ ({ form: "verhaal story" }));
  assert.equal(entryDraft("duffel", null).read(), null);
});
