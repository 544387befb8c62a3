import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { itemOf, update } from "./state.js";

/** @typedef {import("./editor.js").Editor} Editor */

/**
 * What the server found when it read the sheet through, each with the way to the item.
 * @param {Editor} editor
 * @param {(id: string) => void} show
 */
export function checksView({ store, words }, show) {
  const list = byID("checks");
  store.watch(["view"], ({ view }) => {
    byID("running").hidden = !view.isRunning;
  });
  store.watch(["view", "shown"], (state) => keepingFocus(list, () => {
    const rows = state.view.checks.map((check) => el("li", { class: check.isError ? "error" : "hint" },
      el("span", { text: check.text }), way(check)));
    replace(list, ...(rows.length > 0 ? rows : [el("li", { class: "none", text: words("checks.none") })]));
  }));

  /** @param {import("./model.js").Check} check */
  function way({ item: id, id: kind }) {
    const item = itemOf(store.get(), id);
    if (!item) return null;
    return el("button", {
      type: "button", class: "quiet", "data-key": `check-${kind}-${id}`,
      text: words("checks.show", { title: item.texts.title || words("row.untitled") }),
      on: { click: () => { update(store, { chosen: item.id }); show(item.id); } },
    });
  }
}
