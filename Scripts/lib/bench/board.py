"""The clustering board in a browser, with 500 cards: how long the page is busy at a stretch.

A stretch of more than 50 ms is what browsers themselves call a long task; what was promised is that none is over 100.
Browsers count by the clock, also while another process has the processor: beside it stands how long the page's own thread
worked in its longest task.
"""

import json
import uuid

from playwright.sync_api import sync_playwright

from figures import Figure, Reference
from scale import STORIES, Texts, Traject, contribution
from servers import HOST, PRODUCT_PORT, Failure, Product

CARDS, THEMES = 500, 20
CHROMIUM = "/usr/bin/chromium"
#: Tells of every long task from before the page's own scripts run.
WATCH = """
window.longTasks = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longTasks.push(task.duration);
}).observe({ entryTypes: ["longtask"] });
"""


def board(bench):
    """Opening, dragging, merging, suggestions and a renewed story, first on 500 cards, then beside 10,000 stories."""
    with Product.running(bench.folder("board")) as product, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        small = Traject(bench, product, "Vijfhonderd")
        fill(small)
        yield from measured(bench, browser, small, f"{CARDS} cards")
        large = Traject(bench, product)
        large.fill()
        yield from measured(bench, browser, large, f"{STORIES:,} stories")
        browser.close()


def fill(traject):
    texts = Texts(traject.draw)
    traject.tell("story", "verhaal", CARDS, texts.story)
    for number in range(THEMES):
        traject.act("POST", "/themes", {"id": str(uuid.uuid4()), "name": f"Thema {number}"})


def measured(bench, browser, traject, name):
    longest = {}
    for _ in range(bench.repeats):
        for act, taken in walk(browser, traject).items():
            longest[act] = max(longest.get(act, (0, 0)), taken)
    elsewhere, _ = longest.pop("another tab")
    by_clock, by_thread = (max(taken[part] for taken in longest.values()) for part in (0, 1))
    yield Figure(
        f"clustering board with {name}: longest task", by_clock, "ms", at_most=100,
        reference=Reference("the same page on another tab", elsewhere),
        note=", ".join(f"{act} {taken[0]:.0f}" for act, taken in longest.items()),
    )  # fmt: skip
    yield Figure(
        f"clustering board with {name}: longest task, the thread's own time", by_thread, "ms", at_most=100,
        note=", ".join(f"{act} {taken[1]:.0f}" for act, taken in longest.items()),
    )  # fmt: skip


def walk(browser, traject):
    """The longest task of each act by the clock, 0 where none was over 50 ms, and in the thread's own time."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"http://{HOST}:{PRODUCT_PORT}/begeleider/{traject.id}")
    page.wait_for_selector("body.ready")
    busy = {}

    def act(name, work):
        page.wait_for_timeout(300)
        page.evaluate("window.longTasks.length = 0")
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        work()
        page.wait_for_timeout(600)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        busy[name] = (max(page.evaluate("window.longTasks"), default=0), longest_of(events))

    act("another tab", lambda: page.click("#tab-documents"))
    act("opening", lambda: (page.click("#tab-themes"), page.wait_for_selector("#pool .card")))
    act("dragging", lambda: drag(page))
    act("merging", lambda: merge(page))
    act("suggestions", lambda: (page.click("#suggest"), page.wait_for_selector("#suggestions li")))
    act("closing them", lambda: page.click("#suggest"))
    act("undoing", lambda: page.click("#theme-undo"))
    act("searching", lambda: page.type("#pool-search", "speel"))
    act("all cards", lambda: (page.fill("#pool-search", ""), page.click("#pool-loose")))
    act("a story comes", lambda: come(traject))
    page.close()
    return busy


def longest_of(events):
    """The longest task of the page's main thread, in milliseconds of that thread."""
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [event.get("tdur", 0) for event in events if event["name"].endswith("RunTask") and
             (event["pid"], event["tid"]) in main]  # fmt: skip
    return max(tasks, default=0) / 1000


def drag(page):
    start, end = page.locator("#pool .card").first.bounding_box(), page.locator(".theme-card").first.bounding_box()
    if not start or not end:
        raise Failure("the board shows no card or no theme")
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 12, steps=20)
    page.mouse.up()


def merge(page):
    theme = page.locator(".theme-card").first
    theme.locator("summary").click()
    theme.locator("select.merge").select_option(index=1)


def come(traject):
    story = contribution("story", "verhaal", Texts(traject.draw).story(), traject.draw)
    status, _ = traject.product.call("POST", "/api/contributions", story, cookie=traject.phones[3])
    if status != 201:
        raise Failure(f"a story was answered {status}")
