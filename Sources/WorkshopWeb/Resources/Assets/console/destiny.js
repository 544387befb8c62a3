import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { keepWhole } from "./whole.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

/**
 * Doen: requests and what meets them, actions with their teams, and leaving it to the ontwerpteam.
 * @param {App} app
 */
export function destinyView(app) {
  const { store } = app;
  const part = byID("destiny");
  keepWhole(app, "destiny", ["action", "pledge"]);
  store.watch(["whole", "destiny"], () => keepingFocus(part, () => {
    replace(part, requests(app), actions(app));
  }));
  const button = byID("hand-over");
  store.watch(["room"], ({ room }) => {
    button.textContent = app.words(room.handedOver ? "destiny.takeBack" : "destiny.handOver");
    button.setAttribute("aria-pressed", String(room.handedOver));
    byID("hand-over-note").textContent = app.words(room.handedOver ? "destiny.isHandedOver" : "destiny.handOverHelp");
  });
  button.addEventListener("click", () => turnHandOver(app));
}

/**
 * Hands Doen to the ontwerpteam, or takes that back; either can be undone.
 * @param {App} app
 */
export function turnHandOver({ store, api, run, words }) {
  const { handedOver } = store.get().room;
  const method = handedOver ? "DELETE" : "POST";
  run(api(method, "/hand-over"), {
    text: words(handedOver ? "destiny.takenBack" : "destiny.handedOver"),
    undo: () => run(api(handedOver ? "POST" : "DELETE", "/hand-over")),
  });
}

/**
 * The pledges of a kind that stand, whatever their state, by number.
 * @param {Entry[]} pledges
 * @param {string} pledgeKind
 */
export function pledgesOf(pledges, pledgeKind) {
  return pledges.filter((entry) => entry.kind === "pledge" && entry.pledgeKind === pledgeKind
    && entry.state !== "withdrawn" && entry.state !== "merged");
}

/** @param {App} app */
function requests(app) {
  const { store, words } = app;
  const { whole, destiny } = store.get();
  if (!whole.pledge) return null;
  const asked = pledgesOf(whole.pledge, "vraag");
  const offers = pledgesOf(whole.pledge, "aanbod");
  return el("section", null, el("h2", { text: words("destiny.requests") }),
    asked.length === 0 ? el("p", { class: "empty", text: words("destiny.noRequests") }) : el("ul", { class: "requests" },
      ...asked.map((request) => {
        const met = offers.filter((offer) => meets(offer, request));
        const isOpen = destiny.openRequests.includes(request.id);
        return el("li", { class: isOpen ? "open" : "" },
          el("p", null, el("b", { dir: "auto", text: request.headline }),
            el("span", { class: "state", text: stateOf(app, request, isOpen) })),
          ...met.map((offer) => matched(app, request, offer)),
          chooser(app, request, offers.filter((offer) => !met.includes(offer))));
      })));
}

/**
 * @param {Entry} offer
 * @param {Entry} request
 */
function meets(offer, request) {
  return offer.links.some((link) => link.relation === "meets" && link.to === request.id);
}

/**
 * @param {App} app
 * @param {Entry} request
 * @param {boolean} isOpen
 */
function stateOf({ words }, request, isOpen) {
  if (request.state !== "released") return request.stateName;
  return words(isOpen ? "destiny.open" : "destiny.met");
}

/**
 * @param {App} app
 * @param {Entry} request
 * @param {Entry} offer
 */
function matched(app, request, offer) {
  return el("p", { class: "match" }, el("span", { dir: "auto", text: `← ${offer.headline}` }),
    el("button", {
      type: "button", class: "quiet", "data-key": `unmatch-${request.id}-${offer.id}`, text: app.words("destiny.unmatch"),
      "aria-label": app.words("destiny.unmatchThis", { offer: offer.headline }),
      on: { click: () => match(app, request, offer, false) },
    }));
}

/**
 * @param {App} app
 * @param {Entry} request
 * @param {Entry[]} offers
 */
function chooser(app, request, offers) {
  if (offers.length === 0) return null;
  return el("select", {
    "data-key": `match-${request.id}`, "aria-label": app.words("destiny.matchThis", { request: request.headline }),
    on: {
      change: (/** @type {any} */ { target }) => {
        const offer = offers.find(({ id }) => id === target.value);
        if (offer) match(app, request, offer, true);
      },
    },
  }, el("option", { value: "", text: app.words("destiny.match") }),
  ...offers.map((offer) => el("option", { value: offer.id, text: `${offer.number}. ${offer.headline}` })));
}

/**
 * @param {App} app
 * @param {Entry} request
 * @param {Entry} offer
 * @param {boolean} on
 */
function match(app, request, offer, on) {
  /** @type {(to: boolean) => Promise<boolean>} */
  const send = (to) =>
    app.run(app.api(to ? "PUT" : "DELETE", `/requests/${request.id}/offers/${offer.id}`), to === on ? {
      text: app.words(on ? "destiny.matched" : "destiny.unmatched"), undo: () => send(!on),
    } : undefined);
  send(on);
}

/** @param {App} app */
function actions(app) {
  const { store, words } = app;
  const { whole, destiny } = store.get();
  if (!whole.action) return null;
  const found = whole.action.filter(({ state }) => state !== "withdrawn" && state !== "merged");
  return el("section", null, el("h2", { text: words("destiny.actions") }),
    found.length === 0 ? el("p", { class: "empty", text: words("destiny.noActions") }) : el("ul", { class: "actions" },
      ...found.map((entry) => {
        const people = el("div");
        return el("li", null,
          el("p", null, el("b", { dir: "auto", text: entry.headline }),
            el("span", { class: "state", text: words.count("destiny.joined", destiny.joined[entry.id] ?? 0) })),
          el("p", { class: "actions" },
            el("button", {
              type: "button", class: "quiet", "data-chain": entry.id, "data-key": `chain-of-${entry.id}`,
              text: words("chain.open"),
            }),
            el("button", {
              type: "button", class: "quiet", "data-key": `team-${entry.id}`, text: words("destiny.reach"),
              on: { click: () => showPeople(app, entry.id, people) },
            })), people);
      })));
}

/**
 * Whom of a team to reach; asked only when a facilitator wants to see it, and kept on no screen.
 * @param {App} app
 * @param {string} action
 * @param {HTMLElement} part
 */
async function showPeople(app, action, part) {
  const { api, run, words } = app;
  const { contacts } = await api("GET", `/actions/${action}/team`).catch(() => ({ contacts: [] }));
  replace(part, contacts.length === 0 ? el("p", { class: "soft", text: words("destiny.nobody") }) : el("ul", null,
    ...contacts.map((/** @type {{id: string, name: string, reach: string}} */ person) => el("li", null,
      el("span", { dir: "auto", text: `${person.name} · ${person.reach}` }),
      el("button", {
        type: "button", class: "quiet", text: words("destiny.erase"),
        "aria-label": words("destiny.eraseThis", { name: person.name }),
        on: {
          click: async () => {
            if (await run(api("DELETE", `/contacts/${person.id}`), { text: words("destiny.erased") })) showPeople(app, action, part);
          },
        },
      })))));
}
