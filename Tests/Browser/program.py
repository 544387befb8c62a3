"""The program under test: started, killed and started again on the same port and data, as on a laptop that crashes."""

import json
import os
import pathlib
import signal
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 30


def program():
    """Where the program is: WERKDAG_PROGRAM, or the newest that was built."""
    if named := os.environ.get("WERKDAG_PROGRAM"):
        return named
    built = [path for kind in ("release", "debug") if (path := ROOT / ".build" / kind / "werkdag").exists()]
    assert built, "build werkdag first, or name it in WERKDAG_PROGRAM"
    return str(max(built, key=lambda path: path.stat().st_mtime))


class Program:
    """A server on this machine with a data directory of its own."""

    def __init__(self, folder, port, *options):
        self.folder = pathlib.Path(folder)
        self.port = port
        self.options = options
        self.url = f"http://127.0.0.1:{port}"
        self.process = None

    def start(self):
        command = [program(), "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        command += ["--data", str(self.folder / "Data"), "--exports", str(self.folder / "Exports"), *self.options]
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "werkdag.log", "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        self.wait_until_it_answers()

    def wait_until_it_answers(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, f"it ended: {self.log()}"
            try:
                if urllib.request.urlopen(self.url + "/healthz", timeout=2).status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"no answer in {PATIENCE} s: {self.log()}")

    def kill(self):
        """As when the battery dies: nothing gets the time to finish."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """As with Ctrl-C; answers the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)

    def get(self, path):
        """JSON as the console on this machine gets it."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return json.load(answer)

    def send(self, method, path, body=None):
        """What the console on this machine does; answers the JSON it gets."""
        headers = {"Content-Type": "application/json", "X-Werkdag": "1", "Origin": self.url}
        request = urllib.request.Request(self.url + path, json.dumps(body or {}).encode(), headers, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def text(self, path):
        """A page as the console on this machine gets it."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def log(self):
        return (self.folder / "werkdag.log").read_text(encoding="utf-8", errors="replace")[-2000:]
