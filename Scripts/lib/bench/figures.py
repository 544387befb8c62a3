"""A figure, what was promised of it, and how both are shown."""

import dataclasses
import json


@dataclasses.dataclass(frozen=True)
class Reference:
    """What a figure is measured beside, in the same run."""

    name: str
    value: float


@dataclasses.dataclass(frozen=True)
class Figure:
    """A measured value; `at_least` or `at_most` is what was promised, in its unit or as "reference"."""

    name: str
    value: float
    unit: str
    at_least: float | str | None = None
    at_most: float | str | None = None
    reference: Reference | None = None
    #: What must be known to read the figure.
    note: str = ""

    @property
    def target(self):
        if self.at_least is not None:
            return f"≥ {shown(self.at_least)}"
        return "" if self.at_most is None else f"≤ {shown(self.at_most)}"

    @property
    def ratio(self):
        if self.reference is None or self.reference.value == 0:
            return None
        return self.value / self.reference.value

    @property
    def met(self):
        """Whether it is as promised; None where nothing was."""
        if self.at_least is not None:
            return self.value >= self._limit(self.at_least)
        return None if self.at_most is None else self.value <= self._limit(self.at_most)

    def _limit(self, promised):
        return self.reference.value if promised == "reference" else promised

    def json(self):
        return json.dumps(
            {
                "name": self.name,
                "value": rounded(self.value),
                "unit": self.unit,
                "target": self.target,
                "reference": self.reference.name if self.reference else None,
                "referenceValue": rounded(self.reference.value) if self.reference else None,
                "ratio": None if self.ratio is None else round(self.ratio, 3),
                "met": self.met,
                "note": self.note,
            },
            ensure_ascii=False,
        )


def rounded(value):
    return round(value) if abs(value) >= 100 else round(value, 2)


def shown(value):
    return value if isinstance(value, str) else f"{rounded(value):,}"


def table(figures):
    """The figures in columns as wide as they need."""
    rows = [("figure", "value", "unit", "target", "", "reference", "value", "ratio")]
    for figure in figures:
        reference = figure.reference
        rows.append(
            (
                figure.name,
                shown(figure.value),
                figure.unit,
                figure.target,
                {True: "met", False: "MISSED", None: ""}[figure.met],
                reference.name if reference else "",
                shown(reference.value) if reference else "",
                "" if figure.ratio is None else f"{figure.ratio:.2f}",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = {1, 6, 7}
    lines = []
    for row in rows:
        cells = (
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
