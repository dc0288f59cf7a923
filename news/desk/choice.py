"""Which unit and year a page of the desk is about: an officer's own unit, or one that an editor chooses below it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

from news.converters import YEARS
from news.goals import today
from satker.access import OfficerRequest
from satker.models import Officer, Satker


@dataclass(frozen=True)
class Choice:
    """The unit (None: not chosen yet), the units to choose from (none for who has one only) and the year."""

    unit: Satker | None
    units: list[Satker]
    year: int
    years: list[int]

    @property
    def query(self) -> str:
        """The choice as the query string of the next page."""
        words = {"satker": self.unit.code if self.unit and self.units else "", "tahun": str(self.year)}
        return "?" + urlencode({name: word for name, word in words.items() if word})


def chosen(request: OfficerRequest) -> Choice:
    """Read `satker` (a code) and `tahun` from the address; a unit out of reach is a 404, as one that does not exist."""
    officer, code = request.user, request.GET.get("satker", "")
    now, year = today().year, _year(request)
    units: list[Satker] = []
    if officer.role in {Officer.Role.EDITOR, Officer.Role.REGIONAL}:
        units = list(Satker.objects.within_reach_of(officer).order_by("kind__order", "short_name"))
    unit = officer.satker
    if code:
        mine = units or ([officer.satker] if officer.satker else [])
        unit = next((each for each in mine if each.code == code), None)
        if unit is None:
            raise Http404
    return Choice(unit, units, year, sorted({now + 1, now, now - 1, year}, reverse=True))


def _year(request: OfficerRequest) -> int:
    value = request.GET.get("tahun", "")
    if not value:
        return today().year
    if not (value.isascii() and value.isdecimal() and len(value) == 4 and YEARS[0] <= int(value) <= YEARS[1]):
        raise Http404
    return int(value)
