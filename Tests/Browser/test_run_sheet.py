"""The draaiboek editor, as a facilitator uses it with a mouse, with keys, with a bad line and with a colleague."""

import re

import pytest
from conftest import faults_of
from pages import Console
from playwright.sync_api import expect

TRAJECT = {
    "house": "Huis van het Kind Duffel", "date": "2026-11-22", "organisation": "Lokaal bestuur", "contact": "015 00 00 00",
}  # fmt: skip


class Editor(Console):
    """The page of one draaiboek; `asked` is how often the browser asked whether to leave it."""

    asked = 0

    def dialog(self, dialog):
        if dialog.type != "beforeunload":
            return super().dialog(dialog)
        self.asked += 1
        dialog.accept()

    def edits(self, traject):
        self.open(f"/begeleider/{traject}/voorbereiding/draaiboek/dag-1")
        expect(self.page.locator("body.ready")).to_be_attached()

    def heard(self, message):
        # A refused edit is part of editing, and the browser reports every 4xx.
        if not re.search(r"status of (409|422)", message.text):
            super().heard(message)

    def row(self, title):
        return self.page.locator("li.row", has_text=title)

    def times(self):
        return self.page.locator(".row .times").all_text_contents()

    def titles(self):
        return self.page.locator(".row .title").all_text_contents()

    def chooses(self, title):
        self.row(title).locator(".row-button").click()

    def fills_in(self, field, text):
        self.page.locator(f"#field-{field}").fill(text)
        self.page.keyboard.press("Tab")

    def light(self, text):
        expect(self.page.locator("#light")).to_contain_text(text, timeout=20_000)

    def drags(self, handle, pixels):
        box = handle.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x, y + pixels, steps=8)
        self.page.mouse.up()


@pytest.fixture
def editor(room, server):
    made = room.open(Editor)
    answer = made.context.request.post(
        server.url + "/api/trajects", headers={"X-Werkdag": "1"}, data={"template": "one-day", "fields": TRAJECT}
    )
    made.traject = answer.json()["id"]
    made.edits(made.traject)
    return made


def test_the_keys_move_stretch_skip_add_and_undo(editor, room):
    press = editor.page.keyboard.press
    editor.row("Welkom").locator(".row-button").focus()
    press("+")
    assert editor.times()[1].startswith("9:25")
    press("Alt+ArrowDown")
    assert editor.titles()[1] == "Welkom"
    editor.light("Bewaard")
    press("s")
    expect(editor.row("Welkom").locator(".length")).to_have_text("overgeslagen")
    press("n")
    editor.page.keyboard.type("Spel in de kring")
    press("Escape")
    expect(editor.row("Spel in de kring").locator(".row-button")).to_be_focused()
    editor.light("Bewaard")
    press("Delete")
    expect(editor.row("Spel in de kring")).to_have_count(0)
    press("Control+z")
    expect(editor.row("Spel in de kring")).to_be_visible()
    editor.page.reload()
    expect(editor.row("Spel in de kring")).to_be_visible()
    assert faults_of(editor.page) == []
    assert room.complaints() == []


def test_the_pointer_moves_and_stretches(editor, room):
    editor.drags(editor.row("Welkom").locator(".edge"), 44)
    expect(editor.row("Welkom").locator(".length")).to_have_text("40 min")
    second = editor.titles()[1]
    editor.drags(editor.row("Welkom").locator(".grip"), 120)
    expect(editor.page.locator(".row .title").first).to_have_text(second)
    editor.light("Bewaard")
    assert room.complaints() == []


def test_what_is_refused_stays_as_it_was_typed(editor, room):
    editor.chooses("Welkom")
    for typed, message in [("heel lang", "hele minuten"), ("9000", "0 tot 600")]:
        editor.fills_in("minutes", typed)
        expect(editor.page.locator("#field-minutes-fault")).to_contain_text(message)
        expect(editor.page.locator("#field-minutes")).to_have_value(typed)
        editor.light("nog niet bewaard")
    editor.fills_in("minutes", "25")
    expect(editor.page.locator("#field-minutes-fault")).to_be_hidden()
    editor.light("Bewaard")
    assert editor.times()[1].startswith("9:25")
    assert room.complaints() == []


