import { el } from "../common/dom.js";
import { merge, unmerge } from "./merge.js";
import { reword } from "./reword.js";
import { split } from "./split.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * What is done less often with an entry, behind one button; nothing for what was merged or taken back.
 * @param {App} app
 * @param {Entry} entry
 */
export function rareActs(app, entry) {
  if (!["waiting", "released", "held"].includes(entry.state)) return null;
  const act = (/** @type {string} */ name, /** @type {(app: App, entry: Entry) => unknown} */ run) => el("button", {
    type: "button", class: "quiet", "data-key": `${name}-${entry.id}`, text: app.words(`moderation.${name}`),
    on: { click: (/** @type {Event} */ event) => { event.stopPropagation(); run(app, entry); } },
  });
  return el("details", { class: "rare-acts" },
    el("summary", { "data-key": `rare-${entry.id}`, text: app.words("moderation.more") }),
    el("div", { class: "actions" }, act("reword", reword), act("split", split), act("merge", merge)));
}

/**
 * Where an entry went or came from, with the way back; null where it is simply as it was told.
 * @param {App} app
 * @param {Entry} entry
 */
export function origins(app, entry) {
  const { words } = app;
  const { mergedInto, splitFrom, merged } = entry.moderation;
  if (!mergedInto && !splitFrom && merged.length === 0) return null;
  return el("div", { class: "origins" },
    mergedInto && el("p", null, `${words("moderation.mergedInto", { number: mergedInto.number })} `,
      el("button", {
        type: "button", class: "quiet", "data-key": `unmerge-${entry.id}`, text: words("moderation.unmerge"),
        on: { click: (/** @type {Event} */ event) => { event.stopPropagation(); unmerge(app, entry); } },
      })),
    splitFrom && el("p", { class: "soft", text: words("moderation.part", { number: splitFrom.number }) }),
    merged.length > 0 && el("p", {
      class: "soft", text: words("moderation.holds", { numbers: merged.map((number) => `nr. ${number}`).join(", ") }),
    }));
}
