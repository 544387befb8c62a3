"""A photo as a phone's camera makes it: with the place where it was taken inside."""

import base64
import struct

# Made by the browser itself, so that nothing but Playwright is needed.
DRAW = """() => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  context.fillStyle = '#0f766e';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#ffd27d';
  context.fillRect(80, 60, 240, 180);
  return canvas.toDataURL('image/jpeg', 0.9);
}"""

MAKER = b"Werkdag Testcamera\0"


def with_place(page):
    """A JPEG drawn in the page, with an EXIF block that names a camera and a position."""
    jpeg = base64.b64decode(page.evaluate(DRAW).split(",", 1)[1])
    return jpeg[:2] + exif() + jpeg[2:]


def exif():
    """An APP1 segment: the maker, and 51° 11′ 8″ N, 3° 33′ 52″ E."""
    north, east = ((51, 1), (11, 1), (8, 1)), ((3, 1), (33, 1), (52, 1))
    first, gps, data = 8, 8 + 2 + 2 * 12 + 4, 0
    data = gps + 2 + 4 * 12 + 4
    maker_at, north_at, east_at = data, data + 20, data + 44
    tiff = struct.pack("<2sHI", b"II", 42, first)
    tiff += struct.pack("<H", 2) + entry(0x010F, 2, len(MAKER), maker_at) + entry(0x8825, 4, 1, gps) + bytes(4)
    tiff += struct.pack("<H", 4) + letter(1, b"N") + entry(2, 5, 3, north_at) + letter(3, b"E")
    tiff += entry(4, 5, 3, east_at) + bytes(4)
    tiff += MAKER.ljust(20, b"\0") + degrees(north) + degrees(east)
    segment = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment


def entry(tag, kind, count, value):
    return struct.pack("<HHII", tag, kind, count, value)


def letter(tag, value):
    return struct.pack("<HHI4s", tag, 2, 2, value)


def degrees(parts):
    return b"".join(struct.pack("<II", *part) for part in parts)
