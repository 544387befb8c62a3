import { el } from "../../common/dom.js";

/**
 * That Doen goes to the ontwerpteam, and what happens then: three short sentences.
 * @param {import("../view.js").View} view
 */
export function handOver({ words }) {
  return el("section", { class: "scene hand-over" },
    el("h1", { text: words("handOver.title") }),
    el("ol", null, ...["proposals", "team", "you"].map((id) => el("li", { text: words(`handOver.${id}`) }))));
}
