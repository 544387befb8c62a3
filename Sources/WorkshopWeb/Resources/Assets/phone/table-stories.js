import { h, fill } from "./dom.js";
import { framed, optionList, chosenIn } from "./fields.js";

/** @type {Set<() => void>} */
const tableViews = new Set();
let tableAskedAt = -1e9;
let isTableAsked = false;

/**
 * Asks for the stories of the table, at most once in some seconds; what came before stays on the phone.
 * @param {import("./types").App} app
 */
function askTable(app) {
  if (isTableAsked) return;
  isTableAsked = true;
  setTimeout(async () => {
    isTableAsked = false;
    tableAskedAt = performance.now();
    const { status, body } = await app.send("GET", "/api/table-stories");
    if (status !== 200 || !body.stories) return;
    app.storage.set("table", body);
    for (const draw of Array.from(tableViews)) draw();
  }, Math.max(0, tableAskedAt + 3000 - performance.now()));
}

/**
 * Draws now and whenever the table's stories come, as long as what it draws is on the page.
 * @param {HTMLElement} node
 * @param {() => void} draw
 */
function drawTable(node, draw) {
  const redraw = () => (node.isConnected ? draw() : tableViews.delete(redraw));
  draw();
  setTimeout(() => tableViews.add(redraw));
}

/** @param {import("./types").App} app */
const tableStories = (app) => /** @type {import("./types").TableStory[]} */ ((app.storage.get("table") || {}).stories || []);

/**
 * How many success factors the table has, said kindly; nothing in other steps.
 * @param {import("./types").App} app
 * @param {import("./types").Step} step
 */
export function tableNote(app, step) {
  if (!step.forms.some(({ fields }) => fields.some(({ type }) => type === "tableStories"))) return null;
  const note = h("p", { class: "tip", role: "status", hidden: true });
  drawTable(note, () => {
    const { factors = 0, least, most } = app.storage.get("table") || {};
    note.hidden = !factors;
    note.textContent = app.say(factors < most ? "table.count" : "table.enough", { count: factors, least, most });
  });
  askTable(app);
  return note;
}

/**
 * The stories something rests on, those of the table first; or the one sentence of them that tells it.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {string[] | undefined} value
 * @returns {import("./types").Control}
 */
export function tableStoriesControl(app, field, value = []) {
  const { say } = app;
  const isQuote = field.limit === 1;
  const list = h("div");
  const { node, fail } = framed(app, field, [list]);
  let isDrawn = false;
  let hasAsked = false;
  const read = () => (isDrawn ? chosenIn(list, field.id) : value);
  const draw = () => {
    const chosen = read();
    const stories = tableStories(app);
    if (stories.length) isDrawn = true;
    fill(list, isQuote ? quoteChoices(app, field.id, stories, chosen) : storyChoices(app, field.id, stories, chosen));
    list.className = stories.length > 6 ? "long" : "";
  };
  drawTable(node, draw);
  return {
    field, node, fail, read,
    refresh: () => askTable(app),
    asks: () => {
      if (isQuote || hasAsked || read().length || !tableStories(app).length) return false;
      hasAsked = true;
      fail(say("table.choose"));
      const first = list.querySelector("input");
      if (first) first.focus();
      return true;
    },
  };
}

/**
 * @param {import("./types").App} app
 * @param {string} name
 * @param {import("./types").TableStory[]} stories
 * @param {string[]} chosen
 */
function storyChoices({ say }, name, stories, chosen) {
  if (!stories.length) return [h("p", { class: "help" }, say("table.none"))];
  /** @param {import("./types").TableStory} story */
  const option = ({ id, number, title, text }) => (title === null
    ? { id, label: say("table.hidden", { number }) }
    : { id, label: title, description: say("table.number", { number }) + (text ? " · " + text.slice(0, 90) : "") });
  /**
   * @param {boolean} isHere
   * @param {string} heading
   */
  const part = (isHere, heading) => {
    const some = stories.filter((story) => story.isHere === isHere);
    return some.length && [h("p", { class: "phase" }, heading), optionList(name, some.map(option), chosen, false)];
  };
  return [part(true, say("table.here")), part(false, say("table.others"))];
}

/**
 * @param {import("./types").App} app
 * @param {string} name
 * @param {import("./types").TableStory[]} stories
 * @param {string[]} chosen
 */
function quoteChoices({ say }, name, stories, chosen) {
  const told = stories.filter(({ quote }) => quote);
  if (!told.length) return [h("p", { class: "help" }, say("table.noQuotes"))];
  const options = told.map(({ id, number, quote }) =>
    ({ id, label: "“" + quote + "”", description: say("table.number", { number }) }));
  options.push({ id: "", label: say("table.noQuote"), description: "" });
  return optionList(name, options, chosen.length ? chosen : [""], true);
}
