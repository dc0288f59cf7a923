"""The workbook of a year: the same figures as the screen, with live sums, native charts and every story as text."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db.models import Q, Sum
from django.db.models.functions import ExtractMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from news.decisions import decisions
from news.models import Article, LedgerEntry, Status
from news.quality import Quality
from news.querysets import start_of
from news.rekap.annual import Year, month_names
from news.rekap.cards import Card, mark_names
from news.rekap.marks import Marked
from news.rekap.tally import Row, parts_of
from news.spreadsheet import Book, Formula, Sheet, cell
from news.templatetags.portal_words import grouped

CHART_ROWS = 15  # what a chart covers
# Two charts beside each other on the summary: the pixels of each, and the column where the second one begins.
CHART_WIDE, CHART_COLUMN = 610, 5
CHUNK = 2000
DAY = dt.timedelta(days=1)
# How many stories take as long as the sheet of one unit; progress is told for ten of them at a time.
WEIGHT, TEN = 20, 10
Told = Callable[[str, int], None]  # a step in words, and the work done in it, counted in stories


def write(target: IO[bytes] | Path, data: Year, *, whole: bool, told: Told = lambda step, done: None) -> None:
    """Write the workbook; `whole` adds a sheet for each unit and all stories of the year, a minute's work.

    Sheets come in the order of their tabs, each written downwards; links need only the names of later ones.
    """
    with Book(target, f"{_('Rekap')} {data.year} – {settings.PORTAL_NAME}") as book:
        sheets = _Sheets(book, data, whole)
        _summary(sheets.summary, data)
        _matrix(sheets, data)
        _leagues(sheets, data)
        _branches(sheets.branches, data)
        _quality(sheets, data)
        _programmes(sheets.programmes, data)
        if sheets.changes:
            _changes(sheets.changes, data)
        if whole:
            for place, card in enumerate(data.cards, 1):
                _unit(sheets.of[card.node.pk], card)
                if place % TEN == 0:
                    told(_("Workbook: units"), TEN * WEIGHT)
            _stories(sheets.stories, data, told)


class _Sheets:
    """The sheets of the book in the order of their tabs; `of` has each unit's own, by id."""

    def __init__(self, book: Book, data: Year, whole: bool) -> None:
        months = [7.5] * 12
        self.summary = book.sheet(_("Summary"), [46, 14, *[9] * 12])
        self.matrix = book.sheet(_("Matrix"), [15, 30, 33, *months, 10, 10, 10, 11])
        self.leagues = book.sheet(_("Leagues"), [11, 36, 12, 12, 12, 12, 12, 14, 12])
        self.branches = book.sheet(_("Branches"), [34, *months, 10, 10, 10])
        self.quality = book.sheet(_("Quality"), [32, 26, *[11] * 14])
        self.programmes = book.sheet(_("Programmes"), [44, *[12] * 24])
        widths = [18, 10, 30, 26, 60, 16]
        self.changes = book.sheet(pgettext("sheet", "Differences"), widths) if data.closing else None
        self.of: dict[int, Sheet] = {}
        if whole:
            self.stories = book.sheet(_("Stories"), [16, 12, 26, 60, 18, 30, 20, 8, 34, 60])
            widths = [40, *[9] * 13]
            self.of = {card.node.pk: book.sheet(card.node.name, widths, landscape=False) for card in data.cards}

    def name(self, sheet: Sheet, column: int, row: Row) -> str | None:
        """Write a unit's name as a link to its own sheet, or return it to be written as text."""
        own = self.of.get(row.unit.pk) if row.unit else None
        if own is None:
            return row.name
        sheet.link(column, own, row.name)
        return None


# --- The year ---------------------------------------------------------------------------------------


