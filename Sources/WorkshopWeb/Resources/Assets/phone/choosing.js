import { h, button, fill } from "./dom.js";
import { cleaned, draftKey, keptDraft } from "./drafts.js";
import { formView, newDraft } from "./form.js";
import { choiceState } from "./dots.js";

/**
 * First the choice of a building block to work on, then the form with that block filled in.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function choosingView(app, step, person, head) {
  const form = step.forms[0];
  const choice = form.fields.find(({ id }) => id === "buildingBlock");
  const options = (choice && choice.options) || [];
  const chosen = options.find(({ id }) => id === chosenBlock(app, person));
  const choose = () => app.show(chooserView(app, options, person, head));
  return chosen ? proposalView(app, step, person, head, chosen, choose) : chooserView(app, options, person, head);
}

/**
 * What a person chose: what waits to be sent, else what the server has.
 * @param {import("./types").App} app
 * @param {number} person
 */
function chosenBlock({ me, storage }, person) {
  const entry = storage.get("o:/design:" + person);
  const stored = me && (me.choices || []).find((choice) => choice.person === person);
  const known = stored ? stored.buildingBlock : "";
  if (entry) return entry.state === "waiting" ? entry.payload.buildingBlock : known;
  return storage.get("b:" + person) || known;
}

/**
 * The building blocks with how many chose each, live; who comes first has a place.
 * @param {import("./types").App} app
 * @param {import("./types").Option[]} options
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
function chooserView(app, options, person, head) {
  const { say } = app;
  const state = choiceState(app);
  const limit = h("p", { class: "help" });
  const choices = options.map(({ id, label, description }) => {
    const count = h("small", { class: "count" });
    const words = h("span", {}, label, description && h("small", {}, description), count);
    return { id, count, node: h("button", { type: "button", class: "theme", onclick: () => tap(id) }, words) };
  });
  const go = button(say("choosing.go"), app.render, "main");
  const live = () => {
    const mine = chosenBlock(app, person);
    const { limit: most, people, full } = (app.room && app.room.design) || { limit: null, people: {}, full: [] };
    limit.textContent = most ? say("choosing.limit", { count: most }) : "";
    for (const { id, count, node } of choices) {
      const number = people[id] || 0;
      const isFull = full.includes(id) && id !== mine;
      const facts = [number ? say("choosing.people", { count: number }) : say("choosing.nobody"),
        isFull && say("choosing.full"), id === mine && say("choosing.yours")];
      const text = facts.filter(Boolean).join(" · ");
      if (count.textContent !== text) count.textContent = text;
      node.disabled = isFull;
      node.setAttribute("aria-pressed", String(id === mine));
    }
    go.hidden = !mine;
  };
  /** @param {string} buildingBlock */
  const tap = (buildingBlock) => {
    app.storage.set("b:" + person, buildingBlock);
    app.outbox.choose("design:" + person, "/api/design-choice", { person, buildingBlock });
    live();
  };
  live();
  const title = h("h2", {}, say("choosing.title"));
  return {
    nodes: [head, title, limit, state.node, choices.map(({ node }) => node), go],
    live,
    happened: ({ type, entry }) => {
      state.update();
      live();
      if (type === "sent" && entry.key === "o:/design:" + person) app.render();
    },
  };
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @param {import("./types").Option} block
 * @param {() => void} choose leads back to the choice
 * @returns {import("./types").View}
 */
function proposalView(app, step, person, head, block, choose) {
  const { say } = app;
  const [form] = step.forms;
  const key = draftKey(step.id, form.kind, person);
  const draft = keptDraft(app.storage, key) || newDraft(app, step.id, form.kind, person);
  draft.payload.body.buildingBlock = block.id;
  const working = h("div", { class: "tip" }, h("strong", {}, say("choosing.at", { block: block.label })),
    button(say("choosing.other"), choose, "quiet"));
  const asked = { ...form, fields: form.fields.filter(({ id }) => id !== "buildingBlock") };
  const view = formView(app, { key, draft, form: asked, head: [head, working] });
  // A building block that was chosen is nothing that somebody wrote.
  const wrote = () => Object.keys(cleaned(draft.payload.body)).some((id) => id !== "buildingBlock");
  const gone = h("p", { class: "fault", role: "alert" });
  view.nodes.splice(1, 0, gone);
  return {
    ...view,
    holds: wrote,
    happened: ({ type, entry }) => {
      if (type !== "returned" || entry.key !== "o:/design:" + person) return;
      // The choice was made without a line, and somebody else was first: what was written goes along to the next one.
      fill(gone, [entry.problem ? entry.problem.detail : "", button(say("choosing.other"), choose)]);
    },
  };
}
