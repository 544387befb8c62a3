import { h, heading, paragraph, alertBox, button } from "./dom.js";
import { optionList, chosenIn } from "./fields.js";
import { groupsPart } from "./teller.js";
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
  const note = alertBox();
  const options = languages.map(({ id, label }) => h("option", { value: id, selected: id === participant.language }, label));
  const language = h("select", { id: "language" }, options);
  const groups = groupsPart(app, participant.groups, say("checkin.groups"));
  /** @param {"organisation" | "table" | "badge"} name */
  const line = (name) => {
    const input = h("input", { id: name, value: participant[name], dir: "auto", autocomplete: "off", maxLength: name === "organisation" ? 120 : 20 });
    return { input, node: h("div", { class: "field" }, h("label", { for: name }, say("checkin." + name)), input) };
  };
  const [organisation, table, badge] = [line("organisation"), line("table"), line("badge")];
  const scribe = h("div", { class: "field" },
    optionList("scribe", [{ id: "scribe", label: say("checkin.scribe") }], storage.get("scribe") ? ["scribe"] : [], false));
  const form = h("form", {},
    h("div", { class: "field" }, h("label", { for: "language" }, say("checkin.language")), language),
    groups.node, organisation.node, table.node, badge.node, scribe, note, h("button", { class: "main" }, say("next")));
  form.onsubmit = async (event) => {
    event.preventDefault();
    storage.set("scribe", chosenIn(scribe, "scribe").length > 0);
    const { status, body } = await app.send("PUT", "/api/me", {
      language: language.value, groups: groups.read(),
      organisation: organisation.input.value.trim(), table: table.input.value.trim(), badge: badge.input.value.trim(),
    });
    note.textContent = status === 200 ? "" : (body && body.detail) || say("offline");
    if (status !== 200) return;
    if (location.hash) location.hash = "";
    app.enter(body);
  };
  const nodes = [heading(say("checkin.title", { house: traject.house })), traject.rehearsal && paragraph(say("checkin.rehearsal"), "card")];
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
  const lines = ["notes", "names", "choice", "back", "until", "who", "open"].map((key) => h("li", {}, say("notice." + key, values)));
  const accept = () => {
    app.storage.set("notice", true);
    app.render();
  };
  return { nodes: [heading(say("notice.title")), h("ul", { class: "card" }, lines), button(say("notice.accept"), accept, "main")] };
}
