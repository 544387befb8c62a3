import { el } from "../../common/dom.js";

/**
 * On which building block people want to work: live numbers, and what is full.
 * @param {import("../view.js").View} view
 */
export function choosing({ state, words }) {
  const { limit, people, full } = state.room.design;
  const tiles = state.buildingBlocks.map(({ id, label }) => {
    const count = people[id] ?? 0;
    const isFull = full.includes(id);
    return el("li", { class: isFull ? "full" : "" },
      el("strong", { text: label }),
      el("span", { class: "number", text: String(count) }),
      el("span", { class: "what", text: isFull ? words("choosing.full") : words.count("choosing.people", count) }));
  });
  return el("section", { class: `scene choosing${tiles.length > 6 ? " many" : ""}` },
    el("h1", { text: words("choosing.title") }), el("ul", { class: "choices" }, ...tiles),
    el("p", { class: "lead", text: limit === null ? words("choosing.none") : words("choosing.limit", { limit }) }));
}
