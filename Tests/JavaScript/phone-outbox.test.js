import { test } from "node:test";
import assert from "node:assert/strict";
import { openOutbox, verdictOn } from "../../Sources/WorkshopWeb/Resources/Assets/phone/outbox.js";
import { openStorage } from "../../Sources/WorkshopWeb/Resources/Assets/phone/storage.js";
import { openApi } from "../../Sources/WorkshopWeb/Resources/Assets/phone/api.js";
import { fakeArea, fakeDraft } from "./phone-fakes.js";

/**
 * An outbox on a phone whose server gives these answers, one a try; the last one stays.
 * @param {any[]} answers
 * @param {any} [area]
 * @param {any} [album]
 */
function phone(answers, area = fakeArea(), album = undefined) {
  const storage = openStorage(area, "w:");
  /** @type {any[]} */
  const sent = [];
  /** @type {any[]} */
  const events = [];
  /** @type {{ act: () => void, wait: number }[]} */
  const waits = [];
  const outbox = openOutbox({
    storage,
    album: () => album,
    send: async (method, path, body) => {
      sent.push({ method, path, body: JSON.parse(JSON.stringify(body)) });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return { wait: 0, body: null, ...(typeof answer === "function" ? answer(body) : answer) };
    },
    changed: (event) => events.push(event),
    later: (act, wait) => waits.push({ act, wait }),
    random: () => 0.5,
  });
  return { area, storage, outbox, sent, events, waits, types: () => events.map(({ type }) => type) };
}

const stored = (/** @type {any} */ body) => ({ status: 201, body: { id: body.id, code: "ABCD-EFGH-JK", version: 1 } });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("A contribution leaves the phone once the server names its id", async () => {
  const { outbox, storage, types, sent } = phone([stored]);
  storage.set("d:verhaal:story:0:", fakeDraft("a"));
  outbox.submit("d:verhaal:story:0:", fakeDraft("a"));
  assert.equal(storage.get("d:verhaal:story:0:"), null);
  assert.equal(outbox.waiting(), 1);
  await settled();
  assert.deepEqual(types(), ["kept", "sent"]);
  assert.deepEqual([outbox.waiting(), sent[0].method, sent[0].path], [0, "POST", "/api/contributions"]);
});

test("A gateway's 200, someone else's id and no answer do not count as sent", async () => {
  for (const answer of [{ status: 0 }, { status: 200, body: null }, { status: 201, body: { id: "b" } }]) {
    const { outbox, waits } = phone([answer]);
    outbox.submit("d:x", fakeDraft("a"));
    await settled();
    assert.equal(outbox.waiting(), 1);
    assert.equal(waits.length, 1);
  }
});

test("The HTML of a Wi-Fi gateway is no answer of the server", async () => {
  const page = new Response("<p>Log in</p>", { status: 200, headers: { "Content-Type": "text/html" } });
  const send = openApi(async () => page);
  assert.equal((await send("POST", "/api/contributions", { id: "a" })).status, 0);
});

test("A retry sends the same bytes under the same id", async () => {
  const { outbox, sent, waits } = phone([{ status: 503 }, { status: 429 }, { status: 507 }, { status: 0 }, stored]);
  outbox.submit("d:x", fakeDraft("a"));
  for (let round = 0; round < 4; round += 1) {
    await settled();
    waits[round].act();
  }
  await settled();
  assert.equal(sent.length, 5);
  for (const { body } of sent) assert.deepEqual(body, sent[0].body);
  assert.equal(outbox.waiting(), 0);
});

test("Waits grow, and a wait the server asks for is kept", async () => {
  const { outbox, waits } = phone([{ status: 0 }, { status: 0 }, { status: 503, wait: 7 }]);
  outbox.submit("d:x", fakeDraft("a"));
  for (const round of [0, 1]) {
    await settled();
    waits[round].act();
  }
  await settled();
  assert.deepEqual(waits.map(({ wait }) => wait), [2000, 4000, 7000]);
});

test("What the server refuses comes back with its message and all that was typed", async () => {
  const problem = { title: "Kijk na", detail: "Te lang.", fields: { title: "Korter." } };
  const { outbox, events } = phone([{ status: 422, body: problem }]);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  const [entry] = outbox.entries();
  assert.equal(events[1].type, "returned");
  assert.deepEqual([entry.state, entry.problem, entry.payload.body.title], ["returned", problem, "Buggy"]);
});

