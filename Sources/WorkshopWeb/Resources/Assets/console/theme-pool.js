import { arrange, byID, el, keepingFocus } from "../common/dom.js";
import { candidates, withCards } from "./theme-board.js";
import { keepTabStop, memberCard, moveInside } from "./theme-member.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Card} Card */
/** @typedef {import("./theme-member.js").Hand} Hand */

const patience = 200;
/** As many cards as a list holds that somebody still scrolls through. */
const shownAtOnce = 500;

/**
 * The stories and factors to choose from: fetched once the board is opened, the newest first where there are many.
 *
 * A card that did not change is not drawn again.
 * @param {App} app
 * @param {Hand} hand
 */
export function themePool(app, hand) {
  const { store } = app;
  const search = /** @type {HTMLInputElement} */ (byID("pool-search"));
  const loose = /** @type {HTMLInputElement} */ (byID("pool-loose"));
  const draw = drawing(app, hand);
  /** How far back the loose ones, and all of them, were fetched; and whether the server has older ones. */
  let reach = unread();
  /** What the server found for what is searched. */
  let found = /** @type {Set<string>} */ (new Set());
  let shown = shownAtOnce;
  const way = () => reach[loose.checked ? "loose" : "all"];
  const show = () => draw({ search: search.value, onlyLoose: loose.checked, found }, shown, way().more, more);
  const fetchCards = async (/** @type {Record<string, string>} */ query) => {
    const { taken } = store.get();
    /** @type {{cards: Card[], more: boolean} | null} */
    const page = await app.api("GET", `/cards?${new URLSearchParams(query)}`).catch(() => null);
    if (!page) app.tell(app.words("errors.network"));
    // What was read before a new snapshot belongs to the one before.
    if (!page || store.get().taken !== taken) return null;
    store.set({ cards: withCards([...(store.get().cards ?? [])], page.cards) });
    return page;
  };
  const begin = async () => {
    const page = await fetchCards({});
    if (!page) return;
    [reach, found, shown] = [unread(), new Set(), shownAtOnce];
    reach.loose = { after: oldest(page.cards.filter((card) => card.themes.length === 0)), more: page.more };
    show();
  };
  const more = async () => {
    shown += shownAtOnce;
    const here = way();
    if (here.more) {
      const page = await fetchCards({ loose: loose.checked ? "1" : "0", ...(here.after && { after: String(here.after) }) });
      if (page) [here.after, here.more] = [oldest(page.cards) ?? here.after, page.more];
    }
    show();
  };
  const look = async () => {
    const words = search.value.trim();
    const page = words === "" ? null : await fetchCards({ loose: loose.checked ? "1" : "0", q: words });
    if (!page || search.value.trim() !== words) return;
    found = new Set(page.cards.map((card) => card.id));
    show();
  };

  let typing = 0;
  search.addEventListener("input", () => {
    found = new Set();
    show();
    clearTimeout(typing);
    typing = window.setTimeout(look, patience);
  });
  loose.addEventListener("change", () => {
    show();
    look();
  });
  let asked = -1;
  store.watch(["tab", "taken"], ({ tab, taken }) => {
    if (tab !== "themes" || asked === taken) return;
    asked = taken;
    begin();
  });
  store.watch(["cards"], show);
}

/** Nothing was fetched yet; of all cards there may be more than of those that the board opens with. */
function unread() {
  return {
    loose: { after: /** @type {number | undefined} */ (undefined), more: false },
    all: { after: /** @type {number | undefined} */ (undefined), more: true },
  };
}

/** @param {Card[]} cards */
function oldest(cards) {
  return cards.length > 0 ? Math.min(...cards.map((card) => card.number)) : undefined;
}

/**
 * @param {App} app
 * @param {Hand} hand
 */
function drawing(app, hand) {
  const list = byID("pool");
  /** @type {Map<string, {signature: string, node: HTMLElement}>} */
  let drawn = new Map();
  moveInside(list);
  /**
   * @param {Parameters<typeof candidates>[1]} wish
   * @param {number} most
   * @param {boolean} hasOlder
   * @param {() => void} more
   */
  const draw = (wish, most, hasOlder, more) => keepingFocus(list, () => {
    const { cards } = app.store.get();
    const all = candidates(cards ?? [], wish);
    const found = all.slice(-most);
    const next = new Map();
    for (const card of found) {
      const signature = `${card.kindName} ${card.number} ${card.headline}`;
      const old = drawn.get(card.id);
      next.set(card.id, old?.signature === signature ? old
        : { signature, node: el("li", null, memberCard(app, hand, card, null)) });
    }
    drawn = next;
    const isPart = cards !== null && wish.search.trim() === "" && (hasOlder || all.length > found.length);
    arrange(list, [...[...next.values()].map(({ node }) => node), ...(isPart ? [moreCards(app, more)] : [])]);
    byID("pool-empty").hidden = found.length > 0 || cards === null;
    keepTabStop(list);
    byID("pool-count").textContent = isPart ? app.words("pool.newest", { count: found.length }) : String(found.length);
  });
  return draw;
}

/**
 * @param {App} app
 * @param {() => void} more
 */
function moreCards({ words }, more) {
  return el("li", { class: "more" }, el("button", {
    type: "button", class: "quiet", "data-key": "more-cards", text: words("pool.more"), on: { click: more },
  }));
}
