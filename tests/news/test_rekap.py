"""The yearly tally: every unit, every figure a list, the same from every side."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.utils import translation

from news.models import Article, Category, Measure, PointWeight, Programme, Rubric, Target
from news.quality import Points, Quality, of_year
from news.rekap.sift import Sift
from news.rekap.tally import matrix, sifted
from satker.access import Role
from satker.models import Officer, Satker, SatkerHistory
from tests import cast
from tests.cast import NOON, Units, unit, wita

Published = Callable[..., Article]
KANKEMENAG = "Kantor Kemenag Kabupaten/Kota"


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
        "kanwil": [(0, "Kanwil Kemenag Sulsel", months(), 0)],
        "kankemenag": [(1, "Kemenag Parepare", months(m1=1, m3=1), 1), (2, "Kemenag Pinrang", months(m3=1), 0)],
        "kua": [(1, "KUA Bacukiki", months(m3=1), 0)],
    }
    assert [(row.name, row.months, row.before) for row in found.branches] == [
        ("Kanwil Kemenag Sulsel", months(m1=1, m3=3), 1),
        ("Kemenag Parepare", months(m1=1, m3=2), 1),
    ]
    assert (found.total.months, found.total.before, found.units, found.active) == (months(m1=1, m3=3), 1, 4, 3)


def test_equal_counts_are_tinted_alike_among_units_of_a_kind(
    units: Units, parepare: Officer, pinrang: Officer, editor: Officer, published: Published
) -> None:
    for _number in range(4):
        published(parepare, at=wita(2026, 3, 1, 9))
    published(parepare, at=wita(2026, 4, 1, 9))
    published(pinrang, at=wita(2026, 5, 1, 9))
    published(editor, satker=units.kua, at=wita(2026, 5, 1, 9))
    found = matrix(2026)
    heats = {row.name: [cell.heat for cell in row.cells()][2:5] for league in found.leagues for row in league.rows}
    assert heats == {
        "Kanwil Kemenag Sulsel": [0, 0, 0], "Kemenag Parepare": [4, 1, 0], "Kemenag Pinrang": [0, 0, 1],
        "KUA Bacukiki": [0, 0, 4],
    }  # fmt: skip
    # A branch of branches would outshine them: each is tinted with its kind.
    assert {row.name: [cell.heat for cell in row.cells()][2:5] for row in found.branches} == {
        "Kanwil Kemenag Sulsel": [4, 1, 2], "Kemenag Parepare": [4, 1, 1],
    }  # fmt: skip


def test_equal_totals_share_a_rank_and_nothing_has_none(
    units: Units, parepare: Officer, pinrang: Officer, published: Published
) -> None:
    unit("KK-73.01", "kankemenag", "Kemenag Selayar", units.kanwil)
    published(parepare)
    published(pinrang)
    (league,) = [league for league in matrix(2026).leagues if league.kind.code == "kankemenag"]
    assert [(row.rank, row.name) for row in league.rows] == [
        (1, "Kemenag Parepare"), (1, "Kemenag Pinrang"), (0, "Kemenag Selayar"),
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


@pytest.mark.parametrize(
    ("page", "gold"),
    [("2026/", True), ("2025/", False), ("2026/?jenis=kankemenag", False), ("2026/?peran=supporting", False),
     ("2026/?susunan=kini&tampil=gabung", True), ("2026/cetak/", True), ("2026/cetak/?induk=KK-73.72", False)],
)  # fmt: skip
def test_gold_is_for_a_record_of_all_units(
    page: str, gold: bool, year: None, regional: Officer, client_of: Any
) -> None:
    text = client_of(regional).get(f"/admin/rekap/{page}").text
    assert (' class="rec"' in text or ' class="gold"' in text) == gold


@pytest.mark.parametrize(("sift", "total", "same", "whole"), [("", 4, 1, 3), ("?induk=KK-73.72", 3, 1, 2)])
def test_a_year_that_goes_on_is_compared_with_the_same_day(
    sift: str, total: int, same: int, whole: int, year: None, parepare: Officer, pinrang: Officer,
    published: Published, regional: Officer, client_of: Any, monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    published(parepare, at=wita(2025, 3, 20, 23, 59))
    published(pinrang, at=wita(2025, 3, 21, 0, 1))
    monkeypatch.setattr("news.rekap.views.timezone.localdate", lambda *args: dt.date(2026, 3, 20))
    client = client_of(regional)
    with django_assert_num_queries(10):
        page = client.get(f"/admin/rekap/2026/{sift}")
    found = page.context["matrix"]
    assert (found.total.total, found.same_day, found.total.before) == (total, same, whole)
    assert found.share == 100 * (total - same) / same
    assert f"seluruh 2025: {whole}" in page.text or f"2025: {whole}" in page.text
    assert client.get("/admin/rekap/2025/").context["matrix"].same_day is None


class Figures(HTMLParser):
    """Collect (address, figure) of every link of a page to a list behind a figure."""

    def __init__(self, client: Client, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.page, self.address = page, ""
        self.feed(client.get(page).content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag == "a" and "berita/?" in address:
            self.address = urljoin(self.page, address)

    def handle_data(self, data: str) -> None:
        if self.address:
            self.found.append((self.address, data.strip()))
            self.address = ""


FILTERS = [
    "",
    "?jenis=kankemenag",
    "?induk=KK-73.72",
    "?induk=KK-73.72&jenis=kua",
    "?jenis=&induk=",
    "?wilayah=Kota+Parepare",
    "?peran=supporting",
    "?tampil=gabung",
    "?tampil=gabung&jenis=kankemenag",
    "?susunan=kini",
    "?susunan=kini&tampil=gabung&induk=KANWIL-73",
]


@pytest.mark.parametrize("sift", FILTERS)
@pytest.mark.parametrize("page", ["", "mutu/"])
def test_every_figure_opens_exactly_the_stories_behind_it(
    page: str, sift: str, year: None, told: None, regional: Officer, client_of: Any
) -> None:
    client = client_of(regional)
    checked = 0
    for address, figure in Figures(client, f"/admin/rekap/2026/{page}{sift}").found:
        if not figure.isdecimal():
            continue  # a unit's name leads to its year
        listed = client.get(address)
        assert (listed.context["figure"], len(listed.context["page"].items)) == (int(figure), int(figure)), address
        checked += 1
    assert checked > (0 if "supporting" in sift else 5)


@pytest.mark.parametrize("sift", [*FILTERS[:5], "?tampil=gabung", "?susunan=kini", "?wilayah=Kota+Parepare"])
def test_each_programme_spread_opens_its_programmes(
    sift: str, year: None, told: None, regional: Officer, client_of: Any
) -> None:
    client, checked = client_of(regional), 0
    text = client.get(f"/admin/rekap/2026/mutu/{sift}").text
    for href, figure in re.findall(r'href="(\.\./sebaran/[^"]*)">(\d+)</a>', text):
        page = client.get(urljoin("/admin/rekap/2026/mutu/", href.replace("&amp;", "&")))
        named = [line.slug for line in page.context["found"].programmes if line.total and line.slug != "-"]
        assert len(named) == int(figure), href
        for address, count in Figures(client, page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]).found:
            if count.isdecimal():
                assert client.get(address).context["figure"] == int(count), address
        checked += 1
    assert checked > 0 or any(word in sift for word in ("KK-73.72", "Kota")), "Pinrang alone has a programme"


def test_the_sum_of_the_year_opens_its_stories(year: None, regional: Officer, client_of: Any) -> None:
    text = client_of(regional).get("/admin/rekap/2026/?jenis=kankemenag").text
    assert '<a href="berita/?jenis=kankemenag&amp;">3</a></strong>' in text
    assert '<a href="#satker">2</a>' in text and text.count('id="satker"') == 1


@pytest.fixture
def told(year: None, regional: Officer, parepare: Officer, units: Units) -> None:
    """What stands beside the counts of 2026: a merger, a move, and each kind of mark."""
    old = unit("KK-73.98", "kankemenag", "Kemenag Mamasa", units.kanwil, regency="Kabupaten Pinrang")
    cast.published(cast.officer("lama", Role.OFFICER, old), title="Lama", at=wita(2026, 2, 2, 9))
    Satker.objects.filter(pk=old.pk).update(valid_to=dt.date(2026, 2, 28), successor=units.pinrang)
    SatkerHistory.objects.create(
        satker=units.kua, until=dt.date(2027, 1, 31), parent=units.parepare, kind=units.kua.kind,
        official_name="Kantor Lama", short_name="KUA Lama",
    )  # fmt: skip
    Satker.objects.filter(pk=units.kua.pk).update(parent=units.pinrang, path=f"{units.pinrang.path}{units.kua.pk}/")
    march = Article.objects.get(title="Maret")
    march.revise(parepare, correction="Jumlahnya 120.", at=wita(2026, 3, 11, 9))
    Measure.objects.update(likeness=0, like=None)  # the cast writes one and the same text
    Measure.objects.filter(article=march).update(photo=True, reads=100)
    Measure.objects.filter(article__title="Dari KUA").update(likeness=70, like=march)
    Category.objects.update(is_service=True)
    programme = Programme.objects.create(slug="eko", name="Ekoteologi", valid_from=dt.date(2025, 1, 1))
    Article.objects.filter(title="Pinrang").update(programme=programme)
    marks = {"substance": 4, "style": 3, "technique": 3, "originality": 4}
    Rubric.objects.create(article=march, origin="sample", given_by=regional, given_at=NOON, **marks)


def lines(**how: Any) -> dict[str, tuple[list[int], int]]:
    """Return {unit: (months, last year)} of 2026 in the order of the page."""
    found = sifted(Sift(2026, **how))
    return {row.name: (row.months, row.before) for league in found.leagues for row in league.rows}


def test_as_it_was_then_each_unit_stands_by_itself(told: None) -> None:
    assert lines() == {
        "Kanwil Kemenag Sulsel": (months(), 0),
        "Kemenag Parepare": (months(m1=1, m3=1), 1),
        "Kemenag Mamasa": (months(m2=1), 0),
        "Kemenag Pinrang": (months(m3=1), 0),
        "KUA Lama": (months(m3=1), 0),
    }
    assert [(row.name, row.total) for row in sifted(Sift(2026)).branches] == [
        ("Kanwil Kemenag Sulsel", 5), ("Kemenag Parepare", 3),
    ]  # fmt: skip


def test_rolled_into_todays_structure_a_unit_counts_for_its_successor(told: None) -> None:
    assert lines(susunan="kini") == {
        "Kanwil Kemenag Sulsel": (months(), 0),
        "Kemenag Parepare": (months(m1=1, m3=1), 1),
        "Kemenag Pinrang": (months(m2=1, m3=1), 0),
        "KUA Bacukiki": (months(m3=1), 0),
    }
    assert [(row.name, row.total) for row in sifted(Sift(2026, susunan="kini")).branches] == [
        ("Kanwil Kemenag Sulsel", 5), ("Kemenag Pinrang", 3),
    ]  # fmt: skip


def test_with_all_below_it_a_unit_has_the_sum_of_its_branch(told: None) -> None:
    assert lines(tampil="gabung", jenis="kankemenag") == {
        "Kemenag Parepare": (months(m1=1, m3=2), 1),
        "Kemenag Mamasa": (months(m2=1), 0),
        "Kemenag Pinrang": (months(m3=1), 0),
    }
    whole = sifted(Sift(2026, tampil="gabung"))
    assert (whole.total.total, whole.branches) == (5, []), "nothing is counted twice in the sum"


def test_supporting_figures_stand_apart(told: None) -> None:
    found = sifted(Sift(2026, peran="supporting"))
    assert {row.name: row.total for league in found.leagues for row in league.rows if row.total} == {
        "Kemenag Pinrang": 1
    }
    lead = sifted(Sift(2026))
    assert {row.name: row.supporting for league in lead.leagues for row in league.rows if row.supporting} == {
        "Kemenag Pinrang": 1
    }
    assert lead.total.total == 5


def test_the_marks_beside_the_count(told: None, units: Units) -> None:
    found = of_year(2026)
    marks = {
        pk: {each.name: value for each in fields(Quality) if (value := getattr(found[pk], each.name))} for pk in found
    }
    eko = Programme.objects.get().pk
    old = Satker.objects.get(code="KK-73.98").pk
    assert marks == {
        units.parepare.pk: {
            "stories": 2, "photo": 1, "compared": 2, "original": 2, "service": 2, "read": 1, "corrected": 1,
            "rubrics": 1, "marks": 14,
        },
        units.kua.pk: {"stories": 1, "compared": 1, "copies": 1, "service": 1},
        units.pinrang.pk: {
            "stories": 1, "compared": 1, "original": 1, "service": 1, "programme": 1, "programmes": {eko},
            "withdrawn": 1, "supporting": 1,
        },
        old: {"stories": 1, "compared": 1, "original": 1, "service": 1},
    }  # fmt: skip
    assert (found[units.parepare.pk].rubric, found[units.parepare.pk].photo_share) == (Decimal("3.5"), 50)


def test_the_points_formula_prints_itself_and_leaves_the_count_alone(told: None, units: Units) -> None:
    PointWeight.objects.create(of="stories", weight=Decimal("1"))
    PointWeight.objects.create(of="service", weight=Decimal("0.5"))
    PointWeight.objects.create(of="withdrawn", weight=Decimal("-2"))
    PointWeight.objects.create(of="rubric", weight=Decimal("1"))
    points = Points.load()
    found = of_year(2026)
    assert [points.of(found[pk]) for pk in (units.parepare.pk, units.pinrang.pk)] == [Decimal("6.50"), Decimal("-0.50")]
    with translation.override("en"):
        assert points.told() == (
            "1 × story + 0.5 × service story \N{MINUS SIGN} 2 × withdrawn story + 1 × point of the mean rubric"
        )
    assert lines()["Kemenag Parepare"] == (months(m1=1, m3=1), 1)


def test_a_code_of_any_letters_keeps_its_links(year: None, regional: Officer, client_of: Any, units: Units) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(code="A&satker=KK-73.72#+ /1")
    client = client_of(regional)
    found = Figures(client, "/admin/rekap/2026/").found
    (address,) = {address for address, figure in found if figure == "Kemenag Pinrang"}
    assert [article.title for article in client.get(address).context["page"].items] == ["Pinrang"]


def test_the_list_behind_a_figure_leaves_out_what_no_longer_counts(
    year: None, regional: Officer, client_of: Any
) -> None:
    page = client_of(regional).get("/admin/rekap/2026/berita/?satker=KK-73.15&bulan=3")
    assert [article.title for article in page.context["page"].items] == ["Pinrang"]


def test_the_csv_says_what_the_screen_says(year: None, regional: Officer, client_of: Any, units: Units) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(short_name="=1+1")
    Target.objects.create(satker=units.parepare, year=2026, count=40)
    text = client_of(regional).get("/admin/rekap/2026/rekap.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))[1:]
    zero = ["0"] * 12
    march = ["0", "0", "1", *["0"] * 9]
    assert rows == [
        ["KANWIL-73", "Kanwil Kemenag Sulsel", "Kantor Wilayah", "", *zero, "0", "0", "", "0"],
        [
            "KK-73.72",
            "Kemenag Parepare",
            "Kantor Kemenag Kabupaten/Kota",
            "1",
            "1",
            "0",
            "1",
            *["0"] * 9,
            "2",
            "1",
            "40",
            "0",
        ],
        ["KK-73.15", "'=1+1", KANKEMENAG, "2", *march, "1", "0", "", "1"],
        ["KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", "1", *march, "1", "0", "", "0"],
        ["", "Jumlah", "", "", "1", "0", "3", *["0"] * 9, "4", "1", "40", "1"],
    ]


def test_without_a_year_before_nothing_is_compared(
    year: None, parepare: Officer, regional: Officer, client_of: Any
) -> None:
    Article.objects.get(title="Silam").withdraw(parepare, "Keliru.")
    found = matrix(2026)
    assert {(row.before, row.change) for league in found.leagues for row in league.rows} == {(None, None)}
    assert (found.total.before, found.total.change, found.share) == (None, None, None)
    client = client_of(regional)
    text = client.get("/admin/rekap/2026/rekap.csv").content.decode("utf-8-sig")
    assert [row[17] for row in csv.reader(io.StringIO(text))] == ["2025", *[""] * 5]
    page = client.get("/admin/rekap/2026/").content.decode()
    # Four units, two branches, three kinds, the sum of each league and of all.
    assert page.count('<td class="was">–</td><td class="was">–</td>') >= 13
    assert "dibanding 2025 (–)" in page


def test_on_screen_nothing_has_no_rank(year: None, regional: Officer, client_of: Any) -> None:
    for name in ("", "mutu/"):
        page = client_of(regional).get(f"/admin/rekap/2026/{name}").content.decode()
        ranked = re.findall(r'<td class="was">([^<]*)</td><th scope="row"><a [^>]*title="([^"]*)"', page)
        assert ranked == [
            ("–", "Kanwil Kemenag Sulsel"), ("1", "Kemenag Parepare"), ("2", "Kemenag Pinrang"), ("1", "KUA Bacukiki"),
        ], name  # fmt: skip


def test_the_tally_costs_the_same_for_4_units_and_for_40(
    year: None, units: Units, regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(regional)
    for more in (0, 36):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
        # Session and officer, kinds, units, former states, tallies, years, the closing, targets, the rule.
        with django_assert_num_queries(10):
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
        "?peran=x",
        "?wilayah=tidak",
        "mutu/?wilayah=tidak",
        "sebaran/?wilayah=tidak",
        "penulis/?wilayah=tidak",
        "berita/?wilayah=tidak",
        "berita/?satker=KK-73.72&wilayah=tidak",
        "../semua/?wilayah=tidak",
        "../radar/?wilayah=tidak",
        "cetak/?wilayah=tidak",
        "publikasi/daftar/?wilayah=tidak",
        "berita/?mutu=x",
        "berita/?hari=7",
        "berita/?jam=24",
        "berita/?tanggal=2026-02-30",
        "berita/?program=tidak",
    ],
)
def test_odd_questions_are_a_404(address: str, year: None, regional: Officer, client_of: Any) -> None:
    assert client_of(regional).get(urljoin("/admin/rekap/2026/", address)).status_code == 404


def test_only_the_regional_team_sees_it(
    year: None, client_of: Any, reader: Client, parepare: Officer, editor: Officer
) -> None:
    statuses = Counter(client_of(officer).get("/admin/rekap/2026/").status_code for officer in (parepare, editor))
    assert statuses == {403: 2}
    assert reader.get("/admin/rekap/2026/")["Location"] == "/akun/masuk/?next=%2Fadmin%2Frekap%2F2026%2F"
