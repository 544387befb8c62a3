import { h, button, fill, part } from "./dom.js";
import { later } from "./arrival.js";

/**
 * What stands around the view: the light, the ways to now and to one's own, and news of the room.
 * @param {import("./types").App} app
 */
export function openShell(app) {
  const { say } = app;

  function light() {
    const count = app.outbox ? app.outbox.waiting() : 0;
    const look = count ? "waiting" : app.isConnected ? "connected" : "lost";
    const text = say("light." + look, { count });
    part("light").hidden = !app.me;
    part("light").className = look;
    if (part("light").textContent !== text) part("light").textContent = text;
  }

  function ways() {
    const isIn = app.me && app.me.participant.checkedIn;
    part("ways").hidden = !isIn;
    const returned = isIn ? app.outbox.entries().filter(({ state }) => state === "returned").length : 0;
    const links = [["#nu", say("ways.now")], ["#mijn", say("ways.own") + (returned ? " (!)" : "")]];
    const here = location.hash || "#nu";
    // A tap on the way one is on already changes no address, and still has to lead there.
    const onclick = () => setTimeout(app.render);
    /** @param {string[]} way */
    const link = ([href, text]) => h("a", { href, onclick, "aria-current": here === href && "page" }, text);
    fill(part("ways"), links.map(link));
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
    tick();
  }

  function tick() {
    if (later.timerStrip) later.timerStrip(app);
  }

  return { update, light, news, tick };
}
