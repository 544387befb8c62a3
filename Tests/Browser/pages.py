"""The people of the day at their screens, each doing what a person does: reading, typing and tapping."""

import re

from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}
CONSOLE = {"width": 1440, "height": 900}
PROJECTOR = {"width": 1920, "height": 1080}

READ_BACK = "Klaar, lees het na"


class Screen:
    """A page in a browser of its own, which remembers everything the browser complained of."""

    def __init__(self, browser, url, size, **options):
        self.url = url
        self.context = browser.new_context(viewport=size, locale="nl-BE", accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", self.dialog)

    def heard(self, message):
        where = message.location.get("url", "")
        # A line that drops is part of the day, and so is a phone that asks who it is before it joined: the browser
        # reports both, for every request.
        is_expected = "net::ERR_" in message.text or "status of 401" in message.text and where.endswith("/api/me")
        if message.type in ("error", "warning") and not is_expected:
            self.complaints.append(f"{message.type}: {message.text} ({where})")

    def dialog(self, dialog):
        self.complaints.append(f"a script of somebody's text ran: {dialog.message}")
        dialog.dismiss()

    def open(self, path):
        self.page.goto(self.url + path)

    def sees(self, text, **options):
        expect(self.page.get_by_text(text).first).to_be_visible(**options)

    def shows_nothing_of(self, text):
        assert text not in self.page.locator("body").inner_text()

    def fits(self):
        """Whether nobody has to scroll sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


class Phone(Screen):
    """A participant's phone."""

    def __init__(self, browser, url, **options):
        super().__init__(browser, url, PHONE, has_touch=True, is_mobile=True, device_scale_factor=2, **options)
        self.of_teller = ()

    def join_by_code(self, code):
        self.open("/")
        self.page.get_by_label("Typ de code").fill(code)
        self.tap("Ga binnen")

    def check_in(self, groups=(), table=""):
        expect(self.page.get_by_role("heading", name="Welkom bij")).to_be_visible()
        for group in groups:
            self.tick("groups", group)
        self.page.get_by_label("Nummer van je tafel").fill(table)
        self.tap("Verder")
        self.sees("Verantwoordelijk is")
        self.tap("Ik begrijp het")

    def tap(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def tick(self, field, value):
        self.page.locator(f"input[name='{field}'][value='{value}']").check(force=True)

    def write(self, field, text):
        self.page.locator(f"#{field}").fill(text)

    def fill_in(self, answers, choices=(), consents=("screen", "report")):
        """What goes in the form; what only the teller answers is kept for when they read it back."""
        self.starts_to_write()
        for field, text in answers.items():
            self.write(field, text)
        self.of_teller = ()
        if self.page.get_by_role("button", name=READ_BACK).is_visible():
            self.of_teller = [(field, value) for field, value in choices if field == "recognisable"]
            self.of_teller += [("consents", consent) for consent in consents]
            choices, consents = [choice for choice in choices if choice[0] != "recognisable"], ()
        for field, value in choices:
            self.tick(field, value)
        for consent in consents:
            self.tick("consents", consent)

    def starts_to_write(self):
        """While somebody tells, the phone lies aside; one button takes it up."""
        write = self.page.get_by_role("button", name="Schrijf het verhaal op")
        if write.is_visible():
            write.click()

    def hands_over(self):
        """Gives the phone to who told it, who reads it back and answers for it."""
        self.tap(READ_BACK)
        if self.is_read_back():
            for field, value in self.of_teller:
                self.tick(field, value)

    def is_read_back(self):
        return self.page.get_by_role("heading", name="Geef de telefoon").is_visible()

    def unfolds(self):
        """Opens every part of a long form."""
        self.page.evaluate("for (const part of document.querySelectorAll('details.part')) part.open = true")

    def send(self):
        if self.page.get_by_role("button", name=READ_BACK).is_visible():
            self.hands_over()
        if self.is_read_back():
            self.tap("Het klopt, versturen")
        elif not self.page.get_by_role("button", name=READ_BACK).is_visible():
            self.tap("Versturen")

    def tell(self, answers, choices=(), consents=("screen", "report")):
        """Fills in and sends; answers the code once it is stored."""
        self.fill_in(answers, choices, consents)
        self.send()
        return self.code_of_what_is_stored()

    def code_of_what_is_stored(self):
        expect(self.page.get_by_text("Opgeslagen bij de begeleider ✓")).to_be_visible(timeout=20_000)
        return self.page.locator(".code strong").inner_text()

    def waits_for(self, step):
        """The room opened a step; the phone comes along, or says so where somebody is still reading something."""
        news = self.page.get_by_role("button", name="Naar wat nu loopt")
        heading = self.page.get_by_role("heading", level=1, name=step)
        expect(heading.or_(news).first).to_be_visible(timeout=15_000)
        if not heading.is_visible():
            news.first.click()
        expect(heading).to_be_visible()

    def light(self, text, timeout=15_000):
        expect(self.page.locator("#light")).to_contain_text(text, timeout=timeout)


class Projector(Screen):
    """The room's screen."""

    def __init__(self, browser, url, **options):
        super().__init__(browser, url, PROJECTOR, **options)

    def fits(self):
        """Whether the scene stays inside the screen, which nobody can scroll."""
        return self.page.evaluate("""() => {
            const scene = document.getElementById('scene');
            return scene.scrollWidth <= scene.clientWidth && scene.scrollHeight <= scene.clientHeight;
        }""")

    def shows(self, text, timeout=15_000):
        expect(self.page.locator("#scene").get_by_text(text).first).to_be_visible(timeout=timeout)


class Console(Screen):
    """The facilitator's laptop."""

    def __init__(self, browser, url, **options):
        super().__init__(browser, url, CONSOLE, **options)
        self.traject = ""

    def create(self, fields):
        self.open("/begeleider?plan=one-day")
        for name, value in fields.items():
            self.page.locator(f"#field-{name}").fill(value)
        self.page.get_by_role("button", name="Maak het traject").click()

    def is_open(self):
        # A new traject opens with its preparation; the console is a step up from there.
        self.page.wait_for_url(re.compile(r"/begeleider/[^/?]+"))
        if "/voorbereiding" in self.page.url:
            self.page.goto(self.page.url.split("/voorbereiding")[0])
        expect(self.page.locator("body.ready")).to_be_attached(timeout=15_000)
        self.traject = self.page.locator("body").get_attribute("data-traject")

    def begins(self, item):
        button = self.page.locator(".open-item", has_text=item)
        button.click()
        expect(button).to_have_attribute("aria-current", "step", timeout=10_000)

    def tab(self, name):
        self.page.locator(f"#tab-{name}").click()
        expect(self.page.locator(f"#panel-{name}")).to_be_visible()

    def entry(self, headline):
        return self.page.locator("#queue .entry", has_text=headline)

    def releases(self, headline):
        self.tab("contributions")
        self.entry(headline).first.get_by_role("button", name="Vrijgeven").click()
        expect(self.entry(headline)).to_have_count(0)

    def holds(self, headline, reason):
        self.tab("contributions")
        self.entry(headline).first.get_by_role("button", name="Apart houden").click()
        self.page.locator("#hold-dialog textarea, #hold-dialog input[type=text]").first.fill(reason)
        self.page.locator("#hold-dialog button.primary").click()
        expect(self.entry(headline)).to_have_count(0)

    def makes_theme(self, name, members=()):
        self.tab("themes")
        self.page.locator("#theme-name").fill(name)
        self.page.locator("#theme-form button").click()
        expect(self.theme(name)).to_be_visible()
        for member in members:
            self.page.locator("#pool .card", has_text=member).click()
            self.theme(name).locator(".lay-here").click()
            expect(self.theme(name).locator(".card", has_text=member)).to_be_visible()

    def theme(self, name):
        """The card of a theme; its name stands in a field, so that it is no text of the page."""
        return self.page.locator(".theme-card", has=self.page.locator(f'.theme-name[title="{name}"]'))

    def shows_on_projector(self, scene):
        button = self.page.locator("#scenes").get_by_role("button", name=scene)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def reveals(self, what):
        self.tab("gallery")
        box = self.page.locator(f"#reveal-{what}")
        box.check()
        expect(box).to_be_checked()

    def waits_for_line(self):
        expect(self.page.locator("#line")).to_be_hidden(timeout=30_000)
