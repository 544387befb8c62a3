import { holdsAll } from "../common/search.js";

/** @typedef {import("./model.js").Card} Card */
/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./model.js").Theme} Theme */

/**
 * A card in the hand: a story or a factor, and the theme it lay in; null where it was taken from the loose ones.
 * @typedef {{entry: string, from: string | null}} Picked
 */

/**
 * What can go into a theme: stories and factors that are not taken back, matching what is searched.
 *
 * The server searches in all that was said and here only headlines are known; `found` are those it named.
 * @param {Card[]} cards
 * @param {{search: string, onlyLoose: boolean, found?: Set<string>}} wish
 */
export function candidates(cards, { search, onlyLoose, found }) {
  return cards.filter((card) =>
    (card.state === "waiting" || card.state === "released") &&
    !(onlyLoose && card.themes.length > 0) &&
    (search.trim() === "" || found?.has(card.id) || `#${card.number}` === search.trim() || holdsAll(card.headline, search)));
}

/**
 * The cards after something came, changed or went on the stream; the same list where it is no card.
 * @param {Card[]} cards
 * @param {string} id
 * @param {Entry | null} entry null where it went
 * @returns {Card[]}
 */
export function withCard(cards, id, entry) {
  const isCard = entry && (entry.kind === "story" || entry.kind === "successFactor") && entry.state !== "withdrawn";
  const at = cards.findIndex((card) => card.id === id);
  if (!isCard) return at < 0 ? cards : cards.filter((card) => card.id !== id);
  const { number, kind, kindName, state, headline, themes } = entry;
  const card = { id, number, kind, kindName, state, headline, themes };
  if (at < 0) return inOrder([...cards, card]);
  return cards.map((other, place) => (place === at ? card : other));
}

/**
 * Cards with those of another page put in; what is known already is the newer.
 * @param {Card[]} cards
 * @param {Card[]} others
 */
export function withCards(cards, others) {
  const known = new Set(cards.map((card) => card.id));
  return inOrder([...cards, ...others.filter((card) => !known.has(card.id))]);
}

/** @param {Card[]} cards */
function inOrder(cards) {
  return cards.sort((one, other) => one.number - other.number);
}

/**
 * The cards that lie in each theme that stands on its own, with what was merged into it.
 * @param {Card[]} cards
 * @param {Theme[]} themes
 * @returns {Map<string, Card[]>}
 */
export function membersOf(cards, themes) {
  const roots = rootsOf(themes);
  /** @type {Map<string, Card[]>} */
  const members = new Map();
  for (const card of cards) {
    for (const root of new Set(card.themes.flatMap((theme) => roots.get(theme) ?? []))) {
      const list = members.get(root);
      if (list) list.push(card);
      else members.set(root, [card]);
    }
  }
  return members;
}

/**
 * The theme each was merged into in the end; itself where it was not merged.
 * @param {Theme[]} themes
 * @returns {Map<string, string>}
 */
function rootsOf(themes) {
  const parents = new Map(themes.map((theme) => [theme.id, theme.mergedInto]));
  return new Map(themes.map(({ id }) => {
    const seen = new Set([id]);
    let root = id;
    for (let parent = parents.get(root); parent && !seen.has(parent); parent = parents.get(root)) seen.add(root = parent);
    return [id, root];
  }));
}

/**
 * The themes that stand on their own, the newest first, next to the form that made it.
 * @param {Theme[]} themes
 */
export function standing(themes) {
  return themes.filter((theme) => theme.mergedInto === null).reverse();
}

/**
 * @param {Picked[]} picked
 * @param {Picked} card
 */
export function isPicked(picked, card) {
  return picked.some((one) => one.entry === card.entry && one.from === card.from);
}

/**
 * The hand with a card put in, or laid back where it was in it.
 * @param {Picked[]} picked
 * @param {Picked} card
 * @returns {Picked[]}
 */
