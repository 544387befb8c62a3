/**
 * Drops from the page at once what the room may not see any more: cards, names, and choices in a list. What is fetched
 * next does not hold it either, but may come a second later.
 * @param {import("./types").App} app
 */
export function dropGone({ room }) {
  for (const id of (room && room.gone) || []) {
    for (const node of document.querySelectorAll("[data-id='" + id + "'],input[value='" + id + "']")) {
      (node.closest("label") || node).remove();
    }
  }
}