def _summary(sheet: Sheet, data: Year) -> None:
    found, year = data.found, data.year
    local = timezone.localtime(data.made_at)
    made = f"{date_format(local, 'j F Y H.i')} {settings.TIME_ZONE_LABEL}"
    told = _("Figures as of %(moment)s.") % {"moment": made}
    _title(sheet, data, f"{_('Rekap')} {year} – {settings.PORTAL_NAME}", told)
    sheet.row([_("Stories"), found.total.total])
    sheet.row([str(year - 1), found.total.before])
    sheet.row([_("Difference"), _change(found.total, cell(sheet.at - 2, 1), cell(sheet.at - 1, 1))])
    sheet.row([_("Supporting credits, never added"), found.total.supporting])
    sheet.row([_("Units that published"), found.active])
    sheet.row([_("Units"), found.units])
    sheet.text("")
    months = sheet.at
    sheet.head(["", _("Total"), *month_names()], None, range(1, 14))
    sheet.row([_("Stories"), sheet.sum_across(2, 13, found.total.total), *found.total.months])
    sheet.text("")
    # Charts stand high on the first page: Excel heeds no page break where a sheet is fitted to the width of paper.
    sheet.bars(f"{_('Stories per month')} {year}", months + 1, (months, 2, 13), 2, 13, sheet.at, CHART_WIDE)
    sheet.at += CHART_ROWS
    _years(sheet, data)
    _definitions(sheet, data)


def _title(sheet: Sheet, data: Year, title: str, note: str) -> None:
    """Write the heading of a sheet, with what its figures are narrowed to."""
    sheet.title(f"{title}: {data.scope}" if data.scope else title, note)


def _change(row: Row, now: str, before: str) -> Formula | None:
    """Return the difference of two cells as a live formula, None without a year before."""
    return None if row.change is None else Formula(f"={now}-{before}", row.change)


def _definitions(sheet: Sheet, data: Year) -> None:
    sheet.text(_("What is counted"), "head")
    for rule in data.rules:
        sheet.text(_("Counting rule %(rule)s") % {"rule": rule}, "note")
        for sentence in rule.sentences():
            sheet.text(sentence)
    sheet.text(_("Supporting units are credited apart and never added to totals."))
    if data.formula:
        sheet.text(_("Points: %(formula)s.") % {"formula": data.formula})
        sheet.text(_("The count comes first; points do not change it."))
    sheet.text("")
    if closing := data.found.closing:
        local = timezone.localtime(closing.closed_at)
        sheet.text(_("Tutup buku"), "head")
        sheet.row([_("Closed on"), date_format(local, "j F Y H.i")])
        sheet.row([_("Count as closed"), closing.total])
        if data.scope:
            sheet.row([_("Of these, the units shown here"), data.found.total.frozen])
        sheet.row([_("Fingerprint (SHA-256)"), closing.sha256])
        sheet.text("")
    for month, now in data.found.closed_months:
        told = {"period": month.period, "closed": grouped(month.total), "now": grouped(now)}
        sheet.text(_("%(period)s closed with %(closed)s, now %(now)s") % told)


def _years(sheet: Sheet, data: Year) -> None:
    """Write all years, the oldest first, with their chart beside that of the months."""
    charts = sheet.at - CHART_ROWS
    sheet.head([_("Year"), _("Stories")], None, [1])
    first = sheet.at
    for year, total in data.per_year.items():
        sheet.row([str(year), total])
    if data.per_year:
        sheet.columns(_("Stories per year"), first, sheet.at - 1, 0, 1, charts, CHART_COLUMN, CHART_WIDE)
    sheet.text("")


def _matrix(sheets: _Sheets, data: Year) -> None:
    sheet, year = sheets.matrix, data.year
    told = _("Stories of lead units, by the month they count in; sums are live formulas.")
    if data.sift.peran:
        told = _("Stories in which units took part, by the month they count in; sums are live formulas.")
    if data.overlaps:
        told += " " + _("A unit below another stands in both rows, and once in the totals.")
    _title(sheet, data, f"{_('Matrix')} {year}", told)
    names = [_("Code"), _("Unit"), _("Kind"), *month_names(), _("Total"), str(year - 1), _("Difference")]
    closed = bool(data.closing)
    names += [_("As closed")] if closed else []
    sheet.head(names, freeze=2, numbers=range(3, 19))
    first = sheet.at
    for row, kind in data.rows:
        name = sheets.name(sheet, 1, row)
        _months(sheet, [row.value, name, kind], row, [row.frozen] if closed else [])
    if data.rows:
        found = data.found.total
        values = [*found.months, found.total, found.before]
        sums = [_down(sheet, data, 3 + place, first, value) for place, value in enumerate(values)]
        change = _change(found, cell(sheet.at, 15), cell(sheet.at, 16))
        frozen = [_down(sheet, data, 18, first, found.frozen)] if closed else []
        sheet.row(["", _("Total"), "", *sums, change, *frozen], "total")


