import { byID, el, replace } from "../common/dom.js";
import { commandFor, focusKind } from "./keys.js";
import { holdSelected, move, releaseSelected } from "./queue.js";
import { mayUseKey } from "./role.js";
import { showScene, toggleBlank, toggleTimer } from "./room.js";

/** @typedef {import("./app.js").App} App */

const listed = ["p", "b", "j", "k", "r", "h", "1", "?"];

/**
 * Keys for everything frequent; "?" shows the list.
 * @param {App} app
 */
export function liveKeys(app) {
  const dialog = /** @type {HTMLDialogElement} */ (byID("help-dialog"));
  replace(byID("key-list"), ...listed.flatMap((key) => [
    el("dt", null, el("kbd", { text: app.words(`keys.${key}.key`) })), el("dd", { text: app.words(`keys.${key}.text`) }),
  ]));
  byID("help").addEventListener("click", () => dialog.showModal());
  const act = {
    timer: () => toggleTimer(app),
    blank: () => toggleBlank(app),
    next: () => move(app, 1),
    previous: () => move(app, -1),
    release: () => releaseSelected(app),
    hold: () => holdSelected(app),
    help: () => dialog.showModal(),
    scene: (/** @type {number | undefined} */ value) => showScene(app, app.store.get().scenes[value ?? 0]?.id),
  };
  document.addEventListener("keydown", (event) => {
    if (event.repeat || document.querySelector("dialog[open]")) return;
    const { key, ctrlKey, altKey, metaKey } = event;
    const command = commandFor({ key, ctrlKey, altKey, metaKey, on: focusKind(event.target) });
    if (!command || !mayUseKey(app, command.name)) return;
    event.preventDefault();
    act[command.name](command.value);
  });
}
