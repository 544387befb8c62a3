import { el } from "./dom.js";

/** The positions in their fixed order; each has a pattern of its own in the style, so that colour is never alone. */
export const positions = ["ja", "ja-maar", "nee"];

/**
 * The spread of stances as one bar. Every part has its label and number; a part without anyone is left out.
 * @param {import("./model.js").Counts} counts
 * @param {(position: string) => string} label
 */
export function spreadBar(counts, label) {
  const bar = el("div", { class: "spreadbar" });
  for (const position of positions) {
    const count = counts[position] ?? 0;
    if (count === 0) continue;
    const part = el("div", { class: `part-${position}` },
      el("span", null, el("b", { text: String(count) }), ` ${label(position)}`));
    part.style.flexGrow = String(count);
    bar.append(part);
  }
  return bar;
}
