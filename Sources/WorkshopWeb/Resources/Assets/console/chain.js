import { byID, el, keepingFocus, replace } from "../common/dom.js";
import { atOnce } from "./queue-list.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").ChainNode} ChainNode */

/**
 * The chain: from any card back to the stories and forth to the actions, with mouse and keyboard.
 *
 * Whatever stands on the page with `data-chain` opens it.
 * @param {App} app
 */
export function chainView(app) {
  const { store, api, words } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byID("chain-dialog"));
  const body = byID("chain-body");
  /** @type {string[]} */
  let way = [];

  document.addEventListener("click", ({ target }) => {
    const opener = target instanceof Element ? target.closest("[data-chain]") : null;
    if (opener instanceof HTMLElement) go(opener.dataset.chain ?? "");
  });
  byID("chain-previous").addEventListener("click", () => {
    way = way.slice(0, -1);
    show();
  });
  byID("chain-card").addEventListener("click", () => openCard(way[way.length - 1] ?? ""));
  dialog.addEventListener("close", () => {
    way = [];
    // What is closed is also gone from the page, or a story that is taken back would stay in it.
    for (const part of [byID("chain-kind"), byID("chain-title"), body]) part.replaceChildren();
  });
  dialog.addEventListener("keydown", moveByArrow);
  store.watch(["recent", "themes"], ({ recent }) => {
    if (!dialog.open) return;
    drop(recent.filter(({ entry }) => !entry || entry.state === "withdrawn").map(({ id }) => id));
    show();
  });

  /**
   * Takes out what was taken back before the server is asked what the chain is without it.
   * @param {string[]} gone
   */
  function drop(gone) {
    for (const id of gone) body.querySelector(`[data-key="node-${CSS.escape(id)}"]`)?.closest("li")?.remove();
    if (gone.includes(way[way.length - 1] ?? "")) byID("chain-title").textContent = words("chain.gone");
    way = way.filter((id) => !gone.includes(id));
  }

  /** @param {string} id */
  async function go(id) {
    way = [...way.filter((other) => other !== id), id];
    await show();
    if (!dialog.open && way.length > 0) dialog.showModal();
    byID("chain-title").focus();
  }

  async function show() {
    const id = way[way.length - 1];
    if (!id) return dialog.close();
    const place = await api("GET", `/chain/${id}`).catch(() => null);
    if (id !== way[way.length - 1]) return;
    if (place) keepingFocus(body, () => draw(place));
    else {
      app.tell(words("chain.gone"));
      way = way.slice(0, -1);
      await show();
    }
  }

  /** @param {import("./model.js").ChainPlace} place */
  function draw({ here, back, forth }) {
    byID("chain-kind").textContent = label(here);
    byID("chain-title").textContent = here.headline;
    byID("chain-previous").hidden = way.length < 2;
    replace(body, column("back", back), column("forth", forth));
  }

  /**
   * @param {"back" | "forth"} side
   * @param {ChainNode[]} nodes
   */
  function column(side, nodes) {
    return el("section", { class: `side ${side}` },
      el("h3", { text: words(`chain.${side}`) }),
      nodes.length === 0 ? el("p", { class: "soft", text: words(`chain.no-${side}`) }) : el("ul", null,
        ...nodes.map((node) => el("li", { class: `kind-${node.kind}${node.near ? " near" : ""}` },
          el("button", { type: "button", "data-key": `node-${node.id}`, on: { click: () => go(node.id) } },
            el("span", { class: "kindname", text: label(node) }),
            el("span", { dir: "auto", text: node.headline || words("queue.noHeadline") }))))));
  }

  /** @param {ChainNode} node */
  function label({ kindName, number, stateName }) {
    return [[kindName, number].filter(Boolean).join(" "), stateName].filter(Boolean).join(" · ");
  }

  /**
   * A theme is on the board; anything else comes from the server, which may hold more than is here.
   * @param {string} id
   */
  async function openCard(id) {
    dialog.close();
    const isTheme = store.get().themes.some((theme) => theme.id === id);
    const entry = isTheme ? null : await api("GET", `/contributions/${id}`).catch(() => null);
    if (!isTheme && !entry) return app.tell(words("chain.gone"));
    if (isTheme) store.set({ tab: "themes" });
    else {
      const filter = { state: "all", kind: "", search: `#${entry.number}`, shown: atOnce };
      store.set({ tab: "contributions", filter, contributions: [entry], more: false, selected: id });
    }
    queueMicrotask(() => requestAnimationFrame(() => {
      const card = document.querySelector(isTheme ? `[data-theme="${CSS.escape(id)}"]` : "#queue [aria-current]");
      card?.scrollIntoView({ block: "center" });
      const control = card?.querySelector("button, summary");
      if (control instanceof HTMLElement) control.focus({ preventScroll: true });
    }));
  }
}

/**
 * Up and down walk a column, left and right change it.
 * @param {KeyboardEvent} event
 */
function moveByArrow(event) {
  const columns = [...byID("chain-body").querySelectorAll(".side")].map((side) => [...side.querySelectorAll("button")]);
  const found = nextInColumns(columns.map((column) => column.length), placeOf(columns), event.key);
  if (!found) return;
  event.preventDefault();
  columns[found[0]][found[1]].focus();
}

/** @param {HTMLElement[][]} columns */
function placeOf(columns) {
  const at = columns.findIndex((column) => column.some((button) => button === document.activeElement));
  return at < 0 ? null : [at, columns[at].findIndex((button) => button === document.activeElement)];
}

/**
 * Where an arrow key leads between columns of these lengths; from nowhere into the first that holds something.
 * @param {number[]} lengths
 * @param {number[] | null} from column and row
 * @param {string} key
 * @returns {number[] | null}
 */
export function nextInColumns(lengths, from, key) {
  const steps = /** @type {Record<string, number[]>} */ (
    { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] });
  const step = steps[key];
  const first = lengths.findIndex((length) => length > 0);
  if (!step || first < 0) return null;
  if (!from) return [first, 0];
  const column = from[0] + step[0];
  if (!lengths[column]) return null;
  return [column, Math.max(0, Math.min(lengths[column] - 1, from[1] + step[1]))];
}
