import { el, qrImage } from "../../common/dom.js";

/**
 * QR, address and code, and how many are in.
 * @param {import("../view.js").View} view
 */
export function join({ state, words }) {
  const { join: way, room, traject } = state;
  const devices = room.counts.devices ?? 0;
  return el("section", { class: "scene join" },
    el("div", { class: "qr" }, qrImage(way.qr, words("join.qr"))),
    el("div", { class: "way" },
      el("p", { class: "welcome", text: words("join.welcome") }),
      el("h1", { text: traject.house, dir: "auto" }),
      el("p", { class: "lead", text: words("join.scan") }),
      el("p", { class: "address", text: way.url.replace(/^https?:\/\//, "") }),
      el("p", { class: "lead", text: words("join.code") }),
      el("p", { class: "code" }, ...Array.from(way.code).map((letter) => el("span", { text: letter }))),
      el("p", { class: "present" },
        el("strong", { text: String(devices) }), ` ${words.count("join.devices", devices)}`)));
}
