import { timeOfDay } from "../common/clock.js";
import { byID, el, replace } from "../common/dom.js";
import { parseTime } from "./timing.js";
import { update } from "./state.js";
import { mark } from "./typing.js";

/** @typedef {import("./editor.js").Editor} Editor */

/**
 * When the day begins and when it has to be over.
 * @param {Editor} editor
 */
export function hoursView({ store, sync, words }) {
  const fields = /** @type {const} */ (["start", "end"]).map((name) => {
    const input = el("input", { id: `hours-${name}`, type: "text", autocomplete: "off", "aria-describedby": `hours-${name}-fault` });
    const message = el("p", { class: "fault", id: `hours-${name}-fault`, hidden: true });
    input.addEventListener("input", () => mark(store, name, isAhead(name, input.value)));
    input.addEventListener("change", () => send(name, input.value));
    input.addEventListener("blur", () => mark(store, name, false));
    return { name, input, message };
  });
  replace(byID("hours"), ...fields.map(({ name, input }) =>
    el("div", { class: "field" }, el("label", { for: input.id, text: words(`hours.${name}`) }), input)),
  ...fields.map(({ message }) => message));

  /**
   * Whether something else was typed than what is stored.
   * @param {"start" | "end"} name
   * @param {string} typed
   */
  function isAhead(name, typed) {
    const value = parseTime(typed);
    return value !== store.get().shown.gathering[name] || (value === null && typed.trim() !== "");
  }

  /**
   * @param {"start" | "end"} name
   * @param {string} typed
   */
  function send(name, typed) {
    const { faults, shown } = store.get();
    const value = parseTime(typed);
    if (value === null && !(name === "end" && typed.trim() === "")) {
      const fault = { message: words("faults.time"), typed };
      return update(store, { faults: { ...faults, gathering: { ...faults.gathering, [name]: fault } } });
    }
    if (value === shown.gathering[name] && !faults.gathering?.[name]) return undefined;
    return sync.ask(name === "start" ? { kind: "start", start: value ?? 0 } : { kind: "end", end: value });
  }

  store.watch(["shown", "faults"], ({ shown, faults }) => {
    for (const { name, input, message } of fields) {
      const fault = faults.gathering?.[name];
      message.hidden = !fault;
      message.textContent = fault?.message ?? "";
      if (fault) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      input.parentElement?.classList.toggle("faulty", fault !== undefined);
      if (document.activeElement === input) continue;
      const value = fault ? fault.typed : shown.gathering[name];
      input.value = typeof value === "number" ? timeOfDay(value) : String(value ?? "");
    }
  });
}
