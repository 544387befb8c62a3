import { uuid } from "../common/uuid.js";
import { inSteps, moved } from "./edits.js";
import { itemOf, update } from "./state.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./keys.js").Command} Command */
/** @typedef {import("./model.js").Item} Item */

/**
 * What can be done with the chosen item, from a key or from a button.
 * @param {Editor} editor
 * @param {{open: (isNew: boolean) => void, help: () => void}} page
 * @returns {Record<Command, () => void>}
 */
export function makeActs(editor, page) {
  const { store, sync } = editor;
  const item = () => itemOf(store.get(), store.get().chosen);
  const onItem = (/** @type {(item: Item) => void} */ act) => () => {
    const chosen = item();
    if (chosen) act(chosen);
  };
  const change = (/** @type {Item} */ { id, version }, /** @type {import("./model.js").Fields} */ fields) =>
    sync.ask({ kind: "change", item: id, version, fields });
  const move = (/** @type {-1 | 1} */ by) => onItem(({ id }) => {
    const wish = moved(store.get().shown.items, id, by);
    if (wish) sync.ask(wish);
  });
  const choose = (/** @type {(at: number, last: number) => number} */ to) => () => {
    const { items } = store.get().shown;
    const at = items.findIndex(({ id }) => id === store.get().chosen);
    const next = items[Math.max(0, Math.min(items.length - 1, to(at, items.length - 1)))];
    if (next) update(store, { chosen: next.id });
  };
  return {
    previous: choose((at) => at - 1),
    next: choose((at) => at + 1),
    first: choose(() => 0),
    last: choose((_, last) => last),
    earlier: move(-1),
    later: move(1),
    longer: onItem((chosen) => change(chosen, { minutes: inSteps(chosen.minutes + 5) })),
    shorter: onItem((chosen) => change(chosen, { minutes: inSteps(chosen.minutes - 5) })),
    skip: onItem((chosen) => change(chosen, { isSkipped: !chosen.isSkipped })),
    add: () => add(editor, item(), () => page.open(true)),
    remove: onItem((chosen) => remove(editor, chosen)),
    open: () => page.open(false),
    help: page.help,
    undo: () => turn(editor, "undo"),
    redo: () => turn(editor, "redo"),
  };
}

/**
 * @param {Editor} editor
 * @param {Item | undefined} after
 * @param {() => void} open
 */
function add({ store, sync, words }, after, open) {
  const { items } = store.get().shown;
  const at = items.findIndex(({ id }) => id === after?.id);
  const item = uuid();
  const fields = { minutes: 15, phase: after?.phase ?? "kader", texts: { title: words("newItem") } };
  sync.ask({ kind: "add", item, before: (at < 0 ? null : items[at + 1]?.id) ?? null, fields });
  update(store, { chosen: item });
  queueMicrotask(open);
}

/**
 * @param {Editor} editor
 * @param {Item} item
 */
function remove({ store, sync }, item) {
  const { items } = store.get().shown;
  const at = items.findIndex(({ id }) => id === item.id);
  update(store, { chosen: (items[at + 1] ?? items[at - 1])?.id ?? null });
  sync.ask({ kind: "remove", item: item.id, version: item.version });
}

/**
 * @param {Editor} editor
 * @param {"undo" | "redo"} kind
 */
export function turn({ store, sync }, kind) {
  const { view, pending } = store.get();
  const isPossible = kind === "undo" ? view.canUndo || pending.length > 0 : view.canRedo;
  if (isPossible) sync.ask({ kind, edit: view.edit });
}
