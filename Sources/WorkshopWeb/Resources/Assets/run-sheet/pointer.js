import { byID } from "../common/dom.js";
import { slotAt, stretched } from "./drag.js";
import { followerAt } from "./edits.js";
import { itemOf, update } from "./state.js";
import { rowID } from "./timeline.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./model.js").Wish} Wish */

const begins = 6;
const nearEdge = 60;

/**
 * Moving an item by its row and stretching it by its lower edge. The sheet shows what it will be while it is held;
 * letting go asks for it, Escape puts everything back. A finger drags by the grip alone, since elsewhere it scrolls.
 * @param {Editor} editor
 * @param {(id: string) => HTMLElement | undefined} nodeOf
 */
export function livePointer(editor, nodeOf) {
  const list = byID("timeline");
  list.addEventListener("pointerdown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const id = rowID(target);
    const node = id ? nodeOf(id) : undefined;
    if (!id || !node || event.button !== 0) return;
    const isEdge = target.closest(".edge") !== null;
    if (!isEdge && event.pointerType !== "mouse" && !target.closest(".grip")) return;
    if (isEdge || target.closest(".grip")) event.preventDefault();
    const wish = isEdge ? stretching(editor, id, event) : moving(editor, id, list, node, event);
    if (wish) hold(editor, node, event, wish);
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {PointerEvent} down
 * @returns {((event: PointerEvent) => Wish) | null}
 */
function stretching({ store }, id, down) {
  const item = itemOf(store.get(), id);
  if (!item || item.isSkipped) return null;
  const { minutes, version } = item;
  const from = down.clientY + scrollY;
  const tall = parseFloat(getComputedStyle(byID("timeline")).getPropertyValue("--minute")) || 1;
  return (event) => ({
    kind: "change", item: id, version, fields: { minutes: stretched(minutes, event.clientY + scrollY - from, tall) },
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {HTMLElement} list
 * @param {HTMLElement} node
 * @param {PointerEvent} down
 * @returns {(event: PointerEvent) => Wish}
 */
function moving({ store }, id, list, node, down) {
  const { items } = store.get().shown;
  const grabbed = down.clientY - node.getBoundingClientRect().top;
  return (event) => {
    const nodes = /** @type {HTMLElement[]} */ ([...list.children]);
    const heights = nodes.filter((other) => other !== node).map((other) => other.offsetHeight);
    const top = event.clientY - grabbed - list.getBoundingClientRect().top;
    return { kind: "move", item: id, before: followerAt(items, id, slotAt(heights, top)) };
  };
}

/**
 * @param {Editor} editor
 * @param {HTMLElement} node
 * @param {PointerEvent} down
 * @param {(event: PointerEvent) => Wish} wishAt
 */
function hold({ store, sync }, node, down, wishAt) {
  let isHeld = false;
  const stop = new AbortController();
  const { signal } = stop;
  const release = () => {
    stop.abort();
    node.classList.remove("held");
    document.body.classList.remove("dragging");
  };
  document.addEventListener("pointermove", (event) => {
    if (event.pointerId !== down.pointerId) return;
    if (!isHeld && Math.abs(event.clientY - down.clientY) < begins) return;
    if (!isHeld) {
      isHeld = true;
      node.classList.add("held");
      document.body.classList.add("dragging");
    }
    scrollAlong(event.clientY);
    update(store, { preview: wishAt(event) });
  }, { signal });
  document.addEventListener("pointerup", () => {
    const { preview, chosen } = store.get();
    release();
    if (!isHeld || !preview) return;
    update(store, { preview: null, chosen: "item" in preview ? preview.item : chosen });
    if (!isAsBefore(store.get().shown.items, preview)) sync.ask(preview);
    swallowClick();
  }, { signal });
  const cancel = () => {
    release();
    update(store, { preview: null });
  };
  document.addEventListener("pointercancel", cancel, { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
  }, { signal });
}

/**
 * @param {import("./model.js").Item[]} items
 * @param {Wish} wish
 */
function isAsBefore(items, wish) {
  const at = "item" in wish ? items.findIndex((item) => item.id === wish.item) : -1;
  if (wish.kind === "move") return (items[at + 1]?.id ?? null) === wish.before;
  return wish.kind === "change" && items[at]?.minutes === wish.fields.minutes;
}

/** Letting go of a drag is no click. */
function swallowClick() {
  const stop = new AbortController();
  document.addEventListener("click", (event) => event.stopPropagation(), { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort(), 0);
}

/** @param {number} y */
function scrollAlong(y) {
  if (y < nearEdge) scrollBy(0, -12);
  else if (y > innerHeight - nearEdge) scrollBy(0, 12);
}
