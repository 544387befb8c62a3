import { h, button } from "./dom.js";
import { later } from "./arrival.js";
import { framed } from "./fields.js";
import { shrunk } from "./photo.js";

/**
 * A photo from the camera or the album, made small, with a look at it and a way to take it off.
 * @param {import("./types").App} app
 * @param {import("./types").Field} field
 * @param {undefined} _value
 * @param {import("./types").Draft} draft
 */
export function photoControl(app, field, _value, draft) {
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
    later.album.remove(owner);
  };
  input.onchange = async () => {
    const file = input.files && input.files[0];
    if (!file) return;
    try {
      const photo = await shrunk(file);
      await later.album.put(owner, photo);
      fail("");
      show(photo);
    } catch {
      fail(app.say("photo.unreadable"));
    }
  };
  if (draft.photo) later.album.get(owner).then(show);
  else if (version) Object.assign(preview,
    { src: "/api/photos/" + owner, hidden: false, onerror: () => (preview.hidden = true) });
  return { field, node, fail, read: () => undefined };
}
