"""Moderation as people do it: two who decide differently, other words, two of one, one of two, names, a worry set apart."""

import uuid

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from pages import Console
from test_workday import TRAJECT, server_code

CONFIDANT = "Els van het CAW, 015 12 34 56"


class Desk:
    """A traject with a facilitator's console, and what was told in it."""

    def __init__(self, room):
        self.room = room
        fields = TRAJECT | {"confidant": CONFIDANT, "houseRules": "Bij ons lezen altijd twee mensen mee."}
        made = room.server.send("POST", "/api/trajects", {"template": "one-day", "rehearsal": False, "fields": fields})
        self.traject = made["id"]
        self.console = room.console()
        self.console.open(f"/begeleider/{self.traject}")
        self.console.is_open()

    def tells(self, title, happened, **more):
        body = {"title": title, "whatHappened": happened, "whatHelped": "Dat het kon.", "recognisable": "niemand"}
        teller = {"groups": ["ouder"], "consents": ["screen", "report"], "hasGuardianConsent": False}
        story = {"id": str(uuid.uuid4()), "step": "verhaal", "kind": "story", "language": "nl", "route": "paper"}
        self.room.server.send("POST", f"/api/console/{self.traject}/contributions",
             story | {"table": "3", "teller": teller, "body": body | more})
        expect(self.console.entry(title)).to_be_visible()

    def moderator(self):
        """Another device with a moderator's link; the header says that it is not this machine."""
        key = self.room.server.send("POST", f"/api/console/{self.traject}/keys", {"role": "moderator"})["url"]
        other = self.room.open(Console, extra_http_headers={"X-Forwarded-For": "203.0.113.9"})
        other.open(f"/begeleider/{self.traject}#{key.split('#')[1]}")
        other.is_open()
        return other

    def phone(self):
        phone = self.room.phone()
        phone.join_by_code(server_code(self.room.server, self.traject))
        phone.check_in(groups=["ouder"])
        return phone


@pytest.fixture
def desk(room):
    yield Desk(room)
    # The browser itself reports refusals, and a moderator's page before its key was taken.
    expected = ("status of 409", "status of 401", "status of 422", "status of 404")
    assert [one for one in room.complaints() if not any(status in one for status in expected)] == []


def chosen(console, state):
    console.page.locator(f"[data-key=state-{state}]").click()


def rare(console, headline, act):
    card = console.entry(headline).first
    card.locator(".rare-acts > summary").click()
    card.get_by_role("button", name=act, exact=True).click()
    dialog = console.page.locator("#moderation-dialog")
    expect(dialog).to_be_visible()
    return dialog


def toast(console, text):
    expect(console.page.locator("#toasts")).to_contain_text(text)


def test_two_moderators_who_decide_differently_are_told(desk):
    desk.tells("Soep", "Er was soep.")
    other = desk.room.console()
    # A line that hears of nothing: what is on this screen is old by the time somebody decides on it.
    other.page.route("**/events*", lambda route: route.abort())
    other.open(f"/begeleider/{desk.traject}")
    other.is_open()
    desk.console.holds("Soep", "de buurt kent hen")
    other.entry("Soep").get_by_role("button", name="Vrijgeven").click()
    toast(other, "Een ander hield nr. 1 al apart: een andere reden · de buurt kent hen.")
    chosen(other, "held")
    expect(other.entry("Soep")).to_contain_text("de buurt kent hen")
    chosen(desk.console, "held")
    expect(desk.console.entry("Soep").locator(".state")).to_have_text("apart gehouden")


