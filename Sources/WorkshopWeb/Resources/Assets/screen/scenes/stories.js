import { el } from "../../common/dom.js";
import { itemsOf, totalOf } from "../state.js";
import { said } from "../view.js";
import { blockWall } from "./blocks.js";

const perTile = 3;

/**
 * The story wall: a tile for each building block, turning slowly where it holds more.
 * @param {import("../view.js").View} view
 */
export function stories(view) {
  return blockWall(view, {
    name: "stories",
    title: view.words("stories.title"),
    things: itemsOf(view.state, "story"),
    blocksOf: (story) => story.buildingBlocks,
    perTile,
    total: (block) => totalOf(view.state, "story", block),
    fill: cards,
    silence: (label) => view.words("stories.silence", { block: label }),
    others: view.words("stories.others"),
  });
}

/**
 * @param {import("../../common/model.js").Item[]} shown
 * @param {number} total
 */
function cards(shown, total) {
  const size = Math.min(total, perTile);
  return el("div", { class: `cards of-${size}` }, ...shown.map((story) => el("div",
    { class: "card", "data-id": story.id },
    story.voiceName && el("p", { class: "voice", text: story.voiceName }),
    said("h3", "headline", story.headline),
    size < 3 && said("p", "text", story.quote ? `“${story.quote}”` : story.text))));
}
