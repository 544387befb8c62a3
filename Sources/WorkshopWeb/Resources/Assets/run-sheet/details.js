import { timeOfDay } from "../common/clock.js";
import { byID, el, replace } from "../common/dom.js";
import { changed } from "./edits.js";
import { changeOf, groups, read, textOf, valueOf } from "./fields.js";
import { itemOf, update } from "./state.js";
import { mark, pause } from "./typing.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./fields.js").FieldKind} FieldKind */
/** @typedef {import("./model.js").Item} Item */
/** @typedef {Editor & {reasons: Map<string, string>}} Drawing */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {{kind: FieldKind, control: Control, node: HTMLElement, message: HTMLElement, began: Item | null}} Field began is what was
 *   there when one began to type; null while nobody types */

/**
 * Everything about the chosen item. A field is sent when one leaves it, and text already when one pauses; what is being
 * typed is never overwritten by what comes in, and what was refused stays as it was typed.
 * @param {Editor} editor
 * @param {Record<import("./keys.js").Command, () => void>} acts
 */
export function detailsView(editor, acts) {
  const { store, words } = editor;
  const panel = byID("details");
  const body = byID("details-body");
  /** @type {Map<string, string>} by item, why its hour was fixed before that was cleared: the server forgets it */
  const reasons = new Map();
  /** @type {Field[]} */
  let fields = [];
  /** @type {string | null} */
  let drawn = null;

  store.watch(["shown", "chosen", "faults"], (state) => {
    const item = itemOf(state, state.chosen);
    if (drawn !== (item?.id ?? null)) finishTyping(body);
    panel.hidden = item === undefined;
    if (!item) return;
    if (drawn !== item.id) {
      drawn = item.id;
      fields = [];
      replace(body, ...draw({ ...editor, reasons }, acts, item.id, fields));
      body.scrollTop = 0;
    }
    const title = byID("details-title");
    const heading = words("details.heading", {
      title: item.texts.title || words("row.untitled"), start: timeOfDay(item.start), end: timeOfDay(item.end),
    });
    if (title.textContent !== heading) title.textContent = heading;
    for (const field of fields) fill(field, item, state.faults[item.id]?.[field.kind.name]);
  });

  const close = () => {
    finishTyping(body);
    document.body.classList.remove("details-open");
  };
  return {
    /** @param {boolean} isNew whether the item still has to be named */
    open(isNew) {
      document.body.classList.add("details-open");
      const title = fields[0]?.control;
      // On a narrow screen a field in focus would bring up a keyboard over what one wants to read.
      if (!isNew && getComputedStyle(panel).position === "fixed") panel.focus();
      else title?.focus();
      if (isNew && title instanceof HTMLInputElement) title.select();
    },
    close,
  };
}

/**
 * A field that is left because another item is chosen has been left all the same.
 * @param {HTMLElement} body
 */
function finishTyping(body) {
  const active = document.activeElement;
  if (active instanceof HTMLElement && body.contains(active)) active.blur();
}

/**
 * @param {Drawing} editor
 * @param {Record<import("./keys.js").Command, () => void>} acts
 * @param {string} id
 * @param {Field[]} fields
 */
function draw(editor, acts, id, fields) {
  const { words, labelOf } = editor;
  const button = (/** @type {import("./keys.js").Command} */ act) =>
    el("button", { type: "button", class: "quiet", text: words(`details.${act}`), on: { click: () => acts[act]() } });
  return [
    el("div", { class: "actions" }, button("earlier"), button("later"), button("add"), button("remove")),
    ...groups.map((group) => el("fieldset", { class: `group-${group.id}` },
      el("legend", { text: words(`groups.${group.id}`) }),
      ...group.fields.map((kind) => {
        const field = makeField(kind, labelOf(kind.name), words);
        fields.push(field);
        live(editor, id, field);
        return field.node;
      }))),
  ];
}

/**
 * @param {FieldKind} kind
 * @param {string} label
 * @param {import("../common/words.js").Words} words
 * @returns {Field}
 */
