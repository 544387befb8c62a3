import { byID } from "../common/dom.js";
import { turn } from "./acts.js";

/** @typedef {import("./editor.js").Editor} Editor */

/**
 * Undoing and doing again, each button saying of what.
 * @param {Editor} editor
 */
export function historyView(editor) {
  const { store, words } = editor;
  for (const kind of /** @type {const} */ (["undo", "redo"])) {
    const button = /** @type {HTMLButtonElement} */ (byID(kind));
    button.addEventListener("click", () => turn(editor, kind));
    store.watch(["view", "pending"], ({ view, pending }) => {
      const what = pending.length > 0 ? "" : view[kind];
      button.disabled = kind === "undo" ? !view.canUndo && pending.length === 0 : !view.canRedo;
      button.textContent = what && !button.disabled ? words(`history.${kind}What`, { what }) : words(`history.${kind}`);
    });
  }
}
