import { askHoldReason } from "./hold.js";
import { explain, Refusal } from "./api.js";
import { entryChange } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./app.js").Done} Done */

/**
 * What the server has to know of a card to tell when it is not that any more.
 * @param {Entry} entry
 * @param {string} [state] as it is after a decision that is taken back
 */
export function seen(entry, state = entry.state) {
  return { version: entry.version, state };
}

/**
 * Decides something about an entry as it was seen. Where somebody else was first, tells so and shows the card of now.
 * @param {App} app
 * @param {Entry} entry
 * @param {string} act
 * @param {object} body
 * @param {Done} [done]
 */
export async function decide(app, entry, act, body, done) {
  const answer = app.api("POST", `/contributions/${entry.id}/${act}`, body);
  const told = await answer.then(() => null, (error) => overtaken(app, entry, error));
  if (told === null || told === "") return app.run(answer, done);
  app.tell(told);
  return false;
}

/**
 * What to say where somebody else decided or edited first, with the card of now put in place; "" for another failure.
 * @param {App} app
 * @param {Entry} entry
 * @param {unknown} error
 */
export function overtaken(app, entry, error) {
  if (!(error instanceof Refusal) || error.status !== 409) return "";
  const { type = "", current } = error.problem;
  if (!/decidedOtherwise|editedMeanwhile/.test(type)) return "";
  const state = app.store.get();
  if (current) app.store.set(entryChange(state, { seq: state.seq, id: current.id, entry: current }));
  return overtakenText(app.words, entry, type, current);
}

/**
 * The card of now that came with a refusal, so that who reads it can decide again; else the one there was.
 * @param {Entry} entry
 * @param {unknown} error
 */
export function standingAfter(entry, error) {
  return (error instanceof Refusal && error.problem.current) || entry;
}

/**
 * @param {import("../common/words.js").Words} words
 * @param {Entry} entry
 * @param {string} type
 * @param {Entry | undefined} current
 */
export function overtakenText(words, entry, type, current) {
  if (!current) return words("moderation.gone");
  if (type.endsWith("editedMeanwhile")) return words("moderation.edited", { number: entry.number });
  const text = words(`moderation.now.${current.state}`, {
    number: entry.number, reason: current.holdReason ?? "", into: current.moderation.mergedInto?.number ?? "",
  });
  return `${text} ${words("moderation.stays")}`;
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
export function release(app, entry) {
  return decide(app, entry, "release", seen(entry), {
    text: app.words(`queue.${releasedWords(entry)}`, { number: entry.number }),
    undo: () => decide(app, entry, "wait", seen(entry, "released")),
  });
}

/** @param {Entry} entry */
function releasedWords(entry) {
  if (entry.needsGuardian && !entry.guardianConsent) return "releasedNoGuardian";
  return entry.consents.includes("screen") ? "released" : "releasedNoScreen";
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
export async function hold(app, entry) {
  const given = await askHoldReason(app.words, entry);
  if (given === null) return false;
  const isApart = given.ground === "confidant";
  // What only waited is not released by an undo: it would reach the screen unseen.
  const back = entry.state === "released" ? "release" : "wait";
  const mayUndo = !isApart || app.store.get().role === "facilitator";
  return decide(app, entry, "hold", { ...given, ...seen(entry) }, {
    text: app.words(isApart ? "queue.heldApart" : "queue.held", { number: entry.number }),
    ...(mayUndo ? { undo: () => takeHoldBack(app, entry, isApart ? "wait" : back) } : {}),
  });
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {string} act
 */
function takeHoldBack(app, entry, act) {
  decide(app, entry, act, seen(entry, "held"));
}

/**
 * Records that a guardian consented on paper, or that it is not so.
 * @param {App} app
 * @param {Entry} entry
 */
export function recordGuardian(app, entry) {
  const given = !entry.guardianConsent;
  return decide(app, entry, "guardian", { given, ...seen(entry) }, {
    text: app.words(given ? "queue.guardianGiven" : "queue.guardianTakenBack", { number: entry.number }),
    undo: () => decide(app, entry, "guardian", { given: !given, ...seen(entry) }),
  });
}

/**
 * Releases all of a kind that nobody has to read first, and says how many are left.
 * @param {App} app
 * @param {string} kind
 */
export async function releaseAll(app, kind) {
  const { words, api } = app;
  try {
    const { from, through, released, left } = await api("POST", "/release-all", { kind });
    const text = left > 0 ? words.count("queue.releasedLeft", left, { released })
      : words.count("queue.releasedAll", released);
    // What somebody else decided on meanwhile stays.
    const undo = () => app.run(api("POST", "/put-back", { kind, from, through }));
    await app.run(Promise.resolve(), { text, undo });
  } catch (error) {
    app.tell(explain(error, words));
  }
}
