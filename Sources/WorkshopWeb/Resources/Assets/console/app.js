/** @typedef {"contributions" | "themes" | "gallery" | "destiny" | "entry" | "documents" | "check"} TabID */
/** @typedef {{state: string, kind: string, search: string, shown: number}} QueueFilter the most that is held is `shown` */

/**
 * The day as the server tells it, and what this screen itself remembers.
 * @typedef {import("./state.js").DayState & {tab: TabID, filter: QueueFilter, loading: boolean, taken: number, selected: string | null,
 *   picked: import("./theme-board.js").Picked[], suggestions: import("./model.js").Suggestions | null,
 *   compact: boolean, wide: boolean, connected: boolean,
 *   winBack: import("./model.js").WinBack | null}} AppState
 */

/**
 * What every view gets.
 * @typedef {object} App
 * @property {import("./store.js").Store<AppState>} store
 * @property {import("../common/words.js").Words} words
 * @property {string} language
 * @property {import("./api.js").Api} api
 * @property {(promise: Promise<unknown>, done?: Done) => Promise<boolean>} run shows what went wrong, or `done`
 * @property {() => Promise<void>} refresh takes a new snapshot
 * @property {(text: string) => void} say tells a screen reader what happened on the board
 * @property {(text: string) => void} tell shows what went wrong
 * @property {Set<string>} unfolded the themes whose rarer controls are shown
 */

/** @typedef {{text: string, undo?: () => void}} Done */

export {};
