"""A whole workday of 120 simulated people, with a console and a projector that follow."""

import json
import os
import subprocess

from figures import Figure, Reference
from servers import HOST, PRODUCT_PORT, Failure, Product

PHONES = 120
#: The day runs in minutes instead of hours, which is some two hundred times as busy as a real one.
MINUTES = 2


def workday(bench):
    """From sending to the console's event, at a pace and in the crush of everybody sending at once."""
    with Product.running(bench.folder("workday")):
        calm = rehearsed("--minutes", str(MINUTES))
        crush = rehearsed()
    yield Figure(
        f"{PHONES} people, a day in {MINUTES} min: submission to console, p95", calm["consoleMilliseconds"]["p95"],
        "ms", at_most=200, reference=Reference("submission to its 201, p95", calm["ackMilliseconds"]["p95"]),
        note=f"{calm['submitted']} sent, {calm['lost']} lost, {calm['duplicated']} doubled, {calm['unseen']} unseen",
    )  # fmt: skip
    yield Figure(
        f"{PHONES} people, all at once: submission to console, p95", crush["consoleMilliseconds"]["p95"], "ms",
        reference=Reference("submission to its 201, p95", crush["ackMilliseconds"]["p95"]),
        note=f"the phones are simulated on the same {os.cpu_count()} cores",
    )  # fmt: skip


def rehearsed(*options):
    """The summary of a rehearsal that kept every promise."""
    url = f"http://{HOST}:{PRODUCT_PORT}"
    command = [os.environ["WERKDAG_PROGRAM"], "rehearse", "--url", url, "--phones", str(PHONES), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise Failure(done.stderr.strip().splitlines()[-1])
    summary = json.loads(done.stdout)
    if summary["unseen"] or summary["acknowledged"] != summary["submitted"]:
        raise Failure(f"not everything came to the console: {summary}")
    return summary
