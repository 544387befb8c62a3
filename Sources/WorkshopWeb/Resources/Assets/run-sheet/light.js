import { byID } from "../common/dom.js";

/** @typedef {import("./editor.js").Editor} Editor */

/**
 * Whether everything is with the server: "bewaard" is only said after its answer.
 * @param {Editor} editor
 */
export function lightView({ store, words }) {
  const node = byID("light");
  store.watch(["light", "pending", "faults", "conflict"], ({ light, pending, faults, conflict }) => {
    const wrong = Object.values(faults).reduce((sum, item) => sum + Object.keys(item).length, 0);
    const state = conflict ? "conflict" : light === "saved" && wrong > 0 ? "faulty" : light;
    const text = state === "faulty" ? words.count("light.faulty", wrong)
      : state === "waiting" || state === "refused" ? words.count(`light.${state}`, pending.length) : words(`light.${state}`);
    if (node.textContent !== text) node.textContent = text;
    node.dataset.state = state;
  });
  addEventListener("beforeunload", (event) => {
    if (store.get().pending.length > 0) event.preventDefault();
  });
}