def test_other_words_stand_beside_the_tellers_and_the_teller_sees_both(desk):
    desk.console.page.locator(".open-item", has_text="interview").click()
    phone = desk.phone()
    phone.waits_for("Jullie verhaal")
    phone.tell({"title": "Eerste schooldag", "whatHappened": "Mevrouw Peeters belde me.", "whatHelped": "Tijd."},
               choices=[("buildingBlocks", "dienstverlening"), ("recognisable", "niemand")])
    card = desk.console.entry("Eerste schooldag")
    expect(card.locator(".hints")).to_contain_text("Er lijkt een naam in te staan: ‘Mevrouw Peeters’")
    expect(card.locator("mark")).to_have_text("Mevrouw Peeters")
    dialog = rare(desk.console, "Eerste schooldag", "Anders verwoorden")
    assert faults_of(desk.console.page) == []
    dialog.locator("textarea").first.fill("")
    dialog.get_by_role("button", name="Bewaar deze woorden").click()
    expect(dialog.locator(".faulty .fault")).to_be_visible()
    dialog.locator("textarea").first.fill("Iemand van school belde me.")
    dialog.get_by_role("button", name="Bewaar deze woorden").click()
    expect(dialog).to_be_hidden()
    expect(card).to_contain_text("Iemand van school belde me.")
    expect(card.locator(".hints")).to_have_count(0)
    card.get_by_text("Zoals verteld", exact=True).click()
    expect(card.locator(".told")).to_contain_text("Mevrouw Peeters belde me.")
    phone.page.get_by_role("link", name="Van mij").click()
    phone.sees("De begeleider schreef iets anders op.")
    phone.page.locator("summary", has_text="Toon beide teksten").click()
    phone.sees("Mevrouw Peeters belde me.")
    phone.sees("Iemand van school belde me.")
    assert phone.fits()
    assert faults_of(phone.page) == []
    card.get_by_role("button", name="Zoals verteld terugzetten").click()
    expect(card.locator("mark")).to_have_text("Mevrouw Peeters")
    expect(card.locator(".told")).to_have_count(0)


def test_one_is_split_in_two_and_put_together_again(desk):
    desk.tells("Soep en fietsen", "Er was soep. Er waren fietsen.")
    dialog = rare(desk.console, "Soep en fietsen", "Splitsen")
    halves = dialog.locator("fieldset")
    halves.nth(0).locator("input").first.fill("Soep")
    halves.nth(1).locator("input").first.fill("Fietsen")
    assert faults_of(desk.console.page) == []
    dialog.get_by_role("button", name="Maak er twee van").click()
    expect(desk.console.entry("Afgesplitst van nr. 1")).to_contain_text("Fietsen")
    desk.console.page.locator("#toasts").get_by_role("button", name="Ongedaan maken").click()
    expect(desk.console.entry("Soep en fietsen")).to_be_visible()
    expect(desk.console.page.locator("#queue .entry")).to_have_count(1)


def test_two_are_merged_and_taken_apart_again(desk):
    desk.tells("Soep in de refter", "Soep aan de lange tafel.")
    desk.tells("Fietsen lenen", "Bij de fietsbib.")
    desk.tells("Soep op donderdag", "Aan de lange tafel in de refter aten we soep.")
    dialog = rare(desk.console, "Soep in de refter", "Samenvoegen")
    # What is alike comes first.
    expect(dialog.locator(".merge-list label").first).to_contain_text("Soep op donderdag")
    dialog.get_by_role("button", name="Voeg samen").click()
    expect(dialog.locator(".fault")).to_have_text("Kies eerst een bijdrage.")
    dialog.locator(".merge-list label").first.click()
    assert faults_of(desk.console.page) == []
    dialog.get_by_role("button", name="Voeg samen").click()
    expect(desk.console.entry("Soep op donderdag")).to_contain_text("Hierin zit ook: nr. 1")
    expect(desk.console.entry("Soep in de refter")).to_have_count(0)
    chosen(desk.console, "all")
    desk.console.entry("Soep in de refter").get_by_role("button", name="Haal weer los").click()
    expect(desk.console.entry("Soep in de refter").locator(".state")).to_have_text("wacht op vrijgave")


def test_release_all_leaves_what_has_to_be_read(desk):
    desk.tells("Met een naam", "Toen kwam Fatima.")
    desk.tells("Zonder naam", "Er was soep.")
    desk.console.page.locator("#queue-bar select").select_option("story")
    desk.console.page.locator("[data-key=release-all]").click()
    toast(desk.console, "1 vrijgegeven. 1 blijft wachten: lees die eerst.")
    expect(desk.console.entry("Zonder naam")).to_have_count(0)
    expect(desk.console.entry("Met een naam")).to_be_visible()


