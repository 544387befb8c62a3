"""Discovering and dreaming in depth: the interview on three screens, what made it work at the table, the dream wall, and paper
typed over by keyboard."""

import re
import subprocess
import urllib.request

from playwright.sync_api import expect

import photo
from conftest import faults_of
from test_workday import TRAJECT, server_code

QUOTE = "Niemand vroeg naar een dossier."


class Afternoon:
    """A traject with its console, and whatever else a test opens."""

    def __init__(self, room):
        self.room = room
        self.console = room.console()
        self.console.create(TRAJECT)
        self.console.is_open()
        self.base = f"/api/console/{self.console.traject}"

    def phone(self, table="4", scribe=False):
        phone = self.room.phone()
        phone.join_by_code(server_code(self.room.server, self.console.traject))
        if scribe:
            phone.tick("scribe", "yes")
        phone.check_in(groups=["ouder"], table=table)
        return phone

    def projector(self):
        projector = self.room.projector()
        projector.open(f"/scherm/{self.console.traject}")
        return projector

    def asks(self, method, path, body):
        """As the console itself asks it."""
        return self.room.server.send(method, self.base + path, body)

    def timer(self, seconds, swap=True):
        self.asks("POST", "/timer", {"action": "start", "seconds": seconds, "swap": swap})

    def entries(self, kind):
        day = self.room.server.get(f"/api/console/{self.console.traject}")
        return [entry for entry in day["contributions"] if entry["kind"] == kind]


def looks_right(*screens):
    for screen in screens:
        # What comes in softly stands a little lower while it does.
        screen.page.wait_for_timeout(1000)
        assert faults_of(screen.page) == []
        assert screen.fits(), screen.page.locator("body").inner_text()[:300]


def test_an_interview_from_the_first_question_to_two_codes(room):
    day = Afternoon(room)
    phone, projector = day.phone(), day.projector()
    day.console.begins("interview")
    phone.waits_for("Jullie verhaal")
    phone.sees("Leg je telefoon neer en luister")
    expect(phone.page.locator("form")).to_have_count(0)
    projector.shows("Wie ben jij?")
    projector.shows("Met drie? Elk vertelt ongeveer 16 minuten.")
    phone.page.get_by_text("Toon de vragen").click()
    phone.sees("Je mag drie wensen doen.")
    looks_right(phone, projector)
    # Two rounds of half a minute each: the last ten seconds of each are for writing.
    day.timer(60)
    projector.shows("Schrijf het verhaal nu samen op", timeout=30_000)
    expect(day.console.page.locator("#timer-sign")).to_have_text("Loopt: samen schrijven")
    expect(phone.page.locator("#title")).to_be_visible(timeout=5_000)
    looks_right(phone, projector)
    phone.write("title", "Koffie op de Speelbazaar")
    projector.shows("Wissel: nu vertelt de ander", timeout=15_000)
    # Nothing takes the form away from who types.
    phone.page.wait_for_timeout(1500)
    expect(phone.page.locator("#title")).to_have_value("Koffie op de Speelbazaar")
    day.asks("POST", "/timer", {"action": "stop"})
    phone.fill_in(
        {"whatHappened": "Een mama kwam ruilen.", "whatHelped": "Een zetel."}, [("recognisable", "niemand")])
    the_teller_reads_it_back(phone)
    first = phone.code_of_what_is_stored()
    looks_right(phone)
    phone.tap("Nu het verhaal van de ander")
    phone.sees("Persoon 2")
    second = phone.tell(
        {"title": "De bus", "whatHappened": "De bus kwam niet.", "whatHelped": "Samen rijden."},
        [("recognisable", "twijfel")], consents=())
    assert first != second
    told = sorted(day.entries("story"), key=lambda story: story["number"])
    assert [story["consents"] for story in told] == [["screen", "report"], []]
    the_earlier_version_is_kept(day, phone)
    assert room.complaints() == []


def the_teller_reads_it_back(phone):
    phone.tap("Klaar, lees het na")
    phone.sees("Geef de telefoon aan wie vertelde")
    phone.sees("Een mama kwam ruilen.")
    assert phone.page.locator("input[name=consents]:checked").count() == 0
    looks_right(phone)
    phone.tap("Het klopt, versturen")
    phone.sees("Kijk nog even naar één vraag")
    phone.tick("recognisable", "niemand")
    phone.tick("consents", "screen")
    phone.tap("Terug en verbeteren")
    phone.write("whatHelped", "Een zetel, en tijd.")
    phone.tap("Klaar, lees het na")
    phone.sees("Een zetel, en tijd.")
    expect(phone.page.locator("input[name=consents][value=screen]")).to_be_checked()
    # The phone's own way back stays in the room, at what was written.
    phone.page.go_back()
    expect(phone.page.locator("#whatHelped")).to_have_value("Een zetel, en tijd.")
    phone.tap("Klaar, lees het na")
    phone.tick("consents", "report")
    phone.tap("Het klopt, versturen")


