import { el } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * The sentence of a story that was chosen to tell a success factor: read from the story, so that it goes with it.
 * @param {App} app
 * @param {Entry} entry
 */
export function chosenQuote({ words }, { quoted }) {
  if (!quoted) return null;
  const { text, number } = quoted;
  return el("p", { class: "soft", dir: "auto", text: words("queue.quote", { quote: text, number }) });
}

/**
 * A photo minors made: seen by nobody until a facilitator looked at it.
 * @param {App} app
 * @param {Entry} entry
 * @param {(entry: Entry) => void} act
 */
export function photoOfMinors({ words }, entry, act) {
  if (entry.photoAllowed === null) return null;
  return el("p", { class: "guardian" },
    el("span", { text: words(entry.photoAllowed ? "photo.allowed" : "photo.kept") }),
    el("button", {
      type: "button", class: "quiet", "data-key": `photo-${entry.id}`,
      text: words(entry.photoAllowed ? "photo.keep" : "photo.allow"),
      on: { click: (/** @type {Event} */ event) => {
        event.stopPropagation();
        act(entry);
      } },
    }));
}
