// The shapes of the seating contract; types only.

/**
 * @typedef {object} Table
 * @property {number} number
 * @property {number} size
 * @property {number[][]} duos
 * @property {string} mix the groups at it, in words; empty where too few sit at it to tell
 * @property {string} missing the groups nobody at it is in, in words; empty where none
 * @property {"good" | "fair" | ""} level empty where too few sit at it to tell
 */

/** @typedef {"together" | "apart" | "shareLanguage"} WishKind */
/** @typedef {{kind: WishKind, badges: number[], text: string, broken: boolean}} Wish */
/** @typedef {{group: string, label: string, count: number, confirmed: number, badges: number[]}} Handout */
/** @typedef {{objective: number, byLot: number, level: string, text: string}} Mix */

/**
 * The tables of a gathering.
 * @typedef {object} Seating
 * @property {number} seq
 * @property {number} version
 * @property {string} gathering
 * @property {boolean} published
 * @property {number} present
 * @property {number} withoutBadge
 * @property {number[]} doubled
 * @property {number[]} late
 * @property {Table[]} tables
 * @property {Mix | null} mix
 * @property {Wish[]} wishes
 * @property {number} fewest
 * @property {number} most
 * @property {Handout[]} handouts
 */

export {};
