import { byID } from "../common/dom.js";
import { faultCount, isUnsaved, lightOf } from "./typing.js";

/** @typedef {import("./editor.js").Editor} Editor */

/**
 * Whether everything is with the server: "bewaard" is only said after its answer.
 * @param {Editor} editor
 */
export function lightView({ store, words }) {
  const node = byID("light");
  store.watch(["light", "pending", "faults", "conflict", "typing"], (now) => {
    const state = lightOf(now);
    const text = state === "faulty" ? words.count("light.faulty", faultCount(now.faults))
      : state === "waiting" || state === "refused" ? words.count(`light.${state}`, now.pending.length)
        : words(`light.${state}`);
    if (node.textContent !== text) node.textContent = text;
    node.dataset.state = state;
  });
  addEventListener("beforeunload", (event) => {
    if (isUnsaved(store.get())) event.preventDefault();
  });
}
