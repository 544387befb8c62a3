import { test } from "node:test";
import assert from "node:assert/strict";
import { openOutbox } from "../../Sources/WorkshopWeb/Resources/Assets/phone/outbox.js";
import { openCourier, verdictOn } from "../../Sources/WorkshopWeb/Resources/Assets/phone/courier.js";
import { openStorage } from "../../Sources/WorkshopWeb/Resources/Assets/phone/storage.js";
import { openApi } from "../../Sources/WorkshopWeb/Resources/Assets/phone/api.js";
import { openAlbum } from "../../Sources/WorkshopWeb/Resources/Assets/phone/album.js";
import { refusedChoices, withChoices } from "../../Sources/WorkshopWeb/Resources/Assets/phone/choices.js";
import { fakeArea, fakeDraft } from "./phone-fakes.js";

const noPhotos = openAlbum(undefined);

/**
 * An outbox on a phone whose server gives these answers, one a try; the last one stays.
 * @param {any[]} answers
 * @param {any} [area]
 * @param {any} [album] null until the courier arrives
 */
function phone(answers, area = fakeArea(), album = noPhotos) {
  const storage = openStorage(area, "w:");
  /** @type {any[]} */
  const sent = [];
  /** @type {any[]} */
  const events = [];
  /** @type {{ act: () => void, wait: number }[]} */
  const waits = [];
  /**
   * @param {string} method
   * @param {string} path
   * @param {any} content
   */
  const send = async (method, path, content) => {
    const isForm = content instanceof FormData;
    const body = isForm ? JSON.parse(String(content.get("contribution"))) : JSON.parse(JSON.stringify(content));
    sent.push({ method, path, body, photo: isForm && content.get("photo") });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    return { wait: 0, body: null, ...(typeof answer === "function" ? await answer(body) : answer) };
  };
  /** @type {(act: () => void, wait: number) => any} */
  const later = (act, wait) => waits.push({ act, wait });
  const outbox = openOutbox({
    storage,
    changed: (event) => events.push(event),
    courier: (counter) =>
      album ? openCourier(counter, { album, send, say: (key) => key, later, random: () => 0.5 }) : undefined,
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
  const { outbox, sent, area } = phone([stored], fakeArea(), null);
  outbox.submit("d:x", draft);
  await settled();
  assert.deepEqual([sent.length, outbox.waiting()], [0, 1]);
  const album = openAlbum(undefined);
  await album.put("a", new Blob(["jpeg"]));
  const again = phone([stored], area, album);
  await again.outbox.flush();
  assert.equal(await again.sent[0].photo.text(), "jpeg");
  assert.equal(await album.get("a"), null);
});

test("A contribution never goes without the photo that belongs to it", async () => {
  const { outbox, sent, events } = phone([stored]);
  outbox.submit("d:x", { ...fakeDraft("a"), photo: true });
  await settled();
  assert.deepEqual([sent.length, outbox.waiting(), events[1].type], [0, 0, "returned"]);
  const [entry] = outbox.entries();
  assert.deepEqual([entry.state, entry.payload.body.title], ["returned", "Buggy"]);
  assert.deepEqual(entry.problem, { title: "", detail: "photo.gone", fields: { photo: "photo.gone" } });
});

test("A photo that is still being made small goes along", async () => {
  const album = openAlbum(undefined);
  album.put("a", new Promise((resolve) => setTimeout(() => resolve(new Blob(["jpeg"])), 2)));
  const { outbox, sent } = phone([stored], fakeArea(), album);
  outbox.submit("d:x", { ...fakeDraft("a"), photo: true });
  await settled();
  assert.equal(await sent[0].photo.text(), "jpeg");
});

test("A photo that is too big comes back with words, whoever refused it", async () => {
  const ours = { title: "Te groot", detail: "Deze foto is te groot." };
  for (const [body, detail] of [[ours, ours.detail], [null, "photo.tooBig"]]) {
    const album = openAlbum(undefined);
    await album.put("a", new Blob(["jpeg"]));
    const { outbox } = phone([{ status: 413, body }], fakeArea(), album);
    outbox.submit("d:x", { ...fakeDraft("a"), photo: true });
    await settled();
    const [entry] = outbox.entries();
    assert.deepEqual([entry.state, entry.problem && entry.problem.detail], ["returned", detail]);
    assert.ok(await album.get("a"));
  }
});

test("A gateway's own page for something too big is a refusal", async () => {
  const page = new Response("<p>Too large</p>", { status: 413, headers: { "Content-Type": "text/html" } });
  assert.equal((await openApi(async () => page)("POST", "/api/contributions", {})).status, 413);
});

test("A photo too heavy for the network does not hold up the text behind it", async () => {
  const album = openAlbum(undefined);
  await album.put("a", new Blob(["jpeg"]));
  const { outbox, waits, sent } = phone([{ status: 0 }, stored], fakeArea(), album);
  outbox.submit("d:x", { ...fakeDraft("a"), photo: true });
  outbox.submit("d:y", fakeDraft("b"));
  await settled();
  waits[0].act();
  await settled();
  assert.deepEqual(sent.map(({ body }) => body.id), ["a", "b", "a"]);
});

test("Of a choice only the newest waits, also while an older one is under way", async () => {
  const { outbox, sent } = phone([{ status: 200, body: { person: 0 } }]);
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["x"] });
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["y"] });
  await settled();
  assert.deepEqual(sent.map(({ body }) => body.themes), [["x"], ["y"]]);
  assert.equal(outbox.waiting(), 0);
});

