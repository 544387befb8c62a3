import { byID, el, replace } from "../common/dom.js";
import { positions, spreadBar } from "../common/spread.js";
import { choosingView } from "./choosing.js";
import { scanView } from "./scan.js";
import { signalsView } from "./signals.js";
import { standingsView } from "./standings.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../common/model.js").Counts} Counts */

/** Opinions of fewer people than this are never shown by group. */
export const smallestGroup = 5;

/** @param {Counts} counts */
export function totalOf(counts) {
  return positions.reduce((total, position) => total + (counts[position] ?? 0), 0);
}

/**
 * Groups large enough to show, and only where none is left out: else the rest could be worked out.
 * @param {{group: string, counts: Counts}[]} groups
 */
export function shownGroups(groups) {
  return groups.every(({ counts }) => totalOf(counts) >= smallestGroup) ? groups : [];
}

/**
 * The gallery: how the room stands, and what the room may see of it.
 * @param {App} app
 */
export function galleryView(app) {
  const { store, words } = app;
  const box = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byID(id));
  for (const [id, part] of [["reveal-dots", "dots"], ["reveal-stances", "stances"], ["reveal-scan", "scan"]]) {
    box(id).addEventListener("change", async () => {
      const done = await app.run(app.api("PUT", "/reveal", { [part]: box(id).checked }));
      if (!done) box(id).checked = !box(id).checked;
    });
  }
  store.watch(["room"], ({ room }) => {
    box("reveal-dots").checked = room.dotsRevealed;
    box("reveal-stances").checked = room.stancesRevealed;
    box("reveal-scan").checked = room.scanRevealed;
  });
  standingsView(app);
  signalsView(app);
  choosingView(app);
  scanView(app);
  store.watch(["spreads", "groups"], ({ spreads, groups }) => {
    const nameOf = (/** @type {string} */ id) => groups.find((group) => group.id === id)?.label ?? id;
    replace(byID("spreads"), ...spreads.map((spread) => el("li", { class: "spread-card" },
      el("h3", { dir: "auto", text: spread.headline }),
      spread.counts && spread.total > 0
        ? spreadBar(spread.counts, (position) => words(`positions.${position}`))
        : el("p", { class: "soft", text: words.count("gallery.chosen", spread.total) }),
      spread.agreementName && el("p", { class: `agreement is-${spread.agreement}`, text: spread.agreementName }),
      byGroup(spread, nameOf, words), reasons(spread, words),
      spread.reasonsWaiting > 0
        && el("p", { class: "soft", text: words.count("gallery.waiting", spread.reasonsWaiting) }))),
    spreads.length === 0 && el("li", { class: "empty", text: words("gallery.none") }));
  });
}

/**
 * @param {import("../common/model.js").Spread} spread
 * @param {(id: string) => string} nameOf
 * @param {import("../common/words.js").Words} words
 */
function byGroup(spread, nameOf, words) {
  const groups = shownGroups(spread.byGroup);
  if (groups.length === 0) return null;
  return el("table", { class: "by-group" },
    el("caption", { text: words("gallery.byGroup") }),
    el("thead", null, el("tr", null, el("td"), ...positions.map((position) =>
      el("th", { scope: "col", text: words(`positions.${position}`) })))),
    el("tbody", null, ...groups.map(({ group, counts }) => el("tr", null,
      el("th", { scope: "row", text: nameOf(group) }),
      ...positions.map((position) => el("td", { text: String(counts[position] ?? 0) }))))));
}

/**
 * @param {import("../common/model.js").Spread} spread
 * @param {import("../common/words.js").Words} words
 */
function reasons(spread, words) {
  if (spread.reasons.length === 0) return null;
  return el("ul", { class: "reasons" }, ...spread.reasons.map((reason) => el("li", null,
    el("b", { text: words(`positions.${reason.position}`) }), " ", el("span", { dir: "auto", text: reason.text }))));
}
