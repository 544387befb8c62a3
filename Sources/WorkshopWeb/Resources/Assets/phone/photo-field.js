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
  const remove = button(app.say("photo.remove"), () => takeOff(), "quiet", { hidden: true });
  const inPage = h("p", { class: "help", role: "status", hidden: true }, app.say("sent.keptInPage"));
  const { node, fail } = framed(app, field, [preview, input, remove, inPage], input);
  /** @param {boolean} hasPhoto */
  const mark = (hasPhoto) => {
    draft.photo = hasPhoto;
    // After sending, the form is gone and its draft must not come back.
    if (node.isConnected) node.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** @param {Blob | null} photo */
  const show = (photo) => {
    preview.hidden = remove.hidden = !photo;
    if (photo) preview.src = URL.createObjectURL(photo);
    mark(!!photo);
  };
  const takeOff = () => {
    input.value = "";
    inPage.hidden = true;
    later.album.remove(owner);
    show(null);
  };
  input.onchange = async () => {
    const file = input.files && input.files[0];
    if (!file) return;
    const had = draft.photo;
    const photo = shrunk(file);
    const written = later.album.put(owner, photo);
    // From now on it belongs to what is sent, which waits until it is small.
    mark(true);
    try {
      inPage.hidden = await written;
      show(await photo);
    } catch {
      mark(had);
      fail(app.say(/hei[cf]/i.test(file.type + file.name) ? "photo.heic" : "photo.unreadable"));
    }
  };
  if (draft.photo) later.album.get(owner).then((/** @type {Blob | null} */ photo) => {
    show(photo);
    if (!photo) return fail(app.say("photo.gone"));
    later.album.isKept(owner).then((/** @type {boolean} */ isKept) => (inPage.hidden = isKept));
  });
  else if (version) Object.assign(preview,
    { src: "/api/photos/" + owner, hidden: false, onerror: () => (preview.hidden = true) });
  return { field, node, fail, read: () => undefined };
}
