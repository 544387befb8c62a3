import { el, replace } from "../common/dom.js";
import { standing, withCards } from "./theme-board.js";
import { layDown } from "./theme-hand.js";
import { keepTabStop, memberCard, moveInside } from "./theme-member.js";
import { nameField } from "./theme-name.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */
/** @typedef {import("./model.js").Card} Card */
/** @typedef {import("./theme-member.js").Hand} Hand */

/**
 * A theme: its name, its dots and its place in the positive core, the cards in it, and what is done less often.
 * @param {App} app
 * @param {Hand} hand
 * @param {Theme} theme
 * @param {Card[]} members
 */
export function themeCard(app, hand, theme, members) {
  const { words } = app;
  const list = el("ul", { class: "cards" },
    ...members.map((entry) => el("li", null, memberCard(app, hand, entry, theme.id))),
    (theme.size ?? 0) > members.length && el("li", { class: "more" }, el("button", {
      type: "button", class: "quiet", "data-key": `members-${theme.id}`,
      text: words("themes.moreCards", { count: (theme.size ?? 0) - members.length }),
      on: { click: () => showMembers(app, theme, members) },
    })));
  moveInside(list);
  keepTabStop(list);
  return el("li", { class: `theme-card${theme.positiveCore ? " core" : ""}`, "data-drop": theme.id, "data-theme": theme.id },
    el("div", { class: "theme-head" }, nameField(app, theme), dots(app, theme)),
    el("button", {
      type: "button", class: "lay-here", text: words("board.layHere"), "data-key": `lay-${theme.id}`,
      "aria-label": words("board.layHereLabel", { name: theme.name }),
      on: { click: () => layDown(app, { theme: theme.id }) },
    }),
    members.length === 0 ? el("p", { class: "soft", text: words("themes.noMembers") }) : list,
    more(app, theme, members));
}

/**
 * Fetches the next cards of a theme that holds more than a board can show at once.
 * @param {App} app
 * @param {Theme} theme
 * @param {Card[]} members those that are here, by number
 */
async function showMembers(app, theme, members) {
  const query = new URLSearchParams({ theme: theme.id, ...(members[0] ? { after: String(members[0].number) } : {}) });
  await app.run(app.api("GET", `/cards?${query}`).then(({ cards }) =>
    app.store.set({ cards: withCards(app.store.get().cards ?? [], cards) })));
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function dots({ words }, theme) {
  if (theme.dots === null) return null;
  return el("span", { class: "dots", title: words.count("themes.dots", theme.dots) },
    el("span", { "aria-hidden": "true", text: `● ${theme.dots}` }),
    el("span", { class: "unseen", text: words.count("themes.dots", theme.dots) }));
}

/**
 * The core, the building block, merging and splitting; made when it is opened, since most stay closed.
 * @param {App} app
 * @param {Theme} theme
 * @param {Card[]} members
 */
function more(app, theme, members) {
  const { words } = app;
  const box = el("div", { class: "theme-more" });
  const details = el("details", {
    on: {
      toggle: () => {
        if (details.open) app.unfolded.add(theme.id);
        else app.unfolded.delete(theme.id);
        if (details.open && box.childElementCount === 0) {
          replace(box, coreBox(app, theme), blockField(app, theme), mergeField(app, theme), splitButton(app, theme, members),
            el("button", { type: "button", class: "quiet", "data-chain": theme.id, text: words("chain.open") }));
        }
      },
    },
  }, el("summary", { "data-key": `more-${theme.id}` },
    el("span", { text: theme.positiveCore ? words("themes.inCore") : words.count("themes.cards", theme.size ?? members.length) })), box);
  if (app.unfolded.has(theme.id)) details.open = true;
  return details;
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
function coreBox(app, theme) {
  return el("label", { class: "tick" }, el("input", {
    type: "checkbox", checked: theme.positiveCore, "data-key": `core-${theme.id}`,
    on: { change: (/** @type {any} */ event) => edit(app, theme, { positiveCore: event.target.checked }) },
  }), el("span", null, app.words("themes.core"), el("small", { text: app.words("themes.coreHelp") })));
}

/**
 * @param {App} app
 * @param {Theme} theme
 */
function blockField(app, theme) {
  return el("select", {
    "aria-label": app.words("themes.block"), "data-key": `block-${theme.id}`,
    on: { change: (/** @type {any} */ event) => edit(app, theme, { buildingBlock: event.target.value }) },
  }, ...blockOptions(app.store.get().buildingBlocks, theme.buildingBlock, app.words));
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
 * @param {Theme} theme
 */
function mergeField(app, theme) {
  const others = standing(app.store.get().themes).filter((other) => other.id !== theme.id);
  if (others.length === 0) return null;
  return el("select", {
    class: "merge", "aria-label": app.words("themes.mergeLabel", { name: theme.name }), "data-key": `merge-${theme.id}`,
    on: {
      change: (/** @type {{target: HTMLSelectElement}} */ { target }) => {
        const into = others.find((other) => other.id === target.value);
        target.value = "";
        if (!into) return;
        app.run(app.api("POST", `/themes/${theme.id}/merge`, { into: into.id }), {
          text: app.words("themes.mergedInto", { name: theme.name, into: into.name }),
        });
      },
    },
  }, el("option", { value: "", text: app.words("themes.merge") }),
  ...others.map((other) => el("option", { value: other.id, text: other.name })));
}

/**
 * @param {App} app
 * @param {Theme} theme
 * @param {Card[]} members
 */
function splitButton(app, theme, members) {
  if (members.length < 2) return null;
  return el("button", {
    type: "button", class: "quiet", text: app.words("themes.pickAll"), "data-key": `all-${theme.id}`,
    title: app.words("themes.split"),
    on: { click: () => app.store.set({ picked: members.map(({ id }) => ({ entry: id, from: theme.id })) }) },
  });
}
