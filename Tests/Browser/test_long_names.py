"""Names without a space, on every page of the preparation and on the console: nothing becomes wider than the screen."""

import pytest
from pages import Console

WORD = "hottentottententententoonstelling" * 4
TRAJECT = {
    "house": WORD[:110], "date": "2026-11-22", "organisation": WORD[:110], "contact": "015 00 00 00",
}  # fmt: skip


CULPRITS = """width => [...document.querySelectorAll("main *, header *")]
  .filter(node => node.getBoundingClientRect().right > width).map(node => `${node.tagName}#${node.id}.${node.className}`)
  .slice(0, 5).join(", ")"""


class Desk(Console):
    """A page at some width."""

    def heard(self, message):
        if "status of 422" not in message.text:
            super().heard(message)

    def saves(self, path, form, **fields):
        self.open(path)
        for name, text in fields.items():
            self.page.locator(f"{form} [name={name}]").first.fill(text)
        self.page.locator(f"{form} button.primary").first.click()
        self.page.wait_for_load_state()


@pytest.fixture
def desk(room, server):
    made = room.open(Desk)
    answer = made.context.request.post(
        server.url + "/api/trajects", headers={"X-Werkdag": "1"}, data={"template": "one-day", "fields": TRAJECT}
    )
    made.page.set_default_timeout(6_000)
    made.traject = f"/begeleider/{answer.json()['id']}"
    made.base = f"{made.traject}/voorbereiding"
    return made


def test_no_page_of_the_preparation_is_wider_than_the_screen(desk, room):
    desk.saves(f"{desk.base}/bijeenkomsten/dag-1", "main form", title=WORD)
    desk.saves(f"{desk.base}/ontwerpteam", "#add-member", role=WORD[:100], organisation=WORD[:100])
    links = []
    for path in ("", "/ontwerpteam", "/bijeenkomsten"):
        desk.open(desk.base + path)
        links += [link.get_attribute("href") for link in desk.page.locator("main a, .places a").all()]
    meeting = next(link for link in links if link and "/overleg/" in link)
    pages = {link for link in links if link and link.startswith(desk.base) and "#" not in link and "/overleg/" not in link}
    pages.add(meeting)
    pages |= {f"{desk.base}/draaiboek/dag-1", f"{desk.base}/tafels/dag-1"}
    wide = []
    for path in sorted(pages):
        desk.open(path)
        for width in (320, 360, 1280):
            desk.page.set_viewport_size({"width": width, "height": 800})
            needed = desk.page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{path} at {width}: {needed}, {desk.page.evaluate(CULPRITS, width)}")
    assert len(pages) > 6
    assert wide == [], "\n".join(wide)


def test_every_tab_of_the_console_is_in_sight_beside_a_count(desk, room):
    desk.page.set_viewport_size({"width": 1280, "height": 800})
    desk.open(desk.traject)
    desk.page.locator("body.ready").wait_for()
    desk.page.evaluate("document.getElementById('waiting-count').textContent = '128'")
    row = desk.page.locator(".tabs").evaluate("row => [row.scrollWidth, row.clientWidth]")
    assert row[0] <= row[1], row
