"""One browser for all tests, a server for each, and no test that passes while a page complained."""

import itertools
import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from pages import Console, Phone, Projector
from program import Program

CHROMIUM = os.environ.get("WERKDAG_CHROMIUM", "/usr/bin/chromium")
ports = itertools.count(int(os.environ.get("WERKDAG_TEST_PORT", "7510")))


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        # Chromium's own sandbox needs rights that a container does not have; the pages are all ours.
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def server(tmp_path):
    program = Program(tmp_path, next(ports))
    program.start()
    yield program
    program.kill()


class Room:
    """Opens screens on one server and keeps them, so that at the end each can be asked what it complained of."""

    def __init__(self, browser, server):
        self.browser = browser
        self.server = server
        self.screens = []

    def open(self, kind, **options):
        screen = kind(self.browser, self.server.url, **options)
        self.screens.append(screen)
        return screen

    def console(self):
        return self.open(Console)

    def phone(self, **options):
        return self.open(Phone, **options)

    def projector(self):
        return self.open(Projector)

    def complaints(self):
        return [complaint for screen in self.screens for complaint in screen.complaints]

    def close(self):
        for screen in self.screens:
            screen.context.close()


@pytest.fixture
def room(browser, server):
    opened = Room(browser, server)
    yield opened
    opened.close()


def faults_of(page):
    """What axe finds wrong with a page as it stands, in one line each."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]
