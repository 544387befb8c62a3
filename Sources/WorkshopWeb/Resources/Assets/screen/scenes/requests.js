import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { itemsOf } from "../state.js";
import { nothingYet, said, whichPart } from "../view.js";

const most = 3;

/**
 * The requests nobody meets yet, as a question to the room.
 * @param {import("../view.js").View} view
 */
export function requests(view) {
  const { state, words, page } = view;
  const pledges = itemsOf(state, "pledge");
  const open = pledges.filter((item) => state.destiny.openRequests.includes(item.id));
  const none = words(pledges.some((item) => item.text === "vraag") ? "requests.none" : "requests.unasked");
  const perPage = evenSize(open.length, most);
  return el("section", { class: "scene open-requests" },
    el("h1", null, words("requests.title"), whichPart(view, open.length, perPage)),
    open.length === 0 ? nothingYet(none) : el("div", { class: "list" },
      ...pageOf(open, perPage, page).map((item) => el("article", { class: "card", "data-id": item.id },
        said("h2", "headline", item.headline), said("p", "giver", giverOf(item))))),
    open.length > 0 && el("p", { class: "lead", text: words("requests.how") }));
}

/**
 * Who a pledge comes from; empty where that was not told.
 * @param {import("../../common/model.js").Item} item
 */
export function giverOf(item) {
  return item.details.find((detail) => detail.id === "giver")?.value ?? "";
}
