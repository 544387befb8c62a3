import { byID, el, replace } from "../common/dom.js";

const suggestions = ["recognisable", "hurtful", "double", "confidant"];

/**
 * Asks why an entry is kept apart. Resolves to the reason, or to null where the moderator goes back.
 * @param {import("../common/words.js").Words} words
 * @param {import("./model.js").Entry} entry
 * @returns {Promise<string | null>}
 */
export function askHoldReason(words, entry) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("hold-dialog"));
  const field = el("input", { id: "hold-reason", type: "text", maxlength: "300", autocomplete: "off" });
  const choose = (/** @type {string} */ text) => {
    field.value = text;
    field.focus();
  };
  const form = el("form", { method: "dialog" },
    el("h2", { id: "hold-title", text: words("hold.title", { number: entry.number }) }),
    el("label", { for: "hold-reason", text: words("hold.reason") }), field,
    el("div", { class: "chips" }, ...suggestions.map((id) => el("button", {
      type: "button", class: "chip", text: words(`hold.${id}`), on: { click: () => choose(words(`hold.${id}`)) },
    }))),
    el("div", { class: "actions" },
      el("button", { class: "primary", value: "hold", text: words("hold.do") }),
      el("button", { class: "quiet", value: "", formnovalidate: true, text: words("back") })));
  replace(dialog, form);
  dialog.returnValue = "";
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "hold" ? field.value.trim() : null), {
      once: true,
    });
  });
}