def _down(sheet: Sheet, data: Year, column: int, first: int, value: int | None) -> Formula | int | None:
    """Return the sum of a column down to the row that is written next; a plain value where rows overlap."""
    if value is None or data.overlaps:
        return value
    return sheet.sum_down(column, first, sheet.at - 1, value)


def _months(sheet: Sheet, lead: list[str | None], row: Row, more: Iterable[int | None] = ()) -> None:
    """Write the lead columns, twelve months, their sum, last year's, the difference, and what comes after."""
    first = len(lead)
    total = sheet.sum_across(first, first + 11, row.total)
    change = _change(row, cell(sheet.at, first + 12), cell(sheet.at, first + 13))
    sheet.row([*lead, *row.months, total, row.before, change, *more])


def _leagues(sheets: _Sheets, data: Year) -> None:
    sheet = sheets.leagues
    told = _("Units of one kind among themselves; equal counts share a rank.")
    _title(sheet, data, f"{_('Leagues')} {data.year}", told)
    for league in data.found.leagues:
        sheet.text(league.kind.name, "title")
        names = [_("Rank"), _("Unit"), _("Stories"), str(data.year - 1), _("Difference"), _("Target"), _("Attainment")]
        names += [_("Took part"), *([_("As closed")] if data.closing else [])]
        sheet.head(names, None, range(2, 9))
        first = sheet.at
        for row in league.rows:
            name = sheets.name(sheet, 1, row)
            change = _change(row, cell(sheet.at, 2), cell(sheet.at, 3))
            attained = _attained(row, cell(sheet.at, 2), cell(sheet.at, 5))
            sheet.rank(0, row.rank)
            sheet.row([None, name, row.total, row.before, change, row.target, attained, row.supporting, row.frozen])
        columns = ((2, league.total.total), (3, league.total.before), (4, league.total.change))
        sums = [_down(sheet, data, column, first, value) for column, value in columns]
        frozen = [_down(sheet, data, 8, first, league.total.frozen)] if data.closing else []
        sheet.row(["", _("Total"), *sums, *[None] * (6 - len(sums)), *frozen], "total")
        sheet.text("")


def _attained(row: Row, total: str, target: str) -> Formula | None:
    """Return the share of the target as a live formula of two cells."""
    return Formula(f"={total}/{target}", row.total / row.target, "percent") if row.target else None


def _branches(sheet: Sheet, data: Year) -> None:
    told = _("A unit with all below it; a branch within a branch is in both.")
    _title(sheet, data, f"{_('Branches')} {data.year}", told)
    if data.overlaps:
        sheet.text(_("Left out: each row of the matrix has all below its unit already."))
        return
    sheet.head([_("Branch"), *month_names(), _("Total"), str(data.year - 1), _("Difference")], numbers=range(1, 16))
    for row in data.found.branches:
        _months(sheet, [row.name], row)


def _changes(sheet: Sheet, data: Year) -> None:
    """Write every ledger row that moved a count since the closing; their sum is the difference."""
    total = data.found.total
    told = _("closed with %(closed)s, now %(now)s") % {"closed": grouped(total.frozen), "now": grouped(total.total)}
    _title(sheet, data, pgettext("sheet", "Differences"), told)
    names = [_("Recorded"), pgettext("ledger", "Change"), _("Reason"), _("Unit"), _("Story"), _("Number")]
    sheet.head(names, None, [1])
    first = sheet.at
    for row in data.changes.iterator(CHUNK):
        cells = [row.recorded_at, row.delta, row.get_reason_display(), row.satker.short_name, row.article.title]
        sheet.row([*cells, row.article.receipt.code])
    if sheet.at > first:
        sheet.row([_("Difference"), sheet.sum_down(1, first, sheet.at - 1, total.moved)], "total")
    else:
        sheet.text(_("Nothing has changed since."))


# --- Quality and programmes -------------------------------------------------------------------------


