"""From story to action and back: on the console, by code on a phone, with a team and a request; and what is taken back is
gone everywhere within a second."""

import time
import uuid

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from pages import Console
from test_workday import TRAJECT

LIMIT = 1.0


class Day:
    """A day of which the console enters everything, as from paper."""

    def __init__(self, server):
        self.server = server
        made = server.send("POST", "/api/trajects", {"template": "one-day", "rehearsal": False, "fields": TRAJECT})
        self.traject = made["id"]
        self.root = f"/api/console/{self.traject}"
        self.codes = {}

    def told(self, kind, step, body, groups=("ouder",), released=True):
        teller = {"groups": list(groups), "consents": ["screen", "report"], "hasGuardianConsent": True}
        own = {"id": str(uuid.uuid4()), "kind": kind, "step": step, "language": "nl", "route": "paper", "table": "3"}
        receipt = self.server.send("POST", f"{self.root}/contributions", own | {"teller": teller, "body": body})
        self.codes[own["id"]] = receipt["code"]
        if released:
            self.server.send("POST", f"{self.root}/contributions/{own['id']}/release")
        return own["id"]

    def story(self, title, blocks=("dienstverlening",), groups=("ouder",), **options):
        body = {"title": title, "whatHappened": f"Zo ging het met {title}.", "whatHelped": "Tijd.", "quote": f"Quote {title}",
                "recognisable": "niemand", "buildingBlocks": list(blocks)}
        return self.told("story", "verhaal", body, groups, **options)

    def chain(self):
        self.first = self.story("Soep in de refter")
        self.factor = self.told("successFactor", "succesfactor", {"sentence": "Iemand had tijd.", "restsOn": [self.first]})
        self.theme = str(uuid.uuid4())
        self.server.send("POST", f"{self.root}/themes", {"id": self.theme, "name": "Tijd maken"})
        self.server.send("PUT", f"{self.root}/themes/{self.theme}/members/{self.factor}")
        self.proposal = self.told("proposal", "voorstel", {
            "sentence": "Elke school heeft een open refter.", "buildingBlock": "dienstverlening", "forWhom": "Iedereen.",
            "restsOn": [self.theme]})
        self.action = self.told("action", "actie", {
            "what": "We openen de refter op donderdag.", "lead": "De school", "firstStep": "De sleutel vragen.",
            "followsFrom": [self.proposal]})

    def opens(self, step):
        self.server.send("POST", f"{self.root}/steps/{step}/open")

    def shows(self, scene):
        self.server.send("PUT", f"{self.root}/scene", {"scene": scene})

    def takes_back(self, contribution):
        self.server.send("POST", "/api/withdrawals", {"code": self.codes[contribution]})


@pytest.fixture
def day(server):
    return Day(server)


@pytest.fixture
def console(day, room):
    console = room.console()
    console.open(f"/begeleider/{day.traject}")
    console.is_open()
    return console


@pytest.fixture
def projector(day, room):
    projector = room.projector()
    projector.open(f"/scherm/{day.traject}")
    return projector


@pytest.fixture(autouse=True)
def no_complaints(room):
    yield
    assert [complaint for complaint in room.complaints() if "404" not in complaint] == []


def joined(day, room, groups=("ouder",)):
    phone = room.phone()
    phone.join_by_code(day.server.get(day.root)["join"]["code"])
    phone.check_in(groups)
    return phone


def node(console, text):
    return console.page.locator("#chain-body button", has_text=text)


def test_the_console_walks_from_the_action_to_the_story_and_back(day, room, console):
    day.chain()
    console.tab("destiny")
    console.page.locator("#destiny").get_by_role("button", name="Keten").click()
    expect(console.page.locator("#chain-title")).to_have_text("We openen de refter op donderdag.")
    for text in ["Soep in de refter", "Iemand had tijd.", "Tijd maken", "Elke school heeft een open refter."]:
        expect(node(console, text)).to_be_visible()
    assert faults_of(console.page) == []
    console.page.keyboard.press("ArrowDown")
    expect(node(console, "Soep in de refter")).to_be_focused()
    console.page.keyboard.press("Enter")
    expect(console.page.locator("#chain-title")).to_have_text("Soep in de refter")
    node(console, "We openen de refter").click()
    console.page.get_by_role("button", name="Vorige").click()
    expect(console.page.locator("#chain-title")).to_have_text("Soep in de refter")
    console.page.get_by_role("button", name="Open de kaart").click()
    expect(console.page.locator("#queue [aria-current]")).to_contain_text("Soep in de refter")


