import { h, paragraph } from "./dom.js";
import { doubleTaps } from "./double-tap.js";
import { withChoices, refusedChoices } from "./choices.js";

/**
 * A line that tells whether choices are stored, or only kept on the phone.
 * @param {import("./types").App} app
 */
export function choiceState({ say, outbox, storage }) {
  const node = h("p", { role: "status", class: "saved" });
  const update = () => {
    const choices = outbox.entries().filter(({ key }) => key.startsWith("o:/"));
    const [refused] = refusedChoices(outbox);
    const isKept = choices.every(({ key }) => storage.isDurable(key));
    const kept = choices.length ? (isKept ? "sent.kept" : "sent.keptInPage") : "sent.stored";
    node.hidden = false;
    node.className = refused ? "fault" : choices.length ? "saved waiting" : "saved";
    node.textContent = refused && refused.problem ? refused.problem.detail : say(kept);
  };
  update();
  node.hidden = node.className === "saved";
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
  // A theme that was merged away cannot be taken back by a tap.
  given.themes = given.themes.filter((theme) => (step.themes || []).some(({ id }) => id === theme));
  step.dots = [given, ...(step.dots || []).filter((dots) => dots !== given)];
  const left = h("p", { class: "prompt", role: "status" });
  const state = choiceState(app);
  const isDouble = doubleTaps();
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
    if (isDouble(id)) return;
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
