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
 * @param {FieldValue} [given] what was answered before
 * @returns {FieldControl}
 */
export function fieldControl(field, words, given) {
  const id = `field-${field.id}`;
  const { control, read, grouped } = partFor(field, id, words, given);
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
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function partFor(field, id, words, given) {
  switch (field.type) {
    case "text": return typed(el("textarea", { id, rows: "4", dir: "auto", maxlength: field.limit }), given);
    case "date": return typed(el("input", { id, type: "date" }), given);
    case "choice": return choice(field, id, words, given);
    case "choices": return ticks(field.options ?? [], given);
    case "references": return references(field, words, given);
    case "assessment": return assessment(field, id, words, given);
    case "answers": return answers(field, id, given);
    case "photo": return photo(id);
    default: return typed(
      el("input", { id, type: "text", dir: "auto", maxlength: field.limit, autocomplete: "off" }), given);
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function typed(control, given) {
  if (typeof given === "string") control.value = given;
  return { control, read: () => control.value.trim() || undefined };
}

/**
 * One of some options: by its first letters, as browsers do it, or by its number.
 * @param {Field} field
 * @param {string} id
 * @param {Words} words
 * @param {FieldValue | undefined} given
 */
function choice(field, id, words, given) {
  const options = field.options ?? [];
  const control = el("select", { id }, el("option", { value: "", text: words("entry.choose") }),
    ...options.map((option, index) => el("option", { value: option.id, text: `${index + 1} ${option.label}` })));
  control.addEventListener("keydown", (event) => {
    const option = optionFor(event, options);
    if (!option) return;
    control.value = options[option.index].id;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return typed(control, given);
}

/**
 * The option a key stands for: its number, or its first letter where the next one after `from` begins with it.
 *
 * The key goes no further: on the console a digit alone would change what the projector shows.
 * @param {KeyboardEvent} event
 * @param {{label: string}[]} options
 * @param {number} [from]
 * @returns {{index: number, isNumber: boolean} | null}
 */
function optionFor(event, options, from = -1) {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[\p{L}\d]$/u.test(event.key)) return null;
  event.stopPropagation();
  const isNumber = /\d/.test(event.key);
  const index = isNumber ? Number(event.key) - 1 : nextWith(event.key, options, from);
  if (index < 0 || index >= options.length) return null;
  event.preventDefault();
  return { index, isNumber };
}

/**
 * @param {string} letter
 * @param {{label: string}[]} options
 * @param {number} from
 */
export function nextWith(letter, options, from) {
  for (let step = 1; step <= options.length; step += 1) {
    const index = (from + step) % options.length;
    if (options[index].label.toLowerCase().startsWith(letter.toLowerCase())) return index;
  }
  return -1;
}

/**
 * @param {{id: string, label: string, help?: string}[]} options
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function ticks(options, given) {
  const { node, read } = tickList(options, Array.isArray(given) ? given : []);
  return {
    control: node, grouped: true,
    read: () => {
      const chosen = read();
      return chosen.length > 0 ? chosen : undefined;
    },
  };
}

/**
 * Any number of options. One stop of the Tab key: a digit ticks, a letter and the arrows go to an option.
 * @param {{id: string, label: string, help?: string}[]} options
 * @param {string[]} given
 */
export function tickList(options, given) {
  const boxes = options.map((option) =>
    el("input", { type: "checkbox", value: option.id, checked: given.includes(option.id) }));
  const stopAt = (/** @type {number} */ at) => boxes.forEach((box, index) => (box.tabIndex = index === at ? 0 : -1));
  stopAt(0);
  const node = el("div", { class: "ticks" }, ...boxes.map((box, index) => el("label", { class: "tick" }, box,
    el("span", { dir: "auto" }, index < 9 && el("kbd", { "aria-hidden": "true", text: String(index + 1) }),
      options[index].label, options[index].help && el("small", { text: options[index].help })))));
  node.addEventListener("focusin", ({ target }) => {
    const at = boxes.findIndex((box) => box === target);
    if (at >= 0) stopAt(at);
  });
  node.addEventListener("keydown", (event) => {
    const at = boxes.findIndex((box) => box === event.target);
    const arrow = ["ArrowUp", "ArrowLeft"].includes(event.key) ? -1 : ["ArrowDown", "ArrowRight"].includes(event.key) ? 1 : 0;
    const found = arrow ? { index: (at + arrow + boxes.length) % boxes.length, isNumber: false } : optionFor(event, options, at);
    if (!found) return;
    event.preventDefault();
    const box = boxes[found.index];
    box.focus();
    if (!found.isNumber) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return { node, read: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

/**
 * @param {Field} field
 * @param {Words} words
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function references(field, words, given) {
  const found = field.candidates ?? [];
  if (found.length > 0) return ticks(found, given);
  const control = el("p", { class: "soft", text: words("entry.noCandidates") });
  return { control, read: () => undefined, grouped: true };
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {Words} words
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function assessment(field, id, words, given) {
  const before = /** @type {Record<string, {answer: string, notForWhom: string}>} */ (
    typeof given === "object" && !Array.isArray(given) ? given : {});
  const rows = (field.options ?? []).map((criterion) => {
    const answer = el("select", { id: `${id}-${criterion.id}` },
      el("option", { value: "", text: words("entry.choose") }),
      ...(field.answers ?? []).map((option) => el("option", { value: option.id, text: option.label })));
    answer.value = before[criterion.id]?.answer ?? "";
    const notFor = el("input", { type: "text", dir: "auto", placeholder: words("entry.notForWhom"),
      "aria-label": `${criterion.label}: ${words("entry.notForWhom")}`, value: before[criterion.id]?.notForWhom ?? "" });
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
 * Questions with short answers.
 * @param {Field} field
 * @param {string} id
 * @param {FieldValue | undefined} given
 * @returns {Part}
 */
function answers(field, id, given) {
  const before = typeof given === "object" && !Array.isArray(given) ? given : {};
  const rows = (field.options ?? []).map((question) => ({
    question, input: el("textarea", { id: `${id}-${question.id}`, rows: "2", dir: "auto", maxlength: field.limit }),
  }));
  for (const { question, input } of rows) input.value = String(before[question.id] ?? "");
  const control = el("div", { class: "short-answers" }, ...rows.map(({ question, input }) => el("div", null,
    el("label", { for: input.id, text: question.label }), input)));
  const read = () => {
    const given = rows.filter(({ input }) => input.value.trim() !== "");
    if (given.length === 0) return undefined;
    return Object.fromEntries(given.map(({ question, input }) => [question.id, input.value.trim()]));
  };
  return { control, read, grouped: true };
}

/**
 * A photo travels beside the body, so there is nothing of it to read here.
 * @param {string} id
 * @returns {Part}
 */
function photo(id) {
  const control = el("input", { id, type: "file", accept: "image/*", class: "photo-field" });
  return { control, read: () => undefined };
}
