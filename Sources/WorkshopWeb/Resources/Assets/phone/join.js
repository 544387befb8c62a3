import { h, heading, paragraph, alertBox } from "./dom.js";
import { tidyCode } from "./codes.js";

/**
 * Asks for the code that stands on the projector.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function joinView(app) {
  const { say } = app;
  const note = alertBox();
  const input = h("input", { id: "join", class: "big", autocapitalize: "characters", autocomplete: "off", spellcheck: false });
  const form = h("form", {}, h("label", { for: "join" }, say("join.code")), input, note, h("button", { class: "main" }, say("join.go")));
  form.onsubmit = async (event) => {
    event.preventDefault();
    note.textContent = await joinWith(app, { code: tidyCode(input.value) });
  };
  const nodes = [heading(say("join.title")), paragraph(say("join.intro")), form, h("p", {}, h("a", { href: "#terugnemen" }, say("withdraw.title")))];
  return { nodes };
}

/**
 * Enters with a code or a token; answers what to say when that fails, or "".
 * @param {import("./types").App} app
 * @param {{ code: string } | { token: string }} key
 */
export async function joinWith(app, key) {
  const { status, body } = await app.send("POST", "/api/join", key);
  if (status !== 200) return status === 404 ? app.say("join.wrong") : (body && body.detail) || app.say("offline");
  app.enter(body);
  return "";
}
