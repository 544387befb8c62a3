import assert from "node:assert/strict";
import { test } from "node:test";
import { holdsAll, marksIn, searchWords } from "../../Sources/WorkshopWeb/Resources/Assets/common/search.js";

/** @param {string} text @param {string} search */
const marked = (text, search) => marksIn(text, search).map(([start, end]) => text.slice(start, end));

test("Words are marked whole or begun, capitals and accents aside", () => {
  assert.deepEqual(marked("In het Café dronken we koffie.", "cafe KOFF"), ["Café", "koff"]);
  assert.deepEqual(marked("Een ideeën-café", "ideeen"), ["ideeën"]);
  assert.deepEqual(marked("cafe\u0301 om de hoek", "café"), ["cafe\u0301"]);
});

test("A word is found at its beginning and not in the middle", () => {
  assert.deepEqual(marked("voorkoffie", "koffie"), []);
});

test("A letter alone stands by itself", () => {
  assert.deepEqual(marked("Foto s van de straat", "s"), ["s"]);
});

test("The longest of two beginnings is marked, and nothing twice", () => {
  assert.deepEqual(marked("Speelbazaar", "speel speelb"), ["Speelb"]);
});

test("What stands between words is never part of one", () => {
  assert.deepEqual(searchWords(" <b>één</b> & #12 "), ["b", "een", "b", "12"]);
  assert.deepEqual(marked("een <script> tekst", "script"), ["script"]);
  assert.deepEqual(marksIn("tekst", "  *\" "), []);
});

test("All words have to be there", () => {
  assert.equal(holdsAll("Soep op donderdag", "donder soep"), true);
  assert.equal(holdsAll("Soep op donderdag", "soep vrijdag"), false);
});

test("Letters outside the first plane keep their places", () => {
  assert.deepEqual(marked("👩‍👧 speelt graag", "speel"), ["speel"]);
});
