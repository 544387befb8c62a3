/**
 * A code as it was made, from what someone typed: upper case, without spaces and dashes.
 *
 * Codes hold no I, O, 0 or 1, so whoever reads one of those saw an L or a Q.
 * @param {string} typed
 */
export function tidyCode(typed) {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/[1I]/g, "L").replace(/[0O]/g, "Q");
}

/**
 * What the address says behind `#`, by name: `t` is the token of the QR, `code` a withdrawal code.
 * @param {string} hash
 * @param {string} name
 */
export function inFragment(hash, name) {
  const found = hash.match(new RegExp("[#&]" + name + "=([^&]*)"));
  return found ? decodeURIComponent(found[1]) : "";
}

/** What makes a line fit for typing a code. */
export const forCode = { class: "big", autocapitalize: "characters", spellcheck: false };
