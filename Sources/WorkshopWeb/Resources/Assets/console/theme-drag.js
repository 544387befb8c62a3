import { byID, el } from "../common/dom.js";
import { isPicked } from "./theme-board.js";
import { layDown } from "./theme-hand.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{pointer: number, x: number, y: number, card: HTMLElement, timer: number | undefined}} Press */

/** A mouse that moves this far, in pixels, drags; a finger that does so before it rests is scrolling. */
const slack = 7;
/** How long a finger rests on a card before it picks it up, in milliseconds. */
const rest = 320;
const edge = 70;

/**
 * Dragging cards to a theme with a mouse, a pen or a finger.
 *
 * Pointer events instead of the browser's own drag and drop, which touch screens do not have.
 * @param {App} app
 */
export function themeDrag(app) {
  const board = byID("board");
  /** @type {Press | null} */
  let press = null;
  /** @type {HTMLElement | null} */
  let ghost = null;
  let justDragged = false;

  const begin = () => {
    if (!press) return;
    const card = { entry: press.card.dataset.entry ?? "", from: press.card.dataset.from || null };
    const { picked } = app.store.get();
    // A card that is not among those held is dragged alone.
    const held = isPicked(picked, card) ? picked : [card];
    app.store.set({ picked: held });
    ghost = el("div", {
      class: "ghost", "aria-hidden": "true",
      text: held.length === 1 ? press.card.title : app.words.count("board.held", held.length),
    });
    document.body.append(ghost);
    board.classList.add("dragging");
    move(press);
  };

  const move = (/** @type {{x: number, y: number}} */ { x, y }) => {
    if (!ghost) return;
    ghost.style.translate = `${x + 12}px ${y + 10}px`;
    const target = targetAt(x, y);
    for (const other of board.querySelectorAll(".drop")) if (other !== target) other.classList.remove("drop");
    target?.classList.add("drop");
    scrollNear(y);
  };

  const end = () => {
    clearTimeout(press?.timer);
    ghost?.remove();
    for (const node of board.querySelectorAll(".drop")) node.classList.remove("drop");
    board.classList.remove("dragging");
    [press, ghost] = [null, null];
  };

  board.addEventListener("pointerdown", (event) => {
    const card = event.target instanceof Element ? event.target.closest(".card") : null;
    if (!(card instanceof HTMLElement) || event.button !== 0) return;
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    press = { pointer, x, y, card, timer: undefined };
    if (event.pointerType === "touch") press.timer = setTimeout(begin, rest);
  });
  document.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.pointer) return;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack;
    if (!ghost && far && event.pointerType === "touch") return end();
    if (!ghost && far) begin();
    move({ x: event.clientX, y: event.clientY });
  });
  document.addEventListener("pointerup", (event) => {
    if (!press || event.pointerId !== press.pointer) return;
    if (ghost) {
      justDragged = true;
      setTimeout(() => (justDragged = false));
      const target = targetAt(event.clientX, event.clientY)?.dataset.drop;
      if (target) layDown(app, target === "loose" ? "loose" : { theme: target });
      else app.store.set({ picked: [] });
    }
    end();
  });
  document.addEventListener("pointercancel", end);
  // The click that ends a drag is no click on a card.
  board.addEventListener("click", (event) => {
    if (justDragged) event.stopPropagation();
  }, true);
  // A finger that holds a card must not scroll the page, nor open a menu.
  document.addEventListener("touchmove", (event) => {
    if (ghost && event.cancelable) event.preventDefault();
  }, { passive: false });
  board.addEventListener("contextmenu", (event) => {
    if (press) event.preventDefault();
  });
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {HTMLElement | null}
 */
function targetAt(x, y) {
  const node = document.elementFromPoint(x, y)?.closest("[data-drop]");
  return node instanceof HTMLElement ? node : null;
}

/** @param {number} y */
function scrollNear(y) {
  const by = y < edge + 60 ? -16 : y > innerHeight - edge ? 16 : 0;
  if (by === 0) return;
  const work = document.querySelector("main.work");
  if (work && work.scrollHeight > work.clientHeight) work.scrollTop += by;
  else scrollBy(0, by);
}
