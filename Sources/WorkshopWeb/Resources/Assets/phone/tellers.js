import { h, button } from "./dom.js";
import { tableNote } from "./table-stories.js";

/**
 * For whom this phone writes now, and the way to the next person: most phones serve a duo, some a whole table.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 */
export function tellersBar(app, step, person) {
  return [scribeNote(app), tableNote(app, step), personBar(app, step.id, person)];
}

/** @param {import("./types").App} app */
function scribeNote({ say, storage, me }) {
  if (!storage.get("scribe")) return null;
  const table = me ? me.participant.table : "";
  const text = table ? say("tellers.scribe", { table }) : say("tellers.scribeAlone");
  return h("p", { class: "scribe" }, h("strong", {}, text), " ", h("a", { href: "#wie" }, say("tellers.change")));
}

/**
 * @param {import("./types").App} app
 * @param {string} step
 * @param {number} person
 */
function personBar(app, step, person) {
  const { say } = app;
  const previous = button("←", () => app.turnTo(step, person - 1), "quiet", { "aria-label": say("person.previous") });
  const other = button(say("person.other"), () => app.turnTo(step, person + 1), "quiet");
  const number = h("strong", {}, say("person.number", { number: person + 1 }));
  return h("div", { class: "persons" }, person > 0 && [previous, number], person < 11 && other);
}