function makeField(kind, label, words) {
  const id = `field-${kind.name}`;
  const help = words.has(`help.${kind.name}`) ? el("p", { class: "help", id: `${id}-help`, text: words(`help.${kind.name}`) }) : null;
  const message = el("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const control = makeControl(kind, id, words);
  control.setAttribute("aria-describedby", `${help ? `${help.id} ` : ""}${message.id}`);
  const node = kind.type === "tick"
    ? el("div", { class: `field field-${kind.name}` },
      el("label", { class: "tick" }, control, el("span", { text: label })), help, message)
    : el("div", { class: `field field-${kind.name} type-${kind.type}` }, el("label", { for: id, text: label }), control, message, help);
  return { kind, control, node, message, began: null };
}

/**
 * @param {FieldKind} kind
 * @param {string} id
 * @param {import("../common/words.js").Words} words
 * @returns {Control}
 */
function makeControl({ name, type, mayBeEmpty }, id, words) {
  if (type === "tick") return el("input", { id, type: "checkbox" });
  if (type === "text") return el("textarea", { id, rows: "2", dir: "auto" });
  if (type === "choice") {
    const choices = document.querySelector(`select[data-choice="${name}"]`)?.children ?? [];
    return el("select", { id }, mayBeEmpty && el("option", { value: "", text: words(`none.${name}`) }),
      ...[...choices].map((option) => option.cloneNode(true)));
  }
  return el("input", {
    id, type: "text", dir: "auto", autocomplete: "off", inputmode: type === "minutes" || type === "count" ? "numeric" : null,
  });
}

/**
 * @param {Drawing} editor
 * @param {string} id
 * @param {Field} field
 */
function live({ store, sync, words, reasons }, id, field) {
  const { kind, control } = field;
  let timer = 0;
  const begin = () => {
    // What one types stands on what one saw when one began.
    field.began ??= itemOf(store.get(), id) ?? null;
  };
  // An item that was taken away meanwhile is still asked for: what was typed in it must not vanish with it.
  const current = () => itemOf(store.get(), id) ?? field.began;
  const isAhead = () => {
    const [item, got] = [current(), read(kind, typedIn(field))];
    return item !== null && ("fault" in got || got.value !== valueOf(item, kind.name));
  };
  const send = (/** @type {unknown} */ value) => {
    const { began } = field;
    const item = current();
    if (!item || !began) return;
    const fields = changeOf(item, kind.name, value, reasons.get(id));
    if (kind.name === "anchor" && item.anchorReason) reasons.set(id, item.anchorReason);
    sync.ask({ kind: "change", item: id, version: began.version, fields }, began);
    // The version stays that of what one saw: what somebody else saved since is still a matter to ask about.
    field.began = changed(began, fields);
  };
  const paused = () => {
    const got = read(kind, typedIn(field));
    // Half a number or an empty title is no mistake yet while one is typing.
    if (isAhead() && !("fault" in got)) send(got.value);
    mark(store, `${id} ${kind.name}`, isAhead());
  };
  const leave = () => {
    clearTimeout(timer);
    const item = current();
    if (!item || !field.began) return;
    const got = read(kind, typedIn(field));
    const { faults } = store.get();
    const isFaulty = faults[id]?.[kind.name] !== undefined;
    if (!("fault" in got) && (isFaulty || isAhead())) send(got.value);
    field.began = null;
    mark(store, `${id} ${kind.name}`, false);
    if ("fault" in got) {
      const fault = { message: words(`faults.${got.fault}`), typed: typedIn(field) };
      update(store, { faults: { ...faults, [id]: { ...faults[id], [kind.name]: fault } } });
    } else {
      fill(field, current() ?? item, store.get().faults[id]?.[kind.name]);
    }
  };
  control.addEventListener("input", () => {
    begin();
    mark(store, `${id} ${kind.name}`, isAhead());
    clearTimeout(timer);
    // A number or an hour half typed would move the whole day about; text can go at any word.
    if (kind.type === "line" || kind.type === "text") timer = window.setTimeout(paused, pause);
  });
  control.addEventListener("change", () => {
    begin();
    leave();
  });
  // What was typed and taken back again brings no change, and still has to be let go.
  control.addEventListener("blur", leave);
}

/**
 * @param {Field} field
 * @returns {string | boolean}
 */
function typedIn({ control }) {
  return control instanceof HTMLInputElement && control.type === "checkbox" ? control.checked : control.value;
}

/**
 * @param {Field} field
 * @param {Item} item
 * @param {{message: string, typed: unknown} | undefined} fault
 */
function fill(field, item, fault) {
  const { kind, control, node, message } = field;
  message.hidden = !fault;
  message.textContent = fault?.message ?? "";
  node.classList.toggle("faulty", fault !== undefined);
  if (fault) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  if (field.began !== null) return;
  const shown = textOf(kind, fault ? fault.typed : valueOf(item, kind.name));
  if (control instanceof HTMLInputElement && typeof shown === "boolean") control.checked = shown;
  else if (control.value !== shown) control.value = String(shown);
  if (kind.name === "anchorReason") control.disabled = item.anchor === null;
}
