import { el } from "../common/dom.js";
import { languageName } from "./card.js";
import { tickList } from "./form.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Form} Form */

/**
 * What belongs to an entry besides its answers.
 * @typedef {object} Told
 * @property {string} sheet
 * @property {string} route
 * @property {string} table
 * @property {string} language
 * @property {string[]} groups
 * @property {string[]} consents
 * @property {boolean} hasGuardianConsent
 */

const languages = ["nl", "fr", "en", "ar", "tr", "uk", "und"];
/** Groups of minors, for whom a guardian's consent is recorded. */
const minors = ["kind", "jongere"];

/**
 * What the next entry begins with: how and where it came in, as the last one; of its teller nothing.
 * @param {Told | undefined} told
 * @returns {Told}
 */
export function toldNext(told) {
  const { route = "paper", table = "", language = "nl" } = told ?? {};
  return { sheet: "", route, table, language, groups: [], consents: [], hasGuardianConsent: false };
}

/**
 * The sheet it stands on first, and how it came in.
 * @param {App} app
 * @param {Form} form
 * @param {Told} told
 * @param {boolean} isCorrecting a corrected entry keeps its sheet and its route
 */
export function originPart({ words, language }, form, told, isCorrecting) {
  const route = el("select", { id: "entry-route", disabled: isCorrecting }, ...["paper", "facilitator"].map((value) =>
    el("option", { value, text: words(`entry.routes.${value}`) })));
  route.value = told.route;
  const sheet = el("input", {
    id: "entry-sheet", type: "text", maxlength: "12", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", "aria-describedby": "entry-sheet-help entry-sheet-fault", value: told.sheet,
  });
  const fault = el("p", { id: "entry-sheet-fault", class: "fault", hidden: true });
  const line = el("div", { class: "sheet-code" }, el("label", { for: sheet.id }, words("entry.sheet"), sheet),
    el("small", { id: "entry-sheet-help", text: words("entry.sheetHelp") }), fault);
  const table = el("input", { id: "entry-table", type: "text", maxlength: "20", autocomplete: "off", value: told.table });
  const spoken = el("select", { id: "entry-language" }, ...languages.map((code) =>
    el("option", { value: code, text: languageName(code, words, language) })));
  spoken.value = told.language;
  // Only stories are printed on sheets with a code.
  const update = () => {
    line.hidden = isCorrecting || form.kind !== "story" || route.value !== "paper";
  };
  update();
  const node = el("div", { class: "origin-part", on: { change: update } }, line,
    el("div", { class: "row" },
      el("label", { for: route.id }, words("entry.route"), route),
      el("label", { for: table.id }, words("entry.table"), table),
      el("label", { for: spoken.id }, words("entry.language"), spoken)));
  return {
    node, sheet,
    hasSheet: () => !line.hidden,
    read: () => ({
      sheet: line.hidden ? "" : sheet.value.trim(), route: route.value, table: table.value.trim(), language: spoken.value,
    }),
    fault(/** @type {string} */ text) {
      fault.hidden = !text;
      fault.textContent = text;
      sheet.setAttribute("aria-invalid", String(text !== ""));
      if (text) sheet.focus();
    },
  };
}

/**
 * Who told it and what may be done with it. Nothing is ticked beforehand.
 * @param {App} app
 * @param {Form} form
 * @param {Told} told
 * @param {string} gathering
 */
export function tellerPart({ store, words }, form, told, gathering) {
  const { groups, gatherings } = store.get();
  const isAsked = gatherings.some(({ id, isCurrent, asksGuardian }) =>
    asksGuardian && (gathering ? id === gathering : isCurrent));
  const belongsTo = tickList(groups.map(({ id, label }) => ({ id, label })), told.groups);
  const allows = tickList(form.consents.map(({ id, label, help }) => ({ id, label, help })), told.consents);
  const guardian = el("input", { type: "checkbox", value: "guardian", checked: told.hasGuardianConsent });
  const guardianLine = el("label", { class: "tick", hidden: true }, guardian, words("entry.guardian"));
  const update = () => {
    guardianLine.hidden = !isAsked && !belongsTo.read().some((group) => minors.includes(group));
  };
  update();
  const node = el("fieldset", { class: "teller", on: { change: update } },
    el("legend", { text: words("entry.teller") }),
    el("fieldset", null, el("legend", { text: words("entry.groups") }), belongsTo.node),
    form.consents.length > 0 && el("fieldset", null, el("legend", { text: words("entry.consents") }), allows.node),
    guardianLine);
  return {
    node,
    read: () => ({
      groups: belongsTo.read(), consents: allows.read(), hasGuardianConsent: guardian.checked && !guardianLine.hidden,
    }),
  };
}
