"""The pages of the months before the day, in a data directory full of trajects, and the pack that is printed."""

import datetime
import os
import statistics
import subprocess
import time

from figures import Figure
from servers import Failure, Product

TRAJECTS = 200
OPEN = 3
PEOPLE = 100
#: Below `/begeleider/TRAJECT/voorbereiding`; the gathering's own pages are those of the first workday.
PAGES = (
    "", "/intake", "/traject", "/kader", "/bijeenkomsten", "/ontwerpteam", "/werving", "/praktisch", "/draaiboek/dag-1",
    "/tafels/dag-1", "/afdrukken",
)  # fmt: skip


def pages(bench):
    """Every page a facilitator uses before the day, with 200 trajects in the folder, of which three are open."""
    folder = bench.folder("preparation")
    names = [make(folder / "data", number) for number in range(bench.count(TRAJECTS))]
    with Product.running(folder) as product:
        for name in names[:OPEN]:
            product.ask("GET", f"/api/console/{name}")
        paths = ["/begeleider"]
        for name in names[:OPEN]:
            paths += [f"/begeleider/{name}", f"/api/console/{name}"]
            paths += [f"/begeleider/{name}/voorbereiding{page}" for page in PAGES]
        slowest, at = 0, ""
        for path in paths:
            median = statistics.median(timed(product, path) for _ in range(bench.count(15)))
            if median > slowest:
                slowest, at = median, path
    yield Figure(
        f"slowest page, {len(names)} trajects of which {OPEN} open", slowest, "ms", at_most=50,
        note=f"{at.replace(names[0], '…')}, of {len(paths)} pages, median each",
    )  # fmt: skip


def pack(bench):
    """What is printed for a day of 100 people, all parts in one file."""
    folder = bench.folder("pack")
    name = make(folder / "data", 0)
    with Product.running(folder) as product:
        taken = []
        for _ in range(bench.count(3)):
            begun = time.monotonic()
            path = f"/begeleider/{name}/documenten/print-pack.pdf?personen={PEOPLE}"
            status, document = product.call("GET", path, timeout=60)
            taken.append(time.monotonic() - begun)
            if status != 200 or not document.startswith(b"%PDF"):
                raise Failure(f"{path}: {status}")
    yield Figure(
        f"print pack for {PEOPLE} people", statistics.median(taken), "s", at_most=5,
        note=f"{len(document) / 1024:,.0f} KB",
    )  # fmt: skip


def make(folder, number):
    # Around today, as in the folder of who guides trajects for years: half of them past, one a week.
    date = datetime.date.today() + datetime.timedelta(weeks=number - TRAJECTS // 2, days=1)
    command = [
        os.environ["WERKDAG_PROGRAM"], "new", "--house", f"Meetbank {number}", "--date", date, "--data", folder,
    ]  # fmt: skip
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=30)
    return f"meetbank-{number}-{date}"


def timed(product, path):
    begun = time.monotonic()
    status, answer = product.call("GET", path)
    if status != 200:
        raise Failure(f"{path}: {status} {answer[:200].decode(errors='replace')}")
    return (time.monotonic() - begun) * 1000
