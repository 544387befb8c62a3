"""The clustering board as hands use it: with a mouse, with a finger, with the keyboard alone, and by two at once."""

import uuid

import pytest
from playwright.sync_api import expect

from conftest import faults_of
from pages import Console
from test_workday import TRAJECT

STORIES = {
    "Soep in de refter": "Wie wil, eet na school soep aan de lange tafel in de refter.",
    "Soep op donderdag": "Aan één lange tafel eten buren samen soep.",
    "Een tafel vol soep": "De refter stond vol, en er was soep voor iedereen aan tafel.",
    "Fietsen lenen": "Bij de fietsbib leen je een fiets voor je kind.",
    "Muziek in het park": "Grootouders speelden muziek voor de peuters.",
}


def told(server, traject, title, happened):
    body = {"title": title, "whatHappened": happened, "whatHelped": "Dat het kon.", "recognisable": "niemand"}
    teller = {"groups": ["ouder"], "consents": ["screen"], "hasGuardianConsent": False}
    story = {"id": str(uuid.uuid4()), "step": "verhaal", "kind": "story", "language": "nl", "route": "paper"}
    fields = body | {"buildingBlocks": ["dienstverlening"]}
    server.send("POST", f"/api/console/{traject}/contributions", story | {"table": "3", "teller": teller, "body": fields})


@pytest.fixture
def board(room):
    console = room.console()
    # High enough for both themes, so that no drag has to scroll.
    console.page.set_viewport_size({"width": 1600, "height": 1200})
    made = room.server.send("POST", "/api/trajects", {"template": "one-day", "rehearsal": False, "fields": TRAJECT})
    console.open(f"/begeleider/{made['id']}")
    console.is_open()
    for title, happened in STORIES.items():
        told(room.server, console.traject, title, happened)
    console.makes_theme("Aan tafel")
    console.makes_theme("Lenen")
    yield console
    assert [complaint for complaint in room.complaints() if "409" not in complaint] == []


def loose(console, title):
    return console.page.locator("#pool .card", has_text=title)


def inside(console, theme, title):
    return console.theme(theme).locator(".card", has_text=title)


def drag(console, card, target):
    start, end = card.bounding_box(), target.bounding_box()
    mouse = console.page.mouse
    mouse.move(start["x"] + 20, start["y"] + 12)
    mouse.down()
    mouse.move(end["x"] + 30, end["y"] + 12, steps=12)
    mouse.up()


def test_a_card_is_dragged_in_and_out_with_a_mouse(board):
    drag(board, loose(board, "Fietsen lenen"), board.theme("Lenen"))
    expect(inside(board, "Lenen", "Fietsen lenen")).to_be_visible()
    expect(loose(board, "Fietsen lenen")).to_have_count(0)
    drag(board, inside(board, "Lenen", "Fietsen lenen"), board.theme("Aan tafel"))
    expect(inside(board, "Aan tafel", "Fietsen lenen")).to_be_visible()
    expect(inside(board, "Lenen", "Fietsen lenen")).to_have_count(0)
    drag(board, inside(board, "Aan tafel", "Fietsen lenen"), board.page.locator("#pool-hint"))
    expect(loose(board, "Fietsen lenen")).to_be_visible()
    expect(board.page.locator("#hand")).to_be_hidden()


def test_a_finger_that_rests_drags_and_one_that_moves_scrolls(board, room):
    tablet = room.open(Console, has_touch=True)
    tablet.page.set_viewport_size({"width": 768, "height": 1024})
    tablet.open(f"/begeleider/{board.traject}")
    tablet.is_open()
    tablet.tab("themes")
    tablet.page.locator("#pool").evaluate("pool => pool.scrollIntoView()")
    touch = tablet.page.context.new_cdp_session(tablet.page)

    def send(kind, *point):
        points = [{"x": point[0], "y": point[1]}] if point else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def pull(rest):
        start = loose(tablet, "Soep in de refter").bounding_box()
        end = tablet.theme("Aan tafel").bounding_box()
        x, y = start["x"] + 40, start["y"] + 12
        send("touchStart", x, y)
        tablet.page.wait_for_timeout(rest)
        for step in range(1, 11):
            send("touchMove", x + (end["x"] + 40 - x) * step / 10, y + (end["y"] + 20 - y) * step / 10)
            tablet.page.wait_for_timeout(20)
        send("touchEnd")

    pull(rest=0)
    expect(tablet.page.locator(".card[aria-pressed=true]")).to_have_count(0)
    expect(loose(tablet, "Soep in de refter")).to_have_count(1)
    tablet.page.locator("#pool").evaluate("pool => pool.scrollIntoView()")
    pull(rest=600)
    expect(inside(board, "Aan tafel", "Soep in de refter")).to_be_visible()
    assert tablet.fits()


