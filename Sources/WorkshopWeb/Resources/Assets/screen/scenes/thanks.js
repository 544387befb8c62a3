import { dayText } from "../../common/clock.js";
import { el } from "../../common/dom.js";

/**
 * Thanks, with the date of the opvolgmoment.
 * @param {import("../view.js").View} view
 */
export function thanks({ state, words, language }) {
  const followUp = state.traject.followUp;
  return el("section", { class: "scene thanks" },
    el("h1", { text: words("thanks.title") }),
    el("p", { class: "lead", text: words("thanks.lead") }),
    el("div", { class: "invitation" },
      el("p", { class: "eyebrow", text: words("thanks.followUp") }),
      el("p", { class: "day", text: followUp?.date ? dayText(followUp.date, language) : words("thanks.noDate") }),
      followUp?.place ? el("p", { class: "place", text: followUp.place, dir: "auto" }) : null));
}
