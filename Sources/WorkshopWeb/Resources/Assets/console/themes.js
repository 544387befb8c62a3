import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { themeCard } from "./theme-card.js";
import { pool } from "./theme-pool.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */

/**
 * The clustering board: at one side what people told, at the other the themes it goes into.
 * @param {App} app
 */
export function themesView(app) {
  const { store } = app;
  pool(app);
  byID("theme-form").addEventListener("submit", (event) => make(app, event));
  store.watch(["buildingBlocks"], ({ buildingBlocks }) => replace(byID("theme-block"),
    ...blockOptions(buildingBlocks, null, app.words)));
  const list = byID("themes");
  /** @type {Map<string, {signature: string, node: HTMLElement}>} */
  let drawn = new Map();
  const draw = () => keepingFocus(list, () => {
    const { themes } = store.get();
    const next = new Map();
    // The newest first, next to the form that made it.
    for (const theme of themes.filter((one) => one.mergedInto === null).reverse()) {
      const signature = signatureOf(app, theme);
      const old = drawn.get(theme.id);
      const keep = old && (old.signature === signature || isTyping(old.node));
      next.set(theme.id, keep ? old : { signature, node: themeCard(app, theme) });
    }
    drawn = next;
    replace(list, ...[...next.values()].map((card) => card.node), next.size === 0 && el("li", {
      class: "empty", text: app.words("themes.none"),
    }));
    drawMerged(app);
  });
  store.watch(["themes", "contributions", "activeTheme", "room"], draw);
  // A card that changed while someone typed in it is drawn again when they are done.
  list.addEventListener("focusout", () => setTimeout(draw));
}

/**
 * All that a theme's card shows, so that only a card that would look different is drawn again.
 * @param {App} app
 * @param {Theme} theme
 */
function signatureOf({ store }, theme) {
  const { contributions, activeTheme, themes, room } = store.get();
  const members = contributions.filter((entry) => theme.members.includes(entry.id)).map((entry) => entry.headline);
  const others = themes.filter((other) => other.mergedInto === null).map((other) => other.name);
  return JSON.stringify([theme, members, others, theme.id === activeTheme, room.dotsRevealed]);
}

/** @param {HTMLElement} node */
function isTyping(node) {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.type === "text"
    && node.contains(document.activeElement);
}

/**
 * @param {import("../common/model.js").Term[]} blocks
 * @param {string | null} chosen
 * @param {import("../common/words.js").Words} words
 */
export function blockOptions(blocks, chosen, words) {
  return [
    el("option", { value: "", text: words("themes.noBlock"), selected: chosen === null }),
    ...blocks.map((block) => el("option", { value: block.id, text: block.label, selected: block.id === chosen })),
  ];
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
  const id = uuid();
  const made = await app.run(app.api("POST", "/themes", {
    id, name: name.value.trim(), buildingBlock: block.value || null,
  }));
  if (!made) return;
  name.value = "";
  name.focus();
  app.store.set({ activeTheme: id });
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
