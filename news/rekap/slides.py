"""The year for the projector: one section a screen, few words, figures that the last row of the hall can read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.charts import Bar, bars
from news.models import Closing, Need, NeedKind
from news.quality import Quality
from news.rekap.annual import Year
from news.rekap.tally import League, Row
from news.rekap.tops import tops
from news.templatetags.portal_words import grouped, signed

SHOWN = 5
# A share of few stories says nothing about a unit: one a month at least.
STORIES = 12
# The mean of few rubrics is the taste of one editor on one day; nobody is named before the hall by it.
RATED = 5
Each = TypeVar("Each")


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
    closed: str = ""  # when the book was closed, and what the big figure is now
    note: str = ""
    record: bool = False
    lines: list[Line] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    more: str = ""  # a sentence below: who is left out, and why


def slides(data: Year) -> list[Slide]:
    """Return the screens of a year, those with nothing to say left out."""
    found = [
        _opening(data),
        _years(data),
        _months(data),
        *(_league(league) for league in data.found.leagues if len(league.rows) > 1),
        _growth(data),
        *_quality(data),
        _programmes(data),
        _needs(data),
    ]
    return [slide for slide in found if slide and (slide.big or slide.lines or slide.bars)]


def _opening(data: Year) -> Slide:
    total = data.found.total
    record = data.found.is_record
    closed = ""
    if data.closing:
        closed = _("closed %(day)s") % {"day": date_format(timezone.localtime(data.closing.closed_at), "j F Y")}
        closed += " · " + _("now %(now)s") % {"now": grouped(total.total)} if total.moved else ""
    note = _("stories from %(active)s of %(units)s units") % {
        "active": grouped(data.found.active),
        "units": grouped(data.found.units),
    }
    if total.before:
        note += " · " + _("%(change)s against %(year)d") % {
            "change": signed(total.stands - total.before),
            "year": data.before,
        }
    more = _("Quality is left out: its marks are those of the lead unit's stories.") if data.sift.peran else ""
    more = more or " · ".join(_of_month(closing, now) for closing, now in data.found.closed_months)
    return Slide(f"{_('Rekap')} {data.year}", grouped(total.stands), closed, note, record, more=more)


def _of_month(closing: Closing, now: int) -> str:
    told = {"period": closing.period, "closed": grouped(closing.total), "now": grouped(now)}
    return _("%(period)s closed with %(closed)s, now %(now)s") % told


def _as_now(data: Year) -> str:
    """Return what is to be said below a chart of a closed year whose count has moved since."""
    total = data.found.total
    if not total.moved:
        return ""
    told = {"year": data.year, "now": grouped(total.total), "closed": grouped(total.stands)}
    return _("%(year)d as it is now: %(now)s, closed with %(closed)s") % told


def _years(data: Year) -> Slide:
    totals = list(data.per_year.items())[-12:]
    return Slide(_("Stories per year"), more=_as_now(data), bars=bars((str(year), total) for year, total in totals))


def _months(data: Year) -> Slide:
    months = bars(zip(data.months, data.found.total.months, strict=True))
    return Slide(f"{_('Stories per month')} {data.year}", more=_as_now(data), bars=months)


def _league(league: League) -> Slide:
    ranked = sorted((row for row in league.rows if row.stands > 0), key=lambda row: (-row.stands, row.name))
    lines, more = _tops(
        ranked,
        lambda row: row.stands,
        lambda place, row: Line(place, row.name, grouped(row.stands), _told_change(row)),
    )
    return Slide(league.kind.name, note=_("most stories"), lines=lines, more=_and_more_units(more))


def _told_change(row: Row) -> str:
    told = [signed(row.stands - row.before)] if row.before else []
    return " · ".join([*told, *([_("now %(now)s") % {"now": grouped(row.total)}] if row.moved else [])])


def _growth(data: Year) -> Slide:
    changes = [(row.stands - row.before, row.before, row) for row, _kind in data.rows if row.before]
    grown = [each for each in changes if each[0] > 0]
    grown.sort(key=lambda each: (-each[0], each[2].name))
    lines, more = _tops(
        grown,
        lambda each: each[0],
        lambda place, each: Line(
            place, each[2].name, signed(each[0]), f"{grouped(each[1])} → {grouped(each[2].stands)}"
        ),
    )
    note = _("stories more than in %(year)d") % {"year": data.before}
    return Slide(_("Grown most"), note=note, lines=lines, more=_and_more_units(more))


def _tops(
    ranked: Sequence[Each], figure: Callable[[Each], Any], line: Callable[[int, Each], Line]
) -> tuple[list[Line], int]:
    """Return the lines of who leads, and how many more share the last rank shown."""
    shown, more = tops(ranked, figure, SHOWN)
    return [line(place, each) for place, each in shown], more


def _and_more_units(more: int) -> str:
    told = ngettext("and %(n)s more unit with the same figure", "and %(n)s more units with the same figure", more)
    return told % {"n": grouped(more)} if more else ""


def _quality(data: Year) -> list[Slide]:
    """Return who leads in what the count does not say, among units with a story a month."""
    per_cent = _("per cent of stories")
    told: list[tuple[str, str, Callable[[Quality], Decimal | int | None], str]] = [
        (_("Original"), _("per cent of the stories compared"), lambda quality: quality.original_share, "%"),
        (_("Photos with caption and description"), per_cent, lambda quality: quality.photo_share, "%"),
        (
            _("Rubric of the editors"),
            _("mean of four marks, 1 to 4; of %(n)d stories or more") % {"n": RATED},
            lambda quality: quality.rubric,
            "",
        ),
    ]
    leaders = [_leaders(data, title, note, value, unit) for title, note, value, unit in told[:-1]]
    # The mean of a rubric is that of the stories that have one.
    return [*leaders, _leaders(data, *told[-1], of="rubrics")]


def _leaders(
    data: Year,
    title: str,
    note: str,
    value: Callable[[Quality], Decimal | int | None],
    unit: str,
    of: str = "stories",
) -> Slide:
    """Return the units with the highest mark, each with how many stories it is reckoned from."""
    least = RATED if of == "rubrics" else 0
    rows = [
        each
        for league in data.marks
        for each in league.rows
        if each.quality.stories >= STORIES and getattr(each.quality, of) >= least
    ]
    marks = [(mark, each.row, getattr(each.quality, of)) for each in rows if (mark := value(each.quality))]
    # Equal is what reads equal.
    ranked = sorted(
        ((_figure(mark, unit), mark, row, count) for mark, row, count in marks),
        key=lambda each: (-each[1], -each[2].total, each[2].name),
    )
    lines, more = _tops(
        ranked,
        lambda each: each[0],
        lambda place, each: Line(place, each[2].name, each[0], _("%(count)s stories") % {"count": grouped(each[3])}),
    )
    return Slide(title, note=note, lines=lines, more=_and_more_units(more))


def _figure(mark: Decimal | int, unit: str) -> str:
    return f"{mark}{unit}" if isinstance(mark, int) else f"{mark:.2f}".replace(".", ",")


def _programmes(data: Year) -> Slide:
    sums = data.sift.rows().filter(article__programme__isnull=False).values_list("article__programme__name")
    listed = sums.annotate(sum=Sum("delta")).filter(sum__gt=0).order_by("-sum", "article__programme__name")
    lines, more = _tops(list(listed), lambda each: each[1], lambda place, each: Line(place, each[0], grouped(each[1])))
    told = ngettext(
        "and %(n)s more programme with the same figure", "and %(n)s more programmes with the same figure", more
    )
    return Slide(_("Priority programmes"), note=_("stories"), lines=lines, more=told % {"n": more} if more else "")


def _needs(data: Year) -> Slide:
    """Return what the units need in rupiah, by kind, and what of it came."""

    meant = Q(items__needs__year=data.year)
    if data.unit_ids is not None:
        meant &= Q(items__needs__satker__in=data.unit_ids)

    def of(side: str) -> Sum:
        return Sum("items__needs__estimate", filter=meant & Q(items__needs__side=side))

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
