"""How soon a change reaches every phone, and what the open streams cost in memory, beside nginx with nchan."""

import contextlib
import json
import os
import statistics
import subprocess
import time

from figures import Figure, Reference
from servers import HOST, NGINX_PORT, PRODUCT_PORT, Failure, Product, family, memory, nginx

#: Phones get four changes a second at most, so rounds stand further apart than that.
PAUSE_MS = 300
NCHAN = """
    location = /publish { nchan_publisher; nchan_channel_id room; nchan_message_buffer_length 1; }
    location = /events { nchan_subscriber eventsource; nchan_channel_id room; }
"""


def broadcast(bench):
    """`/api/events` with real sessions while the console changes the scene, in turns with nchan."""
    root = bench.folder("nchan")
    with Product.running(bench.folder("broadcast")) as product, nginx(root, NCHAN) as reference:
        traject = product.new_traject("Meekijken")
        cookies = bench.scratch / "stream-cookies"
        bench.native.join(PRODUCT_PORT, 5000, traject["token"], cookies)
        scenes = [scene_request(bench, traject["id"], name) for name in ("stories", "themes")]
        for streams in (1000, 5000):
            ours, theirs = [], []
            for _ in range(bench.turns):
                ours.append(follow(bench, product.process, PRODUCT_PORT, streams, "/api/events", cookies, scenes))
                publish = [nchan_request(bench, ours[0]["eventBytes"])]
                theirs.append(follow(bench, reference, NGINX_PORT, streams, "/events", "-", publish))
            yield from figures(streams, ours, theirs)


def figures(streams, ours, theirs):
    def median(runs, key):
        return statistics.median(run[key] for run in runs)

    note = (
        f"from the console's request to the phone, its commit and sync included; p50 {median(ours, 'p50'):.1f}"
        f" and nchan's {median(theirs, 'p50'):.1f} ms; events of {ours[0]['eventBytes']} bytes"
    )
    yield Figure(
        f"broadcast to {streams:,} streams, p99", median(ours, "p99"), "ms",
        at_most=15 if streams == 1000 else "reference",
        reference=Reference("nginx with nchan", median(theirs, "p99")), note=note,
    )  # fmt: skip
    if streams < 5000:
        return
    nchan = Reference("nginx with nchan, PSS", median(theirs, "pss"))
    yield Figure(f"memory with {streams:,} streams, RSS", median(ours, "rss"), "MB", at_most=75, reference=nchan)
    yield Figure(f"memory with {streams:,} streams, PSS", median(ours, "pss"), "MB", at_most=75, reference=nchan)


def follow(bench, server, port, streams, path, cookies, requests):
    """Opens the streams, looks at the server's memory, and runs the rounds."""
    rounds = bench.count(24)
    arguments = [HOST, port, streams, rounds, PAUSE_MS, path, cookies, *requests]
    command = [str(bench.native.path("stream_load")), *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with contextlib.ExitStack() as ending:
        ending.callback(process.wait)
        ending.callback(process.kill)
        if process.stdout.readline() != "ready\n":
            raise Failure(f"{streams} streams on {path} did not open")
        process.stdin.write("\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise Failure(f"{streams} streams on {path} did not all get an event")
        result = json.loads(line)
        # After the rounds, while all streams are still open: sending costs memory too.
        result["rss"], result["pss"] = memory(server.pid)
        process.stdin.write("\n")
        process.stdin.flush()
        process.wait(timeout=10)
    await_closed(server.pid)
    return result


def await_closed(pid):
    """Waits until a server has noticed that its streams are gone: the product looks at each heartbeat, after 15 s."""
    for _ in range(400):
        if max(len(os.listdir(f"/proc/{member}/fd")) for member in family(pid)) < 500:
            return
        time.sleep(0.1)
    raise Failure("streams that were closed are still open in the server after 40 s")


def scene_request(bench, traject, scene):
    body = json.dumps({"scene": scene})
    path = bench.scratch / f"scene-{scene}"
    path.write_text(
        f"PUT /api/console/{traject}/scene HTTP/1.1\r\nHost: {HOST}:{PRODUCT_PORT}\r\nX-Werkdag: 1\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}",
        newline="",
    )
    return path


def nchan_request(bench, size):
    """A publication that reaches a stream in as many bytes as the product's event."""
    # nchan adds an id, "data: " and two line ends.
    body = "x" * max(1, size - 40)
    path = bench.scratch / "nchan-publish"
    path.write_text(
        f"POST /publish HTTP/1.1\r\nHost: {HOST}:{NGINX_PORT}\r\nContent-Length: {len(body)}\r\n\r\n{body}", newline=""
    )
    return path
