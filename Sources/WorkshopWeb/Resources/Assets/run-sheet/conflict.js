import { byID, el, replace } from "../common/dom.js";
import { groups, textOf, valueOf } from "./fields.js";
import { changed } from "./edits.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./model.js").Conflict} Conflict */
/** @typedef {import("./model.js").Item} Item */

/**
 * The fields in which what was written here and what was saved in between are not the same.
 * @param {Conflict} conflict
 * @returns {{kind: import("./fields.js").FieldKind, mine: unknown, theirs: unknown}[]}
 */
export function differences({ pending: { wish, base }, current }) {
  if (wish.kind !== "change" || !current) return [];
  const mine = changed(base ?? current, wish.fields);
  return groups.flatMap((group) => group.fields)
    .map((kind) => ({ kind, mine: valueOf(mine, kind.name), theirs: valueOf(current, kind.name) }))
    .filter((row) => row.mine !== row.theirs);
}

/**
 * Shows both versions of an item that two people changed, side by side, and asks which one stays.
 * @param {Editor} editor
 */
export function conflictView({ store, sync, words, labelOf, nameOf }) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("conflict-dialog"));
  dialog.addEventListener("close", () => {
    if (store.get().conflict) sync.settle(dialog.returnValue === "mine" ? "mine" : "theirs");
  });
  // Leaving without a choice would throw one of the two away.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  store.watch(["conflict"], ({ conflict }) => {
    if (!conflict) return;
    replace(dialog, draw(conflict));
    dialog.returnValue = "";
    if (!dialog.open) dialog.showModal();
  });

  /** @param {Conflict} conflict */
  function draw(conflict) {
    const { pending: { wish, base }, current } = conflict;
    const title = (current ?? base)?.texts.title || words("row.untitled");
    const kind = wish.kind === "remove" ? "removing" : current ? "lead" : "removed";
    return el("form", { method: "dialog" },
      el("h2", { id: "conflict-title", text: words("conflict.title", { title }) }),
      el("p", { text: words(`conflict.${kind}`) }),
      current && wish.kind === "change" && table(conflict),
      !current && wish.kind === "change" && el("dl", { class: "typed" }, ...mineOf(conflict)),
      el("div", { class: "actions" },
        el("button", { class: "primary", value: "mine", text: words(`conflict.${kind}Mine`) }),
        el("button", { class: "quiet", value: "theirs", text: words(`conflict.${kind}Theirs`) })));
  }

  /** @param {Conflict} conflict */
  function table(conflict) {
    return el("div", { class: "versions" }, el("table", null,
      el("thead", null, el("tr", null, el("td"), el("th", { scope: "col", text: words("conflict.mine") }),
        el("th", { scope: "col", text: words("conflict.theirs") }))),
      el("tbody", null, ...differences(conflict).map(({ kind, mine, theirs }) => el("tr", null,
        el("th", { scope: "row", text: labelOf(kind.name) }),
        el("td", { dir: "auto", text: told(kind, mine) }), el("td", { dir: "auto", text: told(kind, theirs) }))))));
  }

  /** @param {Conflict} conflict */
  function mineOf({ pending: { wish } }) {
    const fields = wish.kind === "change" ? { ...wish.fields, ...wish.fields.texts } : {};
    return groups.flatMap((group) => group.fields).filter(({ name }) => name in fields).flatMap((kind) => [
      el("dt", { text: labelOf(kind.name) }),
      el("dd", { dir: "auto", text: told(kind, Reflect.get(fields, kind.name)) }),
    ]);
  }

  /**
   * @param {import("./fields.js").FieldKind} kind
   * @param {unknown} value
   */
  function told(kind, value) {
    if (kind.type === "tick") return words(value ? "conflict.yes" : "conflict.no");
    if (kind.type === "choice" && value) return nameOf(kind.name, String(value));
    return String(textOf(kind, value)) || words("conflict.empty");
  }
}
