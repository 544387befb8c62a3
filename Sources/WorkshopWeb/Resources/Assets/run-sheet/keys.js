/**
 * What a key asks for in the timeline.
 * @typedef {"previous" | "next" | "first" | "last" | "earlier" | "later" | "longer" | "shorter" | "skip" | "add"
 *   | "remove" | "open" | "undo" | "redo" | "help"} Command
 */

/** @typedef {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean}} KeyPress */

/** @type {Record<string, Command>} */
const plain = {
  ArrowUp: "previous", ArrowDown: "next", Home: "first", End: "last", "+": "longer", "=": "longer", "-": "shorter",
  "_": "shorter", "−": "shorter", s: "skip", n: "add", Delete: "remove", "?": "help",
};

/**
 * The command of a key pressed on an item, or null where the key keeps its own meaning.
 * @param {KeyPress} press
 * @returns {Command | null}
 */
export function rowCommand(press) {
  if (press.ctrlKey || press.metaKey) return null;
  if (press.altKey) return press.key === "ArrowUp" ? "earlier" : press.key === "ArrowDown" ? "later" : null;
  return plain[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}

/**
 * The command of a key pressed anywhere but in a field: there, undoing is the browser's own.
 * @param {KeyPress} press
 * @returns {Command | null}
 */
export function pageCommand(press) {
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return null;
  const key = press.key.toLowerCase();
  if (key === "z") return press.shiftKey ? "redo" : "undo";
  return key === "y" && !press.shiftKey ? "redo" : null;
}
