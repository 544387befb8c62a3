import { h, heading, paragraph } from "./dom.js";
import { dayInWords } from "./words.js";

/**
 * Thanks at the end of the day, and when everyone meets again; before that, that Doen goes to the ontwerpteam.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function closedView(app) {
  const { say, me, room } = app;
  const isOver = room && room.closed;
  const { date = null, place = "" } = me ? me.traject.followUp : {};
  const again = date && paragraph(say("between.followUp", { date: dayInWords(date), place }), "card");
  const own = h("a", { href: "#mijn" }, say("own.title"));
  return {
    nodes: [heading(say(isOver ? "between.closed" : "between.handedOver")),
      paragraph(say(isOver ? "between.thanks" : "between.handOverNext"), "prompt"), again, own],
    refresh: () => app.room && (app.room.closed !== isOver || !(isOver || app.room.handedOver)) && app.render(),
  };
}
