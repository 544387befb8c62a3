import { h, button, fill } from "./dom.js";
import { secondsLeft, clockFace, timerNote } from "./timer.js";

/**
 * @param {string} id
 * @returns {any}
 */
const part = (id) => document.getElementById(id);

/**
 * What stands around the view: the light, the ways to now and to one's own, the timer, and news of the room.
 * @param {import("./types").App} app
 */
export function openShell(app) {
  const { say } = app;

  function light() {
    const count = app.outbox ? app.outbox.waiting() : 0;
    const look = count ? "waiting" : app.isConnected ? "connected" : "lost";
    const text = say("light." + look, { count });
    part("light").className = look;
    if (part("light").textContent !== text) part("light").textContent = text;
  }

  function timer() {
    const set = app.room && app.room.timer;
    part("timer").hidden = !set;
    if (!set) return;
    const left = secondsLeft(set, app.roomAt, performance.now());
    const note = timerNote(set, left);
    part("timer").textContent = clockFace(left) + (note && " · " + say(note));
  }

  function ways() {
    const isIn = app.me && app.me.participant.checkedIn;
    part("ways").hidden = !isIn;
    const returned = isIn ? app.outbox.entries().filter(({ state }) => state === "returned").length : 0;
    const link = (/** @type {string} */ hash, /** @type {string} */ text) =>
      h("a", { href: hash, "aria-current": (location.hash || "#nu") === hash && "page" }, text);
    fill(part("ways"), [link("#nu", say("ways.now")), link("#mijn", say("ways.own") + (returned ? " (!)" : ""))]);
  }

  /** @param {string} [key] */
  function news(key) {
    part("news").hidden = !key;
    fill(part("news"), key ? [h("p", {}, say(key)), button(say("news.go"), app.render)] : []);
  }

  function phase() {
    const name = app.step ? app.step.phase : app.room && app.room.item ? app.room.item.phase : "kader";
    document.body.className = "phase-" + name;
  }

  function update() {
    light();
    ways();
    phase();
    timer();
  }

  setInterval(timer, 1000);
  return { update, light, news };
}
