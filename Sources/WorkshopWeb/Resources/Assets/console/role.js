import { byID } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */

/** What only moves or decides in the queue; all other keys run the room. */
const forModerators = new Set(["next", "previous", "release", "hold", "help"]);

/**
 * Draws the console for who it is opened by: a moderator gets what may be done, and reads what is the facilitator's.
 * @param {App} app
 */
export function roleView({ store }) {
  const { role } = store.get();
  document.body.dataset.role = role;
  if (role !== "moderator") return;
  byID("role-note").hidden = false;
  byID("role-badge").hidden = false;
  // Their buttons would all be refused; what they show stays to be read.
  for (const node of document.querySelectorAll("[data-facilitator]")) /** @type {HTMLElement} */ (node).hidden = true;
  for (const id of ["runsheet", "steps", "win-back", "design-blocks"]) lock(byID(id));
  // Nothing in it can be reached by the keyboard any more, and it still has to scroll.
  for (const node of document.querySelectorAll(".plan, .room")) node.setAttribute("tabindex", "0");
  for (const id of ["reveal-dots", "reveal-stances", "board-reveal"]) {
    /** @type {HTMLInputElement} */ (byID(id)).disabled = true;
  }
}

/**
 * Keeps every control of a list that is drawn again and again disabled.
 * @param {HTMLElement} list
 */
function lock(list) {
  const disable = () => {
    for (const control of list.querySelectorAll("button, input")) {
      /** @type {HTMLButtonElement} */ (control).disabled = true;
    }
  };
  new MutationObserver(disable).observe(list, { childList: true, subtree: true });
  disable();
}

/**
 * Whether a key may do something for who uses this console.
 * @param {App} app
 * @param {string} command
 */
export function mayUseKey({ store }, command) {
  return store.get().role !== "moderator" || forModerators.has(command);
}
