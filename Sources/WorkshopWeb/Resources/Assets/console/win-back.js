import { timeOfDay } from "../common/clock.js";
import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { turnHandOver } from "./destiny.js";
import { runSheet } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").WinBack} WinBack */

/** Below this, people walking to their tables make up for it. */
export const worthwhile = 5;
const askEvery = 20000;

/**
 * Winning time back: what could be shortened to be on time again, each with what it gives; one click takes one or all.
 * @param {App} app
 */
export function winBackView(app) {
  const { store, api } = app;
  const part = byID("win-back");
  store.watch(["winBack"], ({ winBack }) => keepingFocus(part, () => {
    part.hidden = !winBack || winBack.late < worthwhile;
    replace(part, ...(winBack && !part.hidden ? panel(app, winBack) : []));
  }));
  store.watch(["runSheet"], ask);
  // What is expected moves with the clock too, while an item runs over its time.
  setInterval(async () => {
    if (document.hidden || !store.get().runSheet.some((item) => item.actualStart)) return;
    await api("GET", "/run-sheet").then((data) => store.set(runSheet(data))).catch(() => {});
  }, askEvery);

  function ask() {
    if (store.get().gathering === null) return;
    api("GET", "/win-back").then((winBack) => store.set({ winBack })).catch(() => {});
  }
}

/**
 * @param {App} app
 * @param {WinBack} winBack
 */
function panel(app, { late, until, proposals, total }) {
  const { words } = app;
  const lead = words("winBack.late", { minutes: late, title: until.title, time: timeOfDay(until.start) });
  const handOver = leaveToTeam(app);
  if (proposals.length === 0) {
    return [title(words), el("p", { text: lead }), handOver ?? el("p", { class: "soft", text: words("winBack.none") })];
  }
  return [
    title(words), el("p", { text: lead }),
    el("ul", null, ...proposals.map((proposal) => el("li", null, el("span", { dir: "auto", text: proposal.text }),
      el("button", {
        type: "button", class: "quiet", "data-key": `cut-${proposal.item}`, text: words("winBack.take", { minutes: proposal.gives }),
        "aria-label": words("winBack.takeThis", { minutes: proposal.gives, title: proposal.title }),
        on: { click: () => cut(app, [proposal]) },
      })))),
    proposals.length > 1 && el("button", {
      type: "button", class: "primary", "data-key": "cut-all", text: words("winBack.all", { minutes: total }),
      on: { click: () => cut(app, proposals) },
    }),
    total < late && el("p", { class: "soft", text: words("winBack.short", { minutes: late - total }) }),
    total < late && handOver,
    el("p", { class: "soft", text: words("winBack.kept") }),
  ];
}

/**
 * The last thing to propose: Doen goes to the ontwerpteam. Null where nothing of it lies ahead.
 * @param {App} app
 */
function leaveToTeam(app) {
  const minutes = app.store.get().winBack?.handOver;
  if (!minutes) return null;
  return el("button", {
    type: "button", class: "quiet", "data-key": "hand-over", text: app.words("winBack.handOver", { minutes }),
    on: { click: () => turnHandOver(app) },
  });
}

/** @param {import("../common/words.js").Words} words */
const title = (words) => el("h3", { text: words("winBack.title") });

/**
 * @param {App} app
 * @param {WinBack["proposals"]} proposals
 */
function cut(app, proposals) {
  const { store, api, run, words } = app;
  const cuts = proposals.map(({ item, gives }) => ({ item, minutes: gives }));
  const before = store.get().runSheet;
  const items = cuts.map(({ item }) => item);
  const earlier = before.filter(({ id, adjustedMinutes }) => items.includes(id) && adjustedMinutes !== null)
    .map(({ id, minutes, adjustedMinutes }) => ({ item: id, minutes: minutes - (adjustedMinutes ?? minutes) }));
  run(api("POST", "/win-back", { cuts }), {
    text: words("winBack.done", { minutes: cuts.reduce((sum, { minutes }) => sum + minutes, 0) }),
    undo: async () => {
      if (await run(api("POST", "/win-back", { cuts: [], restore: items })) && earlier.length > 0) {
        run(api("POST", "/win-back", { cuts: earlier }));
      }
    },
  });
}

/**
 * Gives items their planned length again.
 * @param {App} app
 * @param {string[]} items
 */
export function restore({ store, api, run, words }, items) {
  const cuts = store.get().runSheet.filter(({ id, adjustedMinutes }) => items.includes(id) && adjustedMinutes !== null)
    .map(({ id, minutes, adjustedMinutes }) => ({ item: id, minutes: minutes - (adjustedMinutes ?? minutes) }));
  run(api("POST", "/win-back", { cuts: [], restore: items }), {
    text: words("winBack.restored"), undo: () => run(api("POST", "/win-back", { cuts })),
  });
}
