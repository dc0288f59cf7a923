"""The year for the projector: one section a screen, few words, figures that the last row of the hall can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from news.charts import Bar, bars
from news.models import LedgerEntry, Need, NeedKind, Tally
from news.rekap.annual import Year
from news.rekap.cards import Card
from news.templatetags.portal_words import grouped, signed

SHOWN = 5
# A share of few stories says nothing about a unit: one a month at least.
STORIES = 12


@dataclass(frozen=True)
class Line:
    place: int
    name: str
    figure: str
    note: str = ""


@dataclass(frozen=True)
class Slide:
    """One screen: a title, and a big figure, lines or bars below it."""

    title: str
    big: str = ""
    note: str = ""
    record: bool = False
    lines: list[Line] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)


def slides(data: Year) -> list[Slide]:
    """Return the screens of a year, those with nothing to say left out."""
    found = [
        _opening(data),
        _years(),
        _months(data),
        *(_league(league.kind.name, data) for league in data.found.leagues if len(league.rows) > 1),
        _growth(data),
        *_quality(data),
        _programmes(data),
        _needs(data),
    ]
    return [slide for slide in found if slide and (slide.big or slide.lines or slide.bars)]


def _opening(data: Year) -> Slide:
    total = data.found.total
    totals = Tally.objects.lead().per_year()
    record = total.total > 0 and total.total >= max(totals.values(), default=0)
    note = _("stories from %(active)s of %(units)s units") % {
        "active": grouped(data.found.active),
        "units": grouped(data.found.units),
    }
    if total.before:
        note += " · " + _("%(change)s against %(year)d") % {"change": signed(total.change), "year": data.before}
    return Slide(f"{_('Rekap')} {data.year}", grouped(total.total), note, record)


def _years() -> Slide:
    totals = sorted(Tally.objects.lead().per_year().items())[-12:]
    return Slide(_("Stories per year"), bars=bars((str(year), total) for year, total in totals))


def _months(data: Year) -> Slide:
    return Slide(
        f"{_('Stories per month')} {data.year}", bars=bars(zip(data.months, data.found.total.months, strict=True))
    )


def _league(name: str, data: Year) -> Slide:
    cards = [card for card in data.cards if card.league.kind.name == name and card.row.total][:SHOWN]
    lines = [
        Line(card.row.rank, card.node.name, grouped(card.row.total), signed(card.row.change) if card.row.before else "")
        for card in cards
    ]
    return Slide(name, note=_("most stories"), lines=lines)


def _growth(data: Year) -> Slide:
    grown = sorted(
        (card for card in data.cards if card.row.before and card.row.change > 0),
        key=lambda card: (-card.row.change, card.node.name),
    )
    lines = [
        Line(place, card.node.name, signed(card.row.change), f"{grouped(card.row.before)} → {grouped(card.row.total)}")
        for place, card in enumerate(grown[:SHOWN], 1)
    ]
    return Slide(_("Grown most"), note=_("stories more than in %(year)d") % {"year": data.before}, lines=lines)


def _quality(data: Year) -> list[Slide]:
    """Return who leads in what the count does not say, among units with a story a month."""
    per_cent = _("per cent of stories")
    told: list[tuple[str, str, Callable[[Card], Decimal | int | None], str]] = [
        (_("Original"), _("per cent of the stories compared"), lambda card: card.quality.original_share, "%"),
        (_("Photos with caption and description"), per_cent, lambda card: card.quality.photo_share, "%"),
        (_("Rubric of the editors"), _("mean of four marks, 1 to 4"), lambda card: card.quality.rubric, ""),
    ]
    return [Slide(title, note=note, lines=_leaders(data, value, unit)) for title, note, value, unit in told]


def _leaders(data: Year, value: Callable[[Card], Decimal | int | None], unit: str) -> list[Line]:
    marked = [(value(card), card) for card in data.cards if card.quality.stories >= STORIES]
    ranked = sorted(
        ((mark, card) for mark, card in marked if mark),
        key=lambda pair: (-pair[0], -pair[1].row.total, pair[1].node.name),
    )
    return [
        Line(
            place,
            card.node.name,
            f"{mark}{unit}" if isinstance(mark, int) else f"{mark:.2f}".replace(".", ","),
            _("%(count)s stories") % {"count": grouped(card.row.total)},
        )
        for place, (mark, card) in enumerate(ranked[:SHOWN], 1)
    ]


def _programmes(data: Year) -> Slide:
    rows = LedgerEntry.objects.lead().between(dt.date(data.year, 1, 1), dt.date(data.year, 12, 31))
    sums = rows.filter(article__programme__isnull=False).values_list("article__programme__name")
    listed = sums.annotate(sum=Sum("delta")).filter(sum__gt=0).order_by("-sum", "article__programme__name")
    lines = [Line(place, name, grouped(count)) for place, (name, count) in enumerate(listed[:SHOWN], 1)]
    return Slide(_("Priority programmes"), note=_("stories"), lines=lines)


def _needs(data: Year) -> Slide:
    """Return what the units need in rupiah, by kind, and what of it came."""

    def of(side: str) -> Sum:
        return Sum("items__needs__estimate", filter=Q(items__needs__year=data.year, items__needs__side=side))

    kinds = NeedKind.objects.annotate(needed=of(Need.Side.NEEDED), received=of(Need.Side.RECEIVED))
    lines = [
        Line(
            place,
            kind.name,
            _("Rp%(amount)s") % {"amount": grouped(kind.needed)},
            _("received Rp%(amount)s") % {"amount": grouped(kind.received or 0)},
        )
        for place, kind in enumerate((kind for kind in kinds if kind.needed), 1)
    ]
    return Slide(_("What units need"), note=_("estimates of the units"), lines=lines)
