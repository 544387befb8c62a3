import { byID, el, keepingFocus, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../common/model.js").Design} Design */

/**
 * Who works on what: totals per building block, the most on one, and which may take more.
 * @param {App} app
 */
export function choosingView(app) {
  const { store, words } = app;
  const field = /** @type {HTMLInputElement} */ (byID("design-limit"));
  field.placeholder = words("choosing.none");
  byID("design-limit-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const limit = field.value.trim() === "" ? null : Number(field.value);
    app.run(app.api("PUT", "/design-limit", { limit }));
  });
  /** @type {number | null | undefined} */
  let shown;
  store.watch(["room", "buildingBlocks"], ({ room, buildingBlocks }) => {
    const { design } = room;
    // What somebody is typing is not overwritten by each choice that comes in.
    if (design.limit !== shown) field.value = design.limit === null ? "" : String(design.limit);
    shown = design.limit;
    const most = Math.max(design.limit ?? 1, ...Object.values(design.people));
    keepingFocus(byID("design-blocks"), () => replace(byID("design-blocks"),
      ...buildingBlocks.map((block) => row(app, block, design, most))));
  });
}

/**
 * @param {App} app
 * @param {import("./model.js").Term} block
 * @param {Design} design
 * @param {number} most
 */
function row(app, block, design, most) {
  const { words } = app;
  const count = design.people[block.id] ?? 0;
  const isOpened = design.opened.includes(block.id);
  const isFull = design.full.includes(block.id);
  const open = () => app.run(app.api("PUT", `/design-blocks/${block.id}`, { open: !isOpened }));
  const state = isFull ? "full" : isOpened ? "opened" : "";
  return el("li", null,
    el("b", { text: block.label }),
    el("progress", { value: count, max: String(most), "aria-label": block.label }),
    el("span", null, words.count("choosing.people", count),
      state && el("span", { class: state, text: ` · ${words(`choosing.${state}`)}` })),
    (isFull || isOpened) && el("button", {
      type: "button", class: "quiet", "data-key": `open-${block.id}`, on: { click: open },
      "aria-label": words(isOpened ? "choosing.close" : "choosing.open", { block: block.label }),
      text: words(isOpened ? "choosing.closeShort" : "choosing.openShort"),
    }));
}
