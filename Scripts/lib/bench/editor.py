"""The draaiboek editor in a browser: from a key pressed to recomputed times on the screen."""

import statistics
import uuid

from figures import Figure, Reference
from playwright.sync_api import sync_playwright
from servers import HOST, PRODUCT_PORT, Failure, Product

CHROMIUM = "/usr/bin/chromium"
ITEMS = 40
EDITS = 50

#: Notes for each key how long it takes until the frame in which the timeline has changed is drawn, and the frames of a
#: page that does nothing beside it: what a screen takes anyhow.
WATCH = """() => {
    window.taken = [];
    window.frames = [];
    let pressed = 0;
    const drawn = (then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(null);
    });
    document.addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    new MutationObserver(() => {
        if (!pressed) return;
        const from = pressed;
        pressed = 0;
        drawn(() => window.taken.push(performance.now() - from));
    }).observe(document.getElementById('timeline'), { subtree: true, childList: true, characterData: true });
    window.idle = () => new Promise((done) => {
        const from = performance.now();
        drawn(() => { window.frames.push(performance.now() - from); done(); });
    });
}"""


def editing(bench):
    """Stretching the first of 40 items, so that the times of all others change with it."""
    folder = bench.folder("editor")
    with Product.running(folder) as product:
        name = product.new_traject("Meetbank draaiboek")["id"]
        sheet = f"/api/console/{name}/run-sheets/dag-1"
        fill(product, sheet)
        with sync_playwright() as playwright:
            # Chromium's own sandbox needs rights that a container does not have; the page is ours.
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            try:
                page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-BE")
                page.goto(f"http://{HOST}:{PRODUCT_PORT}/begeleider/{name}/voorbereiding/draaiboek/dag-1")
                taken, frames = pressed(page, bench.count(EDITS))
            finally:
                browser.close()
        last = product.ask("GET", sheet)["items"][-1]
        if not last["start"]:
            raise Failure("the server did not follow the editor")
    idle = Reference("an empty frame", statistics.median(frames))
    note = f"{len(taken)} edits in a draaiboek of {ITEMS} items, key to drawn frame"
    yield Figure("recomputed times, median", statistics.median(taken), "ms", at_most=50, reference=idle, note=note)
    yield Figure("recomputed times, slowest", max(taken), "ms", at_most=50, reference=idle, note=note)


def fill(product, sheet):
    """Makes it 40 items of five minutes, none at a fixed hour, so that every time follows from the first length."""
    view = product.ask("GET", sheet)
    for item in view["items"]:
        fields = {"minutes": 5, "anchor": None, "anchorReason": None}
        change = {"kind": "change", "item": item["id"], "version": item["version"], "fields": fields}
        product.ask("POST", f"{sheet}/edits", change)
    for number in range(ITEMS - len(view["items"])):
        fields = {"minutes": 5, "texts": {"title": f"Onderdeel {number}", "goal": "Iedereen is mee."}}
        add = {"kind": "add", "item": str(uuid.uuid4()), "before": None, "fields": fields}
        product.ask("POST", f"{sheet}/edits", add)


def pressed(page, count):
    page.wait_for_selector("body.ready")
    page.locator(".row-button").first.focus()
    page.evaluate(WATCH)
    for number in range(count):
        page.keyboard.press("+" if number % 10 < 5 else "-")
        page.evaluate("window.idle()")
        page.wait_for_timeout(60)
    rows = page.locator(".row").count()
    taken, frames = page.evaluate("[window.taken, window.frames]")
    if rows != ITEMS or len(taken) != count:
        raise Failure(f"the timeline has {rows} rows and changed {len(taken)} times")
    return taken, frames
