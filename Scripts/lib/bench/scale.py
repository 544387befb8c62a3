"""A traject of 10,000 stories: what each page, a search and one more story then cost.

It is filled over the real routes, in about the proportions of a network that tells for years; the stories are mixed of
the sample day's sentences, so that words are as common and as rare as people's are.
"""

import concurrent.futures
import contextlib
import http.client
import itertools
import json
import math
import pathlib
import random
import re
import socket
import statistics
import threading
import time
import urllib.parse
import uuid

from figures import Figure, Reference
from servers import HOST, PRODUCT_PORT, Failure, Product

ROOT = pathlib.Path(__file__).parents[3]
STORIES, WAITING, HELD = 10_000, 500, 20
FACTORS, DREAMS, PROPOSALS, REASONS, ACTIONS, PLEDGES, EVALUATIONS = 1_000, 300, 60, 240, 120, 240, 300
THEMES, IN_THEMES = 60, 4_000
PHONES, STANCES_EACH = 400, 8
STEPS = ("verhaal", "succesfactor", "stippen", "droom", "voorstel", "galerij", "actie", "slot")
#: Words as people type them into a search: rare, common, several, begun, with and without accents, a number.
SEARCHES = ("Speelbazaar", "koffie", "mama buurt", "de", "en het", "opgroei", "cafe", "s", "#4321", "iemand tijd zonder")
#: What each placeholder of a route stands for here; None leaves the route out, for it has figures of its own.
PLACES = {"gathering": "dag-1", "name": None, "meeting": None, "member": None, "task": None, "effort": None, "help": None}
#: What of the sample day's own is left out: what points to its other texts, its photos and its dates.
UNMIXED = (
    "restsOn", "quotes", "answers", "reasonFor", "followsFrom", "supports", "meets", "photo", "firstStepDate", "endDate",
)
#: Streams, and what is no page: files, and what a machine asks.
ASIDE = re.compile(r"/events$|^/assets/|/healthz$|\.(pdf|docx|html|ics|svg|csv)$|/audit$|^/terugnemen$")


def scale(bench):
    """Every page by itself, kept alive, then searching, then a story on its way to the console."""
    with Product.running(bench.folder("scale")) as product:
        traject = Traject(bench, product)
        traject.fill()
        yield from pages(traject)
        yield from searches(traject)
        yield from arrivals(traject)


