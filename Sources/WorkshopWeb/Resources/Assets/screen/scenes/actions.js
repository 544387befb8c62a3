import { el } from "../../common/dom.js";
import { pageOf } from "../../common/paging.js";
import { itemsOf } from "../state.js";
import { nothingYet, said, whichPart } from "../view.js";

/** @typedef {import("../../common/model.js").Item} Item */

const actionsPerPage = 3;
const pledgesPerPage = 5;
const detailsShown = 2;

/**
 * Actions at the left, pledges at the right, and how many requests have no offer yet.
 * @param {import("../view.js").View} view
 */
export function actions(view) {
  const { state, words } = view;
  const open = state.requestsOpen;
  return el("section", { class: "scene actions" },
    column(view, "action", actionsPerPage, action),
    el("div", { class: "side" },
      column(view, "pledge", pledgesPerPage, pledge),
      open > 0 && el("p", { class: "requests" }, el("strong", { text: String(open) }),
        el("span", { text: words.count("actions.requests", open) }))));
}

/**
 * @param {import("../view.js").View} view
 * @param {"action" | "pledge"} kind
 * @param {number} size
 * @param {(item: Item) => HTMLElement} draw
 */
function column(view, kind, size, draw) {
  const found = itemsOf(view.state, kind);
  return el("div", { class: `column ${kind}s` },
    el("h1", null, view.words(`actions.${kind}s`), whichPart(view, found.length, size)),
    found.length === 0
      ? nothingYet(view.words(`actions.no-${kind}s`))
      : el("div", { class: "list" }, ...pageOf(found, size, view.page).map(draw)));
}

/** @param {Item} item */
function action(item) {
  return el("article", { class: "card action", "data-id": item.id },
    said("h2", "headline", item.headline), details(item));
}

/** @param {Item} item */
function pledge(item) {
  const tag = item.details[0];
  return el("article", { class: "card pledge", "data-id": item.id },
    tag && said("p", "tag", tag.value), said("h2", "headline", item.headline));
}

/** @param {Item} item */
function details(item) {
  return el("dl", null, ...item.details.slice(0, detailsShown).map((detail) => el("div", null,
    el("dt", { text: detail.label }), said("dd", "", detail.value))));
}
