import { h, button } from "./dom.js";
import { complaint } from "./join.js";

/**
 * A button that takes a contribution back at the second tap.
 * @param {import("./types").App} app
 * @param {string} code
 * @param {() => void} done
 */
export function takeBack(app, code, done) {
  const { say } = app;
  const note = h("p", { class: "fault", role: "alert" });
  let askedAt = 0;
  const tap = button(say("own.takeBack"), async () => {
    if (tap.className !== "danger") {
      tap.className = "danger";
      tap.textContent = say("own.sure");
      askedAt = Date.now();
      return;
    }
    // The second half of a double tap is not an answer.
    if (Date.now() - askedAt < 1000) return;
    note.textContent = await withdraw(app, code);
    if (!note.textContent) done();
  }, "quiet", { "data-key": "take-back" });
  tap.onblur = () => {
    tap.className = "quiet";
    tap.textContent = say("own.takeBack");
  };
  return [tap, note];
}

/**
 * Withdraws by code; answers what to say when that fails, or "".
 * @param {import("./types").App} app
 * @param {string} code
 */
async function withdraw(app, code) {
  const reply = await app.send("POST", "/api/withdrawals", { code });
  return reply.status === 404 ? app.say("withdraw.wrong") : complaint(app, reply);
}
