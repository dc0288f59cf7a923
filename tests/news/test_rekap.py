"""The yearly tally: every unit, every figure a list, the same from every side."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from news.models import Article
from news.rekap.tally import matrix
from satker.models import Officer, Satker
from tests.cast import Units, unit, wita

Published = Callable[..., Article]


@pytest.fixture
def year(parepare: Officer, pinrang: Officer, editor: Officer, units: Units, published: Published) -> None:
    """2025 and 2026: three units publish, one story is withdrawn, one counts for the year before."""
    published(parepare, title="Silam", at=wita(2025, 12, 31, 23, 59))
    published(parepare, title="Tahun Baru", at=wita(2026, 1, 1, 0, 1))
    published(parepare, title="Maret", at=wita(2026, 3, 10, 9), supporting=[units.pinrang])
    published(editor, title="Dari KUA", satker=units.kua, at=wita(2026, 3, 11, 9))
    published(pinrang, title="Pinrang", at=wita(2026, 3, 12, 9))
    published(pinrang, title="Ditarik", at=wita(2026, 3, 13, 9)).withdraw(pinrang, "Keliru.")


def months(**counts: int) -> list[int]:
    """Return twelve counts: months(m1=1, m3=2)."""
    return [counts.get(f"m{month}", 0) for month in range(1, 13)]


def test_the_matrix_counts_each_story_once_for_its_lead_unit(year: None, units: Units) -> None:
    found = matrix(2026)
    leagues = {
        league.kind.code: [(row.rank, row.name, row.months, row.before) for row in league.rows]
        for league in found.leagues
    }
    assert leagues == {
        "kanwil": [(1, "Kanwil Kemenag Sulsel", months(), 0)],
        "kankemenag": [(1, "Kemenag Parepare", months(m1=1, m3=1), 1), (2, "Kemenag Pinrang", months(m3=1), 0)],
        "kua": [(1, "KUA Bacukiki", months(m3=1), 0)],
    }
    assert [(row.name, row.months, row.before) for row in found.branches] == [
        ("Kanwil Kemenag Sulsel", months(m1=1, m3=3), 1),
        ("Kemenag Parepare", months(m1=1, m3=2), 1),
    ]
    assert (found.total.months, found.total.before, found.units, found.active) == (months(m1=1, m3=3), 1, 4, 3)


def test_equal_totals_share_a_rank(units: Units, parepare: Officer, pinrang: Officer, published: Published) -> None:
    unit("KK-73.01", "kankemenag", "Kemenag Selayar", units.kanwil)
    published(parepare)
    published(pinrang)
    (league,) = [league for league in matrix(2026).leagues if league.kind.code == "kankemenag"]
    assert [(row.rank, row.name) for row in league.rows] == [
        (1, "Kemenag Parepare"), (1, "Kemenag Pinrang"), (3, "Kemenag Selayar"),
    ]  # fmt: skip


def test_units_are_shown_in_the_years_they_were_valid_or_counted(year: None, units: Units) -> None:
    Satker.objects.filter(pk=units.kua.pk).update(valid_to=dt.date(2025, 6, 30))
    Satker.objects.filter(pk=units.pinrang.pk).update(valid_to=dt.date(2025, 12, 31))
    unit("KK-73.99", "kankemenag", "Kemenag Baru", units.kanwil, valid_from=dt.date(2027, 1, 1))
    names = {
        year: sorted(row.name for league in matrix(year).leagues for row in league.rows) for year in (2025, 2026, 2027)
    }
    old = ["KUA Bacukiki", "Kanwil Kemenag Sulsel", "Kemenag Parepare", "Kemenag Pinrang"]
    assert names == {2025: old, 2026: old, 2027: sorted([*old, "Kemenag Baru"])}
    after = unit("KK-73.98", "kankemenag", "Kemenag Tutup", units.kanwil, valid_to=dt.date(2025, 12, 31))
    assert after.short_name not in {row.name for league in matrix(2026).leagues for row in league.rows}


def test_a_unit_that_closed_still_stands_in_last_years_figures(
    units: Units, parepare: Officer, pinrang: Officer, published: Published
) -> None:
    for day in (1, 2, 3):
        published(pinrang, at=wita(2025, 6, day, 9))
    published(parepare, at=wita(2025, 6, 1, 9))
    published(parepare, at=wita(2026, 6, 1, 9))
    Satker.objects.filter(pk=units.pinrang.pk).update(valid_to=dt.date(2025, 12, 31))
    found = matrix(2026)
    (league,) = [league for league in found.leagues if league.kind.code == "kankemenag"]
    assert [(row.name, row.total, row.before, row.change) for row in league.rows] == [
        ("Kemenag Parepare", 1, 1, 0), ("Kemenag Pinrang", 0, 3, -3),
    ]  # fmt: skip
    assert (found.total.total, found.total.before, found.share) == (1, 4, -75.0)
    assert [(row.name, row.before) for row in found.branches] == [("Kanwil Kemenag Sulsel", 4), ("Kemenag Parepare", 1)]
    assert (found.units, found.active) == (3, 1), "a unit that is gone is none that could publish"
    assert matrix(2025).total.total == found.total.before


class Figures(HTMLParser):
    """Collect (address, figure) of every link to a list behind a figure."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag == "a" and "/berita/?" in address:
            self.address = address

    def handle_data(self, data: str) -> None:
        if self.address:
            self.found.append((self.address, data.strip()))
            self.address = ""