export function toggled(picked, card) {
  if (!isPicked(picked, card)) return [...picked, card];
  return picked.filter((one) => one.entry !== card.entry || one.from !== card.from);
}

/**
 * The hand without cards that are no longer where they were picked up, such as when someone else moved them.
 * @param {Picked[]} picked
 * @param {Card[]} cards
 * @param {Theme[]} themes
 * @returns {Picked[]} the same list where nothing changed
 */
export function stillThere(picked, cards, themes) {
  const roots = rootsOf(themes);
  const known = new Map(cards.map((card) => [card.id, card]));
  const kept = picked.filter(({ entry, from }) => {
    const card = known.get(entry);
    if (!card) return false;
    return from === null ? candidates([card], { search: "", onlyLoose: false }).length > 0
      : card.themes.some((theme) => roots.get(theme) === from);
  });
  return kept.length === picked.length ? picked : kept;
}

/**
 * The requests that lay the hand down somewhere: one for each place the cards came from.
 * @param {Picked[]} picked
 * @param {{theme: string} | {name: string, id: string} | "loose"} target
 * @returns {{path: string, body: object}[]}
 */
export function requestsFor(picked, target) {
  const groups = bySource(picked);
  if (target === "loose") {
    return groups.filter(({ from }) => from !== null)
      .map(({ from, entries }) => ({ path: `/themes/${from}/take`, body: { contributions: entries } }));
  }
  const into = (/** @type {string} */ theme, /** @type {typeof groups} */ rest) => rest
    .filter(({ from }) => from !== theme)
    .map(({ from, entries }) => ({
      path: `/themes/${theme}/members`, body: { contributions: entries, ...(from === null ? {} : { from }) },
    }));
  if ("theme" in target) return into(target.theme, groups);
  const [first, ...rest] = groups.length > 0 ? groups : [{ from: null, entries: [] }];
  const made = { id: target.id, name: target.name, contributions: first.entries };
  return [
    { path: "/themes", body: first.from === null ? made : { ...made, from: first.from } }, ...into(target.id, rest),
  ];
}

/** @param {Picked[]} picked */
function bySource(picked) {
  /** @type {Map<string | null, string[]>} */
  const groups = new Map();
  for (const { entry, from } of picked) groups.set(from, [...(groups.get(from) ?? []), entry]);
  return [...groups].map(([from, entries]) => ({ from, entries }));
}

/**
 * Suggestions that still hold: members that lie loose, themes that are there, and none that was put off.
 * @param {import("./model.js").Suggestions} suggestions
 * @param {Card[]} cards
 * @param {Theme[]} themes
 * @param {string[]} putOff
 */
export function open(suggestions, cards, themes, putOff) {
  const loose = new Map(candidates(cards, { search: "", onlyLoose: true }).map((card) => [card.id, card]));
  const names = new Map(standing(themes).map((theme) => [theme.id, theme.name]));
  return {
    groups: suggestions.groups
      .map((group) => ({ ...group, key: group.members.join(), entries: found(loose, group.members) }))
      .filter((group) => group.entries.length > 1 && !putOff.includes(group.key)),
    fits: suggestions.fits
      .map((fit) => ({ ...fit, key: `${fit.contribution}>${fit.theme}`, entry: loose.get(fit.contribution) }))
      .filter((fit) => fit.entry && names.has(fit.theme) && !putOff.includes(fit.key))
      .map((fit) => ({ ...fit, name: names.get(fit.theme) ?? "" })),
  };
}

/**
 * @param {Map<string, Card>} cards
 * @param {string[]} ids
 */
function found(cards, ids) {
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/**
 * Where an arrow key leads in a list of cards; null for another key.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null}
 */
export function cardAfter(key, at, count) {
  if (key === "ArrowDown" || key === "ArrowRight") return Math.min(count - 1, at + 1);
  if (key === "ArrowUp" || key === "ArrowLeft") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
