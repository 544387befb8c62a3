import { test } from "node:test";
import assert from "node:assert/strict";
import { openAlbum } from "../../Sources/WorkshopWeb/Resources/Assets/phone/album.js";
import { fakeFactory } from "./phone-fakes.js";

const photo = new Blob(["jpeg"]);
const textOf = async (/** @type {Blob | null} */ blob) => blob && blob.text();

test("A photo survives a reload where the phone keeps it", async () => {
  const factory = fakeFactory();
  assert.equal(await openAlbum(factory).put("a", photo), true);
  const again = openAlbum(factory);
  assert.deepEqual([await textOf(await again.get("a")), await again.isKept("a")], ["jpeg", true]);
  const form = await again.withPhoto({ id: "a" });
  assert.equal(form && form.get("contribution"), '{"id":"a"}');
});

test("A photo that the phone refuses is there for this page only, and that is said", async () => {
  const full = fakeFactory();
  full.refuses = "at the end";
  for (const factory of [undefined, full]) {
    const album = openAlbum(factory);
    assert.equal(await album.put("a", photo), false);
    assert.deepEqual([await textOf(await album.get("a")), await album.isKept("a")], ["jpeg", false]);
    assert.equal(await openAlbum(factory).withPhoto({ id: "a" }), null);
  }
});

test("A database that never answers counts as refusing", async () => {
  const silent = fakeFactory();
  silent.refuses = "silently";
  const album = openAlbum(silent, 2);
  assert.deepEqual([await album.put("a", photo), await openAlbum(silent, 2).withPhoto({ id: "a" })], [false, null]);
});

test("A database that the phone closed while the page slept is opened again", async () => {
  const factory = fakeFactory();
  const album = openAlbum(factory);
  await album.put("a", photo);
  factory.close();
  assert.equal(await album.put("b", photo), true);
});

test("A photo that cannot be read leaves the one before it", async () => {
  const album = openAlbum(fakeFactory());
  await album.put("a", photo);
  await assert.rejects(album.put("a", Promise.reject(new Error("unreadable"))));
  assert.equal(await textOf(await album.get("a")), "jpeg");
});

test("Of two photos the one chosen last stays, also when it is the faster one", async () => {
  const album = openAlbum(fakeFactory());
  const slow = album.put("a", new Promise((resolve) => setTimeout(() => resolve(photo), 5)));
  await Promise.all([slow, album.put("a", new Blob(["second"]))]);
  assert.equal(await textOf(await album.get("a")), "second");
});

test("A photo taken off stays off, and a copy stands by itself", async () => {
  const factory = fakeFactory();
  const album = openAlbum(factory);
  await album.put("a", photo);
  await album.copy("a", "b");
  await album.remove("a");
  assert.deepEqual([await album.get("a"), await textOf(await openAlbum(factory).get("b"))], [null, "jpeg"]);
});
