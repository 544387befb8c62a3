import { byID } from "../common/dom.js";

const patience = 180;

/**
 * The field to search in: what is typed is looked for everywhere, once a moment passed without another key.
 * @param {import("./app.js").App} app
 * @param {(change: Partial<import("./app.js").QueueFilter>) => void} choose
 */
export function queueSearch(app, choose) {
  const { store, words } = app;
  const field = /** @type {HTMLInputElement} */ (byID("queue-search"));
  let typing = 0;
  /** The state that was looked at before the search. */
  let before = "waiting";
  const search = () => {
    const { filter } = store.get();
    const wanted = field.value.trim();
    if (wanted === filter.search) return;
    // What is looked for may have been decided on long ago.
    if (filter.search === "") before = filter.state;
    choose({ search: wanted, state: wanted === "" ? before : filter.search === "" ? "all" : filter.state });
  };
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = window.setTimeout(search, patience);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      clearTimeout(typing);
      search();
    }
    if (event.key !== "Escape" || field.value === "") return;
    event.preventDefault();
    field.value = "";
    search();
  });
  store.watch(["contributions", "filter", "loading", "more"], ({ contributions, filter, loading, more }) => {
    const status = byID("queue-found");
    status.hidden = filter.search === "";
    if (filter.search === "" || loading) return;
    status.textContent = more ? words("queue.foundMore", { count: contributions.length })
      : words.count("queue.found", contributions.length);
  });
}
