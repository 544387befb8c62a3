import { el } from "../common/dom.js";

/**
 * What was entered from this page: its number and code to find it by, and what was typed to correct it with.
 * @typedef {object} Entered
 * @property {string} id
 * @property {number} number
 * @property {number} version
 * @property {string} code
 * @property {string} sheet the code of its sheet of paper, or empty
 * @property {string} kindName
 * @property {import("./entry-draft.js").EntryDraft} draft
 */

const most = 10;

/**
 * The last ten with a new one among them; a corrected one takes the place of what it was.
 * @param {Entered[]} recent
 * @param {Entered} entered
 */
export function withEntered(recent, entered) {
  return [entered, ...recent.filter(({ id }) => id !== entered.id)].slice(0, most);
}

/**
 * @param {import("../common/words.js").Words} words
 * @param {Entered[]} recent
 * @param {(entered: Entered) => void} correct
 */
export function recentList(words, recent, correct) {
  if (recent.length === 0) return [];
  return [
    el("h3", { text: words("entry.recent") }),
    recent.some(({ sheet }) => !sheet) && el("p", { class: "soft", text: words("entry.codeHelp") }),
    el("ol", { class: "recent" }, ...recent.map((entered) => el("li", null,
      el("b", { text: words("entry.recentOne", { kind: entered.kindName, number: entered.number }) }),
      entered.sheet && el("span", { text: words("entry.recentSheet", { sheet: entered.sheet }) }),
      el("span", { class: "code", text: entered.code }),
      el("button", {
        type: "button", class: "quiet", text: words("entry.correct"), "data-key": `correct-${entered.id}`,
        "aria-label": words("entry.correctOne", { number: entered.number }), on: { click: () => correct(entered) },
      })))),
  ];
}
