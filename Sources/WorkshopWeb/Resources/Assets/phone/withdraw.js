import { h, heading, paragraph, lineOf, askingForm } from "./dom.js";
import { inFragment, tidyCode, forCode } from "./codes.js";
import { complaint } from "./join.js";

/**
 * Takes back a contribution by its code; also for who is not signed in on this phone.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function withdrawView(app) {
  const { say } = app;
  const { input, node } = lineOf("code", say("withdraw.code"),
    { ...forCode, value: inFragment(location.hash, "code") });
  const form = askingForm([node], say("own.takeBack"), async () => {
    const problem = await withdraw(app, tidyCode(input.value));
    if (!problem) form.replaceWith(h("p", { class: "saved", role: "status" }, say("withdraw.done")));
    return problem;
  });
  return { nodes: [heading(say("withdraw.title")), paragraph(say("withdraw.intro")), form] };
}

/**
 * Withdraws by code; answers what to say when that fails, or "".
 * @param {import("./types").App} app
 * @param {string} code
 */
export async function withdraw(app, code) {
  const reply = await app.send("POST", "/api/withdrawals", { code });
  return reply.status === 404 ? app.say("withdraw.wrong") : complaint(app, reply);
}
