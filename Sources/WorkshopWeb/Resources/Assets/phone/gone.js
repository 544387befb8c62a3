let goneBefore = "";

/**
 * Drops at once what the room may not see any more: from the page its cards, names, and choices in a list, and from what
 * the phone keeps. What is fetched next does not hold it either, but may come a second later.
 * @param {import("./types").App} app
 */
export function dropGone({ room, step, storage }) {
  if (!room) return;
  const gone = room.gone || [];
  for (const id of gone) {
    for (const node of document.querySelectorAll("[data-id='" + id + "'],input[value='" + id + "']")) {
      (node.closest("label") || node).remove();
    }
  }
  // This runs every second, and what is kept may be long.
  const now = JSON.stringify([room.step, room.revision, step && step.id, gone]);
  if (now === goneBefore) return;
  goneBefore = now;
  forget(storage, gone);
  if (!room.step || (step && step.id === room.step && !asksTable(step))) storage.remove("table");
}

/** @param {import("./types").Step} step */
const asksTable = ({ forms }) => forms.some(({ fields }) => fields.some(({ type }) => type === "tableStories"));

/**
 * Takes what is gone out of what the phone keeps: the table's stories, the steps, and the labels of what was picked.
 * @param {import("./types").Storage} storage
 * @param {string[]} gone
 */
export function forget(storage, gone) {
  if (!gone.length) return;
  for (const key of storage.keys("")) {
    const kept = /^(table$|[sdeo]:)/.test(key) && storage.get(key);
    // What somebody wrote stays as it is; only what others told is in its labels.
    const others = kept && (/^[deo]:/.test(key) ? kept.labels : kept);
    if (others && withoutGone(others, gone)) storage.set(key, kept);
  }
}

/**
 * Whether anything was taken out.
 * @param {any} value
 * @param {string[]} gone
 * @returns {boolean}
 */
function withoutGone(value, gone) {
  if (!value || typeof value !== "object") return false;
  const isGone = (/** @type {any} */ one) => Boolean(one) && gone.includes(one.id);
  let isCut = false;
  for (const key of Object.keys(value).reverse()) {
    if (!isGone(value[key])) isCut = withoutGone(value[key], gone) || isCut;
    else {
      if (Array.isArray(value)) value.splice(Number(key), 1);
      else delete value[key];
      isCut = true;
    }
  }
  return isCut;
}