def _quality(sheets: _Sheets, data: Year) -> None:
    sheet = sheets.quality
    told = _("Points: %(formula)s.") % {"formula": data.formula or _("none set")}
    _title(sheet, data, f"{_('Quality')} {data.year}", told)
    if data.sift.peran:
        sheet.text(_("Quality is left out: its marks are those of the lead unit's stories."))
        return
    names = [name for _attribute, name in mark_names()]
    others = [_("Programmes"), _("Rubric (1 to 4)"), _("Rubrics"), _("Other media"), _("Points")]
    sheet.head([_("Unit"), _("Kind"), _("Stories"), *names, *others], numbers=range(2, 3 + len(names) + len(others)))
    first, total = sheet.at, Quality()
    for league in data.marks:
        for each in league.rows:
            name = sheets.name(sheet, 0, each.row)
            sheet.row([name, league.kind.name, *_marks_of(each.quality), *_beside(each)])
            total.add(each.quality)
    if sheet.at > first and not data.overlaps:
        sums = [sheet.sum_down(2 + place, first, sheet.at - 1, count) for place, count in enumerate(_marks_of(total))]
        sheet.row([_("Total"), "", *sums], "total")


def _marks_of(quality: Quality) -> list[int]:
    return [quality.stories, *(getattr(quality, attribute) for attribute, _name in mark_names())]


def _beside(each: Marked) -> list[Any]:
    quality = each.quality
    rubric = float(quality.rubric) if quality.rubric is not None else None
    return [len(quality.programmes), rubric, quality.rubrics, quality.publications, each.points]


def _programmes(sheet: Sheet, data: Year) -> None:
    rows = data.sift.rows().filter(article__programme__isnull=False)
    sums = rows.values_list("article__programme__name", ExtractMonth("day"))
    months: dict[str, list[int]] = {}
    for name, month, count in sums.annotate(Sum("delta")).order_by("article__programme__order", "article__programme"):
        months.setdefault(name, [0] * 12)[month - 1] = count
    told = _("Stories on priority programmes; those without one are not here.")
    _title(sheet, data, f"{_('Programmes')} {data.year}", told)
    sheet.head([_("Programme"), *month_names(), _("Total")], numbers=range(1, 14))
    first = sheet.at
    for name, counts in months.items():
        sheet.row([name, *counts, sheet.sum_across(1, 12, sum(counts))])
    if months:
        columns = [sum(each[place] for each in months.values()) for place in range(12)]
        columns.append(sum(columns))
        totals = [sheet.sum_down(1 + place, first, sheet.at - 1, count) for place, count in enumerate(columns)]
        sheet.row([_("Total"), *totals], "total")
        _programmes_by_unit(sheet, data, list(months))


def _programmes_by_unit(sheet: Sheet, data: Year, names: list[str]) -> None:
    sheet.text("")
    sheet.head([_("Unit"), *names, _("Total")], None, range(1, len(names) + 2))
    nodes, held = data.sift.structure.nodes, defaultdict[int, Counter[str]](Counter)
    rows = data.sift.rows().filter(article__programme__isnull=False).values_list("satker", "article__programme__name")
    for satker, name, count in rows.annotate(Sum("delta")).order_by():
        held[nodes[satker].holder][name] += count
    parts = parts_of(data.sift.chosen(), data.sift)
    for row, _kind in data.rows:
        units = parts[row.unit.pk] if row.unit else []
        counts = [sum(held[pk][name] for pk in units) for name in names]
        if any(counts):
            sheet.row([row.name, *counts, sheet.sum_across(1, len(names), sum(counts))])


# --- One unit ---------------------------------------------------------------------------------------


def _unit(sheet: Sheet, card: Card) -> None:
    row, year = card.row, card.year
    sheet.title(card.node.official_name, " › ".join(card.chain))
    names = sheet.at
    sheet.head(["", *month_names(), _("Total")], None, range(1, 14))
    sheet.row([str(year), *row.months, sheet.sum_across(1, 12, row.total)])
    then = [None] * 13 if row.before is None else [*card.before, sheet.sum_across(1, 12, sum(card.before))]
    sheet.row([str(year - 1), *then])
    sheet.text("")
    sheet.bars(f"{card.node.name} {year}", names + 1, (names, 1, 12), 1, 12, sheet.at)
    sheet.at += CHART_ROWS
    for name, value in _facts(card):
        sheet.row([name, value])
    if row.target:
        sheet.row([_("Target"), row.target])
        sheet.row([_("Attainment"), _attained(row, cell(names + 1, 13), cell(sheet.at - 1, 1))])
    _more(sheet, card)


