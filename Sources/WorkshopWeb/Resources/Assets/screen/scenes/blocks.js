import { el } from "../../common/dom.js";
import { evenSize, grouped, pageOf } from "../../common/paging.js";
import { whichPart } from "../view.js";

/**
 * How a wall of building blocks is filled.
 * @template Thing
 * @typedef {object} Wall
 * @property {string} name
 * @property {string} title what the wall is, for who cannot see it
 * @property {Thing[]} things
 * @property {(thing: Thing) => string[]} blocksOf
 * @property {number} perTile
 * @property {(shown: Thing[], total: number) => HTMLElement} fill with what is on show now, of how many
 * @property {(label: string) => string} silence the question where a block has nothing yet
 * @property {string} others the heading over what has no building block
 * @property {(block: string | null) => number} [total] how many there are of a block, where not all are here
 * @property {string} [legend] what a mark on the wall means
 */

/**
 * A tile for each building block, the empty ones too: what is empty is the news.
 * @template Thing
 * @param {import("../view.js").View} view
 * @param {Wall<Thing>} wall
 */
export function blockWall(view, wall) {
  const blocks = view.state.buildingBlocks;
  const groups = grouped(wall.things, blocks.map((block) => block.id), wall.blocksOf);
  const others = groups.get(null);
  const tiles = blocks.map((block) => tile(view, wall, block, groups.get(block.id) ?? []));
  const columns = tiles.length <= 6 ? 3 : 4;
  return el("section", { class: `scene wall ${wall.name} columns-${columns}${others ? " with-strip" : ""}` },
    el("h1", { class: "unseen", text: wall.title }), ...tiles,
    others && strip(view, wall, others), wall.legend && el("p", { class: "legend", text: wall.legend }));
}

/**
 * What belongs to no building block: a low tile over the whole width.
 * @template Thing
 * @param {import("../view.js").View} view
 * @param {Wall<Thing>} wall
 * @param {Thing[]} things
 */
function strip(view, wall, things) {
  const { part, content } = filled(view, wall, things, null);
  return el("article", { class: "tile strip" }, el("h2", null, el("span", { text: wall.others }), part), content);
}

/**
 * @template Thing
 * @param {import("../view.js").View} view
 * @param {Wall<Thing>} wall
 * @param {import("../../common/model.js").Term} block
 * @param {Thing[]} things
 */
function tile(view, wall, { id, label }, things) {
  const { part, content } = filled(view, wall, things, id);
  const heading = el("h2", null, el("span", { text: label }), part);
  if (things.length > 0) return el("article", { class: "tile" }, heading, content);
  return el("article", { class: "tile empty" }, heading, el("p", { class: "silence", text: wall.silence(label) }));
}

/**
 * The things of a block that are on show, and which part of them that is.
 * @template Thing
 * @param {import("../view.js").View} view
 * @param {Wall<Thing>} wall
 * @param {Thing[]} things
 * @param {string | null} block
 */
function filled(view, { perTile, total, fill }, things, block) {
  const size = evenSize(things.length, perTile);
  return {
    part: whichPart(view, things.length, size, total?.(block)),
    content: fill(pageOf(things, size, view.page), things.length),
  };
}
