import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { said, whichPart } from "../view.js";
import { blockWall } from "./blocks.js";

/** @typedef {import("../../common/model.js").ThemeView} ThemeView */

const perTile = 3;
/** How many stand on a wall of themes that are all of no building block. */
const perWall = 12;

/**
 * The theme map per building block; dots and their size only once they are revealed.
 * @param {import("../view.js").View} view
 */
export function themes(view) {
  const { state, words } = view;
  const most = Math.max(1, ...state.themes.map((theme) => theme.dots ?? 0));
  const things = inOrder(state.themes);
  if (things.length > 0 && things.every((theme) => !theme.buildingBlock)) return wholeWall(view, things, most);
  return blockWall(view, {
    name: "themes",
    title: words("themes.title"),
    things,
    blocksOf: (theme) => (theme.buildingBlock ? [theme.buildingBlock] : []),
    perTile,
    fill: (shown, total) => el("ul", { class: `themelist of-${Math.min(perTile, total)}` },
      ...shown.map((theme) => row(theme, most, words))),
    silence: (label) => words("themes.silence", { block: label }),
    others: words("themes.others"),
    legend: state.themes.some((theme) => theme.positiveCore) ? `♥ ${words("themes.core")}` : undefined,
  });
}

/**
 * One wall where no theme has a building block: six empty tiles would leave the themes a strip.
 * @param {import("../view.js").View} view
 * @param {ThemeView[]} things
 * @param {number} most
 */
function wholeWall(view, things, most) {
  const { words, page } = view;
  const size = evenSize(things.length, perWall);
  return el("section", { class: "scene themes whole" },
    el("h1", null, words("themes.title"), whichPart(view, things.length, size)),
    el("ul", { class: `themelist of-${size}` }, ...pageOf(things, size, page).map((theme) => row(theme, most, words))),
    things.some((theme) => theme.positiveCore) && el("p", { class: "legend", text: `♥ ${words("themes.core")}` }));
}

/**
 * The positive core first, then what got most dots; a theme keeps its place as long as dots are hidden.
 * @param {ThemeView[]} found
 */
function inOrder(found) {
  return [...found].sort((one, other) =>
    Number(other.positiveCore) - Number(one.positiveCore) || (other.dots ?? 0) - (one.dots ?? 0));
}

/**
 * @param {ThemeView} theme
 * @param {number} most
 * @param {import("../../common/words.js").Words} words
 */
function row(theme, most, words) {
  const node = el("li", { class: theme.positiveCore ? "theme core" : "theme", "data-id": theme.id },
    theme.positiveCore && el("span", { class: "heart", role: "img", "aria-label": words("themes.core"), text: "♥" }),
    said("span", "name", theme.name),
    theme.dots !== null && el("span", { class: "dots", text: String(theme.dots) }));
  const dots = node.querySelector(".dots");
  // The area of the circle, not its width, stands for the number.
  if (dots instanceof HTMLElement) {
    dots.style.setProperty("--share", Math.sqrt((theme.dots ?? 0) / most).toFixed(3));
  }
  return node;
}
