import { withoutQuoteOf } from "../common/quote.js";
import { countByState } from "./filter.js";
import { remember, withChange } from "./queue-list.js";
import { withCard } from "./theme-board.js";
import { withWhole } from "./whole.js";

/** @typedef {import("./model.js").ConsoleSnapshot} ConsoleSnapshot */
/** @typedef {import("./app.js").QueueFilter} QueueFilter */

/**
 * The day as the server tells it: of what was told only the part of the queue that is here, and the cards of the board
 * once it was opened.
 * @typedef {ConsoleSnapshot & {roomAt: number, more: boolean, recent: import("./queue-list.js").Change[],
 *   cards: import("./model.js").Card[] | null, whole: import("./whole.js").Whole}} DayState
 */

/** The events of the console's stream. */
export const events = ["room", "entry", "gone", "counts", "anew", "themes", "themeHistory", "spreads", "spread", "scan",
  "runSheet", "participation", "coverage", "destiny", "join"];

/**
 * @param {ConsoleSnapshot} snapshot
 * @param {number} now on the page's own monotonic clock, in milliseconds
 * @returns {DayState}
 */
export function begin(snapshot, now) {
  const { counts, contributions } = snapshot;
  const more = countByState(counts, "").waiting > contributions.length;
  return { ...withOpenStep(snapshot), roomAt: now, more, recent: [], cards: null, whole: {} };
}

/**
 * What an event changes; parts it does not name stay the same objects, so that only their own views redraw.
 * @param {DayState & {filter: QueueFilter}} state
 * @param {string} name
 * @param {any} data
 * @param {number} seq
 * @param {number} now
 * @returns {Partial<DayState>}
 */
export function change(state, name, data, seq, now) {
  const next = { seq: Math.max(state.seq, seq) };
  if (name === "room") return { ...next, ...openStep(state, data), room: data, roomAt: now };
  if (name === "entry") return { ...next, ...entryChange(state, { seq, id: data.id, entry: data }) };
  if (name === "gone") return { ...next, ...entryChange(state, { seq, id: data.id, entry: null }) };
  if (name === "counts") return { ...next, counts: data };
  if (name === "themes") return { ...next, themes: data };
  if (name === "themeHistory") return { ...next, themeHistory: data };
  if (name === "spreads") return { ...next, spreads: data };
  if (name === "spread") return { ...next, spreads: withSpread(state.spreads, data) };
  if (name === "scan") return { ...next, scan: data };
  if (name === "join") return { ...next, join: data };
  if (name === "runSheet") return { ...next, ...runSheet(data) };
  if (name === "participation") return { ...next, participation: { ...state.participation, ...data } };
  if (name === "coverage") return { ...next, coverage: data };
  if (name === "destiny") return { ...next, destiny: data };
  return next;
}

/**
 * An entry that came or went: in the queue, where its filter lets it through, and on the board.
 * @param {DayState & {filter: QueueFilter}} state
 * @param {import("./queue-list.js").Change} change
 */
export function entryChange(state, change) {
  const list = withChange(state, change, state.filter);
  const isGone = !change.entry || change.entry.state === "withdrawn";
  return {
    contributions: isGone ? withoutQuoteOf(list.contributions, change.id) : list.contributions, more: list.more,
    recent: remember(isGone ? unquoted(state.recent, change.id) : state.recent, change),
    cards: state.cards && withCard(state.cards, change.id, change.entry), whole: withWhole(state.whole, change),
  };
}

/**
 * What came by the stream, without the words of a story that went.
 * @param {import("./queue-list.js").Change[]} recent
 * @param {string} story
 */
function unquoted(recent, story) {
  return recent.map((change) => (change.entry
    ? { ...change, entry: withoutQuoteOf([change.entry], story)[0] } : change));
}

/**
 * @param {DayState["spreads"]} spreads
 * @param {DayState["spreads"][number]} spread
 */
function withSpread(spreads, spread) {
  const isKnown = spreads.some(({ proposal }) => proposal === spread.proposal);
  return isKnown ? spreads.map((one) => (one.proposal === spread.proposal ? spread : one)) : [...spreads, spread];
}

/**
 * The room says which step is open; the list of steps follows.
 * @param {DayState} state
 * @param {DayState["room"]} room
 */
function openStep(state, room) {
  return state.room.step === room.step ? {} : { steps: marked(state.steps, room.step) };
}

/** @param {ConsoleSnapshot} snapshot */
function withOpenStep(snapshot) {
  return { ...snapshot, steps: marked(snapshot.steps, snapshot.room.step) };
}

/**
 * @param {ConsoleSnapshot["steps"]} steps
 * @param {string | null} open
 */
function marked(steps, open) {
  return steps.map((step) => ({ ...step, open: step.id === open }));
}

/**
 * The draaiboek as it comes by itself, with the gatherings it was chosen from.
 * @param {any} data
 * @returns {Pick<DayState, "gathering" | "gatherings" | "runSheet" | "drift">}
 */
export function runSheet({ gathering, gatherings, items, drift }) {
  return { gathering, gatherings, runSheet: items, drift };
}
