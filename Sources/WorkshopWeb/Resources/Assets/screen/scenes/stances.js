import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { spreadBar } from "../../common/spread.js";
import { nothingYet, said, whichPart } from "../view.js";

/** @typedef {import("../../common/model.js").Spread} Spread */

const most = 3;
const reasonsShown = 2;

/**
 * How the room stands towards each proposal. Reasons stand beside it, those who doubt first; no group is named.
 * @param {import("../view.js").View} view
 */
export function stances(view) {
  const { state, words } = view;
  const perPage = evenSize(state.spreads.length, most);
  const heading = el("h1", null, words("stances.title"), whichPart(view, state.spreads.length, perPage));
  const found = pageOf(state.spreads, perPage, view.page);
  return el("section", { class: "scene stances" }, heading,
    found.length === 0
      ? nothingYet(words("stances.none"))
      : el("div", { class: "rows" }, ...found.map((spread) => row(spread, words))));
}

/**
 * @param {Spread} spread
 * @param {import("../../common/words.js").Words} words
 */
function row(spread, words) {
  return el("article", { class: "row", "data-id": spread.proposal },
    said("h2", "headline", spread.headline),
    named(spread),
    spread.counts && spread.total > 0
      ? spreadBar(spread.counts, (position) => words(`positions.${position}`))
      : el("p", { class: "hidden-spread", text: words.count("stances.hidden", spread.total) }),
    el("div", { class: "reasons" }, ...tensionFirst(spread.reasons).slice(0, reasonsShown).map((reason) =>
      el("p", { class: `reason part-${reason.position}` },
        el("b", { text: words(`positions.${reason.position}`) }), said("span", "text", reason.text)))));
}

/**
 * Where the room stands, in words, with what to talk about; no group is named.
 * @param {Spread} spread
 */
function named({ agreement, agreementName, agreementQuestion }) {
  if (!agreementName || agreement === "undecided") return null;
  return el("p", { class: `agreement is-${agreement}` },
    el("b", { text: agreementName }), agreement !== "carried" && el("span", { text: agreementQuestion ?? "" }));
}

/**
 * A minority view is never averaged away, so the doubts come before the applause.
 * @param {Spread["reasons"]} reasons
 */
function tensionFirst(reasons) {
  const order = ["nee", "ja-maar", "ja"];
  return [...reasons].sort((one, other) => order.indexOf(one.position) - order.indexOf(other.position));
}
