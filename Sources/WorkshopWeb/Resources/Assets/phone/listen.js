import { h, button, paragraph } from "./dom.js";
import { secondsLeft, momentOf } from "./timer.js";

/** @param {import("./types").App} app */
function momentNow({ room, roomAt }) {
  const timer = room && room.timer;
  const left = timer ? secondsLeft(timer, roomAt, performance.now()) : 0;
  return timer && left ? momentOf(timer, left) : null;
}

/**
 * Where it is kept that somebody chose to write already: for one round of one interview.
 * @param {import("./types").App} app
 * @param {import("./types").Moment} moment
 */
const markOf = ({ room }, moment) => (room && room.item ? room.item.id : "") + ":" + moment.round;

/**
 * Whether somebody is telling and the phone has nothing to ask.
 * @param {import("./types").App} app
 */
export function isListening(app) {
  const moment = momentNow(app);
  return !!moment && moment.activity === "telling" && app.storage.get("writes") !== markOf(app, moment);
}

/**
 * The interview: the phone lies aside, and opens its form by itself when the time to write has come.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function listenView(app, step, head) {
  const { say, room } = app;
  const write = () => {
    const moment = momentNow(app);
    if (moment) app.storage.set("writes", markOf(app, moment));
    app.render();
  };
  const count = room && room.timer ? Math.floor(room.timer.total / 180) : 0;
  const questions = (step.questions || []).map(({ ask, more }) => h("li", {}, h("strong", {}, ask), " ", more));
  return {
    nodes: [
      head, h("p", { class: "aside" }, say("listen.aside")), paragraph(say("listen.help")),
      count > 0 && paragraph(say("listen.three", { count }), "help"),
      questions.length > 0 && h("details", {}, h("summary", {}, say("listen.questions")), h("ol", {}, questions)),
      button(say("listen.write"), write),
    ],
    tick: () => isListening(app) || app.render(),
  };
}
