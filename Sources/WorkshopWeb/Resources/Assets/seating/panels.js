import { byID, el, replace } from "../common/dom.js";
import { countField, countsIn, mostExpected, readCounts, tellCounts } from "./counts.js";

/** @typedef {import("./model.js").Seating} Seating */
/** @typedef {import("../common/words.js").Words} Words */

/**
 * Who is there, and the button that divides them.
 * @param {Seating} seating
 * @param {Words} words
 * @param {(tables: number | null) => void} propose
 */
export function drawMake(seating, words, propose) {
  const kept = /** @type {HTMLSelectElement | null} */ (document.getElementById("table-count"))?.value ?? "";
  const range = Array.from({ length: seating.most - seating.fewest + 1 }, (_, offset) => seating.fewest + offset);
  const count = el("select", { id: "table-count", "data-key": "count" },
    el("option", { value: "", text: words("make.auto", { from: seating.fewest, to: seating.most }) }),
    ...range.map((tables) => el("option", { value: String(tables), text: words.count("make.count", tables) })));
  if (range.includes(Number(kept))) count.value = kept;
  const isAgain = seating.tables.length > 0;
  const ask = () => propose(Number(count.value) || null);
  replace(byID("make"),
    el("p", { class: "present", text: words.count("now.present", seating.present) }),
    seating.withoutBadge > 0 && el("p", { class: "warning",
      text: words.count("now.withoutBadge", seating.withoutBadge) }),
    seating.doubled.length > 0 && el("p", { class: "warning",
      text: words.count("now.doubled", seating.doubled.length, { badges: seating.doubled.join(", ") }) }),
    el("p", { class: "field" }, el("label", { for: "table-count", text: words("make.tables") }), count),
    el("p", { class: "actions" }, isAgain
      ? sureButton(words("make.again"), words("make.sure"), ask)
      : el("button", { type: "button", class: "primary", text: words("make.first"), "data-key": "propose",
        on: { click: ask } })));
}

/**
 * A button that asks once more before it does what cannot be done back.
 * @param {string} text
 * @param {string} question
 * @param {() => void} act
 */
function sureButton(text, question, act) {
  let isAsked = false;
  const button = el("button", { type: "button", class: "quiet", text, "data-key": "propose" });
  button.addEventListener("click", () => {
    if (isAsked) return act();
    isAsked = true;
    button.textContent = question;
    button.classList.add("sure");
    setTimeout(() => {
      isAsked = false;
      button.textContent = text;
      button.classList.remove("sure");
    }, 5000);
  });
  return button;
}

/**
 * How well it is mixed: a word, what that means at a table, and the figure beside that of drawing lots.
 * @param {Seating} seating
 * @param {Words} words
 */
export function drawMix({ mix }, words) {
  byID("mix-card").hidden = !mix;
  if (!mix) return;
  const worst = Math.max(mix.objective, mix.byLot, 0.001);
  const bar = (/** @type {string} */ name, /** @type {number} */ value) => {
    const node = el("span", { class: `bar ${name}` });
    node.style.width = `${Math.round((value / worst) * 100)}%`;
    return node;
  };
  replace(byID("mix"),
    el("p", { class: `verdict ${mix.level}`, text: mix.text }),
    el("div", { class: "bars", "aria-hidden": "true" }, bar("ours", mix.objective), bar("lot", mix.byLot)),
    el("p", { class: "soft", text: words("mix.figure", { ours: decimal(mix.objective), lot: decimal(mix.byLot) }) }));
}

/** @param {number} value */
function decimal(value) {
  return value.toFixed(2).replace(".", ",");
}

/**
 * Who came late, each with a button for a seat.
 * @param {Seating} seating
 * @param {Words} words
 * @param {(badge: number | null) => void} place
 * @param {(badge: number) => void} pick
 */
