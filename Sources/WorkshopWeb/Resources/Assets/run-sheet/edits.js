import { timed } from "./timing.js";

/** @typedef {import("./model.js").Item} Item */
/** @typedef {import("./model.js").Wish} Wish */
/** @typedef {import("./model.js").Gathering} Gathering */
/** @typedef {{gathering: Gathering, items: Item[]}} Sheet */

/** @type {Omit<Item, "id">} */
const blank = {
  version: 1, start: 0, end: 0, minutes: 15, anchor: null, anchorReason: null, isSkipped: false, isProtected: false,
  phase: "kader", step: null, scene: "question", timerMinutes: null, rounds: 1, hasSwap: false, minimumMinutes: null,
  adjustedMinutes: null, texts: {}, actualStart: null, actualEnd: null,
};

/**
 * The sheet as it will be once the server took the wishes, with its times worked out. Wishes that only the server can
 * grant, such as undoing, change nothing here.
 * @param {Sheet} sheet
 * @param {Wish[]} wishes
 * @returns {Sheet}
 */
export function applied(sheet, wishes) {
  const { gathering, items } = wishes.reduce(withWish, sheet);
  return { gathering, items: timed(gathering.start, items) };
}

/**
 * @param {Sheet} sheet
 * @param {Wish} wish
 * @returns {Sheet}
 */
function withWish({ gathering, items }, wish) {
  switch (wish.kind) {
    case "change": return { gathering, items: items.map((item) => (item.id === wish.item ? changed(item, wish.fields) : item)) };
    case "move": {
      const item = items.find((other) => other.id === wish.item);
      return { gathering, items: item ? placed(items, item, wish.before) : items };
    }
    case "add": {
      const item = changed({ ...blank, id: wish.item }, wish.fields);
      return { gathering, items: placed(items, item, wish.before) };
    }
    case "remove": return { gathering, items: items.filter((item) => item.id !== wish.item) };
    case "start": return { gathering: { ...gathering, start: wish.start }, items };
    case "end": return { gathering: { ...gathering, end: wish.end }, items };
    default: return { gathering, items };
  }
}

/**
 * @param {Item} item
 * @param {import("./model.js").Fields} fields
 * @returns {Item}
 */
export function changed(item, fields) {
  return { ...item, ...fields, texts: { ...item.texts, ...fields.texts } };
}

/**
 * @param {Item[]} items
 * @param {Item} item
 * @param {string | null} before
 */
function placed(items, item, before) {
  const others = items.filter((other) => other.id !== item.id);
  const at = others.findIndex((other) => other.id === before);
  others.splice(at < 0 ? others.length : at, 0, item);
  return others;
}

/**
 * The item that would follow if this one went to a slot among the others, from 0; null at the end.
 * @param {{id: string}[]} items
 * @param {string} id
 * @param {number} slot
 */
export function followerAt(items, id, slot) {
  return items.filter((item) => item.id !== id)[slot]?.id ?? null;
}

/**
 * The wish that brings an item one place earlier or later; null at the ends.
 * @param {{id: string}[]} items
 * @param {string} id
 * @param {-1 | 1} by
 * @returns {Wish | null}
 */
export function moved(items, id, by) {
  const slot = items.findIndex((item) => item.id === id) + by;
  if (slot < 0 || slot >= items.length) return null;
  return { kind: "move", item: id, before: followerAt(items, id, slot) };
}

/**
 * A length brought to the grid of five minutes, never below one step.
 * @param {number} minutes
 */
export function inSteps(minutes) {
  return Math.max(5, Math.round(minutes / 5) * 5);
}
