"""A traject prepared from nothing, as a facilitator of Huis van het Kind Duffel would, and run the next morning.

Every page is used as people use it: what is mistyped is corrected on the page that says so, and what was typed is still
there. At the end the pack is printed, and the draaiboek that was edited drives the room.
"""

import datetime
import io
import re
import subprocess
import zipfile
from zoneinfo import ZoneInfo

from conftest import faults_of
from pages import Console
from playwright.sync_api import expect

NOW = datetime.datetime.now(ZoneInfo("Europe/Brussels"))
TODAY = NOW.date()
HOUSE = "Huis van het Kind Duffel"
TEAM = [
    ("coördinator", "Huis van het Kind", "opvoedingsondersteuning"),
    ("brugfiguur", "Basisschool De Lindeboom", "onderwijs"),
    ("verpleegkundige", "Kind en Gezin", "gezondheidszorg"),
    ("ouder", "", ""),
]
COUNTS = {"ouder": (20, 30, 16), "kind": (6, 6, 4), "jongere": (6, 8, 2), "vrijwilliger": (8, 9, 6), "beleid": (4, 5, 3), "partner": (12, 14, 9)}  # fmt: skip


class Desk(Console):
    """The facilitator's laptop in the months before the day."""

    def heard(self, message):
        # The browser reports every form that is shown again, which is part of filling one in.
        if not re.search(r"status of (409|422)", message.text):
            super().heard(message)

    def goes_to(self, page):
        self.page.get_by_role("link", name=page, exact=True).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.looks_right()

    def looks_right(self):
        assert faults_of(self.page) == [], self.page.url
        assert self.fits(), self.page.url

    def fills_in(self, fields):
        for name, value in fields.items():
            field = self.page.locator(f"#field-{name}")
            if value is True:
                field.check()
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def presses(self, button):
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def is_told(self, text):
        expect(self.page.get_by_text(text).first).to_be_visible()

    def keeps(self, field, value):
        expect(self.page.locator(f"#field-{field}")).to_have_value(value)

    def saves(self, button):
        """The button of the last file wanted gives it."""
        with self.page.expect_download(timeout=120_000) as download:
            button.evaluate("button => { button.removeAttribute('target'); button.click(); }")
        return download.value.path().read_bytes()


def test_from_nothing_to_a_running_day(room, server):
    desk = room.open(Desk)
    begins_a_traject(desk)
    takes_the_intake(desk)
    makes_an_ontwerpteam(desk)
    recruits(desk)
    arranges_help(desk)
    plans_a_moment_with_children(desk)
    edits_the_draaiboek(desk)
    seats_the_room(desk)
    prints_the_pack(desk)
    runs_the_day(desk, room, server)
    assert room.complaints() == []


def begins_a_traject(desk):
    desk.open("/begeleider")
    desk.looks_right()
    desk.page.get_by_role("link", name=re.compile("Eén werkdag")).click()
    desk.fills_in({
        "house": HOUSE, "municipalities": "Duffel", "date": TODAY.isoformat(), "place": "Zaal De Vonk",
        "organisation": "", "contact": "de coördinator, 015 00 00 00", "confidant": "de brugfiguur, 015 00 00 01",
        "retention": (TODAY - datetime.timedelta(days=1)).isoformat(),
    })
    desk.presses("Maak het traject")
    expect(desk.page.locator(".error-summary")).to_contain_text("Bewaren tot")
    desk.keeps("place", "Zaal De Vonk")
    desk.looks_right()
    desk.fills_in({"organisation": "Gemeente Duffel", "retention": ""})
    desk.presses("Maak het traject")
    expect(desk.page.get_by_role("heading", level=1, name="Voorbereiding")).to_be_visible()
    desk.traject = f"duffel-{TODAY.isoformat()}"
    assert f"/begeleider/{desk.traject}/voorbereiding" in desk.page.url
    desk.looks_right()


def takes_the_intake(desk):
    desk.goes_to("Intake")
    for condition in ("support", "wholeSystem", "sharing"):
        desk.page.locator(f"#field-{condition}-agreed").check()
        desk.page.locator(f"#field-{condition}-day").fill(TODAY.isoformat())
    desk.page.locator("#field-support-who").fill("schepen van welzijn")
    desk.presses("Bewaar de intake")
    # Somebody agreed, so who it was belongs with it; nothing that was filled in is lost.
    desk.is_told("Vul dit nog in")
    expect(desk.page.locator("#field-support-who")).to_have_value("schepen van welzijn")
    for condition in ("wholeSystem", "sharing"):
        desk.page.locator(f"#field-{condition}-who").fill("de coördinator")
    desk.presses("Bewaar de intake")
    desk.is_told("Bewaard")
    expect(desk.page.locator("#field-wholeSystem-agreed")).to_be_checked()
    expect(desk.page.locator("#field-support-who")).to_have_value("schepen van welzijn")


