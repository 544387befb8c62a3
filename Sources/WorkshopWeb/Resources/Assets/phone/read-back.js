import { h, button, fill, heading, paragraph, alertBox } from "./dom.js";
import { cleaned } from "./drafts.js";
import { faultsIn } from "./validation.js";
import { controlFor } from "./fields.js";
import { tellerPart } from "./teller.js";
import { formView } from "./form.js";
import { sentView } from "./sent.js";

/**
 * What was written, read back by who told it: they alone say whether somebody is recognisable and what may be done with
 * it, and nothing is sent before.
 * @param {import("./types").App} app
 * @param {Parameters<typeof formView>[1]} parts
 * @returns {import("./types").View}
 */
export function readBackView(app, { key, draft, form, head }) {
  const { say } = app;
  const { payload } = draft;
  const asked = form.fields.filter(({ id }) => (form.readBack || []).includes(id));
  const controls = asked.map((field) => controlFor(app, field, payload.body[field.id], draft));
  const teller = tellerPart(app, form, payload.teller);
  const summary = alertBox();
  const written = () => JSON.stringify(app.storage.get(key));
  let last = written();
  const keep = () => {
    for (const control of controls) payload.body[control.field.id] = control.read() || "";
    payload.teller = teller.read();
    app.storage.set(key, draft);
    last = written();
  };
  const goBack = () => {
    draft.handed = false;
    keep();
    app.show(formView(app, { key, draft, form, head }));
  };
  const leave = onBack(() => node.isConnected, goBack);
  const node = h("form", { noValidate: true }, summary, controls.map((control) => control.node), teller.nodes,
    h("button", { class: "main" }, say(payload.version ? "readBack.update" : "readBack.send")),
    button(say("readBack.back"), () => {
      goBack();
      leave();
    }));
  node.onchange = () => {
    keep();
    for (const control of controls) if (cleaned(payload.body)[control.field.id]) control.fail("");
  };
  node.onsubmit = (event) => {
    event.preventDefault();
    keep();
    const faults = faultsIn(asked, cleaned(payload.body), false, say);
    const wrong = controls.filter(({ field }) => faults[field.id]);
    for (const control of wrong) control.fail(faults[control.field.id]);
    fill(summary, wrong.length ? [h("p", {}, say("form.faults", { count: wrong.length }))] : []);
    if (wrong.length) {
      const first = wrong[0].node.querySelector("input");
      return first && first.focus();
    }
    draft.handed = false;
    app.show(sentView(app, app.outbox.submit(key, draft), form.name));
    leave();
  };
  return {
    nodes: [heading(say("readBack.title")), paragraph(say("readBack.help"), "prompt"), toldCard(form, payload), node],
    closed: "news.formClosed",
    holds: () => true,
    awake: () => written() !== last && app.render(),
  };
}

/**
 * Makes the phone's own back button do what the page's does, instead of leaving the room.
 * @param {() => boolean} isShown
 * @param {() => void} goBack
 * @returns {() => void} to be called where one went on without that button
 */
function onBack(isShown, goBack) {
  const { hash } = location;
  if (!history.state || !history.state.readBack) history.pushState({ readBack: true }, "");
  const heard = () => {
    // A link to another part of the page is no way back.
    if (isShown() && location.hash === hash) goBack();
    if (!isShown()) window.removeEventListener("popstate", heard);
  };
  window.addEventListener("popstate", heard);
  return () => history.state && history.state.readBack && history.back();
}

/**
 * The text as it was written, under its questions; what the teller answers here is left out.
 * @param {import("./types").Form} form
 * @param {import("./types").Submission} payload
 */
function toldCard(form, { body, language }) {
  const told = form.fields.filter(({ id }) => !(form.readBack || []).includes(id)).map((field) => {
    const value = cleaned(body)[field.id];
    if (!value) return null;
    const names = (field.options || []).filter(({ id }) => [value].flat().includes(id)).map(({ label }) => label);
    return [h("dt", {}, field.label), h("dd", { dir: "auto", lang: language }, names.join(", ") || String(value))];
  });
  return h("dl", { class: "card told" }, told);
}
