/** @typedef {import("./model.js").Entry} Entry */
/** @typedef {import("./model.js").Theme} Theme */

/**
 * A card in the hand: a story or a factor, and the theme it lay in; null where it was taken from the loose ones.
 * @typedef {{entry: string, from: string | null}} Picked
 */

/**
 * What can go into a theme: stories and factors that are not taken back, matching what is searched.
 * @param {Entry[]} entries
 * @param {{search: string, onlyLoose: boolean}} wish
 */
export function candidates(entries, { search, onlyLoose }) {
  const wanted = search.trim().toLocaleLowerCase();
  return entries.filter((entry) =>
    (entry.kind === "story" || entry.kind === "successFactor") &&
    (entry.state === "waiting" || entry.state === "released") &&
    !(onlyLoose && entry.themes.length > 0) &&
    (wanted === "" || entry.headline.toLocaleLowerCase().includes(wanted)));
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
 * @param {Entry[]} entries
 * @param {Theme[]} themes
 * @returns {Picked[]} the same list where nothing changed
 */
export function stillThere(picked, entries, themes) {
  const kept = picked.filter(({ entry, from }) => from === null
    ? candidates(entries.filter((one) => one.id === entry), { search: "", onlyLoose: false }).length > 0
    : themes.some((theme) => theme.id === from && theme.mergedInto === null && theme.members.includes(entry)));
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
 * @param {Entry[]} entries
 * @param {Theme[]} themes
 * @param {string[]} putOff
 */
export function open(suggestions, entries, themes, putOff) {
  const loose = new Map(candidates(entries, { search: "", onlyLoose: true }).map((entry) => [entry.id, entry]));
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
 * @param {Map<string, Entry>} entries
 * @param {string[]} ids
 */
function found(entries, ids) {
  return ids.flatMap((id) => entries.get(id) ?? []);
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
