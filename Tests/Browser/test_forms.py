"""Forms of the preparation, as they stand on the screen."""

import pytest
from conftest import faults_of
from pages import Console

TRAJECT = {
    "house": "Huis van het Kind Duffel", "date": "2026-11-22", "organisation": "Lokaal bestuur", "contact": "015 00 00 00",
}  # fmt: skip


class Form(Console):
    """The form that adds somebody to the ontwerpteam: one field has a fault, one a help, one neither."""

    def heard(self, message):
        # The form comes back with 422, and the browser reports every 4xx.
        if "status of 422" not in message.text:
            super().heard(message)

    def edges(self):
        inputs = self.page.locator("#add-member > .field > :is(input, select)").all()
        boxes = [field.bounding_box() for field in inputs]
        return [(round(box["y"]), round(box["y"] + box["height"])) for box in boxes]


@pytest.fixture
def form(room, server):
    made = room.open(Form)
    answer = made.context.request.post(
        server.url + "/api/trajects", headers={"X-Werkdag": "1"}, data={"template": "one-day", "fields": TRAJECT}
    )
    made.open(f"/begeleider/{answer.json()['id']}/voorbereiding/ontwerpteam")
    return made


def test_fields_beside_each_other_stay_in_line_when_one_has_a_fault(form, room):
    form.page.set_viewport_size({"width": 1280, "height": 900})
    form.page.locator("#add-member button.primary").click()
    form.page.locator("#add-member .fault").wait_for()
    edges = form.edges()
    assert len(edges) == 3
    assert len(set(edges)) == 1, edges
    assert faults_of(form.page) == []
    assert room.complaints() == []
