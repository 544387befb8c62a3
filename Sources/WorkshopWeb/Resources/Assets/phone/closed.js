import { h, heading, paragraph } from "./dom.js";
import { dayInWords } from "./words.js";

/**
 * Thanks at the end of the day, and when everyone meets again.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function closedView(app) {
  const { say, me } = app;
  const { date = null, place = "" } = me ? me.traject.followUp : {};
  const again = date && paragraph(say("between.followUp", { date: dayInWords(date), place }), "card");
  const own = h("a", { href: "#mijn" }, say("own.title"));
  return {
    nodes: [heading(say("between.closed")), paragraph(say("between.thanks"), "prompt"), again, own],
    refresh: () => app.room && !app.room.closed && app.render(),
  };
}
