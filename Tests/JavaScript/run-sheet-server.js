import { Refusal } from "../../Sources/WorkshopWeb/Resources/Assets/console/api.js";
import { applied } from "../../Sources/WorkshopWeb/Resources/Assets/run-sheet/edits.js";

/** @typedef {import("../../Sources/WorkshopWeb/Resources/Assets/run-sheet/model.js").SheetView} SheetView */

/** @param {string} id @param {number} [minutes] @param {object} [more] @returns {any} */
export const item = (id, minutes = 30, more = {}) => ({
  id, version: 1, start: 0, end: 0, minutes, anchor: null, anchorReason: null, isSkipped: false, isProtected: false,
  phase: "kader", step: null, scene: "question", timerMinutes: null, rounds: 1, hasSwap: false, minimumMinutes: null,
  adjustedMinutes: null, texts: { title: id }, actualStart: null, actualEnd: null, ...more,
});

/**
 * A server that keeps one draaiboek in memory, by the contract of the real one. `fail` makes the next calls fail:
 * "before" leaves the edit out, "after" takes it and loses the answer.
 * @param {any[]} items
 */
export function sheetServer(items) {
  /** @type {any} */
  let sheet = { gathering: { id: "dag-1", kind: "workday", title: "", date: null, start: 540, end: 990 }, items };
  let edit = 0;
  /** @type {any[]} */
  const past = [];
  const server = {
    /** @type {("before" | "after")[]} */
    fail: [],
    /** @type {any[]} */
    calls: [],
    /** @returns {SheetView} */
    view: () => ({
      ...applied(sheet, []), checks: [], edit, canUndo: past.length > 0, canRedo: false, undo: "", redo: "", isRunning: false,
    }),
    /** @param {any} wish */
    take(wish) {
      const at = sheet.items.find((/** @type {any} */ other) => other.id === wish.item);
      if (["change", "remove", "move"].includes(wish.kind) && !at) throw new Refusal(404, {});
      if (wish.version !== undefined && wish.version !== at.version) throw new Refusal(409, { current: at });
      if (wish.kind === "change" && wish.fields.minutes < 0) {
        throw new Refusal(422, { fields: { minutes: "onder nul" } });
      }
      past.push(sheet);
      sheet = applied(sheet, [wish]);
      if (wish.kind === "add") {
        sheet.items = sheet.items.map((/** @type {any} */ other) => (other.id === wish.item ? { ...other, version: 7 } : other));
      }
      if (wish.kind === "change") {
        sheet.items = sheet.items.map((/** @type {any} */ other) =>
          (other.id === wish.item ? { ...other, version: other.version + 1 } : other));
      }
      edit += 1;
      return server.view();
    },
    /** @type {import("../../Sources/WorkshopWeb/Resources/Assets/console/api.js").Api} */
    async api(method, path, body) {
      await Promise.resolve();
      const lost = server.fail.shift();
      if (lost === "before") throw new Refusal(0, {});
      server.calls.push(method === "GET" ? "GET" : { path, ...body });
      const answer = server.answer(path, body);
      if (lost === "after") throw new Refusal(0, {});
      return structuredClone(answer);
    },
    /** @param {string} path @param {any} body */
    answer(path, body) {
      if (path === "/edits") return server.take(body);
      if (path === "/undo") {
        if (body.edit !== edit) throw new Refusal(409, { current: server.view() });
        sheet = past.pop();
        edit += 1;
      }
      return server.view();
    },
  };
  return server;
}
