import { el } from "../../common/dom.js";

const kinds = ["story", "successFactor", "dream", "proposal", "action", "pledge"];

/**
 * What came in so far, for breaks: counters only.
 * @param {import("../view.js").View} view
 */
export function counters({ state, words }) {
  const { counts, item } = state.room;
  const told = kinds.filter((kind) => (counts[kind] ?? 0) > 0);
  return el("section", { class: "scene counters" },
    el("h1", { text: item?.title ?? words("counters.title"), dir: "auto" }),
    el("p", { class: "lead", text: words(told.length > 0 ? "counters.lead" : "counters.none") }),
    el("ul", { class: `numbers of-${told.length}` }, ...told.map((kind) => el("li", { class: `kind-${kind}` },
      el("strong", { text: String(counts[kind]) }),
      el("span", { text: words.count(`kind.${kind}`, counts[kind]) })))));
}
