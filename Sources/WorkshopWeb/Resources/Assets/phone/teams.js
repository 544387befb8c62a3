import { h, button, heading, paragraph } from "./dom.js";
import { draftKey, keptDraft } from "./drafts.js";
import { formView, newDraft } from "./form.js";
import { kindBar } from "./step.js";
import { withChoices } from "./choices.js";
import { choiceState } from "./dots.js";
import { contactPart } from "./contact.js";
import { doubleTaps } from "./double-tap.js";
import { dayInWords } from "./words.js";

/**
 * Doen: an action or a pledge of one's own, and what others do that one can join, co-sign or answer.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function teamsView(app, step, person, head) {
  const chosen = app.storage.get("k:" + step.id);
  const form = step.forms.find(({ kind }) => kind === chosen) || step.forms[0];
  const others = { kind: "others", name: app.say("teams.others") };
  const isOthers = chosen === others.kind;
  const top = [head, kindBar(app, step.id, [...step.forms, others], isOthers ? chosen : form.kind)];
  if (isOthers) return othersView(app, step, person, top);
  const key = draftKey(step.id, form.kind, person);
  return ownForm(app, step, form, key, keptDraft(app.storage, key) || newDraft(app, step.id, form.kind, person), top);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {import("./types").Form} form
 * @param {string} key
 * @param {import("./types").Draft} draft
 * @param {any[]} head
 */
function ownForm(app, step, form, key, draft, head) {
  const view = formView(app, { key, draft, form, head });
  const last = step.lastFirstStep;
  /** @type {HTMLInputElement | null} */
  const date = view.nodes[1].querySelector("#firstStepDate");
  if (!last || !date) return view;
  // Told and not refused: an action that really begins later is worth more than none.
  const note = h("p", { class: "notice", role: "status" });
  const tell = () => {
    const isPast = date.value && date.value < localToday();
    note.textContent = isPast ? app.say("teams.past")
      : date.value > last ? app.say("teams.late", { date: dayInWords(last) }) : "";
  };
  date.addEventListener("input", tell);
  date.after(note);
  setTimeout(tell);
  return view;
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
function othersView(app, step, person, head) {
  const { say } = app;
  withChoices(step, app.outbox.entries());
  const state = choiceState(app);
  const pledges = step.pledges || [];
  const open = pledges.filter((pledge) => pledge.open);
  const actions = step.actions || [];
  const given = pledges.filter(({ pledgeKind }) => pledgeKind !== "vraag");
  /** @type {Record<string, (count: number) => void>} */
  const counts = {};
  const parts = [
    [say("teams.requests"), open.map((pledge) => requestCard(app, step, person, pledge))],
    [say("teams.actions"), actions.map((action) => actionCard(app, step, person, action, counts))],
    [say("teams.pledges"), given.map((pledge) => pledgeCard(app, step, person, pledge, counts))],
  ];
  const shown = parts.filter(([, cards]) => cards.length)
    .map(([title, cards]) => h("section", {}, h("h2", {}, title), cards));
  return {
    nodes: [head, shown.length ? shown : paragraph(say("teams.empty")), state.node],
    // Never while somebody is leaving a name.
    refresh: () => !document.querySelector("details[open] input") && app.render(),
    happened: (event) => {
      state.update();
      const { answer } = event;
      if (event.type === "sent" && answer && counts[answer.subject]) counts[answer.subject](answer.joined);
    },
  };
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {import("./types").PledgeChoice} pledge
 */
function requestCard(app, step, person, { id, headline, giver }) {
  const { say } = app;
  const form = step.forms.find(({ kind }) => kind === "pledge");
  const answer = () => {
    if (!form) return;
    const key = draftKey(step.id, "pledge", person, id);
    const draft = keptDraft(app.storage, key) || newDraft(app, step.id, "pledge", person);
    draft.payload.body = { pledgeKind: "aanbod", meets: [id], ...draft.payload.body };
    app.show(formView(app, { key, draft, form, head: [heading(say("teams.canDo")), paragraph(headline, "prompt")] }));
  };
  return h("div", { class: "card", "data-id": id }, h("h3", { dir: "auto" }, headline),
    giver && paragraph(giver, "help"), button(say("teams.canDo"), answer, "main"));
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {import("./types").ActionChoice} action
 * @param {Record<string, (count: number) => void>} counts
 */
function actionCard(app, step, person, action, counts) {
  const { say } = app;
  const { id, number, headline, lead, firstStep, firstStepDate } = action;
  const contact = contactPart(app, id, person);
  const back = backButton(app, step, person, action, counts, ["teams.join", "teams.joined"],
    (joins) => (contact.hidden = !joins && !contact.dataset.left));
  return h("div", { class: "card", "data-id": id }, h("p", { class: "help" }, say("teams.action", { number })),
    h("h3", { dir: "auto" }, headline), paragraph(say("teams.lead", { lead })),
    paragraph((firstStepDate ? dayInWords(firstStepDate) + ": " : "") + firstStep), back, contact);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {import("./types").PledgeChoice} pledge
 * @param {Record<string, (count: number) => void>} counts
 */
function pledgeCard(app, step, person, pledge, counts) {
  const { id, pledgeKindName, headline, giver } = pledge;
  return h("div", { class: "card", "data-id": id }, h("p", { class: "help" }, pledgeKindName),
    h("h3", { dir: "auto" }, headline), giver && paragraph(giver),
    backButton(app, step, person, pledge, counts, ["teams.weToo", "teams.weTooDone"], () => {}));
}

/**
 * A button that joins or co-signs, with how many do; another tap takes it back.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {{ id: string, joined: number }} subject
 * @param {Record<string, (count: number) => void>} counts
 * @param {string[]} keys what it says, before and after
 * @param {(backs: boolean) => void} changed
 */
function backButton(app, step, person, subject, counts, keys, changed) {
  const { say } = app;
  const { id } = subject;
  const mine = () => (step.backing || []).some((own) => own.person === person && own.subject === id);
  const count = h("p", { class: "help", role: "status" });
  const isDouble = doubleTaps();
  const tap = button("", () => {
    if (isDouble(id)) return;
    const backs = !mine();
    step.backing = (step.backing || []).filter((own) => own.person !== person || own.subject !== id);
    if (backs) step.backing.push({ person, subject: id });
    app.outbox.choose("backing:" + id + ":" + person, "/api/backing/" + id, { person, backs });
    counts[id](subject.joined + (backs ? 1 : -1));
  }, "", { "data-key": "back-" + id });
  /** @param {number} joined */
  counts[id] = (joined) => {
    subject.joined = Math.max(0, joined);
    tap.setAttribute("aria-pressed", String(mine()));
    tap.textContent = say(mine() ? keys[1] : keys[0]);
    count.textContent = subject.joined ? say("teams.count", { count: subject.joined }) : "";
    changed(mine());
  };
  counts[id](subject.joined);
  return [tap, count];
}

/** Today's date where the phone is, as a date field writes it. */
function localToday() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
