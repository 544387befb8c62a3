/**
 * What every part of the page gets.
 * @typedef {object} Editor
 * @property {import("./state.js").SheetStore} store
 * @property {import("./sync.js").Sync} sync
 * @property {import("../common/words.js").Words} words
 * @property {import("../console/api.js").Api} api calls below `/api/console/TRAJECT`
 * @property {(field: string) => string} labelOf what a field is called
 * @property {(field: string, id: string) => string} nameOf what a choice of a field is called
 * @property {(error: unknown) => void} tell
 * @property {(text: string) => void} note
 */

export {};
