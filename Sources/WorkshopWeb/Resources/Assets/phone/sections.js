import { h, button } from "./dom.js";

/**
 * Folds a long form into its parts: the first is open, each says how much of it is filled in, and one with a fault opens.
 * @param {import("./types").App} app
 * @param {import("./types").Form} form
 * @param {import("./types").Control[]} controls
 * @param {HTMLFormElement} node
 */
export function foldSections({ say }, { sections = [] }, controls, node) {
  const parts = sections.map(({ id, label }) => {
    const own = controls.filter(({ field }) => field.section === id);
    const count = h("small", { class: "count" });
    return { own, count, box: h("details", { class: "part" }, h("summary", {}, h("span", {}, label), count)) };
  }).filter(({ own }) => own.length);
  const progress = h("p", { class: "help", role: "status" });
  controls[0].node.before(progress, ...parts.map(({ box }) => box));
  parts.forEach(({ own, box }, place) => {
    const next = parts[place + 1];
    const go = next && button(say("sections.next"), () => turn(box, next.box), "quiet");
    box.append(...own.map((control) => control.node), go || "");
  });
  parts[0].box.open = true;

  const update = () => {
    const counts = parts.map(({ own }) => own.reduce((sum, control) => sum + answered(control), 0));
    parts.forEach(({ own, count, box }, place) => {
      const total = own.reduce((sum, control) => sum + asked(control), 0);
      const text = total > 1 ? say("sections.filled", { count: counts[place], total })
        : say(counts[place] ? "sections.done" : "sections.empty");
      if (count.textContent !== text) count.textContent = text;
      box.classList.toggle("filled", counts[place] > 0);
    });
    const begun = counts.filter((number) => number > 0).length;
    progress.textContent = say("sections.progress", { count: begun, total: parts.length });
  };
  const openFaulty = () => {
    const wrong = parts.filter(({ box }) => box.querySelector("[aria-invalid=true]"));
    for (const { box } of wrong) box.open = true;
    /** @type {HTMLElement | null} */
    const first = wrong.length ? wrong[0].box.querySelector("[aria-invalid=true]") : null;
    if (!first) return;
    /** @type {HTMLElement | null} */
    const input = first.matches("fieldset") ? first.querySelector("input,textarea") : first;
    if (input) input.focus();
  };
  node.addEventListener("input", update);
  node.addEventListener("change", update);
  node.addEventListener("submit", openFaulty);
  // After the faults that the server found, which are told once the page stands.
  setTimeout(openFaulty);
  update();
}

/**
 * @param {HTMLDetailsElement} from
 * @param {HTMLDetailsElement} to
 */
function turn(from, to) {
  from.open = false;
  to.open = true;
  /** @type {HTMLElement | null} */
  const title = to.querySelector("summary");
  if (!title) return;
  title.focus();
  title.scrollIntoView({ block: "start" });
}

/**
 * How many questions a control asks: one, or one for each of its rows.
 * @param {import("./types").Control} control
 */
function asked({ field }) {
  return hasRows(field) ? (field.options || []).length : 1;
}

/**
 * How many of them are answered.
 * @param {import("./types").Control} control
 */
function answered({ field, read }) {
  const count = Object.keys(read() || {}).length;
  return hasRows(field) ? count : Math.min(count, 1);
}

/** @param {import("./types").Field} field */
function hasRows({ type }) {
  return type === "answers" || type === "assessment";
}
