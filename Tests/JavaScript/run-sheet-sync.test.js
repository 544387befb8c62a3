import assert from "node:assert/strict";
import { test } from "node:test";
import { makeStore } from "../../Sources/WorkshopWeb/Resources/Assets/console/store.js";
import { begin } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/state.js";
import { makeSync } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/sync.js";
import { item, sheetServer } from "./run-sheet-server.js";

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** @param {any[]} [items] @param {any[]} [left] */
function editor(items = [item("a"), item("b"), item("c")], left = []) {
  const server = sheetServer(items);
  return page(server, left);
}

/** @param {ReturnType<typeof sheetServer>} server @param {any[]} [left] */
function page(server, left = []) {
  const store = makeStore(begin(server.view(), left));
  /** @type {any[]} */
  const kept = [];
  /** @type {(() => void)[]} */
  const later = [];
  /** @type {any[]} */
  const told = [];
  const sync = makeSync({
    api: server.api, store, keep: (pending) => kept.push(pending), later: (run) => later.push(run),
    soon: (run) => queueMicrotask(run),
    tell: (error) => told.push(error), note: (text) => told.push(text),
    words: (key) => key,
  });
  return { server, store, sync, kept, later, told };
}

/** @param {string} id @param {object} fields @param {number} [version] @returns {any} */
const change = (id, fields, version = 1) => ({ kind: "change", item: id, version, fields });

test("An edit shows at once, with the times of all that follows, before the server knows of it", () => {
  const { store, sync } = editor();
  sync.ask(change("a", { minutes: 45 }));
  assert.deepEqual(store.get().shown.items.map(({ start, end }) => [start, end]), [[540, 585], [585, 615], [615, 645]]);
  assert.equal(store.get().light, "sending");
  assert.equal(store.get().view.items[0].minutes, 30);
});

test("It is saved when the server has it, and no sooner", async () => {
  const { store, sync, kept, server } = editor();
  sync.ask(change("a", { minutes: 45 }));
  await settled();
  assert.equal(store.get().light, "saved");
  assert.equal(server.view().items[0].minutes, 45);
  assert.deepEqual(kept[kept.length - 1], []);
});

test("Taps that follow each other are one edit, and typing on is no quarrel with oneself", async () => {
  const { sync, server, store } = editor();
  for (const minutes of [35, 40, 45, 50]) sync.ask(change("a", { minutes }));
  await settled();
  assert.equal(server.calls.length, 1);
  assert.equal(store.get().shown.items[0].minutes, 50);
  sync.ask(change("a", { texts: { goal: "begonnen bij versie 1" } }, 1));
  await settled();
  assert.equal(store.get().conflict, null);
  assert.equal(server.view().items[0].texts.goal, "begonnen bij versie 1");
});

test("A new item can be typed in before the server numbered it", async () => {
  const { sync, server, store } = editor();
  sync.ask({ kind: "add", item: "n", before: null, fields: { minutes: 10 } });
  await Promise.resolve();
  sync.ask(change("n", { texts: { title: "Nieuw" } }, 1));
  await settled();
  assert.equal(store.get().conflict, null);
  assert.equal(server.view().items[3].texts.title, "Nieuw");
});

test("Without a line it stays, says so, and goes out later in order", async () => {
  const { store, sync, server, later, kept } = editor();
  server.fail = ["before"];
  sync.ask(change("a", { minutes: 45 }));
  await settled();
  sync.ask({ kind: "move", item: "c", before: "a" });
  assert.equal(store.get().light, "waiting");
  await settled();
  assert.equal(kept[kept.length - 1].length, 2);
  assert.deepEqual(store.get().shown.items.map(({ id }) => id), ["c", "a", "b"]);
  later.shift()?.();
  await settled();
  assert.equal(store.get().light, "saved");
  assert.deepEqual(server.view().items.map(({ id, minutes }) => [id, minutes]), [["c", 30], ["a", 45], ["b", 30]]);
});

test("An edit whose answer got lost is not done twice", async () => {
  const { store, sync, server, later } = editor();
  server.fail = ["after"];
  sync.ask({ kind: "add", item: "n", before: "b", fields: { minutes: 10 } });
  await settled();
  later.shift()?.();
  await settled();
  assert.equal(store.get().light, "saved");
  assert.deepEqual(server.view().items.map(({ id }) => id), ["a", "n", "b", "c"]);
  assert.equal(server.calls.filter((call) => call !== "GET").length, 1);
});

