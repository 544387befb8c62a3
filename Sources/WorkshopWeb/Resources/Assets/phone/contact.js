import { h, button, fill, lineOf, askingForm } from "./dom.js";
import { complaint } from "./join.js";
import { newID } from "./uuid.js";

/**
 * How somebody who joined an action wants to be reached: asked, never needed, and erased with one tap.
 *
 * The id is made here and known here alone, so that only this phone can erase what it left.
 * @param {import("./types").App} app
 * @param {string} action
 * @param {number} person
 */
export function contactPart(app, action, person) {
  const { say, storage } = app;
  const key = "c:" + action + ":" + person;
  const part = h("div");
  const draw = () => {
    part.dataset.left = storage.get(key) ? "yes" : "";
    fill(part, storage.get(key) ? left() : [asking()]);
  };

  function asking() {
    const name = lineOf("name-" + action, say("contact.name"), { maxLength: 120 });
    const reach = lineOf("reach-" + action, say("contact.reach"), { maxLength: 120 });
    const consents = h("input", { type: "checkbox" });
    const agree = h("label", { class: "option" }, consents, h("span", {}, say("contact.consent")));
    const form = askingForm([name.node, reach.node, agree], say("contact.leave"), async () => {
      const id = newID();
      const given = { action, name: name.input.value, reach: reach.input.value, consents: consents.checked };
      const reply = await app.send("PUT", "/api/contacts/" + id, given);
      const faults = reply.body && reply.body.fields;
      if (reply.status !== 200) return faults ? Object.values(faults).join(" ") : complaint(app, reply);
      storage.set(key, id);
      draw();
      return "";
    });
    return h("details", {}, h("summary", {}, say("contact.title")), form);
  }

  function left() {
    const note = h("p", { class: "fault", role: "alert" });
    const erase = button(say("contact.erase"), async () => {
      const reply = await app.send("DELETE", "/api/contacts/" + storage.get(key));
      // Gone already, by the facilitator or with the action.
      if (reply.status !== 404) note.textContent = complaint(app, reply);
      if (note.textContent) return;
      storage.remove(key);
      draw();
    }, "quiet");
    return [h("p", { class: "saved", role: "status" }, say("contact.left")), erase, note];
  }

  draw();
  return part;
}
