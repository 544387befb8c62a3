import assert from "node:assert/strict";
import { test } from "node:test";
import { overtakenText, seen, standingAfter } from "../../Sources/WorkshopWeb/Resources/Assets/console/decide.js";
import { Refusal } from "../../Sources/WorkshopWeb/Resources/Assets/console/api.js";
import { pieces } from "../../Sources/WorkshopWeb/Resources/Assets/console/hints.js";
import { mergeTargets } from "../../Sources/WorkshopWeb/Resources/Assets/console/merge.js";
import { change } from "../../Sources/WorkshopWeb/Resources/Assets/console/state.js";

/** @param {number} number @param {string} state @param {string} text @param {string} [kind] @returns {any} */
const entry = (number, state, text, kind = "story") => ({
  id: `e${number}`, number, state, kind, version: 1, headline: `Verhaal ${number}`, holdReason: null,
  fields: [{ id: "whatHappened", label: "", value: text }], moderation: { mergedInto: null },
});

/** @type {any} */
const words = Object.assign(
  (/** @type {string} */ key, /** @type {any} */ values) => `${key} ${JSON.stringify(values ?? {})}`, { count: String });

test("A decision says which version and state were seen", () => {
  assert.deepEqual(seen(entry(1, "waiting", "")), { version: 1, state: "waiting" });
  assert.deepEqual(seen(entry(1, "waiting", ""), "released"), { version: 1, state: "released" });
});

test("Who comes second is told what the other did, that it was edited, or that it is gone", () => {
  const held = { ...entry(1, "held", ""), holdReason: "de buurt" };
  assert.match(overtakenText(words, entry(1, "waiting", ""), "/problemen/decidedOtherwise", held), /now\.held.*de buurt/);
  assert.match(overtakenText(words, entry(1, "waiting", ""), "/problemen/editedMeanwhile", held), /^moderation\.edited/);
  assert.match(overtakenText(words, entry(1, "waiting", ""), "/problemen/decidedOtherwise", undefined), /^moderation\.gone/);
});

test("Marks cut a text in pieces that are the text again", () => {
  const text = "Toen kwam Fatima met Mia.";
  const hints = [{ start: 10, length: 6, kind: "name" }, { start: 21, length: 3, kind: "name" }]
    .map((hint) => ({ ...hint, field: "x", part: null, text: "" }));
  const cut = pieces(text, hints);
  assert.equal(cut.map((piece) => piece.text).join(""), text);
  assert.deepEqual(cut.filter(({ kind }) => kind).map((piece) => piece.text), ["Fatima", "Mia"]);
  assert.deepEqual(pieces("Toen kwam Fa", hints), [{ text: "Toen kwam Fa", kind: null }]);
});

test("One is merged into another of its kind that stands; what is alike comes first", () => {
  const one = entry(1, "waiting", "Soep aan de lange tafel in de refter");
  const entries = [
    one, entry(2, "waiting", "Fietsen lenen"), entry(3, "released", "De refter had lange tafels"),
    entry(4, "held", "soep refter"), entry(5, "merged", "soep refter"), entry(6, "waiting", "soep refter", "dream"),
  ];
  assert.deepEqual(mergeTargets(entries, one, "").map(({ number }) => number), [3, 2]);
  assert.deepEqual(mergeTargets(entries, one, "FIETS").map(({ number }) => number), [2]);
  assert.deepEqual(mergeTargets(entries, one, "2").map(({ number }) => number), [2]);
});

test("What is set apart leaves the list", () => {
  /** @type {any} */
  const state = {
    seq: 1, contributions: [entry(1, "waiting", ""), entry(2, "waiting", "")], more: false, recent: [], cards: null, whole: {},
    filter: { state: "waiting", kind: "", search: "", shown: 60 },
  };
  assert.deepEqual(change(state, "gone", { id: "e1" }, 2, 0).contributions?.map(({ id }) => id), ["e2"]);
});

test("Who was refused decides again about the card as it is now", () => {
  const [old, current] = [entry(1, "waiting", ""), entry(1, "released", "")];
  const refusal = (/** @type {any} */ problem) => new Refusal(409, problem);
  assert.equal(standingAfter(old, refusal({ current })), current);
  assert.equal(standingAfter(old, refusal({})), old);
  assert.equal(standingAfter(old, new Error("weg")), old);
});
