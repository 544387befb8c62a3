import { el, replace } from "../common/dom.js";
import { plain } from "../common/search.js";
import { decide, overtaken, seen, standingAfter } from "./decide.js";
import { openDialog, refused } from "./dialog.js";
import { pagePath } from "./queue-list.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Entry} Entry */

const shownAtMost = 30;

/**
 * What an entry may be merged into: others of its kind that stand, those alike in words first.
 * @param {Entry[]} entries
 * @param {Entry} entry
 * @param {string} search
 */
export function mergeTargets(entries, entry, search) {
  const asked = plain(search).split(/\s+/).filter(Boolean);
  const own = new Set(plain(said(entry)).split(/\W+/).filter((word) => word.length > 4));
  const alike = (/** @type {Entry} */ other) =>
    plain(said(other)).split(/\W+/).filter((word) => own.has(word)).length;
  return entries
    .filter((other) => other.kind === entry.kind && other.id !== entry.id && ["waiting", "released"].includes(other.state))
    .filter((other) => asked.every((word) => `${other.number} ${plain(said(other))}`.includes(word)))
    .map((other) => ({ other, score: alike(other) }))
    .sort((one, two) => two.score - one.score || one.other.number - two.other.number)
    .slice(0, shownAtMost).map(({ other }) => other);
}

/** @param {Entry} entry */
function said(entry) {
  return [entry.headline, ...entry.fields.map(({ value }) => value)].join(" ");
}

/**
 * Makes an entry part of another of its kind, which carries it on.
 * @param {App} app
 * @param {Entry} entry
 */
export function merge(app, entry) {
  const { words, api } = app;
  const list = el("div", { class: "merge-list", role: "radiogroup", "aria-label": words("moderation.mergeHelp") });
  const search = el("input", { id: "merge-search", type: "search", autocomplete: "off" });
  let chosen = "";
  /** @type {Entry[]} */
  let others = [];
  const load = async () => {
    const asked = search.value;
    const filter = { state: "all", kind: entry.kind, search: asked.trim(), shown: 0 };
    const page = await api("GET", pagePath(filter, undefined)).catch(() => null);
    if (search.value !== asked) return;
    others = page?.entries ?? [];
    draw();
  };
  const draw = () => {
    const found = mergeTargets(others, entry, search.value);
    if (!found.some(({ id }) => id === chosen)) chosen = "";
    replace(list, ...found.map((other) => el("label", { class: "tick" },
      el("input", {
        type: "radio", name: "into", value: other.id, checked: other.id === chosen,
        on: { change: () => (chosen = other.id) },
      }),
      el("span", { dir: "auto" }, `${words("queue.number", { number: other.number })} · ${other.headline}`))),
      found.length === 0 && el("p", { class: "soft", text: words("moderation.mergeNone") }));
  };
  search.addEventListener("input", load);
  load();
  let known = entry;
  openDialog(app, {
    title: words("moderation.mergeTitle", { number: entry.number }), help: words("moderation.mergeHelp"),
    body: [el("label", { for: search.id, text: words("moderation.mergeSearch") }), search, list],
    submit: words("moderation.mergeDo"),
    act: async () => {
      const into = others.find(({ id }) => id === chosen);
      if (!into) return words("moderation.mergeChoose");
      const answer = api("POST", `/contributions/${entry.id}/merge`, { into: into.id, ...seen(known) });
      try {
        await answer;
      } catch (error) {
        known = standingAfter(known, error);
        return overtaken(app, entry, error) || refused(app, error, false);
      }
      await app.run(answer, {
        text: words("moderation.mergeDone", { number: entry.number, into: into.number }),
        undo: () => unmerge(app, { ...entry, state: "merged" }),
      });
      return "";
    },
  });
}

/**
 * @param {App} app
 * @param {Entry} entry
 */
export function unmerge(app, entry) {
  return decide(app, entry, "wait", seen(entry), { text: app.words("moderation.unmerged", { number: entry.number }) });
}
