import { byID, el, replace } from "../common/dom.js";
import { explain, Refusal } from "./api.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Theme} Theme */

/** About how many letters stand beside the dots on a narrow card. */
const lineLength = 19;

/**
 * The name of a theme, changed where it stands.
 * @param {App} app
 * @param {Theme} theme
 */
export function nameField(app, theme) {
  // A field of lines, so that a long name is read whole; a line end is none.
  return el("textarea", {
    class: "theme-name", value: theme.name, dir: "auto", maxlength: "120", "data-key": `name-${theme.id}`,
    rows: String(Math.min(4, Math.ceil(theme.name.length / lineLength))),
    "aria-label": app.words("themes.name"), title: theme.name,
    on: {
      change: async (/** @type {{target: HTMLTextAreaElement}} */ { target }) => {
        const name = target.value.replace(/\s+/g, " ").trim();
        if (name === "") target.value = theme.name;
        else await rename(app, theme, name, theme.name);
      },
      keydown: (/** @type {KeyboardEvent & {target: HTMLTextAreaElement}} */ event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        event.target.blur();
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
