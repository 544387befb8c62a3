import { dayText } from "../common/clock.js";
import { byID } from "../common/dom.js";
import { countByState } from "./filter.js";

/** @typedef {import("./app.js").App} App */

/**
 * The name of the day, and closing it.
 * @param {App} app
 */
export function headerView(app) {
  const { store, words, language } = app;
  const button = byID("close-day");
  store.watch(["traject", "gatherings"], ({ traject, gatherings }) => {
    const date = gatherings.find(({ isCurrent }) => isCurrent)?.date ?? traject.date;
    byID("day").textContent = [dayText(date, language), traject.place].filter(Boolean).join(" · ");
    byID("rehearsal").hidden = !traject.rehearsal;
  });
  store.watch(["room"], ({ room }) => {
    document.body.dataset.phase = room.item?.phase ?? "kader";
    byID("closed").hidden = !room.closed;
    button.textContent = words(room.closed ? "day.reopen" : "day.close");
  });
  let askedAt = 0;
  button.addEventListener("click", () => {
    const { room, counts } = store.get();
    const { waiting } = countByState(counts, "");
    if (!room.closed && waiting > 0 && askedAt === 0) {
      askedAt = Date.now();
      button.textContent = words.count("day.closeWaiting", waiting);
      setTimeout(() => {
        askedAt = 0;
        button.textContent = words(store.get().room.closed ? "day.reopen" : "day.close");
      }, 5000);
      return;
    }
    // The second half of a double click is not an answer.
    if (Date.now() - askedAt < 1000) return;
    turnDay(app, room.closed);
  });
}

/**
 * @param {App} app
 * @param {boolean} closed
 */
function turnDay(app, closed) {
  const turn = closed ? "reopen" : "close";
  app.run(app.api("POST", `/day/${turn}`), {
    text: app.words(closed ? "day.reopened" : "day.closed"),
    undo: () => app.run(app.api("POST", `/day/${closed ? "close" : "reopen"}`)),
  });
}
