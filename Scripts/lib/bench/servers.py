"""The servers that are measured: each starts on a port of 127.0.0.1 and ends with its block."""

import contextlib
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time

HOST = "127.0.0.1"
PRODUCT_PORT, NGINX_PORT, C_PORT = (int(os.environ.get("BENCH_PORT", "7600")) + offset for offset in range(3))


class Failure(Exception):
    """A measurement could not be made; says why."""


@contextlib.contextmanager
def started(command, port, log, environment=None):
    """Runs a server for the block, from when its port takes connections; ends it by its own process id."""
    with contextlib.closing(socket.socket()) as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise Failure(f"port {port} is taken")
    with open(log, "ab") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, **(environment or {})},
        )
    try:
        await_port(process, port, log)
        yield process
    finally:
        end(process)


def end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def await_port(process, port, log):
    for _ in range(5000):
        if process.poll() is not None:
            raise Failure(f"{process.args[0]} ended: {pathlib.Path(log).read_text(errors='replace')[-600:]}")
        with contextlib.closing(socket.socket()) as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.002)
    raise Failure(f"{process.args[0]} does not listen on {port}")


class Product:
    """The program under measurement, as `werkdag serve` runs it, seen from its own machine's console."""

    def __init__(self, folder, process):
        self.folder, self.process = folder, process

    @staticmethod
    def command(folder):
        program = os.environ["WERKDAG_PROGRAM"]
        folder = pathlib.Path(folder)
        return [
            program, "serve", "--host", HOST, "--port", PRODUCT_PORT, "--data", folder / "data",
            "--exports", folder / "exports",
        ]  # fmt: skip

    @classmethod
    @contextlib.contextmanager
    def running(cls, folder, environment=None):
        folder = pathlib.Path(folder)
        folder.mkdir(exist_ok=True)
        with started(cls.command(folder), PRODUCT_PORT, folder / "log", environment) as process:
            yield cls(folder, process)

    def call(self, method, path, body=None, cookie=None, timeout=30):
        """The status and the bytes of an answer."""
        connection = http.client.HTTPConnection(HOST, PRODUCT_PORT, timeout=timeout)
        headers = {"X-Werkdag": "1"}
        if cookie:
            headers["Cookie"] = cookie
        if body is not None:
            body = json.dumps(body)
            headers["Content-Type"] = "application/json"
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def ask(self, method, path, body=None):
        """The JSON of an answer that must be a success."""
        status, answer = self.call(method, path, body)
        if status >= 300:
            raise Failure(f"{method} {path}: {status} {answer[:300].decode(errors='replace')}")
        return json.loads(answer or b"null")

    def new_traject(self, house):
        """A traject with its interviews open, so that stories are in time."""
        fields = {"house": house, "date": "2026-11-22", "organisation": "Meetbank", "contact": "meet@example.org"}
        made = self.ask("POST", "/api/trajects", {"template": "one-day", "rehearsal": True, "fields": fields})
        self.ask("POST", f"/api/console/{made['id']}/items/interview/open", {})
        return made

    def file(self, traject):
        return self.folder / "data" / f"{traject}.werkdag"


@contextlib.contextmanager
def nginx(folder, server):
    """nginx with one worker a core and the given lines in its server block, as whoever runs this."""
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    configuration = folder / "nginx.conf"
    temporary = "".join(
        f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration.write_text(
        f"""daemon off;
worker_processes {os.cpu_count()};
worker_rlimit_nofile 20000;
pid {folder}/pid;
error_log {folder}/error.log;
load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 9000; }}
http {{
{temporary}  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  nchan_shared_memory_size 64M;
  types {{ text/html html; }}
  server {{
    listen {HOST}:{NGINX_PORT} backlog=4096;
{server}
  }}
}}
"""
    )
    command = ["nginx", "-p", folder, "-e", folder / "error.log", "-c", configuration]
    with started(command, NGINX_PORT, folder / "log") as process:
        yield process


def family(pid):
    """A process and all below it."""
    members = [pid]
    for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        members += family(int(child))
    return members


def memory(pid):
    """Resident and proportional megabytes of a process and all below it; pages they share count in RSS each time."""
    resident = proportional = 0
    for member in family(pid):
        for line in pathlib.Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                resident += int(line.split()[1])
            elif line.startswith("Pss:"):
                proportional += int(line.split()[1])
    return resident / 1024, proportional / 1024
