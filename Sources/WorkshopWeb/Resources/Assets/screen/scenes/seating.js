import { el } from "../../common/dom.js";
import { evenSize, pageOf } from "../../common/paging.js";
import { nothingYet } from "../view.js";

/** Columns and rows: what a picture holds in numbers that are read from the back, the fewer the larger. */
const grids = [{ columns: 4, rows: 7 }, { columns: 6, rows: 10 }, { columns: 8, rows: 14 }];

/**
 * The smallest grid that holds all at once, or the largest.
 * @param {number} count
 */
export function gridFor(count) {
  return grids.find(({ columns, rows }) => columns * rows >= count) ?? grids[grids.length - 1];
}

/**
 * As many rows as fill all columns: what is left of the picture is room between them, and not a side without any.
 * @param {number} count
 * @param {number} columns
 */
export function rowsFor(count, columns) {
  return Math.max(1, Math.ceil(count / columns));
}

/**
 * Who sits where: the table of each badge, by badge. Badges and tables are all the room gets to see.
 * @param {import("../view.js").View} view
 */
export function seating({ state, words, page }) {
  const seats = state.seating?.seats ?? [];
  if (seats.length === 0) return el("section", { class: "scene seating" }, nothingYet(words("seating.none")));
  const { columns, rows } = gridFor(seats.length);
  const shown = pageOf(seats, evenSize(seats.length, columns * rows), page);
  const list = el("ol", { class: "seats" }, ...shown.map(([badge, table]) => el("li", null,
    el("span", { class: "badge-number", "aria-label": `${words("seating.badge")} ${badge}`, text: String(badge) }),
    el("strong", { text: `${words("seating.table")} ${table}` }))));
  list.style.setProperty("--rows", String(rowsFor(shown.length, columns)));
  const isWhole = shown.length === seats.length;
  const [first, last] = [shown[0][0], shown[shown.length - 1][0]];
  return el("section", { class: `scene seating columns-${columns}` },
    el("h1", null, words("seating.title"),
      !isWhole && el("span", { class: "range", text: words("seating.range", { first, last }) })),
    list);
}