def test_a_code_shows_what_became_of_a_story_before_it_takes_it_back(day, room):
    day.chain()
    phone = room.phone()
    phone.open(f"/#code={day.codes[day.first]}")
    for text in ["Wat je vertelde, leeft verder.", "Iemand had tijd.", "Tijd maken", "We openen de refter op donderdag."]:
        phone.sees(text)
    assert phone.fits() and faults_of(phone.page) == []
    phone.tap("Terugnemen")
    time.sleep(1.1)
    phone.tap("Zeker? Tik nog eens")
    phone.sees("Teruggenomen. De tekst is weg.")
    page = room.open(Console)
    page.open("/terugnemen")
    page.page.locator("#code").fill(day.codes[day.factor])
    page.page.get_by_role("button", name="Toon wat ervan werd").click()
    page.sees("We openen de refter op donderdag.")
    assert faults_of(page.page) == []
    page.page.get_by_role("button", name="Neem het terug").click()
    page.page.get_by_role("button", name="Ja, neem het terug").click()
    page.sees("Het is teruggenomen. De tekst is gewist.")


def test_what_is_open_under_van_mij_stays_open_when_the_list_is_drawn_again(day, room):
    day.opens("verhaal")
    phone = joined(day, room)
    phone.tell({"title": "Fietsen lenen", "whatHappened": "Het kon.", "whatHelped": "Tijd."},
               [("recognisable", "niemand")])
    phone.page.evaluate("location.hash = '#mijn'")
    card = phone.page.locator(".card", has_text="Fietsen lenen")
    code = card.locator("details[data-key=code]")
    code.locator("summary").click()
    expect(code.locator("img")).to_be_visible()
    code.locator("summary").focus()
    story = next(entry for entry in day.server.get(day.root)["contributions"] if entry["headline"] == "Fietsen lenen")
    day.server.send("POST", f"{day.root}/contributions/{story['id']}/release")
    # A line that drops and returns makes the phone ask what became of its own.
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    expect(card.locator(".state")).to_contain_text("Vrijgegeven", timeout=10_000)
    expect(code.locator("img")).to_be_visible()
    expect(code.locator("summary")).to_be_focused()
    card.locator("details[data-key=became] summary").click()
    phone.sees("Er is nog niets mee gebeurd.")
    assert phone.fits() and faults_of(phone.page) == []


def test_people_join_a_team_and_a_request_finds_an_offer(day, room, console, projector):
    day.chain()
    day.opens("actie")
    request = day.told("pledge", "actie", {"pledgeKind": "vraag", "what": "Wie leent ons een tafel?", "giver": "De school"})
    day.shows("requests")
    projector.shows("Wie leent ons een tafel?")
    assert projector.fits()
    phone = joined(day, room)
    phone.tap("Meedoen")
    phone.tap("Ik doe mee")
    phone.sees("1 mens doet mee")
    phone.sees("Wie leent ons een tafel?")
    assert phone.fits() and faults_of(phone.page) == []
    phone.page.get_by_text("Mogen ze je bereiken?").click()
    phone.page.get_by_label("Je naam").fill("Mieke")
    phone.page.get_by_label("Je nummer of e-mailadres").fill("0470 00 00 00")
    phone.page.get_by_text("De begeleider en het ontwerpteam mogen").click()
    phone.tap("Bewaar")
    phone.sees("De begeleider weet hoe je te bereiken bent.")
    console.tab("destiny")
    expect(console.page.locator("#destiny")).to_contain_text("1 mens doet mee")
    console.page.get_by_role("button", name="Wie is bereikbaar?").click()
    console.sees("Mieke · 0470 00 00 00")
    phone.tap("Wis mijn gegevens")
    expect(phone.page.get_by_text("Mogen ze je bereiken?")).to_be_visible()
    console.page.get_by_role("button", name="Wie is bereikbaar?").click()
    console.sees("Niemand liet gegevens achter.")

    phone.tap("Dit kan ik")
    phone.tell({"what": "Onze tafel van de jeugddienst."})
    console.tab("contributions")
    console.releases("Onze tafel van de jeugddienst.")
    projector.shows("Elke vraag heeft een aanbod. Mooi!")
    console.tab("destiny")
    expect(console.page.locator("#destiny")).to_contain_text("heeft een aanbod")
    console.page.get_by_role("button", name="Maak los").click()
    projector.shows("Wie leent ons een tafel?")
    console.page.locator(f"[data-key='match-{request}']").select_option(index=1)
    projector.shows("Elke vraag heeft een aanbod. Mooi!")
    assert faults_of(console.page) == []
    day.shows("actions")
    projector.shows("mens doet mee")
    assert projector.fits()


def test_a_first_step_that_comes_late_is_told_and_not_refused(day, room):
    day.opens("actie")
    phone = joined(day, room)
    phone.fill_in({"what": "Een speelstraat.", "lead": "De wijk", "firstStep": "Vergunning vragen.",
                   "firstStepDate": "2031-01-01"})
    phone.sees("Kan een eerste kleine stap vroeger?")
    assert phone.fits()
    phone.send()
    phone.code_of_what_is_stored()


