/**
 * The size of a picture with its long side brought down to a maximum.
 * @param {number} width
 * @param {number} height
 * @param {number} most
 */
export function fitted(width, height, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * A photo small enough to send, as JPEG; throws where it cannot be read.
 *
 * An `<img>` turns it upright by itself on every phone; `createImageBitmap` does so only on new ones.
 * @param {Blob} file
 * @returns {Promise<Blob>}
 */
export async function shrunk(file) {
  const image = await loaded(URL.createObjectURL(file));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(image.naturalWidth, image.naturalHeight, 1600));
  const context = canvas.getContext("2d");
  if (!context) throw new Error();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error())), "image/jpeg", 0.8);
  });
}

/**
 * @param {string} src
 * @returns {Promise<HTMLImageElement>}
 */
function loaded(src) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = src;
  });
}
