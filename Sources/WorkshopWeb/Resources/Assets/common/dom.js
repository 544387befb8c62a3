/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, unknown> & {on?: Record<string, (event: any) => void>}} Props */

/**
 * Makes an element. `class` and `text` are what they say, `on` holds listeners, properties such as `value` and
 * `checked` are set as properties; all else becomes an attribute, left out where it is null, undefined or false.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props | null} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(node, name, value);
  append(node, children);
  return node;
}

const asProperty = new Set(["value", "checked", "disabled", "selected", "hidden"]);

/**
 * @param {HTMLElement} node
 * @param {string} name
 * @param {unknown} value
 */
function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.className = String(value);
  else if (name === "text") node.textContent = String(value);
  else if (name === "on") {
    for (const [type, listener] of Object.entries(/** @type {Record<string, EventListener>} */ (value))) {
      node.addEventListener(type, listener);
    }
  } else if (asProperty.has(name)) Reflect.set(node, name, value);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * @param {Element} node
 * @param {Child[]} children
 */
function append(node, children) {
  for (const child of children) if (child || child === "") node.append(child);
}

/**
 * Puts children in the place of what was there.
 * @param {Element} node
 * @param {...Child} children
 */
export function replace(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/**
 * Puts nodes in order and leaves those alone that stand right, so that a list of hundreds is not laid out anew.
 * @param {Element} list
 * @param {Element[]} nodes
 */
export function arrange(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
  });
}

/**
 * The element with an id that the page's template promises.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byID(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`The page has no #${id}`);
  return node;
}

/**
 * Redraws a part and keeps the focus on the control with the same `data-key`.
 * @param {Element} node
 * @param {() => void} draw
 */
export function keepingFocus(node, draw) {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && node.contains(active) ? active.dataset.key : undefined;
  draw();
  if (!key || node.contains(document.activeElement)) return;
  const again = node.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * The server's QR as an image in the page. It is parsed as XML, so nothing in it runs.
 * @param {string} text
 * @param {string} label
 * @returns {Element | null}
 */
export function qrImage(text, label) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") return null;
  const svg = document.importNode(parsed, true);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}
