import { test } from "node:test";
import assert from "node:assert/strict";
import { standings } from "../../Sources/WorkshopWeb/Resources/Assets/console/standings.js";
import { signalsByAddressee } from "../../Sources/WorkshopWeb/Resources/Assets/console/signals.js";

/** @returns {any} */
const spread = (/** @type {string} */ proposal, /** @type {string | null} */ agreement) => ({ proposal, agreement });

test("What is carried and what is in tension stand apart, and what asks most for a talk comes first", () => {
  const { carried, tensions } = standings([
    spread("a", "conditions"), spread("b", "carried"), spread("c", "minority"), spread("d", "undecided"),
    spread("e", "betweenGroups"), spread("f", null),
  ]);
  assert.deepEqual(carried.map(({ proposal }) => proposal), ["b"]);
  assert.deepEqual(tensions.map(({ proposal }) => proposal), ["e", "c", "a"]);
});

/** @returns {any} */
const proposal = (/** @type {number} */ number, /** @type {string} */ signal, /** @type {string} */ addressee) => ({
  kind: "proposal", state: "released", number,
  fields: [{ id: "signal", value: signal }, { id: "signalAddressee", value: addressee }],
});

test("Signals of released proposals stand by addressee, however it was written, those without one last", () => {
  const held = { ...proposal(9, "Geheim", "Stad"), state: "held" };
  const groups = signalsByAddressee([
    proposal(1, "Geen bus", ""), proposal(2, "Wachtlijst", "Vlaanderen"), proposal(3, "", "Stad"),
    proposal(4, "Woningen", "vlaanderen"), held,
  ]);
  assert.deepEqual(groups.map(({ addressee, signals }) => [addressee, signals.map(({ number }) => number)]),
    [["Vlaanderen", [2, 4]], ["", [1]]]);
});
