/**
 * A random UUID, version 4, in lower case.
 *
 * `crypto.randomUUID` exists only on HTTPS; a parish hall has plain HTTP.
 * @param {(bytes: Uint8Array) => Uint8Array} [fill]
 */
export function newID(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = fill(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