def makes_an_ontwerpteam(desk):
    desk.goes_to("Ontwerpteam")
    desk.is_told("minstens 4 sleutelfiguren")
    for role, organisation, domain in TEAM:
        desk.fills_in({"role": role, "organisation": organisation, "lifeDomain": domain})
        desk.presses("Voeg toe")
        expect(desk.page.locator("main")).to_contain_text(role)
    expect(desk.page.get_by_text("minstens 4 sleutelfiguren")).to_have_count(0)
    first = (TODAY - datetime.timedelta(days=60)).isoformat()
    desk.page.get_by_role("link", name="Kennismaking en kernthema").click()
    minutes = "We kiezen voor de vraag: wanneer voelde een gezin zich hier echt welkom?"
    desk.fills_in({
        "day": first, "start": "14:00", "end": "13:00", "place": "Huis van het Kind", "minutes": minutes,
        "task-what": "De scholen opbellen",
    })
    desk.presses("Bewaar alles")
    desk.is_told("Het einde moet na het begin komen")
    desk.keeps("minutes", minutes)
    desk.keeps("task-what", "De scholen opbellen")
    desk.looks_right()
    desk.fills_in({"end": "16:00", "task-owner": "de brugfiguur", "task-due": TODAY.isoformat()})
    desk.presses("Bewaar alles")
    expect(desk.page.locator("main")).to_contain_text("de brugfiguur")
    assert desk.saves(desk.page.locator("a[href$='overleg.pdf']").first).startswith(b"%PDF")
    word = desk.saves(desk.page.locator("a[href$='overleg.docx']").first)
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word)).namelist()
    desk.goes_to("Ontwerpteam")
    desk.page.get_by_role("link", name="Werving en mix").click()
    # What was left open last time is here, and two meetings at one time are not.
    desk.is_told("De scholen opbellen")
    desk.fills_in({"day": first, "start": "15:00", "end": "17:00"})
    desk.presses("Bewaar alles")
    desk.is_told("Dit valt samen met")
    desk.fills_in({"day": (TODAY - datetime.timedelta(days=30)).isoformat()})
    desk.presses("Bewaar alles")
    desk.goes_to("Ontwerpteam")
    calendar = desk.saves(desk.page.locator("a[href$='ontwerpteam.ics']").first).decode()
    assert calendar.count("BEGIN:VEVENT") >= 3 and "BEGIN:VCALENDAR" in calendar


def recruits(desk):
    desk.goes_to("Werving")
    page = desk.page
    for group, numbers in COUNTS.items():
        for column, number in zip(("target", "invited", "confirmed"), numbers):
            page.locator(f"[name='{column}-{group}']").fill(str(number))
    page.locator("[name='present-ouder']").fill("17")
    desk.presses("Bewaar de aantallen")
    desk.is_told("Er zijn er meer aanwezig dan bevestigd (16)")
    expect(page.locator("[name='confirmed-partner']")).to_have_value("9")
    page.locator("[name='present-ouder']").fill("")
    desk.presses("Bewaar de aantallen")
    expect(page.locator("main svg").first).to_be_visible()
    desk.looks_right()
    desk.fills_in({"what": "Koffie aan de schoolpoort", "channel": "school", "group": "ouder", "isExtra": True})
    page.locator("form[action$='inspanningen'] button").click()
    desk.is_told("Koffie aan de schoolpoort")


def arranges_help(desk):
    desk.goes_to("Praktisch")
    desk.fills_in({"kind": "interpreter", "language": "Arabisch", "what": "De hele dag", "arrangedBy": "het Agentschap"})
    desk.presses("Voeg toe")
    desk.is_told("het Agentschap")
    desk.looks_right()


def plans_a_moment_with_children(desk):
    desk.goes_to("Bijeenkomsten")
    before = (TODAY - datetime.timedelta(days=7)).isoformat()
    desk.fills_in({"template": "short", "title": "Met de derde klas", "date": before})
    desk.presses("Voeg toe")
    desk.is_told("Met de derde klas")
    desk.looks_right()
    desk.goes_to("Bijeenkomsten")


