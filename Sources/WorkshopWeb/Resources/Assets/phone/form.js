import { h, button, fill, alertBox } from "./dom.js";
import { newID } from "./uuid.js";
import { cleaned, isBlank } from "./drafts.js";
import { faultsIn } from "./validation.js";
import { controlFor } from "./fields.js";
import { tellerPart } from "./teller.js";
import { later, viewOf } from "./arrival.js";

/**
 * An empty draft for a teller; only the first is filled in with the groups of the check-in.
 * @param {import("./types").App} app
 * @param {string} step
 * @param {string} kind
 * @param {number} person
 * @param {string} [about]
 * @returns {import("./types").Draft}
 */
export function newDraft(app, step, kind, person, about) {
  const origin = originOf(app);
  // In an interview it is the other one who tells.
  const isOwner = app.me && !person && origin.route === "phone" && !(app.step && app.step.interview);
  const groups = app.me && isOwner ? app.me.participant.groups : [];
  const teller = { groups, consents: [], hasGuardianConsent: false };
  return { payload: { id: newID(), step, kind, ...origin, teller, body: {} }, person, photo: false, about };
}

/** @param {import("./types").App} app */
function originOf(app) {
  const { language = "nl", table = "" } = app.me ? app.me.participant : {};
  return { language, table, route: app.storage.get("scribe") ? "scribe" : "phone" };
}

/**
 * The form for a draft: kept at every keystroke, checked before it goes to the outbox.
 * @param {import("./types").App} app
 * @param {object} parts
 * @param {string} parts.key where the draft is kept
 * @param {import("./types").Draft} parts.draft
 * @param {import("./types").Form} parts.form
 * @param {any[]} parts.head what stands above the fields
 * @returns {import("./types").View}
 */
export function formView(app, { key, draft, form, head }) {
  if (draft.handed) return viewOf(app, "readBackView", { key, draft, form, head });
  const { say } = app;
  const { payload } = draft;
  const asked = form.readBack || [];
  const fields = form.fields.filter(({ id, type }) => !asked.includes(id) && (!draft.about || type !== "references"));
  const controls = fields.map((field) => controlFor(app, field, payload.body[field.id], draft));
  const teller = asked.length ? null : tellerPart(app, form, payload.teller);
  const summary = alertBox();
  const inPage = h("p", { class: "help", role: "status", hidden: app.storage.isDurable(key) }, say("sent.keptInPage"));
  const written = () => JSON.stringify(app.storage.get(key));
  let last = written();

  const save = () => {
    for (const control of controls) {
      const value = control.read();
      if (value !== undefined) payload.body[control.field.id] = value;
    }
    if (teller) payload.teller = teller.read();
    app.storage.set(key, draft);
    last = written();
    inPage.hidden = app.storage.isDurable(key);
  };

  /**
   * @param {Record<string, string>} faults
   * @param {string} text
   */
  const showFaults = (faults, text) => {
    for (const control of controls) control.fail(faults[control.field.id] || "");
    const wrong = controls.filter(({ field }) => faults[field.id]);
    fill(summary, [h("p", {}, text), h("ul", {}, wrong.map(({ field }) => h("li", {}, field.label)))]);
    if (wrong.some(({ field }) => field.tier === "more")) openMore();
    /** @type {HTMLElement | null} */
    const first = wrong.length ? wrong[0].node.querySelector("input,textarea") : null;
    if (first) first.focus();
  };

  const submit = () => {
    save();
    if (draft.about) payload.body.reasonFor = [draft.about];
    const faults = faultsIn(fields, cleaned(payload.body), draft.photo, say);
    const count = Object.keys(faults).length;
    if (count) return showFaults(faults, say("form.faults", { count }));
    if (controls.some((control) => control.asks && control.asks())) return;
    Object.assign(payload, originOf(app));
    if (!teller) {
      draft.handed = true;
      app.storage.set(key, draft);
      return app.show(formView(app, { key, draft, form, head }));
    }
    app.show(viewOf(app, "sentView", app.outbox.submit(key, draft), form.name));
  };

  const core = controls.filter(({ field }) => field.tier !== "more").map(({ node }) => node);
  const more = controls.filter(({ field }) => field.tier === "more").map(({ node }) => node);
  const rest = h("div", { hidden: true }, more);
  const opener = button(say("form.more"), () => openMore(), "quiet", { hidden: !more.length });
  const openMore = () => {
    rest.hidden = false;
    opener.hidden = true;
  };
  if (controls.some(({ field }) => field.tier === "more" && cleaned(payload.body)[field.id])) openMore();

  const send = h("button", { class: "main" }, say("form." + (!teller ? "readBack" : payload.version ? "update" : "send")));
  const node = h("form", { noValidate: true }, summary, core, opener, rest, teller && teller.nodes, inPage, send);
  node.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  node.oninput = ({ target }) => {
    const changed = controls.find((control) => target instanceof Node && control.node.contains(target));
    if (changed) changed.fail("");
    if (!node.querySelector("[aria-invalid=true]")) fill(summary, []);
    save();
  };
  node.onchange = save;

  if (form.sections && later.fold) later.fold(app, form, controls, node);

  const { problem } = draft;
  if (problem) setTimeout(() => showFaults(problem.fields || {}, problem.detail || problem.title));

  return {
    nodes: [head, node],
    closed: "news.formClosed",
    holds: () => !isBlank(draft),
    awake: () => written() !== last && app.render(),
    refresh: () => {
      const latest = app.step && app.step.forms.find(({ kind }) => kind === form.kind);
      if (!latest) return;
      for (const control of controls) {
        const field = latest.fields.find(({ id }) => id === control.field.id);
        if (control.refresh && field) control.refresh(field);
      }
    },
  };
}
