import { explain, makeApi, Refusal } from "../console/api.js";
import { makeToasts } from "../console/toast.js";
import { byID } from "../common/dom.js";
import { follow } from "../common/stream.js";
import { pageWords } from "../common/words.js";
import { makeBoard } from "./board.js";
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
  drawMake(seating, words, (tables) => change("POST", "/propose", { tables }, words("make.done")));
  drawMix(seating, words);
  drawLate(seating, words, placeLate, pickLate);
  board.draw(seating, picked);
  drawShow(seating, words, (published) =>
    change("PUT", "/publish", { published }, words(published ? "show.done" : "show.undone")));
  drawWishes(seating, words, (offset) =>
    change("PUT", "/wishes", { wishes: seating?.wishes.filter((_, other) => other !== offset) }));
  drawAdvance(seating, words, (expected) => change("POST", "/propose", { expected }, words("make.done")));
}

/**
 * Sends a change and draws what came of it; a refusal is told and changes nothing.
 * @param {string} method
 * @param {string} path
 * @param {object} body
 * @param {string} [done] what to say
 * @param {() => void} [undo]
 */
async function change(method, path, body, done, undo) {
  if (!seating || isBusy) return false;
  isBusy = true;
  place.setAttribute("aria-busy", "true");
  try {
    take(await api(method, path, { version: seating.version, ...body }));
    if (done) toasts.show(done, "done", undo);
    return true;
  } catch (error) {
    toasts.show(explain(error, words), "problem");
    const current = error instanceof Refusal && error.status === 409
      ? /** @type {{current?: Seating}} */ (error.problem).current : undefined;
    if (current) take(current);
    return false;
  } finally {
    isBusy = false;
    place.removeAttribute("aria-busy");
  }
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
  change("POST", "/move", { badge, table }, words("board.moved", { badge, table }), undo);
}

/** @param {[number, number]} badges */
function swap(badges) {
  const [one, other] = badges;
  change("POST", "/swap", { badges }, words("board.swapped", { one, other }), () => swap(badges));
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
  change("POST", "/remove", { badge }, words("board.removed", { badge }), undo);
}

/** @param {number | null} badge */
function placeLate(badge) {
  const count = badge === null ? seating?.late.length ?? 0 : 1;
  change("POST", "/place", badge === null ? {} : { badge }, words.count("late.done", count));
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
  byID("wish-fault").textContent = fault && words(fault);
  typed.setAttribute("aria-invalid", String(Boolean(fault)));
  if (fault) return typed.focus();
  const wishes = [...(seating?.wishes ?? []), { kind: kind.value, badges }];
  if (await change("PUT", "/wishes", { wishes }, words("wishes.next"))) typed.value = "";
});

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
