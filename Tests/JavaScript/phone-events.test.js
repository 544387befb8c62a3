import { test } from "node:test";
import assert from "node:assert/strict";
import { followRoom } from "../../Sources/WorkshopWeb/Resources/Assets/phone/events.js";

/** @param {boolean[]} answers what the server answers to each question, true where it does */
function stage(answers) {
  /** @type {any[]} */
  const sources = [];
  /** @type {any[]} */
  const waits = [];
  /** @type {boolean[]} */
  const links = [];
  /** @type {any[]} */
  const rooms = [];
  const stream = followRoom({
    open: () => {
      /** @type {any} */
      const source = { close: () => (source.isClosed = true),
        addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => (source.hear = hear) };
      sources.push(source);
      return source;
    },
    ask: async () => answers.shift() || false,
    hear: (room) => rooms.push(room),
    link: (isConnected) => links.push(isConnected),
    later: (act, wait) => waits.push({ act, wait }),
    random: () => 0.5,
  });
  return { stream, sources, waits, links, rooms };
}

test("The room is heard from the stream", () => {
  const { stream, sources, rooms, links } = stage([]);
  stream.connect();
  sources[0].onopen();
  sources[0].hear({ data: '{"seq":7}' });
  assert.deepEqual([rooms, links], [[{ seq: 7 }], [true]]);
});

test("A stream that breaks is closed, asked about, and opened again", async () => {
  const { stream, sources, waits, links } = stage([false, true]);
  stream.connect();
  sources[0].onopen();
  sources[0].onerror();
  assert.deepEqual([sources[0].isClosed, waits[0].wait], [true, 1750]);
  await waits[0].act();
  assert.equal(waits[1].wait, 7500);
  await waits[1].act();
  assert.deepEqual([links, sources.length], [[true, false, true], 2]);
});

test("Where streams never open, the phone asks every 5 to 10 seconds and not faster", async () => {
  const { stream, sources, waits } = stage([true, true]);
  stream.connect();
  sources[0].onerror();
  await waits[0].act();
  sources[1].onerror();
  assert.deepEqual(waits.map(({ wait }) => wait), [7500, 7500]);
});

test("A nudge replaces the wait that runs", async () => {
  const { stream, sources, waits } = stage([true, true]);
  stream.connect();
  sources[0].onerror();
  stream.nudge();
  await waits[0].act();
  assert.equal(sources.length, 1);
  await waits[1].act();
  assert.equal(sources.length, 2);
});

test("Nothing is asked after stopping", async () => {
  const { stream, sources, waits, links } = stage([true]);
  stream.connect();
  sources[0].onerror();
  stream.stop();
  await waits[0].act();
  assert.deepEqual([links, sources.length], [[], 1]);
});
