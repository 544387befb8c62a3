import { arrange, byID, el, keepingFocus, replace } from "../common/dom.js";
import { plain } from "../common/search.js";
import { uuid } from "../common/uuid.js";
import { membersOf, standing } from "./theme-board.js";
import { blockOptions, themeCard } from "./theme-card.js";
import { themeDrag } from "./theme-drag.js";
import { themeHand } from "./theme-hand.js";
import { themeHistory } from "./theme-history.js";
import { themePool } from "./theme-pool.js";
import { themeSuggestions } from "./theme-suggestions.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */
/** @typedef {import("./model.js").Card} Card */

/**
 * The clustering board: at one side what people told, at the other the themes it goes into.
 * @param {App} app
 */
export function themesView(app) {
  const { store } = app;
  const hand = themeHand(app);
  themePool(app, hand);
  themeDrag(app);
  themeHistory(app);
  themeSuggestions(app);
  switches(app);
  byID("theme-form").addEventListener("submit", (event) => make(app, event));
  store.watch(["buildingBlocks"], ({ buildingBlocks }) => replace(byID("theme-block"),
    ...blockOptions(buildingBlocks, null, app.words)));
  const list = byID("themes");
  /** @type {Map<string, {signature: string, node: HTMLElement}>} */
  let drawn = new Map();
  const draw = () => keepingFocus(list, () => {
    const { themes, cards } = store.get();
    const lying = membersOf(cards ?? [], themes);
    const next = new Map();
    for (const theme of standing(themes)) {
      const members = lying.get(theme.id) ?? [];
      const signature = signatureOf(theme, members);
      const old = drawn.get(theme.id);
      const keep = old && (old.signature === signature || isTyping(old.node));
      next.set(theme.id, keep ? old : { signature, node: themeCard(app, hand, theme, members) });
    }
    drawn = next;
    arrange(list, [...next.values()].map((card) => card.node));
    byID("no-themes").hidden = next.size > 0;
    drawMerged(app);
  });
  store.watch(["themes", "cards"], draw);
  // A card that changed while someone typed in it is drawn again when they are done.
  list.addEventListener("focusout", () => setTimeout(draw));
}

/**
 * All that a theme's card shows, so that only a card that would look different is drawn again.
 * @param {Theme} theme
 * @param {Card[]} members
 */
function signatureOf(theme, members) {
  return JSON.stringify([theme, members.map((entry) => [entry.headline, entry.number])]);
}

/** @param {HTMLElement} node */
function isTyping(node) {
  return document.activeElement instanceof HTMLTextAreaElement && node.contains(document.activeElement);
}

/**
 * The looks of the board, and what the room sees of the dots.
 * @param {App} app
 */
function switches(app) {
  const { store } = app;
  for (const look of /** @type {const} */ (["compact", "wide"])) {
    byID(`board-${look}`).addEventListener("click", () => store.set({ [look]: !store.get()[look] }));
  }
  store.watch(["compact", "wide", "tab"], ({ compact, wide, tab }) => {
    byID("board").classList.toggle("compact", compact);
    byID("board-compact").setAttribute("aria-pressed", String(compact));
    byID("board-wide").setAttribute("aria-pressed", String(wide));
    document.body.classList.toggle("wide", wide && tab === "themes");
  });
  const box = /** @type {HTMLInputElement} */ (byID("board-reveal"));
  box.addEventListener("change", async () => {
    if (!(await app.run(app.api("PUT", "/reveal", { dots: box.checked })))) box.checked = !box.checked;
  });
  store.watch(["room"], ({ room }) => (box.checked = room.dotsRevealed));
}

/**
 * @param {App} app
 * @param {Event} event
 */
async function make(app, event) {
  event.preventDefault();
  const name = /** @type {HTMLInputElement} */ (byID("theme-name"));
  const block = /** @type {HTMLSelectElement} */ (byID("theme-block"));
  if (name.value.trim() === "") return name.focus();
  const isTaken = standing(app.store.get().themes).some((theme) => plain(theme.name) === plain(name.value.trim()));
  if (isTaken) {
    app.tell(app.words("themes.taken", { name: name.value.trim() }));
    return name.select();
  }
  const button = /** @type {HTMLButtonElement | null} */ (byID("theme-form").querySelector("button"));
  if (button) button.disabled = true;
  const made = await app.run(app.api("POST", "/themes", {
    id: uuid(), name: name.value.trim(), buildingBlock: block.value || null,
  }));
  if (button) button.disabled = false;
  if (made) name.value = "";
  name.focus();
}

/** @param {App} app */
function drawMerged(app) {
  const { themes } = app.store.get();
  const merged = themes.filter((theme) => theme.mergedInto !== null);
  const nameOf = (/** @type {string | null} */ id) => themes.find((theme) => theme.id === id)?.name ?? "";
  byID("merged-part").hidden = merged.length === 0;
  replace(byID("merged"), ...merged.map((theme) => el("li", null,
    el("span", {
      dir: "auto", text: app.words("themes.mergedInto", { name: theme.name, into: nameOf(theme.mergedInto) }),
    }),
    el("button", {
      type: "button", class: "quiet", text: app.words("themes.unmerge"), "data-key": `unmerge-${theme.id}`,
      on: { click: () => app.run(app.api("POST", `/themes/${theme.id}/unmerge`)) },
    }))));
}
