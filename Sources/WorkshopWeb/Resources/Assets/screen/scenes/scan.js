import { el } from "../../common/dom.js";
import { pageOf } from "../../common/paging.js";
import { whichPart } from "../view.js";

/** @typedef {import("../../common/model.js").Scan} Scan */

const perPage = 2;

/**
 * The coordination role scan: its questions, their counts once they are shown, and what there is to talk about.
 * @param {import("../view.js").View} view
 */
export function scan(view) {
  const { scan: asked, room } = view.state;
  const { words } = view;
  return el("section", { class: "scene scan" },
    el("h1", null, words("scan.title"), whichPart(view, asked.questions.length, perPage)),
    el("div", { class: "questions" }, ...pageOf(asked.questions, perPage, view.page).map((question) =>
      el("article", null, el("h2", { text: question.label }), answers(question),
        question.talk && el("p", { class: "talk", text: question.talk })))),
    el("p", {
      class: "lead", text: room.scanRevealed ? words("scan.lead") : words.count("scan.answered", asked.people),
    }));
}

/** @param {Scan["questions"][number]} question */
function answers({ answers: given, counts }) {
  const total = Math.max(1, (counts ?? []).reduce((sum, count) => sum + count, 0));
  return el("ul", null, ...given.map(({ label }, place) => {
    const bar = el("li", { class: counts ? "counted" : "" },
      el("span", { text: label }), counts && el("b", { text: String(counts[place]) }));
    if (counts) bar.style.setProperty("--share", `${(100 * counts[place]) / total}%`);
    return bar;
  }));
}
