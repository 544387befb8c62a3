import { el } from "../common/dom.js";

const kept = 60;

/**
 * Keeps photos as elements, so that a turning wall does not fetch them again and shows them without the network.
 * @returns {{show: (url: string, description: string) => HTMLElement, keepOnly: (urls: string[]) => void}}
 */
export function makePhotos() {
  /** @type {Map<string, HTMLImageElement>} */
  const photos = new Map();
  return {
    show(url, description) {
      const photo = photos.get(url) ?? el("img", { src: url, class: "photo" });
      photo.alt = description;
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
