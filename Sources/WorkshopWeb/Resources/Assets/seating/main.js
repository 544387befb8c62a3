import { explain, makeApi, Refusal } from "../console/api.js";
import { makeToasts } from "../console/toast.js";
import { byID } from "../common/dom.js";
import { follow } from "../common/stream.js";
import { pageWords } from "../common/words.js";
import { makeBoard } from "./board.js";
import { tellCounts } from "./counts.js";
import { drawAdvance, drawLate, drawMake, drawMix, drawShow, drawWishes } from "./panels.js";
import { badgesIn, chooseBadge, chooseTable, tableOf } from "./picking.js";

/** @typedef {import("./model.js").Seating} Seating */

const place = byID("seating");
const base = `/api/console/${encodeURIComponent(place.dataset.traject ?? "")}`;
const api = makeApi(`${base}/seating/${encodeURIComponent(place.dataset.gathering ?? "")}`);
const words = pageWords();
/** The word between the last two badges of a list. */
const and = words("and", { first: "", last: "" }).trim();
const toasts = makeToasts(words);
const board = makeBoard({ words, onBadge, onTable, onRemove });

/** @type {Seating | null} */
let seating = null;
/** @type {number | null} */
let picked = null;
let isBusy = false;

/** @param {Seating} next */
function take(next) {
  seating = next;
  if (picked !== null && tableOf(next, picked) === null && !next.late.includes(picked)) picked = null;
  draw();
}

function draw() {
  if (!seating) return;
  byID("board-card").hidden = seating.tables.length === 0;
  drawMake(seating, words, (tables) => change("POST", "/propose", { tables }, { done: words("make.done") }));
  drawMix(seating, words);
  drawLate(seating, words, placeLate, pickLate);
  board.draw(seating, picked);
  drawShow(seating, words, (published) =>
    change("PUT", "/publish", { published }, { done: words(published ? "show.done" : "show.undone") }));
  drawWishes(seating, words, (offset) =>
    change("PUT", "/wishes", { wishes: seating?.wishes.filter((_, other) => other !== offset) }));
  drawAdvance(seating, words, (expected) =>
    change("POST", "/propose", { expected }, { done: words("make.done"), refused: (error) => tellCounts(fieldsOf(error)) }));
}

/**
 * Sends a change and draws what came of it; a refusal is told and changes nothing.
 * @param {string} method
 * @param {string} path
 * @param {object} body
 * @param {{done?: string, undo?: () => void, refused?: (error: unknown) => boolean}} [then] what to say, the way back,
 *   and what tells a refusal where it belongs; false where it belongs nowhere
 */
async function change(method, path, body, then = {}) {
  const { done, undo, refused } = then;
  if (!seating || isBusy) return false;
  isBusy = true;
  place.setAttribute("aria-busy", "true");
  try {
    take(await api(method, path, { version: seating.version, ...body }));
    if (done) toasts.show(done, "done", undo);
    return true;
  } catch (error) {
    if (!refused?.(error)) toasts.show(explain(error, words), "problem");
    const current = error instanceof Refusal && error.status === 409
      ? /** @type {{current?: Seating}} */ (error.problem).current : undefined;
    if (current) take(current);
    return false;
  } finally {
    isBusy = false;
    place.removeAttribute("aria-busy");
  }
}

/**
 * What is wrong with the fields of a refused change, by name.
 * @param {unknown} error
 */
function fieldsOf(error) {
  return error instanceof Refusal && error.status === 422 ? error.problem.fields ?? {} : {};
}

/** @param {import("./picking.js").Deed} deed */
function act(deed) {
  if (!seating) return;
  picked = deed.do === "pick" ? deed.badge : null;
  draw();
  if (deed.do === "pick") byID("said").textContent = words("board.picked", { badge: deed.badge });
  if (deed.do === "move") move(deed.badge, deed.table);
  if (deed.do === "swap") swap(deed.badges);
}

/**
 * @param {number} badge
 * @param {number} table
 */
