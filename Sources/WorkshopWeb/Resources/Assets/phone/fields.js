import { h, button, fill } from "./dom.js";
import { lengthOf } from "./validation.js";
import { pictogram } from "./pictograms.js";
import { shrunk } from "./photo.js";

/**
 * The control of a field, filled with what was answered before.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {any} value
 * @param {import("./types").Draft} draft
 * @returns {import("./types").Control}
 */
export function controlFor(app, field, value, draft) {
  if (field.type === "line" || field.type === "text" || field.type === "date") return textControl(app, field, value, draft);
  if (field.type === "assessment") return assessmentControl(app, field, value || {});
  if (field.type === "photo") return photoControl(app, field, draft);
  return choiceControl(app, field, value || []);
}

/**
 * The label, help, parts and place for a message that every field has; several inputs share a fieldset.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {any[]} parts
 * @param {HTMLElement} [input]
 */
function framed({ say }, { id, label, help, required }, parts, input) {
  const message = h("p", { class: "fault", id: id + "-m", hidden: true });
  const name = [label, required && h("small", {}, " " + say("form.required"))];
  const advice = help && h("p", { class: "help", id: id + "-h" }, help);
  const title = input ? h("label", { for: id }, name) : h("legend", {}, name);
  const describedBy = id + "-h " + id + "-m";
  const node = h(input ? "div" : "fieldset", { class: "field" }, title, advice, parts, message);
  (input || node).setAttribute("aria-describedby", describedBy);
  /** @param {string} text */
  const fail = (text) => {
    message.textContent = text;
    message.hidden = !text;
    (input || node).setAttribute("aria-invalid", String(!!text));
  };
  return { node, fail };
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string} value
 * @param {import("./types").Draft} draft
 */
function textControl(app, field, value, draft) {
  const { id, type, limit = Infinity, required } = field;
  const lang = draft.payload.language;
  const shape = { id, dir: "auto", value: value || "", lang, "aria-required": String(required), autocomplete: "off" };
  const counter = h("p", { class: "counter", role: "status" });
  const input = type === "text" ? h("textarea", { ...shape, rows: 3 }) : h("input", { ...shape, type: type === "date" ? type : "text" });
  const measure = () => {
    const left = input.value.length > limit * 0.8 ? limit - lengthOf(input.value) : limit;
    counter.textContent = left > limit * 0.2 ? "" : left < 0 ? app.say("form.over", { count: -left }) : app.say("form.left", { count: left });
    if (type !== "text" || !input.scrollHeight) return;
    input.style.height = "auto";
    input.style.height = input.scrollHeight + 4 + "px";
  };
  input.addEventListener("input", measure);
  setTimeout(measure);
  return { field, ...framed(app, field, [input, counter], input), read: () => input.value };
}

/**
 * A list of options to tick, or to choose one of.
 * @param {string} name
 * @param {import("./types").Option[]} options
 * @param {string[]} chosen
 * @param {boolean} isSingle
 */
export function optionList(name, options, chosen, isSingle) {
  return options.map(({ id, label, description }) => {
    const input = h("input", { type: isSingle ? "radio" : "checkbox", name, value: id, checked: chosen.includes(id) });
    const words = h("span", { dir: "auto" }, label, description && h("small", {}, description));
    return h("label", { class: "option" }, input, pictogram(id), words);
  });
}

/**
 * The values that are chosen under a name.
 * @param {ParentNode} node
 * @param {string} name
 * @returns {string[]}
 */
export function chosenIn(node, name) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = node.querySelectorAll("input[name='" + name + "']:checked");
  return Array.from(inputs, (input) => input.value).filter(Boolean);
}

/**
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string | string[]} value
 * @returns {import("./types").Control}
 */
function choiceControl(app, field, value) {
  const { id, type, limit, required } = field;
  const isSingle = type === "choice" || (type === "references" && limit === 1);
  const list = h("div", { class: "options" });
  const read = () => {
    const chosen = chosenIn(list, id);
    return type === "choice" ? chosen[0] || "" : chosen;
  };
  /**
   * @param {import("./types").Field} latest
   * @param {string | string[]} chosen
   */
  const draw = (latest, chosen) => {
    const options = latest.options || latest.candidates || [];
    const none = isSingle && !required && options.length ? [{ id: "", label: app.say("form.none") }] : [];
    fill(list, optionList(id, [...options, ...none], chosen.length ? [chosen].flat() : [""], isSingle));
    node.hidden = !options.length;
  };
  const { node, fail } = framed(app, field, [list]);
  draw(field, value);
  return { field, node, fail, read, refresh: (latest) => latest.candidates && draw(latest, read()) };
}

/**
 * One of the same answers per criterion, and for whom it does not hold yet.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {import("./types").Assessment} value
 */
function assessmentControl(app, field, value) {
  const rows = (field.options || []).map(({ id, label, description }) => {
    const name = field.id + "-" + id;
    const { answer = "", notForWhom = "" } = value[id] || {};
    const who = h("input", { value: notForWhom, maxLength: 300, dir: "auto", "aria-label": app.say("form.notForWhom"), placeholder: app.say("form.notForWhom") });
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

/**
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {import("./types").Draft} draft
 */
function photoControl(app, field, draft) {
  const { id: owner, version } = draft.payload;
  const input = h("input", { type: "file", accept: "image/*", id: field.id });
  const preview = h("img", { class: "photo", alt: app.say("photo.preview"), hidden: true });
  const remove = button(app.say("photo.remove"), () => show(null), "quiet", { hidden: true });
  const { node, fail } = framed(app, field, [preview, input, remove], input);
  /** @param {Blob | null} photo */
  const show = (photo) => {
    draft.photo = !!photo;
    preview.hidden = remove.hidden = !photo;
    if (photo) preview.src = URL.createObjectURL(photo);
    else photosGone();
    node.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const photosGone = () => {
    input.value = "";
    app.photos.remove(owner);
  };
  input.onchange = async () => {
    const file = input.files && input.files[0];
    if (!file) return;
    try {
      const photo = await shrunk(file);
      await app.photos.put(owner, photo);
      fail("");
      show(photo);
    } catch {
      fail(app.say("photo.unreadable"));
    }
  };
  if (draft.photo) app.photos.get(owner).then(show);
  else if (version) Object.assign(preview, { src: "/api/photos/" + owner, hidden: false, onerror: () => (preview.hidden = true) });
  return { field, node, fail, read: () => undefined };
}
