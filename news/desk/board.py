"""What the desk shows beside the texts: the unit's year so far, why a story waits, its history in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news import decisions, previews
from news.closing import closed_on
from news.desk import minors
from news.goals import Targets, notes_for
from news.models import (
    Article,
    CoachingNote,
    ConsentChange,
    LedgerEntry,
    PreviewLink,
    RekapSettings,
    Revision,
    SecondLook,
    Status,
    Tally,
)
from news.models.states import Verb
from satker import access
from satker.models import Officer, Satker

WAITING, HISTORY, LINKS, FEW = 5, 200, 10, 2
LATELY = dt.timedelta(days=14)

DONE = {
    "submit": _("Handed in. The editors see it now."),
    "recall": _("Taken back. It is a draft again."),
    "return": _("Returned to the writer with your note."),
    "unschedule": _("Taken out of the schedule. It is a draft again."),
    "withdraw": _("Withdrawn. Its address now shows your reason."),
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
    Verb.REMOVE_NAME: _("a name was removed here"),
}


def closed(story: Article) -> list[str]:
    """Return a sentence for each closed book that holds the story: what is done now stands beside it."""
    day = story.ledger.values_list("day", flat=True).first()
    told = _("%(period)s is closed: this stands beside its figures as a dated correction.")
    return [str(told) % {"period": closing.period} for closing in (closed_on(day) if day else [])]


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
    quiet: bool  # silent for so long that the regional team's radar shows it


def goal(officer: Officer) -> Goal:
    """Return the year of the officer's unit so far, beside the same day last year; six queries at most."""
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
    silent = (today - timezone.localdate(last)).days if last else None
    return Goal(
        unit=unit,
        year=today.year,
        count=count,
        target=Targets(today.year).of_year(unit) if unit else None,
        today=_sum(rows.between(today, today)),
        before=before,
        silent_days=silent,
        quiet=silent is not None and silent >= RekapSettings.load().quiet_days,
    )


def _sum(rows: object) -> int:
    return rows.aggregate(sum=Sum("delta"))["sum"] or 0  # type: ignore[attr-defined]


def _a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


@dataclass(frozen=True)
class Lately:
    """What the regional team told the officer's unit in the last two weeks, the newest first."""

    looks: list[SecondLook]
    notes: list[CoachingNote]


def lately(officer: Officer) -> Lately:
    """Return the answers to second looks within reach and the notes to the own unit; two queries, none for the team."""
    if officer.is_regional or officer.satker is None:
        return Lately([], [])
    since = timezone.now() - LATELY
    looks = SecondLook.objects.filter(
        access.reach(officer, access.Action.WRITE, to="article__satker__"), answered_at__gte=since
    )
    looks = looks.select_related("article").defer("article__body").order_by("-answered_at", "-pk")
    return Lately(list(looks[:FEW]), list(notes_for(officer.satker).filter(written_at__gte=since)[:FEW]))


@dataclass(frozen=True)
class SentBack:
    """Why a story is not on its way to readers: the line with the note, and whether an editor returned it."""

    line: Revision
    returned: bool


def sent_back(article: Article) -> SentBack | None:
    """Return the note with which the story was returned or held, while it is."""
    verb = {Status.RETURNED: Verb.RETURN, Status.HELD: Verb.HOLD}.get(Status(article.status))
    if verb is None:
        return None
    lines = article.revisions.filter(verb=verb).select_related("actor").defer("content")
    line = lines.order_by("-version").first()
    return SentBack(line, verb == Verb.RETURN) if line else None


@dataclass(frozen=True)
class Event:
    """What was decided about a story without changing it: who, when, and in which words."""

    actor: str
    at: dt.datetime
    note: str


@dataclass(frozen=True)
class Told:
    """One line of an article's history in words."""

    line: Revision | Event
    words: str


def history(article: Article) -> list[Told]:
    """Return the newest steps of a story and what was decided and noted, the last first; four queries at most."""
    lines = article.revisions.select_related("actor").defer("content").order_by("-version")
    lines = lines.annotate(has_text=Q(content__isnull=False))[:HISTORY]
    told = [Told(line, str(STEP_WORDS[Verb(line.verb)])) for line in lines]
    decided = _decided(decisions.decision(article)) if article.was_public else []
    noted = [_noted(change) for change in article.consent_changes.select_related("by").order_by("-at", "-pk")[:HISTORY]]
    # Decided in the moment of a step is told after it; what came first stays behind.
    return sorted([*reversed(decided), *noted, *told], key=lambda each: each.line.at, reverse=True)


def _noted(change: ConsentChange) -> Told:
    happened, note = minors.words(change)
    return Told(Event(str(change.by), change.at, note), happened)


def _decided(decision: decisions.Decision) -> list[Told]:
    """Return what the rule and the second looks said of a story, in the order of time."""
    if decision.entry is None:
        return []
    rule = Event(gettext("the counting rule"), decision.entry.recorded_at, " ".join(decision.sentences))
    told = [Told(rule, gettext("not counted"))]
    for look in decision.looks:
        told.append(Told(Event(str(look.asked_by), look.asked_at, look.words), gettext("second look asked for")))
        if look.answered_at:
            words = gettext("counted after a second look") if look.granted else gettext("still not counted")
            told.append(Told(Event(str(look.answered_by), look.answered_at, look.answer), words))
    return told


@dataclass(frozen=True)
class Link:
    """A preview link as its makers see it; `address` only while it opens."""

    row: PreviewLink
    address: str


def links(article: Article, at: dt.datetime) -> list[Link]:
    """Return the newest preview links of a story that readers have not seen; one query."""
    rows = article.preview_links.select_related("made_by")[:LINKS]
    return [Link(row, previews.address(row) if previews.opens(row, at) else "") for row in rows]
