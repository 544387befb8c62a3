import { h, button, fill, heading, paragraph } from "./dom.js";
import { later } from "./arrival.js";
import { draftView } from "./own.js";

/**
 * The code of a contribution, to read and to photograph.
 * @param {import("./types").App} app
 * @param {string} id
 * @param {string} code
 */
export function codeCard({ say }, id, code) {
  const qr = h("img",
    { class: "qr", src: "/api/contributions/" + id + "/code.svg", alt: say("sent.qr"), width: 160, height: 160 });
  qr.onerror = () => qr.remove();
  return h("div", { class: "card code" }, h("p", {}, say("sent.codeIs")), h("strong", {}, code), qr,
    paragraph(say("sent.keep"), "help"));
}

/**
 * Says whether what waits survives a reload; of a photo that is known only once it is written.
 * @param {import("./types").App} app
 * @param {import("./types").Entry} entry
 * @param {HTMLElement} state
 */
export async function sayWhereKept({ say, storage }, entry, state) {
  const isDurable = storage.isDurable(entry.key);
  state.textContent = say(isDurable && !entry.photo ? "sent.kept" : "sent.keptInPage");
  if (!isDurable || !entry.photo || !(await later.album.isKept(entry.payload.id))) return;
  if (storage.get(entry.key)) state.textContent = say("sent.kept");
}

/**
 * What happened to what was just sent: first kept on the phone, then stored, with its code.
 * @param {import("./types").App} app
 * @param {import("./types").Entry} entry
 * @param {string} name
 * @returns {import("./types").View}
 */
export function sentView(app, entry, name) {
  const { say } = app;
  const { id, step } = entry.payload;
  const state = h("p", { role: "status", class: "saved waiting" });
  sayWhereKept(app, entry, state);
  const code = h("div", {}, paragraph(say("sent.codeLater"), "help"));
  const person = app.person(step);
  const isDuo = !!(app.step && app.step.interview) && person < 2;
  const isOpen = app.step && app.step.id === step && !entry.payload.version && !entry.about;
  const nodes = [heading(say("sent.title")), state, code];
  const rules = h("p", {}, h("a", { href: "#spelregels" }, say("rules")));
  const next = [
    isOpen && isDuo && button(say("sent.next"), () => app.turnTo(step, person + 1), "main"),
    isOpen && button(say("sent.again", { name }), () => app.turnTo(step, person), isDuo ? "" : "main"),
    isOpen && !isDuo && person < 11 && button(say("person.other"), () => app.turnTo(step, person + 1)),
    !isOpen && button(say("news.go"), app.render, "main"),
  ];
  return {
    nodes: [nodes, next, rules],
    closed: "news.moved",
    holds: () => true,
    happened: ({ type, entry: other, answer }) => {
      // By its stamp, because what comes back may come back under another id.
      if (other.stamp !== entry.stamp) return;
      if (type === "returned") return app.show(draftView(app, other.key));
      if (type !== "sent") return;
      state.className = "saved";
      state.textContent = say(answer.late ? "sent.late" : "sent.stored");
      fill(code, [codeCard(app, id, answer.code)]);
    },
  };
}
