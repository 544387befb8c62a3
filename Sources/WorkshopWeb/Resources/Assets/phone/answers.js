import { h } from "./dom.js";
import { framed } from "./fields.js";

/**
 * Questions with short answers; each may stay empty.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {Record<string, string>} [value]
 * @param {import("./types").Draft} [draft]
 * @returns {import("./types").Control}
 */
export function answersControl(app, field, value = {}, draft) {
  const rows = (field.options || []).map(({ id, label, description }) => {
    const name = field.id + "-" + id;
    const input = h("textarea", { id: name, rows: 2, dir: "auto", value: value[id] || "", maxLength: field.limit,
      lang: draft && draft.payload.language, "aria-describedby": name + "-h" });
    const help = description && h("p", { class: "help", id: name + "-h" }, description);
    return { id, input, node: h("div", { class: "criterion" }, h("label", { for: name }, label), help, input) };
  });
  const read = () => {
    /** @type {Record<string, string>} */
    const result = {};
    for (const { id, input } of rows) if (input.value.trim()) result[id] = input.value.trim();
    return result;
  };
  return { field, ...framed(app, field, rows.map(({ node }) => node)), read };
}
