// The shapes of the HTTP contract that projector and console share; types only.

/** @typedef {{activity: "telling" | "writing", round: number, from: number}} Moment */
/** @typedef {{remaining: number, total: number, running: boolean, swap: boolean, moments?: Moment[]}} RoundTimer */
/** @typedef {{ask: string, more: string}} Question */
/** @typedef {{id: string, title: string, phase: string}} RoomItem */

/**
 * Where the room is now.
 * @typedef {object} Room
 * @property {number} seq
 * @property {string | null} step
 * @property {RoomItem | null} item
 * @property {string} scene
 * @property {string} interview whose guide is asked, "adults" or "children"
 * @property {boolean} blank
 * @property {RoundTimer | null} timer
 * @property {boolean} dotsRevealed
 * @property {boolean} stancesRevealed
 * @property {boolean} scanRevealed
 * @property {Design} design
 * @property {string[]} releasesAtOnce the steps whose free text is released as it comes in
 * @property {boolean} closed
 * @property {boolean} handedOver whether Doen goes to the ontwerpteam
 * @property {boolean} asksGuardian whether everybody who tells may be a minor
 * @property {Record<string, number>} counts
 * @property {number} revision
 * @property {string | null} seating another text whenever who sits where has to be fetched again
 */

/** @typedef {{id: string, label: string, description?: string}} Term */
/** @typedef {{id?: string, label: string, value: string}} Detail */
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
 * @property {{story: string, number: number, text: string} | null} [quoted] the sentence of a story that tells a success factor
 * @property {string[]} [answers] the themes a dream answers
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
 * @property {number | null} [size] told to the console alone
 */

/** @typedef {Record<string, number>} Counts */

/**
 * How the room stands towards a proposal; `counts` is null until revealed.
 * @typedef {object} Spread
 * @property {string} proposal
 * @property {string} headline
 * @property {Counts | null} counts
 * @property {number} total
 * @property {string | null} agreement where the room stands; null until revealed
 * @property {string | null} agreementName the same in words
 * @property {string | null} agreementQuestion what there is to talk about then
 * @property {number} reasonsWaiting how many reasons a moderator still has to read; 0 for the room
 * @property {{group: string, counts: Counts}[]} byGroup
 * @property {{position: string, text: string}[]} reasons
 */

/**
 * On which building block people want to work: totals.
 * @typedef {{limit: number | null, people: Record<string, number>, full: string[], opened: string[]}} Design
 */

/**
 * The coordination role scan; `counts` is in the order of the answers, null where they may not be told.
 * @typedef {object} Scan
 * @property {number} people
 * @property {string} about what the counts are, and are not
 * @property {{id: string, label: string, answers: Term[], counts: number[] | null, talk: string | null}[]} questions
 */

/** @typedef {{url: string, code: string, qr: string}} Join */

/** @typedef {{all: number, blocks: Record<string, number>, others: number}} Totals of a kind, and of stories by building block */

/**
 * What was heard, from whom, and what the room is asked because of it.
 * @typedef {object} Coverage
 * @property {{id: string, name: string}[]} groups
 * @property {{id: string, name: string, heard: boolean, groups: boolean[] | null}[]} rows `groups` is null while it is
 *   not told from whom
 * @property {string[]} questions
 * @property {boolean} complete
 */

/**
 * How many joined each action or co-signed each pledge, which requests are open, and which offers were matched.
 * @typedef {object} Destiny
 * @property {Record<string, number>} joined
 * @property {string[]} openRequests
 * @property {{request: string, offer: string}[]} matches
 */

/**
 * What the projector starts from.
 * @typedef {object} Snapshot
 * @property {number} seq
 * @property {{house: string, topic: string, date: string, place: string, followUp?: FollowUp | null}} traject
 * @property {Room} room
 * @property {Join} join
 * @property {Term[]} buildingBlocks
 * @property {Record<string, Question[]>} guides the questions of an interview, by whom it is with
 * @property {Item[]} items of each kind the newest
 * @property {Record<string, Totals>} totals how many there are of each kind
 * @property {ThemeView[]} themes
 * @property {Spread[]} spreads
 * @property {Coverage} coverage
 * @property {Destiny} destiny
 * @property {Scan} scan
 * @property {{key: string, seats: [number, number][]} | null} seating the table of each badge, while that is shown
 */

/** @typedef {{date: string | null, place?: string | null}} FollowUp */

export {};
