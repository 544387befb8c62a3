import { byID, el, replace } from "../common/dom.js";

/**
 * What was heard, from whom: the picture the room gets too, and what it is asked.
 * @param {import("./app.js").App} app
 */
export function coverageView({ store, words }) {
  store.watch(["coverage"], ({ coverage }) => replace(byID("coverage"),
    table(coverage, words), coverage.groups.length === 0 && el("p", { class: "soft", text: words("coverage.few") }),
    coverage.questions.length > 0 && el("details", null, el("summary", { text: words("coverage.ask") }),
      el("ul", null, ...coverage.questions.map((question) => el("li", { text: question }))))));
}

/**
 * @param {import("../common/model.js").Coverage} coverage
 * @param {import("../common/words.js").Words} words
 */
function table({ groups, rows }, words) {
  const cell = (/** @type {string} */ block, /** @type {string} */ group, /** @type {boolean | undefined} */ heard) => {
    const look = heard === undefined ? "untold" : heard ? "heard" : "notHeard";
    const text = words(`coverage.${look}`);
    return el("td", { class: { untold: "untold", heard: "heard", notHeard: "not-heard" }[look], title: `${block}, ${group}: ${text}` },
      el("span", { class: "unseen", text }));
  };
  return el("table", null,
    el("caption", { text: words("coverage.caption") }),
    el("thead", null, el("tr", null, el("td"), ...[{ name: words("coverage.room") }, ...groups].map((group) =>
      el("th", { scope: "col" }, el("span", { text: group.name }))))),
    el("tbody", null, ...rows.map((row) => el("tr", null,
      el("th", { scope: "row", text: row.name }), cell(row.name, words("coverage.room"), row.heard),
      ...groups.map((group, at) => cell(row.name, group.name, row.groups?.[at]))))));
}
