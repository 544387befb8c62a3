/**
 * A list of cards that is drawn again without losing what someone opened, reads or stands on.
 *
 * A card that looks the same stays the same element; of one that changed, what was open stays open.
 * @param {HTMLElement} list
 */
export function keptList(list) {
  /** @type {Record<string, { look: string, node: HTMLElement }>} */
  let kept = {};

  /** @param {{ key: string, look: any, draw: () => HTMLElement }[]} cards */
  return (cards) => {
    /** @type {typeof kept} */
    const next = {};
    for (const { key, look, draw } of cards) {
      const text = JSON.stringify(look);
      const old = kept[key];
      next[key] = old && old.look === text ? old : { look: text, node: draw() };
      if (old && next[key] !== old) carryOver(old.node, next[key].node);
    }
    for (const key of Object.keys(kept)) if (kept[key] !== next[key]) kept[key].node.remove();
    cards.forEach(({ key }, at) => {
      const { node } = next[key];
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
      if (node.dataset.focus) {
        /** @type {HTMLElement | null} */
        const control = node.querySelector("[data-key='" + node.dataset.focus + "']");
        delete node.dataset.focus;
        if (control) control.focus();
      }
    });
    kept = next;
  };
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} node
 */
function carryOver(old, node) {
  for (const open of old.querySelectorAll("details[open]")) {
    const key = open.getAttribute("data-key");
    /** @type {HTMLDetailsElement | null} */
    const same = node.querySelector("details[data-key='" + key + "']");
    if (same) same.open = true;
  }
  const active = document.activeElement;
  const control = active && old.contains(active) && active.closest("[data-key]");
  if (control) node.dataset.focus = control.getAttribute("data-key") || "";
}
