"""Ontwerpen as people do it: choosing where to work, writing a proposal, saying what they think of it, and the scan."""

import json
import urllib.request
import uuid

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from test_workday import TRAJECT, server_code

SENTENCE = "Elke wijk heeft een warme plek."


class Device:
    """A phone without a browser, with up to twelve people on it."""

    def __init__(self, server, code):
        self.server, self.cookie = server, ""
        self.code = code
        answer = self.send("POST", "/api/join", {"code": code})
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def send(self, method, path, body):
        request = urllib.request.Request(self.server.url + path, json.dumps(body).encode(), method=method)
        headers = {"Content-Type": "application/json", "X-Werkdag": "1", "Origin": self.server.url}
        for name, value in (headers | ({"Cookie": self.cookie} if self.cookie else {})).items():
            request.add_header(name, value)
        return urllib.request.urlopen(request, timeout=30)

    def proposes(self, sentence, block="dienstverlening", **more):
        """Sends a proposal; answers its id and its withdrawal code."""
        body = {"sentence": sentence, "buildingBlock": block, "forWhom": "Voor alle gezinnen."} | more
        teller = {"groups": ["ouder"], "consents": ["screen", "report"], "hasGuardianConsent": False}
        sent = {"id": str(uuid.uuid4()), "step": "voorstel", "kind": "proposal", "language": "nl", "route": "phone",
                "table": "", "teller": teller, "body": body}  # fmt: skip
        receipt = json.load(self.send("POST", "/api/contributions", sent))
        return sent["id"], receipt["code"]

    def thinks(self, proposal, position, groups, people=12):
        for person in range(people):
            body = {"person": person, "groups": groups, "position": position}
            self.send("PUT", f"/api/stances/{proposal}", body)


class Gallery:
    """A traject whose console stands open."""

    def __init__(self, room):
        self.room, self.server = room, room.server
        made = room.server.send("POST", "/api/trajects", {"template": "two-day", "rehearsal": False, "fields": TRAJECT | {
            "date": TRAJECT["date"]}})
        self.traject = made["id"]
        self.console = room.console()
        self.console.open(f"/begeleider/{self.traject}")
        self.console.is_open()
        self.code = server_code(room.server, self.traject)

    def opens(self, step):
        self.server.send("POST", f"/api/console/{self.traject}/steps/{step}/open")

    def releases(self, kind="proposal"):
        self.server.send("POST", f"/api/console/{self.traject}/release-all", {"kind": kind})

    def device(self):
        return Device(self.server, self.code)

    def phone(self, groups=()):
        phone = self.room.phone()
        phone.join_by_code(self.code)
        phone.check_in(groups)
        return phone

    def projector(self, scene):
        projector = self.room.projector()
        projector.open(f"/scherm/{self.traject}")
        self.console.shows_on_projector(scene)
        return projector


@pytest.fixture
def gallery(room):
    opened = Gallery(room)
    yield opened
    assert [complaint for complaint in room.complaints() if "409" not in complaint] == []


def block(phone, name):
    return phone.page.locator("button.theme", has_text=name)


def section(phone, title):
    return phone.page.locator("details.part", has_text=title)


def test_a_building_block_fills_up_and_is_opened_again(gallery):
    console = gallery.console
    console.tab("gallery")
    console.page.locator("#design-limit").fill("1")
    console.page.locator("#design-limit-form button").click()
    gallery.opens("voorstel")
    anna, bilal = gallery.phone(), gallery.phone()
    projector = gallery.projector("Bouwstenen")
    projector.shows("Hoogstens 1 per bouwsteen")
    for phone in (anna, bilal):
        phone.waits_for("Ons voorstel")
        phone.sees("Hoogstens 1 mens per bouwsteen.")
    assert faults_of(anna.page) == []
    block(anna, "Visie").click()
    anna.sees("Je werkt aan: Visie")
    expect(block(bilal, "Visie")).to_be_disabled()
    expect(block(bilal, "Visie")).to_contain_text("1 mens koos dit · vol")
    projector.shows("vol")
    assert projector.fits()
    assert faults_of(projector.page) == []
    block(bilal, "Personeel").click()
    bilal.sees("Je werkt aan: Personeel")
    console.page.get_by_role("button", name="Meer plaats bij Visie").click()
    bilal.tap("Kies een andere")
    block(bilal, "Visie").click()
    bilal.sees("Je werkt aan: Visie")
    expect(console.page.locator("#design-blocks li", has_text="Visie")).to_contain_text("2 mensen · extra plaats")
    assert faults_of(console.page) == []
    bilal.page.reload()
    bilal.sees("Je werkt aan: Visie")


