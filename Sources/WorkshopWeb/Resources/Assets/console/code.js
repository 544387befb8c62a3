/**
 * A withdrawal code as it is printed, "ABCD-EFGH-JK", from whatever way it was typed.
 * @param {string} typed
 */
export function codeText(typed) {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 10);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].filter(Boolean).join("-");
}
