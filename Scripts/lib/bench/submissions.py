"""Stories sent by many phones at once, each stored for good before it is acknowledged; and the phones' joining."""

import pathlib
import shutil
import sqlite3
import statistics
import time

from figures import Figure, Reference
from servers import C_PORT, PRODUCT_PORT, Failure, Product, started

#: A session may send 60 at once and 5 a second more; with so many the budget is there and is never spent.
PHONES = 2500
SLOW_SYNC_MICROSECONDS = 2400


def join(bench):
    """5,000 phones by the QR's token, all from one address."""
    phones = 5000
    with Product.running(bench.folder("join")) as product:
        traject = product.new_traject("Instappen")
        result = bench.native.join(PRODUCT_PORT, phones, traject["token"], bench.scratch / "join-cookies")
    note = f"64 connections; each p50 {result['p50']:.0f} ms, p99 {result['p99']:.0f} ms"
    yield Figure(f"join of {phones:,} phones", result["seconds"], "s", at_most=10, note=note)


def submission(bench):
    """The real route at 500 connections, in turns with a bare group commit over HTTP; then the rows from C alone."""
    runs, bare = [], []
    folder = bench.folder("submission")
    with Product.running(folder) as product:
        empty = bench.scratch / "empty.werkdag"
        for turn in range(bench.repeats):
            runs.append(submit_fresh(bench, product, f"Verhalen {turn}", bench.seconds(4)))
            bare.append(bare_group_commit(bench, bench.seconds(3)))
        copy_empty(product, empty)
    rows = [rows_in_c(bench, empty, bench.count(24_000), group) for group in (50, 400)]
    yield from submission_figures(runs, bare, rows)


def submission_figures(runs, bare, rows):
    best = sorted(runs, key=lambda run: run["perSecond"])[len(runs) // 2]
    stored = sum(run["created"] for run in runs)
    note = f"500 connections, {best['size']:,} stories in the file, p50 {best['p50']:.0f} ms"
    yield Figure(
        "durable submission", best["perSecond"], "stories/s", at_least=10_000,
        reference=Reference("bare group commit over HTTP, C", statistics.median(run["perSecond"] for run in bare)),
        note=note,
    )  # fmt: skip
    yield Figure(
        "durable submission, of the rows alone", best["perSecond"], "stories/s",
        reference=Reference("same rows in C on SQLite, 400 a commit", rows[1]["perSecond"]),
        note=f"with 50 a commit C stores {rows[0]['perSecond']:,} rows/s",
    )  # fmt: skip
    yield Figure(
        "durable submission, p99", best["p99"], "ms", at_most=100,
        reference=Reference("bare group commit over HTTP, C", statistics.median(run["p99"] for run in bare)), note=note,
    )  # fmt: skip
    yield Figure(
        "acknowledged but not stored", sum(run["lost"] for run in runs), "stories", at_most=0,
        note=f"of {stored:,} answered 201, by the server's audit and by the file",
    )  # fmt: skip
    yield Figure("stored twice or not acknowledged", sum(run["surplus"] for run in runs), "stories", at_most=0)
    yield Figure(
        "answers 429 and others than 201", sum(run["tooMany"] + run["other"] for run in runs), "answers", at_most=0,
        note=f"{PHONES:,} sessions, so that no budget is spent",
    )  # fmt: skip


def slow_disk(bench):
    """The same with every sync 2.4 ms longer, beside one commit for each row."""
    slow = {
        "LD_PRELOAD": str(bench.native.path("slow_sync.so")),
        "SLOW_SYNC_MICROSECONDS": str(SLOW_SYNC_MICROSECONDS),
    }
    with Product.running(bench.folder("slow-disk"), environment=slow) as product:
        runs = [submit_fresh(bench, product, f"Trage schijf {turn}", bench.seconds(4)) for turn in range(bench.repeats)]
        empty = bench.scratch / "empty-slow.werkdag"
        copy_empty(product, empty)
    one_each = rows_in_c(bench, empty, 400, 1, environment=slow)
    middle = sorted(runs, key=lambda run: run["perSecond"])[len(runs) // 2]
    if sum(run["lost"] + run["surplus"] for run in runs) > 0:
        raise Failure("with a slow disk, what was acknowledged is not what was stored")
    yield Figure(
        "durable submission, sync of 2.4 ms", middle["perSecond"], "stories/s", at_least=8_000,
        reference=Reference("C on SQLite, one commit a row", one_each["perSecond"]), note=f"p99 {middle['p99']:.0f} ms",
    )  # fmt: skip


def submit_fresh(bench, product, house, seconds):
    """One run on a traject of its own, with what the server and the file say of it afterwards."""
    traject = product.new_traject(house)
    cookies, acknowledged = bench.scratch / "cookies", bench.scratch / "acknowledged"
    bench.native.join(PRODUCT_PORT, PHONES, traject["token"], cookies)
    run = bench.native.submit(PRODUCT_PORT, cookies, acknowledged, seconds)
    sent = acknowledged.read_text().split()
    audit = product.ask("GET", f"/api/console/{traject['id']}/audit")["acknowledged"]
    with sqlite3.connect(f"file:{product.file(traject['id'])}?mode=ro", uri=True) as file:
        (size,) = file.execute("SELECT count(*) FROM contribution").fetchone()
    run["size"] = size
    run["lost"] = len(set(sent) - set(audit))
    # Counted in the file, so that an id stored twice shows here.
    run["surplus"] = size - len(sent)
    return run


def bare_group_commit(bench, seconds):
    # On libmicrohttpd 0.9.75 the C reference stalls in some runs, as the product has not; then it gets another chance.
    for attempt in range(3):
        path = bench.scratch / f"bare-{time.monotonic_ns()}.sqlite"
        with started([bench.native.path("group_commit"), C_PORT, path], C_PORT, bench.scratch / "bare.log"):
            try:
                return bench.native.submit(C_PORT, bench.scratch / "cookies", pathlib.Path("/dev/null"), seconds)
            except Failure:
                if attempt == 2:
                    raise


def copy_empty(product, path):
    """A traject of the product without a story, as a file of its own."""
    traject = product.new_traject("Leeg")
    with sqlite3.connect(f"file:{product.file(traject['id'])}?mode=ro", uri=True) as source:
        with sqlite3.connect(path) as target:
            source.backup(target)


def rows_in_c(bench, empty, rows, group, environment=None):
    path = bench.scratch / "rows.werkdag"
    for left in bench.scratch.glob("rows.werkdag*"):
        left.unlink()
    shutil.copyfile(empty, path)
    return bench.native.run("rows", path, rows, group, environment=environment)
