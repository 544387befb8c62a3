import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { spreadBar } from "../../common/spread.js";
import { nothingYet, said, whichPart } from "../view.js";

const most = 4;

/**
 * The proposals that nearly everyone carries, once the room may see where it stands.
 * @param {import("../view.js").View} view
 */
export function carried(view) {
  const { state, words } = view;
  const found = state.spreads.filter((spread) => spread.agreement === "carried");
  const perPage = evenSize(found.length, most);
  const heading = el("h1", null, words("carried.title"), whichPart(view, found.length, perPage));
  const empty = state.room.stancesRevealed ? "carried.nothing" : "carried.none";
  return el("section", { class: `scene carried of-${perPage}` }, heading,
    found.length === 0
      ? nothingYet(words(empty))
      : el("div", { class: "rows" }, ...pageOf(found, perPage, view.page).map((spread) => el("article",
        { class: "row", "data-id": spread.proposal },
        said("h2", "headline", spread.headline),
        spread.counts && spreadBar(spread.counts, (position) => words(`positions.${position}`))))));
}