def test_a_choice_made_without_a_line_that_comes_too_late_is_told_and_what_was_written_goes_along(gallery):
    gallery.opens("voorstel")
    phone = gallery.phone()
    phone.waits_for("Ons voorstel")
    phone.page.context.set_offline(True)
    block(phone, "Visie").click()
    phone.tap("Schrijf je voorstel")
    phone.write("sentence", SENTENCE)
    gallery.device().send("PUT", "/api/design-choice", {"buildingBlock": "visie"})
    gallery.console.tab("gallery")
    gallery.console.page.locator("#design-limit").fill("1")
    gallery.console.page.locator("#design-limit-form button").click()
    expect(gallery.console.page.locator("#design-blocks")).to_contain_text("vol")
    phone.page.context.set_offline(False)
    phone.page.locator(".fault", has_text="Bij ‘Visie’ is geen plaats meer. Hier wel:").wait_for(timeout=40_000)
    phone.page.locator(".fault").get_by_role("button", name="Kies een andere").click()
    block(phone, "Leiderschap").click()
    phone.sees("Je werkt aan: Leiderschap")
    expect(phone.page.locator("#sentence")).to_have_value(SENTENCE)


def test_a_proposal_is_written_part_by_part_and_keeps_its_versions(gallery):
    titles = [f"Verhaal {number}" for number in range(11)] + ["Kantklossen in het café"]
    for title in titles:
        body = {"title": title, "whatHappened": "Er was koffie.", "whatHelped": "Tijd.", "recognisable": "niemand"}
        teller = {"groups": [], "consents": ["screen"], "hasGuardianConsent": False}
        gallery.server.send("POST", f"/api/console/{gallery.traject}/contributions", {
            "id": str(uuid.uuid4()), "step": "verhaal", "kind": "story", "language": "nl", "route": "paper",
            "table": "", "teller": teller, "body": body})
    gallery.releases("story")
    gallery.opens("voorstel")
    phone = gallery.phone()
    phone.page.set_viewport_size({"width": 320, "height": 640})
    phone.waits_for("Ons voorstel")
    block(phone, "Dienstverlening").click()
    phone.write("sentence", SENTENCE)
    phone.sees("1 van de 8 stukken ingevuld")
    roots = section(phone, "Waarop rust het?")
    roots.locator("summary").click()
    expect(roots.locator("input[name=restsOn]")).to_have_count(5)
    roots.locator("input[type=search]").fill("CAFE kant")
    expect(roots.locator("input[name=restsOn]")).to_have_count(1)
    roots.get_by_text("Kantklossen in het café").click()
    roots.locator("input[type=search]").fill("")
    expect(roots).to_contain_text("1 gekozen")
    assert phone.fits()
    assert faults_of(phone.page) == []
    phone.send()
    # A fault in a part that is folded opens it.
    expect(section(phone, "Voor wie, en wat verandert er?").locator("#forWhom")).to_be_focused()
    phone.page.reload()
    section(phone, "Voor wie, en wat verandert er?").locator("summary").click()
    phone.write("forWhom", "Voor alle gezinnen.")
    section(phone, "Wie doet mee, wie nog niet?").locator("summary").click()
    phone.page.locator("#inclusion-gaten").fill("Na zes uur is er niets.")
    expect(section(phone, "Waarop rust het?")).to_contain_text("1 gekozen")
    phone.tick("consents", "screen")
    phone.send()
    phone.code_of_what_is_stored()
    console = gallery.console
    console.tab("contributions")
    expect(console.entry(SENTENCE)).to_contain_text("Na zes uur is er niets.")
    phone.page.get_by_role("link", name="Van mij").click()
    phone.tap("Aanpassen")
    expect(section(phone, "Waarop rust het?")).to_contain_text("1 gekozen")
    phone.write("sentence", SENTENCE + " Ook ’s avonds.")
    phone.tap("Verbetering versturen")
    phone.code_of_what_is_stored()
    phone.page.get_by_role("link", name="Van mij").click()
    before = phone.page.locator("details", has_text="versie 2 · Wat er eerder stond")
    before.locator("summary").click()
    expect(before.get_by_text(SENTENCE, exact=True)).to_be_visible()
    assert faults_of(phone.page) == []
    card = console.entry("Ook ’s avonds.")
    card.get_by_text("versie 2 · Wat er eerder stond").click()
    expect(card.get_by_text(SENTENCE, exact=True)).to_be_visible()


