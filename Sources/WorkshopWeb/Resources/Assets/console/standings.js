import { byID, el, replace } from "../common/dom.js";

/** @typedef {import("./model.js").Spread} Spread */

/** The order in which tensions are told: what most asks for a talk comes first. */
const order = ["betweenGroups", "splitRoom", "minority", "conditions"];

/**
 * What nearly everyone carries, and where tension is, in the order to talk about it.
 * @param {Spread[]} spreads
 */
export function standings(spreads) {
  const rank = (/** @type {Spread} */ spread) => order.indexOf(spread.agreement ?? "");
  return {
    carried: spreads.filter((spread) => spread.agreement === "carried"),
    tensions: spreads.filter((spread) => rank(spread) >= 0).sort((one, other) => rank(one) - rank(other)),
  };
}

/**
 * Both lists.
 * @param {import("./app.js").App} app
 */
export function standingsView({ store, words }) {
  store.watch(["spreads"], ({ spreads }) => {
    const { carried, tensions } = standings(spreads);
    replace(byID("carried"), ...carried.map((spread) => el("li", { dir: "auto", text: spread.headline })),
      carried.length === 0 && el("li", { class: "soft", text: words("gallery.noneCarried") }));
    replace(byID("tensions"), ...tensions.map((spread) => el("li", null,
      el("span", { dir: "auto", text: spread.headline }),
      el("p", { class: `agreement is-${spread.agreement}`, text: spread.agreementName ?? "" }),
      el("p", { class: "soft", text: spread.agreementQuestion ?? "" }))),
    tensions.length === 0 && el("li", { class: "soft", text: words("gallery.noTensions") }));
  });
}
