import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { open } from "./theme-board.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {ReturnType<typeof open>} Open */

const shownAtOnce = 5;

/**
 * What might belong together, and by which words. Nothing happens by itself: each is taken, changed or put off.
 * @param {App} app
 */
export function themeSuggestions(app) {
  const { store, words } = app;
  const [button, panel] = [byID("suggest"), byID("suggestions")];
  let putOff = /** @type {string[]} */ ([]);
  let shown = shownAtOnce;
  const look = async () => {
    const found = await app.api("GET", "/theme-suggestions").catch(() => null);
    if (!found) return app.tell(words("errors.unknown"));
    [putOff, shown] = [[], shownAtOnce];
    store.set({ suggestions: found });
  };
  button.addEventListener("click", () => {
    if (store.get().suggestions) store.set({ suggestions: null });
    else look();
  });
  const later = (/** @type {string} */ key) => {
    putOff = [...putOff, key];
    draw();
  };
  const draw = () => keepingFocus(panel, () => {
    const { suggestions, cards, themes } = store.get();
    panel.hidden = suggestions === null;
    button.setAttribute("aria-pressed", String(suggestions !== null));
    if (!suggestions) return;
    const { groups, fits } = open(suggestions, cards ?? [], themes, putOff);
    const count = groups.length + fits.length;
    const items = [...groups.map((group) => groupItem(app, group, later)), ...fits.map((fit) => fitItem(app, fit, later))];
    replace(panel, el("h3", { text: words("suggestions.title") }), el("p", { class: "soft", text: words("suggestions.help") }),
      suggestions.loose > suggestions.compared && el("p", {
        class: "soft", text: words("suggestions.compared", { compared: suggestions.compared, loose: suggestions.loose }),
      }),
      el("ul", null, ...items.slice(0, shown), count === 0 && el("li", { class: "empty", text: words("suggestions.none") })),
      el("p", { class: "actions" },
        count > shown && el("button", {
          type: "button", class: "quiet", text: words("suggestions.more", { count: count - shown }),
          on: { click: () => { shown = count; draw(); } },
        }),
        el("button", { type: "button", class: "quiet", text: words("suggestions.again"), "data-key": "again", on: { click: look } })));
  });
  store.watch(["suggestions", "cards", "themes"], () => {
    // What someone is writing in is not taken from under them.
    if (!(document.activeElement instanceof HTMLInputElement && panel.contains(document.activeElement))) draw();
  });
  panel.addEventListener("focusout", () => setTimeout(() => {
    if (!panel.contains(document.activeElement)) draw();
  }));
}

/**
 * @param {App} app
 * @param {string[]} found
 */
function because({ words }, found) {
  return el("p", { class: "because" }, words("suggestions.because"), " ",
    ...found.flatMap((word, at) => [at > 0 && ", ", el("b", { dir: "auto", text: word })]));
}

/**
 * @param {App} app
 * @param {string} key
 * @param {(key: string) => void} later
 */
function laterButton({ words }, key, later) {
  return el("button", {
    type: "button", class: "quiet", text: words("suggestions.later"), "data-key": `later-${key}`,
    on: { click: () => later(key) },
  });
}

/**
 * @param {App} app
 * @param {Open["groups"][number]} group
 * @param {(key: string) => void} later
 */
function groupItem(app, group, later) {
  const { words } = app;
  const boxes = group.entries.map((entry) => el("input", { type: "checkbox", checked: true, value: entry.id }));
  const name = el("input", {
    type: "text", maxlength: "120", required: true, "aria-label": words("themes.newName"),
    placeholder: words("suggestions.name"), "data-key": `name-${group.key}`,
  });
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const contributions = boxes.filter((box) => box.checked).map((box) => box.value);
    const body = { id: uuid(), name: name.value.trim(), contributions };
    if (body.name === "") return name.focus();
    if (await app.run(app.api("POST", "/themes", body))) app.say(words("board.laidIn", { name: body.name }));
  };
  return el("li", null,
    el("p", null, words.count("suggestions.group", group.entries.length)), because(app, group.words),
    el("ul", { class: "like" }, ...group.entries.map((entry, at) =>
      el("li", null, el("label", { class: "tick" }, boxes[at], el("span", { dir: "auto", text: entry.headline }))))),
    el("form", { class: "actions", on: { submit: make } }, name,
      el("button", { class: "primary", text: words("suggestions.make") }), laterButton(app, group.key, later)));
}

/**
 * @param {App} app
 * @param {Open["fits"][number]} fit
 * @param {(key: string) => void} later
 */
function fitItem(app, fit, later) {
  const { words } = app;
  const headline = fit.entry?.headline ?? "";
  return el("li", null,
    el("p", { dir: "auto", text: words("suggestions.fit", { headline, name: fit.name }) }), because(app, fit.words),
    el("p", { class: "actions" },
      el("button", {
        type: "button", class: "primary", text: words("suggestions.add"), "data-key": `add-${fit.key}`,
        "aria-label": words("suggestions.addLabel", { headline, name: fit.name }),
        on: {
          click: async () => {
            const body = { contributions: [fit.contribution] };
            const done = await app.run(app.api("POST", `/themes/${fit.theme}/members`, body));
            if (done) app.say(words("board.laidIn", { name: fit.name }));
          },
        },
      }), laterButton(app, fit.key, later)));
}
