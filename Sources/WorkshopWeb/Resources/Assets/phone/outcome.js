import { h, paragraph } from "./dom.js";
import { complaint } from "./join.js";

/**
 * What became of the contribution of a code; `problem` says why there is nothing to show, or is "".
 * @param {import("./types").App} app
 * @param {string} code
 * @returns {Promise<{ problem: string, outcome: import("./types").Outcome }>}
 */
export async function outcomeOf(app, code) {
  const reply = await app.send("POST", "/api/outcomes", { code });
  return { problem: reply.status === 404 ? app.say("withdraw.wrong") : complaint(app, reply), outcome: reply.body };
}

/**
 * @param {import("./types").Outcome} outcome
 */
export function outcomePart({ stateName, summary, steps, state }) {
  const isGone = state === "withdrawn";
  return h("div", { class: "outcome" }, !isGone && paragraph(stateName), paragraph(summary, "prompt"),
    steps.map(({ title, names, others, ids }) => h("section", {}, h("h3", {}, title),
      h("ul", {}, names.map((name, at) => h("li", { dir: "auto", "data-id": ids[at] }, name)),
        others && h("li", { class: "help" }, others)))));
}
