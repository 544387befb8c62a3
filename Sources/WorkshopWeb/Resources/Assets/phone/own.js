import { h, button, heading, paragraph, fill } from "./dom.js";
import { keptDraft } from "./drafts.js";
import { unfinished } from "./unfinished.js";
import { refusedChoices } from "./choices.js";
import { formView } from "./form.js";
import { takeBack } from "./take-back.js";
import { outcomeOf, outcomePart } from "./outcome.js";
import { keptList } from "./list.js";
import { codeCard, sayWhereKept } from "./sent.js";
import { versionsPart } from "./versions.js";
import { confidantLine } from "./rules.js";

/**
 * The form of a draft kept under a key, of whichever step.
 * @param {import("./types").App} app
 * @param {string} key
 * @param {import("./types").Draft} [draft]
 * @returns {import("./types").View}
 */
export function draftView(app, key, draft = app.storage.get(key)) {
  const { step, kind, id, version } = draft.payload;
  const form = formOf(app, step, kind);
  // Someone else's newer version on the server must not refuse the same person's correction twice.
  const stored = app.me && app.me.mine.find((own) => own.id === id);
  if (version && stored) draft.payload.version = stored.version;
  return formView(app, { key, draft, form, head: [heading(form.name)] });
}

/**
 * @param {import("./types").App} app
 * @param {string} step
 * @param {string} kind
 * @returns {import("./types").Form}
 */
function formOf(app, step, kind) {
  const kept = app.storage.get("s:" + step) || { forms: [] };
  return kept.forms.find((/** @type {any} */ form) => form.kind === kind)
    || { kind, name: kind, fields: [], consents: [] };
}

/**
 * Everything this phone sent, waits to send or did not finish.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function ownView(app) {
  const { say } = app;
  const list = h("div");
  const draw = keptList(list);
  const update = () => draw(ownCards(app));
  update();
  return {
    nodes: [
      heading(say("own.title")),
      list,
      h("p", {}, h("a", { href: "#spelregels" }, say("rules"))),
      h("p", {}, h("a", { href: "#wie" }, say("own.who"))),
      h("p", {}, h("a", { href: "#terugnemen" }, say("withdraw.title"))),
    ],
    taken: update,
    happened: ({ type }) => type !== "later" && update(),
  };
}

/**
 * @param {import("./types").App} app
 */
function ownCards(app) {
  const mine = app.me ? app.me.mine : [];
  const kept = app.outbox.entries().filter(({ payload }) => payload.kind);
  const openStep = app.step && app.step.id;
  const refused = refusedChoices(app.outbox);
  const cards = [
    ...(refused.length ? [{ key: "refused", look: refused, draw: () => refusedCard(app) }] : []),
    ...kept.map((entry) => ({ key: entry.key, look: [entry.stamp, entry.state], draw: () => keptCard(app, entry) })),
    ...unfinished(app.storage).map(({ key, draft }) => ({ key, look: key, draw: () => looseCard(app, key, draft) })),
    ...mine.map((own) => ({ key: own.id, look: [own, openStep === own.step], draw: () => ownCard(app, own) })),
  ];
  const none = { key: "none", look: "", draw: () => paragraph(app.say("own.none")) };
  return cards.length ? cards : [none];
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Entry} entry
 */
function keptCard(app, entry) {
  const { say } = app;
  const { step, kind } = entry.payload;
  const title = h("h2", {}, formOf(app, step, kind).name);
  const kept = h("p", { class: "saved waiting" });
  if (entry.state === "waiting") sayWhereKept(app, entry, kept);
  if (entry.state === "waiting") return h("div", { class: "card" }, title, kept);
  const detail = entry.problem ? entry.problem.detail : "";
  const fix = button(say("own.fix"), () => app.show(draftView(app, entry.key)), "main");
  return h("div", { class: "card" }, title, h("p", { class: "fault" }, detail), fix);
}

/**
 * Dots and stances that the server refused, to be sent once more.
 * @param {import("./types").App} app
 */
