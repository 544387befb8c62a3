import { h, button, heading, paragraph } from "./dom.js";
import { draftKey, isBlank, keptDraft } from "./drafts.js";
import { formView, newDraft } from "./form.js";
import { later, viewOf } from "./arrival.js";

/**
 * What can be done now: the open step, or what the room is doing between steps.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function nowView(app) {
  const { step } = app;
  if (!step) return betweenView(app);
  const person = app.person(step.id);
  const head = [paragraph(step.phaseName, "phase"), heading(step.name), paragraph(step.prompt, "prompt"),
    step.tip && paragraph(step.tip, "tip")];
  const bar = later.tellers && later.tellers(app, step, person);
  // What is typed meanwhile keeps the focus.
  if (!later.tellers) later.arrived = () => (app.view.holds && app.view.holds()) || app.render();
  if (step.activity !== "forms") return viewOf(app, step.activity + "View", step, person, [head, bar]);
  const chosen = app.storage.get("k:" + step.id);
  const form = step.forms.find(({ kind }) => kind === chosen) || step.forms[0];
  const key = draftKey(step.id, form.kind, person);
  const draft = keptDraft(app.storage, key) || newDraft(app, step.id, form.kind, person);
  if (isBlank(draft) && later.isListening && later.isListening(app)) {
    return viewOf(app, "listenView", step, head.slice(0, 2));
  }
  return formView(app, { key, draft, form, head: [head, kindBar(app, step.id, step.forms, form.kind), bar] });
}

/**
 * The choice between what can be done in a step, where that is more than one thing.
 * @param {import("./types").App} app
 * @param {string} step
 * @param {{ kind: string, name: string }[]} forms
 * @param {string} chosen
 */
export function kindBar(app, step, forms, chosen) {
  if (forms.length < 2) return null;
  const choices = forms.map(({ kind, name }) => {
    const choose = () => {
      app.storage.set("k:" + step, kind);
      app.render();
    };
    return button(name, choose, "", { "aria-pressed": String(kind === chosen) });
  });
  return h("div", { class: "bar" }, choices);
}

/**
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
function betweenView(app) {
  const { say, room } = app;
  if (room && (room.closed || room.handedOver)) return viewOf(app, "closedView");
  const title = titleOf(app);
  const own = h("a", { href: "#mijn" }, say("own.title"));
  return {
    nodes: [paragraph(say("between.now"), "phase"), heading(title), paragraph(say("between.listen"), "prompt"), own],
    refresh: () => titleOf(app) !== title && app.render(),
  };
}

/** @param {import("./types").App} app */
function titleOf({ say, room }) {
  if (room && (room.closed || room.handedOver)) return "";
  return room && room.item ? room.item.title : say("between.welcome");
}
