"""The phone page: how many a second, how large, and how soon after the start."""

import gzip
import re
import statistics
import subprocess
import time

from figures import Figure, Reference
from servers import C_PORT, HOST, NGINX_PORT, PRODUCT_PORT, Failure, Product, end, nginx, started
import http.client
import socket

#: What a server adds by itself, or what differs because the reference's bytes come from a file.
OWN_HEADERS = {"content-length", "connection", "date", "content-encoding", "etag", "content-type", "vary", "server"}


def fetch_page():
    """The page as a browser gets it, compressed, with its headers."""
    connection = http.client.HTTPConnection(HOST, PRODUCT_PORT, timeout=10)
    connection.request("GET", "/", headers={"Accept-Encoding": "gzip, deflate"})
    answer = connection.getresponse()
    body, headers = answer.read(), answer.getheaders()
    connection.close()
    if answer.status != 200 or answer.getheader("Content-Encoding") != "gzip":
        raise Failure(f"the phone page came with {answer.status} and {answer.getheader('Content-Encoding')}")
    return body, headers


def page(bench):
    """`wrk` on `/`, in turns with nginx serving the same bytes from a file and with C answering blindly."""
    with Product.running(bench.folder("page")):
        body, headers = fetch_page()
        shared = [(name, value) for name, value in headers if name.lower() not in OWN_HEADERS]
        root = bench.folder("page-nginx")
        (root / "page.html").write_bytes(gzip.decompress(body))
        (root / "page.html.gz").write_bytes(body)
        (root / "headers").write_text("".join(f"{name}: {value}\n" for name, value in headers if name.lower() not in
                                              OWN_HEADERS - {"content-encoding", "content-type", "vary", "etag"}))  # fmt: skip
        lines = [f"    root {root};", "    gzip_static on;", "    gzip_vary on;", "    index page.html;"]
        lines += [f"    add_header {name} \"{value}\";" for name, value in shared]
        limit = [bench.native.path("page_limit"), C_PORT, root / "page.html.gz", root / "headers"]
        with nginx(root, "\n".join(lines)), started(limit, C_PORT, root / "limit.log"):
            paths = {PRODUCT_PORT: "/", NGINX_PORT: "/page.html", C_PORT: "/"}
            rates = {port: [] for port in paths}
            for _ in range(bench.repeats):
                for port, path in paths.items():
                    rates[port].append(requests_per_second(port, path, bench.seconds(4)))
    rate = {port: statistics.median(measured) for port, measured in rates.items()}
    note = f"{len(body)} bytes with gzip, wrk -t2 -c64"
    product = rate[PRODUCT_PORT]
    yield Figure(
        "phone page", product, "requests/s", at_least="reference",
        reference=Reference("nginx, same bytes from a file", rate[NGINX_PORT]), note=note,
    )  # fmt: skip
    yield Figure(
        "phone page, of the limit", product, "requests/s",
        reference=Reference("C on libmicrohttpd", rate[C_PORT]), note=note,
    )  # fmt: skip


def requests_per_second(port, path, seconds):
    command = ["wrk", "-t2", "-c64", f"-d{max(1, round(seconds))}s", "-H", "Accept-Encoding: gzip, deflate"]
    done = subprocess.run([*command, f"http://{HOST}:{port}{path}"], capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise Failure(f"wrk on port {port}: {done.stdout}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])


def sizes(bench):
    """What a phone loads, compressed: up to the first form, and all of it."""
    with Product.running(bench.folder("sizes")) as product:
        body, _ = fetch_page()
        html = gzip.decompress(body)
        # Where the script draws the first form, all of the page is needed before anyone can type.
        form_end = html.find(b"</form>")
        critical = len(body) if form_end < 0 else len(gzip.compress(html[: form_end + 7], 9))
        total = len(body)
        for address in sorted(set(re.findall(rb"(?:src|href)=\"(/[^\"#]+)\"", html))):
            status, asset = product.call("GET", address.decode())
            if status == 200:
                total += min(len(asset), len(gzip.compress(asset, 9)))
    note = "gzip, without headers"
    yield Figure("phone page up to the first form", critical / 1024, "KB", at_most=14, note=note)
    yield Figure("phone page, everything", total / 1024, "KB", at_most=50, note=note)


def start(bench):
    """From exec to the first 200 on `/`, with one traject in the folder."""
    folder = bench.folder("start")
    with Product.running(folder) as product:
        product.new_traject("Koude start")
    times = []
    for _ in range(bench.count(11)):
        begun = time.monotonic()
        with open(folder / "log", "ab") as log:
            process = subprocess.Popen([str(part) for part in Product.command(folder)], stdout=log, stderr=log)
        try:
            await_page(process)
            times.append((time.monotonic() - begun) * 1000)
        finally:
            end(process)
    root = bench.folder("start-c")
    (root / "page").write_bytes(b"hallo")
    (root / "headers").write_text("X-Content-Type-Options: nosniff\n")
    plain = []
    for _ in range(bench.count(11)):
        begun = time.monotonic()
        command = [bench.native.path("page_limit"), PRODUCT_PORT, root / "page", root / "headers"]
        process = subprocess.Popen([str(part) for part in command])
        try:
            await_page(process)
            plain.append((time.monotonic() - begun) * 1000)
        finally:
            end(process)
    yield Figure(
        "cold start to the first page", statistics.median(times), "ms", at_most=100,
        reference=Reference("C on libmicrohttpd", statistics.median(plain)),
        note=f"median of {len(times)}, slowest {max(times):.0f} ms",
    )  # fmt: skip


def await_page(process):
    request = f"GET / HTTP/1.1\r\nHost: {HOST}:{PRODUCT_PORT}\r\nConnection: close\r\n\r\n".encode()
    while process.poll() is None:
        try:
            with socket.create_connection((HOST, PRODUCT_PORT), timeout=5) as connection:
                connection.sendall(request)
                if connection.recv(64).startswith(b"HTTP/1.1 200"):
                    return
        except ConnectionError:
            time.sleep(0.0005)
    raise Failure("the server ended while it started")
