"""The report of a day with 500 stories, by the route the console uses."""

import concurrent.futures
import statistics
import time
import uuid

from figures import Figure
from servers import PRODUCT_PORT, Failure, Product

STORIES = 500
GROUPS = ("ouder", "kind", "jongere", "vrijwilliger", "beleid", "partner")
BLOCKS = ("visie", "dienstverlening", "personeel", "leiderschap", "communicatie", "financien-en-tijd")


def story(number):
    return {
        "id": str(uuid.uuid4()),
        "step": "verhaal",
        "kind": "story",
        "language": "nl",
        "route": "phone",
        "table": str(number % 30 + 1),
        "teller": {
            "groups": [GROUPS[number % len(GROUPS)]],
            "consents": ["screen", "report", "publication"],
            "hasGuardianConsent": number % len(GROUPS) in (1, 2),
        },
        "body": {
            "title": f"De koffie van straat {number}",
            "whatHappened": "Elke donderdag zetten we koffie in de inkomhal van de school. Wie zijn kind brengt, blijft "
            "even. Eerst kwamen er drie mensen, nu twintig. Eén grootmoeder bracht haar hele straat mee.",
            "whatHelped": "Dat het vlak bij de deur is, en dat je niets moet invullen.",
            "buildingBlocks": [BLOCKS[number % len(BLOCKS)]],
            "recognisable": "niemand",
            "quote": "Ik dacht dat het niet voor mij was.",
            "notReachedYet": "Wie 's morgens vroeg werkt.",
        },
    }


def report(bench):
    """HTML, PDF and DOCX over `/begeleider/TRAJECT/documenten/report.FORMAT`."""
    with Product.running(bench.folder("report")) as product:
        traject = product.new_traject("Verslag")
        fill(bench, product, traject)
        for name, limit, times in (("html", 0.1, 5), ("pdf", 3, 2), ("docx", 3, 2)):
            taken, size = [], 0
            for _ in range(times if bench.is_whole else 1):
                begun = time.monotonic()
                path = f"/begeleider/{traject['id']}/documenten/report.{name}"
                status, document = product.call("GET", path, timeout=60)
                taken.append(time.monotonic() - begun)
                size = len(document)
                if status != 200:
                    raise Failure(f"{path}: {status} {document[:300].decode(errors='replace')}")
            unit, factor = ("ms", 1000) if name == "html" else ("s", 1)
            yield Figure(
                f"report of {STORIES} stories, {name.upper()}", statistics.median(taken) * factor, unit,
                at_most=limit * factor, note=f"{size / 1024:,.0f} KB",
            )  # fmt: skip


def fill(bench, product, traject):
    cookies = bench.scratch / "report-cookies"
    bench.native.join(PRODUCT_PORT, 50, traject["token"], cookies, connections=8)
    cookies = cookies.read_text().split()

    def send(number):
        status, answer = product.call("POST", "/api/contributions", story(number), cookie=cookies[number % len(cookies)])
        if status != 201:
            raise Failure(f"a story was answered {status}: {answer[:300].decode(errors='replace')}")

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(STORIES)))
    product.ask("POST", f"/api/console/{traject['id']}/release-all", {"kind": "story"})
