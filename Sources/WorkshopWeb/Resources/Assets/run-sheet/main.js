import { byID, el, replace } from "../common/dom.js";
import { follow } from "../common/stream.js";
import { pageWords } from "../common/words.js";
import { explain, makeApi } from "../console/api.js";
import { makeStore } from "../console/store.js";
import { makeToasts } from "../console/toast.js";
import { makeActs } from "./acts.js";
import { checksView } from "./checks.js";
import { conflictView } from "./conflict.js";
import { copyView } from "./copy.js";
import { detailsView } from "./details.js";
import { historyView } from "./history.js";
import { hoursView } from "./hours.js";
import { pageCommand } from "./keys.js";
import { lightView } from "./light.js";
import { livePointer } from "./pointer.js";
import { begin } from "./state.js";
import { makeSync } from "./sync.js";
import { timelineView } from "./timeline.js";

/** @typedef {import("./editor.js").Editor} Editor */
/** @typedef {import("./model.js").Pending} Pending */

const words = pageWords();
const toasts = makeToasts(words);
const traject = encodeURIComponent(document.body.dataset.traject ?? "");
const gathering = encodeURIComponent(byID("editor").dataset.gathering ?? "");
const root = `/api/console/${traject}`;
const api = makeApi(root);
const sheetAPI = makeApi(`${root}/run-sheets/${gathering}`);
/** A tab of its own keeps its own: two tabs would each send what the other left. */
const place = `draaiboek:${traject}/${gathering}`;
/** A frame or so, in milliseconds: first the screen shows an edit, then the line and the disk hear of it. */
const afterFrame = 20;
const listed = ["choose", "move", "stretch", "skip", "add", "remove", "open", "undo", "redo"];

// The lists and the names of fields stand in the page, in the catalogue's words.
const names = new Map([...document.querySelectorAll("select[data-choice]")].flatMap((list) =>
  [...list.querySelectorAll("option")].map((option) =>
    /** @type {const} */ ([`${list.getAttribute("data-choice")} ${option.value}`, option.text]))));
const labels = new Map([...document.querySelectorAll("[data-label]")].map((label) =>
  /** @type {const} */ ([label.getAttribute("data-label") ?? "", label.textContent ?? ""])));

const tell = (/** @type {unknown} */ error) => toasts.show(explain(error, words), "problem");
const note = (/** @type {string} */ text) => toasts.show(text, "problem");
/** @type {import("./sync.js").Sync | null} */
let sync = null;

/** @param {import("./model.js").SheetView} view */
function start(view) {
  const store = makeStore(begin(view, left()));
  const made = makeSync({
    api: sheetAPI, store, keep, tell, note, words, later: (run, milliseconds) => setTimeout(run, milliseconds),
    soon: (run) => setTimeout(run, afterFrame),
  });
  sync = made;
  /** @type {Editor} */
  const editor = {
    store, sync: made, words, api, tell, note,
    labelOf: (field) => labels.get(field) ?? field,
    nameOf: (field, id) => names.get(`${field} ${id}`) ?? id,
  };
  /** @type {{open: (isNew: boolean) => void, help: () => void}} */
  const page = { open: () => {}, help: () => byID("keys").scrollIntoView({ block: "nearest" }) };
  const acts = makeActs(editor, { open: (isNew) => page.open(isNew), help: () => page.help() });
  const timeline = timelineView(editor, acts);
  const details = detailsView(editor, acts);
  const back = () => {
    details.close();
    timeline.focus(store.get().chosen ?? "");
  };
  page.open = details.open;
  byID("details-close").addEventListener("click", back);
  byID("add").addEventListener("click", acts.add);
  for (const view of [historyView, hoursView, lightView, copyView]) view(editor);
  checksView(editor, timeline.focus);
  conflictView(editor);
  livePointer(editor, timeline.nodeOf);
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && byID("details").contains(/** @type {Node} */ (event.target))) back();
    const isTyping = event.target instanceof Element && event.target.matches("input:not([type=checkbox]), textarea");
    const command = isTyping ? null : pageCommand(event);
    if (!command) return;
    event.preventDefault();
    acts[command]();
  });
  addEventListener("pagehide", () => {
    // What is still being typed is kept with the rest.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    keep(store.get().pending);
  });
  addEventListener("online", () => made.retry());
  made.start();
  document.body.classList.add("ready");
}

/** @param {Pending[]} pending */
function keep(pending) {
  try {
    sessionStorage.setItem(place, JSON.stringify(pending));
  } catch {
    // A browser that keeps nothing still sends.
  }
}

/** @returns {Pending[]} */
function left() {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]");
  } catch {
    return [];
  }
}

replace(byID("key-list"), ...listed.flatMap((key) => [
  el("dt", null, ...words(`keys.${key}.keys`).split(" ").map((one) => el("kbd", { text: one }))),
  el("dd", { text: words(`keys.${key}.text`) }),
]));
if (matchMedia("(max-width: 1000px)").matches) byID("keys").removeAttribute("open");

follow({
  url: `${root}/events`,
  events: ["runSheet"],
  begin: async () => {
    if (!sync) start(await sheetAPI("GET", ""));
    return null;
  },
  receive: () => void sync?.refetch().catch(() => {}),
  connection: (connected) => {
    byID("line").hidden = connected;
    // Between the sheet and the stream, or while the line was down, something may have changed.
    if (connected) sync?.refetch().catch(() => {}).then(() => sync?.retry());
  },
});
