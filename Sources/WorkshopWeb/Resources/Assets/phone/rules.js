import { h, heading, paragraph } from "./dom.js";

const parts = ["read", "release", "hold", "change", "never", "decide", "back", "worry"];

/**
 * How what people tell is read and decided on, in plain words, with what the network itself adds.
 * @param {import("./types").App} app
 * @returns {import("./types").View}
 */
export function rulesView({ say, me }) {
  const { confidant, houseRules, controller } = /** @type {import("./types").Me} */ (me).traject;
  const cards = parts.map((part) => h("div", { class: "card" },
    h("h2", {}, say("rules." + part + ".title")),
    paragraph(say("rules." + part + ".text", { organisation: controller.organisation, contact: controller.contact })),
    part === "worry" && paragraph(confidantLine(say, confidant))));
  const own = houseRules && h("div", { class: "card" }, h("h2", {}, say("rules.own")), paragraph(houseRules, "written"));
  return { nodes: [heading(say("rules.title")), paragraph(say("rules.lead"), "prompt"), own, cards,
    h("p", {}, h("a", { href: "#nu" }, say("rules.close")))] };
}

/**
 * Who takes care of a worry, and how to reach them.
 * @param {import("./types").Say} say
 * @param {string | null | undefined} confidant
 */
export function confidantLine(say, confidant) {
  return confidant ? say("rules.worry.confidant", { confidant }) : say("rules.worry.nobody");
}
