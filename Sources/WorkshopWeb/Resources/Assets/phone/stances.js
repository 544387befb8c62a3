import { h, button, heading, paragraph } from "./dom.js";
import { draftKey, keptDraft } from "./drafts.js";
import { formView, newDraft } from "./form.js";
import { withChoices, refusedChoices } from "./choices.js";
import { choiceState } from "./dots.js";
import { unfinished } from "./unfinished.js";

/**
 * A stance on every proposal, and room for the reason.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function stancesView(app, step, person, head) {
  letGoOfGone(app);
  withChoices(step, app.outbox.entries());
  const state = choiceState(app);
  const cards = (step.proposals || []).map((proposal) => proposalCard(app, step, person, proposal));
  const list = cards.length ? cards : paragraph(app.say("stances.empty"));
  const happened = () => {
    if (letGoOfGone(app)) app.render();
    else state.update();
  };
  return { nodes: [head, orphans(app, step), list, state.node], refresh: app.render, happened };
}

/**
 * Lets go of a stance on a proposal that is there no more: nobody can do anything about it.
 * @param {import("./types").App} app
 */
function letGoOfGone({ outbox, storage }) {
  const gone = refusedChoices(outbox).filter(({ problem }) => problem && problem.type === "/problemen/proposalGone");
  for (const { key } of gone) storage.remove(key);
  return gone.length;
}

/**
 * The way to what was written about a proposal that is there no more; nothing where there is none.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 */
function orphans({ say, storage }, step) {
  const shown = (step.proposals || []).map(({ id }) => id);
  const lost = unfinished(storage).some(({ draft }) =>
    draft.payload.step === step.id && draft.about && !shown.includes(draft.about));
  return lost && h("div", { class: "tip" }, paragraph(say("stances.gone")),
    h("a", { href: "#mijn" }, say("stances.own")));
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {import("./types").ProposalChoice} proposal
 */
function proposalCard(app, step, person, { id, number, headline, buildingBlockName, forWhom }) {
  const { say } = app;
  const stances = (step.stances = step.stances || []);
  const mine = () => stances.find((stance) => stance.person === person && stance.proposal === id);
  const take = (/** @type {string} */ position) => () => {
    const stance = mine();
    if (stance) stance.position = position;
    else stances.push({ person, proposal: id, position });
    const groups = app.me && !person ? app.me.participant.groups : [];
    app.outbox.choose("stance:" + id + ":" + person, "/api/stances/" + id, { person, groups, position });
    update();
  };
  const positions = step.positions || [];
  const choices = positions.map((position) => ({ ...position, node: button(position.label, take(position.id)) }));
  const explain = () => app.show(reasonView(app, step, person, id, headline, (mine() || {}).position));
  const why = button(say("stances.why"), explain, "quiet");
  const update = () => {
    const stance = mine();
    for (const { id: position, node } of choices) {
      node.setAttribute("aria-pressed", String(!!stance && stance.position === position));
    }
    why.hidden = !stance;
  };
  update();
  const about = [number, buildingBlockName].filter(Boolean).join(" · ");
  const bar = h("div", { class: "bar", role: "group", "aria-label": headline }, choices.map(({ node }) => node));
  return h("div", { class: "card", "data-id": id }, h("p", { class: "help" }, about), h("h2", { dir: "auto" }, headline),
    forWhom && paragraph(forWhom), bar, why);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {string} proposal
 * @param {string} headline
 * @param {string} [position] where this person stands now
 */
function reasonView(app, step, person, proposal, headline, position) {
  const [form] = step.forms;
  const key = draftKey(step.id, form.kind, person, proposal);
  const draft = keptDraft(app.storage, key) || newDraft(app, step.id, form.kind, person, proposal);
  if (position) draft.payload.body.position = position;
  return formView(app, { key, draft, form, head: [heading(app.say("stances.why")), paragraph(headline, "prompt")] });
}
