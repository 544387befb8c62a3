import { localTime, timeOfDay } from "../common/clock.js";
import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { tabAfter } from "./tabs.js";
import { restore } from "./win-back.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").RunSheetItem} RunSheetItem */

/**
 * How far the day is from its plan, in words.
 * @param {number} drift minutes, above 0 where late
 * @param {import("../common/words.js").Words} words
 */
export function driftText(drift, words) {
  if (drift === 0) return words("drift.none");
  return words(drift > 0 ? "drift.late" : "drift.early", { minutes: Math.abs(drift) });
}

/**
 * The draaiboek: planned and actual times; opening an item opens its step and its scene.
 * @param {App} app
 */
export function runSheetView(app) {
  const list = byID("runsheet");
  list.addEventListener("keydown", moveByArrow);
  app.store.watch(["runSheet"], ({ runSheet }) => keepingFocus(list, () => {
    replace(list, ...runSheet.map((item) => row(app, item)));
  }));
  app.store.watch(["drift"], ({ drift }) => {
    const node = byID("drift");
    node.textContent = driftText(drift, app.words);
    node.dataset.drift = drift > 5 ? "late" : drift < -5 ? "early" : "none";
  });
  app.store.watch(["steps"], ({ steps }) => keepingFocus(byID("steps"), () => {
    replace(byID("steps"), ...steps.map((step) => stepRow(app, step)));
  }));
}

/**
 * @param {App} app
 * @param {RunSheetItem} item
 */
function row(app, item) {
  const { words } = app;
  const state = item.open ? "now" : item.actualStart ? "done" : item.isSkipped ? "skipped" : "later";
  return el("li", { class: `item ${state} phase-${item.phase}` },
    el("button", {
      type: "button", class: "open-item", "data-key": `item-${item.id}`, "aria-current": item.open ? "step" : null,
      on: { click: () => openItem(app, item) },
    },
    el("span", { class: "planned", text: timeOfDay(item.start) }),
    el("span", { class: "title" }, el("span", { text: item.title }), times(app, item)),
    item.isProtected && el("span", { class: "anchor", title: words("runsheet.protected"), text: "⚓" },
      el("span", { class: "unseen", text: words("runsheet.protected") }))),
    item.open && openDetails(app, item),
    item.adjustedMinutes !== null && !item.actualStart && el("button", {
      type: "button", class: "quiet restore", "data-key": `restore-${item.id}`,
      text: words("runsheet.restore", { minutes: item.minutes }), on: { click: () => restore(app, [item.id]) },
    }));
}

/**
 * @param {App} app
 * @param {RunSheetItem} item
 */
function times({ words }, item) {
  return el("small", { text: timesText(item, words) });
}

/**
 * What is known of an item's times besides its plan: how it went, or how long it takes and when it is expected.
 * @param {RunSheetItem} item
 * @param {import("../common/words.js").Words} words
 */
export function timesText(item, words) {
  const { minutes, adjustedMinutes, expectedStart } = item;
  const start = localTime(item.actualStart);
  const shorter = adjustedMinutes === null ? "" : words("runsheet.adjusted", { minutes: adjustedMinutes, planned: minutes });
  if (start) {
    const ran = words(item.actualEnd ? "runsheet.was" : "runsheet.since", { start, end: localTime(item.actualEnd) });
    return [ran, shorter].filter(Boolean).join(" · ");
  }
  if (item.isSkipped) return words("runsheet.skipped");
  const isMoved = expectedStart !== null && expectedStart !== item.start;
  return [shorter || words("runsheet.minutes", { minutes }),
    isMoved && words("runsheet.expected", { time: timeOfDay(expectedStart) })].filter(Boolean).join(" · ");
}

/**
 * @param {App} app
 * @param {RunSheetItem} item
 */
function openDetails(app, item) {
  return el("div", { class: "now-details" },
    el("p", { text: item.goal, dir: "auto" }),
    el("p", { class: "soft", text: item.grouping, dir: "auto" }),
    el("button", {
      type: "button", class: "quiet", "data-key": "close-item", text: app.words("runsheet.close"),
      on: { click: () => closeItem(app, item) },
    }));
}

/**
 * @param {App} app
 * @param {RunSheetItem} item
 */
function openItem(app, item) {
  if (item.open) return;
  const before = app.store.get().runSheet.find((other) => other.open);
  app.run(app.api("POST", `/items/${item.id}/open`), {
    text: app.words("runsheet.opened", { title: item.title }),
    undo: () => app.run(app.api("POST", before ? `/items/${before.id}/open` : `/items/${item.id}/close`)),
  });
}

/**
 * @param {App} app
 * @param {RunSheetItem} item
 */
function closeItem(app, item) {
  app.run(app.api("POST", `/items/${item.id}/close`), {
    text: app.words("runsheet.closed", { title: item.title }),
    undo: () => app.run(app.api("POST", `/items/${item.id}/open`)),
  });
}

/**
 * @param {App} app
 * @param {{id: string, name: string, phase: string, open: boolean}} step
 */
function stepRow(app, step) {
  const turn = step.open ? "close" : "open";
  return el("li", { class: `phase-${step.phase}` },
    el("label", { class: "switch" },
      el("input", {
        type: "checkbox", role: "switch", checked: step.open, "data-key": `step-${step.id}`,
        on: {
          change: async (/** @type {{target: HTMLInputElement}} */ { target }) => {
            if (!(await app.run(app.api("POST", `/steps/${step.id}/${turn}`)))) target.checked = step.open;
          },
        },
      }),
      el("span", { text: step.name })));
}

/** @param {KeyboardEvent} event */
function moveByArrow(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = /** @type {HTMLElement[]} */ ([...byID("runsheet").querySelectorAll(".open-item")]);
  const next = tabAfter(event.key, buttons.findIndex((button) => button === document.activeElement), buttons.length);
  if (next === null) return;
  event.preventDefault();
  buttons[next].focus();
}
