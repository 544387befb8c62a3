import { byID, el, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{seq: number, day: string, time: string, role: string, text: string}} Act */

const redrawAfter = 600;

/**
 * What was decided, by whom and when; read when it is opened, and again while it stays open.
 * @param {App} app
 */
export function moderationLogView(app) {
  const part = /** @type {HTMLDetailsElement} */ (byID("moderation-log"));
  const list = byID("moderation-acts");
  let waiting = 0;
  const load = async () => {
    const answer = app.api("GET", "/moderation-log");
    if (await app.run(answer)) draw(app, list, (await answer).acts);
  };
  part.addEventListener("toggle", () => part.open && load());
  app.store.watch(["recent", "room"], () => {
    if (!part.open) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(load, redrawAfter);
  });
  const file = /** @type {HTMLAnchorElement} */ (byID("moderation-file"));
  file.href = `/begeleider/${encodeURIComponent(app.store.get().traject.id)}/documenten/moderatie.csv`;
}

/**
 * @param {App} app
 * @param {HTMLElement} list
 * @param {Act[]} acts
 */
function draw({ words, language }, list, acts) {
  const days = new Set(acts.map(({ day }) => day)).size > 1;
  const date = (/** @type {string} */ day) =>
    new Date(`${day}T12:00`).toLocaleDateString(language, { day: "numeric", month: "short" });
  replace(list, ...acts.map((act) => el("li", null,
    el("time", { datetime: `${act.day}T${act.time.padStart(5, "0")}`, text: days ? `${date(act.day)} ${act.time}` : act.time }),
    el("span", { text: act.text }), el("span", { class: "soft", text: act.role }))),
  acts.length === 0 && el("li", { class: "soft", text: words("moderation.log.none") }));
}
