/**
 * Tells the second half of a double tap on one thing, which would take back what the first half did.
 * @returns {(id: string) => boolean}
 */
export function doubleTaps() {
  let last = "";
  let at = 0;
  return (id) => {
    const now = Date.now();
    const isSecond = id === last && now - at < 400;
    [last, at] = [id, now];
    return isSecond;
  };
}