def test_a_worry_is_on_the_confidants_page_and_nowhere_else(desk):
    desk.tells("Een zorg", "Het ging niet goed.", worry="Over haar kleine broer.")
    moderator = desk.moderator()
    expect(moderator.entry("Een zorg")).to_be_visible()
    desk.console.entry("Een zorg").get_by_role("button", name="Apart houden").click()
    desk.console.page.locator("#hold-dialog").get_by_label("Zorg: voor de vertrouwenspersoon").check()
    desk.console.page.locator("#hold-dialog button.primary").click()
    toast(desk.console, "staat nu apart voor de vertrouwenspersoon")
    for console in (desk.console, moderator):
        chosen(console, "all")
        expect(console.page.locator("#queue .entry")).to_have_count(0)
        console.shows_nothing_of("kleine broer")
    desk.console.page.get_by_role("link", name="Voor de vertrouwenspersoon").click()
    page = desk.console.page
    expect(page.get_by_text(CONFIDANT)).to_be_visible()
    expect(page.locator(".apart")).to_contain_text("Over haar kleine broer.")
    page.get_by_label("Wat is er gedaan?").fill("Gebeld met Els.")
    page.get_by_label("De vertrouwenspersoon heeft dit gezien").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".apart .seen").first).to_contain_text("Gezien door de vertrouwenspersoon")
    expect(page.get_by_label("Wat is er gedaan?")).to_have_value("Gebeld met Els.")
    assert faults_of(page) == []
    page.get_by_role("button", name="Zet terug bij wat wacht").click()
    expect(page.locator(".apart")).to_have_count(0)
    chosen(moderator, "waiting")
    expect(moderator.entry("Een zorg")).to_be_visible()


def test_a_moderator_gets_what_may_be_done_and_nothing_else(desk):
    desk.tells("Soep", "Er was soep.")
    other = desk.moderator()
    expect(other.page.locator("#role-note")).to_be_visible()
    for hidden in ("#tab-documents", "#tab-check", "#blank", "#scenes", "#timer-form", "#close-day", "#at-once"):
        expect(other.page.locator(hidden)).to_be_hidden()
    expect(other.page.locator(".open-item").first).to_be_disabled()
    expect(other.page.locator("#moderation-file")).to_be_hidden()
    # A key of the facilitator's does nothing, one of the queue does.
    other.page.keyboard.press("b")
    other.page.keyboard.press("j")
    other.page.keyboard.press("r")
    expect(other.entry("Soep")).to_have_count(0)
    expect(other.page.locator("#toasts .problem")).to_have_count(0)
    other.page.locator("#moderation-log summary").click()
    expect(other.page.locator("#moderation-acts")).to_contain_text("Nr. 1 vrijgegeven")
    expect(other.page.locator("#moderation-acts")).to_contain_text("meelezer")
    other.makes_theme("Aan tafel", ["Soep"])
    assert faults_of(other.page) == []


def test_a_step_goes_on_at_once_when_the_facilitator_says_so(desk):
    page = desk.console.page
    page.locator("#at-once summary").click()
    page.locator("#at-once-steps").get_by_label("Jullie verhaal").check()
    toast(desk.console, "wordt nu meteen vrijgegeven")
    expect(page.locator("#at-once-now")).to_have_text("1 stap wordt meteen vrijgegeven")
    chosen(desk.console, "all")
    desk.tells("Te vroeg", "De stap is nog niet open.")
    expect(desk.console.entry("Te vroeg").locator(".state")).to_have_text("wacht op vrijgave")
    desk.room.server.send("POST", f"/api/console/{desk.traject}/steps/verhaal/open")
    desk.tells("Zonder naam", "Er was soep.")
    expect(desk.console.entry("Zonder naam").locator(".state")).to_have_text("vrijgegeven")
    desk.tells("Met een naam", "Toen kwam Fatima.")
    expect(desk.console.entry("Met een naam").locator(".state")).to_have_text("wacht op vrijgave")


def test_the_rules_are_told_on_the_phone(desk):
    phone = desk.room.phone()
    phone.join_by_code(server_code(desk.room.server, desk.traject))
    phone.tap("Verder")
    phone.page.get_by_role("link", name="Spelregels").click()
    phone.sees("Wie beslist?")
    phone.sees("Bij ons lezen altijd twee mensen mee.")
    phone.sees(f"Vertrouwenspersoon: {CONFIDANT}")
    assert phone.fits()
    assert faults_of(phone.page) == []
    phone.page.get_by_role("link", name="Terug").click()
    phone.tap("Ik begrijp het")
    phone.page.get_by_role("link", name="Van mij").click()
    expect(phone.page.get_by_role("link", name="Spelregels")).to_be_visible()
