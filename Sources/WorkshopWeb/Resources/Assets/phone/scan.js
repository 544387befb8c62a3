import { h, button, fill, paragraph } from "./dom.js";
import { optionList, chosenIn } from "./fields.js";
import { choiceState } from "./dots.js";

/**
 * The coordination role scan, for who is in the ontwerpteam or a partner; others are asked to wait a moment.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function scanView(app, step, person, head) {
  const key = "scan:" + person;
  const isPartner = !person && app.me && app.me.participant.groups.includes("partner");
  if (isPartner || app.storage.get(key)) return questionsView(app, step, person, head);
  const join = () => {
    app.storage.set(key, true);
    app.render();
  };
  const { say } = app;
  return {
    nodes: [head, paragraph(say("scan.whom")), button(say("scan.me"), join), paragraph(say("scan.wait"))],
    refresh: app.render,
  };
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
function questionsView(app, step, person, head) {
  const { say } = app;
  const questions = step.scanQuestions || [];
  const given = givenAnswers(app, step, person);
  const state = choiceState(app);
  const done = h("p", { class: "help", role: "status" });
  const fields = questions.map(({ id, label, answers }) => ({
    id, node: h("fieldset", { class: "field" }, h("legend", {}, label),
      optionList("scan-" + id, answers, [given[id] || ""], true)),
  }));
  const read = () => {
    /** @type {Record<string, string>} */
    const answers = {};
    for (const { id, node } of fields) {
      const [answer] = chosenIn(node, "scan-" + id);
      if (answer) answers[id] = answer;
    }
    return answers;
  };
  const tell = () => {
    const count = Object.keys(read()).length;
    fill(done, [say("scan.done", { count, total: questions.length })]);
  };
  const list = h("div", {}, fields.map(({ node }) => node));
  list.onchange = () => {
    const answers = read();
    const others = (step.scanAnswers || []).filter((one) => one.person !== person);
    step.scanAnswers = [{ person, answers }, ...others];
    app.outbox.choose("scan:" + person, "/api/scan", { person, answers });
    tell();
  };
  tell();
  // What another phone does changes nothing here; only answers of this one that come back after a reload are taken in.
  const isBehind = () => questions.some(({ id }) =>
    (givenAnswers(app, app.step || step, person)[id] || "") !== (read()[id] || ""));
  return {
    nodes: [head, list, done, state.node, h("p", { class: "help" }, say("scan.change"))],
    refresh: () => isBehind() && app.render(), happened: state.update,
  };
}

/**
 * What a person answered: what waits to be sent, else what the server has.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @returns {Record<string, string>}
 */
function givenAnswers({ storage }, step, person) {
  const kept = storage.get("o:/scan:" + person);
  const stored = (step.scanAnswers || []).find((one) => one.person === person);
  return kept ? kept.payload.answers : stored ? stored.answers : {};
}
