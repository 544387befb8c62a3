/** @typedef {import("./model.js").ConsoleSnapshot} ConsoleSnapshot */
/** @typedef {import("./model.js").Entry} Entry */

/** @typedef {ConsoleSnapshot & {roomAt: number}} DayState */

/** The events of the console's stream. */
export const events = ["room", "entry", "themes", "themeHistory", "spreads", "scan", "runSheet", "participation", "coverage",
  "destiny", "join", "gone"];

/**
 * @param {ConsoleSnapshot} snapshot
 * @param {number} now on the page's own monotonic clock, in milliseconds
 * @returns {DayState}
 */
export function begin(snapshot, now) {
  return { ...withOpenStep(snapshot), roomAt: now };
}

/**
 * What an event changes; parts it does not name stay the same objects, so that only their own views redraw.
 * @param {DayState} state
 * @param {string} name
 * @param {any} data
 * @param {number} seq
 * @param {number} now
 * @returns {Partial<DayState>}
 */
export function change(state, name, data, seq, now) {
  const next = { seq: Math.max(state.seq, seq) };
  if (name === "room") return { ...next, ...openStep(state, data), room: data, roomAt: now };
  if (name === "entry") return { ...next, contributions: withEntry(state.contributions, data) };
  if (name === "gone") return { ...next, contributions: state.contributions.filter(({ id }) => id !== data.id) };
  if (name === "themes") return { ...next, themes: data };
  if (name === "themeHistory") return { ...next, themeHistory: data };
  if (name === "spreads") return { ...next, spreads: data };
  if (name === "scan") return { ...next, scan: data };
  if (name === "join") return { ...next, join: data };
  if (name === "runSheet") return { ...next, ...runSheet(data) };
  if (name === "participation") return { ...next, participation: { ...state.participation, ...data } };
  if (name === "coverage") return { ...next, coverage: data };
  if (name === "destiny") return { ...next, destiny: data };
  return next;
}

/**
 * The entries with one put in, by number; an older version never replaces a newer one.
 * @param {Entry[]} entries
 * @param {Entry} entry
 */
export function withEntry(entries, entry) {
  const old = entries.findIndex((other) => other.id === entry.id);
  if (old >= 0 && entries[old].version > entry.version) return entries;
  if (old >= 0) return entries.map((other, index) => (index === old ? entry : other));
  return [...entries, entry].sort((one, other) => one.number - other.number);
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
