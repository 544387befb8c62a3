import { heading } from "./dom.js";

/**
 * What is not needed up to the first form and arrives in a script of its own, by name; empty until then.
 *
 * The page itself stays small enough to arrive in one go on a bad connection.
 * @type {Record<string, any>}
 */
export const later = {};

/**
 * A view that arrives later, or a word that it is on its way.
 * @param {import("./types").App} app
 * @param {string} name
 * @param {...any} given
 * @returns {import("./types").View}
 */
export function viewOf(app, name, ...given) {
  if (later[name]) return later[name](app, ...given);
  later.arrived = app.render;
  return { nodes: [heading(app.say("moment"))] };
}

/**
 * Fetches what comes later, once.
 * @param {() => void} onload
 */
export function fetchRest(onload) {
  if (later.ownView || later.script) return;
  later.script = document.createElement("script");
  later.script.src = "/assets/phone-later.js";
  later.script.onload = onload;
  later.script.onerror = () => (later.script = null);
  document.body.append(later.script);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/assets/phone-later.css";
  document.head.append(style);
}
