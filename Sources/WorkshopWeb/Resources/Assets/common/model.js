// The shapes of the HTTP contract that projector and console share; types only.

/** @typedef {{remaining: number, total: number, running: boolean, swap: boolean}} RoundTimer */
/** @typedef {{id: string, title: string, phase: string}} RoomItem */

/**
 * Where the room is now.
 * @typedef {object} Room
 * @property {number} seq
 * @property {string | null} step
 * @property {RoomItem | null} item
 * @property {string} scene
 * @property {boolean} blank
 * @property {RoundTimer | null} timer
 * @property {boolean} dotsRevealed
 * @property {boolean} stancesRevealed
 * @property {boolean} closed
 * @property {boolean} asksGuardian whether everybody who tells may be a minor
 * @property {Record<string, number>} counts
 * @property {number} revision
 * @property {string | null} seating another text whenever who sits where has to be fetched again
 */

/** @typedef {{id: string, label: string, description?: string}} Term */
/** @typedef {{label: string, value: string}} Detail */
/** @typedef {{relation: string, to: string}} Link */

/**
 * A contribution as the room may see it: released, and its teller consents to the screen.
 * @typedef {object} Item
 * @property {string} id
 * @property {number} number
 * @property {string} kind
 * @property {string} headline
 * @property {string} text
 * @property {string} [quote]
 * @property {string[]} buildingBlocks
 * @property {string} language
 * @property {boolean} rightToLeft
 * @property {string | null} photo
 * @property {string | null} voiceName whose voice it is, where it was told apart from the workday
 * @property {Detail[]} details
 * @property {Link[]} links
 * @property {string | null} [table]
 */

/**
 * A theme; `dots` is null until they are revealed.
 * @typedef {object} ThemeView
 * @property {string} id
 * @property {string} name
 * @property {string | null} buildingBlock
 * @property {boolean} positiveCore
 * @property {number | null} dots
 * @property {number} size
 */

/** @typedef {Record<string, number>} Counts */

/**
 * How the room stands towards a proposal; `counts` is null until revealed.
 * @typedef {object} Spread
 * @property {string} proposal
 * @property {string} headline
 * @property {Counts | null} counts
 * @property {number} total
 * @property {{group: string, counts: Counts}[]} byGroup
 * @property {{position: string, text: string}[]} reasons
 */

/** @typedef {{url: string, code: string, qr: string}} Join */

/**
 * What the projector starts from.
 * @typedef {object} Snapshot
 * @property {number} seq
 * @property {{house: string, topic: string, date: string, place: string, followUp?: FollowUp | null}} traject
 * @property {Room} room
 * @property {Join} join
 * @property {Term[]} buildingBlocks
 * @property {Item[]} items
 * @property {ThemeView[]} themes
 * @property {Spread[]} spreads
 * @property {number} requestsOpen
 * @property {{key: string, seats: [number, number][]} | null} seating the table of each badge, while that is shown
 */

/** @typedef {{date: string | null, place?: string | null}} FollowUp */

export {};
