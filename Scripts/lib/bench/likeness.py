"""The suggestions for themes: how long they take, and how well they find the sample day's own."""

import json
import os
import subprocess

from figures import Figure, Reference
from servers import Failure

COUNTS = (100, 500, 2000)


def likeness(bench):
    """`werkdag likeness` compares in a process of its own, without a server."""
    counts = [argument for count in COUNTS for argument in ("--count", str(count))]
    done = subprocess.run(
        [os.environ["WERKDAG_PROGRAM"], "likeness", *counts], capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode != 0:
        raise Failure(done.stderr.strip())
    measured = json.loads(done.stdout)
    for count in COUNTS:
        limit = 1000 if count == 500 else None
        yield Figure(f"theme suggestions among {count:,}", measured["milliseconds"][str(count)], "ms", at_most=limit)
    yield Figure(
        "agreement with the sample day's themes", measured["agreement"], "index",
        reference=Reference("groups of the same sizes, elsewhere", measured["agreementByChance"]),
        note="adjusted Rand index: 1 the same, 0 chance",
    )  # fmt: skip
    yield Figure(
        "offers to the theme a story came from", 100 * measured["rightOffers"] / max(1, measured["offers"]), "%",
        reference=Reference("one theme at random", 100 / measured["themes"]),
        note=f"of {measured['offers']} offered",
    )  # fmt: skip