test("Who comes second to an item is told, and chooses: own words on top", async () => {
  const server = sheetServer([item("a"), item("b")]);
  const [one, two] = [page(server), page(server)];
  one.sync.ask(change("a", { texts: { goal: "eerst" } }));
  await settled();
  two.sync.ask(change("a", { texts: { goal: "daarna" }, minutes: 40 }));
  two.sync.ask(change("b", { minutes: 5 }));
  await settled();
  const { conflict } = two.store.get();
  assert.equal(conflict?.current?.texts.goal, "eerst");
  assert.equal(server.view().items[0].texts.goal, "eerst");
  two.sync.settle("mine");
  await settled();
  assert.equal(two.store.get().conflict, null);
  assert.deepEqual(server.view().items.map((each) => [each.texts.goal, each.minutes]), [["daarna", 40], [undefined, 5]]);
});

test("Or what was saved in between stays, and other edits go on", async () => {
  const server = sheetServer([item("a"), item("b")]);
  const [one, two] = [page(server), page(server)];
  one.sync.ask(change("a", { minutes: 99 }));
  await settled();
  two.sync.ask(change("a", { minutes: 40 }));
  two.sync.ask(change("b", { minutes: 5 }));
  await settled();
  two.sync.settle("theirs");
  await settled();
  assert.deepEqual(two.store.get().shown.items.map(({ minutes }) => minutes), [99, 5]);
  assert.equal(two.store.get().light, "saved");
});

test("An item somebody took away can be put back with what was written in it", async () => {
  const server = sheetServer([item("a"), item("b")]);
  const [one, two] = [page(server), page(server)];
  one.sync.ask({ kind: "remove", item: "a", version: 1 });
  await settled();
  two.sync.ask(change("a", { texts: { goal: "lang getypt" } }));
  await settled();
  assert.equal(two.store.get().conflict?.current, null);
  two.sync.settle("mine");
  await settled();
  const [, back] = server.view().items;
  assert.deepEqual([back.texts.title, back.texts.goal, back.minutes], ["a", "lang getypt", 30]);
});

test("What was being typed in an item when somebody took it away is not lost", async () => {
  const { store, sync, server } = editor();
  const began = store.get().shown.items[0];
  server.take({ kind: "remove", item: "a", version: 1 });
  await sync.refetch();
  sync.ask(change("a", { texts: { goal: "halverwege" } }), began);
  await settled();
  assert.equal(store.get().conflict?.pending.base?.texts.title, "a");
  sync.settle("mine");
  await settled();
  assert.equal(server.view().items[2].texts.goal, "halverwege");
  assert.equal(server.view().items[2].texts.title, "a");
});

test("The same change by two people is no conflict", async () => {
  const server = sheetServer([item("a")]);
  const [one, two] = [page(server), page(server)];
  one.sync.ask(change("a", { minutes: 40 }));
  await settled();
  two.sync.ask(change("a", { minutes: 40 }));
  await settled();
  assert.equal(two.store.get().conflict, null);
  assert.equal(two.store.get().light, "saved");
});

test("A refused value stays as it was typed with its message, and the rest of the edit is saved", async () => {
  const { store, sync, server } = editor();
  sync.ask(change("a", { minutes: -5, texts: { goal: "blijft" } }));
  await settled();
  assert.deepEqual(store.get().faults.a, { minutes: { message: "onder nul", typed: -5 } });
  assert.equal(server.view().items[0].minutes, 30);
  assert.equal(server.view().items[0].texts.goal, "blijft");
  assert.equal(store.get().light, "saved");
  sync.ask(change("a", { minutes: 25 }, 2));
  await settled();
  assert.deepEqual(store.get().faults.a, {});
});

test("Undoing waits for what is on its way; when somebody was in between, it tells and undoes nothing", async () => {
  const { store, sync, server, told } = editor();
  sync.ask(change("a", { minutes: 45 }));
  sync.ask({ kind: "undo", edit: 0 });
  await settled();
  assert.equal(store.get().shown.items[0].minutes, 30);
  server.take(change("b", { minutes: 5 }, 1));
  sync.ask({ kind: "undo", edit: 0 });
  await settled();
  assert.deepEqual(told, ["history.overtaken"]);
  assert.equal(store.get().shown.items[1].minutes, 5);
});

test("What an earlier visit left unsent goes out, unless the item changed since", async () => {
  const left = [{ wish: change("a", { minutes: 45 }), base: null, sent: false }];
  const { sync, server, store } = editor(undefined, left);
  assert.equal(store.get().shown.items[0].minutes, 45);
  sync.start();
  await settled();
  assert.equal(server.view().items[0].minutes, 45);
});

test("Another editor's change comes in, also when it was told of while something was on its way", async () => {
  const { sync, server, store } = editor();
  server.take(change("c", { minutes: 5 }));
  await sync.refetch();
  assert.equal(store.get().shown.items[2].minutes, 5);
  sync.ask(change("a", { minutes: 45 }));
  sync.refetch();
  await settled();
  assert.equal(server.calls[server.calls.length - 1], "GET");
});
