/** @typedef {import("./model.js").Item} Item */
/** @typedef {import("./model.js").Pending} Pending */
/** @typedef {import("./model.js").SheetView} SheetView */
/** @typedef {import("./model.js").Fields} Fields */

/**
 * The wishes with one more. Changes to one item that have not left yet become one, so that ten taps on "+" are one edit.
 * @param {Pending[]} pending
 * @param {Pending} next
 * @returns {Pending[]}
 */
export function queued(pending, next) {
  const last = pending[pending.length - 1];
  if (!last || last.sent || last.wish.kind !== "change" || next.wish.kind !== "change"
    || last.wish.item !== next.wish.item || last.wish.version !== next.wish.version) return [...pending, next];
  const fields = { ...last.wish.fields, ...next.wish.fields };
  if (last.wish.fields.texts || next.wish.fields.texts) {
    fields.texts = { ...last.wish.fields.texts, ...next.wish.fields.texts };
  }
  return [...pending.slice(0, -1), { ...last, wish: { ...last.wish, fields } }];
}

/**
 * Whether the server has what was asked already: so an answer that got lost on the way does no harm.
 * @param {SheetView} view
 * @param {Pending} pending
 */
export function isDone(view, { wish }) {
  const at = "item" in wish ? view.items.findIndex((item) => item.id === wish.item) : -1;
  switch (wish.kind) {
    case "change": return at >= 0 && holds(view.items[at], wish.fields);
    case "move": return at >= 0 && (view.items[at + 1]?.id ?? null) === wish.before;
    case "add": return at >= 0;
    case "remove": return at < 0;
    case "start": return view.gathering.start === wish.start;
    case "end": return view.gathering.end === wish.end;
    default: return view.edit !== wish.edit;
  }
}

/**
 * Whether an item has these values.
 * @param {Item} item
 * @param {Fields} fields
 */
export function holds(item, { texts, ...fields }) {
  return Object.entries(fields).every(([name, value]) => Reflect.get(item, name) === value)
    && Object.entries(texts ?? {}).every(([name, value]) => (item.texts[name] ?? "") === value);
}

/**
 * Changes to an item, made to stand on another version of it.
 * @param {Pending[]} pending
 * @param {string} item
 * @param {number} version
 * @returns {Pending[]}
 */
export function standingOn(pending, item, version) {
  return pending.map((entry) => {
    const { wish } = entry;
    const isOfItem = (wish.kind === "change" || wish.kind === "remove") && wish.item === item;
    return isOfItem ? { ...entry, wish: { ...wish, version } } : entry;
  });
}

/**
 * The fields of a change by name, texts among them.
 * @param {Fields} fields
 * @returns {Record<string, unknown>}
 */
export function flat({ texts, ...fields }) {
  return { ...fields, ...texts };
}

/**
 * A change without the fields that were refused; null where none is left.
 * @param {Fields} fields
 * @param {string[]} refused
 * @returns {Fields | null}
 */
export function without({ texts, ...fields }, refused) {
  const keep = (/** @type {object} */ values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !refused.includes(name)));
  const left = { ...keep(fields), ...(texts && Object.keys(keep(texts)).length > 0 ? { texts: keep(texts) } : {}) };
  return Object.keys(left).length > 0 ? left : null;
}
