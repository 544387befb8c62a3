import assert from "node:assert/strict";
import { test } from "node:test";
import { candidates, cardAfter, membersOf, open, requestsFor, standing, stillThere, toggled, withCard, withCards }
  from "../../Sources/WorkshopWeb/Resources/Assets/console/theme-board.js";

/** @param {number} number @param {string} state @param {object} [more] @returns {any} */
const entry = (number, state, more = {}) =>
  ({ id: `e${number}`, number, state, kind: "story", headline: `Verhaal ${number}`, themes: [], ...more });
/** @param {string} id @param {object} [more] @returns {any} */
const theme = (id, more = {}) => ({ id, name: `Thema ${id}`, mergedInto: null, ...more });
const ids = (/** @type {any[]} */ found) => found.map((one) => one.id);

const entries = [entry(1, "waiting"), entry(2, "released"), entry(4, "held"), entry(6, "released", { kind: "successFactor", themes: ["a"] })];

test("A theme is filled with stories and factors that were not taken back", () => {
  assert.deepEqual(ids(candidates(entries, { search: "", onlyLoose: false })), ["e1", "e2", "e6"]);
  assert.deepEqual(ids(candidates(entries, { search: " verhaal 2", onlyLoose: true })), ["e2"]);
  assert.deepEqual(ids(candidates(entries, { search: "", onlyLoose: true })), ["e1", "e2"]);
  assert.deepEqual(ids(candidates(entries, { search: "soep", onlyLoose: true, found: new Set(["e1", "e6"]) })), ["e1"]);
  assert.deepEqual(ids(candidates(entries, { search: "#2", onlyLoose: true })), ["e2"]);
});

test("What comes on the stream is a card where it is a story or a factor, and what went is none", () => {
  assert.deepEqual(ids(withCard([...entries], "e3", entry(3, "waiting"))), ["e1", "e2", "e3", "e4", "e6"]);
  assert.equal(withCard(entries, "e7", entry(7, "waiting", { kind: "dream" })), entries);
  assert.deepEqual(ids(withCard(entries, "e2", null)), ["e1", "e4", "e6"]);
  assert.equal(withCard(entries, "e2", entry(2, "held"))[1].state, "held");
});

test("A page of cards brings what is not known yet, and nothing older over something newer", () => {
  const cards = withCards([...entries], [entry(2, "waiting"), entry(3, "waiting")]);
  assert.deepEqual(ids(cards), ["e1", "e2", "e3", "e4", "e6"]);
  assert.equal(cards[1].state, "released");
});

test("What lies in a merged theme lies in the one it went to, once", () => {
  const themes = [theme("a", { mergedInto: "b" }), theme("b", { mergedInto: "c" }), theme("c")];
  const members = membersOf([entry(1, "waiting", { themes: ["a", "c"] }), entry(2, "waiting", { themes: ["x"] })], themes);
  assert.deepEqual([...members].map(([id, cards]) => [id, ids(cards)]), [["c", ["e1"]]]);
});

test("Themes that stand on their own are shown, the newest first", () => {
  assert.deepEqual(ids(standing([theme("a"), theme("b", { mergedInto: "a" }), theme("c")])), ["c", "a"]);
});

test("A card is picked up once, and laid back by picking it again; from a theme it is another card", () => {
  const once = toggled([], { entry: "e1", from: null });
  assert.deepEqual(toggled(once, { entry: "e1", from: null }), []);
  assert.equal(toggled(once, { entry: "e1", from: "a" }).length, 2);
});

test("What someone else moved or took back leaves the hand", () => {
  const held = [{ entry: "e1", from: null }, { entry: "e6", from: "a" }, { entry: "e5", from: null }];
  const themes = [theme("a")];
  assert.deepEqual(stillThere(held, entries, themes), held.slice(0, 2));
  assert.deepEqual(stillThere(held.slice(1, 2), [entry(6, "released")], themes), []);
  assert.deepEqual(stillThere(held.slice(1, 2), entries, [theme("a", { mergedInto: "b" }), theme("b")]), []);
  const same = held.slice(0, 1);
  assert.equal(stillThere(same, entries, themes), same);
});

test("Cards go to a theme together, one request for each place they came from", () => {
  const held = [{ entry: "e1", from: null }, { entry: "e6", from: "a" }, { entry: "e2", from: null }];
  assert.deepEqual(requestsFor(held, { theme: "b" }), [
    { path: "/themes/b/members", body: { contributions: ["e1", "e2"] } },
    { path: "/themes/b/members", body: { contributions: ["e6"], from: "a" } },
  ]);
  assert.deepEqual(requestsFor(held, { theme: "a" }).length, 1, "what lies there already stays");
  assert.deepEqual(requestsFor(held, "loose"), [{ path: "/themes/a/take", body: { contributions: ["e6"] } }]);
});

test("A new theme of cards from one theme splits that theme", () => {
  const held = [{ entry: "e6", from: "a" }, { entry: "e7", from: "a" }, { entry: "e1", from: null }];
  assert.deepEqual(requestsFor(held, { name: "Nieuw", id: "n" }), [
    { path: "/themes", body: { id: "n", name: "Nieuw", contributions: ["e6", "e7"], from: "a" } },
    { path: "/themes/n/members", body: { contributions: ["e1"] } },
  ]);
  assert.deepEqual(requestsFor([], { name: "Leeg", id: "n" }), [
    { path: "/themes", body: { id: "n", name: "Leeg", contributions: [] } },
  ]);
});

test("A suggestion lasts as long as its cards lie loose and its theme is there", () => {
  const suggestions = {
    compared: 3, loose: 3,
    groups: [{ members: ["e1", "e2", "e6"], words: ["tijd"] }, { members: ["e1", "e6"], words: ["soep"] }],
    fits: [{ contribution: "e1", theme: "a", words: ["tijd"] }, { contribution: "e1", theme: "weg", words: ["tijd"] }],
  };
  const shown = open(suggestions, entries, [theme("a")], []);
  assert.deepEqual(shown.groups.map((group) => ids(group.entries)), [["e1", "e2"]], "one card alone is no group");
  assert.deepEqual(shown.fits.map((fit) => fit.name), ["Thema a"]);
  const later = open(suggestions, entries, [theme("a")], ["e1>a", "e1,e2,e6"]);
  assert.deepEqual([later.groups, later.fits], [[], []]);
});

test("Arrows move within a list of cards and stop at its ends", () => {
  assert.deepEqual(["ArrowDown", "ArrowUp", "Home", "End", "x"].map((key) => cardAfter(key, 1, 3)), [2, 0, 0, 2, null]);
  assert.deepEqual([cardAfter("ArrowDown", 2, 3), cardAfter("ArrowUp", 0, 3)], [2, 0]);
});
