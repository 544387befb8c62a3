import { timeOfDay } from "../common/clock.js";
import { byID } from "../common/dom.js";
import { rowCommand } from "./keys.js";
import { makeRow } from "./row.js";
import { update } from "./state.js";
import { gaps } from "./timing.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./row.js").Row} Row */

/**
 * The day as a column of rows, each as tall as it is long. Rows are kept from one drawing to the next, so that an edit
 * costs what it changes, and the focus stays.
 * @param {Editor} editor
 * @param {Record<import("./keys.js").Command, () => void>} acts
 */
export function timelineView({ store, words, nameOf }, acts) {
  const list = byID("timeline");
  /** @type {Map<string, Row>} */
  const rows = new Map();
  /** @type {string | null} */
  let focused = null;

  store.watch(["shown", "chosen", "faults"], ({ shown, chosen, faults }) => {
    const open = gaps(shown.gathering.start, shown.items);
    const order = shown.items.map((item, index) => {
      const row = rows.get(item.id) ?? makeRow(item.id, words, nameOf);
      rows.set(item.id, row);
      row.show(item, open[index], Object.keys(faults[item.id] ?? {}).length, item.id === chosen);
      return row.node;
    });
    const hadFocus = list.contains(document.activeElement);
    for (const [id, row] of rows) {
      if (shown.items.some((item) => item.id === id)) continue;
      row.node.remove();
      rows.delete(id);
    }
    arrange(list, order);
    if (hadFocus && chosen && (focused !== chosen || !list.contains(document.activeElement))) focus(chosen);
    focused = chosen;
    finish(shown, words);
  });

  /** @param {string} id */
  function focus(id) {
    const row = rows.get(id);
    row?.button.focus({ preventScroll: true });
    row?.node.scrollIntoView({ block: "nearest" });
  }

  list.addEventListener("click", (event) => {
    const id = rowID(event.target);
    if (!id) return;
    update(store, { chosen: id });
    // A press of Enter or a tap opens the details; a click beside an open panel only chooses.
    if (event.detail === 0 || matchMedia("(max-width: 1000px)").matches) acts.open();
  });
  list.addEventListener("focusin", (event) => {
    const id = rowID(event.target);
    if (id && id !== store.get().chosen) update(store, { chosen: id });
  });
  list.addEventListener("keydown", (event) => {
    const command = event.target instanceof HTMLButtonElement ? rowCommand(event) : null;
    if (!command) return;
    event.preventDefault();
    acts[command]();
  });
  return { focus, nodeOf: (/** @type {string} */ id) => rows.get(id)?.node };
}

/** @param {EventTarget | null} target */
export function rowID(target) {
  const row = target instanceof Element ? target.closest("li.row") : null;
  return row instanceof HTMLElement ? row.dataset.id ?? null : null;
}

/**
 * Puts nodes in order. A row that is held never moves itself, so that the pointer does not lose it.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} order
 */
function arrange(list, order) {
  if (order.every((node, index) => list.children[index] === node)) return;
  const active = document.activeElement?.closest("li.row");
  const fixed = order.find((node) => node.classList.contains("held") || node === active) ?? null;
  let isBefore = fixed !== null && fixed.parentNode === list;
  for (const node of order) {
    if (node === fixed && isBefore) isBefore = false;
    else list.insertBefore(node, isBefore ? fixed : null);
  }
}

/**
 * @param {import("./edits.js").Sheet} sheet
 * @param {import("../common/words.js").Words} words
 */
function finish({ gathering, items }, words) {
  const end = items.length > 0 ? items[items.length - 1].end : gathering.start;
  const over = gathering.end === null ? 0 : end - gathering.end;
  const word = items.length === 0 ? "finish.empty" : over > 0 ? "finish.late" : over < 0 ? "finish.early" : "finish.onTime";
  const node = byID("finish");
  node.textContent = words(word, { time: timeOfDay(end), minutes: Math.abs(over) });
  node.dataset.state = over > 0 ? "late" : "fine";
}
