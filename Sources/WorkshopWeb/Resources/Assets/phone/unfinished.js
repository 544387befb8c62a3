import { isBlank, keptDraft } from "./drafts.js";

/**
 * What was written and not sent, corrections of what was sent before among it.
 * @param {import("./types").Storage} storage
 * @returns {{ key: string, draft: import("./types").Draft }[]}
 */
export function unfinished(storage) {
  /** @type {any[]} */
  const found = storage.keys("d:").concat(storage.keys("e:")).map((key) => ({ key, draft: keptDraft(storage, key) }));
  return found.filter(({ draft }) => draft && !isBlank(draft));
}
