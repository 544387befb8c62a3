import { byID, el, replace } from "../common/dom.js";
import { explain } from "../console/api.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {{traject: string, house: string, gathering: string, title: string, items: number}} Source */

const shownAtOnce = 40;

/**
 * Taking the items of another draaiboek; one edit, so one undo brings the old ones back.
 * @param {Editor} editor
 */
export function copyView({ store, sync, words, api }) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("copy-dialog"));
  const search = el("input", { type: "search", "aria-label": words("copy.search"), placeholder: words("copy.search") });
  const list = el("ul", { class: "sources" });
  const status = el("p", { role: "status" });
  replace(dialog, el("h2", { id: "copy-title", text: words("copy.title") }), el("p", { text: words("copy.lead") }),
    search, status, list,
    el("form", { method: "dialog" }, el("button", { class: "quiet", text: words("copy.close") })));
  /** @type {Source[]} */
  let sources = [];
  search.addEventListener("input", draw);

  byID("copy").addEventListener("click", async () => {
    sources = [];
    draw();
    search.value = "";
    status.textContent = words("copy.loading");
    dialog.showModal();
    try {
      /** @type {{sheets: Source[]}} */
      const { sheets } = await api("GET", "/run-sheets");
      const own = store.get().view.gathering.id;
      sources = sheets.filter((sheet) => sheet.traject !== document.body.dataset.traject || sheet.gathering !== own);
      draw();
    } catch (error) {
      status.textContent = explain(error, words);
    }
  });

  function draw() {
    const wanted = search.value.trim().toLowerCase();
    const found = sources.filter(({ house, title }) => `${house} ${title}`.toLowerCase().includes(wanted));
    status.textContent = found.length === 0 ? words("copy.none") : found.length > shownAtOnce ? words("copy.more") : "";
    replace(list, ...found.slice(0, shownAtOnce).map((source) => el("li", null,
      el("div", null, el("b", { dir: "auto", text: source.house }),
        el("small", { text: `${source.title} · ${words.count("copy.items", source.items)}` })),
      el("button", { type: "button", text: words("copy.take"), "aria-label": words("copy.takeThis", source), on: { click: () => take(source) } }))));
  }

  /** @param {Source} source */
  function take({ traject, gathering }) {
    dialog.close();
    sync.ask({ kind: "copy", traject, gathering, edit: store.get().view.edit });
  }
}
