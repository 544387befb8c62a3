import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { itemsOf } from "../state.js";
import { nothingYet, said, whichPart } from "../view.js";

/** Four, so that a whole sentence is read from the back of the room. */
const most = 4;

/**
 * What made it work: the sentences of the tables, each with the quote that tells it.
 * @param {import("../view.js").View} view
 */
export function factors(view) {
  const found = itemsOf(view.state, "successFactor");
  const perPage = evenSize(found.length, most);
  const heading = el("h1", null, view.words("factors.title"), whichPart(view, found.length, perPage));
  if (found.length === 0) {
    return el("section", { class: "scene factors" }, heading, nothingYet(view.words("factors.none")));
  }
  return el("section", { class: `scene factors of-${perPage}` }, heading,
    el("div", { class: "sentences" }, ...pageOf(found, perPage, view.page).map(sentence)));
}

/** @param {import("../../common/model.js").Item} factor */
function sentence({ id, headline, quoted }) {
  return el("article", { class: "sentence", "data-id": id },
    said("h2", "headline", headline),
    quoted && said("p", "quote", `“${quoted.text}”`));
}
