import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { itemsOf } from "../state.js";
import { nothingYet, said, whichPart } from "../view.js";

const most = 3;

/**
 * The dream wall: what tables made, with its name and sentence.
 * @param {import("../view.js").View} view
 */
export function dreams(view) {
  const found = itemsOf(view.state, "dream");
  const perPage = evenSize(found.length, most);
  const heading = el("h1", null, view.words("dreams.title"), whichPart(view, found.length, perPage));
  if (found.length === 0) {
    return el("section", { class: "scene dreams" }, heading, nothingYet(view.words("dreams.none")));
  }
  return el("section", { class: `scene dreams of-${perPage}` }, heading,
    el("div", { class: "frames" }, ...pageOf(found, perPage, view.page).map((dream) => frame(view, dream))));
}

/**
 * @param {import("../view.js").View} view
 * @param {import("../../common/model.js").Item} dream
 */
function frame(view, dream) {
  return el("article", { class: dream.photo ? "frame" : "frame plain", "data-id": dream.id },
    dream.photo ? view.photo(dream.photo) : null,
    el("div", { class: "caption" }, dream.voiceName && el("p", { class: "voice", text: dream.voiceName }),
      said("h2", "headline", dream.headline), said("p", "text", dream.text)));
}
