import { localTime } from "../common/clock.js";
import { el } from "../common/dom.js";
import { beginning } from "../common/paging.js";
import { chosenQuote, photoOfMinors } from "./card-parts.js";
import { earlierVersions } from "./versions.js";
import { origins, rareActs } from "./card-acts.js";
import { hintNotes, marked } from "./hints.js";
import { toldPart } from "./reword.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {Record<"release" | "hold" | "guardian" | "photo" | "select", (entry: Entry) => void>} CardActions */

const longest = 600;

/**
 * One contribution to moderate: what was said, what its teller allows, and what can be done.
 * @param {App} app
 * @param {Entry} entry
 * @param {boolean} selected
 * @param {CardActions} actions
 */
export function entryCard(app, entry, selected, actions) {
  return el("li", {
    class: `entry ${entry.state} kind-${entry.kind}`, "aria-current": selected ? "true" : null,
    on: {
      click: (/** @type {{target: Element}} */ { target }) => {
        // Selecting draws the card anew, and what was just folded out would be folded in again.
        if (!target.closest("summary")) actions.select(entry);
      },
    },
  },
  origin(app, entry),
  ...entry.cautions.map((caution) => el("p", { class: "caution", text: app.words(`queue.cautions.${caution}`) })),
  hintNotes(app.words, entry),
  el("h3", { dir: "auto" }, ...(entry.headline ? headline(app, entry) : [app.words("queue.noHeadline")])),
  answers(app, entry),
  earlierVersions(app, entry),
  entry.photo && el("img", { src: entry.photo, alt: app.words("queue.photo"), class: "thumb", loading: "lazy" }),
  chosenQuote(app, entry),
  photoOfMinors(app, entry, actions.photo),
  toldPart(app, entry),
  origins(app, entry),
  consents(app, entry),
  guardian(app, entry, actions),
  entry.holdReason && el("p", {
    class: "reason", dir: "auto", text: app.words("queue.reason", { reason: entry.holdReason }),
  }),
  buttons(app, entry, actions),
  rareActs(app, entry));
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function headline({ words }, entry) {
  const field = entry.fields.find(({ value }) => value === entry.headline);
  return marked(words, entry.headline, entry.moderation.hints.filter((hint) => hint.field === field?.id && !hint.part));
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function origin({ words, language, store }, entry) {
  const { groups } = store.get();
  const names = entry.groups.map((id) => groups.find((group) => group.id === id)?.label ?? id);
  const facts = [
    words("queue.number", { number: entry.number }),
    entry.table && words("queue.table", { table: entry.table }),
    entry.route !== "phone" && entry.routeName,
    entry.language !== language && languageName(entry.language, words, language),
    names.join(", "),
    localTime(entry.createdAt),
  ];
  return el("p", { class: "origin" },
    el("span", { class: "kindname", text: entry.kindName }),
    ...facts.filter(Boolean).map((fact) => el("span", { text: String(fact) })),
    entry.voiceName && el("span", { class: "voice", text: entry.voiceName }),
    entry.late && el("span", { class: "late", text: words("queue.late") }),
    el("span", { class: "state", text: entry.stateName }));
}

/**
 * The name of a language in the page's own.
 * @param {string} code
 * @param {import("../common/words.js").Words} words
 * @param {string} language
 */
export function languageName(code, words, language) {
  if (code === "und") return words("otherLanguage");
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
function answers({ words }, entry) {
  // The headline stands above already.
  const fields = entry.fields.filter((field) => field.value !== "" && field.value !== entry.headline);
  if (fields.length === 0) return null;
  const [first, ...others] = fields;
  const isLong = first.value.length > longest;
  // A worry is never hidden behind a fold: it may be about a child's safety.
  const worry = others.find((field) => field.id === "worry");
  const answer = (/** @type {{id: string, label: string, value: string}} */ { id, label, value }) =>
    el("div", { class: "answer" }, el("span", { class: "label", text: label }),
      el("p", { dir: "auto" }, ...marked(words, value, entry.moderation.hints.filter(({ field, part }) => field === id && !part))));
  return el("div", { class: "answers" },
    worry && answer(worry),
    answer({ ...first, value: beginning(first.value, longest) }),
    (others.length > 0 || isLong) && el("details", null,
      el("summary", { "data-key": `more-${entry.id}`, text: words("queue.everything") }),
      ...(isLong ? fields : others).map(answer)));
}

/**
 * What its teller allows: so a moderator sees what releasing it does.
 * @param {App} app
 * @param {Entry} entry
 */
function consents({ words }, entry) {
  // Nothing of what the teller allows counts before a guardian consents: green marks would say the opposite.
  if (entry.needsGuardian && !entry.guardianConsent) return null;
  const use = (/** @type {string} */ id) => {
    const allowed = entry.consents.includes(id);
    return el("li", { class: allowed ? "allowed" : "refused" },
      el("span", { "aria-hidden": "true", text: allowed ? "✓" : "✕" }),
      words(`consent.${id}.${allowed ? "yes" : "no"}`));
  };
  return el("ul", { class: "consents", "aria-label": words("consent.title") },
    ...["screen", "report", "publication"].map(use));
}

/**
 * Where a guardian has to consent: whether it was told so on paper, to be recorded with one click.
 * @param {App} app
 * @param {Entry} entry
 * @param {CardActions} actions
 */
function guardian({ words }, entry, actions) {
  if (!entry.needsGuardian) return null;
  const button = el("button", {
    type: "button", class: "quiet", "data-key": `guardian-${entry.id}`,
    text: words(entry.guardianConsent ? "consent.guardian.takeBack" : "consent.guardian.record"),
    on: { click: (/** @type {Event} */ event) => {
      event.stopPropagation();
      actions.guardian(entry);
    } },
  });
  return el("p", { class: "guardian" },
    entry.guardianConsent && el("span", { text: words("consent.guardian.given") }), button);
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {CardActions} actions
 */
function buttons({ words }, entry, { release, hold }) {
  const act = (/** @type {(entry: Entry) => void} */ action) => (/** @type {Event} */ event) => {
    event.stopPropagation();
    action(entry);
  };
  const canRelease = entry.state === "waiting" || entry.state === "held";
  const canHold = canRelease || entry.state === "released";
  return el("div", { class: "actions" },
    canRelease && el("button", {
      type: "button", class: "primary", "data-key": `release-${entry.id}`, text: words("queue.release"),
      on: { click: act(release) },
    }),
    canHold && el("button", {
      type: "button", class: "quiet", "data-key": `hold-${entry.id}`, text: words(entry.state === "held" ? "queue.holdOther" : "queue.hold"),
      on: { click: act(hold) },
    }),
    el("button", {
      type: "button", class: "quiet", "data-key": `chain-${entry.id}`, "data-chain": entry.id, text: words("chain.open"),
    }));
}
