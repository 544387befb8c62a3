import { h, fill } from "./dom.js";

/**
 * Which version something is by now, and what it said before, fetched once somebody asks; nothing for a first version.
 * @param {import("./types").App} app
 * @param {import("./types").Own} own
 */
export function versionsPart({ say, send }, { id, version }) {
  if (version < 2) return null;
  const list = h("div");
  const before = h("details", {},
    h("summary", {}, say("versions.number", { version }) + " · " + say("versions.before")), list);
  before.ontoggle = async () => {
    if (!before.open || list.childElementCount) return;
    const { status, body } = await send("GET", "/api/contributions/" + id + "/versions");
    if (status !== 200) return fill(list, [h("p", { class: "fault" }, say("offline"))]);
    fill(list, body.versions.map((/** @type {any} */ earlier) => [
      h("h3", {}, say("versions.earlier", { version: earlier.version })),
      earlier.fields.map((/** @type {any} */ { label, value }) =>
        [h("p", { class: "help" }, label), h("p", { dir: "auto", class: "told" }, value)]),
    ]));
  };
  return before;
}
