"""Takes the pictures of the README: a rehearsed day, as it is on a phone, the projector, the console and in the report.

    python Tests/Browser/pictures.py FOLDER
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

from playwright.sync_api import sync_playwright

import pages
from conftest import CHROMIUM
from program import Program, program

PORT = 7599
LARGEST = 200_000
PROJECTOR = {"width": 1280, "height": 720}
CONSOLE = {"width": 1280, "height": 680}


def rehearsed(server):
    """A whole day on the server; answers the traject's id."""
    command = [program(), "rehearse", "--url", server.url, "--phones", "40", "--seed", "4"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    files = list((server.folder / "Data").glob("*.werkdag"))
    return files[0].stem


def ask(server, method, path, **body):
    request = urllib.request.Request(
        server.url + path, method=method, data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "X-Werkdag": "1"})
    urllib.request.urlopen(request).close()


def keep(page, folder, name, **options):
    path = folder / f"{name}.png"
    page.wait_for_timeout(800)
    page.screenshot(path=path, animations="disabled", **options)
    assert path.stat().st_size < LARGEST, f"{path} is {path.stat().st_size} bytes"


def take(browser, server, folder):
    traject = rehearsed(server)
    root = f"/api/console/{traject}"
    ask(server, "POST", root + "/day/reopen")
    ask(server, "POST", root + "/items/interview/open")
    phone = pages.Phone(browser, server.url)
    phone.join_by_code(server.get(root)["join"]["code"])
    phone.check_in(groups=["ouder"], table="4")
    phone.waits_for("Jullie verhaal")
    keep(phone.page, folder, "phone-story")
    phone.tell(
        {"title": "Koffie op de Speelbazaar", "whatHappened": "Een mama kwam ruilen en bleef zitten.",
         "whatHelped": "Er was koffie, een zetel en iemand die luisterde."},
        [("recognisable", "niemand")])
    phone.page.locator(".code").scroll_into_view_if_needed()
    keep(phone.page, folder, "phone-codes")
    console = pages.Console(browser, server.url)
    console.page.set_viewport_size(CONSOLE)
    console.open(f"/begeleider/{traject}")
    console.is_open()
    console.shows_on_projector("Verhalen")
    projector = pages.Projector(browser, server.url)
    projector.page.set_viewport_size(PROJECTOR)
    projector.open(f"/scherm/{traject}")
    projector.page.locator(".scene.wall .card").first.wait_for()
    keep(projector.page, folder, "projector-stories")
    keep(console.page, folder, "console")
    report = pages.Screen(browser, server.url, CONSOLE)
    report.open(f"/begeleider/{traject}/documenten/report.html")
    keep(report.page, folder, "report")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        server = Program(data, PORT)
        server.start()
        try:
            take(browser, server, folder)
        finally:
            server.kill()
            browser.close()


if __name__ == "__main__":
    main()
