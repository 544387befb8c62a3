import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, makeApi, Refusal } from "../../Sources/WorkshopWeb/Resources/Assets/console/api.js";
import { codeText } from "../../Sources/WorkshopWeb/Resources/Assets/console/code.js";
import { address } from "../../Sources/WorkshopWeb/Resources/Assets/console/documents.js";
import { driftText } from "../../Sources/WorkshopWeb/Resources/Assets/console/runsheet.js";
import { payload, submission } from "../../Sources/WorkshopWeb/Resources/Assets/console/submission.js";
import { delayBefore } from "../../Sources/WorkshopWeb/Resources/Assets/common/stream.js";
import { uuid } from "../../Sources/WorkshopWeb/Resources/Assets/common/uuid.js";
import { makeWords } from "../../Sources/WorkshopWeb/Resources/Assets/common/words.js";

const words = makeWords({
  errors: { network: "geen net", unknown: "mislukt", 404: "weg" },
  drift: { none: "op schema", late: "{minutes} achter", early: "{minutes} voor" }, dot: { one: "{count} stip", other: "{count} stippen" },
});

/** @param {number} status @param {string} body @param {string} [type] @returns {any} */
const answering = (status, body, type = "application/json") => async () =>
  new Response(status === 204 ? null : body, { status, headers: { "Content-Type": type } });

test("A write carries the header that keeps other sites out", async () => {
  /** @type {any[]} */
  const sent = [];
  const api = makeApi("/api/console/d", async (url, request) => {
    sent.push([url, request]);
    return new Response("{}", { headers: { "Content-Type": "application/json" } });
  });
  await api("PUT", "/scene", { scene: "join" });
  assert.equal(sent[0][0], "/api/console/d/scene");
  assert.equal(sent[0][1].headers["X-Werkdag"], "1");
  assert.equal(sent[0][1].body, '{"scene":"join"}');
});

test("A refusal carries the problem of the server", async () => {
  const api = makeApi("", answering(422, '{"title":"Kijk na","fields":{"title":"leeg"}}', "application/problem+json"));
  await assert.rejects(api("POST", "/x", {}), (/** @type {any} */ error) => error.status === 422 && error.problem.fields.title === "leeg");
});

test("A gateway's page is not read as an answer", async () => {
  assert.equal(await makeApi("", answering(200, "<html>", "text/html"))("GET", "/x"), null);
});

test("What went wrong is told with what to do", () => {
  assert.equal(explain(new Refusal(0, {}), words), "geen net");
  assert.equal(explain(new Refusal(404, {}), words), "weg");
  assert.equal(explain(new Refusal(507, { title: "Schijf vol", detail: "Maak plaats." }), words), "Schijf vol. Maak plaats.");
  assert.equal(explain(new Error("x"), words), "mislukt");
});

test("A submission leaves out what was left empty and keeps the teller apart", () => {
  const made = submission({
    id: "u", sheet: "B7K-012", step: "verhaal", kind: "story", language: "nl", route: "paper", table: "4", groups: ["ouder"], consents: [],
    hasGuardianConsent: false, answers: { title: "Soep", quote: undefined },
  });
  assert.deepEqual(made.body, { title: "Soep" });
  assert.deepEqual(made.teller, { groups: ["ouder"], consents: [], hasGuardianConsent: false });
  assert.equal(made.route, "paper");
  assert.equal(made.sheet, "B7K-012");
});

test("A photo travels beside the submission, and without one it is plain JSON", async () => {
  assert.deepEqual(payload({ id: "u" }, undefined), { id: "u" });
  const form = /** @type {any} */ (payload({ id: "u" }, /** @type {any} */ (new Blob(["x"], { type: "image/jpeg" }))));
  assert.equal(await form.get("contribution").text(), '{"id":"u"}');
  assert.equal(form.get("photo").type, "image/jpeg");
});

test("A made id is a version 4 UUID in lower case", () => {
  assert.match(uuid((bytes) => bytes.fill(255)), /^ffffffff-ffff-4fff-bfff-ffffffffffff$/);
  assert.notEqual(uuid(), uuid());
});

test("A code is read however it was typed", () => {
  assert.equal(codeText(" abcd efgh-jk "), "ABCD-EFGH-JK");
  assert.equal(codeText("abc"), "ABC");
});

test("Drift is told in words, on either side", () => {
  assert.equal(driftText(0, words), "op schema");
  assert.equal(driftText(12, words), "12 achter");
  assert.equal(driftText(-3, words), "3 voor");
});

test("A document's address says when a copy is kept", () => {
  assert.equal(address("eeklo 2026", "report", "pdf", true), "/begeleider/eeklo%202026/documenten/report.pdf?bewaar=1");
});

test("Waiting for the server doubles up to a quarter of a minute", () => {
  assert.deepEqual([0, 1, 2, 9, 1000].map(delayBefore), [1000, 2000, 4000, 15000, 15000]);
});

test("Words fill their places, choose their plural and show a missing key", () => {
  assert.equal(words.count("dot", 1), "1 stip");
  assert.equal(words.count("dot", 0), "0 stippen");
  assert.equal(words("niet.hier"), "niet.hier");
  assert.equal(makeWords({ "a.b": "plat {x}" })("a.b", { x: "{x}" }), "plat {x}");
});
