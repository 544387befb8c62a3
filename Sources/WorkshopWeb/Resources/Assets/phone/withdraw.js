import { h, heading, paragraph, alertBox } from "./dom.js";
import { inFragment, tidyCode } from "./codes.js";

/**
 * Takes back a contribution by its code; also for who is not signed in on this phone.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function withdrawView({ say, send }) {
  const note = alertBox();
  const value = inFragment(location.hash, "code");
  const input = h("input", { id: "code", value, autocapitalize: "characters", autocomplete: "off", spellcheck: false });
  const form = h("form", {}, h("label", { for: "code" }, say("withdraw.code")), input, note, h("button", { class: "main" }, say("own.takeBack")));
  form.onsubmit = async (event) => {
    event.preventDefault();
    const { status, body } = await send("POST", "/api/withdrawals", { code: tidyCode(input.value) });
    if (status === 200) form.replaceWith(h("p", { class: "saved", role: "status" }, say("withdraw.done")));
    else note.textContent = status === 404 ? say("withdraw.wrong") : (body && body.detail) || say("offline");
  };
  return { nodes: [heading(say("withdraw.title")), paragraph(say("withdraw.intro")), form] };
}
