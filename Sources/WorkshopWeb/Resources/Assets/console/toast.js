import { byID, el } from "../common/dom.js";

const stay = 9000;
/** More would cover what one works with: on the console, the buttons of the projector. */
export const shownAtOnce = 1;

/**
 * Quiet messages at the foot of the page, with a way back where there is one. A pointer or the focus keeps them.
 * @param {import("../common/words.js").Words} words
 */
export function makeToasts(words) {
  const region = byID("toasts");
  return {
    /**
     * @param {string} text
     * @param {"done" | "problem"} kind
     * @param {() => void} [undo]
     */
    show(text, kind, undo) {
      const toast = el("div", { class: `toast ${kind}` }, el("p", { text }));
      const leave = () => toast.remove();
      if (undo) {
        toast.append(el("button", {
          type: "button", class: "quiet", text: words("undo"),
          on: { click: () => { leave(); undo(); } },
        }));
      }
      toast.append(el("button", {
        type: "button", class: "quiet", "aria-label": words("dismiss"), text: "×", on: { click: leave },
      }));
      region.append(toast);
      while (region.childElementCount > shownAtOnce) region.firstElementChild?.remove();
      const wait = () => setTimeout(() => {
        if (toast.matches(":hover, :focus-within")) wait();
        else leave();
      }, kind === "problem" ? stay * 2 : stay);
      wait();
    },
  };
}
