import { dayText } from "../common/clock.js";
import { byID, el, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */

/**
 * Which gathering the console follows, where there is more than one; and the way to the editor of its draaiboek.
 * @param {App} app
 */
export function gatheringView({ store, words, api, run, language }) {
  const part = byID("gathering-part");
  const select = /** @type {HTMLSelectElement} */ (byID("gathering"));
  const link = byID("edit-sheet");
  store.watch(["gathering", "gatherings"], ({ gathering, gatherings }) => {
    part.hidden = gatherings.length < 2;
    replace(select, ...gatherings.map(({ id, name, date, isCurrent }) => el("option", {
      value: id, selected: isCurrent, text: date ? `${name} · ${dayText(date, language)}` : name,
    })));
    link.hidden = gathering === null;
    const traject = encodeURIComponent(document.body.dataset.traject ?? "");
    link.setAttribute("href",
      `/begeleider/${traject}/voorbereiding/draaiboek/${encodeURIComponent(gathering?.id ?? "")}`);
  });
  select.addEventListener("change", async () => {
    const before = store.get().gathering?.id ?? "";
    const name = select.selectedOptions[0]?.textContent ?? "";
    const isDone = await run(api("PUT", "/gathering", { gathering: select.value }), {
      text: words("runsheet.chosen", { name }), undo: () => run(api("PUT", "/gathering", { gathering: before })),
    });
    if (!isDone) select.value = before;
  });
}