class Traject:
    """One traject and those who are in it."""

    def __init__(self, bench, product, house="Tienduizend"):
        self.product, self.draw = product, random.Random(4)
        made = product.new_traject(house)
        self.id, self.base = made["id"], f"/api/console/{made['id']}"
        cookies = bench.scratch / f"cookies-{made['id']}"
        bench.native.join(PRODUCT_PORT, PHONES, made["token"], cookies, connections=8)
        self.phones = cookies.read_text().split()
        self.ids = {}

    def fill(self):
        texts = Texts(self.draw)
        self.tell("story", "verhaal", STORIES - WAITING, texts.story)
        self.release("story")
        self.tell("story", "verhaal", WAITING, texts.story)
        stories = self.ids["story"]
        for held in stories[-HELD:]:
            self.act("POST", f"/contributions/{held}/hold", {"ground": "other", "reason": "kijk na"})
        self.tell("successFactor", "succesfactor", FACTORS, texts.mixed("success-factors", restsOn=(3, stories)))
        themes = [str(uuid.uuid4()) for _ in range(THEMES)]
        for number, theme in enumerate(themes):
            members = stories[number::THEMES][: IN_THEMES // THEMES] + self.ids["successFactor"][number::2 * THEMES]
            self.act("POST", "/themes", {"id": theme, "name": f"{texts.sentence()[:60]} {number}"})
            self.act("POST", f"/themes/{theme}/members", {"contributions": members})
        self.act("POST", f"/themes/{themes[0]}/merge", {"into": themes[1]})
        self.release("successFactor")
        self.tell("dream", "droom", DREAMS, texts.mixed("dreams", answers=(2, themes)))
        self.tell("proposal", "voorstel", PROPOSALS, texts.mixed("proposals", restsOn=(3, stories)))
        self.release("dream")
        proposals = self.ids["proposal"]
        # One by one: what seems to name somebody is left when all are released at once.
        for proposal in proposals:
            self.act("POST", f"/contributions/{proposal}/release", {})
        self.tell("stanceReason", "galerij", REASONS, texts.mixed("stance-reasons", reasonFor=(1, proposals)))
        self.tell("action", "actie", ACTIONS, texts.mixed("actions", followsFrom=(1, proposals)))
        self.release("action")
        self.tell("pledge", "actie", PLEDGES, texts.mixed("pledges", supports=(1, self.ids["action"])))
        self.tell("evaluation", "slot", EVALUATIONS, texts.mixed("evaluations"))
        for kind in ("stanceReason", "pledge"):
            self.release(kind)
        self.vote(themes, proposals)

    def vote(self, themes, proposals):
        self.open("galerij")

        def one(cookie, connection):
            dots = {"themes": self.draw.sample(themes[1:], 3)}
            connection.ask("PUT", "/api/dots", dots, cookie)
            for proposal in self.draw.sample(proposals, STANCES_EACH):
                stance = {"position": self.draw.choice(["ja", "ja", "ja-maar", "nee"]), "groups": ["ouder"]}
                connection.ask("PUT", f"/api/stances/{proposal}", stance, cookie)

        at_once(one, self.phones)

    def open(self, step):
        self.act("POST", f"/steps/{step}/open", {})

    def release(self, kind):
        self.act("POST", "/release-all", {"kind": kind})

    def act(self, method, path, body):
        return self.product.ask(method, self.base + path, body)

    def tell(self, kind, step, count, text):
        """Sends so many of a kind by many phones at once."""
        self.open(step)
        sent = [contribution(kind, step, text(), self.draw) for _ in range(count)]
        phones = itertools.cycle(self.phones)

        def one(work, connection):
            body, cookie = work
            connection.ask("POST", "/api/contributions", body, cookie)

        at_once(one, [(body, next(phones)) for body in sent])
        self.ids.setdefault(kind, []).extend(body["id"] for body in sent)


def contribution(kind, step, body, draw):
    return {
        "id": str(uuid.UUID(int=draw.getrandbits(128), version=4)), "step": step, "kind": kind, "language": "nl",
        "route": "phone", "table": str(draw.randrange(1, 16)),
        "teller": {
            "groups": [draw.choice(["ouder", "ouder", "partner", "vrijwilliger", "beleid"])],
            "consents": consents(kind, draw),
            "hasGuardianConsent": False,
        },
        "body": body,
    }  # fmt: skip


def consents(kind, draw):
    if kind == "evaluation":
        return ["report"]
    # Proposals are for all to see, or nobody could take a stance.
    return [] if kind != "proposal" and draw.random() < 0.1 else ["screen", "report"]


class Texts:
    """What people tell, mixed of the sample day's sentences."""

    def __init__(self, draw):
        self.draw, self.days = draw, {}
        bodies = [body for name in ("stories", "success-factors", "dreams", "proposals") for body in self.bodies(name)]
        said = " ".join(text for body in bodies for text in body.values() if isinstance(text, str))
        self.sentences = [one.strip() for one in re.findall(r"[^.!?]{20,}[.!?]", said)]
        self.known = sorted({block for body in self.bodies("stories") for block in body.get("buildingBlocks", [])})

    def bodies(self, name):
        if name not in self.days:
            path = ROOT / f"Sources/WorkshopRehearsal/Resources/SampleDay/{name}.json"
            self.days[name] = [entry["body"] for entry in json.loads(path.read_text())]
        return self.days[name]

    def sentence(self):
        return self.draw.choice(self.sentences)

    def several(self, most):
        return " ".join(self.sentence() for _ in range(self.draw.randint(1, most)))

    def story(self):
        return {
            "title": self.sentence()[:110], "whatHappened": self.several(8), "whatHelped": self.several(4),
            "quote": self.sentence()[:270], "recognisable": "niemand",
            "buildingBlocks": self.draw.sample(self.known, self.draw.randint(1, 2)),
        }  # fmt: skip

    def mixed(self, name, **references):
        """The sample day's own of a kind, each made a little different, pointing to some of those given."""

        def one():
            body = {key: text for key, text in self.draw.choice(self.bodies(name)).items()}
            for key in UNMIXED:
                body.pop(key, None)
            for field, (count, targets) in references.items():
                body[field] = self.draw.sample(targets, count)
            for key in ("sentence", "title", "what", "text", "takesAlong"):
                if key in body:
                    body[key] = f"{body[key][:80]} {self.sentence()}"[:115]
            return body

        return one


class Kept:
    """One connection that stays open, as a browser's does."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(HOST, PRODUCT_PORT, timeout=120)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path, cookie=None):
        self.connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def ask(self, method, path, body, cookie=None):
        headers = {"X-Werkdag": "1", "Content-Type": "application/json"} | ({"Cookie": cookie} if cookie else {})
        self.connection.request(method, path, json.dumps(body).encode(), headers)
        answer = self.connection.getresponse()
        said = answer.read()
        if answer.status >= 300:
            raise Failure(f"{method} {path}: {answer.status} {said[:300].decode(errors='replace')}")


def at_once(work, things, hands=24):
    """Does something with all of them, on as many connections as it has hands."""
    own = threading.local()

    def one(thing):
        if not hasattr(own, "connection"):
            own.connection = Kept()
        work(thing, own.connection)

    with concurrent.futures.ThreadPoolExecutor(hands) as pool:
        for _ in pool.map(one, things):
            pass


def routes():
    """Every GET of the route table, which is the one place they stand in."""
    table = (ROOT / "Sources/WorkshopWeb/Application/Routes.swift").read_text()
    base = ""
    for begun, below, written in re.findall(r"let \(?base[^\"]+\"([^\"]+)\"|\(\.get, (base \+ )?\"([^\"]+)\"", table):
        base = begun or base
        if begun:
            continue
        path = (base if below else "") + written
        if not ASIDE.search(path):
            yield path


def paths(traject):
    """The addresses that are measured, each with the cookie it takes."""
    places = PLACES | {"traject": traject.id, "id": None}
    for route in routes():
        names = re.findall(r"\{(\w+)\}", route)
        for name in names:
            if name not in places:
                raise Failure(f"{route}: what is {{{name}}}?")
        if any(places[name] is None for name in names):
            continue
        path = re.sub(r"\{(\w+)\}", lambda found: places[found[1]], route)
        phone = traject.phones[0] if route.startswith("/api/") and "/console/" not in route else None
        if route == "/api/candidates":
            path += "?kind=successFactor&relation=restsOn&q=koffie"
        yield path, phone
        if route.endswith("/contributions"):
            yield from ((f"{path}?{query}", None) for query in ("state=all", "state=released&kind=story", "state=held"))
            yield f"{path}?state=all&after={STORIES // 2}", None
        if route.endswith("/cards"):
            yield f"{path}?loose=1&q=koffie", None


def pages(traject):
    kept, measured = Kept(), {}
    for step in STEPS:
        traject.open(step)
        measured[f"/api/step ({step})"] = timed(kept, "/api/step", traject.phones[1])
    for path, cookie in paths(traject):
        measured[path.replace(traject.id, "…")] = timed(kept, path, cookie)
    # Comparing texts has a figure of its own.
    compared = measured.pop("/api/console/…/theme-suggestions", (0, 0))
    ranked = sorted(measured.items(), key=lambda one: -one[1][0])
    beyond = [f"{path} {taken:.0f} ms" for path, (taken, _) in ranked if taken > 50]
    largest = max(ranked, key=lambda one: one[1][1])
    (path, (slowest, size)), *others = ranked
    nothing, _ = timed(kept, "/healthz")
    yield Figure(
        f"{STORIES:,} stories: slowest page", slowest, "ms", at_most=50,
        reference=Reference("an answer without work, /healthz", nothing),
        note=f"{path}, {size / 1024:,.0f} KB; of {len(ranked)}, median each; then "
        + ", ".join(f"{path} {taken:.1f}" for path, (taken, _) in others[:9])
        + "".join(f"; beyond 50 ms: {named}" for named in beyond),
    )  # fmt: skip
    yield Figure(f"{STORIES:,} stories: largest answer", largest[1][1] / 1024, "KB", note=largest[0])
    yield Figure(f"{STORIES:,} stories: theme suggestions", compared[0], "ms", at_most=1000)


def timed(kept, path, cookie=None):
    """The median in milliseconds, and the bytes of the answer."""
    taken = []
    for _ in range(20):
        begun = time.monotonic()
        status, answer = kept.get(path, cookie)
        taken.append((time.monotonic() - begun) * 1000)
        if status not in (200, 204):
            raise Failure(f"{path}: {status} {answer[:200].decode(errors='replace')}")
        if sum(taken) > 20_000:
            break
    return statistics.median(taken), len(answer)


def searches(traject):
    kept, path = Kept(), f"{traject.base}/contributions"
    if kept.get(path)[0] in (404, 405):
        return
    taken = {
        words: timed(kept, f"{path}?{urllib.parse.urlencode({'state': 'all', 'q': words})}")[0]
        for words in SEARCHES
    }
    slowest = max(taken, key=taken.get)
    yield Figure(
        f"{STORIES:,} stories: slowest search", taken[slowest], "ms", at_most=20,
        note=", ".join(f"“{words}” {spent:.1f}" for words, spent in taken.items()),
    )  # fmt: skip


def arrivals(traject):
    """From sending a story to its event on the console, one after the other."""
    traject.open("verhaal")
    texts, kept = Texts(traject.draw), Kept()
    with Following(f"{traject.base}/events") as console:
        taken = []
        for number in range(100):
            story = contribution("story", "verhaal", texts.story(), traject.draw)
            begun = time.monotonic()
            kept.ask("POST", "/api/contributions", story, traject.phones[number % PHONES])
            taken.append((console.arrival(story["id"]) - begun) * 1000)
    taken.sort()
    yield Figure(
        f"{STORIES:,} stories: submission to console, p95", taken[math.ceil(0.95 * len(taken)) - 1], "ms", at_most=200,
        note=f"p50 {statistics.median(taken):.1f} ms, slowest {taken[-1]:.1f} ms, {console.bytes / len(taken) / 1024:.1f} KB each",
    )  # fmt: skip


class Following:
    """A stream that is read as it comes, with when each contribution came."""

    def __init__(self, path):
        self.socket = socket.create_connection((HOST, PRODUCT_PORT), timeout=30)
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{PRODUCT_PORT}\r\n\r\n".encode())
        self.came, self.news, self.bytes = {}, threading.Condition(), 0
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()
        time.sleep(0.5)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def _read(self):
        name = b""
        with contextlib.suppress(OSError, ValueError), self.socket.makefile("rb") as lines:
            for line in lines:
                self.bytes += len(line)
                if line.startswith(b"event:"):
                    name = line[6:].strip()
                elif line.startswith(b"data:") and name == b"entry":
                    now = time.monotonic()
                    with self.news:
                        self.came[json.loads(line[5:])["id"]] = now
                        self.news.notify_all()

    def arrival(self, contribution):
        with self.news:
            if not self.news.wait_for(lambda: contribution in self.came, timeout=20):
                raise Failure(f"{contribution} did not reach the console")
            return self.came[contribution]
