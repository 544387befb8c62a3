import { el } from "../../common/dom.js";
import { itemsOf } from "../state.js";
import { nothingYet, said } from "../view.js";

/** Two on a picture, so that what hands made is seen from the back of the room; three where there are many to see. */
const sizeFor = (/** @type {number} */ count) => (count > 6 ? 3 : 2);

/**
 * The dream wall: what tables made, with its name, its sentence and the themes it answers.
 * @param {import("../view.js").View} view
 */
export function dreams(view) {
  const found = itemsOf(view.state, "dream");
  if (found.length === 0) {
    return el("section", { class: "scene dreams" }, el("h1", null, view.words("dreams.title")),
      nothingYet(view.words("dreams.none")));
  }
  const pictures = dreamPictures(found, sizeFor(found.length));
  const turn = view.page % pictures.length;
  const part = pictures.length > 1
    && el("span", { class: "part", text: view.words("dreams.part", { number: turn + 1, count: pictures.length }) });
  return el("section", { class: `scene dreams crossfade of-${pictures[turn].length}` },
    el("h1", null, view.words("dreams.title"), part),
    el("div", { class: "frames" }, ...pictures[turn].map((dream) => frame(view, dream))));
}

/**
 * The dreams picture by picture, with a child's or young person's on each as long as there are any: where they are fewer
 * than the pictures they come back.
 * @template {{voiceName: string | null}} Dream
 * @param {Dream[]} found
 * @param {number} size
 * @returns {Dream[][]}
 */
export function dreamPictures(found, size) {
  const apart = found.filter(({ voiceName }) => voiceName);
  const others = found.filter(({ voiceName }) => !voiceName);
  if (apart.length === 0 || others.length === 0) return inParts(found, size);
  const besides = inParts(others, Math.max(1, size - 1));
  const pictures = besides.map((part, index) => [...part, apart[index % apart.length]]);
  return [...pictures, ...inParts(apart.slice(besides.length), size)];
}

/**
 * @template Thing
 * @param {Thing[]} things
 * @param {number} size
 */
function inParts(things, size) {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, index) =>
    things.slice(index * size, (index + 1) * size));
}

/**
 * @param {import("../view.js").View} view
 * @param {import("../../common/model.js").Item} dream
 */
function frame(view, dream) {
  const themes = view.state.themes.filter(({ id }) => dream.answers?.includes(id)).map(({ name }) => name);
  return el("article", { class: dream.photo ? "frame" : "frame plain", "data-id": dream.id },
    dream.photo ? view.photo(dream.photo, view.words("dreams.photo", { title: dream.headline })) : null,
    el("div", { class: "caption" }, dream.voiceName && el("p", { class: "voice", text: dream.voiceName }),
      said("h2", "headline", dream.headline), said("p", "text", dream.text),
      themes.length > 0 && el("p", { class: "answers" }, el("b", { text: view.words("dreams.answers") }),
        ...themes.slice(0, 3).map((name) => said("span", "answer", name)))));
}
