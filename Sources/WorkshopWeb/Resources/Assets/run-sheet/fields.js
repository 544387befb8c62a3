import { timeOfDay } from "../common/clock.js";
import { parseMinutes, parseTime } from "./timing.js";

/** @typedef {import("./model.js").Fields} Fields */
/** @typedef {import("./model.js").Item} Item */
/** @typedef {"line" | "text" | "minutes" | "count" | "time" | "tick" | "choice"} FieldType */
/** @typedef {{name: string, type: FieldType, mayBeEmpty?: boolean}} FieldKind */

/** @type {{id: string, fields: FieldKind[]}[]} The details of an item, in the order in which they are thought of. */
export const groups = [
  { id: "what", fields: [
    { name: "title", type: "line" }, { name: "phase", type: "choice" }, { name: "goal", type: "text" },
    { name: "method", type: "text" },
  ] },
  { id: "time", fields: [
    { name: "minutes", type: "minutes" }, { name: "minimumMinutes", type: "minutes", mayBeEmpty: true },
    { name: "anchor", type: "time", mayBeEmpty: true }, { name: "anchorReason", type: "choice", mayBeEmpty: true },
    { name: "isProtected", type: "tick" }, { name: "isSkipped", type: "tick" },
  ] },
  { id: "people", fields: [
    { name: "grouping", type: "line" }, { name: "lead", type: "line" }, { name: "helpers", type: "line" },
    { name: "room", type: "line" }, { name: "materials", type: "text" },
  ] },
  { id: "screens", fields: [
    { name: "scene", type: "choice" }, { name: "step", type: "choice", mayBeEmpty: true },
    { name: "timerMinutes", type: "minutes", mayBeEmpty: true }, { name: "rounds", type: "count" },
    { name: "hasSwap", type: "tick" },
  ] },
  { id: "after", fields: [
    { name: "harvest", type: "text" }, { name: "planB", type: "text" }, { name: "notes", type: "text" },
  ] },
];

const texts = new Set(["title", "goal", "method", "grouping", "lead", "helpers", "materials", "room", "harvest", "planB",
  "notes"]);

/**
 * What an item has in a field.
 * @param {Item} item
 * @param {string} name
 * @returns {unknown}
 */
export function valueOf(item, name) {
  return texts.has(name) ? item.texts[name] ?? "" : Reflect.get(item, name);
}

/**
 * A value as it stands in its field.
 * @param {FieldKind} kind
 * @param {unknown} value
 * @returns {string | boolean}
 */
export function textOf({ type }, value) {
  if (type === "tick") return value === true;
  if (value === null || value === undefined) return "";
  return type === "time" && typeof value === "number" ? timeOfDay(value) : String(value);
}

/**
 * What was typed as a value, or the name of what is wrong with it.
 * @param {FieldKind} kind
 * @param {string | boolean} typed
 * @returns {{value: unknown} | {fault: string}}
 */
export function read({ name, type, mayBeEmpty }, typed) {
  if (typeof typed === "boolean") return { value: typed };
  const text = typed.trim();
  if (type === "line" || type === "text") return name === "title" && text === "" ? { fault: "title" } : { value: text };
  if (text === "" && mayBeEmpty) return { value: null };
  if (type === "choice") return { value: text };
  const value = type === "time" ? parseTime(text) : parseMinutes(text);
  return value === null ? { fault: type } : { value };
}

/**
 * The fields of a change to one field of an item; a fixed hour brings its reason along.
 * @param {Item} item
 * @param {string} name
 * @param {any} value
 * @param {string} [reason] why the hour was fixed before it was cleared
 * @returns {Fields}
 */
export function changeOf(item, name, value, reason = "other") {
  if (texts.has(name)) return { texts: { [name]: value } };
  if (name === "anchor") return { anchor: value, anchorReason: value === null ? null : item.anchorReason ?? reason };
  return { [name]: value };
}
