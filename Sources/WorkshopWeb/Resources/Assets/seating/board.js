import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { neighbour, tableOf } from "./picking.js";

/** @typedef {import("./model.js").Seating} Seating */

const kind = "application/x-badge";

/**
 * The tables with their badges; a badge is picked and put by pointer, by dragging and by keyboard alike.
 * @param {object} parts
 * @param {import("../common/words.js").Words} parts.words
 * @param {(badge: number, dragged?: number) => void} parts.onBadge
 * @param {(table: number, dragged?: number) => void} parts.onTable
 * @param {(badge: number) => void} parts.onRemove
 */
export function makeBoard({ words, onBadge, onTable, onRemove }) {
  const board = byID("board");
  /** @type {number | null} */
  let focused = null;

  /**
   * @param {Seating} seating
   * @param {number | null} picked
   */
  function draw(seating, picked) {
    if (focused === null || tableOf(seating, focused) === null) focused = seating.tables[0]?.duos[0]?.[0] ?? null;
    keepingFocus(board, () => replace(board, ...seating.tables.map((table) => tableCard(seating, table, picked))));
    const hint = byID("picked");
    hint.hidden = picked === null;
    if (picked === null) return;
    replace(hint, el("span", { text: words("board.picked", { badge: picked }) }),
      el("button", { type: "button", class: "quiet", text: words("board.cancel"), on: { click: () => onBadge(picked) } }),
      tableOf(seating, picked) !== null && el("button", {
        type: "button", class: "quiet", text: words("board.remove", { badge: picked }),
        on: { click: () => onRemove(picked) },
      }));
  }

  /**
   * @param {Seating} seating
   * @param {import("./model.js").Table} table
   * @param {number | null} picked
   */
  function tableCard(seating, table, picked) {
    const isTarget = picked !== null && tableOf(seating, picked) !== table.number;
    return el("section", {
      class: `table ${table.level}`, "aria-label": words("board.table", { number: table.number }),
      on: { dragover: allow, drop: (/** @type {DragEvent} */ event) => dropped(event, (badge) => onTable(table.number, badge)) },
    },
      el("h3", null, words("board.table", { number: table.number }),
        el("small", { text: words.count("board.size", table.size) })),
      el("div", { class: "duos" }, ...table.duos.map((duo) => duoBox(seating, duo, picked))),
      table.level !== "" && el("p", { class: "table-mix", text: table.mix }),
      table.level !== "" && el("p", { class: "table-level",
        text: table.missing ? words("board.missing", { groups: table.missing }) : words("board.complete") }),
      isTarget && el("button", {
        type: "button", class: "primary here", text: words("board.here", { badge: picked }), "data-key": `t${table.number}`,
        on: { click: () => onTable(table.number) },
      }));
  }

  /**
   * @param {Seating} seating
   * @param {number[]} duo
   * @param {number | null} picked
   */
  function duoBox(seating, duo, picked) {
    const name = words(duo.length === 2 ? "board.duo" : duo.length > 2 ? "board.trio" : "board.alone");
    return el("div", { class: "duo", role: "group", "aria-label": name },
      ...duo.map((badge) => badgeButton(seating, badge, picked)));
  }

  /**
   * @param {Seating} seating
   * @param {number} badge
   * @param {number | null} picked
   */
  function badgeButton(seating, badge, picked) {
    const isPicked = picked === badge;
    return el("button", {
      type: "button", class: "seat", text: String(badge), "data-key": String(badge), "aria-pressed": String(isPicked),
      "aria-label": words("board.badge", { badge }), draggable: "true", tabindex: badge === focused ? "0" : "-1",
      on: {
        click: () => onBadge(badge),
        focus: () => { focused = badge; },
        keydown: (/** @type {KeyboardEvent} */ event) => go(event, neighbour(seating, badge, event.key), badge),
        dragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(kind, String(badge)),
        dragover: allow,
        drop: (/** @type {DragEvent} */ event) => dropped(event, (dragged) => onBadge(badge, dragged)),
      },
    });
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} to
   * @param {number} from
   */
  function go(event, to, from) {
    if (!/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    if (to !== from) focus(to);
  }

  /** @param {number} badge */
  function focus(badge) {
    board.querySelector('.seat[tabindex="0"]')?.setAttribute("tabindex", "-1");
    const button = board.querySelector(`[data-key="${badge}"]`);
    if (!(button instanceof HTMLElement)) return;
    button.setAttribute("tabindex", "0");
    button.focus();
    button.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {DragEvent} event
   * @param {(badge: number) => void} act
   */
  function dropped(event, act) {
    const badge = Number(event.dataTransfer?.getData(kind));
    if (!badge) return;
    event.preventDefault();
    event.stopPropagation();
    act(badge);
  }

  return { draw, focus };
}

/** @param {DragEvent} event */
function allow(event) {
  if (event.dataTransfer?.types.includes(kind)) event.preventDefault();
}