def test_what_was_not_heard_is_a_question_to_the_room(day, room, console, projector):
    day.shows("coverage")
    projector.shows("Wie kent daar een goed voorbeeld van?")
    for number in range(6):
        day.story(f"Verhaal {number}", ["dienstverlening", "visie", "personeel", "leiderschap", "communicatie"])
    for number in range(9):
        day.story(f"Ander verhaal {number}", ["dienstverlening"], ["vrijwilliger"])
    projector.shows("Over Financiën en tijd hoorden we nog niets. Wie kent daar een goed voorbeeld van?")
    expect(projector.page.locator(".picture th[scope=col]")).to_have_text(["de zaal", "Ouder of grootouder", "Vrijwilliger"])
    assert projector.fits() and faults_of(projector.page) == []
    expect(console.page.locator("#coverage th[scope=col]")).to_have_count(3)


def test_doen_goes_to_the_ontwerpteam_and_back(day, room, console, projector):
    day.chain()
    day.opens("actie")
    phone = joined(day, room)
    console.tab("destiny")
    console.page.locator("#hand-over").click()
    projector.shows("Het ontwerpteam gaat verder")
    phone.waits_for("De acties volgen later")
    assert projector.fits() and phone.fits() and faults_of(phone.page) == []
    report = day.server.text(f"/begeleider/{day.traject}/documenten/follow-up.html")
    assert "De zaal liet Doen over aan het ontwerpteam." in report
    console.page.locator("#hand-over").click()
    expect(console.page.locator("#hand-over")).to_have_text("Doen naar het ontwerpteam")


class Vanishing:
    """Notes in each page itself when a text leaves it, hidden parts too: asking from here would take longer than that."""

    NOTE = """text => {
        window.goneAt = null;
        const look = () => {
            if (document.body.textContent.includes(text)) setTimeout(look, 10);
            else window.goneAt = Date.now();
        };
        look();
    }"""

    def __init__(self, pages, text):
        self.pages = pages
        for page in pages.values():
            page.evaluate(self.NOTE, text)

    def since(self, moment):
        """How many seconds after a moment each page had lost it."""
        end = time.monotonic() + 10
        # Asked again and again from here: the page's policy lets nobody put a script in it that waits.
        while time.monotonic() < end and not all(page.evaluate("window.goneAt") for page in self.pages.values()):
            time.sleep(0.05)
        return {name: (page.evaluate("window.goneAt") or 1e15) / 1000 - moment for name, page in self.pages.items()}


def test_what_is_taken_back_is_gone_everywhere_within_a_second(day, room, console, projector):
    for number in range(14):
        day.story(f"Verhaal {number}")
    shown = day.story("Kwibbelzwaluw")
    day.shows("stories")
    projector.shows("Kwibbelzwaluw")
    other = room.open(Console)
    other.open(f"/begeleider/{day.traject}")
    other.is_open()
    for one in [console, other]:
        one.page.locator("[data-key=state-all]").click()
        expect(one.entry("Kwibbelzwaluw")).to_be_visible()
    other.entry("Kwibbelzwaluw").get_by_role("button", name="Keten").click()
    expect(other.page.locator("#chain-title")).to_have_text("Kwibbelzwaluw")
    day.opens("succesfactor")
    phone = joined(day, room)
    expect(phone.page.get_by_text("Kwibbelzwaluw").first).to_be_visible(timeout=15_000)
    pages = {"projector": projector.page, "console": console.page, "other console": other.page, "phone": phone.page}
    vanishing = Vanishing(pages, "Kwibbelzwaluw")
    moment = time.time()
    day.takes_back(shown)
    times = vanishing.since(moment)
    assert max(times.values()) < LIMIT, times
    # What a page kept must not come back when it draws again.
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    for page in pages.values():
        page.wait_for_timeout(1500)
        assert "Kwibbelzwaluw" not in page.locator("body").text_content()


def test_a_projector_that_was_away_comes_back_without_what_was_taken_back(day, room, projector):
    for number in range(14):
        day.story(f"Verhaal {number}")
    shown = day.story("Kwibbelzwaluw")
    day.shows("stories")
    projector.shows("Kwibbelzwaluw")
    day.server.kill()
    expect(projector.page.locator("body.offline")).to_be_attached(timeout=10_000)
    projector.shows("Kwibbelzwaluw")
    day.server.start()
    day.takes_back(shown)
    vanishing = Vanishing({"projector": projector.page}, "Kwibbelzwaluw")
    expect(projector.page.locator("body:not(.offline)")).to_be_attached(timeout=10_000)
    assert vanishing.since(time.time())["projector"] < LIMIT
