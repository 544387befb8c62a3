import { test } from "node:test";
import assert from "node:assert/strict";
import { openSeat } from "../../Sources/WorkshopWeb/Resources/Assets/phone/seat.js";

/** A page with as much of it as the strip needs. */
function fakePage() {
  const strip = /** @type {any} */ ({ style: {}, textContent: "", hidden: false, parentNode: null, setAttribute() {}, append() {} });
  const timer = { before: (/** @type {any} */ node) => (node.parentNode = timer) };
  Object.assign(globalThis, {
    document: { createElement: () => strip, getElementById: () => timer },
  });
  return strip;
}

/**
 * @param {string | null} seen the seats the phone knows
 * @param {string | null} now the seats the room has
 * @param {any} answer
 */
function fakeApp(seen, now, answer) {
  const seat = seen ? { table: 4, text: "Jij zit aan tafel 4." } : null;
  return /** @type {any} */ ({
    me: { room: { seating: seen }, seat }, room: { seating: now }, asked: 0, device: { set() {} },
    async send() {
      this.asked += 1;
      return answer;
    },
  });
}

test("The seat a phone knows is shown, and none where none is shown to the room", () => {
  const strip = fakePage();
  openSeat(() => {})(fakeApp("dag-1/2", "dag-1/2", {}));
  assert.equal(strip.textContent, "Jij zit aan tafel 4.");
  assert.equal(strip.hidden, false);
  openSeat(() => {})(fakeApp(null, null, {}));
  assert.equal(strip.hidden, true);
});

test("A change of the seats is asked for once, however often the page ticks", async () => {
  const strip = fakePage();
  /** @type {(() => void)[]} */
  const waiting = [];
  const show = openSeat((act) => waiting.push(act));
  const body = { traject: {}, room: { seating: "dag-1/3" }, seat: { table: 9, text: "Jij zit aan tafel 9." } };
  const app = fakeApp("dag-1/2", "dag-1/3", { status: 200, body });
  show(app);
  show(app);
  assert.equal(waiting.length, 1);
  waiting[0]();
  await new Promise((done) => setTimeout(done));
  show(app);
  assert.equal(app.asked, 1);
  assert.equal(strip.textContent, "Jij zit aan tafel 9.");
});
