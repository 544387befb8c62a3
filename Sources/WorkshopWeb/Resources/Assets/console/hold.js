import { byID, el, replace } from "../common/dom.js";

const grounds = ["recognisable", "hurtful", "double", "confidant", "other"];

/**
 * Asks why an entry is kept apart. Resolves to the ground and a note, or to null where the moderator goes back.
 * @param {import("../common/words.js").Words} words
 * @param {import("./model.js").Entry} entry
 * @returns {Promise<{ground: string, reason: string} | null>}
 */
export function askHoldReason(words, entry) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("hold-dialog"));
  const field = el("input", { id: "hold-reason", type: "text", maxlength: "300", autocomplete: "off" });
  const form = el("form", { method: "dialog" },
    el("h2", { id: "hold-title", text: words("hold.title", { number: entry.number }) }),
    el("fieldset", null, el("legend", { text: words("hold.reason") }),
      ...grounds.map((id) => el("label", { class: "tick" },
        el("input", { type: "radio", name: "ground", value: id, checked: id === "other" }),
        el("span", { text: words(`hold.${id}`) })))),
    el("label", { for: "hold-reason", text: words("hold.note") }), field,
    el("div", { class: "actions" },
      el("button", { class: "primary", value: "hold", text: words("hold.do") }),
      el("button", { class: "quiet", value: "", formnovalidate: true, text: words("back") })));
  replace(dialog, form);
  dialog.returnValue = "";
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "hold"
      ? { ground: String(new FormData(/** @type {HTMLFormElement} */ (form)).get("ground")), reason: field.value.trim() }
      : null), {
      once: true,
    });
  });
}
