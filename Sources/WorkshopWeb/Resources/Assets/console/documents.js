import { dayText } from "../common/clock.js";
import { byID, el, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */

/** @type {{kind: string, formats: string[]}[]} */
const kinds = [
  { kind: "report", formats: ["html", "pdf", "docx"] },
  { kind: "follow-up", formats: ["html", "pdf", "docx", "ics"] },
];
const letters = ["thanks", "invitation"];

/**
 * The documents of the day, and texts to send with them.
 * @param {App} app
 */
export function documentsView(app) {
  const keep = /** @type {HTMLInputElement} */ (byID("keep-export"));
  const draw = () => {
    const { traject } = app.store.get();
    replace(byID("documents"), ...kinds.map(({ kind, formats }) => el("li", { class: "document" },
      el("div", null, el("h3", { text: app.words(`documents.${kind}`) }),
        el("p", { class: "soft", text: app.words(`documents.${kind}-help`) })),
      el("p", { class: "formats" }, ...formats.map((format) => el("a", {
        class: "chip", href: address(traject.id, kind, format, keep.checked), target: "_blank", rel: "noopener",
        text: app.words(`documents.${format}`),
        "aria-label": `${app.words(`documents.${kind}`)}: ${app.words(`documents.${format}`)}`,
      }))))));
    replace(byID("letters"), ...letters.map((letter) => letterPart(app, letter)));
  };
  keep.addEventListener("change", draw);
  app.store.watch(["traject"], draw);
}

/**
 * @param {string} traject
 * @param {string} kind
 * @param {string} format
 * @param {boolean} keep also writes it beside the other exports
 */
export function address(traject, kind, format, keep) {
  return `/begeleider/${encodeURIComponent(traject)}/documenten/${kind}.${format}${keep ? "?bewaar=1" : ""}`;
}

/**
 * @param {App} app
 * @param {string} letter
 */
function letterPart({ store, words, language }, letter) {
  const { traject } = store.get();
  const followUp = traject.followUp?.date;
  const text = el("textarea", {
    rows: "8", id: `letter-${letter}`,
    value: words(`letters.${letter}.text`, {
      house: traject.house, date: dayText(traject.date, language),
      followUp: followUp ? dayText(followUp, language) : words("letters.noDate"),
      place: traject.followUp?.place || traject.place,
    }),
  });
  const copied = el("span", { role: "status", class: "soft" });
  const copy = () => {
    text.select();
    // The clipboard API is missing over plain HTTP; the old command copies a selection everywhere.
    document.execCommand("copy");
    copied.textContent = words("letters.copied");
  };
  return el("li", { class: "letter" },
    el("label", { for: text.id, text: words(`letters.${letter}.title`) }), text,
    el("p", null,
      el("button", { type: "button", class: "quiet", text: words("letters.copy"), on: { click: copy } }), copied));
}