@pytest.mark.parametrize(
    "sift", ["", "?jenis=kankemenag", "?induk=KK-73.72", "?induk=KK-73.72&jenis=kua", "?jenis=&induk="]
)
def test_every_figure_opens_exactly_the_stories_behind_it(
    sift: str, year: None, regional: Officer, client_of: Any
) -> None:
    client = client_of(regional)
    parser = Figures()
    parser.feed(client.get(f"/admin/rekap/2026/{sift}").content.decode())
    checked = 0
    for address, figure in parser.found:
        if not figure.isdecimal():
            continue  # a unit's name leads to its year
        page = client.get(address)
        assert (page.context["figure"], len(page.context["page"].items)) == (int(figure), int(figure)), address
        checked += 1
    assert checked > 5


def test_a_code_of_any_letters_keeps_its_links(year: None, regional: Officer, client_of: Any, units: Units) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(code="A&satker=KK-73.72#+ /1")
    client = client_of(regional)
    parser = Figures()
    parser.feed(client.get("/admin/rekap/2026/").content.decode())
    (address,) = {address for address, figure in parser.found if figure == "Kemenag Pinrang"}
    assert [article.title for article in client.get(address).context["page"].items] == ["Pinrang"]


def test_the_list_behind_a_figure_leaves_out_what_no_longer_counts(
    year: None, regional: Officer, client_of: Any
) -> None:
    page = client_of(regional).get("/admin/rekap/2026/berita/?satker=KK-73.15&bulan=3")
    assert [article.title for article in page.context["page"].items] == ["Pinrang"]


def test_the_csv_says_what_the_screen_says(year: None, regional: Officer, client_of: Any, units: Units) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(short_name="=1+1")
    text = client_of(regional).get("/admin/rekap/2026/rekap.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))[1:]
    zero = ["0"] * 12
    march = ["0", "0", "1", *["0"] * 9]
    assert rows == [
        ["KANWIL-73", "Kanwil Kemenag Sulsel", "Kantor Wilayah", "1", *zero, "0", "0"],
        ["KK-73.72", "Kemenag Parepare", "Kantor Kemenag Kabupaten/Kota", "1", "1", "0", "1", *["0"] * 9, "2", "1"],
        ["KK-73.15", "'=1+1", "Kantor Kemenag Kabupaten/Kota", "2", *march, "1", "0"],
        ["KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", "1", *march, "1", "0"],
        ["", "Jumlah", "", "", "1", "0", "3", *["0"] * 9, "4", "1"],
    ]


def test_the_tally_costs_the_same_for_4_units_and_for_40(
    year: None, units: Units, regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(regional)
    for more in (0, 36):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
        # Session and officer, then units, tallies, years, the closing and kinds.
        with django_assert_num_queries(7):
            client.get("/admin/rekap/2026/")


@pytest.mark.parametrize(
    "address",
    [
        "?jenis=tidak",
        "?induk=tidak",
        "berita/?bulan=13",
        "berita/?bulan=x",
        "berita/?satker=tidak",
        "berita/?sebelum=x",
        "?induk=%00",
    ],
)
def test_odd_questions_are_a_404(address: str, year: None, regional: Officer, client_of: Any) -> None:
    assert client_of(regional).get(f"/admin/rekap/2026/{address}").status_code == 404


def test_only_the_regional_team_sees_it(
    year: None, client_of: Any, reader: Client, parepare: Officer, editor: Officer
) -> None:
    statuses = Counter(client_of(officer).get("/admin/rekap/2026/").status_code for officer in (parepare, editor))
    assert statuses == {403: 2}
    assert reader.get("/admin/rekap/2026/")["Location"] == "/akun/masuk/?next=%2Fadmin%2Frekap%2F2026%2F"