def test_the_keyboard_alone_puts_cards_where_they_belong(board):
    page, say = board.page, board.page.locator("#board-say")
    page.locator("#pool-loose").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(say).to_contain_text("‘Soep op donderdag’ opgepakt")
    expect(page.locator("#hand-list")).to_be_focused()
    page.keyboard.type("aan")
    page.keyboard.press("Enter")
    expect(say).to_have_text("In ‘Aan tafel’ gezet.")
    expect(inside(board, "Aan tafel", "Soep op donderdag")).to_be_visible()
    expect(loose(board, "Een tafel vol soep")).to_be_focused()
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#hand-count")).to_have_text("2 kaarten opgepakt")
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    expect(say).to_have_text("Teruggelegd.")
    page.keyboard.press("Control+z")
    expect(loose(board, "Soep op donderdag")).to_be_visible()
    expect(say).to_contain_text("Teruggedraaid")
    page.keyboard.press("Control+Shift+z")
    expect(inside(board, "Aan tafel", "Soep op donderdag")).to_be_visible()


def test_themes_split_merge_and_come_apart_again(board):
    page = board.page
    for title in STORIES:
        loose(board, title).click()
    board.theme("Aan tafel").locator(".lay-here").click()
    expect(board.theme("Aan tafel").locator(".card")).to_have_count(len(STORIES))
    for title in ("Fietsen lenen", "Muziek in het park"):
        inside(board, "Aan tafel", title).click()
    page.locator("#hand-name").fill("Wat kinderen graag doen")
    page.keyboard.press("Enter")
    expect(board.theme("Wat kinderen graag doen").locator(".card")).to_have_count(2)
    expect(board.theme("Aan tafel").locator(".card")).to_have_count(3)
    board.theme("Lenen").locator("summary").click()
    board.theme("Lenen").locator(".merge").select_option(label="Wat kinderen graag doen")
    expect(page.locator("#merged")).to_contain_text("‘Lenen’ zit nu in ‘Wat kinderen graag doen’")
    page.locator("#merged").get_by_role("button").click()
    expect(board.theme("Lenen")).to_be_visible()
    page.locator(".history summary").click()
    expect(page.locator("#theme-history li").first).to_contain_text("‘Lenen’ weer losgehaald")
    page.locator("#theme-undo").click()
    page.locator("#theme-undo").click()
    expect(page.locator("#theme-history .undone")).to_have_count(2)
    expect(board.theme("Lenen")).to_be_visible()


def test_suggestions_tell_their_words_and_wait_to_be_asked(board):
    page = board.page
    page.locator("#suggest").click()
    group = page.locator("#suggestions li", has_text="lijken").first
    expect(group.locator(".because")).to_contain_text("soep")
    expect(loose(board, "Soep in de refter")).to_be_visible()
    assert faults_of(page) == []
    group.locator(".like input").last.uncheck()
    group.get_by_role("textbox").fill("Soep verbindt")
    group.get_by_role("button", name="Maak een thema").click()
    expect(board.theme("Soep verbindt").locator(".card")).to_have_count(2)
    page.get_by_role("button", name="Kijk opnieuw").click()
    fit = page.locator("#suggestions li", has_text="lijkt op ‘Soep verbindt’")
    fit.get_by_role("button", name="Voeg").click()
    expect(board.theme("Soep verbindt").locator(".card")).to_have_count(3)


def test_two_who_rename_one_theme_are_shown_both_names(board, room):
    other = room.console()
    other.open(f"/begeleider/{board.traject}")
    other.is_open()
    other.tab("themes")
    mine, theirs = board.theme("Lenen").locator(".theme-name"), other.theme("Lenen").locator(".theme-name")
    mine.fill("Lenen en delen")
    theirs.fill("Delen is rijk")
    theirs.press("Enter")
    expect(other.theme("Delen is rijk")).to_be_visible()
    mine.press("Enter")
    dialog = board.page.locator("#name-dialog")
    expect(dialog).to_contain_text("Delen is rijk")
    expect(dialog).to_contain_text("Lenen en delen")
    assert faults_of(board.page) == []
    dialog.get_by_role("button", name="Lenen en delen").click()
    expect(other.theme("Lenen en delen")).to_be_visible()


def test_the_room_sees_dots_once_they_are_revealed_on_the_board(board, room):
    page = board.page
    expect(page.locator("#board-reveal")).not_to_be_checked()
    page.locator("#board-reveal").check()
    expect(page.locator("#reveal-dots")).to_be_checked()
    assert room.server.get(f"/api/console/{board.traject}")["room"]["dotsRevealed"]
    page.locator("#board-reveal").uncheck()
    expect(page.locator("#reveal-dots")).not_to_be_checked()
