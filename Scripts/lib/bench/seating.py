"""Tables with the maximum mix: how well, and how fast, by the route the console uses.

The objective is the mean over the tables of the total variation distance between a table's group mix and the room's.
`native/seating.c` counts it anew, and gives what to hold it beside: drawing lots, a long simulated annealing, and, where
everybody is in one group, the least possible.
"""

import random
import time

from figures import Figure, Reference
from servers import PRODUCT_PORT, Failure, Product

GROUPS = {"ouder": 30, "kind": 10, "jongere": 8, "vrijwilliger": 14, "beleid": 8, "partner": 30}
COUNTS = (20, 100, 500)


def people(count, is_mixed):
    """Groups and organisation of so many people; mixed, some are in two groups and some tell none."""
    draw = random.Random(count * 2 + is_mixed)
    for _ in range(count):
        told = {one(draw)}
        if is_mixed and draw.random() < 0.15:
            told.add(one(draw))
        if is_mixed and draw.random() < 0.08:
            told = set()
        yield sorted(told), f"Dienst {draw.randrange(max(3, count // 12))}" if "partner" in told else ""


def one(draw):
    return draw.choices(list(GROUPS), GROUPS.values())[0]


def check_in(bench, product, traject, room):
    """Lets everybody in with a badge, as their phones do."""
    cookies = bench.scratch / f"seating-{len(room)}"
    bench.native.join(PRODUCT_PORT, len(room), traject["token"], cookies, connections=8)
    for badge, ((groups, organisation), cookie) in enumerate(zip(room, cookies.read_text().split()), 1):
        body = {"groups": groups, "organisation": organisation, "badge": str(badge)}
        status, answer = product.call("PUT", "/api/me", body, cookie=cookie)
        if status != 200:
            raise Failure(f"check-in of badge {badge}: {status} {answer[:200].decode(errors='replace')}")


def propose(product, traject, times):
    """The last of some proposals, and how many milliseconds each took, all that the route does included."""
    taken, version = [], 0
    path = f"/api/console/{traject['id']}/seating/dag-1/propose"
    for _ in range(times):
        begun = time.monotonic()
        answer = product.ask("POST", path, {"version": version})
        taken.append((time.monotonic() - begun) * 1000)
        version = answer["version"]
    return answer, taken


def compared(bench, room, seating, seconds):
    """What the program in C makes of a seating."""
    groups = [*GROUPS, ""]
    tables = [[badge - 1 for duo in table["duos"] for badge in duo] for table in seating["tables"]]
    lines = [[len(room), len(groups), len(tables)]]
    lines += [[max(1, len(told)), *map(groups.index, told or [""])] for told, _ in room]
    lines += [[len(table), *table] for table in tables]
    path = bench.scratch / f"room-{len(room)}"
    path.write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    return bench.native.run("seating", path, seconds)


def seating(bench):
    """20, 100 and 500 people with badges: all in one group each, then as people are."""
    with Product.running(bench.folder("seating-room")) as product:
        for is_mixed in (False, True):
            for count in COUNTS:
                yield from measured(bench, product, list(people(count, is_mixed)), is_mixed)


def measured(bench, product, room, is_mixed):
    traject = product.new_traject(f"Tafels {len(room)} {'gemengd' if is_mixed else 'enkel'}")
    check_in(bench, product, traject, room)
    answer, taken = propose(product, traject, bench.repeats)
    beside = compared(bench, room, answer, bench.seconds(20))
    ours = answer["mix"]["objective"]
    if abs(ours - beside["given"]) > 0.0001:
        raise Failure(f"the product says {ours}, counted anew it is {beside['given']}")
    name = f"tables for {len(room)}{', some in two groups' if is_mixed else ''}"
    lot = Reference("drawing lots, mean of 1,000", beside["random"])
    yield Figure(f"{name}: distance", ours, "0 to 1", at_most="reference", reference=lot)
    long = Reference("20 s of annealing in C", beside["annealed"])
    yield Figure(f"{name}: distance", ours, "0 to 1", reference=long)
    if beside["optimum"] is not None:
        least = Reference("the least possible, by flow", beside["optimum"])
        yield Figure(f"{name}: distance", ours, "0 to 1", reference=least)
    yield Figure(f"{name}: time", max(taken), "ms", at_most=1000, note=f"the slowest of {len(taken)}, over HTTP")