def the_earlier_version_is_kept(day, phone):
    phone.page.evaluate("location.hash = '#mijn'")
    phone.page.locator(".card", has_text="De bus").get_by_role("button", name="Aanpassen").click()
    phone.write("whatHelped", "Samen rijden, ook ’s avonds.")
    phone.tap("Klaar, lees het na")
    phone.sees("Samen rijden, ook ’s avonds.")
    phone.tap("Het klopt, verbetering versturen")
    phone.code_of_what_is_stored()
    assert sorted(story["version"] for story in day.entries("story")) == [1, 2]


def test_a_factor_with_a_quote_that_goes_with_its_story(room):
    day = Afternoon(room)
    teller, scribe, projector = day.phone(), day.phone(scribe=True), day.projector()
    day.console.begins("interview")
    teller.waits_for("Jullie verhaal")
    teller.starts_to_write()
    teller.page.get_by_role("button", name="Meer vertellen").click()
    code = teller.tell({"title": "Koffie", "whatHappened": "Een mama bleef zitten.", "whatHelped": "Tijd.", "quote": QUOTE},
        [("recognisable", "niemand")])
    day.console.begins("verhalen vertellen")
    scribe.waits_for("Wat maakte dat het lukte")
    scribe.sees("Je schrijft op voor tafel 4.")
    scribe.sees("Verhaal 1, nog niet vrijgegeven")
    scribe.shows_nothing_of("Koffie")
    looks_right(scribe)
    day.console.releases("Koffie")
    scribe.sees(QUOTE, timeout=15_000)
    scribe.fill_in({"sentence": "Het lukte omdat iemand tijd had."})
    scribe.send()
    scribe.sees("Bij welk verhaal hoort deze zin?")
    scribe.page.get_by_label("Koffie").first.check(force=True)
    scribe.page.get_by_label(QUOTE).check(force=True)
    scribe.send()
    scribe.code_of_what_is_stored()
    scribe.page.get_by_role("button", name="Nog een").click()
    scribe.sees("Jullie hebben er 1 van de 3 tot 5.")
    looks_right(scribe)
    expect(day.console.entry("iemand tijd had")).to_contain_text(QUOTE)
    day.console.releases("iemand tijd had")
    day.console.shows_on_projector("Wat werkte")
    projector.shows(QUOTE)
    looks_right(projector)
    helper = room.phone()
    helper.open(f"/#code={code}")
    helper.tap("Terugnemen")
    # The second half of a double tap is not an answer.
    helper.page.wait_for_timeout(1100)
    helper.tap("Zeker? Tik nog eens")
    helper.sees("Teruggenomen. De tekst is weg.")
    expect(projector.page.locator("#scene")).not_to_contain_text(QUOTE, timeout=2_000)
    projector.shows("Het lukte omdat iemand tijd had.")
    assert QUOTE not in room.server.text(f"/begeleider/{day.console.traject}/documenten/report.html")
    assert room.complaints() == []


def test_dreams_turn_and_a_childs_photo_waits(room):
    day = Afternoon(room)
    phone, projector = day.phone(), day.projector()
    day.console.makes_theme("Tijd maken")
    day.console.begins("maken en tonen")
    phone.waits_for("Onze droom")
    phone.sees("zonder gezichten")
    picture = {"name": "droom.jpg", "mimeType": "image/jpeg", "buffer": photo.with_place(phone.page)}
    phone.page.locator("#photo").set_input_files({"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic"})
    phone.sees("Deze telefoon kan deze foto (HEIC) niet lezen.")
    phone.page.locator("#photo").set_input_files(picture)
    expect(phone.page.locator("img.photo")).to_be_visible()
    phone.page.get_by_label("Tijd maken").check(force=True)
    phone.tell({"title": "Eén deur", "vision": "Elk gezin loopt binnen."})
    day.console.releases("Eén deur")
    expect(projector.page.get_by_role("img", name="Foto bij de droom ‘Eén deur’")).to_be_visible(timeout=15_000)
    projector.shows("Tijd maken")
    phone.page.get_by_role("button", name="Nog een").click()
    phone.page.locator("#photo").set_input_files(picture)
    phone.fill_in({"title": "Glijbaan", "vision": "Een glijbaan tot in het water."})
    phone.tick("groups", "kind")
    phone.tick("guardian", "guardian")
    phone.send()
    phone.code_of_what_is_stored()
    day.console.releases("Glijbaan")
    projector.shows("Glijbaan")
    expect(projector.page.locator("#scene .frame img")).to_have_count(1)
    day.console.page.get_by_role("button", name=re.compile("^Vrijgegeven \\d")).click()
    day.console.entry("Glijbaan").get_by_role("button", name="Toon deze foto").click()
    expect(projector.page.locator("#scene .frame img")).to_have_count(2, timeout=5_000)
    looks_right(projector)
    assert room.complaints() == []


