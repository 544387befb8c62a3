import { byID, el, replace } from "../common/dom.js";
import { entryDraft } from "./entry-draft.js";
import { entryForm } from "./entry-form.js";
import { recentList, withEntered } from "./entry-recent.js";
import { toldNext } from "./entry-teller.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./entry-draft.js").EntryDraft} EntryDraft */
/** @typedef {import("./entry-recent.js").Entered} Entered */

/**
 * Filling in for someone else, from paper or as told: the same form as on the phone, drawn from its definition.
 * @param {App} app
 */
export function entryView(app) {
  const choice = /** @type {HTMLSelectElement} */ (byID("entry-kind"));
  const gathering = gatheringChoice(app);
  const drafts = entryDraft(document.body.dataset.traject ?? "", storageOf(window));
  /** @type {Step[]} */
  let steps = [];
  /** @type {Entered[]} */
  let recent = [];

  const load = async () => {
    const before = choice.value;
    steps = await app.api("GET", gathering.read() ? `/forms?gathering=${gathering.read()}` : "/forms");
    replace(choice, ...steps.filter((step) => step.forms.length > 0).map((step) =>
      el("optgroup", { label: `${step.phaseName}: ${step.name}` }, ...step.forms.map((form) =>
        el("option", { value: `${step.id} ${form.kind}`, text: form.name })))));
    choose(before || openForm(app, steps));
  };
  /** @param {string} form */
  const choose = (form) => {
    choice.value = form;
    if (!choice.value) choice.value = choice.options[0]?.value ?? "";
  };
  /**
   * @param {Partial<EntryDraft>} [from] what to fill in
   * @param {boolean} [hasFocus] whether the next sheet can be typed at once
   */
  const draw = (from = {}, hasFocus = false) => {
    const [stepID, kind] = choice.value.split(" ");
    const step = steps.find((one) => one.id === stepID);
    const form = step?.forms.find((one) => one.kind === kind);
    if (!step || !form) return;
    const { told = toldNext(undefined), answers = {}, correcting = null } = from;
    const view = entryForm(app, step, form, { told, answers, correcting, gathering: gathering.read() }, {
      keep: (now) => drafts.write({ ...now, form: choice.value, gathering: gathering.read() }),
      sent: (entered) => {
        recent = withEntered(recent, entered);
        replace(byID("entry-recent"), ...recentList(app.words, recent, correct));
        drafts.write({ ...entered.draft, told: toldNext(entered.draft.told), answers: {}, correcting: null });
        draw({ told: toldNext(entered.draft.told) }, true);
      },
      stopped: () => draw({ told: toldNext(told) }, true),
    });
    replace(byID("entry-form"), view.node);
    if (hasFocus) view.focus();
  };
  /** @param {Entered} entered */
  const correct = async ({ draft, id, number, version }) => {
    gathering.choose(draft.gathering);
    choose(draft.form);
    await app.run(load());
    choose(draft.form);
    draw({ ...draft, correcting: { id, number, version } }, true);
  };
  const again = async () => {
    const now = drafts.read();
    if (await app.run(load())) draw({ told: toldNext(now?.told) });
  };

  // What can be referred to grows during the day.
  choice.addEventListener("change", again);
  gathering.node.addEventListener("change", again);
  app.store.watch(["tab"], async ({ tab }) => {
    if (tab !== "entry" || steps.length > 0) return;
    const kept = drafts.read();
    if (kept) gathering.choose(kept.gathering);
    if (!(await app.run(load()))) return;
    if (kept) choose(kept.form);
    draw(kept && choice.value === kept.form ? kept : {}, true);
  });
}

/**
 * What the browser keeps, or null where it refuses.
 * @param {Window} page
 */
function storageOf(page) {
  try {
    return page.localStorage;
  } catch {
    return null;
  }
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
  return {
    node,
    read: () => node.value,
    choose(/** @type {string} */ id) {
      if ([...node.options].some(({ value }) => value === id)) node.value = id;
    },
  };
}

/**
 * @param {App} app
 * @param {Step[]} steps
 */
function openForm({ store }, steps) {
  const step = steps.find((one) => one.id === store.get().room.step && one.forms.length > 0);
  return step ? `${step.id} ${step.forms[0].kind}` : "";
}