function move(badge, table) {
  const before = seating && tableOf(seating, badge);
  const undo = before === null ? undefined : () => move(badge, before);
  change("POST", "/move", { badge, table }, { done: words("board.moved", { badge, table }), undo });
}

/** @param {[number, number]} badges */
function swap(badges) {
  const [one, other] = badges;
  change("POST", "/swap", { badges }, { done: words("board.swapped", { one, other }), undo: () => swap(badges) });
}

/**
 * @param {number} badge
 * @param {number} [dragged]
 */
function onBadge(badge, dragged) {
  if (seating) act(chooseBadge(seating, dragged ?? picked, badge));
}

/**
 * @param {number} table
 * @param {number} [dragged]
 */
function onTable(table, dragged) {
  if (seating) act(chooseTable(seating, dragged ?? picked, table));
}

/** @param {number} badge */
function onRemove(badge) {
  picked = null;
  const before = seating && tableOf(seating, badge);
  const undo = before === null ? undefined : () => move(badge, before);
  change("POST", "/remove", { badge }, { done: words("board.removed", { badge }), undo });
}

/** @param {number | null} badge */
function placeLate(badge) {
  const count = badge === null ? seating?.late.length ?? 0 : 1;
  change("POST", "/place", badge === null ? {} : { badge }, { done: words.count("late.done", count) });
}

/** @param {number} badge */
function pickLate(badge) {
  act(picked === badge ? { do: "drop" } : { do: "pick", badge });
  byID("board-card").scrollIntoView({ block: "start" });
}

byID("find").addEventListener("submit", (event) => {
  event.preventDefault();
  const input = /** @type {HTMLInputElement} */ (byID("find-badge"));
  const badge = badgesIn(input.value, and)?.[0];
  const table = seating && badge !== undefined ? tableOf(seating, badge) : null;
  if (badge === undefined || table === null) {
    toasts.show(words("board.notFound", { badge: input.value }), "problem");
    return;
  }
  byID("said").textContent = words("board.found", { badge, table });
  board.focus(badge);
});

byID("wish-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [kind, typed] = [byID("wish-kind"), byID("wish-badges")].map((input) =>
    /** @type {HTMLInputElement} */ (input));
  const badges = badgesIn(typed.value, and);
  const least = kind.value === "shareLanguage" ? 1 : 2;
  const fault = !badges || badges.length === 0 ? "wishes.faulty" : badges.length < least ? "wishes.tooFew" : "";
  if (tellWish(typed, fault && words(fault))) return;
  const wishes = [...(seating?.wishes ?? []), { kind: kind.value, badges }];
  /** @param {unknown} error */
  const refused = (error) => error instanceof Refusal && error.status === 422 && tellWish(typed, wishFault(error));
  if (await change("PUT", "/wishes", { wishes }, { done: words("wishes.next"), refused })) typed.value = "";
});

/** @param {Refusal} error */
function wishFault(error) {
  return Object.values(fieldsOf(error))[0] ?? explain(error, words);
}

/**
 * Says at the field of a wish what is wrong with it; false where nothing is.
 * @param {HTMLInputElement} input
 * @param {string} fault
 */
function tellWish(input, fault) {
  byID("wish-fault").textContent = fault;
  input.setAttribute("aria-invalid", String(fault !== ""));
  if (fault) input.focus();
  return fault !== "";
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && picked !== null) act({ do: "drop" });
});

async function begin() {
  take(await api("GET", ""));
  return seating?.seq ?? 0;
}

let soon = 0;
follow({
  url: `${base}/events`,
  events: ["seating", "participation"],
  begin,
  receive: (name, data) => {
    if (name === "seating" && data.gathering !== place.dataset.gathering) return;
    clearTimeout(soon);
    // Five hundred people check in within a minute; the page looks once a second.
    soon = window.setTimeout(() => { if (!isBusy) begin().catch(() => {}); }, 1000);
  },
  connection: (isConnected) => { byID("line").hidden = isConnected; },
});
