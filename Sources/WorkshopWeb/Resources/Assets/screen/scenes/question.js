import { el } from "../../common/dom.js";
import { said } from "../view.js";

/**
 * The affirmative question, the principle in one sentence, and the building blocks.
 * @param {import("../view.js").View} view
 */
export function question({ state, words }) {
  return el("section", { class: "scene question" },
    el("p", { class: "eyebrow", text: words("question.title") }),
    said("h1", "topic", state.traject.topic),
    el("p", { class: "principle", text: words("question.principle") }),
    el("ul", { class: state.buildingBlocks.length > 6 ? "blocks many" : "blocks" },
      ...state.buildingBlocks.map((block) => el("li", null,
        el("strong", { text: block.label }), el("span", { text: block.description ?? "" })))));
}
