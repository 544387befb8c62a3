/**
 * Follows the room: a stream, and where that fails a question every 5 to 10 seconds until the stream works again.
 *
 * Every wait is spread at random, so that 500 phones that lost the same Wi-Fi do not come back in one second.
 * @param {object} parts
 * @param {() => EventSource} parts.open
 * @param {() => Promise<boolean>} parts.ask whether the server answered
 * @param {(room: import("./types").Room) => void} parts.hear
 * @param {(isConnected: boolean) => void} parts.link
 * @param {(act: () => void, milliseconds: number) => any} [parts.later]
 * @param {() => number} [parts.random]
 */
export function followRoom({ open, ask, hear, link, later = setTimer, random = Math.random }) {
  /** @type {EventSource | null} */
  let source = null;
  let turn = 0;

  function stop() {
    turn += 1;
    if (source) source.close();
    source = null;
  }

  function connect() {
    stop();
    let wasOpen = false;
    source = open();
    source.onopen = () => link((wasOpen = true));
    source.onerror = () => askLater(wasOpen ? 500 + random() * 2500 : 5000 + random() * 5000);
    source.addEventListener("room", (event) => hear(JSON.parse(event.data)));
  }

  /** @param {number} wait */
  function askLater(wait) {
    stop();
    const mine = turn;
    later(async () => {
      if (mine !== turn) return;
      const isConnected = await ask();
      if (mine !== turn) return;
      link(isConnected);
      if (isConnected) connect();
      else askLater(5000 + random() * 5000);
    }, wait);
  }

  return { connect, stop, nudge: () => askLater(random() * 1000) };
}

/**
 * The phone's own clock, where a test puts in another.
 * @param {() => void} act
 * @param {number} milliseconds
 * @returns {any}
 */
export function setTimer(act, milliseconds) {
  return setTimeout(act, milliseconds);
}
