import { byID, el, replace } from "../common/dom.js";
import { explain, Refusal } from "./api.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */

/**
 * The name of a theme, changed where it stands.
 * @param {App} app
 * @param {Theme} theme
 */
export function nameField(app, theme) {
  return el("input", {
    type: "text", class: "theme-name", value: theme.name, dir: "auto", maxlength: "120", "data-key": `name-${theme.id}`,
    "aria-label": app.words("themes.name"), title: theme.name,
    on: {
      change: async (/** @type {{target: HTMLInputElement}} */ { target }) => {
        const name = target.value.trim();
        if (name === "") target.value = theme.name;
        else await rename(app, theme, name, theme.name);
      },
      keydown: (/** @type {KeyboardEvent & {target: HTMLInputElement}} */ event) => {
        if (event.key === "Enter") event.target.blur();
      },
    },
  });
}

/**
 * Gives a theme a name. Who comes second is shown both, and chooses.
 * @param {App} app
 * @param {Theme} theme
 * @param {string} name
 * @param {string} seenName
 */
async function rename(app, theme, name, seenName) {
  try {
    await app.api("PATCH", `/themes/${theme.id}`, { name, seenName });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) return app.tell(explain(error, app.words));
    await app.refresh();
    const now = app.store.get().themes.find((one) => one.id === theme.id);
    if (now && now.name !== name) ask(app, now, name);
  }
}

/**
 * @param {App} app
 * @param {Theme} theme as it is now
 * @param {string} mine
 */
function ask(app, theme, mine) {
  const { words } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byID("name-dialog"));
  const choose = (/** @type {string} */ text, /** @type {string} */ name, /** @type {() => void} */ then) =>
    el("button", {
      type: "button", class: "choice", on: { click: () => { dialog.close(); then(); } },
    }, el("small", { text }), el("b", { dir: "auto", text: name }));
  replace(dialog, el("h2", { id: "name-title", text: words("themes.twoNames") }),
    el("p", { text: words("themes.twoNamesHelp") }),
    choose(words("themes.theirs"), theme.name, () => {}),
    choose(words("themes.yours"), mine, () => rename(app, theme, mine, theme.name)));
  dialog.showModal();
}
