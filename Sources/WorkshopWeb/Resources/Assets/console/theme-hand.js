import { byID, el, replace } from "../common/dom.js";
import { uuid } from "../common/uuid.js";
import { isPicked, requestsFor, standing, stillThere, toggled } from "./theme-board.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./theme-board.js").Picked} Picked */

const newTheme = "new";
const loose = "loose";

/**
 * The cards someone holds, and laying them down: by pointer on a theme, or by choosing one from a list.
 *
 * The list is the browser's own: arrows and first letters choose in it, and screen readers know it.
 * @param {App} app
 */
export function themeHand(app) {
  const { store, words } = app;
  const list = /** @type {HTMLSelectElement} */ (byID("hand-list"));
  const name = /** @type {HTMLInputElement} */ (byID("hand-name"));
  /** @type {HTMLElement | null} */
  let cameFrom = null;
  let marked = store.get().picked;

  const toggle = (/** @type {Picked} */ card) => store.set({ picked: toggled(store.get().picked, card) });
  const layBack = () => {
    store.set({ picked: [] });
    app.say(words("board.laidBack"));
    goBack();
  };
  const goBack = () => (cameFrom?.isConnected ? cameFrom : byID("pool-search")).focus();
  const lay = (/** @type {string} */ target) => {
    if (target === newTheme) return name.focus();
    layDown(app, target === loose ? loose : { theme: target }).then((done) => done && goBack());
  };

  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && list.value) {
      event.preventDefault();
      lay(list.value);
    }
  });
  list.addEventListener("click", (event) => {
    if (event.target instanceof HTMLOptionElement) lay(event.target.value);
  });
  byID("hand-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (name.value.trim() === "") return name.focus();
    if (await layDown(app, { name: name.value.trim(), id: uuid() })) {
      name.value = "";
      goBack();
    }
  });
  byID("hand-back").addEventListener("click", layBack);
  const showList = (/** @type {boolean} */ shown) => {
    byID("hand-where").hidden = !shown;
    byID("hand-choose").setAttribute("aria-expanded", String(shown));
    if (shown) list.focus();
  };
  byID("hand-choose").addEventListener("click", () => showList(byID("hand-where").hidden));
  byID("panel-themes").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.get().picked.length > 0) layBack();
  });

  store.watch(["picked", "themes", "cards"], ({ picked, themes, cards }) => {
    const held = cards ? stillThere(picked, cards, themes) : picked;
    if (held !== picked) return store.set({ picked: held });
    byID("hand").hidden = held.length === 0;
    if (held.length === 0) showList(false);
    byID("board").classList.toggle("picking", held.length > 0);
    // Cards that are drawn anew mark themselves.
    if (held !== marked) {
      for (const card of byID("board").querySelectorAll(".card")) markCard(/** @type {HTMLElement} */ (card), held);
    }
    marked = held;
    if (held.length === 0) return;
    byID("hand-count").textContent = words.count("board.held", held.length);
    showReading(app, held.length === 1 ? held[0].entry : null);
    replace(list, ...options(app, held));
  });

  return {
    toggle,
    /**
     * Picks a card up from the keyboard, and goes to the list of themes.
     * @param {Picked} card
     * @param {HTMLElement} node
     */
    choose(card, node) {
      cameFrom = neighbourOf(node);
      if (!isPicked(store.get().picked, card)) toggle(card);
      const { picked } = store.get();
      const headline = store.get().cards?.find((one) => one.id === card.entry)?.headline ?? "";
      app.say(picked.length === 1 ? words("board.pickedUp", { headline }) : words.count("board.heldSay", picked.length));
      // The bar shows with the next redraw.
      queueMicrotask(() => queueMicrotask(() => showList(true)));
    },
  };
}

/**
 * Shows on a card whether it is held.
 * @param {HTMLElement} node
 * @param {Picked[]} picked
 */
export function markCard(node, picked) {
  const held = isPicked(picked, { entry: node.dataset.entry ?? "", from: node.dataset.from || null });
  if (node.getAttribute("aria-pressed") !== String(held)) node.setAttribute("aria-pressed", String(held));
}

/**
 * Lays the cards in the hand down; tells whether it was done.
 * @param {App} app
 * @param {Parameters<typeof requestsFor>[1]} target
 */
export async function layDown(app, target) {
  const { picked, themes } = app.store.get();
  const where = target === loose ? "" : "name" in target ? target.name
    : themes.find((theme) => theme.id === target.theme)?.name ?? "";
  const requests = requestsFor(picked, target);
  app.store.set({ picked: [] });
  for (const { path, body } of requests) {
    if (await app.run(app.api("POST", path, body))) continue;
    // What was not laid down is still in the hand, as far as it lies where it was.
    app.store.set({ picked });
    return false;
  }
  app.say(where ? app.words("board.laidIn", { name: where }) : app.words("board.madeLoose"));
  return true;
}

/**
 * What keeps the keyboard's place when a card leaves its list: the card after it, or before.
 * @param {HTMLElement} node
 */
function neighbourOf(node) {
  const item = node.closest("li");
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  return /** @type {HTMLElement | null} */ (next?.querySelector(".card") ?? null);
}

/**
 * @param {App} app
 * @param {Picked[]} held
 */
function options({ store, words }, held) {
  const places = standing(store.get().themes).filter((theme) => held.some(({ from }) => from !== theme.id))
    .sort((one, other) => one.name.localeCompare(other.name));
  return [
    ...places.map((theme, at) => el("option", { value: theme.id, text: theme.name, dir: "auto", selected: at === 0 })),
    held.some(({ from }) => from !== null) && el("option", { value: loose, text: words("board.makeLoose") }),
    el("option", { value: newTheme, text: words("board.newTheme"), selected: places.length === 0 }),
  ];
}

/**
 * What a card says, to read before it is laid down: fetched when somebody wants to read it.
 * @param {App} app
 * @param {string | null} id
 */
function showReading(app, id) {
  const box = /** @type {HTMLDetailsElement} */ (byID("hand-read"));
  if (box.dataset.entry === (id ?? "")) return;
  box.dataset.entry = id ?? "";
  box.open = false;
  if (!id) return replace(box);
  const text = el("dl");
  const summary = el("summary", { text: app.words("board.read"), on: { click: () => fill(app, id, text) } });
  replace(box, summary, text);
}

/**
 * @param {App} app
 * @param {string} id
 * @param {HTMLElement} text
 */
async function fill(app, id, text) {
  if (text.childElementCount > 0) return;
  /** @type {import("./model.js").Entry | null} */
  const entry = await app.api("GET", `/contributions/${id}`).catch(() => null);
  if (!entry) return app.tell(app.words("errors.network"));
  replace(text, ...entry.fields.flatMap((field) => [
    el("dt", { text: field.label }), el("dd", { dir: "auto", text: field.value }),
  ]));
}
