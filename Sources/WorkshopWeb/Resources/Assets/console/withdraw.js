import { byID, el, replace } from "../common/dom.js";
import { codeText } from "./code.js";

const field = /** @type {HTMLInputElement} */ (byID("code"));
const result = byID("result");
const takeBackButton = byID("take-back");
let asked = false;

/**
 * @param {"done" | "busy" | "failed" | "network" | "none"} state
 * @param {string} [text] what the server said, instead of our own words
 */
function show(state, text) {
  result.dataset.state = state;
  result.textContent = text || result.dataset[state] || "";
}

/**
 * Sends the code; answers what came back, or null where that failed, which is said.
 * @param {string} path
 */
async function send(path) {
  field.value = codeText(field.value);
  show("busy");
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Werkdag": "1" },
    body: JSON.stringify({ code: field.value }),
  }).catch(() => null);
  if (!response) {
    show("network");
    return null;
  }
  const answer = await response.json().catch(() => null);
  // Only the server's own word counts: a gateway's 200 is not one.
  if (response.ok && answer?.state) return answer;
  show("failed", answer?.detail);
  return null;
}

/** @param {Event} [event] */
async function follow(event) {
  event?.preventDefault();
  byID("outcome").hidden = true;
  const outcome = await send("/api/outcomes");
  if (!outcome) return;
  show("none");
  replace(byID("told"),
    el("p", { class: "help", text: `${outcome.kindName} ${outcome.number}` }),
    outcome.headline && el("h2", { dir: "auto", text: outcome.headline }),
    el("p", { text: outcome.stateName }), el("p", null, el("strong", { text: outcome.summary })),
    ...outcome.steps.map((/** @type {{title: string, names: string[], others: string | null}} */ step) =>
      el("section", null, el("h3", { text: step.title }), el("ul", null,
        ...step.names.map((name) => el("li", { dir: "auto", text: name })),
        step.others && el("li", { text: step.others })))));
  asked = false;
  takeBackButton.textContent = takeBackButton.dataset.ask ?? "";
  takeBackButton.hidden = outcome.state === "withdrawn";
  byID("outcome").hidden = false;
}

async function takeBack() {
  if (!asked) {
    asked = true;
    takeBackButton.textContent = takeBackButton.dataset.sure ?? "";
    return;
  }
  const answer = await send("/api/withdrawals");
  if (answer?.state !== "withdrawn") return;
  byID("outcome").hidden = true;
  show("done");
}

byID("withdraw").addEventListener("submit", follow);
takeBackButton.addEventListener("click", takeBack);
const printed = /^#code=(.+)$/.exec(location.hash)?.[1];
if (printed) {
  field.value = codeText(decodeURIComponent(printed));
  history.replaceState(null, "", location.pathname);
  follow();
}