def edits_the_draaiboek(desk):
    desk.page.get_by_role("link", name="Draaiboek: Werkdag").click()
    expect(desk.page.locator("body.ready")).to_be_attached()
    rows = desk.page.locator("li.row")
    expect(rows).to_have_count(13)
    desk.looks_right()
    # The day began an hour and a half ago, so that it runs late; as late as fits before midnight.
    length = 450
    start = max(0, min(NOW.hour * 60 + NOW.minute - 90, 24 * 60 - length - 30))
    # Lunch is at a fixed time, which would be another time today.
    desk.page.locator("li.row", has_text="Lunch").locator(".row-button").click()
    desk.page.locator("#field-anchor").fill("")
    desk.page.keyboard.press("Tab")
    desk.page.get_by_label("Begint om").fill(clock(start))
    desk.page.keyboard.press("Tab")
    expect(rows.first.locator(".times")).to_contain_text(clock(start))
    desk.page.get_by_label("Moet klaar zijn om").fill(clock(start + length + 5))
    desk.page.keyboard.press("Tab")
    # Twenty-five minutes for the welcome, by keyboard; what follows shifts along.
    rows.first.locator(".row-button").click()
    desk.page.keyboard.press("+")
    expect(rows.first).to_contain_text("25 min")
    expect(rows.nth(1).locator(".times")).to_contain_text(clock(start + 25))
    desk.page.locator("#field-lead").fill("Fatima en Jan")
    desk.page.keyboard.press("Tab")
    expect(desk.page.locator("#light")).to_contain_text("Bewaard", timeout=20_000)
    desk.page.locator("#undo").click()
    expect(desk.page.locator("#field-lead")).to_have_value(re.compile("^(?!Fatima)"))
    desk.page.locator("#redo").click()
    expect(desk.page.locator("#field-lead")).to_have_value("Fatima en Jan")


def seats_the_room(desk):
    desk.open(f"/begeleider/{desk.traject}/voorbereiding/tafels/dag-1")
    for group, (_, _, confirmed) in COUNTS.items():
        desk.page.locator(f"#expected-{group}").fill(str(confirmed))
    desk.presses("Verdeel op deze aantallen")
    expect(desk.page.get_by_text(re.compile("Aan een tafel zijn gemiddeld")).first).to_be_visible(timeout=120_000)
    expect(desk.page.get_by_role("heading", name=re.compile(r"^Tafel \d"))).to_have_count(6)
    desk.looks_right()


def prints_the_pack(desk):
    desk.goes_to("Afdrukken")
    desk.fills_in({"personen": "40"})
    pack = desk.saves(desk.page.get_by_role("button", name="Maak de PDF"))
    assert pack.startswith(b"%PDF")
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pack, capture_output=True, check=True).stdout.decode()
    for word in (HOUSE, "Fatima en Jan", "Met de derde klas", "Badge" if "Badge" in text else "40"):
        assert word in text, word
    assert text.count("\f") > 60


def runs_the_day(desk, room, server):
    desk.open(f"/begeleider/{desk.traject}")
    desk.is_open()
    code = server.get(f"/api/console/{desk.traject}")["join"]["code"]
    phone, projector = room.phone(), room.projector()
    projector.open(f"/scherm/{desk.traject}")
    desk.begins("Welkom")
    phone.join_by_code(code)
    phone.check_in(groups=["ouder"])
    desk.begins("interview")
    phone.waits_for("Jullie verhaal")
    expect(projector.page.locator("#scene")).to_be_visible()
    phone.tell(
        {"title": "De deur stond open", "whatHappened": "Wij mochten binnen.", "whatHelped": "Een lach."},
        [("recognisable", "niemand")])
    late = desk.page.get_by_role("heading", name="Tijd winnen")
    expect(late).to_be_visible(timeout=30_000)
    desk.page.get_by_role("button", name=re.compile("^Doe alles")).click()
    expect(desk.page.get_by_text("De rest schuift mee")).to_be_visible()
    expect(desk.page.get_by_text(re.compile("i.p.v.")).first).to_be_visible()
    assert faults_of(desk.page) == []
    report = server.text(f"/begeleider/{desk.traject}/documenten/report.html")
    assert "Welkom" in report and "i.p.v." in report or "gewonnen" in report or "korter" in report


def clock(minutes):
    return f"{minutes // 60}:{minutes % 60:02}"