test("A refused choice stays on the phone with its reason, until another is made", async () => {
  const { outbox, events, sent } = phone([{ status: 409, body: { detail: "Gesloten." } }, { status: 200, body: {} }]);
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["x"] });
  await settled();
  assert.deepEqual([events[1].type, outbox.waiting(), sent.length], ["returned", 0, 1]);
  const [choice] = refusedChoices(outbox);
  assert.deepEqual([choice.payload.themes, choice.problem && choice.problem.detail], [["x"], "Gesloten."]);
  assert.deepEqual(withChoices(stepWithDots(), outbox.entries()).dots, [{ person: 0, themes: ["x"] }]);
  outbox.choose("dots:0", "/api/dots", { person: 0, themes: ["y"] });
  await settled();
  assert.deepEqual([sent[1].body.themes, outbox.entries()], [["y"], []]);
});

test("A refusal without words gets the phone's own", async () => {
  const { outbox } = phone([{ status: 403 }]);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  assert.deepEqual(outbox.entries()[0].problem, { title: "", detail: "refused", fields: {} });
});

test("A view that fails does not stop the sending", async (context) => {
  context.mock.method(console, "error", () => {});
  const { outbox, events, sent } = phone([stored]);
  events.push = () => {
    throw new Error("a broken view");
  };
  outbox.submit("d:x", fakeDraft("a"));
  outbox.submit("d:y", fakeDraft("b"));
  await settled();
  assert.deepEqual([sent.length, outbox.waiting()], [2, 0]);
});

test("A courier that stumbles leaves the outbox free to try again", async (context) => {
  context.mock.method(console, "error", () => {});
  const area = fakeArea();
  let isBroken = true;
  const outbox = openOutbox({
    storage: openStorage(area, "w:"),
    changed: () => {},
    courier: (counter) => async (entry) => {
      if (isBroken) throw new Error();
      counter.storage.remove(entry.key);
      return "sent";
    },
  });
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  isBroken = false;
  await outbox.flush();
  assert.equal(outbox.waiting(), 0);
});

test("Where the phone is full, the text moves into the room that its draft leaves", async () => {
  const area = fakeArea(1);
  const { outbox, storage } = phone([{ status: 0 }], area);
  storage.set("d:x", fakeDraft("a"));
  const entry = outbox.submit("d:x", fakeDraft("a"));
  assert.ok(storage.isDurable(entry.key));
  assert.equal(openStorage(area, "w:").get(entry.key).payload.body.title, "Buggy");
});

test("Where the phone refuses to keep anything, the text waits in the page and that is known", async () => {
  const { outbox, storage, waits, sent } = phone([{ status: 0 }, stored], fakeArea(0));
  const entry = outbox.submit("d:x", fakeDraft("a"));
  await settled();
  assert.deepEqual([storage.isDurable(entry.key), outbox.waiting()], [false, 1]);
  waits[0].act();
  await settled();
  assert.deepEqual([sent.length, outbox.waiting()], [2, 0]);
});

test("Sending leaves alone what another tab wrote in the same place", async () => {
  const { outbox, storage } = phone([stored]);
  storage.set("d:x", fakeDraft("b"));
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  assert.equal(storage.get("d:x").payload.id, "b");
});

test("Two tabs that send the same entry send it under one id, and both hear that it is stored", async () => {
  const area = fakeArea();
  phone([{ status: 0 }], area, null).outbox.submit("d:x", fakeDraft("a"));
  const tabs = [phone([stored], area), phone([stored], area)];
  await Promise.all(tabs.map(({ outbox }) => outbox.flush()));
  for (const { sent, types } of tabs) assert.deepEqual([sent.map(({ body }) => body.id), types()], [["a"], ["sent"]]);
  assert.equal(tabs[0].outbox.entries().length, 0);
});

test("What one tab has brought does not come back from another that was refused later", async () => {
  const area = fakeArea();
  phone([{ status: 0 }], area, null).outbox.submit("d:x", fakeDraft("a"));
  const late = async () => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    return { status: 409, body: { detail: "x" } };
  };
  const tabs = [phone([stored], area), phone([late], area)];
  await Promise.all(tabs.map(({ outbox }) => outbox.flush()));
  assert.deepEqual([tabs[1].types(), tabs[1].outbox.entries()], [[], []]);
});

test("After joining again everything that waited goes, in order", async () => {
  const { outbox, sent } = phone([{ status: 401 }, stored]);
  outbox.submit("d:x", fakeDraft("a"));
  outbox.submit("d:y", fakeDraft("b"));
  await settled();
  assert.deepEqual([sent.length, outbox.waiting()], [1, 2]);
  await outbox.flush();
  assert.deepEqual(sent.slice(1).map(({ body }) => body.id), ["a", "b"]);
});

test("A conflict with a photo moves the text and the photo to the new id, never without either", async () => {
  const album = openAlbum(undefined);
  await album.put("a", new Blob(["jpeg"]));
  const { outbox, storage } = phone([{ status: 409, body: { detail: "x" } }], fakeArea(), album);
  const copy = album.copy;
  album.copy = async (id, other) => {
    assert.ok(storage.get("o:a"), "the old stays until the new is there");
    return copy(id, other);
  };
  outbox.submit("d:x", { ...fakeDraft("a"), photo: true });
  await settled();
  const [entry] = outbox.entries();
  assert.deepEqual([outbox.entries().length, entry.payload.body.title], [1, "Buggy"]);
  assert.ok(await album.get(entry.payload.id));
});

test("An entry that is damaged is passed over", async () => {
  const { outbox, storage, sent } = phone([stored]);
  for (const [key, value] of [["o:x", {}], ["o:y", 7]]) storage.set(String(key), value);
  outbox.submit("d:x", fakeDraft("a"));
  await settled();
  assert.deepEqual([sent.length, outbox.entries()], [1, []]);
});

/** @returns {any} */
function stepWithDots() {
  return { id: "kern", dots: [{ person: 0, themes: [] }] };
}

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
