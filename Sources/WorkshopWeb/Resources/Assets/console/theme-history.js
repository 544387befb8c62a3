import { byID, el, replace } from "../common/dom.js";
import { focusKind } from "./keys.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").ThemeEdit} ThemeEdit */

/**
 * What was done to the themes, by whom, and taking the last of it back.
 * @param {App} app
 */
export function themeHistory(app) {
  const { store, words } = app;
  const time = new Intl.DateTimeFormat(app.language, { hour: "2-digit", minute: "2-digit" });
  const list = byID("theme-history");
  const step = (/** @type {"undo" | "redo"} */ way) => {
    const edit = store.get().themeHistory[way];
    if (!edit) return;
    app.run(app.api("POST", `/theme-history/${way}`, { edit: edit.edit })).then((done) => {
      if (done) app.say(words(`board.${way}Done`, { text: edit.text }));
      // Someone else was first: what the button says is brought up to date.
      else app.refresh();
    });
  };
  for (const way of /** @type {const} */ (["undo", "redo"])) {
    byID(`theme-${way}`).addEventListener("click", () => step(way));
  }
  byID("panel-themes").addEventListener("keydown", (event) => {
    const isText = focusKind(event.target) === "text";
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isText) return;
    event.preventDefault();
    step(event.shiftKey ? "redo" : "undo");
  });
  store.watch(["themeHistory"], ({ themeHistory: { edits, undo, redo } }) => {
    button("undo", undo, words);
    button("redo", redo, words);
    replace(list, ...edits.map((edit) => el("li", { class: edit.undone ? "undone" : "" },
      el("small", { text: `${time.format(new Date(edit.at))} · ${edit.role}` }), el("span", { dir: "auto", text: edit.text }),
      edit.undone && el("small", { text: words("board.undone") }))),
    edits.length === 0 && el("li", { class: "soft", text: words("board.noHistory") }));
  });
}

/**
 * @param {"undo" | "redo"} way
 * @param {ThemeEdit | null} edit
 * @param {import("../common/words.js").Words} words
 */
function button(way, edit, words) {
  const node = /** @type {HTMLButtonElement} */ (byID(`theme-${way}`));
  node.disabled = edit === null;
  const label = edit ? words(`board.${way}Label`, { text: edit.text }) : words(`board.${way}`);
  node.title = label;
  node.setAttribute("aria-label", label);
}