export function drawLate({ late, tables }, words, place, pick) {
  byID("late-card").hidden = tables.length === 0;
  if (late.length === 0) return replace(byID("late"), el("p", { class: "soft", text: words("late.none") }));
  replace(byID("late"),
    el("p", { class: "soft", text: words("late.help") }),
    el("div", { class: "duos" }, ...late.map((badge) => el("button", {
      type: "button", class: "seat", text: String(badge), "aria-label": words("board.badge", { badge }),
      "data-key": String(badge), on: { click: () => pick(badge) },
    }))),
    el("p", { class: "actions" }, el("button", {
      type: "button", class: "primary", text: words(late.length === 1 ? "late.place" : "late.all"),
      on: { click: () => place(null) },
    })));
}

/**
 * The switch that shows the tables to the room.
 * @param {Seating} seating
 * @param {Words} words
 * @param {(isShown: boolean) => void} show
 */
export function drawShow({ published, tables }, words, show) {
  byID("show-card").hidden = tables.length === 0;
  replace(byID("show"),
    el("p", { class: published ? "notice" : "soft", text: words(published ? "show.isOn" : "show.isOff") }),
    el("p", { class: "actions" }, el("button", {
      type: "button", class: published ? "quiet" : "primary", text: words(published ? "show.off" : "show.on"),
      on: { click: () => show(!published) },
    })));
}

/**
 * The wishes, each with whether the tables keep it.
 * @param {Seating} seating
 * @param {Words} words
 * @param {(offset: number) => void} remove
 */
export function drawWishes({ wishes, tables }, words, remove) {
  const items = wishes.map(({ text, broken }, offset) => el("li", { class: broken ? "broken" : "" },
    el("span", { text }),
    tables.length > 0 && el("small", { class: broken ? "fault" : "", text: words(broken ? "wishes.broken" : "wishes.kept") }),
    el("button", {
      type: "button", class: "quiet chip", text: words("wishes.remove"), on: { click: () => remove(offset) },
      "aria-label": words("wishes.removeThis", { wish: text }),
    })));
  replace(byID("wishes"), ...(items.length > 0 ? items : [el("li", { class: "soft", text: words("wishes.none") })]));
}

/**
 * How many are expected per group, and the badges to hand out to each.
 * @param {Seating} seating
 * @param {Words} words
 * @param {(expected: Record<string, number>) => void} propose
 */
export function drawAdvance({ handouts, version }, words, propose) {
  const form = /** @type {HTMLFormElement} */ (byID("advance"));
  // What is being typed stays, until the tables themselves changed.
  if (form.dataset.version !== String(version)) {
    form.dataset.version = String(version);
    const filled = countsOf(handouts);
    const isFromRecruitment = filled.some((count, index) => count !== handouts[index]?.count);
    replace(form, isFromRecruitment && el("p", { class: "soft wide", text: words("advance.confirmed") }),
      ...handouts.map((handout, index) => countField(handout, filled[index] ?? 0)), el("p", { class: "actions" },
      el("button", { class: "quiet", text: words("advance.submit") }),
      handouts.some(({ count }) => count > 0) && el("button", {
        type: "button", class: "quiet", text: words("advance.stop"), on: { click: () => propose({}) },
      })));
    form.onsubmit = (event) => {
      event.preventDefault();
      const { counts, faults } = readCounts(countsIn(form), words("advance.faulty", { most: mostExpected }));
      if (!tellCounts(faults)) propose(counts);
    };
  }
  const stacks = handouts.filter(({ badges }) => badges.length > 0);
  replace(byID("handouts"), ...(stacks.length === 0 ? [] : [
    el("h3", { text: words("advance.handouts") }), el("p", { class: "soft", text: words("advance.handoutsHelp") }),
    el("dl", { class: "stacks" }, ...stacks.map(({ label, badges }) => el("div", null,
      el("dt", { text: `${label} (${badges.length})` }), el("dd", { text: badges.join(", ") })))),
  ]));
}

/**
 * The counts a form begins with: those the tables were made from, and before that who confirmed in recruitment.
 * @param {Pick<import("./model.js").Handout, "count" | "confirmed">[]} handouts
 * @returns {number[]}
 */
export function countsOf(handouts) {
  const isMade = handouts.some(({ count }) => count > 0);
  return handouts.map(({ count, confirmed }) => isMade ? count : confirmed);
}
