// The shapes of a draaiboek as the server gives and takes it; types only.

/**
 * One item, with its times worked out; all times in minutes after midnight.
 * @typedef {object} Item
 * @property {string} id
 * @property {number} version counts up with every change
 * @property {number} start
 * @property {number} end
 * @property {number} minutes
 * @property {number | null} anchor
 * @property {string | null} anchorReason
 * @property {boolean} isSkipped
 * @property {boolean} isProtected
 * @property {string} phase
 * @property {string | null} step
 * @property {string} scene
 * @property {number | null} timerMinutes
 * @property {number} rounds
 * @property {boolean} hasSwap
 * @property {number | null} minimumMinutes
 * @property {number | null} adjustedMinutes
 * @property {Record<string, string>} texts
 * @property {string | null} actualStart
 * @property {string | null} actualEnd
 */

/** @typedef {{id: string, kind: string, title: string, date: string | null, start: number, end: number | null}} Gathering */
/** @typedef {{item: string | null, id: string, text: string, isError: boolean}} Check */

/**
 * A draaiboek as the server has it.
 * @typedef {object} SheetView
 * @property {Gathering} gathering
 * @property {Item[]} items
 * @property {Check[]} checks
 * @property {number} edit the number of the last edit
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {string} undo what undoing undoes
 * @property {string} redo
 * @property {boolean} isRunning
 */

/** @typedef {Partial<Omit<Item, "texts">> & {texts?: Record<string, string>}} Fields */

/**
 * What is asked of the server; `before` is the item that comes after it, or null for the end.
 * @typedef {{kind: "change", item: string, version: number, fields: Fields}
 *   | {kind: "move", item: string, before: string | null}
 *   | {kind: "add", item: string, before: string | null, fields: Fields}
 *   | {kind: "remove", item: string, version: number}
 *   | {kind: "start", start: number}
 *   | {kind: "end", end: number | null}} Edit
 */

/** @typedef {{kind: "undo" | "redo", edit: number} | {kind: "copy", traject: string, gathering: string, edit: number}} Turn */
/** @typedef {Edit | Turn} Wish */

/**
 * A wish the server does not have yet. `base` holds what was there when it was made; `sent` is set from its first try.
 * @typedef {{wish: Wish, base: Item | null, sent: boolean}} Pending
 */

/** @typedef {{pending: Pending, current: Item | null}} Conflict current is null where the item was taken away */
/** @typedef {Record<string, {message: string, typed: unknown}>} Faults by the name of the field */

export {};
