import { h, heading, paragraph, button, lineOf, askingForm } from "./dom.js";
import { optionList, chosenIn } from "./fields.js";
import { groupsPart } from "./teller.js";
import { complaint } from "./join.js";
import { dayInWords } from "./words.js";

/**
 * Who someone is here: everything optional but the language.
 * @param {import("./types").App} app
 * @param {import("./types").Me} me
 * @returns {import("./types").View}
 */
export function checkinView(app, me) {
  const { say, storage } = app;
  const { participant, languages, traject } = me;
  const language = h("select", { id: "language" }, languages.map(({ id, label }) => h("option", { value: id }, label)));
  language.value = participant.language;
  const groups = groupsPart(app, participant.groups, say("checkin.groups"));
  /** @param {"organisation" | "table" | "badge"} name */
  const line = (name) => lineOf(name, say("checkin." + name), { value: participant[name], dir: "auto", maxLength: 80 });
  const [organisation, table, badge] = [line("organisation"), line("table"), line("badge")];
  const isScribe = storage.get("scribe") ? ["yes"] : [];
  const scribe = h("div", { class: "field" },
    optionList("scribe", [{ id: "yes", label: say("checkin.scribe") }], isScribe, false));
  const tongue = h("div", { class: "field" }, h("label", { for: "language" }, say("checkin.language")), language);
  const parts = [tongue, groups.node, organisation.node, table.node, badge.node, scribe];
  const form = askingForm(parts, say("next"), async () => {
    storage.set("scribe", chosenIn(scribe, "scribe").length > 0);
    const reply = await app.send("PUT", "/api/me", {
      language: language.value,
      groups: groups.read(),
      organisation: organisation.input.value,
      table: table.input.value,
      badge: badge.input.value,
    });
    if (reply.status === 200) {
      if (location.hash) location.hash = "";
      app.enter(reply.body);
    }
    return complaint(app, reply);
  });
  const nodes = [heading(say("checkin.title", { house: traject.house })),
    traject.rehearsal && paragraph(say("checkin.rehearsal"), "card")];
  return { nodes: [nodes, paragraph(say("checkin.intro")), form] };
}

/**
 * Who is responsible and what happens with what is told, before anything is asked.
 * @param {import("./types").App} app
 * @param {import("./types").Me} me
 * @returns {import("./types").View}
 */
export function noticeView(app, { traject }) {
  const { say } = app;
  const { organisation, contact, legalBasis } = traject.controller;
  const values = { organisation, contact, legalBasis, until: dayInWords(traject.retentionDate) };
  const keys = ["notes", "names", "choice", "back", "until", "who"].concat(location.protocol === "http:" ? "open" : []);
  const lines = keys.map((key) => h("li", {}, say("notice." + key, values)));
  const accept = () => {
    app.storage.set("notice", true);
    app.render();
  };
  return { nodes: [heading(say("notice.title")), h("ul", { class: "card" }, lines),
    h("p", {}, h("a", { href: "#spelregels" }, say("rules"))),
    button(say("notice.accept"), accept, "main")] };
}
