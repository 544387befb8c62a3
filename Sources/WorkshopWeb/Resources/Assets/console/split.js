import { el } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { overtaken, seen, standingAfter } from "./decide.js";
import { openDialog, refused, wordingFields } from "./dialog.js";
import { loaded } from "./reword.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * Two of one: the same texts twice, from which the moderator takes out what belongs in the other part.
 * @param {App} app
 * @param {Entry} entry
 */
export async function split(app, entry) {
  const { words, api } = app;
  const wording = await loaded(app, entry);
  if (!wording) return;
  const [first, second] = [wordingFields(app, wording.fields), wordingFields(app, wording.fields, "second.")];
  // One id for one part: sending again after a lost answer never makes a second one.
  const id = uuid();
  const half = (/** @type {string} */ title, /** @type {typeof first} */ texts) =>
    el("fieldset", null, el("legend", { text: words(title, { number: entry.number }) }), ...texts.nodes);
  let known = entry;
  openDialog(app, {
    title: words("moderation.splitTitle", { number: entry.number }), help: words("moderation.splitHelp"),
    body: [el("div", { class: "halves" }, half("moderation.first", first), half("moderation.second", second))],
    submit: words("moderation.splitDo"),
    act: async () => {
      const body = { id, first: first.read(), second: second.read(), ...seen(known) };
      const answer = api("POST", `/contributions/${entry.id}/split`, body);
      try {
        await answer;
      } catch (error) {
        const isAtField = [first, second].map((texts) => texts.fault(error)).some(Boolean);
        known = standingAfter(known, error);
        return overtaken(app, entry, error) || refused(app, error, isAtField);
      }
      await app.run(answer, {
        text: words("moderation.splitDone", { number: entry.number }), undo: () => app.run(putTogether(app, entry, id)),
      });
      return "";
    },
  });
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {string} part
 */
async function putTogether({ api }, entry, part) {
  await api("POST", `/contributions/${part}/merge`, { into: entry.id });
  await api("POST", `/contributions/${entry.id}/as-told`);
}
