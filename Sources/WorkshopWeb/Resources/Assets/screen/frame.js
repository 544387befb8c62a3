import { byID } from "../common/dom.js";

/**
 * What stays around every scene: house, item, small timer, and the way in for who comes late.
 * @param {import("../common/words.js").Words} words
 */
export function frame(words) {
  const parts = { house: byID("house"), item: byID("item"), way: byID("way") };
  return {
    /** @param {import("./state.js").ScreenState} state */
    show({ room, traject, join }) {
      const page = document.body;
      page.dataset.scene = room.scene;
      page.dataset.phase = room.item?.phase ?? "kader";
      page.classList.toggle("blank", room.blank);
      page.classList.toggle("with-timer", room.timer !== null && !["timer", "interview"].includes(room.scene));
      parts.house.textContent = traject.house;
      parts.item.textContent = room.item?.title ?? "";
      parts.way.textContent = words("way", { url: join.url.replace(/^https?:\/\//, ""), code: join.code });
    },
  };
}
