import { el } from "../common/dom.js";
import { decide, overtaken, seen, standingAfter } from "./decide.js";
import { openDialog, refused, wordingFields } from "./dialog.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * Other words for an entry: a name taken out, a word spelt right. Its teller's own are kept.
 * @param {App} app
 * @param {Entry} entry
 */
export async function reword(app, entry) {
  const { words, api } = app;
  const wording = await loaded(app, entry);
  if (!wording) return;
  const texts = wordingFields(app, wording.fields);
  let known = entry;
  openDialog(app, {
    title: words("moderation.rewordTitle", { number: entry.number }), help: words("moderation.rewordHelp"),
    body: texts.nodes, submit: words("moderation.rewordDo"),
    act: async () => {
      const body = { texts: texts.read(), ...seen(known) };
      const answer = api("POST", `/contributions/${entry.id}/reword`, body);
      try {
        await answer;
      } catch (error) {
        known = standingAfter(known, error);
        return overtaken(app, entry, error) || refused(app, error, texts.fault(error));
      }
      await app.run(answer, {
        text: words("moderation.rewordDone", { number: entry.number }), undo: () => putAsTold(app, { ...entry, version: entry.version + 1 }),
      });
      return "";
    },
  });
}

/**
 * The free texts of an entry as they are now; tells and answers null where they cannot be had.
 * @param {App} app
 * @param {Entry} entry
 * @returns {Promise<{fields: import("./dialog.js").Wording[]} | null>}
 */
export async function loaded(app, entry) {
  const answer = app.api("GET", `/contributions/${entry.id}/wording`);
  return (await app.run(answer)) ? answer : null;
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function putAsTold(app, entry) {
  return decide(app, entry, "as-told", seen(entry), { text: app.words("moderation.asToldDone", { number: entry.number }) });
}

/**
 * What its teller wrote, beside what stands there now, with a way back; null where it stands as told.
 * @param {App} app
 * @param {Entry} entry
 */
export function toldPart(app, entry) {
  const { words } = app;
  const { told } = entry.moderation;
  if (!told) return null;
  return el("div", { class: "told" },
    el("p", { class: "soft", text: words("moderation.reworded") }),
    told.length > 0 && el("details", null,
      el("summary", { "data-key": `told-${entry.id}`, text: words("moderation.told") }),
      ...told.map(({ label, value }) => el("div", { class: "answer" },
        el("span", { class: "label", text: label }), el("p", { dir: "auto", text: value })))),
    el("button", {
      type: "button", class: "quiet", "data-key": `as-told-${entry.id}`, text: words("moderation.asTold"),
      on: { click: (/** @type {Event} */ event) => { event.stopPropagation(); putAsTold(app, entry); } },
    }));
}
