import { byID, el, replace } from "../common/dom.js";

/**
 * The coordination role scan: counts to talk about, never a verdict.
 * @param {import("./app.js").App} app
 */
export function scanView({ store, words }) {
  store.watch(["scan"], ({ scan }) => replace(byID("scan"),
    el("p", { text: words.count("scan.answered", scan.people) }),
    ...scan.questions.map(({ label, answers, counts, talk }) => el("table", null,
      el("caption", { text: label }),
      el("tbody", null, ...answers.map((answer, place) => el("tr", null,
        el("th", { scope: "row", text: answer.label }),
        el("td", { text: counts ? String(counts[place]) : "–" }))),
      el("tr", null, el("td", { colspan: "2", class: "soft", text: talk ?? words("scan.few") }))))),
    el("p", { class: "soft", text: scan.about })));
}
