"""Which unit of ours a file means: by a file of its units, by code, or made anew."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from news.importing.engine import cut
from news.importing.journal import Bad, Refused
from satker.models import Kind, Satker

FEW = 5
# What a code may not hold; an id of theirs may.
UNFIT = re.compile(r"[^A-Za-z0-9._/-]+")


@dataclass
class Units:
    """The units a file may name; `named` says whether a file of units applies, or codes do."""

    by_key: dict[str, Satker]
    named: bool = False
    by_code: dict[str, Satker] = field(default_factory=dict)

    def find(self, value: Any) -> Satker:
        """Return the unit that a line names; raises Bad."""
        if unit := self.get(value):
            return unit
        if value is None or value == "":
            raise Bad(_("The unit is missing."))
        if self.named:
            raise Bad(_("The unit %(name)s is not in the file of units.") % {"name": value})
        raise Bad(_("No unit has the code %(name)s.") % {"name": value})

    def get(self, value: Any) -> Satker | None:
        """Return the unit that a line names, or None."""
        return self.by_key.get(key_of(value)) if isinstance(value, str | int) else None


def key_of(value: object) -> str:
    """Return an id, name or code as it is compared: single spaces, no difference of case."""
    return " ".join(str(value).split()).casefold()


def load(path: Path | None, create: bool, used: Callable[[], set[Any]]) -> Units:
    """Return the units for a file whose lines name `used`; raises Refused when one of them is nowhere.

    `used` is called only when it has to be, for it reads the whole file: without a file of units, or
    when some of its rows match no unit of ours, which is no matter as long as no line names them.
    """
    ours = list(Satker.objects.order_by("pk"))
    by_code = {key_of(unit.code): unit for unit in ours}
    if path is None:
        _refuse({str(value) for value in used() if key_of(value) not in by_code})
        return Units(by_code, False, by_code)
    rows = list(_rows(path))
    found, strange = _match(rows, ours, by_code)
    if strange and create:
        with transaction.atomic():
            parent = _only_root(ours)
            found |= {row["key"]: _create(row, parent) for row in strange}
        strange = []
    by_key: dict[str, Satker] = {}
    for row in rows:
        if unit := found.get(row["key"]):
            by_key |= {key_of(name): unit for name in (row["name"], row["id"]) if name}
    if strange:
        names = {key_of(name): row for row in strange for name in (row["id"], row["name"]) if name}
        keys = map(key_of, used())
        _refuse({names[key]["name"] or names[key]["id"] for key in keys if key in names and key not in by_key})
    return Units(by_key, True, by_code)


def _refuse(strangers: set[str]) -> None:
    if not strangers:
        return
    few = ", ".join(sorted(strangers)[:FEW]) + (", ..." if len(strangers) > FEW else "")
    raise Refused(
        _(
            "%(count)d units of the file match no unit of the portal: %(names)s. Nothing was imported. "
            "Give --units with a file that says the code of each (id,code or name,code), "
            "or --create-units to make them from the file of units."
        )
        % {"count": len(strangers), "names": few}
    )


# --- The file of units ------------------------------------------------------------------------------


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield {"key", "id", "name", "code", "city"} for each unit of a CSV or JSON-lines file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file) if path.suffix.lower() == ".csv" else _json_rows(path, file)
            for number, row in enumerate(rows, 1):
                values = {name: str(row.get(name) or "").strip() for name in ("id", "name", "code", "city")}
                if not values["id"] and not values["name"]:
                    raise Refused(
                        _("%(file)s, unit %(number)d: neither id nor name is given.") % {"file": path, "number": number}
                    )
                yield values | {"key": values["id"] or values["name"]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(_("%(file)s cannot be read: %(error)s") % {"file": path, "error": error}) from error


def _json_rows(path: Path, file: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(file, 1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise Refused(
                _("%(file)s, line %(number)d: this is not JSON.") % {"file": path, "number": number}
            ) from error
        if isinstance(row, dict):
            yield row


Row = dict[str, str]


def _match(rows: list[Row], ours: list[Satker], by_code: dict[str, Satker]) -> tuple[dict[str, Satker], list[Row]]:
    """Return the unit of ours for each row's key, and the rows that have none."""
    official, short = defaultdict(list), defaultdict(list)
    for unit in ours:
        official[key_of(unit.official_name)].append(unit)
        short[key_of(unit.short_name)].append(unit)
    found: dict[str, Satker] = {}
    strange: list[Row] = []
    for row in rows:
        if match := _unit_of(row, official, short, by_code):
            found[row["key"]] = match
        else:
            strange.append(row)
    return found, strange


def _unit_of(
    row: Row, official: dict[str, list[Satker]], short: dict[str, list[Satker]], by_code: dict[str, Satker]
) -> Satker | None:
    if row["code"]:
        if unit := by_code.get(key_of(row["code"])):
            return unit
        # A code that was written down and is wrong is a slip of the pen, not a wish for a new unit.
        raise Refused(_("The file of units names the code %(code)s, which no unit has.") % {"code": row["code"]})
    for names in (official, short):
        namesakes = names.get(key_of(row["name"]), []) if row["name"] else []
        if len(namesakes) == 1:
            return namesakes[0]
        for unit in namesakes:
            if unit.code == _new_code(row):
                return unit
    return None


def _new_code(row: Row) -> str:
    return f"IMP-{UNFIT.sub('-', row['id']) or slugify(row['name'])}"[:40]


def _only_root(ours: list[Satker]) -> Satker | None:
    """Return the head of the tree, when there is one; what an earlier import made does not count."""
    roots = [unit for unit in ours if unit.parent_id is None and not unit.code.startswith("IMP-")]
    return roots[0] if len(roots) == 1 else None


def _create(row: Row, parent: Satker | None) -> Satker:
    """Make a unit from a row; what the row lacks is filled in later by hand."""
    name = row["name"] or row["id"]
    place = row["city"] or name
    code, number = _new_code(row), 2
    while Satker.objects.filter(code=code).exists():
        code, number = f"{_new_code(row)[:36]}-{number}", number + 1
    kind, _new = Kind.objects.get_or_create(code="lain", defaults={"name": "Lainnya", "order": 99})
    return Satker.objects.create(
        code=code,
        kind=kind,
        parent=parent,
        official_name=cut(name, 200),
        short_name=cut(name, 80),
        byline=cut(f"Humas {place}", 80),
        dateline_place=cut(place, 80),
    )
