import { h, fill } from "./dom.js";
import { framed, optionList } from "./fields.js";

/** A list up to this long is read at a glance and needs no search. */
const glance = 8;
/** What others already put in few words comes before what was told at length. */
const kindOrder = ["theme", "successFactor", "story", "dream"];
/** How many of a kind are shown before somebody looks for a word. */
const first = 5;

/**
 * Text to compare by: small letters without accents.
 * @param {string} text
 */
export function plainText(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/**
 * The candidates that hold all the words, by kind; without a word the first few of each kind, where there are many.
 * @param {import("./types").Candidate[]} candidates
 * @param {string} query
 * @returns {{ kind: string, shown: import("./types").Candidate[] }[]}
 */
export function pickable(candidates, query) {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  const found = candidates.filter(({ label }) => words.every((word) => plainText(label).includes(word)));
  const most = words.length || candidates.length <= glance ? Infinity : first;
  const kinds = Array.from(new Set(found.map(({ kind }) => kind)));
  kinds.sort((one, other) => kindOrder.indexOf(one) - kindOrder.indexOf(other));
  return kinds.map((kind) => ({ kind, shown: found.filter((one) => one.kind === kind).slice(0, most) }));
}

/**
 * What something rests on, picked from a list by kind, with a search where it is long.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string | string[]} [value]
 * @param {import("./types").Draft} [draft]
 * @returns {import("./types").Control}
 */
export function pickerControl(app, field, value = [], draft) {
  const { say } = app;
  const { id, limit } = field;
  const isSingle = limit === 1;
  let { candidates = [], hasMore = false } = field;
  /** Found by a word, beyond what came with the form. @type {import("./types").Candidate[]} */
  let found = Object.values((draft && draft.labels) || {});
  let chosen = [value].flat().filter(Boolean);
  const search = h("input", { type: "search", autocomplete: "off", placeholder: say("picker.search"),
    "aria-label": field.label + ": " + say("picker.search") });
  const count = h("p", { class: "help", role: "status" });
  const note = h("p", { class: "fault", role: "status" });
  const list = h("div");
  const known = () => candidates.concat(found.filter((one) => !candidates.some((other) => other.id === one.id)));

  /** What was chosen and is no candidate any more was taken back; where only a part was sent it may still be there. */
  const dropGone = () => {
    const gone = (app.room && app.room.gone) || [];
    const left = chosen.filter((one) =>
      !gone.includes(one) && (hasMore || candidates.some((other) => other.id === one)));
    note.textContent = left.length < chosen.length ? say("picker.gone") : "";
    chosen = left;
    found = found.filter((one) => !gone.includes(one.id));
    if (draft && draft.labels) keepLabels();
  };

  const draw = () => {
    const all = known();
    const picked = chosen.map((one) => all.find((other) => other.id === one)
      || { id: one, kind: "", label: say("picker.earlier") });
    const rest = all.filter((one) => !chosen.includes(one.id));
    const groups = [{ kind: "", shown: picked }, ...pickable(rest, search.value)].filter(({ shown }) => shown.length);
    const active = document.activeElement instanceof HTMLInputElement && list.contains(document.activeElement)
      ? document.activeElement.value : "";
    const none = isSingle && chosen.length ? [{ id: "", label: say("form.none") }] : [];
    fill(list, groups.map(({ kind, shown }, place) => [
      h("h2", {}, say(kind ? "picker.kinds." + kind : "picker.earlier")),
      optionList(id, kind ? shown : [...shown, ...none], chosen, isSingle),
      place === groups.length - 1 && isCut() && h("p", { class: "help" }, say("picker.more")),
    ]));
    if (!groups.length) fill(list, [h("p", {}, say("picker.none"))]);
    const again = active && Array.from(list.querySelectorAll("input")).find((input) => input.value === active);
    if (again) again.focus();
    tell();
  };
  const isCut = () => !search.value.trim() && (hasMore || known().length > glance);
  const tell = () => {
    count.textContent = chosen.length ? say("picker.chosen", { count: chosen.length }) : "";
    search.hidden = !hasMore && known().length <= glance;
    node.hidden = !candidates.length && !chosen.length;
  };

  list.onchange = ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (isSingle) chosen = [target.value].filter(Boolean);
    else chosen = chosen.filter((one) => one !== target.value).concat(target.checked ? target.value : []);
    keepLabels();
    tell();
  };
  /** What was found by a word is not in the next list that comes; its label stays with the draft. */
  const keepLabels = () => {
    if (!draft) return;
    const own = found.filter((one) => chosen.includes(one.id));
    draft.labels = own.reduce((labels, one) => ({ ...labels, [one.id]: one }), {});
  };

  let asked = 0;
  const ask = async () => {
    const now = (asked += 1);
    const words = search.value.trim();
    if (words.length < 2) return;
    const kind = draft ? draft.payload.kind : "";
    const { status, body } = await app.send("GET",
      "/api/candidates?kind=" + kind + "&relation=" + field.relation + "&q=" + encodeURIComponent(words));
    if (status !== 200 || now !== asked) return;
    found = found.filter((one) => chosen.includes(one.id)).concat(body.candidates);
    draw();
  };
  /** @type {any} */
  let waiting = 0;
  search.oninput = (event) => {
    // What is looked for is no part of what is written.
    event.stopPropagation();
    draw();
    clearTimeout(waiting);
    if (hasMore) waiting = setTimeout(ask, 300);
  };
  search.onkeydown = (event) => {
    if (event.key === "Enter") event.preventDefault();
  };

  const { node, fail } = framed(app, field, [search, count, note, list]);
  list.className = "picker";
  dropGone();
  draw();
  return {
    field, node, fail, read: () => chosen,
    refresh: (latest) => {
      candidates = latest.candidates || [];
      hasMore = Boolean(latest.hasMore);
      dropGone();
      draw();
    },
  };
}
