/**
 * A person: where they stand, how tall; a head and round shoulders.
 * @param {number} x
 * @param {number} height
 */
function figure(x, height) {
  const head = height / 4;
  const top = 30 - height;
  const width = height / 3;
  const shoulders = `M${x - width} 30v-${head}a${width} ${width} 0 0 1 ${width * 2} 0v${head}z`;
  return `M${x - head} ${top + head}a${head} ${head} 0 1 1 ${head * 2} 0a${head} ${head} 0 1 1-${head * 2} 0` + shoulders;
}

/**
 * The picture beside a stakeholder group, or null for a group that has none.
 * @param {string} id
 */
export function pictogram(id) {
  /** @type {Record<string, () => string>} */
  const shapes = {
    ouder: () => figure(11, 25) + figure(24, 16),
    kind: () => figure(12, 18) + "M24 2a5 6 0 1 1-.1 0M24 14v9",
    jongere: () => figure(16, 23) + "M9 11a7 8 0 0 1 14 0h5v2H9z",
    vrijwilliger: () => figure(11, 22) + "M24 19q-12-7-5-12q4-1 5 3q1-4 5-3q7 5-5 12",
    beleid: () => "M16 2L30 11H2zM4 13h4v12H4zM14 13h4v12h-4zM24 13h4v12h-4zM2 27h28v3H2z",
    partner: () => figure(9, 21) + figure(23, 21),
  };
  if (!shapes[id]) return null;
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 32 32");
  svg.setAttribute("aria-hidden", "true");
  svg.appendChild(document.createElementNS(space, "path")).setAttribute("d", shapes[id]());
  return svg;
}
