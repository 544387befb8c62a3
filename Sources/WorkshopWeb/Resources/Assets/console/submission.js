/** @typedef {import("./model.js").FieldValue} FieldValue */

/**
 * What is filled in for someone else: from paper, or told to the facilitator.
 * @typedef {object} ProxyEntry
 * @property {string} id
 * @property {string} sheet the code of the sheet of paper, or empty
 * @property {string} step
 * @property {string} kind
 * @property {string} language
 * @property {string} route "paper" or "facilitator"
 * @property {string} table
 * @property {string} [gathering] where it was told, if not at the one that goes on
 * @property {string[]} groups
 * @property {string[]} consents
 * @property {boolean} hasGuardianConsent
 * @property {Record<string, FieldValue | undefined>} answers
 */

/**
 * The submission of the contract: what was left empty is left out.
 * @param {ProxyEntry} entry
 */
export function submission({ answers, groups, consents, hasGuardianConsent, ...envelope }) {
  const body = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  return { ...envelope, teller: { groups, consents, hasGuardianConsent }, body };
}

/**
 * As JSON, or with its photo as a form of two parts.
 * @param {object} content
 * @param {File | undefined} photo
 */
export function payload(content, photo) {
  if (!photo) return content;
  const form = new FormData();
  form.append("contribution", new Blob([JSON.stringify(content)], { type: "application/json" }));
  form.append("photo", photo);
  return form;
}
