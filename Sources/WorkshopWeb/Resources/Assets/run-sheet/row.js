import { localTime, timeOfDay } from "../common/clock.js";
import { el } from "../common/dom.js";

/** @typedef {import("./model.js").Item} Item */
/** @typedef {import("../common/words.js").Words} Words */
/** @typedef {(field: string, id: string) => string} NameOf */

/**
 * A row of the timeline: made once an item, and afterwards told what changed.
 * @typedef {object} Row
 * @property {HTMLLIElement} node
 * @property {HTMLButtonElement} button
 * @property {(item: Item, gap: number, faults: number, chosen: boolean) => void} show
 */

/**
 * @param {string} id
 * @param {Words} words
 * @param {NameOf} nameOf
 * @returns {Row}
 */
export function makeRow(id, words, nameOf) {
  const parts = {
    gap: el("p", { class: "gap" }), start: el("b"), end: el("span", { class: "end" }), title: el("span", { class: "title" }),
    grouping: el("span", { class: "grouping", dir: "auto" }), length: el("span", { class: "length" }), marks: el("span", { class: "marks" }),
  };
  const button = el("button", { type: "button", class: "row-button", "data-key": `row-${id}` },
    el("span", { class: "times" }, parts.start, parts.end),
    el("span", { class: "what" }, parts.title, parts.grouping, parts.marks),
    parts.length);
  const node = el("li", { class: "row", "data-id": id },
    parts.gap, el("div", { class: "block" }, el("span", { class: "grip", "aria-hidden": "true", text: "⠿" }), button,
      el("span", { class: "edge", "aria-hidden": "true" })));
  /** @type {string[]} */
  let marks = [];
  return {
    node, button,
    show(item, gap, faults, chosen) {
      put(parts.start, timeOfDay(item.start));
      put(parts.end, item.isSkipped ? "" : ` – ${timeOfDay(item.end)}`);
      put(parts.title, item.texts.title || words("row.untitled"));
      put(parts.grouping, item.texts.grouping ?? "");
      put(parts.length, item.isSkipped ? words("row.skipped") : words("row.minutes", { minutes: item.minutes }));
      put(parts.gap, gapText(item, gap, words));
      const next = marksOf(item, faults, words, nameOf);
      if (next.join("|") !== marks.join("|")) {
        marks = next;
        parts.marks.replaceChildren(...marks.map((text) => el("span", { class: "mark", text })));
      }
      const classes = ["row", `phase-${item.phase}`, item.isSkipped && "skipped", item.isProtected && "protected",
        gap < 0 && !item.isSkipped && "overlaps", faults > 0 && "faulty", chosen && "chosen",
        node.classList.contains("held") && "held"].filter(Boolean).join(" ");
      if (node.className !== classes) node.className = classes;
      node.style.setProperty("--minutes", String(item.isSkipped ? 0 : item.minutes));
      button.tabIndex = chosen ? 0 : -1;
      if (chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    },
  };
}

/**
 * Writes only what changed, so that a drawn row costs nothing.
 * @param {HTMLElement} node
 * @param {string} text
 */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * @param {Item} item
 * @param {number} gap
 * @param {Words} words
 */
function gapText(item, gap, words) {
  if (gap === 0 || item.isSkipped) return "";
  return words(gap > 0 ? "row.gap" : "row.overlap", { minutes: Math.abs(gap) });
}

/**
 * @param {Item} item
 * @param {number} faults
 * @param {Words} words
 * @param {NameOf} nameOf
 */
function marksOf(item, faults, words, nameOf) {
  const marks = [
    faults > 0 && words("row.faulty"),
    item.actualStart && words("row.began", { time: localTime(item.actualStart) }),
    item.anchor !== null && words("row.anchor", {
      time: timeOfDay(item.anchor), reason: item.anchorReason ? nameOf("anchorReason", item.anchorReason) : "",
    }),
    item.isProtected && words("row.protected"),
    item.step && words("row.step", { step: nameOf("step", item.step) }),
    words("row.scene", { scene: nameOf("scene", item.scene) }),
    item.timerMinutes !== null && words(item.hasSwap ? "row.timerSwap" : "row.timer", { minutes: item.timerMinutes }),
  ];
  return /** @type {string[]} */ (marks.filter((mark) => typeof mark === "string"));
}