def test_the_second_of_two_editors_is_shown_both_versions(editor, room):
    other = room.open(Editor)
    other.edits(editor.traject)
    for one in (editor, other):
        one.chooses("Welkom")
    other.page.locator("#field-notes").type("Van de tweede")
    editor.fills_in("notes", "Van de eerste")
    editor.light("Bewaard")
    other.page.keyboard.press("Tab")
    dialog = other.page.locator("#conflict-dialog")
    expect(dialog).to_contain_text("Van de eerste")
    expect(dialog).to_contain_text("Van de tweede")
    dialog.get_by_role("button", name="Bewaar mijn versie").click()
    other.light("Bewaard")
    expect(editor.page.locator("#field-notes")).to_have_value("Van de tweede", timeout=10_000)
    assert room.complaints() == []


def test_without_a_line_nothing_is_lost(editor, room):
    editor.context.set_offline(True)
    editor.chooses("Welkom")
    editor.fills_in("lead", "de begeleider")
    editor.light("nog niet bij de server")
    editor.context.set_offline(False)
    editor.light("Bewaard")
    editor.page.reload()
    editor.chooses("Welkom")
    expect(editor.page.locator("#field-lead")).to_have_value("de begeleider")
    assert room.complaints() == []


def test_typed_text_is_sent_at_a_pause_and_until_then_the_light_and_the_browser_say_so(editor, room):
    editor.chooses("Welkom")
    notes = editor.page.locator("#field-notes")
    notes.press_sequentially("Stoelen in een kring")
    editor.light("Nog niet bewaard")
    editor.light("Bewaard")
    expect(notes).to_be_focused()
    editor.page.locator("#field-minutes").fill("9000")
    editor.light("Nog niet bewaard")
    editor.page.reload()
    assert editor.asked == 1
    editor.chooses("Welkom")
    expect(notes).to_have_value("Stoelen in een kring")
    assert room.complaints() == []


def test_typing_and_taking_it_back_leaves_nothing_to_save(editor, room):
    editor.chooses("Welkom")
    editor.page.locator("#field-minutes").focus()
    editor.page.keyboard.press("End")
    editor.page.keyboard.type("5")
    editor.light("Nog niet bewaard")
    editor.page.keyboard.press("Backspace")
    editor.light("Bewaard")
    editor.page.keyboard.press("Tab")
    editor.page.locator("#hours-end").fill("later")
    editor.light("Nog niet bewaard")
    assert room.complaints() == []


def test_a_fixed_hour_that_is_cleared_and_typed_again_keeps_its_reason(editor, room):
    editor.chooses("Welkom")
    editor.fills_in("anchor", "9:00")
    reason = editor.page.locator("#field-anchorReason")
    reason.select_option("lunch")
    editor.light("Bewaard")
    editor.fills_in("anchor", "")
    expect(reason).to_be_disabled()
    editor.light("Bewaard")
    editor.fills_in("anchor", "9:10")
    expect(reason).to_have_value("lunch")
    editor.light("Bewaard")
    assert room.complaints() == []


def test_an_hour_past_midnight_is_told_below_both_hours(editor, room):
    editor.page.set_viewport_size({"width": 1280, "height": 900})
    tops = [editor.page.locator(f"#hours-{name}") for name in ("start", "end")]
    before = [field.bounding_box()["y"] for field in tops]
    tops[1].fill("25:00")
    editor.page.keyboard.press("Tab")
    fault = editor.page.locator("#hours-end-fault")
    expect(fault).to_be_visible()
    assert abs(tops[0].bounding_box()["y"] - tops[1].bounding_box()["y"]) < 4
    assert [field.bounding_box()["x"] for field in tops] == sorted(field.bounding_box()["x"] for field in tops)
    assert fault.bounding_box()["y"] > before[0] + tops[0].bounding_box()["height"] - 1
    assert room.complaints() == []