def _facts(card: Card) -> list[tuple[str, Any]]:
    row = card.row
    return [
        (_("Kind"), card.league.kind.name),
        (_("Rank"), f"{row.rank or '–'} / {len(card.league.rows)}"),
        (_("Took part as supporting unit"), row.supporting),
        (_("Receipts"), " – ".join(card.receipts) if card.receipts else "–"),
    ]


def _more(sheet: Sheet, card: Card) -> None:
    sheet.text("")
    sheet.row([_("Quality"), _("Stories"), "%"], "head")
    for attribute, name in mark_names():
        sheet.row([name, getattr(card.quality, attribute), card.quality.share(attribute)])
    if card.quality.rubric is not None:
        sheet.row([_("Rubric (1 to 4)"), float(card.quality.rubric)])
    if card.points is not None:
        sheet.row([_("Points"), float(card.points)])
    sheet.text("")
    sheet.row([_("Programme"), _("Stories")], "head")
    for name, count in card.programmes:
        sheet.row([name, count])
    if card.best:
        sheet.text("")
        sheet.text(_("Best-read story"), "head")
        sheet.text(card.best.title)
        sheet.row([card.best.code, card.best.reads, _("times read")])


# --- All stories ------------------------------------------------------------------------------------

FIELDS = (
    "pk", "slug", "receipt__code", "first_published_at", "satker__short_name", "title", "writer", "programme__name",
    "category__name", "measure__words", "status",
)  # fmt: skip


def _stories(sheet: Sheet, data: Year, told: Told) -> None:
    sheet.title(f"{_('Stories')} {data.year}", _("Each story that was given a number of the year; links are text."))
    names = [_("Number"), _("First published"), _("Unit"), _("Title"), _("Writer"), _("Programme"), _("Category")]
    sheet.head([*names, _("Words"), _("Counts"), _("Link")])
    for chunk in stories(data.year, data.site, data.made_at):
        for line in chunk:
            sheet.row(line)
        told(_("Workbook: stories"), len(chunk))


def stories(year: int, site: str, until: dt.datetime) -> Iterator[list[list[Any]]]:
    """Yield the lines of all stories numbered in `year` up to a moment, by first publication, 2,000 at a time.

    Read in pieces along the index, never by an open cursor: progress is written in between.
    """
    # The day on which a story counts may begin at another hour than midnight.
    first, last = start_of(dt.date(year, 1, 1)) - DAY, start_of(dt.date(year + 1, 1, 1)) + DAY
    rows = Article.objects.filter(receipt__year=year, first_published_at__gte=first, first_published_at__lt=last)
    # What was published while the pack is being made is not in its other figures either.
    rows = rows.filter(receipt__issued_at__lte=until).order_by("first_published_at", "pk")
    after = Q()
    while chunk := list(rows.filter(after).values_list(*FIELDS)[:CHUNK]):
        why = _why_not({pk: status for pk, *_rest, status in chunk})
        yield [_line(site, why, *told) for told in chunk]
        moment, pk = chunk[-1][3], chunk[-1][0]
        after = Q(first_published_at__gt=moment) | Q(first_published_at=moment, pk__gt=pk)


def _line(site: str, why: dict[int, str], pk: int, slug: str, code: str, at: dt.datetime, *told: Any) -> list[Any]:
    *words, _status = told
    return [code, timezone.localdate(at), *words, why.get(pk, _("counts")), site + address(pk, slug)]


def address(pk: int, slug: str) -> str:
    """Return the path of a story."""
    return reverse("reader:article", args=[pk, slug])


def _why_not(statuses: dict[int, str]) -> dict[int, str]:
    """Return, for each of these stories that does not count, the reason in words."""
    rows = LedgerEntry.objects.lead().filter(article__in=statuses)
    standing = set(rows.standing().values_list("article_id", flat=True))
    others = [pk for pk in statuses if pk not in standing]
    if not others:
        return {}
    told = decisions([Article(pk=pk) for pk in others])
    return {
        pk: _("withdrawn") if statuses[pk] == Status.WITHDRAWN else " ".join(told[pk].sentences) or _("does not count")
        for pk in others
    }
