// The shapes that only the console gets; types only.

/** @typedef {import("../common/model.js").Room} Room */
/** @typedef {import("../common/model.js").Term} Term */
/** @typedef {import("../common/model.js").Spread} Spread */
/** @typedef {import("../common/model.js").Link} Link */
/** @typedef {import("../common/model.js").ThemeView & {mergedInto: string | null}} Theme */

/** @typedef {{field: string, part: string | null, kind: string, start: number, length: number, text: string}} Hint */

/**
 * What a card tells a moderator besides what was said.
 * @typedef {object} Moderation
 * @property {Hint[]} hints what may identify somebody, while that is still to be decided
 * @property {{id: string, label: string, value: string}[] | null} told as its teller said it, where it was reworded
 * @property {{id: string, number: number} | null} mergedInto
 * @property {{id: string, number: number} | null} splitFrom
 * @property {number[]} merged the numbers of what was merged into it
 */

/**
 * A contribution as moderators see it.
 * @typedef {object} Entry
 * @property {string} id
 * @property {number} number
 * @property {string} kind
 * @property {string} kindName
 * @property {string} step
 * @property {string} state
 * @property {string} stateName
 * @property {string} route
 * @property {string} routeName
 * @property {string} language
 * @property {boolean} late
 * @property {number} version
 * @property {string | null} table
 * @property {string | null} voice whose voice it is, where it was told apart from the workday
 * @property {string | null} voiceName the same in words
 * @property {string[]} groups
 * @property {boolean} guardianConsent
 * @property {boolean | null} photoAllowed whether a photo of minors may be seen; null where there is none
 * @property {boolean} needsGuardian whether a guardian has to consent before it is shown or quoted
 * @property {string[]} consents
 * @property {string} headline
 * @property {string | null} pledgeKind what a pledge says
 * @property {{id: string, label: string, value: string}[]} fields
 * @property {string | null} photo
 * @property {string[]} buildingBlocks
 * @property {string[]} themes
 * @property {Link[]} links
 * @property {{story: string, number: number, text: string} | null} quoted the sentence of a story that tells a success factor
 * @property {string[]} cautions why it has to be read whole before it is released
 * @property {string | null} holdReason
 * @property {Moderation} moderation
 * @property {string} createdAt
 */

/** @typedef {Record<string, Record<string, number>>} StateCounts how many of each kind are in each state */

/**
 * A story or a factor as the clustering board shows it.
 * @typedef {object} Card
 * @property {string} id
 * @property {number} number
 * @property {string} kind
 * @property {string} kindName
 * @property {string} state
 * @property {string} headline
 * @property {string[]} themes those it was put into itself
 */

/**
 * @typedef {object} RunSheetItem
 * @property {string} id
 * @property {string} title
 * @property {number} start minutes after midnight
 * @property {number} minutes
 * @property {string} phase
 * @property {string} grouping
 * @property {string} goal
 * @property {string | null} step
 * @property {string} scene
 * @property {number | null} timerMinutes
 * @property {boolean} swap
 * @property {boolean} isProtected
 * @property {boolean} isSkipped
 * @property {number | null} adjustedMinutes the length the day gave it, or null
 * @property {number | null} expectedStart when it is expected to begin, or null once it began
 * @property {string | null} actualStart
 * @property {string | null} actualEnd
 * @property {boolean} open
 */

/**
 * A gathering to choose.
 * @typedef {{id: string, name: string, date: string | null, isCurrent: boolean, asksGuardian: boolean}} GatheringChoice
 */

/**
 * What the console starts from.
 * @typedef {object} ConsoleSnapshot
 * @property {number} seq
 * @property {"facilitator" | "moderator"} role of who opened this console
 * @property {{id: string, house: string, topic: string, date: string, place: string, rehearsal: boolean,
 *   followUp?: import("../common/model.js").FollowUp | null}} traject
 * @property {Room} room
 * @property {import("../common/model.js").Join} join
 * @property {{url: string, interface: string, chosen: boolean}[]} joinUrls
 * @property {{id: string, name: string} | null} gathering whose run sheet is shown
 * @property {GatheringChoice[]} gatherings
 * @property {RunSheetItem[]} runSheet
 * @property {number} drift
 * @property {{id: string, name: string, phase: string, open: boolean, takesText: boolean}[]} steps
 * @property {{id: string, name: string}[]} scenes
 * @property {Entry[]} contributions the first of what waits
 * @property {StateCounts} counts
 * @property {Theme[]} themes
 * @property {ThemeHistory} themeHistory
 * @property {Spread[]} spreads
 * @property {import("../common/model.js").Scan} scan
 * @property {Term[]} buildingBlocks
 * @property {Term[]} groups
 * @property {{id: string, label: string, help?: string}[]} consents
 * @property {{devices: number, byGroup: Record<string, number>}} participation
 * @property {import("../common/model.js").Coverage} coverage
 * @property {import("../common/model.js").Destiny} destiny
 */

/** @typedef {{edit: number, at: string, text: string, role: string, undone: boolean}} ThemeEdit */
/** @typedef {{edits: ThemeEdit[], undo: ThemeEdit | null, redo: ThemeEdit | null}} ThemeHistory */

/**
 * What might belong together, and by which words; of so many loose ones so many were compared.
 * @typedef {object} Suggestions
 * @property {number} compared
 * @property {number} loose
 * @property {{members: string[], words: string[]}[]} groups
 * @property {{contribution: string, theme: string, words: string[]}[]} fits
 */

/**
 * How late the room comes at the next fixed hour or at the end, and what would win time back.
 * @typedef {object} WinBack
 * @property {number} late minutes
 * @property {{item: string | null, title: string, start: number}} until
 * @property {{item: string, title: string, gives: number, text: string}[]} proposals
 * @property {number} total
 * @property {number | null} handOver minutes of Doen that the ontwerpteam can take over
 */

/** @typedef {{id: string, kind: string, kindName: string, number: number | null, headline: string,
 *   stateName: string | null, near: boolean}} ChainNode */
/** @typedef {{here: ChainNode, back: ChainNode[], forth: ChainNode[]}} ChainPlace */

/** @typedef {{answer: string, notForWhom: string}} CriterionAnswer */
/** @typedef {string | string[] | Record<string, CriterionAnswer> | Record<string, string>} FieldValue */

/**
 * A field of a form.
 * @typedef {object} Field
 * @property {string} id
 * @property {string} type
 * @property {string} label
 * @property {string} [help]
 * @property {boolean} required
 * @property {string} tier
 * @property {number} [limit]
 * @property {Term[]} [options]
 * @property {Term[]} [answers]
 * @property {{id: string, kind: string, label: string}[]} [candidates]
 */

/** @typedef {{kind: string, name: string, fields: Field[], consents: {id: string, label: string, help?: string}[]}} Form */
/** @typedef {{id: string, phase: string, phaseName: string, name: string, prompt: string, forms: Form[]}} Step */

export {};
