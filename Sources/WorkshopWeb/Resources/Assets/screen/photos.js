import { el } from "../common/dom.js";

const kept = 60;

/**
 * Keeps photos as elements, so that a turning wall does not fetch them again and shows them without the network.
 * @param {string} description what a screen reader says of each
 * @returns {{show: (url: string) => HTMLElement, keepOnly: (urls: string[]) => void}}
 */
export function makePhotos(description) {
  /** @type {Map<string, HTMLElement>} */
  const photos = new Map();
  return {
    show(url) {
      const photo = photos.get(url) ?? el("img", { src: url, alt: description, class: "photo" });
      photos.delete(url);
      photos.set(url, photo);
      if (photos.size > kept) photos.delete([...photos.keys()][0]);
      return photo;
    },
    keepOnly(urls) {
      for (const url of [...photos.keys()]) if (!urls.includes(url)) photos.delete(url);
    },
  };
}
