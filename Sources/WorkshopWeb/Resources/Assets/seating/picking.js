/** @typedef {import("./model.js").Seating} Seating */

/**
 * What a choice on the board means: nothing chosen yet, a change of places, or a badge let go.
 * @typedef {{do: "pick", badge: number} | {do: "drop"} | {do: "move", badge: number, table: number}
 *   | {do: "swap", badges: [number, number]} | {do: "none"}} Deed
 */

/**
 * The number of the table a badge sits at; null where it has no seat.
 * @param {Seating} seating
 * @param {number} badge
 */
export function tableOf(seating, badge) {
  return seating.tables.find((table) => table.duos.some((duo) => duo.includes(badge)))?.number ?? null;
}

/**
 * Choosing a badge: the first is picked, the second takes its place. Who has no seat yet cannot swap and joins the
 * table.
 * @param {Seating} seating
 * @param {number | null} picked
 * @param {number} badge
 * @returns {Deed}
 */
export function chooseBadge(seating, picked, badge) {
  if (picked === null) return { do: "pick", badge };
  if (picked === badge) return { do: "drop" };
  const [here, there] = [tableOf(seating, picked), tableOf(seating, badge)];
  if (here === null && there === null) return { do: "pick", badge };
  if (here === null) return { do: "move", badge: picked, table: Number(there) };
  if (there === null) return { do: "move", badge, table: here };
  // At one table a swap changes partners, which is a change too.
  return { do: "swap", badges: [picked, badge] };
}

/**
 * Choosing a table.
 * @param {Seating} seating
 * @param {number | null} picked
 * @param {number} table
 * @returns {Deed}
 */
export function chooseTable(seating, picked, table) {
  if (picked === null) return { do: "none" };
  return tableOf(seating, picked) === table ? { do: "drop" } : { do: "move", badge: picked, table };
}

/**
 * The badge that an arrow leads to from another, along the tables; the same where the board ends.
 * @param {Seating} seating
 * @param {number} badge
 * @param {string} key
 */
export function neighbour(seating, badge, key) {
  const rows = seating.tables.map((table) => table.duos.flat()).filter((row) => row.length > 0);
  const row = rows.findIndex((badges) => badges.includes(badge));
  if (row < 0) return badge;
  const at = rows[row].indexOf(badge);
  const all = rows.flat();
  const place = all.indexOf(badge);
  if (key === "ArrowRight") return all[Math.min(all.length - 1, place + 1)];
  if (key === "ArrowLeft") return all[Math.max(0, place - 1)];
  if (key === "Home") return all[0];
  if (key === "End") return all[all.length - 1];
  const next = rows[row + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0)];
  return next ? next[Math.min(at, next.length - 1)] : badge;
}

/**
 * Badge numbers as they are typed, "12, 15 en 20"; null where something among them is no badge.
 * @param {string} typed
 * @param {string} and the word that may stand between two of them
 * @returns {number[] | null}
 */
export function badgesIn(typed, and) {
  const parts = typed.split(/[\s,;+&]+/).filter((part) => part && part.toLowerCase() !== and);
  const badges = parts.map((part) => (/^#?\d{1,5}$/.test(part) ? Number(part.replace("#", "")) : 0));
  return badges.every((badge) => badge >= 1 && badge <= 9999) ? [...new Set(badges)] : null;
}
