import { byID, el, keepingFocus, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/** The type of what is dragged from the pool: nothing else can be dropped on a theme. */
export const draggedType = "application/x-werkdag-bijdrage";

const most = 100;

/**
 * What can go into a theme: stories and factors that are not taken back, matching what is searched.
 * @param {Entry[]} entries
 * @param {{search: string, onlyLoose: boolean}} wish
 */
export function candidates(entries, { search, onlyLoose }) {
  const wanted = search.trim().toLocaleLowerCase();
  return entries.filter((entry) =>
    (entry.kind === "story" || entry.kind === "successFactor") &&
    (entry.state === "waiting" || entry.state === "released") &&
    !(onlyLoose && entry.themes.length > 0) &&
    (wanted === "" || entry.headline.toLocaleLowerCase().includes(wanted)));
}

/**
 * @param {App} app
 * @param {string} theme
 * @param {string} entry
 */
export function addTo(app, theme, entry) {
  return app.run(app.api("PUT", `/themes/${theme}/members/${entry}`));
}

/**
 * The stories and factors to choose from.
 * @param {App} app
 */
export function pool(app) {
  const list = byID("pool");
  const search = /** @type {HTMLInputElement} */ (byID("pool-search"));
  const loose = /** @type {HTMLInputElement} */ (byID("pool-loose"));
  const draw = () => keepingFocus(list, () => {
    const { contributions, activeTheme, themes } = app.store.get();
    const theme = themes.find((one) => one.id === activeTheme && one.mergedInto === null);
    const found = candidates(contributions, { search: search.value, onlyLoose: loose.checked })
      .filter((entry) => !theme?.members.includes(entry.id));
    byID("pool-hint").textContent = theme
      ? app.words("pool.into", { name: theme.name }) : app.words("pool.chooseTheme");
    replace(list, ...found.slice(0, most).map((entry) => poolItem(app, entry, theme)),
      found.length === 0 && el("li", { class: "empty", text: app.words("pool.empty") }),
      found.length > most && el("li", { class: "soft", text: app.words("pool.more", { count: found.length - most }) }));
  });
  search.addEventListener("input", draw);
  loose.addEventListener("change", draw);
  app.store.watch(["contributions", "themes", "activeTheme"], draw);
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {import("./model.js").Theme | undefined} theme
 */
function poolItem(app, entry, theme) {
  return el("li", {
    class: `pool-item kind-${entry.kind}`, draggable: "true",
    on: { dragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(draggedType, entry.id) },
  },
  el("span", null,
    el("small", { text: `${entry.kindName} ${entry.number}` }), el("span", { dir: "auto", text: entry.headline })),
  theme && el("button", {
    type: "button", class: "quiet", text: "+", "data-key": `in-${entry.id}`,
    "aria-label": app.words("pool.add", { headline: entry.headline, name: theme.name }),
    on: { click: () => addTo(app, theme.id, entry.id) },
  }));
}
