import { byID, el, replace } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { explain, Refusal } from "./api.js";
import { languageName } from "./card.js";
import { fieldControl } from "./form.js";
import { payload, submission } from "./submission.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./model.js").Form} Form */
/** @typedef {import("./form.js").FieldControl} FieldControl */

const languages = ["nl", "fr", "en", "ar", "tr", "uk", "und"];
/** Groups of minors, for whom a guardian's consent is recorded. */
const minors = ["kind", "jongere"];

/**
 * Filling in for someone else, from paper or as told: the same form as on the phone, drawn from its definition.
 * @param {App} app
 */
export function entryView(app) {
  const choice = /** @type {HTMLSelectElement} */ (byID("entry-kind"));
  const gathering = gatheringChoice(app);
  /** @type {Step[]} */
  let steps = [];
  const chosen = () => {
    const [stepID, kind] = choice.value.split(" ");
    const step = steps.find((one) => one.id === stepID);
    return { step, form: step?.forms.find((form) => form.kind === kind) };
  };
  const draw = () => {
    const { step, form } = chosen();
    if (step && form) replace(byID("entry-form"), entryForm(app, step, form, gathering.read));
  };
  const load = async () => {
    const before = choice.value;
    steps = await app.api("GET", gathering.read() ? `/forms?gathering=${gathering.read()}` : "/forms");
    replace(choice, ...steps.filter((step) => step.forms.length > 0).map((step) =>
      el("optgroup", { label: `${step.phaseName}: ${step.name}` }, ...step.forms.map((form) =>
        el("option", { value: `${step.id} ${form.kind}`, text: form.name })))));
    choice.value = before;
    if (!choice.value) choice.value = openForm(app, steps) || choice.options[0]?.value || "";
  };
  choice.addEventListener("change", async () => {
    // What can be referred to grows during the day.
    await app.run(load());
    draw();
  });
  gathering.node.addEventListener("change", async () => {
    if (await app.run(load())) draw();
  });
  app.store.watch(["tab"], async ({ tab }) => {
    if (tab === "entry" && steps.length === 0 && (await app.run(load()))) draw();
  });
}

/**
 * At which gathering it was told: asked only where there are several; the one that goes on unless chosen otherwise.
 * @param {App} app
 */
function gatheringChoice({ store }) {
  const node = /** @type {HTMLSelectElement} */ (byID("entry-gathering"));
  store.watch(["gatherings"], ({ gatherings }) => {
    const before = node.value;
    replace(node, ...gatherings.map(({ id, name, date }) =>
      el("option", { value: id, text: date ? `${name} (${date})` : name })));
    node.value = before;
    if (!node.value) node.value = gatherings.find((one) => one.isCurrent)?.id ?? "";
    byID("entry-gathering-line").hidden = gatherings.length < 2;
  });
  return { node, read: () => node.value };
}

/**
 * @param {App} app
 * @param {Step[]} steps
 */
function openForm({ store }, steps) {
  const step = steps.find((one) => one.id === store.get().room.step && one.forms.length > 0);
  return step ? `${step.id} ${step.forms[0].kind}` : "";
}

/**
 * @param {App} app
 * @param {Step} step
 * @param {Form} form
 * @param {() => string} gathering its id
 */
function entryForm(app, step, form, gathering) {
  const { words } = app;
  const controls = new Map(form.fields.map((field) => [field.id, fieldControl(field, words)]));
  const tier = (/** @type {boolean} */ core) => form.fields
    .filter((field) => (field.tier === "core") === core).map((field) => controls.get(field.id)?.node ?? null);
  const teller = tellerPart(app, form, gathering());
  const more = tier(false);
  const summary = el("p", { class: "fault summary", role: "alert", hidden: true });
  const node = el("form", { class: "entry-fields", novalidate: true },
    el("p", { class: "prompt", text: step.prompt }),
    ...tier(true),
    more.length > 0 && el("details", { class: "more-fields" }, el("summary", { text: words("entry.more") }), ...more),
    teller.node, summary,
    el("div", { class: "actions" }, el("button", { class: "primary", text: words("entry.send") })));
  // One id for one entry: sending again after a lost answer never makes a second one.
  let id = uuid();
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = Object.fromEntries([...controls].map(([field, control]) => [field, control.read()]));
    const about = teller.read();
    const at = gathering();
    const content = submission({
      id, step: step.id, kind: form.kind, ...about, ...(at ? { gathering: at } : {}), answers,
    });
    try {
      const accepted = await app.api("POST", "/contributions", payload(content, photoIn(node)));
      // A sheet of paper has an id of its own; without one the server answers with ours.
      if (about.sheet ? !accepted?.code : accepted?.id !== id) throw new Refusal(0, {});
      id = uuid();
      done(app, step, form, gathering, accepted, about.sheet);
    } catch (error) {
      teller.fault(fieldFaults(error).sheet ?? "");
      showFaults(error, controls, summary, words);
    }
  });
  return node;
}

