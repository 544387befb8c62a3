import { test } from "node:test";
import assert from "node:assert/strict";
import { pickable, plainText } from "../../Sources/WorkshopWeb/Resources/Assets/phone/picker.js";
import { withChoices } from "../../Sources/WorkshopWeb/Resources/Assets/phone/choices.js";

const many = Array.from({ length: 12 }, (_, place) => ({ id: "v" + place, kind: "story", label: "Verhaal " + place }));
const themes = [{ id: "t1", kind: "theme", label: "Één deur" }, { id: "t2", kind: "theme", label: "Samen aan tafel" }];

test("Accents and capitals make no difference to a search", () => {
  assert.equal(plainText("Één Crème"), "een creme");
  assert.deepEqual(pickable([...themes, ...many], "een deur"), [{ kind: "theme", shown: [themes[0]] }]);
});

test("A short list is shown whole, of a long one the first of each kind until somebody looks for a word", () => {
  assert.deepEqual(pickable(themes, ""), [{ kind: "theme", shown: themes }]);
  const long = pickable([...themes, ...many], "");
  assert.deepEqual(long.map(({ kind, shown }) => [kind, shown.length]), [["theme", 2], ["story", 5]]);
  assert.equal(pickable([...themes, ...many], "verhaal")[0].shown.length, 12);
});

test("All words have to be there", () => {
  assert.deepEqual(pickable([...themes, ...many], "samen deur"), []);
});

test("What waits for the choice of a building block or the scan is taken for no stance", () => {
  /** @type {any[]} */
  const entries = [
    { key: "o:/design:0", path: "/api/design-choice", payload: { person: 0, buildingBlock: "visie" } },
    { key: "o:/scan:0", path: "/api/scan", payload: { person: 0, answers: { tijd: "gedeeld" } } },
    { key: "o:/stance:p:0", path: "/api/stances/p", payload: { person: 0, position: "ja" } },
  ];
  /** @type {any} */
  const step = { stances: [] };
  assert.deepEqual(withChoices(step, entries).stances, [{ person: 0, proposal: "p", position: "ja" }]);
});
