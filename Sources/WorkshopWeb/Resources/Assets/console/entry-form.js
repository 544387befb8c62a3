import { el } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { explain, Refusal } from "./api.js";
import { originPart, tellerPart } from "./entry-teller.js";
import { fieldControl } from "./form.js";
import { payload, submission } from "./submission.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./model.js").Form} Form */
/** @typedef {import("./form.js").FieldControl} FieldControl */
/** @typedef {Omit<import("./entry-draft.js").EntryDraft, "form">} Begin */

/**
 * What the page does with a form.
 * @typedef {object} Doings
 * @property {(now: Omit<Begin, "gathering">) => void} keep after every change
 * @property {(entered: import("./entry-recent.js").Entered) => void} sent
 * @property {() => void} stopped no correcting after all
 */

/**
 * The form of one entry: the sheet's code first, then as it stands on paper; Enter sends, Ctrl+Enter from a long text.
 * @param {App} app
 * @param {Step} step
 * @param {Form} form
 * @param {Begin} begin
 * @param {Doings} doings
 */
export function entryForm(app, step, form, begin, { keep, sent, stopped }) {
  const { words } = app;
  const { correcting, gathering } = begin;
  const controls = new Map(form.fields.map((field) => [field.id, fieldControl(field, words, begin.answers[field.id])]));
  const tier = (/** @type {boolean} */ core) => form.fields
    .filter((field) => (field.tier === "core") === core).map((field) => controls.get(field.id)?.node ?? null);
  const origin = originPart(app, form, begin.told, correcting !== null);
  const teller = tellerPart(app, form, begin.told, gathering);
  const more = tier(false);
  const hasMore = form.fields.some(({ id, tier: asked }) => asked !== "core" && begin.answers[id] !== undefined);
  const summary = el("p", { class: "fault summary", role: "alert", hidden: true });
  const told = () => ({ ...origin.read(), ...teller.read() });
  const answers = () => Object.fromEntries([...controls].map(([field, control]) => [field, control.read()]));
  const now = () => ({ told: told(), answers: answers(), correcting });
  const focus = () => {
    const first = origin.hasSheet() ? origin.sheet : [...controls.values()][0];
    first?.focus();
  };
  const node = el("form", { class: "entry-fields", novalidate: true },
    correcting && el("p", { class: "prompt correcting" }, words("entry.correcting", { number: correcting.number }),
      el("button", { type: "button", class: "quiet", text: words("entry.stop"), on: { click: stopped } })),
    origin.node,
    el("p", { class: "prompt", text: step.prompt }),
    ...tier(true),
    more.length > 0 && el("details", { class: "more-fields", open: hasMore },
      el("summary", { text: words("entry.more") }), ...more),
    teller.node, summary,
    el("div", { class: "actions" }, el("button", { class: "primary", text: words(correcting ? "entry.sendCorrection" : "entry.send") }),
      el("small", { class: "soft", text: words("entry.keys") })));
  // One id for one entry: sending again after a lost answer never makes a second one.
  const id = correcting?.id ?? uuid();
  let isSending = false;
  node.addEventListener("keydown", (event) => keys(event, node, controls));
  for (const type of ["input", "change"]) node.addEventListener(type, () => keep(now()));
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const draft = { ...now(), form: `${step.id} ${form.kind}`, gathering };
    try {
      sent({ ...await send(app, step, form, id, draft, photoIn(node)), kindName: form.name, draft });
    } catch (error) {
      origin.fault(fieldFaults(error).sheet ?? "");
      showFaults(error, controls, summary, words);
    } finally {
      isSending = false;
    }
  });
  return { node, focus };
}

/**
 * Enter on the sheet's code goes on to the answers, on a line it sends; Ctrl+Enter sends from anywhere.
 * @param {KeyboardEvent} event
 * @param {HTMLFormElement} form
 * @param {Map<string, FieldControl>} controls
 */
function keys(event, form, controls) {
  if (event.key !== "Enter" || event.isComposing) return;
  const { target } = event;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (target instanceof HTMLElement && target.id === "entry-sheet") {
    event.preventDefault();
    [...controls.values()][0]?.focus();
  } else if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement && target.type === "checkbox") {
    event.preventDefault();
    form.requestSubmit();
  }
}

/**
 * @param {App} app
 * @param {Step} step
 * @param {Form} form
 * @param {string} id
 * @param {import("./entry-draft.js").EntryDraft} draft
 * @param {File | undefined} photo
 */
async function send({ api }, step, form, id, { told, answers, gathering, correcting }, photo) {
  const content = submission({
    id, step: step.id, kind: form.kind, ...told, ...(gathering ? { gathering } : {}), answers,
  });
  const accepted = correcting
    ? await api("PUT", `/contributions/${id}`, payload({ ...content, version: correcting.version }, photo))
    : await api("POST", "/contributions", payload(content, photo));
  // A sheet of paper has an id of its own; without one the server answers with ours.
  if (told.sheet ? !accepted?.code : accepted?.id !== id) throw new Refusal(0, {});
  const { number, version, code } = accepted;
  return { id: String(accepted.id), number, version, code, sheet: told.sheet };
}

/** @param {HTMLElement} node */
function photoIn(node) {
  const input = node.querySelector("input.photo-field");
  return input instanceof HTMLInputElement ? input.files?.[0] : undefined;
}

/**
 * @param {unknown} error
 * @returns {Record<string, string>}
 */
function fieldFaults(error) {
  return error instanceof Refusal ? error.problem.fields ?? {} : {};
}

/**
 * @param {unknown} error
 * @param {Map<string, FieldControl>} controls
 * @param {HTMLElement} summary
 * @param {import("../common/words.js").Words} words
 */
function showFaults(error, controls, summary, words) {
  const fields = fieldFaults(error);
  for (const [id, control] of controls) control.fault(fields[id] ?? "");
  summary.hidden = false;
  summary.textContent = explain(error, words);
  const first = [...controls].find(([id]) => id in fields);
  first?.[1].node.closest("details")?.setAttribute("open", "");
  first?.[1].focus();
}
