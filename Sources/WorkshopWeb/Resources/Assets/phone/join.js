import { h, heading, paragraph, lineOf, askingForm } from "./dom.js";
import { tidyCode, forCode } from "./codes.js";

/**
 * Asks for the code that stands on the projector.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function joinView(app) {
  const { say } = app;
  const { input, node } = lineOf("join", say("join.code"), forCode);
  const form = askingForm([node], say("join.go"), () => joinWith(app, { code: tidyCode(input.value) }));
  const other = h("a", { href: "#terugnemen" }, say("withdraw.title"));
  return { nodes: [heading(say("join.title")), paragraph(say("join.intro")), form, other] };
}

/**
 * Enters with a code or a token; answers what to say when that fails, or "".
 * @param {import("./types").App} app
 * @param {{ code: string } | { token: string }} key
 */
export async function joinWith(app, key) {
  const reply = await app.send("POST", "/api/join", key);
  if (reply.status === 404) return app.say("join.wrong");
  if (reply.status === 200) app.enter(reply.body);
  return complaint(app, reply);
}

/**
 * What to say about an answer, or "" where all is well.
 * @param {import("./types").App} app
 * @param {import("./types").Reply} reply
 * @returns {string}
 */
export function complaint({ say }, { status, body }) {
  return status === 200 ? "" : (body && body.detail) || say("offline");
}
