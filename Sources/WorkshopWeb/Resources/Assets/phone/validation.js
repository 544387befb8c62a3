/**
 * How many characters a person sees; code points where the phone cannot count better.
 * @param {string} text
 */
export function lengthOf(text) {
  /** @type {any} */
  const { Segmenter } = Intl;
  return Array.from(Segmenter ? new Segmenter().segment(text) : text).length;
}

/**
 * What is the matter with the answers, by field; the same rules as the server's, which has the last word.
 * @param {import("./types").Field[]} fields
 * @param {import("./types").Body} body
 * @param {boolean} hasPhoto
 * @param {import("./types").Say} say
 */
export function faultsIn(fields, body, hasPhoto, say) {
  /** @type {Record<string, string>} */
  const faults = {};
  for (const field of fields) {
    const fault = faultOf(field, field.type === "photo" ? (hasPhoto ? "x" : "") : body[field.id], say);
    if (fault) faults[field.id] = fault;
  }
  return faults;
}

/**
 * @param {import("./types").Field} field
 * @param {import("./types").Value | undefined} value
 * @param {import("./types").Say} say
 */
function faultOf({ required, limit, type }, value, say) {
  if (!value || !Object.keys(value).length) return required ? say("faults.missing") : "";
  if (!limit) return "";
  if (Array.isArray(value)) return value.length > limit ? say("faults.tooMany", { limit }) : "";
  if ((type !== "line" && type !== "text") || value.length <= limit) return "";
  return lengthOf(String(value)) > limit ? say("faults.tooLong", { limit }) : "";
}
