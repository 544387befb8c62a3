import { h, paragraph } from "./dom.js";
import { withChoices } from "./choices.js";

/**
 * A line that tells whether choices are stored, or only kept on the phone.
 * @param {import("./types").App} app
 */
export function choiceState({ say, outbox }) {
  const node = h("p", { role: "status", class: "saved", hidden: true });
  /** @param {import("./types").OutboxEvent} [event] */
  const update = (event) => {
    const isWaiting = outbox.entries().some(({ key }) => key.startsWith("o:/"));
    const problem = event && event.type === "returned" && event.entry.problem;
    node.hidden = false;
    node.className = problem ? "fault" : isWaiting ? "saved waiting" : "saved";
    node.textContent = problem ? problem.detail : say(isWaiting ? "sent.kept" : "sent.stored");
  };
  return { node, update };
}

/**
 * Dots on themes: a tap gives one, another tap takes it back.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 * @param {number} person
 * @param {any[]} head
 * @returns {import("./types").View}
 */
export function dotsView(app, step, person, head) {
  const { say } = app;
  withChoices(step, app.outbox.entries());
  const most = step.dotsPerPerson || 3;
  const given = (step.dots || []).find((dots) => dots.person === person) || { person, themes: [] };
  step.dots = [given, ...(step.dots || []).filter((dots) => dots !== given)];
  const left = h("p", { class: "prompt", role: "status" });
  const state = choiceState(app);
  const themes = (step.themes || []).map(({ id, name, buildingBlockName }) => {
    const words = h("span", { dir: "auto" }, name, buildingBlockName && h("small", {}, buildingBlockName));
    return { id, node: h("button", { type: "button", class: "theme", onclick: () => tap(id) }, words) };
  });
  const update = () => {
    for (const { id, node } of themes) node.setAttribute("aria-pressed", String(given.themes.includes(id)));
    left.textContent = say("dots.left", { count: most - given.themes.length });
  };
  /** @param {string} id */
  const tap = (id) => {
    const others = given.themes.filter((theme) => theme !== id);
    if (others.length === given.themes.length && others.length >= most) {
      left.textContent = say("dots.none");
      return;
    }
    given.themes = others.length < given.themes.length ? others : others.concat(id);
    const groups = app.me && !person ? app.me.participant.groups : [];
    app.outbox.choose("dots:" + person, "/api/dots", { person, groups, themes: given.themes });
    update();
  };
  update();
  const list = themes.length ? themes.map(({ node }) => node) : paragraph(say("dots.empty"));
  return { nodes: [head, left, list, state.node], refresh: app.render, happened: state.update };
}
