/** Drawn with one thick round line, in which a line of no length is a head. */
const shapes = {
  ouder: "M10 6h0M10 17v9M23 14h0M23 24v2",
  kind: "M12 13h0M12 23v3M25 6h0M25 12v0",
  jongere: "M16 6h0M16 17v9M6 9l5 7M26 9l-5 7",
  vrijwilliger: "M10 6h0M10 17v9M22 13l3 4l3-4z",
  beleid: "M5 11L16 5L27 11zM7 20v6M16 20v6M25 20v6",
  partner: "M9 6h0M9 17v9M23 6h0M23 17v9",
};

/**
 * The picture beside a stakeholder group, or null for a group that has none.
 * @param {string} id
 */
export function pictogram(id) {
  /** @type {Record<string, string>} */
  const known = shapes;
  if (!known[id]) return null;
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 32 32");
  svg.setAttribute("aria-hidden", "true");
  svg.appendChild(document.createElementNS(space, "path")).setAttribute("d", known[id]);
  return svg;
}