def test_tensions_are_named_without_naming_who(gallery):
    maker = gallery.device()
    gallery.opens("voorstel")
    loved, _ = maker.proposes("Elk gezin krijgt bezoek.")
    divided, _ = maker.proposes("Alles staat op één blad.", signal="De wachtlijsten", signalAddressee="Opgroeien")
    refused, _ = maker.proposes("Ouders beslissen mee.")
    gallery.releases()
    gallery.opens("galerij")
    projector = gallery.projector("Gedragen")
    projector.shows("Straks zie je hier wat bijna iedereen draagt.")
    parents, partners, children = gallery.device(), gallery.device(), gallery.device()
    for proposal in (loved, divided, refused):
        parents.thinks(proposal, "ja", ["ouder"])
    for proposal in (loved, refused):
        partners.thinks(proposal, "ja", ["partner"])
    partners.thinks(divided, "nee", ["partner"])
    children.thinks(refused, "nee", ["kind"], people=3)
    console = gallery.console
    console.tab("gallery")
    expect(console.page.locator("#carried")).to_contain_text("Elk gezin krijgt bezoek.")
    tensions = console.page.locator("#tensions li")
    expect(tensions).to_have_count(2)
    expect(tensions.first).to_contain_text("De groepen kijken hier anders naar")
    expect(tensions.last).to_contain_text("De meesten gaan mee, maar niet iedereen")
    expect(console.page.locator("#signals")).to_contain_text("Opgroeien")
    expect(console.page.locator("#signals")).to_contain_text("De wachtlijsten (2)")
    assert faults_of(console.page) == []
    console.reveals("stances")
    projector.shows("Elk gezin krijgt bezoek.")
    projector.shows_nothing_of("Ouders beslissen mee.")
    assert projector.fits()
    console.shows_on_projector("Spreiding")
    projector.shows("De groepen kijken hier anders naar")
    projector.shows("De meesten gaan mee, maar niet iedereen")
    # The house has "Kind" in its name, and a proposal speaks of parents.
    projector.page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished)).then(() => {})")
    shown = projector.page.locator("#scene").inner_text().lower()
    assert "partner" not in shown and "kind" not in shown
    assert projector.fits()
    assert faults_of(projector.page) == []


def test_a_proposal_that_is_taken_back_leaves_the_gallery_and_what_was_written_stays(gallery):
    maker = gallery.device()
    gallery.opens("voorstel")
    maker.proposes("Elk gezin krijgt bezoek.")
    _, code = maker.proposes("Alles staat op één blad.")
    gallery.releases()
    gallery.opens("galerij")
    phone = gallery.phone()
    phone.waits_for("Kijk en kies")
    card = phone.page.locator(".card", has_text="Alles staat op één blad.")
    card.get_by_role("button", name="Nee").click()
    card.get_by_role("button", name="Waarom vind je dat?").click()
    phone.write("text", "Niet iedereen leest.")
    phone.page.evaluate("location.hash = '#nu'")
    phone.page.reload()
    phone.page.context.set_offline(True)
    card.get_by_role("button", name="Ja", exact=True).click()
    maker.send("POST", "/api/withdrawals", {"code": code})
    phone.page.context.set_offline(False)
    expect(card).to_have_count(0, timeout=40_000)
    phone.sees("Elk gezin krijgt bezoek.")
    phone.sees("Een voorstel waar je iets over schreef, staat er niet meer.")
    assert faults_of(phone.page) == []
    phone.page.get_by_role("link", name="Naar mijn tekst").click()
    phone.tap("Verder schrijven")
    expect(phone.page.locator("#text")).to_have_value("Niet iedereen leest.")
    phone.tick("position", "nee")
    phone.send()
    phone.sees("Dit voorstel is teruggenomen of staat even apart.", timeout=20_000)
    expect(phone.page.locator("#text")).to_have_value("Niet iedereen leest.")
    phone.page.reload()
    phone.tap("Verbeteren")
    expect(phone.page.locator("#text")).to_have_value("Niet iedereen leest.")


def test_the_scan_counts_and_judges_nobody(gallery):
    gallery.opens("rollenscan")
    phone = gallery.phone(["ouder"])
    phone.waits_for("Wie trekt het netwerk?")
    phone.sees("Dan wachten we even op hen.")
    assert faults_of(phone.page) == []
    phone.tap("Daar hoor ik bij")
    phone.page.get_by_label("De partners hebben weinig tijd voor het netwerk").check(force=True)
    phone.sees("1 van 7 vragen beantwoord")
    phone.sees("Opgeslagen bij de begeleider ✓")
    assert phone.fits()
    assert faults_of(phone.page) == []
    partner = gallery.phone(["partner"])
    partner.waits_for("Wie trekt het netwerk?")
    partner.sees("Is er tijd voor?")
    projector = gallery.projector("Rollenscan")
    projector.shows("1 mens antwoordde al")
    console = gallery.console
    console.tab("gallery")
    expect(console.page.locator("#scan")).to_contain_text("nog geen vijf antwoorden")
    network = gallery.device()
    for person in range(5):
        answers = {"tijd": "gedeeld", "beslissing": "samen"}
        network.send("PUT", "/api/scan", {"person": person, "answers": answers})
    times = console.page.locator("#scan table", has_text="Is er tijd voor?")
    expect(times.locator("td").nth(0)).to_have_text("5")
    expect(times.locator("td").nth(1)).to_have_text("1")
    expect(times).to_contain_text("Hierover zijn jullie het bijna eens.")
    assert projector.page.locator("#scene b").count() == 0
    console.page.locator("#reveal-scan").check()
    projector.shows("Geen oordeel: iets om over te praten.")
    assert faults_of(console.page) == []
    assert projector.fits()
    assert faults_of(projector.page) == []
    phone.page.reload()
    expect(phone.page.get_by_label("De partners hebben weinig tijd voor het netwerk")).to_be_checked()