/** @param {HTMLElement} node */
function photoIn(node) {
  return node.querySelector("input.photo-field") instanceof HTMLInputElement
    ? /** @type {HTMLInputElement} */ (node.querySelector("input.photo-field")).files?.[0] : undefined;
}

/**
 * What belongs to the teller: route, table, language, groups, consents. Nothing is ticked beforehand.
 * @param {App} app
 * @param {Form} form
 * @param {string} gathering
 */
function tellerPart({ store, words, language }, form, gathering) {
  const { groups, gatherings } = store.get();
  const isAsked = gatherings.some(({ id, isCurrent, asksGuardian }) =>
    asksGuardian && (gathering ? id === gathering : isCurrent));
  const route = el("select", { id: "entry-route" }, ...["paper", "facilitator"].map((value) =>
    el("option", { value, text: words(`entry.routes.${value}`) })));
  // Only stories are printed on sheets with a code.
  const hasSheets = form.kind === "story";
  const sheet = el("input", {
    id: "entry-sheet", type: "text", maxlength: "12", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", "aria-describedby": "entry-sheet-help entry-sheet-fault",
  });
  const sheetFault = el("p", { id: "entry-sheet-fault", class: "fault", hidden: true });
  const sheetLine = el("div", { class: "sheet-code" }, el("label", { for: sheet.id }, words("entry.sheet"), sheet),
    el("small", { id: "entry-sheet-help", text: words("entry.sheetHelp") }), sheetFault);
  const table = el("input", { id: "entry-table", type: "text", maxlength: "20", autocomplete: "off" });
  const spoken = el("select", { id: "entry-language" }, ...languages.map((code) =>
    el("option", { value: code, text: languageName(code, words, language) })));
  const tick = (/** @type {string} */ value) => el("input", { type: "checkbox", value });
  const groupBoxes = groups.map((group) => tick(group.id));
  const consentBoxes = form.consents.map((consent) => tick(consent.id));
  const guardian = tick("guardian");
  const guardianLine = el("label", { class: "tick", hidden: !isAsked }, guardian, words("entry.guardian"));
  const chosen = (/** @type {HTMLInputElement[]} */ boxes) =>
    boxes.filter((box) => box.checked).map((box) => box.value);
  const askFurther = () => {
    guardianLine.hidden = !isAsked && !chosen(groupBoxes).some((group) => minors.includes(group));
    sheetLine.hidden = !hasSheets || route.value !== "paper";
  };
  askFurther();
  const node = el("fieldset", { class: "teller", on: { change: askFurther } },
    el("legend", { text: words("entry.teller") }),
    el("div", { class: "row" },
      el("label", { for: route.id }, words("entry.route"), route),
      el("label", { for: table.id }, words("entry.table"), table),
      el("label", { for: spoken.id }, words("entry.language"), spoken)),
    sheetLine,
    el("fieldset", null, el("legend", { text: words("entry.groups") }), el("div", { class: "ticks" },
      ...groupBoxes.map((box, index) => el("label", { class: "tick" }, box, groups[index].label)))),
    form.consents.length > 0 && el("fieldset", null, el("legend", { text: words("entry.consents") }),
      ...consentBoxes.map((box, index) => el("label", { class: "tick" }, box,
        el("span", null, form.consents[index].label, el("small", { text: form.consents[index].help ?? "" }))))),
    guardianLine);
  const read = () => ({
    sheet: sheetLine.hidden ? "" : sheet.value.trim(), route: route.value, table: table.value.trim(), language: spoken.value, groups: chosen(groupBoxes),
    consents: chosen(consentBoxes), hasGuardianConsent: guardian.checked && !guardianLine.hidden,
  });
  const fault = (/** @type {string} */ text) => {
    sheetFault.hidden = !text;
    sheetFault.textContent = text;
    sheet.setAttribute("aria-invalid", String(text !== ""));
    if (text) sheet.focus();
  };
  return { node, read, fault };
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

/**
 * @param {App} app
 * @param {Step} step
 * @param {Form} form
 * @param {() => string} gathering
 * @param {{number: number, code: string}} accepted
 * @param {string} sheet the code of the sheet it came on, or empty
 */
function done(app, step, form, gathering, accepted, sheet) {
  const next = entryForm(app, step, form, gathering);
  replace(byID("entry-form"), el("div", { class: "accepted", role: "status" },
    el("p", { text: app.words("entry.saved", { kind: form.name, number: accepted.number }) }),
    el("p", null, app.words("entry.code"), " ", el("b", { class: "code", text: accepted.code })),
    el("p", { class: "soft", text: sheet ? app.words("entry.codeOnCard", { sheet }) : app.words("entry.codeHelp") })),
  next);
  const first = next.querySelector("input, textarea, select");
  if (first instanceof HTMLElement) first.focus();
}
