import { h } from "./dom.js";
import { framed, optionList, chosenIn } from "./fields.js";

/**
 * One of the same answers per criterion, and for whom it does not hold yet.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {import("./types").Assessment} [value]
 */
export function assessmentControl(app, field, value = {}) {
  const rows = (field.options || []).map(({ id, label, description }) => {
    const name = field.id + "-" + id;
    const { answer = "", notForWhom = "" } = value[id] || {};
    const placeholder = app.say("form.notForWhom");
    const who = h("input", { value: notForWhom, maxLength: 300, dir: "auto", "aria-label": placeholder, placeholder });
    const legend = h("legend", {}, label, h("small", {}, description));
    const answers = h("div", { class: "answers" }, optionList(name, field.answers || [], [answer], true));
    const node = h("fieldset", { class: "criterion" }, legend, answers, who);
    const read = () => ({ answer: chosenIn(node, name)[0], notForWhom: who.value.trim() });
    const update = () => (who.hidden = !/deels|nee/.test(read().answer || ""));
    node.onchange = update;
    update();
    return { id, node, read };
  });
  const read = () => {
    /** @type {import("./types").Assessment} */
    const result = {};
    for (const row of rows) if (row.read().answer) result[row.id] = row.read();
    return result;
  };
  return { field, ...framed(app, field, rows.map((row) => row.node)), read };
}
