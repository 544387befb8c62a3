"""Reads the QR codes of the pages as a phone's camera would, from the squares they are drawn with."""

import re

import zxingcpp

SQUARE = re.compile(r"M(\d+) (\d+)h1v1h-1z")
SIZE = re.compile(r'viewBox="0 0 (\d+) \1"')
# Pixels a module: readers want a few.
SCALE = 4


def text_in(svg):
    """The text of a QR code drawn as an SVG; fails where no reader would find one."""
    size = int(SIZE.search(svg)[1]) * SCALE
    pixels = bytearray(b"\xff" * size * size)
    for x, y in SQUARE.findall(svg):
        for row in range(int(y) * SCALE, (int(y) + 1) * SCALE):
            start = row * size + int(x) * SCALE
            pixels[start : start + SCALE] = bytes(SCALE)
    found = zxingcpp.read_barcodes(memoryview(pixels).cast("B", shape=[size, size]))
    assert len(found) == 1, f"{len(found)} codes in the picture"
    return found[0].text
