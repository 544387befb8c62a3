import { el } from "../common/dom.js";

/** @typedef {import("./model.js").Field} Field */
/** @typedef {import("./model.js").FieldValue} FieldValue */
/** @typedef {import("../common/words.js").Words} Words */

/**
 * A field on the page: `read` gives what belongs in the body, undefined where it was left empty.
 * @typedef {object} FieldControl
 * @property {HTMLElement} node
 * @property {() => FieldValue | undefined} read
 * @property {(message: string) => void} fault shows a message by the field; the empty text takes it away
 * @property {() => void} focus
 */

/** @typedef {{control: HTMLElement, read: () => FieldValue | undefined, grouped?: boolean}} Part */

/**
 * Draws a field by its definition, as every route into the day does.
 * @param {Field} field
 * @param {Words} words
 * @returns {FieldControl}
 */
export function fieldControl(field, words) {
  const id = `field-${field.id}`;
  const { control, read, grouped } = partFor(field, id, words);
  const message = el("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const help = field.help ? el("p", { class: "help", id: `${id}-help`, text: field.help }) : null;
  const label = [field.label, field.required && el("span", { class: "required", text: ` ${words("entry.required")}` })];
  const node = grouped
    ? el("fieldset", { class: "field" }, el("legend", null, ...label), help, control, message)
    : el("div", { class: "field" }, el("label", { for: id }, ...label), help, control, message);
  control.setAttribute("aria-describedby", `${help ? help.id : ""} ${message.id}`.trim());
  return {
    node, read,
    fault(text) {
      message.hidden = text === "";
      message.textContent = text;
      node.classList.toggle("faulty", text !== "");
      const input = control.matches("input, textarea, select") ? control : null;
      input?.setAttribute("aria-invalid", String(text !== ""));
    },
    focus: () => focusFirst(control),
  };
}

/** @param {HTMLElement} control */
function focusFirst(control) {
  const target = control.matches("input, textarea, select") ? control : control.querySelector("input, select");
  if (target instanceof HTMLElement) target.focus();
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {Words} words
 * @returns {Part}
 */
function partFor(field, id, words) {
  switch (field.type) {
    case "text": return typed(el("textarea", { id, rows: "4", dir: "auto", maxlength: field.limit }));
    case "date": return typed(el("input", { id, type: "date" }));
    case "choice": return choice(field, id, words);
    case "choices": return ticks(field.options ?? []);
    case "references": return references(field, words);
    case "assessment": return assessment(field, id, words);
    case "photo": return photo(id);
    default: return typed(el("input", { id, type: "text", dir: "auto", maxlength: field.limit, autocomplete: "off" }));
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @returns {Part}
 */
function typed(control) {
  return { control, read: () => control.value.trim() || undefined };
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {Words} words
 */
function choice(field, id, words) {
  return typed(el("select", { id }, el("option", { value: "", text: words("entry.choose") }),
    ...(field.options ?? []).map((option) => el("option", { value: option.id, text: option.label }))));
}

/**
 * @param {{id: string, label: string}[]} options
 * @returns {Part}
 */
function ticks(options) {
  const boxes = options.map((option) => el("input", { type: "checkbox", value: option.id }));
  const control = el("div", { class: "ticks" }, ...boxes.map((box, index) =>
    el("label", { class: "tick" }, box, el("span", { dir: "auto", text: options[index].label }))));
  const read = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    return chosen.length > 0 ? chosen : undefined;
  };
  return { control, read, grouped: true };
}

/**
 * @param {Field} field
 * @param {Words} words
 * @returns {Part}
 */
function references(field, words) {
  const found = field.candidates ?? [];
  if (found.length > 0) return ticks(found);
  const control = el("p", { class: "soft", text: words("entry.noCandidates") });
  return { control, read: () => undefined, grouped: true };
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {Words} words
 * @returns {Part}
 */
function assessment(field, id, words) {
  const rows = (field.options ?? []).map((criterion) => {
    const answer = el("select", { id: `${id}-${criterion.id}` },
      el("option", { value: "", text: words("entry.choose") }),
      ...(field.answers ?? []).map((option) => el("option", { value: option.id, text: option.label })));
    const notFor = el("input", { type: "text", dir: "auto", placeholder: words("entry.notForWhom"),
      "aria-label": `${criterion.label}: ${words("entry.notForWhom")}` });
    return { criterion, answer, notFor };
  });
  const control = el("div", { class: "assessment" }, ...rows.map((row) => el("div", null,
    el("label", { for: row.answer.id, text: row.criterion.label }), row.answer, row.notFor)));
  const read = () => {
    const answered = rows.filter((row) => row.answer.value !== "");
    if (answered.length === 0) return undefined;
    return Object.fromEntries(answered.map((row) => [row.criterion.id, {
      answer: row.answer.value, notForWhom: row.notFor.value.trim(),
    }]));
  };
  return { control, read, grouped: true };
}

/**
 * A photo travels beside the body, so there is nothing of it to read here.
 * @param {string} id
 * @returns {Part}
 */
function photo(id) {
  const control = el("input", { id, type: "file", accept: "image/jpeg", class: "photo-field" });
  return { control, read: () => undefined };
}
