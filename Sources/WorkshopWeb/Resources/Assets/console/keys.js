/**
 * What a key asks for; `value` is the number of a scene, from 0.
 * @typedef {{name: "timer" | "blank" | "next" | "previous" | "release" | "hold" | "scene" | "help", value?: number}} Command
 */

/**
 * What is needed of a keyboard event.
 * @typedef {object} KeyPress
 * @property {string} key
 * @property {boolean} ctrlKey
 * @property {boolean} altKey
 * @property {boolean} metaKey
 * @property {"text" | "control" | "none"} on where the focus is: a field, another control, or neither
 */

/** @type {Record<string, Command>} */
const commands = {
  p: { name: "timer" },
  b: { name: "blank" },
  j: { name: "next" },
  k: { name: "previous" },
  r: { name: "release" },
  h: { name: "hold" },
  "?": { name: "help" },
};

/**
 * The command of a key, or null. Never while typing; the space bar stays a control's own key.
 * @param {KeyPress} press
 * @returns {Command | null}
 */
export function commandFor(press) {
  if (press.on === "text" || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === " ") return press.on === "none" ? commands.p : null;
  if (/^[0-9]$/.test(press.key)) return { name: "scene", value: (Number(press.key) + 9) % 10 };
  return commands[press.key.toLowerCase()] ?? null;
}

/**
 * Where the focus is, as far as keys are concerned.
 * @param {EventTarget | null} target
 * @returns {KeyPress["on"]}
 */
export function focusKind(target) {
  if (!(target instanceof Element)) return "none";
  if (target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return "text";
  return target.closest("button, a, summary, input, [role=tab]") ? "control" : "none";
}
