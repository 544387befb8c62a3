import { h, heading, paragraph, lineOf, askingForm, fill } from "./dom.js";
import { inFragment, tidyCode, forCode } from "./codes.js";
import { outcomeOf, outcomePart } from "./outcome.js";
import { takeBack } from "./take-back.js";

/**
 * With a code: first what became of it, then taking it back; also for who is not signed in on this phone.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function withdrawView(app) {
  const { say } = app;
  const found = h("div", { role: "status" });
  const { input, node } = lineOf("code", say("withdraw.code"),
    { ...forCode, value: inFragment(location.hash, "code") });
  const follow = async () => {
    const code = tidyCode(input.value);
    const { problem, outcome } = await outcomeOf(app, code);
    fill(found, problem ? [] : [outcomeCard(app, code, outcome, found)]);
    return problem;
  };
  const form = askingForm([node], say("withdraw.follow"), follow);
  // A code that was scanned need not be sent by hand.
  const send = form.querySelector("button");
  if (send && input.value) setTimeout(() => form.isConnected && send.click());
  return { nodes: [heading(say("withdraw.title")), paragraph(say("withdraw.intro")), form, found] };
}

/**
 * @param {import("./types").App} app
 * @param {string} code
 * @param {import("./types").Outcome} outcome
 * @param {HTMLElement} found
 */
function outcomeCard(app, code, outcome, found) {
  const { say } = app;
  const isGone = outcome.state === "withdrawn";
  const done = () => fill(found, [h("p", { class: "saved" }, say("withdraw.done"))]);
  return h("div", { class: "card" }, h("p", { class: "help" }, outcome.kindName + " " + outcome.number),
    outcome.headline && h("h2", { dir: "auto" }, outcome.headline), outcomePart(outcome),
    !isGone && [paragraph(say("withdraw.gone"), "help"), takeBack(app, code, done)]);
}
