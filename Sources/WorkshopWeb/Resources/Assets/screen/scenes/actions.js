import { el } from "../../common/dom.js";
import { pageOf } from "../../common/paging.js";
import { itemsOf, totalOf } from "../state.js";
import { nothingYet, said, whichPart } from "../view.js";
import { giverOf } from "./requests.js";

/** @typedef {import("../../common/model.js").Item} Item */

const actionsPerPage = 3;
const pledgesPerPage = 3;
const detailsShown = 2;

/**
 * Actions with their teams at the left, pledges at the right, and how many requests nobody meets yet.
 * @param {import("../view.js").View} view
 */
export function actions(view) {
  const { state, words } = view;
  const open = state.destiny.openRequests.length;
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
 * @param {(view: import("../view.js").View, item: Item) => HTMLElement} draw
 */
function column(view, kind, size, draw) {
  const found = itemsOf(view.state, kind);
  return el("div", { class: `column ${kind}s` },
    el("h1", null, view.words(`actions.${kind}s`), whichPart(view, found.length, size, totalOf(view.state, kind))),
    found.length === 0
      ? nothingYet(view.words(`actions.no-${kind}s`))
      : el("div", { class: "list" }, ...pageOf(found, size, view.page).map((item) => draw(view, item))));
}

/**
 * @param {import("../view.js").View} view
 * @param {Item} item
 */
function action(view, item) {
  return el("article", { class: "card action", "data-id": item.id },
    said("h2", "headline", item.headline), details(item), team(view, item, "actions.joined"));
}

/**
 * @param {import("../view.js").View} view
 * @param {Item} item
 */
function pledge(view, item) {
  const kind = item.details.find((detail) => detail.id === "pledgeKind")?.value;
  const tag = [kind, giverOf(item)].filter(Boolean).join(" · ");
  const answers = view.state.destiny.matches.filter((match) => match.request === item.id);
  return el("article", { class: "card pledge", "data-id": item.id },
    said("p", "tag", tag), said("h2", "headline", item.headline),
    answers.length > 0 && el("p", { class: "met", text: view.words("actions.met") }),
    team(view, item, "actions.weToo"));
}

/**
 * @param {import("../view.js").View} view
 * @param {Item} item
 * @param {string} key
 */
function team({ state, words }, item, key) {
  const joined = state.destiny.joined[item.id] ?? 0;
  return joined > 0 && el("p", { class: "team" }, el("strong", { text: String(joined) }), ` ${words.count(key, joined)}`);
}

/** @param {Item} item */
function details(item) {
  return el("dl", null, ...item.details.slice(0, detailsShown).map((detail) => el("div", null,
    el("dt", { text: detail.label }), said("dd", "", detail.value))));
}
