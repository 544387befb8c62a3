import { byID, el, replace } from "../common/dom.js";
import { keepWhole } from "./whole.js";

/** @typedef {import("./model.js").Entry} Entry */

/**
 * The signals of released proposals by addressee, in the order these were first named, those without one last.
 * @param {Entry[]} entries
 */
export function signalsByAddressee(entries) {
  const answer = (/** @type {Entry} */ entry, /** @type {string} */ id) =>
    entry.fields.find((field) => field.id === id)?.value.trim() ?? "";
  /** @type {Map<string, {addressee: string, signals: {number: number, text: string}[]}>} */
  const groups = new Map();
  for (const entry of entries) {
    const text = answer(entry, "signal");
    if (entry.kind !== "proposal" || entry.state !== "released" || text === "") continue;
    const addressee = answer(entry, "signalAddressee");
    const group = groups.get(addressee.toLowerCase()) ?? { addressee, signals: [] };
    group.signals.push({ number: entry.number, text });
    groups.set(addressee.toLowerCase(), group);
  }
  const all = [...groups.values()];
  return [...all.filter(({ addressee }) => addressee !== ""), ...all.filter(({ addressee }) => addressee === "")];
}

/**
 * What the network cannot solve, and to whom it is said.
 * @param {import("./app.js").App} app
 */
export function signalsView(app) {
  const { store, words } = app;
  keepWhole(app, "gallery", ["proposal"]);
  store.watch(["whole"], ({ whole }) => {
    const groups = signalsByAddressee(whole.proposal ?? []);
    replace(byID("signals"), ...groups.map(({ addressee, signals }) => el("section", null,
      el("h3", { dir: "auto", text: addressee || words("gallery.noAddressee") }),
      el("ul", null, ...signals.map(({ number, text }) => el("li", { dir: "auto", text: `${text} (${number})` }))))),
    groups.length === 0 && el("p", { class: "soft", text: words("gallery.noSignals") }));
  });
}