test("A corrected contribution goes again under its own id", async () => {
  const { outbox, sent } = phone([{ status: 422, body: { detail: "x" } }, stored]);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  const [entry] = outbox.entries();
  outbox.submit(entry.key, { ...fakeDraft("a"), ...entry });
  await settled();
  assert.deepEqual(sent.map(({ body }) => body.id), ["a", "a"]);
  assert.deepEqual(outbox.entries(), []);
});

test("Where the server has something else under the id, the text gets a new one", async () => {
  const { outbox } = phone([{ status: 409, body: { detail: "x" } }]);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  const [entry] = outbox.entries();
  assert.equal(outbox.entries().length, 1);
  assert.notEqual(entry.payload.id, "a");
  assert.equal(entry.key, "o:" + entry.payload.id);
});

test("An edit that conflicts keeps its id", async () => {
  const { outbox, sent } = phone([{ status: 409, body: { detail: "Gesloten." } }]);
  const draft = fakeDraft("a");
  draft.payload.version = 2;
  outbox.submit("e:a", draft);
  await settled();
  assert.deepEqual([sent[0].method, sent[0].path], ["PUT", "/api/contributions/a"]);
  assert.equal(outbox.entries()[0].payload.id, "a");
});

test("A refused contribution does not hold up the next one", async () => {
  const { outbox, sent } = phone([{ status: 422, body: { detail: "x" } }, stored]);
  outbox.submit("d:x", fakeDraft("a"));
  outbox.submit("d:y", fakeDraft("b"));
  await settled();
  assert.deepEqual(sent.map(({ body }) => body.id), ["a", "b"]);
});

test("A lost session keeps everything and says so", async () => {
  const { outbox, types } = phone([{ status: 401 }]);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  assert.deepEqual(types(), ["kept", "session"]);
  assert.equal(outbox.waiting(), 1);
});

test("What waits survives a reload and goes in the order it was written", async () => {
  const { outbox, area } = phone([{ status: 0 }]);
  for (const id of ["c", "a", "b"]) outbox.submit("d:" + id, fakeDraft(id));
  await settled();
  const again = phone([stored], area);
  await again.outbox.flush();
  assert.deepEqual(again.sent.map(({ body }) => body.id), ["c", "a", "b"]);
});

test("A photo waits until it can go along", async () => {
  const draft = { ...fakeDraft("a"), photo: true };
  const { outbox, sent, area } = phone([stored]);
  outbox.submit("d:x", draft);
  await settled();
  assert.deepEqual([sent.length, outbox.waiting()], [0, 1]);
  /** @type {string[]} */
  const removed = [];
  const album = { withPhoto: async (/** @type {any} */ payload) => ({ ...payload, attached: true }),
    remove: (/** @type {string} */ id) => removed.push(id) };
  const again = phone([stored], area, album);
  await again.outbox.flush();
  assert.equal(again.sent[0].body.attached, true);
  assert.deepEqual(removed, ["a"]);
});

test("Of a choice only the newest waits, also while an older one is under way", async () => {
  const { outbox, sent } = phone([{ status: 200, body: { person: 0 } }]);
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["x"] });
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["y"] });
  await settled();
  assert.deepEqual(sent.map(({ body }) => body.themes), [["x"], ["y"]]);
  assert.equal(outbox.waiting(), 0);
});

test("A refused choice is dropped with its reason", async () => {
  const { outbox, events } = phone([{ status: 409, body: { detail: "Gesloten." } }]);
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: [] });
  await settled();
  assert.equal(events[1].entry.problem.detail, "Gesloten.");
  assert.deepEqual(outbox.entries(), []);
});

test("Each status has one meaning", () => {
  /** @type {any} */
  const entry = { payload: { id: "a" } };
  const verdicts = [400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 502, 503, 507, 0].map((status) =>
    verdictOn(entry, { status, body: null, wait: 0 }));
  assert.deepEqual(verdicts, [
    "returned", "session", "returned", "returned", "later", "returned", "returned", "returned", "returned", "later",
    "later", "later", "later", "later", "later",
  ]);
});
