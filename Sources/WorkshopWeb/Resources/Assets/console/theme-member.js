import { el } from "../common/dom.js";
import { cardAfter } from "./theme-board.js";
import { markCard } from "./theme-hand.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Card} Card */
/** @typedef {ReturnType<typeof import("./theme-hand.js").themeHand>} Hand */

/**
 * A story or a factor as a small card: a click picks it up, the keyboard picks it up and goes on to the themes.
 * @param {App} app
 * @param {Hand} hand
 * @param {Card} entry
 * @param {string | null} from the theme it lies in
 */
export function memberCard(app, hand, entry, from) {
  const card = { entry: entry.id, from };
  const node = el("button", {
    type: "button", class: `card kind-${entry.kind}`, "aria-pressed": "false", title: entry.headline,
    "data-entry": entry.id, "data-from": from ?? "", "data-key": `card-${from ?? ""}-${entry.id}`, tabindex: "-1",
    on: {
      click: (/** @type {MouseEvent} */ event) => {
        // A key makes a click without a place.
        if (event.detail === 0 && !event.shiftKey) hand.choose(card, node);
        else hand.toggle(card);
      },
    },
  }, el("small", { text: `${entry.kindName} ${entry.number}` }),
  el("span", { dir: "auto", text: entry.headline || app.words("queue.noHeadline") }));
  markCard(node, app.store.get().picked);
  return node;
}

/**
 * A list of cards with one place in the tab order, in which arrow keys move.
 * @param {HTMLElement} list
 */
export function moveInside(list) {
  list.addEventListener("keydown", (event) => {
    const cards = cardsOf(list);
    const at = cards.findIndex((card) => card === document.activeElement);
    const next = at < 0 ? null : cardAfter(event.key, at, cards.length);
    if (next === null) return;
    event.preventDefault();
    for (const card of cards) card.tabIndex = -1;
    cards[next].tabIndex = 0;
    cards[next].focus();
  });
  list.addEventListener("focusin", (event) => {
    const cards = cardsOf(list);
    if (!cards.includes(/** @type {HTMLElement} */ (event.target))) return;
    for (const card of cards) card.tabIndex = card === event.target ? 0 : -1;
  });
}

/**
 * After a redraw one card of a list is in the tab order again.
 * @param {HTMLElement} list
 */
export function keepTabStop(list) {
  const cards = cardsOf(list);
  if (cards.length > 0 && !cards.some((card) => card.tabIndex === 0)) cards[0].tabIndex = 0;
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function cardsOf(list) {
  return [...list.querySelectorAll(".card")].map((card) => /** @type {HTMLElement} */ (card));
}
