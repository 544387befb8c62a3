/**
 * How a stream is followed.
 * @typedef {object} Following
 * @property {string} url the stream, without a query
 * @property {string[]} events the names of the events to listen for
 * @property {() => Promise<number | null>} begin takes the snapshot and answers its sequence number; null for the stream
 *   from now on
 * @property {(name: string, data: any, seq: number) => void} receive
 * @property {(connected: boolean) => void} connection
 */

const firstDelay = 1000;
const longestDelay = 15000;

/**
 * The wait before try number `tries` (from 0), in milliseconds, doubled each time up to a quarter of a minute.
 * @param {number} tries
 */
export function delayBefore(tries) {
  return Math.min(longestDelay, firstDelay * 2 ** Math.min(tries, 10));
}

/**
 * Takes a snapshot and follows the stream from there, for as long as the page lives.
 *
 * A dropped line is the browser's to mend, with Last-Event-ID. A refused one begins anew with a snapshot; until that
 * succeeds the last picture stays.
 * @param {Following} following
 */
export function follow(following) {
  let tries = 0;
  /** @type {EventSource | null} */
  let source = null;
  const again = () => setTimeout(start, delayBefore(tries++));
  const start = async () => {
    try {
      const seq = await following.begin();
      source = open(following, seq, { opened: () => (tries = 0), refused: again });
    } catch (error) {
      following.connection(false);
      again();
    }
  };
  start();
  // The browser waits before it tries again; what was taken back meanwhile must not stand there that long.
  window.addEventListener("online", () => {
    if (source?.readyState !== EventSource.CONNECTING) return;
    source.close();
    start();
  });
}

/**
 * @param {Following} following
 * @param {number | null} seq
 * @param {{opened: () => void, refused: () => void}} then
 * @returns {EventSource}
 */
function open(following, seq, then) {
  const source = new EventSource(seq === null ? following.url : `${following.url}?after=${seq}`);
  source.onopen = () => {
    then.opened();
    following.connection(true);
  };
  source.onerror = () => {
    following.connection(false);
    if (source.readyState === EventSource.CLOSED) then.refused();
  };
  for (const name of following.events) {
    source.addEventListener(name, (event) => {
      const message = /** @type {MessageEvent} */ (event);
      following.receive(name, JSON.parse(message.data), Number(message.lastEventId) || 0);
    });
  }
  return source;
}
