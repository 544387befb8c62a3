import { byID, el, replace } from "../common/dom.js";
import { explain, Refusal } from "./api.js";

/** @typedef {import("./app.js").App} App */

/**
 * A form in a dialog, for what takes more than a click. It stays open with what was typed until the server took it.
 * @param {App} app
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} parts.help
 * @param {(HTMLElement | null)[]} parts.body
 * @param {string} parts.submit
 * @param {() => Promise<string>} parts.act what went wrong, or "" once it is done
 */
export function openDialog({ words }, { title, help, body, submit, act }) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("moderation-dialog"));
  const fault = el("p", { class: "fault", role: "alert", hidden: true });
  const button = el("button", { class: "primary", text: submit });
  const form = el("form", { class: "moderation-form", novalidate: true },
    el("h2", { id: "moderation-title", text: title }), el("p", { class: "soft", text: help }), ...body,
    // At the button, which stays in sight however long the form is.
    el("div", { class: "actions" }, fault, button,
      el("button", { type: "button", class: "quiet", text: words("back"), on: { click: () => dialog.close() } })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const problem = await act();
    button.disabled = false;
    fault.textContent = problem;
    fault.hidden = problem === "";
    if (problem === "") dialog.close();
  });
  replace(dialog, form);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (form.querySelector("textarea, input"))?.focus();
}

/** @typedef {{id: string, label: string, type: string, limit: number, required: boolean, value: string}} Wording */

/**
 * The free texts of a contribution as fields; `fault` tells by name what has to be corrected, and whether any was here.
 * @param {App} app
 * @param {Wording[]} fields
 * @param {string} prefix before the names of their faults
 */
export function wordingFields({ words }, fields, prefix = "") {
  const controls = fields.map((field) => {
    const id = `wording-${prefix}${field.id}`;
    const control = field.type === "text"
      ? el("textarea", { id, rows: field.value.length > 300 ? "8" : "3", dir: "auto", value: field.value })
      : el("input", { id, type: "text", dir: "auto", value: field.value, autocomplete: "off" });
    const message = el("p", { class: "fault", id: `${id}-fault`, hidden: true });
    control.setAttribute("aria-describedby", message.id);
    const node = el("div", { class: "field" },
      el("label", { for: id }, field.label,
        field.required && el("span", { class: "required", text: ` ${words("entry.required")}` })), control, message);
    return { field, control, message, node };
  });
  return {
    nodes: controls.map(({ node }) => node),
    read: () => Object.fromEntries(controls.map(({ field, control }) => [field.id, control.value])),
    /** @param {unknown} error */
    fault(error) {
      const faults = error instanceof Refusal ? error.problem.fields ?? {} : {};
      const wrong = controls.filter(({ field, control, message, node }) => {
        const text = faults[prefix + field.id] ?? faults[prefix + field.id.split("/")[0]] ?? "";
        message.textContent = text;
        message.hidden = text === "";
        node.classList.toggle("faulty", text !== "");
        control.setAttribute("aria-invalid", String(text !== ""));
        return text !== "";
      });
      wrong[0]?.control.focus();
      return wrong.length > 0;
    },
  };
}

/**
 * Why something was refused, in words; the fields tell their own faults.
 * @param {App} app
 * @param {unknown} error
 * @param {boolean} isAtField
 */
export function refused({ words }, error, isAtField) {
  return isAtField ? words("moderation.fieldsWrong") : explain(error, words);
}
