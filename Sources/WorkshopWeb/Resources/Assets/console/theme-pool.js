import { arrange, byID, el, keepingFocus } from "../common/dom.js";
import { candidates } from "./theme-board.js";
import { keepTabStop, memberCard, moveInside } from "./theme-member.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./theme-member.js").Hand} Hand */

/**
 * The stories and factors to choose from. A card that did not change is not drawn again.
 * @param {App} app
 * @param {Hand} hand
 */
export function themePool(app, hand) {
  const list = byID("pool");
  const search = /** @type {HTMLInputElement} */ (byID("pool-search"));
  const loose = /** @type {HTMLInputElement} */ (byID("pool-loose"));
  /** @type {Map<string, {signature: string, node: HTMLElement}>} */
  let drawn = new Map();
  const draw = () => keepingFocus(list, () => {
    const found = candidates(app.store.get().contributions, { search: search.value, onlyLoose: loose.checked });
    const next = new Map();
    for (const entry of found) {
      const signature = `${entry.kindName} ${entry.number} ${entry.headline}`;
      const old = drawn.get(entry.id);
      next.set(entry.id, old?.signature === signature ? old
        : { signature, node: el("li", null, memberCard(app, hand, entry, null)) });
    }
    drawn = next;
    arrange(list, [...next.values()].map(({ node }) => node));
    byID("pool-empty").hidden = found.length > 0;
    keepTabStop(list);
    byID("pool-count").textContent = String(found.length);
  });
  moveInside(list);
  search.addEventListener("input", draw);
  loose.addEventListener("change", draw);
  app.store.watch(["contributions"], draw);
}
