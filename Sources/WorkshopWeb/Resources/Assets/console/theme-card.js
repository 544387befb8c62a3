import { el } from "../common/dom.js";
import { addTo, draggedType } from "./theme-pool.js";
import { blockOptions } from "./themes.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */

/**
 * A theme: its name and place, what is in it, and merging. Something dragged can be dropped on it.
 * @param {App} app
 * @param {Theme} theme
 */
export function themeCard(app, theme) {
  const { store, words } = app;
  const active = store.get().activeTheme === theme.id;
  const node = el("li", { class: `theme-card${active ? " active" : ""}${theme.positiveCore ? " core" : ""}` },
    el("div", { class: "theme-head" }, nameField(app, theme), blockField(app, theme)),
    el("div", { class: "theme-facts" }, coreBox(app, theme),
      theme.dots !== null && el("span", { class: "dots", text: words.count("themes.dots", theme.dots) }),
      el("button", {
        type: "button", class: "chip", "aria-pressed": String(active), "data-key": `fill-${theme.id}`,
        text: words(active ? "themes.filling" : "themes.fill"),
        on: { click: () => store.set({ activeTheme: active ? null : theme.id }) },
      })),
    members(app, theme), mergeField(app, theme));
  acceptDrops(app, theme, node);
  return node;
}

/**
 * @param {App} app
 * @param {Theme} theme
 * @param {object} change
 */
function edit(app, theme, change) {
  return app.run(app.api("PATCH", `/themes/${theme.id}`, change));
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function nameField(app, theme) {
  return el("input", {
    type: "text", class: "theme-name", value: theme.name, dir: "auto", maxlength: "120", "data-key": `name-${theme.id}`,
    "aria-label": app.words("themes.name"),
    on: {
      change: async (/** @type {{target: HTMLInputElement}} */ { target }) => {
        const name = target.value.trim();
        if (name === "" || !(await edit(app, theme, { name }))) target.value = theme.name;
      },
    },
  });
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function blockField(app, theme) {
  return el("select", {
    "aria-label": app.words("themes.block"), "data-key": `block-${theme.id}`,
    on: { change: (/** @type {any} */ event) => edit(app, theme, { buildingBlock: event.target.value || null }) },
  }, ...blockOptions(app.store.get().buildingBlocks, theme.buildingBlock, app.words));
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function coreBox(app, theme) {
  return el("label", { class: "tick" }, el("input", {
    type: "checkbox", checked: theme.positiveCore, "data-key": `core-${theme.id}`,
    on: { change: (/** @type {any} */ event) => edit(app, theme, { positiveCore: event.target.checked }) },
  }), app.words("themes.core"));
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function members(app, theme) {
  const { contributions } = app.store.get();
  const found = contributions.filter((entry) => theme.members.includes(entry.id));
  if (found.length === 0) return el("p", { class: "soft", text: app.words("themes.noMembers") });
  return el("ul", { class: "members" }, ...found.map((entry) => el("li", null,
    el("span", { dir: "auto", text: entry.headline }),
    el("button", {
      type: "button", class: "quiet", text: "×", "data-key": `out-${theme.id}-${entry.id}`,
      "aria-label": app.words("themes.remove", { headline: entry.headline, name: theme.name }),
      on: { click: () => remove(app, theme, entry.id) },
    }))));
}

/**
 * @param {App} app
 * @param {Theme} theme
 * @param {string} entry
 */
function remove(app, theme, entry) {
  app.run(app.api("DELETE", `/themes/${theme.id}/members/${entry}`), {
    text: app.words("themes.removed", { name: theme.name }), undo: () => addTo(app, theme.id, entry),
  });
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function mergeField(app, theme) {
  const others = app.store.get().themes.filter((other) => other.id !== theme.id && other.mergedInto === null);
  if (others.length === 0) return null;
  const merge = (/** @type {{target: HTMLSelectElement}} */ { target }) => {
    const into = others.find((other) => other.id === target.value);
    if (!into) return;
    target.value = "";
    app.run(app.api("POST", `/themes/${theme.id}/merge`, { into: into.id }), {
      text: app.words("themes.mergedInto", { name: theme.name, into: into.name }),
      undo: () => app.run(app.api("POST", `/themes/${theme.id}/unmerge`)),
    });
  };
  return el("select", {
    class: "merge", "aria-label": app.words("themes.mergeLabel", { name: theme.name }), "data-key": `merge-${theme.id}`,
    on: { change: merge },
  }, el("option", { value: "", text: app.words("themes.merge") }),
  ...others.map((other) => el("option", { value: other.id, text: other.name })));
}

/**
 * @param {App} app
 * @param {Theme} theme
 * @param {HTMLElement} node
 */
function acceptDrops(app, theme, node) {
  node.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes(draggedType)) return;
    event.preventDefault();
    node.classList.add("drop");
  });
  node.addEventListener("dragleave", () => node.classList.remove("drop"));
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    node.classList.remove("drop");
    const id = event.dataTransfer?.getData(draggedType);
    if (id) addTo(app, theme.id, id);
  });
}
