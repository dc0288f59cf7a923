"""What the desk shows beside the texts: the unit's year, its figures, the history in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from news.models import Article, LedgerEntry, Revision, Status, Tally
from news.models.states import Verb
from satker.models import Officer, Satker

WAITING = 20

DONE = {
    "submit": _("Handed in. The editors see it now."),
    "recall": _("Taken back. It is a draft again."),
    "return": _("Returned to the writer with your note."),
    "unschedule": _("Taken out of the schedule. It is a draft again."),
    "withdraw": _("Withdrawn. Its address now shows your reason, and it is no longer counted."),
    "reinstate": _("Readers can see it again; it counts on its first day, with its number."),
    "discard": _("Discarded. You find it under Drafts, Discarded."),
    "restore": _("Brought back as a draft."),
}

STEP_WORDS = {
    Verb.CREATE: _("started"),
    Verb.REVISE: _("changed"),
    Verb.SUBMIT: _("handed in for review"),
    Verb.RECALL: _("taken back from review"),
    Verb.RETURN: _("returned to the writer"),
    Verb.HOLD: _("held for the regional team"),
    Verb.SCHEDULE: _("scheduled"),
    Verb.UNSCHEDULE: _("taken out of the schedule"),
    Verb.PUBLISH: _("published"),
    Verb.CORRECT: _("corrected (Ralat)"),
    Verb.WITHDRAW: _("withdrawn"),
    Verb.REINSTATE: _("reinstated"),
    Verb.DISCARD: _("discarded"),
    Verb.RESTORE: _("brought back"),
    Verb.IMPORT: _("imported"),
}


@dataclass(frozen=True)
class Goal:
    """The counter that stays in sight: articles of `unit` (None: of all units) in `year`."""

    unit: Satker | None
    year: int
    count: int
    target: int | None
    today: int
    before: int  # up to this day last year
    silent_days: int | None


def goal(officer: Officer) -> Goal:
    """Return the year of the officer's unit so far, beside the same day last year; four queries at most."""
    unit, today = officer.satker, timezone.localdate()
    rows = LedgerEntry.objects.lead()
    tallies = Tally.objects.lead().filter(year=today.year)
    if officer.is_regional or unit is None:
        unit = None
    else:
        rows, tallies = rows.filter(satker=unit), tallies.filter(satker=unit)
    count = tallies.total()
    before = _sum(rows.between(dt.date(today.year - 1, 1, 1), _a_year_before(today)))
    newest = Article.objects.published().filter(satker=unit).newest() if unit else None
    last = newest.values_list("first_published_at", flat=True).first() if newest is not None else None
    return Goal(
        unit=unit,
        year=today.year,
        count=count,
        target=unit.yearly_target if unit else None,
        today=_sum(rows.between(today, today)),
        before=before,
        silent_days=(today - timezone.localdate(last)).days if last else None,
    )


def _sum(rows: object) -> int:
    return rows.aggregate(sum=Sum("delta"))["sum"] or 0  # type: ignore[attr-defined]


def _a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


@dataclass(frozen=True)
class Month:
    number: int
    name: str
    count: int
    before: int
    supporting: int


@dataclass(frozen=True)
class Figures:
    """Twelve months of one unit, or of all: this year, last year, and where it took part."""

    unit: Satker | None
    year: int
    months: list[Month]

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)

    @property
    def before(self) -> int:
        return sum(month.before for month in self.months)

    @property
    def supporting(self) -> int:
        return sum(month.supporting for month in self.months)


def figures(officer: Officer) -> Figures:
    """Return the figures of the officer's unit by one query."""
    unit, year = (None if officer.is_regional else officer.satker), timezone.localdate().year
    tallies = Tally.objects.filter(year__in=[year, year - 1])
    if unit:
        tallies = tallies.filter(satker=unit)
    sums = {
        (row["role"], row["year"], row["month"]): row["sum"]
        for row in tallies.values("role", "year", "month").annotate(sum=Sum("count")).order_by()
    }
    months = [
        Month(
            number,
            str(MONTHS[number]),
            sums.get(("lead", year, number), 0),
            sums.get(("lead", year - 1, number), 0),
            sums.get(("supporting", year, number), 0),
        )
        for number in range(1, 13)
    ]
    return Figures(unit, year, months)


def returned_note(article: Article) -> Revision | None:
    """Return the line with the editor's note while the article is with its writer."""
    if article.status != Status.RETURNED:
        return None
    lines = article.revisions.filter(verb=Verb.RETURN).select_related("actor").defer("content")
    return lines.order_by("-version").first()


@dataclass(frozen=True)
class Told:
    """One line of an article's history in words."""

    line: Revision
    words: str


def told(lines: Iterable[Revision]) -> list[Told]:
    """Return history lines with the words for their step."""
    return [Told(line, str(STEP_WORDS[Verb(line.verb)])) for line in lines]
