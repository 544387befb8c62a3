import { h, part } from "./dom.js";

/**
 * Keeps above the view where someone sits, once that is shown to the room.
 *
 * The room says only that seats changed; each phone then asks for its own, spread over a few seconds.
 * @param {(act: () => void, milliseconds: number) => any} [wait]
 */
export function openSeat(wait = setTimeout) {
  const strip = h("p", { class: "tip", role: "status" });
  strip.style.cssText = "grid-column: 1 / 3; margin: 4px 0; padding: 8px 12px";
  let isAsking = false;

  /** @param {import("./types").App} app */
  async function ask(app) {
    const { status, body } = await app.send("GET", "/api/me");
    if (status === 200 && body.traject && app.me) {
      app.me.seat = body.seat;
      app.me.room = body.room;
      app.device.set("me", app.me);
    }
    wait(() => (isAsking = false), 3000);
  }

  return (/** @type {import("./types").App} */ app) => {
    const { me, room } = app;
    if (me && room && room.seating !== me.room.seating && !isAsking) {
      isAsking = true;
      wait(() => ask(app), Math.random() * 2000);
    }
    const text = (me && me.room.seating && me.seat && me.seat.text) || "";
    if (strip.textContent !== text) strip.textContent = text;
    strip.hidden = !text;
    if (!strip.parentNode) part("timer").before(strip);
  };
}
