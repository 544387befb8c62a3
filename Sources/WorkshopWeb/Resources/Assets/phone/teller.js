import { h } from "./dom.js";
import { optionList, chosenIn } from "./fields.js";

/**
 * The groups someone can say they belong to: optional, several.
 * @param {import("./types").App} app
 * @param {string[]} chosen
 * @param {string} question
 */
export function groupsPart(app, chosen, question) {
  const options = app.me ? app.me.groups : [];
  const help = h("p", { class: "help" }, app.say("checkin.groupsHelp"));
  const list = h("div", { class: "groups" }, optionList("groups", options, chosen, false));
  const node = h("fieldset", { class: "field" }, h("legend", {}, question), help, list);
  return { node, read: () => chosenIn(node, "groups") };
}

/**
 * Who tells this and what may be done with it: each consent its own tick, unticked.
 * @param {import("./types").App} app
 * @param {import("./types").Form} form
 * @param {import("./types").Teller} teller
 */
export function tellerPart(app, form, teller) {
  const { say } = app;
  const groups = groupsPart(app, teller.groups, say("teller.groups"));
  const options = form.consents.map(({ id, label, help }) => ({ id, label, description: help }));
  const consents = h("fieldset", { class: "field" },
    h("legend", {}, say("teller.consents")), h("p", { class: "help" }, say("teller.consentsHelp")),
    optionList("consents", options, teller.consents, false));
  const given = teller.hasGuardianConsent ? ["guardian"] : [];
  const guardian = h("div", { class: "field" },
    optionList("guardian",
      [{ id: "guardian", label: say("teller.guardian"), description: say("teller.guardianHelp") }], given, false));
  // At a moment with children or young people it is asked of everybody.
  const isAsked = Boolean(app.room && app.room.asksGuardian);
  const update = () => (guardian.hidden = !isAsked && !groups.read().some((id) => id === "kind" || id === "jongere"));
  groups.node.onchange = update;
  update();
  return {
    nodes: [groups.node, consents, guardian],
    read: () => ({
      groups: groups.read(),
      consents: chosenIn(consents, "consents"),
      hasGuardianConsent: !guardian.hidden && chosenIn(guardian, "guardian").length > 0,
    }),
  };
}
