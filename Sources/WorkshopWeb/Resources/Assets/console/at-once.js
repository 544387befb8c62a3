import { byID, el, keepingFocus, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */

/**
 * The steps whose free text is released as it comes in: off by default, and the facilitator's to say.
 * @param {App} app
 */
export function atOnceView(app) {
  const { store, words } = app;
  const part = byID("at-once");
  if (store.get().role !== "facilitator") return;
  part.hidden = false;
  store.watch(["room", "steps"], ({ room, steps }) => keepingFocus(part, () => {
    const on = new Set(room.releasesAtOnce);
    byID("at-once-now").textContent = on.size > 0 ? words.count("moderation.atOnce.isOn", on.size) : "";
    replace(byID("at-once-steps"), ...steps.filter((step) => step.takesText).map((step) =>
      el("li", null, el("label", { class: "switch" },
        el("input", {
          type: "checkbox", role: "switch", checked: on.has(step.id), "data-key": `at-once-${step.id}`,
          on: { change: (/** @type {{target: HTMLInputElement}} */ { target }) => turn(app, step, target) },
        }), el("span", { text: step.name })))));
  }));
}

/**
 * @param {App} app
 * @param {{id: string, name: string}} step
 * @param {HTMLInputElement} box
 */
async function turn({ api, run, words }, step, box) {
  const on = box.checked;
  const done = await run(api("PUT", `/steps/${step.id}/at-once`, { on }), {
    text: words(`moderation.atOnce.${on ? "on" : "off"}`, { step: step.name }),
  });
  if (!done) box.checked = !on;
}