function refusedCard({ say, outbox }) {
  const refused = refusedChoices(outbox);
  const reasons = new Set(refused.map(({ problem }) => (problem ? problem.detail : "")));
  const again = () => {
    for (const { key, path, payload } of refused) outbox.choose(key.slice("o:/".length), path, payload);
  };
  return h("div", { class: "card" }, h("h2", {}, say("own.choices")),
    Array.from(reasons, (reason) => h("p", { class: "fault" }, reason)), button(say("form.send"), again, "main"));
}

/**
 * @param {import("./types").App} app
 * @param {string} key
 * @param {import("./types").Draft} draft
 */
function looseCard(app, key, { payload }) {
  const { say } = app;
  const title = h("h2", {}, formOf(app, payload.step, payload.kind).name);
  const go = button(say("own.finish"), () => app.show(draftView(app, key)));
  return h("div", { class: "card" }, title, h("p", {}, say("own.unfinished")), go);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
function ownCard(app, own) {
  const { say, step } = app;
  const isGone = own.state === "withdrawn";
  const isOpen = own.editable && step && step.id === own.step && !isGone;
  const code = h("details", { hidden: isGone, "data-key": "code" },
    h("summary", { "data-key": "code-title" }, say("own.code")));
  code.ontoggle = () => {
    if (code.open && code.childElementCount < 2) code.append(codeCard(app, own.id, own.code));
  };
  return h("div", { class: "card" },
    h("p", { class: "help" }, own.kindName + " " + own.number), own.headline && h("h2", { dir: "auto" }, own.headline),
    h("p", { class: "state" }, say("states." + own.state), own.late && " · " + say("own.late")),
    !isGone && own.isPart && paragraph(say("own.part"), "help"),
    !isGone && rewordedPart(app, own), !isGone && worryPart(app, own),
    own.hasPhoto && !isGone && h("img", { class: "photo", src: "/api/photos/" + own.id, alt: "" }),
    !isGone && versionsPart(app, own), !isGone && becamePart(app, own), code, isOpen && button(say("own.edit"), () => edit(app, own)),
    !isGone && takeBack(app, own.code, () => {
      Object.assign(own, { state: "withdrawn", headline: "", body: {} });
      app.render();
    }));
}

/**
 * What became of it, asked when someone opens it.
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
function becamePart(app, own) {
  const told = h("div", { role: "status" });
  const part = h("details", { "data-key": "became" },
    h("summary", { "data-key": "became-title" }, app.say("own.became")), told);
  part.ontoggle = async () => {
    if (!part.open) return;
    const { problem, outcome } = await outcomeOf(app, own.code);
    fill(told, [problem ? h("p", { class: "fault" }, problem) : outcomePart(outcome)]);
  };
  return part;
}

/**
 * What was put in other words, beside what was told; nothing where it stands as told.
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
function rewordedPart({ say }, { reworded }) {
  if (!reworded || !reworded.length) return null;
  return [paragraph(say("own.reworded")),
    h("details", {}, h("summary", {}, say("own.both")), reworded.map(({ label, told, now }) => [
      h("h3", {}, label), h("p", { class: "help" }, say("own.told")), paragraph(told || say("own.gone"), "written"),
      h("p", { class: "help" }, say("own.now")), paragraph(now || say("own.gone"), "written"),
    ])), paragraph(say("own.rewordedHelp"), "help")];
}

/**
 * Where somebody told a worry: who takes care of it.
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
function worryPart({ say, me }, { body }) {
  if (!body.worry || !me) return null;
  return [paragraph(say("own.worry")), paragraph(confidantLine(say, me.traject.confidant), "worry")];
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
function edit(app, { id, step, kind, version, body, teller }) {
  const key = "e:" + id;
  const payload = { id, step, kind, version, teller, body: { ...body } };
  /** @type {any} */
  const draft = keptDraft(app.storage, key) || { payload, person: 0, photo: false };
  app.show(draftView(app, key, draft));
}
