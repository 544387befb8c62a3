"""The queue of a day that grows: its pages, its search and its keys, with more than a screen holds at once."""

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from test_themes import told
from test_workday import TRAJECT

COUNT = 130


@pytest.fixture
def queue(room):
    console = room.console()
    made = room.server.send("POST", "/api/trajects", {"template": "one-day", "rehearsal": False, "fields": TRAJECT})
    for number in range(1, COUNT + 1):
        told(room.server, made["id"], f"Verhaal {number}", f"In café nummer {number} was er soep.")
    console.open(f"/begeleider/{made['id']}")
    console.is_open()
    yield console
    assert room.complaints() == []


def cards(console):
    return console.page.locator("#queue .entry")


def state(console, name):
    return console.page.locator(f"[data-key=state-{name}]")


def test_the_queue_comes_in_pages_and_knows_how_many_wait(queue):
    expect(cards(queue)).to_have_count(60)
    expect(state(queue, "waiting")).to_contain_text(str(COUNT))
    queue.page.get_by_role("button", name="Toon er nog 70").click()
    expect(cards(queue)).to_have_count(120)
    queue.page.get_by_role("button", name="Toon er nog 10").click()
    expect(cards(queue)).to_have_count(COUNT)
    expect(cards(queue).last).to_contain_text(f"Verhaal {COUNT}")
    state(queue, "all").click()
    expect(cards(queue)).to_have_count(60)
    expect(cards(queue).first).to_contain_text(f"Verhaal {COUNT}")


def test_keys_go_on_past_the_end_of_a_page_and_after_what_leaves_it(queue):
    page = queue.page
    for _ in range(60):
        page.keyboard.press("j")
    expect(page.locator("#queue [aria-current]")).to_contain_text("Verhaal 60")
    page.keyboard.press("j")
    expect(page.locator("#queue [aria-current]")).to_contain_text("Verhaal 61")
    page.keyboard.press("r")
    expect(page.locator("#queue [aria-current]")).to_contain_text("Verhaal 62")
    expect(state(queue, "waiting")).to_contain_text(str(COUNT - 1))
    expect(state(queue, "released")).to_contain_text("1")


def test_all_of_a_kind_is_released_and_taken_back_in_one_go(queue):
    page = queue.page
    page.locator("[data-key=kind]").select_option("story")
    page.locator("[data-key=release-all]").click()
    expect(state(queue, "released")).to_contain_text(str(COUNT))
    expect(cards(queue)).to_have_count(0)
    page.locator("#toasts").get_by_role("button").first.click()
    expect(state(queue, "waiting")).to_contain_text(str(COUNT))
    expect(cards(queue)).to_have_count(60)


def test_a_search_finds_in_every_state_and_marks_what_it_found(queue, room):
    page = queue.page
    queue.releases("Verhaal 12")
    field = page.locator("#queue-search")
    field.fill("CAFE soep")
    expect(page.locator("#queue-found")).to_have_text("meer dan 60 gevonden")
    expect(cards(queue).first.locator("mark").first).to_have_text("café")
    field.fill("#12")
    expect(cards(queue)).to_have_count(1)
    expect(cards(queue)).to_contain_text("Verhaal 12")
    expect(page.locator("#queue-found")).to_have_text("1 gevonden")
    field.fill("<b>soep</b> <img src=x onerror=alert(1)>")
    expect(page.locator("#queue")).to_contain_text("Niets gevonden")
    assert faults_of(page) == []
    field.fill("nieuwkomer")
    expect(page.locator("#queue")).to_contain_text("Niets gevonden")
    told(room.server, queue.traject, "De nieuwkomer", "Zij kwam binnen terwijl er gezocht werd.")
    expect(cards(queue)).to_contain_text("De nieuwkomer")
    field.press("Escape")
    expect(cards(queue)).to_have_count(60)
    expect(state(queue, "waiting")).to_have_attribute("aria-pressed", "true")
    assert queue.fits()


def test_two_moderators_see_the_same_counts(queue, room):
    other = room.console()
    other.open(f"/begeleider/{queue.traject}")
    other.is_open()
    queue.releases("Verhaal 50")
    expect(state(other, "released")).to_contain_text("1")
    expect(state(other, "waiting")).to_contain_text(str(COUNT - 1))
    expect(cards(other).first).to_contain_text("Verhaal 1")
    expect(other.entry("Verhaal 50")).to_have_count(0)
