/**
 * Where an arrow key leads in a row of tabs; null for another key.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null}
 */
export function tabAfter(key, at, count) {
  if (key === "ArrowRight" || key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowUp") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/**
 * Brings a row of tabs to life: arrow keys move and choose, one tab is in the tab order.
 * @param {HTMLElement} row
 * @param {(id: string) => void} choose
 */
export function liveTabs(row, choose) {
  const tabs = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[role=tab]")]);
  const idOf = (/** @type {HTMLElement} */ tab) => tab.dataset.tab ?? "";
  for (const tab of tabs) tab.addEventListener("click", () => choose(idOf(tab)));
  row.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const next = at < 0 ? null : tabAfter(event.key, at, tabs.length);
    if (next === null) return;
    event.preventDefault();
    tabs[next].focus();
    choose(idOf(tabs[next]));
  });
  return {
    /** @param {string} id */
    show(id) {
      for (const tab of tabs) {
        const chosen = idOf(tab) === id;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
        if (panel) panel.hidden = !chosen;
      }
    },
  };
}
