import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { itemsOf, totalOf } from "../state.js";
import { blockLabel, nothingYet, said, whichPart } from "../view.js";

const most = 4;

/**
 * The proposals, each with its number, by which people find it on their phone.
 * @param {import("../view.js").View} view
 */
export function proposals(view) {
  const found = itemsOf(view.state, "proposal").reverse();
  const perPage = evenSize(found.length, most);
  const heading = el("h1", null, view.words("proposals.title"), whichPart(view, found.length, perPage, totalOf(view.state, "proposal")));
  if (found.length === 0) {
    return el("section", { class: "scene proposals" }, heading, nothingYet(view.words("proposals.none")));
  }
  return el("section", { class: `scene proposals of-${perPage}` }, heading,
    el("div", { class: "sheets" }, ...pageOf(found, perPage, view.page).map((proposal) => el("article",
      { class: "sheet", "data-id": proposal.id },
      el("p", { class: "number", text: String(proposal.number) }),
      el("div", null,
        el("p", { class: "eyebrow", text: blockLabel(view, proposal.buildingBlocks[0]) }),
        said("h2", "headline", proposal.headline),
        said("p", "text", proposal.text))))));
}
