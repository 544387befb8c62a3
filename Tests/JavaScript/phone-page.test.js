import { test } from "node:test";
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { runInContext, createContext } from "node:vm";
import { bundled, bundledLater, page, topLevelNames, words } from "./phone-bundle.js";

const packed = (/** @type {string} */ text) => gzipSync(text, { level: 9 }).length;

test("The page up to the first form fits in 14 KB compressed", (context) => {
  const size = packed(page());
  assert.ok(size <= 14 * 1024, `${size} bytes, ${context.name}`);
});

test("Everything a phone loads fits in 50 KB compressed", () => {
  assert.ok(packed(page()) + packed(bundledLater()) <= 50 * 1024);
});

test("Both scripts parse as plain scripts in one scope, with no import or export left", () => {
  const all = bundled() + bundledLater();
  assert.doesNotMatch(all, /^(import|export) /m);
  // A function that is never called makes the engine parse everything, and refuse a name declared twice.
  runInContext("() => {\n'use strict';\n" + all + "}", createContext({}));
});

test("No two modules share a top-level name, and none hides a name of the browser's", () => {
  const names = topLevelNames();
  assert.equal(new Set(names).size, names.length);
  for (const name of ["close", "event", "find", "focus", "name", "open", "parent", "print", "status", "stop", "top"]) {
    assert.ok(!names.includes(name), name);
  }
});

/**
 * @param {string} script
 * @param {any[]} catalogues
 */
function missingWords(script, ...catalogues) {
  const said = Array.from(script.matchAll(/say\("([\w.]+)"[,)]/g), ([, key]) => key);
  assert.ok(said.length > 20);
  return said.filter((key) => !catalogues.some((catalogue) => {
    const text = key.split(".").reduce((at, part) => at && at[part], catalogue);
    return typeof text === "string" || (text && text.one && text.other);
  }));
}

test("Every text a script says stands in the words that came with it or before it", () => {
  assert.deepEqual(missingWords(bundled(), words()), []);
  assert.deepEqual(missingWords(bundledLater(), words(), words("phoneLater")), []);
});

/**
 * @param {any} at
 * @param {string} [path]
 * @returns {string[]}
 */
function keys(at, path = "") {
  return typeof at === "string" ? [path] : Object.keys(at).flatMap((key) => keys(at[key], `${path}.${key}`));
}

test("No text comes to the phone twice", () => {
  const early = new Set(keys(words()));
  assert.deepEqual(keys(words("phoneLater")).filter((key) => early.has(key)), []);
});
