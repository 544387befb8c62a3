import { inSteps } from "./edits.js";

/**
 * The slot among the other rows, from 0, at which a dragged row lies nearest to where it is held. Told from the others'
 * heights alone, so that the rows moving out of its way do not change the answer.
 * @param {number[]} heights of the other rows, with the space between rows
 * @param {number} top of the dragged row, from the top of the list
 */
export function slotAt(heights, top) {
  let edge = 0;
  for (const [slot, height] of heights.entries()) {
    if (top < edge + height / 2) return slot;
    edge += height;
  }
  return heights.length;
}

/**
 * The length of an item whose lower edge was dragged.
 * @param {number} minutes
 * @param {number} pixels downwards
 * @param {number} tall how many pixels a minute is tall
 */
export function stretched(minutes, pixels, tall) {
  return inSteps(minutes + pixels / tall);
}
