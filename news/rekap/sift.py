"""Which part of a year's figures is meant: read from an address, and written into the links of every figure.

A figure and the list behind it read the same words, so that they cannot mean different stories.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Exists, Model, OuterRef, QuerySet, Sum
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext

from news import quality
from news.converters import YEARS
from news.models import Article, Category, Closing, LedgerEntry, Programme
from news.querysets import ArticleQuerySet, LedgerQuerySet
from news.templatetags.portal_words import full_time
from satker.models import Kind
from satker.structure import Node, Structure

# The words of an address, in the order in which links carry them.
FILTERS = ("jenis", "induk", "wilayah", "peran", "susunan", "tampil")
FIGURE = (
    "seperti",
    "dari",
    "buku",
    "satker",
    "bulan",
    "tanggal",
    "hari",
    "jam",
    "program",
    "kategori",
    "penulis",
    "mutu",
)
WORDS = (*FILTERS, *FIGURE)
NONE = "-"
SUPPORTING, TODAY, WITH_BELOW = "supporting", "kini", "gabung"


@dataclass(frozen=True)
class Sift:
    """The units and stories of one year, or of several up to it, that an address asks for; "" leaves a word out."""

    year: int
    jenis: str = ""  # the code of a kind
    induk: str = ""  # the code of a unit: it and all below it
    wilayah: str = ""  # a regency or city
    peran: str = ""  # SUPPORTING: where units took part
    susunan: str = ""  # TODAY: rolled into today's structure
    seperti: int = 0  # the year whose structure holds, where it is not this one: a row's figure of last year
    dari: int = 0  # the first year, where a figure is of several
    buku: int = 0  # the id of a closing: as its book was closed
    tampil: str = ""  # WITH_BELOW: each unit with all below it
    satker: str = ""  # the code of one unit
    bulan: int = 0
    tanggal: dt.date | None = None
    hari: int | None = None  # Monday is 0
    jam: int | None = None
    program: str = ""  # a slug, or NONE
    kategori: str = ""
    penulis: str | None = None  # as printed
    mutu: str = ""  # a mark of news.quality

    @classmethod
    def of(cls, year: int, query: QueryDict) -> Sift:
        """Read an address; what can mean nothing is a 404."""
        texts = {name: query.get(name, "") for name in ("jenis", "induk", "wilayah", "satker", "program", "kategori")}
        return cls(
            year,
            **texts,
            peran=_one_of(query, "peran", {SUPPORTING}),
            susunan=_one_of(query, "susunan", {TODAY}),
            seperti=_number(query, "seperti", *YEARS) or 0,
            dari=_number(query, "dari", YEARS[0], year) or 0,
            buku=_number(query, "buku", 1, 2**31 - 1) or 0,
            tampil=_one_of(query, "tampil", {WITH_BELOW}),
            mutu=_one_of(query, "mutu", set(quality.Mark)),
            bulan=_number(query, "bulan", 1, 12) or 0,
            tanggal=_day(query),
            hari=_number(query, "hari", 0, 6),
            jam=_number(query, "jam", 0, 23),
            penulis=query.get("penulis"),
        )

    @property
    def query(self) -> str:
        """The filters as a query string, without what one figure adds."""
        return urlencode({name: value for name in FILTERS if (value := getattr(self, name))})

    @property
    def is_filtered(self) -> bool:
        return bool(self.jenis or self.induk or self.wilayah)

    @property
    def role(self) -> str:
        return LedgerEntry.Role.SUPPORTING if self.peran == SUPPORTING else LedgerEntry.Role.LEAD

    # --- Units ------------------------------------------------------------------------------------

    @cached_property
    def structure(self) -> Structure:
        return Structure(self.seperti or self.year, today=self.susunan == TODAY)

    @cached_property
    def _by_code(self) -> dict[str, Node]:
        return {node.code: node for node in self.structure.nodes.values()}

    def node(self, code: str) -> Node:
        """Return the unit of a code, or raise 404."""
        if code not in self._by_code:
            raise Http404
        return self._by_code[code]

    def chosen(self) -> list[Node]:
        """Return the units that a table of this sift has rows for: those that hold stories and pass the filters."""
        if self.wilayah and self.wilayah not in {node.regency for node in self.structure.nodes.values()}:
            raise Http404
        if self.satker:
            return [self.node(self.satker)]
        head = self.node(self.induk).pk if self.induk else None
        if self.jenis and self.jenis not in {kind.code for kind in self.structure.kinds}:
            get_object_or_404(Kind, code=self.jenis)
        return [
            node
            for node in self.structure.nodes.values()
            if node.holder == node.pk
            and (not self.jenis or node.kind.code == self.jenis)
            and (not self.wilayah or node.regency == self.wilayah)
            and (head is None or self.structure.is_below(node.pk, head))
        ]

    def unit_ids(self) -> list[int] | None:
        """Return the ids of the units whose ledger rows are meant; None means all."""
        if not (self.satker or self.is_filtered):
            return None
        wanted = {node.pk for node in self.chosen()}
        if self.tampil == WITH_BELOW:
            wanted = {pk for pk in self.structure.nodes if wanted & set(self.structure.above(pk))}
        return self.structure.held_by(wanted)

    @cached_property
    def closing(self) -> Closing | None:
        """The closing whose figures are meant, None for the ledger as it is."""
        return get_object_or_404(Closing.objects.defer("canonical"), pk=self.buku) if self.buku else None

    # --- Stories ----------------------------------------------------------------------------------

    @property
    def first(self) -> dt.date:
        if self.tanggal:
            return self.tanggal
        return dt.date(self.year, self.bulan, 1) if self.bulan else dt.date(self.dari or self.year, 1, 1)

    @property
    def last(self) -> dt.date:
        month = self.bulan or 12
        return self.tanggal or dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    def rows(self) -> LedgerQuerySet:
        """Return the ledger rows of the units and days that are meant."""
        rows = LedgerEntry.objects.filter(role=self.role).between(self.first, self.last)
        units = self.unit_ids()
        if units is not None:
            rows = rows.filter(satker_id__in=units)
        if self.closing:
            rows = rows.filter(pk__lte=self.closing.last_entry)
        return rows if self.hari is None else rows.filter(day__iso_week_day=self.hari + 1)

    def articles(self) -> ArticleQuerySet:
        """Return the stories behind the figure."""
        if self.mutu:
            found = quality.articles(self.rows(), self.mutu)
        else:
            found = Article.objects.filter(pk__in=self.rows().standing().values("article_id"))
        if self.jam is not None:
            found = found.filter(first_published_at__hour=self.jam)
        if self.penulis is not None:
            found = found.filter(writer=self.penulis)
        if self.program:
            found = found.filter(programme=_subject(Programme, self.program))
        if self.kategori:
            found = found.filter(category=_subject(Category, self.kategori))
        return found

    def credits(self) -> QuerySet[LedgerEntry]:
        """Return the ledger rows behind a figure of supporting units: one for each unit that a story credits."""
        same = {name: OuterRef(name) for name in ("article", "satker", "role")}
        later = LedgerEntry.objects.filter(pk__gt=OuterRef("pk"), **same)
        return self.rows().filter(~Exists(later), delta=1)

    def figure(self) -> int:
        """Return the figure: the sum of the ledger rows, or how many of their stories fit."""
        if self.mutu or self.jam is not None or self.penulis is not None or self.program or self.kategori:
            return self.articles().count()
        return self.rows().aggregate(sum=Sum("delta"))["sum"] or 0

    # --- In words ---------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """Return what is meant, in words."""
        told: list[str] = []
        if self.satker:
            told.append(self._with_below(self.node(self.satker)) if self.tampil else self.node(self.satker).name)
        if self.induk:
            told.append(self._with_below(self.node(self.induk)))
        if self.jenis and not self.satker:
            told.append(get_object_or_404(Kind, code=self.jenis).name)
        told += [word for word in (self.wilayah if not self.satker else "", self.penulis) if word]
        told += [str(_subject(model, slug) or gettext("none")) for model, slug in self._subjects() if slug]
        if self.mutu:
            told.append(quality.told(quality.Mark(self.mutu)))
        if self.hari is not None:
            told.append(str(WEEKDAYS[self.hari]))
        if self.jam is not None:
            told.append(gettext("%(hour)02d.00 to %(hour)02d.59") % {"hour": self.jam})
        if self.peran:
            told.append(gettext("as supporting unit"))
        if self.susunan:
            told.append(gettext("in today's structure"))
        if self.closing:
            told.append(gettext("as closed on %(at)s") % {"at": full_time(self.closing.closed_at)})
        return told

    def period(self) -> str:
        """Return the day, month or year in words."""
        if self.tanggal:
            return f"{self.tanggal.day} {MONTHS[self.tanggal.month]} {self.tanggal.year}"
        if self.bulan:
            return f"{MONTHS[self.bulan]} {self.year}"
        return f"{self.dari}–{self.year}" if self.dari and self.dari != self.year else str(self.year)

    def _with_below(self, node: Node) -> str:
        return gettext("%(unit)s and all below") % {"unit": node.name}

    def _subjects(self) -> list[tuple[type[Programme] | type[Category], str]]:
        return [(Programme, self.program), (Category, self.kategori)]


def _one_of(query: QueryDict, name: str, known: set[str]) -> str:
    value = query.get(name, "")
    if value and value not in known:
        raise Http404
    return value


def _number(query: QueryDict, name: str, least: int, most: int) -> int | None:
    value = query.get(name, "")
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) <= 10 and least <= int(value) <= most):
        raise Http404
    return int(value)


def _day(query: QueryDict) -> dt.date | None:
    value = query.get("tanggal", "")
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise Http404 from None


def _subject(model: type[Programme] | type[Category], slug: str) -> Model | None:
    """Return the programme or category of a slug, None for NONE; an unknown one is a 404."""
    return None if slug in {"", NONE} else get_object_or_404(model, slug=slug)
