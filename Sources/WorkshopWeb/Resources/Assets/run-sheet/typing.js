import { update } from "./state.js";

/** How long one pauses, in milliseconds, before what was typed is sent: long enough to think of the next word. */
export const pause = 1000;

/**
 * Keeps in the store which fields hold something that is not asked of the server yet.
 * @param {import("./state.js").SheetStore} store
 * @param {string} key the field, apart from every other on the page
 * @param {boolean} isAhead whether it holds anything but what is stored
 */
export function mark(store, key, isAhead) {
  const { typing } = store.get();
  if (typing.includes(key) === isAhead) return;
  update(store, { typing: isAhead ? [...typing, key] : typing.filter((other) => other !== key) });
}

/**
 * Whether leaving the page now would lose or leave behind something somebody wrote.
 * @param {Pick<import("./state.js").State, "pending" | "typing" | "faults">} state
 */
export function isUnsaved({ pending, typing, faults }) {
  return pending.length > 0 || typing.length > 0 || faultCount(faults) > 0;
}

/**
 * How many fields were refused.
 * @param {import("./state.js").State["faults"]} faults
 */
export function faultCount(faults) {
  return Object.values(faults).reduce((sum, item) => sum + Object.keys(item).length, 0);
}

/**
 * What the light says. "Bewaard" is only said when nothing on the page is ahead of the server.
 * @param {Pick<import("./state.js").State, "light" | "conflict" | "faults" | "typing">} state
 */
export function lightOf({ light, conflict, faults, typing }) {
  if (conflict) return "conflict";
  if (light === "saved" && faultCount(faults) > 0) return "faulty";
  return typing.length > 0 && (light === "saved" || light === "sending") ? "typing" : light;
}
