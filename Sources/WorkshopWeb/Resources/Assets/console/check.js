import { byID, el, keepingFocus, qrImage, replace } from "../common/dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{id: string, ok: boolean, title: string, detail: string}} Check */

/**
 * The check before the day, and the way in: address, QR and code.
 * @param {App} app
 */
export function checkView(app) {
  const { store, words } = app;
  const load = async () => drawChecks((await app.api("GET", "/preflight")).checks, words);
  byID("check-again").addEventListener("click", () => app.run(load()));
  store.watch(["tab"], ({ tab }) => {
    if (tab === "check") app.run(load());
  });
  store.watch(["join", "joinUrls"], ({ join, joinUrls }) => {
    replace(byID("join-qr"), qrImage(join.qr, words("check.qr")));
    byID("join-url").textContent = join.url;
    byID("join-code").textContent = join.code;
    keepingFocus(byID("addresses"), () => replace(byID("addresses"), ...joinUrls.map((one) => address(app, one))));
  });
  byID("key-moderator").addEventListener("click", () => showKey(app, "moderator"));
  byID("key-projector").addEventListener("click", () => showKey(app, "projector"));
  twoSteps(byID("rotate"), words("check.rotate"), words("check.rotateSure"), async () => {
    const done = await app.run(app.api("POST", "/join-code/rotate"), { text: words("check.rotated") });
    if (done) await app.run(app.refresh());
  });
}

/**
 * Makes a link with a key of its own, for another device.
 * @param {App} app
 * @param {"moderator" | "projector"} role
 */
async function showKey(app, role) {
  await app.run(app.api("POST", "/keys", { role }).then((/** @type {{url: string}} */ key) => {
    const link = el("input", { id: "key-link", type: "text", readonly: true, value: key.url });
    replace(byID("key"), el("label", { for: "key-link", text: app.words("check.keyMade") }), link);
    link.focus();
    /** @type {HTMLInputElement} */ (link).select();
  }));
}

/**
 * @param {Check[]} checks
 * @param {import("../common/words.js").Words} words
 */
function drawChecks(checks, words) {
  replace(byID("checks"), ...checks.map((check) => el("li", { class: check.ok ? "ok" : "not-ok" },
    el("span", { class: "mark", "aria-hidden": "true", text: check.ok ? "✓" : "!" }),
    el("div", null, el("span", { class: "unseen", text: words(check.ok ? "check.ok" : "check.notOk") }),
      el("h3", { text: check.title }), el("p", { class: "soft", text: check.detail })))));
}

/**
 * @param {App} app
 * @param {{url: string, interface: string, chosen: boolean}} one
 */
function address(app, one) {
  const choose = async () => {
    await app.run(app.api("PUT", "/address", { url: one.url }), { text: app.words("check.addressChosen") });
    await app.run(app.refresh());
  };
  return el("label", { class: "tick" },
    el("input", {
      type: "radio", name: "address", checked: one.chosen, value: one.url, "data-key": `address-${one.url}`,
      on: { change: choose },
    }),
    el("span", null, one.url, el("small", { text: one.interface })));
}

const patience = 5000;

/**
 * A button for what cannot be undone: the second press does it, within a few seconds.
 * @param {HTMLElement} button
 * @param {string} label
 * @param {string} sure
 * @param {() => void} act
 */
export function twoSteps(button, label, sure, act) {
  let asked = 0;
  const back = () => {
    asked = 0;
    button.textContent = label;
    button.classList.remove("sure");
  };
  back();
  button.addEventListener("click", () => {
    if (asked) {
      clearTimeout(asked);
      back();
      return act();
    }
    button.textContent = sure;
    button.classList.add("sure");
    asked = window.setTimeout(back, patience);
  });
}
