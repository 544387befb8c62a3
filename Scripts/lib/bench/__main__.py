"""Measures what was promised, each figure beside its reference in the same run.

Run by Scripts/bench, which names the program in WERKDAG_PROGRAM. Everything is on 127.0.0.1 and ends with the run.
"""

import argparse
import pathlib
import resource
import sys
import tempfile
import time

import board
import documents
import editor
import likeness
import pages
import preparation
import scale
import seating
import streams
import submissions
import workday
from figures import table
from native import Native
from servers import Failure

MEASUREMENTS = {
    "page": pages.page,
    "sizes": pages.sizes,
    "start": pages.start,
    "join": submissions.join,
    "submission": submissions.submission,
    "slow-disk": submissions.slow_disk,
    "broadcast": streams.broadcast,
    "workday": workday.workday,
    "report": documents.report,
    "preparation": preparation.pages,
    "pack": preparation.pack,
    "editor": editor.editing,
    "likeness": likeness.likeness,
    "seating": seating.seating,
    "scale": scale.scale,
    "board": board.board,
}


class Bench:
    """How thoroughly to measure, and where files may go."""

    def __init__(self, scratch, is_whole):
        self.scratch, self.is_whole = scratch, is_whole
        self.native = Native(scratch)

    @property
    def repeats(self):
        return 3 if self.is_whole else 1

    @property
    def turns(self):
        return 2 if self.is_whole else 1

    def seconds(self, whole):
        return whole if self.is_whole else whole / 2

    def count(self, whole):
        return whole if self.is_whole else -(-whole // 3)

    def folder(self, name):
        folder = self.scratch / name
        folder.mkdir()
        return folder


def arguments():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help=f"quick, or some of: {', '.join(MEASUREMENTS)}")
    names = parser.parse_args().names
    is_whole = "quick" not in names
    names = [name for name in names if name != "quick"]
    for name in names:
        if name not in MEASUREMENTS:
            parser.error(f"there is no measurement {name}")
    return names or list(MEASUREMENTS), is_whole


def main():
    names, is_whole = arguments()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    figures, failures = [], []
    # Beside the build and not in /tmp, which may be memory: what is synced should reach a disk.
    build = pathlib.Path(__file__).parents[3] / ".build"
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as scratch:
        bench = Bench(pathlib.Path(scratch), is_whole)
        for name in names:
            begun = time.monotonic()
            try:
                figures += MEASUREMENTS[name](bench)
            except Failure as failure:
                failures.append(f"{name}: {failure}")
            print(f"{name:<12} {time.monotonic() - begun:5.1f} s", file=sys.stderr)
    print(table(figures))
    for figure in figures:
        print(figure.json())
    for failure in failures:
        print(f"error: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
