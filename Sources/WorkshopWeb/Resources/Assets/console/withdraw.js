import { byID } from "../common/dom.js";
import { codeText } from "./code.js";

const field = /** @type {HTMLInputElement} */ (byID("code"));
const result = byID("result");

/**
 * @param {"done" | "busy" | "failed" | "network"} state
 * @param {string} [text] what the server said, instead of our own words
 */
function show(state, text) {
  result.dataset.state = state;
  result.textContent = text || result.dataset[state] || "";
}

/** @param {Event} event */
async function takeBack(event) {
  event.preventDefault();
  field.value = codeText(field.value);
  show("busy");
  const response = await fetch("/api/withdrawals", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Werkdag": "1" },
    body: JSON.stringify({ code: field.value }),
  }).catch(() => null);
  if (!response) return show("network");
  const answer = await response.json().catch(() => null);
  // Only the server's own word counts: a gateway's 200 is not one.
  if (response.ok && answer?.state === "withdrawn") show("done");
  else show("failed", answer?.detail);
}

const printed = /^#code=(.+)$/.exec(location.hash)?.[1];
if (printed) {
  field.value = codeText(decodeURIComponent(printed));
  history.replaceState(null, "", location.pathname);
}
byID("withdraw").addEventListener("submit", takeBack);
