import { el } from "../../common/dom.js";
import { nothingYet } from "../view.js";

/**
 * What was not heard yet, one question at a time, beside the picture of what was: heard or not, never how many.
 * @param {import("../view.js").View} view
 */
export function coverage({ state, words, page }) {
  const { questions, rows, groups, complete } = state.coverage;
  const anything = rows.some((row) => row.heard);
  return el("section", { class: `scene coverage${groups.length > 0 ? "" : " without-groups"}` },
    el("div", { class: "asked" },
      el("p", { class: "eyebrow", text: words("coverage.title") }),
      complete && anything
        ? el("h1", { class: "question", text: words("coverage.complete") })
        : el("h1", { class: "question", text: questions[page % questions.length] ?? words("coverage.begin") }),
      questions.length > 1 && el("p", { class: "part", text: words("coverage.part", {
        number: (page % questions.length) + 1, count: questions.length,
      }) })),
    rows.length > 0 ? picture(state.coverage, words) : nothingYet(words("coverage.begin")));
}

/**
 * @param {import("../../common/model.js").Coverage} coverage
 * @param {import("../../common/words.js").Words} words
 */
function picture({ rows, groups }, words) {
  const dot = (/** @type {boolean | undefined} */ heard) => {
    const look = heard === undefined ? "untold" : heard ? "heard" : "not-heard";
    return el("td", { class: look }, el("span", { class: "unseen", text: words(`coverage.${look}`) }));
  };
  const heading = (/** @type {string} */ name) => el("th", { scope: "col" }, el("span", { text: name }));
  return el("table", { class: "picture" },
    el("caption", { text: words(groups.length > 0 ? "coverage.caption" : "coverage.caption-room") }),
    el("thead", null, el("tr", null, el("td"),
      heading(words("coverage.room")), ...groups.map((group) => heading(group.name)))),
    el("tbody", null, ...rows.map((row) => el("tr", null,
      el("th", { scope: "row", text: row.name }), dot(row.heard),
      ...groups.map((_, at) => dot(row.groups?.[at]))))));
}
