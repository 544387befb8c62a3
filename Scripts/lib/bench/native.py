"""The programs in C: load generators, which share the machine with what they measure, and references."""

import json
import pathlib
import subprocess

from servers import HOST, Failure

SOURCES = pathlib.Path(__file__).parent / "native"
LIBRARIES = {
    "submit_load": [],
    "join_load": [],
    "stream_load": [],
    "rows": ["-lsqlite3"],
    "group_commit": ["-lmicrohttpd", "-lsqlite3", "-lpthread"],
    "page_limit": ["-lmicrohttpd"],
    "seating": ["-lm"],
}


class Native:
    """The compiled programs, in a folder of the run."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name, libraries in LIBRARIES.items():
            self._compile(f"{name}.c", name, libraries)
        self._compile("slow_sync.c", "slow_sync.so", ["-shared", "-fPIC", "-ldl"])

    def _compile(self, source, output, options):
        command = ["gcc", "-O2", "-Wall", "-Wextra", "-o", self.folder / output, SOURCES / source, *options]
        subprocess.run([str(part) for part in command], check=True)

    def path(self, name):
        return self.folder / name

    def run(self, name, *arguments, environment=None):
        """Runs one to its end; the JSON object it prints."""
        command = [str(self.path(name)), *map(str, arguments)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"{name} took more than 120 s") from error
        if done.returncode != 0:
            raise Failure(f"{name} {' '.join(map(str, arguments[:3]))}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def join(self, port, phones, token, cookies, connections=64):
        return self.run("join_load", HOST, port, phones, connections, token, cookies)

    def submit(self, port, cookies, acknowledged, seconds, connections=500):
        return self.run("submit_load", HOST, port, connections, seconds, "/api/contributions", cookies, acknowledged)
