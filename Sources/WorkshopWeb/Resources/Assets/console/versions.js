import { localTime } from "../common/clock.js";
import { el, replace } from "../common/dom.js";

/**
 * Which version a contribution is by now, and what it said before, fetched once somebody asks; nothing for a first one.
 * @param {import("./app.js").App} app
 * @param {import("./model.js").Entry} entry
 */
export function earlierVersions(app, { id, version }) {
  if (version < 2) return null;
  const { words } = app;
  const list = el("div");
  const load = async () => {
    const { versions } = await app.api("GET", `/contributions/${id}/versions`);
    replace(list, ...versions.flatMap((/** @type {Earlier} */ one) => [
      el("h4", { text: words("versions.earlier", { version: one.version, time: localTime(one.replacedAt) }) }),
      ...one.fields.filter(({ value }) => value !== "").map(({ label, value }) => el("div", { class: "answer" },
        el("span", { class: "label", text: label }), el("p", { dir: "auto", text: value }))),
    ]));
  };
  const opened = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLDetailsElement && target.open && list.childElementCount === 0) app.run(load());
  };
  // To choose the card would draw it anew, and fold this again.
  const click = (/** @type {Event} */ event) => event.stopPropagation();
  return el("details", { class: "earlier-versions", on: { toggle: opened, click } }, el("summary", {
    "data-key": `versions-${id}`, text: `${words("versions.number", { version })} · ${words("versions.before")}`,
  }), list);
}

/** @typedef {{version: number, replacedAt: string, fields: {label: string, value: string}[]}} Earlier */