def test_three_sheets_are_typed_over_by_keyboard(room):
    day = Afternoon(room)
    codes = sheet_codes(day)
    console = day.console
    keyboard = console.page.keyboard
    console.tab("entry")
    expect(console.page.locator("#entry-sheet")).to_be_focused()
    console.page.locator("#entry-table").fill("7")
    for number, code in enumerate(codes[:3], start=1):
        console.page.locator("#entry-sheet").focus()
        keyboard.type(code.lower())
        keyboard.press("Enter")
        keyboard.type(f"Blad {number}")
        keyboard.press("Tab")
        keyboard.type("Het stond op papier.")
        keyboard.press("Tab")
        keyboard.type("Een stoel.")
        keyboard.press("Tab")
        keyboard.press("1")
        keyboard.press("Tab")
        keyboard.press("1")
        if number == 1:
            what_is_typed_survives_a_reload(console, code)
        keyboard.press("Control+Enter")
        expect(console.page.locator(".recent li")).to_have_count(number)
        expect(console.page.locator("#entry-sheet")).to_be_focused()
        expect(console.page.locator("#entry-table")).to_have_value("7")
    told = day.entries("story")
    assert [story["route"] for story in told] == ["paper"] * 3 and {story["table"] for story in told} == {"7"}
    assert room.server.get(f"/api/screen/{console.traject}")["room"]["scene"] == "join", "a digit chose a scene"
    a_sheet_that_is_there_is_refused(console, codes[0])
    a_mistake_is_corrected(console, day)
    assert faults_of(console.page) == []
    assert [complaint for complaint in room.complaints() if "422" not in complaint] == []


def sheet_codes(day):
    """As they stand on the story sheets of the print pack."""
    path = f"/begeleider/{day.console.traject}/documenten/print-pack.pdf?deel=story-forms&bladen=4"
    with urllib.request.urlopen(day.room.server.url + path, timeout=60) as answer:
        pack = answer.read()
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pack, capture_output=True, check=True).stdout.decode()
    return sorted(set(re.findall(r"\b[A-Z0-9]{3}-\d{3}\b", text)), key=lambda code: code[-3:])


def what_is_typed_survives_a_reload(console, code):
    console.page.reload()
    expect(console.page.locator("body.ready")).to_be_attached(timeout=15_000)
    console.tab("entry")
    expect(console.page.locator("#field-whatHelped")).to_have_value("Een stoel.")
    expect(console.page.locator("#entry-sheet")).to_have_value(code.lower())
    expect(console.page.locator("#field-buildingBlocks, .ticks input:checked").first).to_be_attached()


def a_sheet_that_is_there_is_refused(console, code):
    console.page.locator("#entry-sheet").fill(code)
    for field, text in {"title": "Nog eens", "whatHappened": "Twee keer.", "whatHelped": "Niets."}.items():
        console.page.locator(f"#field-{field}").fill(text)
    console.page.locator("#field-recognisable").select_option("niemand")
    console.page.locator("#field-title").press("Enter")
    expect(console.page.locator("#entry-sheet-fault")).to_contain_text("al ingevoerd")
    expect(console.page.locator("#field-title")).to_have_value("Nog eens")


def a_mistake_is_corrected(console, day):
    console.page.get_by_role("button", name="Verbeter nr. 2").click()
    expect(console.page.locator("#field-title")).to_have_value("Blad 2")
    console.page.locator("#field-title").fill("Blad twee")
    console.page.locator("#field-title").press("Enter")
    expect(console.page.locator("#entry-form .correcting")).to_have_count(0)
    assert sorted(story["headline"] for story in day.entries("story")) == ["Blad 1", "Blad 3", "Blad twee"]
