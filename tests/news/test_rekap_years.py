"""All years, the spread of one, writers and their evidence, quiet units: each figure with its list."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from news.models import Article, Category, CountingRule, LedgerEntry, Programme, RekapSettings
from news.rekap.radar import radar
from news.rekap.sift import TODAY, Sift
from news.rekap.years import all_years, evidence, spread, writers
from satker.access import Role
from satker.models import Officer, Satker
from tests import cast
from tests.cast import Units, unit, wita

pytestmark = pytest.mark.usefixtures("english")
Published = Callable[..., Article]
DAY = dt.date(2026, 3, 20)


@pytest.fixture
def team(regional: Officer, client_of: Any) -> Client:
    """The regional team's browser, in English."""
    client: Client = client_of(regional)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def haji(db: None) -> Programme:
    return Programme.objects.create(slug="haji", name="Sukses Haji", valid_from="2025-03-06")


@pytest.fixture
def stories(
    parepare: Officer, pinrang: Officer, editor: Officer, units: Units, published: Published, haji: Programme
) -> None:
    """2024 to 2026, with a gap in 2025, a supporting unit and a story that was withdrawn."""
    service = Category.objects.create(slug="info", name="Info layanan", is_service=True)
    published(parepare, title="Silam", at=wita(2024, 12, 31, 23, 59), writer="Wn")
    published(parepare, title="Tahun Baru", at=wita(2026, 1, 1, 0, 1), writer="Wn")  # a Thursday
    published(parepare, title="Maret", at=wita(2026, 3, 10, 9), writer="Wn", programme=haji, supporting=[units.pinrang])
    published(editor, title="Dari KUA", satker=units.kua, at=wita(2026, 3, 11, 9), writer="Nas", programme=haji)
    published(pinrang, title="Pinrang", at=wita(2026, 3, 12, 23, 59), category=service)
    published(pinrang, title="Ditarik", at=wita(2026, 3, 13, 9), writer="Wn").withdraw(pinrang, "Keliru.")


# --- All years ------------------------------------------------------------------------------------


def test_all_years_stand_side_by_side_with_the_record_marked(stories: None) -> None:
    found = all_years(Sift(2026, susunan=TODAY))
    leagues = {
        league.kind.code: [(line.name, line.own, line.counts, line.total) for line in league.lines]
        for league in found.leagues
    }
    assert leagues == {
        "kankemenag": [
            ("Kemenag Parepare", "satker=KK-73.72", {2024: 1, 2025: 0, 2026: 2}, 3),
            ("Kemenag Pinrang", "satker=KK-73.15", {2024: 0, 2025: 0, 2026: 1}, 1),
        ],
        "kua": [("KUA Bacukiki", "satker=KUA-73.72.01", {2024: 0, 2025: 0, 2026: 1}, 1)],
    }
    assert [league.total.counts for league in found.leagues] == [
        {2024: 1, 2025: 0, 2026: 3}, {2024: 0, 2025: 0, 2026: 1},
    ]  # fmt: skip
    assert [(line.year, line.count, line.change, line.is_record) for line in found.lines] == [
        (2026, 4, 4, True), (2025, 0, -1, False), (2024, 1, None, False),
    ]  # fmt: skip


def test_a_unit_that_ended_stands_with_its_successor(stories: None, units: Units) -> None:
    alone = unit("KUA-99", "kua", "KUA Hilang", units.pinrang, valid_to=dt.date(2026, 6, 30))
    cast.published(cast.officer("hilang", Role.EDITOR, alone), at=wita(2026, 2, 1, 9))
    Satker.objects.filter(pk=units.kua.pk).update(valid_to=dt.date(2026, 6, 30), successor=units.pinrang)
    found = all_years(Sift(2026, susunan=TODAY))
    assert {line.name: line.total for league in found.leagues for line in league.lines} == {
        "Kemenag Parepare": 3, "Kemenag Pinrang": 2, "KUA Hilang": 1,
    }  # fmt: skip
    assert found.total.total == LedgerEntry.objects.lead().standing().count() == 6


@pytest.mark.parametrize(
    ("sift", "names"),
    [
        ({"jenis": "kua"}, ["KUA Bacukiki"]),
        ({"induk": "KK-73.72"}, ["Kemenag Parepare", "KUA Bacukiki"]),
        ({"induk": "KK-73.72", "jenis": "kankemenag"}, ["Kemenag Parepare"]),
        ({"wilayah": "Kabupaten Pinrang"}, ["Kemenag Pinrang"]),
    ],
)
def test_years_can_be_narrowed_to_units(stories: None, sift: dict[str, str], names: list[str]) -> None:
    found = all_years(Sift(2026, susunan=TODAY, **sift))
    assert [line.name for league in found.leagues for line in league.lines] == names
    assert found.years == [2024, 2025, 2026], "the years stay, so that choices can be compared"


def test_a_sum_of_several_years_opens_the_stories_of_all_of_them(stories: None, team: Client) -> None:
    parser = Figures()
    parser.feed(team.get("/admin/rekap/semua/").content.decode())
    over = {urljoin("/admin/rekap/semua/", href): int(figure) for href, figure in parser.found if "dari=" in href}
    assert sorted(over.values()) == [1, 1, 1, 3, 4, 5]
    whole = team.get(next(href for href, figure in over.items() if figure == 5))
    assert [article.title for article, _unit in whole.context["lines"]][-1] == "Silam"
    assert "2024–2026" in whole.content.decode()
    assert team.get("/admin/rekap/2026/berita/?dari=2027").status_code == 404


# --- How a year is spread -------------------------------------------------------------------------


def test_a_year_is_spread_by_programme_category_weekday_and_hour(stories: None) -> None:
    Programme.objects.create(slug="lama", name="Program lama", valid_from="2021-01-01", valid_to="2024-10-20")
    Programme.objects.create(slug="baru", name="Belum ada berita", valid_from="2025-03-06", order=9)
    found = spread(Sift(2026, program="haji"))
    assert [kind.code for kind in found.kinds] == ["kankemenag", "kua"]
    assert [(line.name, line.own, line.cells, line.total) for line in found.programmes] == [
        ("Sukses Haji", "program=haji", [("program=haji&jenis=kankemenag", 1), ("program=haji&jenis=kua", 1)], 2),
        ("Belum ada berita", "program=baru", [("program=baru&jenis=kankemenag", 0), ("program=baru&jenis=kua", 0)], 0),
        ("No programme", "program=-", [("program=-&jenis=kankemenag", 2), ("program=-&jenis=kua", 0)], 2),
    ]
    assert found.sums.cells == [("jenis=kankemenag", 3), ("jenis=kua", 1)]
    assert (found.chosen, [(unit.name, unit.count) for unit in found.units]) == (
        "Sukses Haji", [("KUA Bacukiki", 1), ("Kemenag Parepare", 1)],
    )  # fmt: skip
    assert [(each.name, each.own, each.count, each.share, each.marked) for each in found.categories] == [
        ("Layanan", "kategori=layanan", 3, 75.0, False), ("Info layanan", "kategori=info", 1, 25.0, True),
    ]  # fmt: skip
    assert [each.count for each in found.weekdays] == [0, 1, 1, 2, 0, 0, 0]
    assert {each.own: each.count for each in found.hours if each.count} == {"jam=0": 1, "jam=9": 2, "jam=23": 1}
    assert (len(found.hours), found.hours[9].name, found.total) == (24, "09.00–09.59", 4)


def test_the_counting_day_decides_the_year_and_the_publication_the_hour(
    parepare: Officer, published: Published, units: Units
) -> None:
    published(parepare, at=wita(2026, 1, 1, 0, 30))
    CountingRule.objects.create(name="Fajar", version=2, starts_on=dt.date(2026, 6, 1), day_begins=dt.time(4))
    published(parepare, at=wita(2027, 1, 1, 3))
    found = spread(Sift(2026))
    assert {each.own: each.count for each in found.hours if each.count} == {"jam=0": 1, "jam=3": 1}
    assert [each.count for each in found.weekdays] == [0, 0, 0, 2, 0, 0, 0], "both count on a Thursday of 2026"
    assert spread(Sift(2027)).total == 0


# --- Who wrote ------------------------------------------------------------------------------------


def test_writers_stand_as_printed_at_their_unit(stories: None, units: Units) -> None:
    cast.published(cast.officer("lain", Role.OFFICER, units.pinrang), writer="WN", at=wita(2026, 4, 1, 9))
    found = writers(Sift(2026))
    assert [(line.name, line.unit.name, line.count) for line in found.lines] == [
        ("Wn", "Kemenag Parepare", 2), ("Nas", "KUA Bacukiki", 1), ("WN", "Kemenag Pinrang", 1),
    ]  # fmt: skip
    assert (found.found, found.unnamed) == (3, 1)
    assert [line.name for line in writers(Sift(2026), "wn").lines] == ["Wn", "WN"]
    assert [line.name for line in writers(Sift(2026, satker="KUA-73.72.01")).lines] == ["Nas"]
    assert [line.name for line in writers(Sift(2026, induk="KK-73.72")).lines] == ["Wn", "Nas"]


def test_the_busiest_are_shown_and_all_are_counted(stories: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("news.rekap.years.WRITERS", 1)
    found = writers(Sift(2026))
    assert ([line.name for line in found.lines], found.found) == (["Wn"], 2)


def test_evidence_lists_what_one_person_published_at_one_unit(
    stories: None, parepare: Officer, published: Published, write: Any
) -> None:
    published(parepare, title="Orang lain", at=wita(2026, 3, 14, 9), writer="Wnd")
    published(parepare, title="Ditarik lagi", at=wita(2026, 3, 15, 9), writer="Wn").withdraw(parepare, "Keliru.")
    write(parepare, title="Rahasia", writer="Wn")
    found = evidence(Sift(2026, satker="KK-73.72", penulis="Wn"))
    assert [(story.title, story.receipt.code) for story in found.stories] == [
        ("Tahun Baru", "PRP-2026-0001"), ("Maret", "PRP-2026-0002"),
    ]  # fmt: skip
    assert (found.unit.official_name, found.name) == ("Kantor Kemenag Parepare", "Wn")


def test_evidence_can_be_printed_and_signed(stories: None, team: Client) -> None:
    html = team.get("/admin/rekap/2026/penulis/bukti/?satker=KK-73.72&nama=Wn").content.decode()
    story = Article.objects.get(title="Maret")
    link = f"http://testserver/berita/{story.pk}/maret/"
    assert f'<a href="{link}">Maret</a><span class="where">{link}</span>' in html
    assert [word in html for word in ("PRP-2026-0002", "Appraised by", "Parepare, ", "Rahasia")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_evidence_comes_as_a_workbook_that_keeps_text_as_text(
    parepare: Officer, published: Published, team: Client
) -> None:
    story = published(parepare, title="=1+1", at=wita(2026, 3, 10, 9, 5), writer="Wn/1")
    response = team.get("/admin/rekap/2026/penulis/bukti/?satker=KK-73.72&nama=Wn/1&bentuk=xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="bukti-2026-wn1.xlsx"'
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        ["No.", "Number", "Story", "First published", "Link"],
        [
            1,
            "PRP-2026-0001",
            "=1+1",
            wita(2026, 3, 10, 9, 5).replace(tzinfo=None),
            f"http://testserver{story.get_absolute_url()}",
        ],
    ]
    assert sheet["C5"].data_type == "s"


# --- Quiet units ----------------------------------------------------------------------------------


def test_the_radar_knows_who_is_silent_and_why(stories: None, units: Units, parepare: Officer) -> None:
    unit("KUA-99", "kua", "KUA Bubar", units.pinrang, valid_to=dt.date(2026, 3, 19))
    Officer.objects.filter(username="parepare").update(last_login=wita(2026, 3, 19, 9))
    Officer.objects.filter(username="pinrang").update(is_active=False, last_login=wita(2026, 3, 19, 9))
    RekapSettings.objects.update(quiet_days=9)
    found = radar(DAY)
    assert [
        (line.unit.short_name, line.days, line.last and line.last.title, line.officers, bool(line.signed_in),
         line.is_quiet)
        for line in found.lines
    ] == [
        ("Kanwil Kemenag Sulsel", None, None, 0, False, True),
        ("Kemenag Parepare", 10, "Maret", 2, True, True),
        ("KUA Bacukiki", 9, "Dari KUA", 0, False, True),
        ("Kemenag Pinrang", 8, "Pinrang", 0, False, False),
    ]  # fmt: skip
    assert (len(found.quiet), found.without_officer, found.never_signed_in) == (3, 3, 0)
    assert [line.unit.code for line in found.sifted("kankemenag", "KK-73.72").lines] == ["KK-73.72"]
    cast.officer("baru", Role.OFFICER, units.pinrang)
    assert radar(DAY).never_signed_in == 1, "an officer who never came is none who could publish"


def test_a_story_that_the_rule_left_out_breaks_the_silence_all_the_same(
    parepare: Officer, published: Published, units: Units
) -> None:
    """Readers see it: the desk tells the unit the same."""
    CountingRule.objects.create(name="Panjang", version=2, starts_on=dt.date(2026, 3, 1), min_words=500)
    published(parepare, at=wita(2026, 3, 19, 23, 59))
    assert LedgerEntry.objects.get().delta == 0
    lines = {line.unit.code: line.days for line in radar(DAY).lines}
    assert lines == {"KANWIL-73": None, "KK-73.72": 1, "KK-73.15": None, "KUA-73.72.01": None}


def test_each_group_of_the_radar_lists_its_units(stories: None, units: Units, team: Client) -> None:
    Officer.objects.filter(username="parepare").update(last_login=wita(2026, 3, 19, 9))
    Officer.objects.filter(username="pinrang").update(is_active=False)
    page = team.get("/admin/rekap/radar/")
    found = page.context["found"]
    for group, figure in (
        ("sunyi", len(found.quiet)), ("belum-masuk", found.never_signed_in), ("tanpa-petugas", found.without_officer)
    ):  # fmt: skip
        assert f'<a href="?kelompok={group}">{figure}</a>' in page.content.decode()
        assert len(team.get(f"/admin/rekap/radar/?kelompok={group}").context["lines"]) == figure
    narrowed = team.get("/admin/rekap/radar/?jenis=kankemenag&kelompok=tanpa-petugas")
    assert [line.unit.code for line in narrowed.context["lines"]] == ["KK-73.15"]
    assert "?jenis=kankemenag&amp;kelompok=sunyi" in narrowed.content.decode()
    assert team.get("/admin/rekap/radar/?kelompok=lain").status_code == 404


def test_the_radar_takes_four_queries_for_any_number_of_units(
    stories: None, units: Units, django_assert_num_queries: Any
) -> None:
    for more in (0, 36):
        for number in range(more):
            at_home = unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
            cast.published(cast.officer(f"o{number}", Role.OFFICER, at_home), at=wita(2026, 3, 1, 9))
        with django_assert_num_queries(4):
            radar(DAY)


# --- Pages ----------------------------------------------------------------------------------------

PAGES = {
    # Session and officer, then units, kinds and tallies.
    "/admin/rekap/semua/": 6,
    # Session and officer, then kinds, units and their past, rows, programmes, categories, years.
    "/admin/rekap/2026/sebaran/?program=haji": 10,
    # ..., rows, years.
    "/admin/rekap/2026/penulis/": 8,
    # ..., articles.
    "/admin/rekap/2026/penulis/bukti/?satker=KK-73.72&nama=Wn": 6,
    "/admin/rekap/radar/": 6,
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_the_same_for_4_units_and_for_40(
    address: str, stories: None, units: Units, team: Client, django_assert_num_queries: Any
) -> None:
    for more in (0, 36):
        for number in range(more):
            at_home = unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
            cast.published(cast.officer(f"o{number}", Role.OFFICER, at_home), at=wita(2026, 3, 1, 9), writer="Wn")
        with django_assert_num_queries(PAGES[address]):
            assert team.get(address).status_code == 200


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
    "address",
    [
        "/admin/rekap/semua/",
        "/admin/rekap/semua/?induk=KK-73.72",
        "/admin/rekap/semua/?jenis=kua",
        "/admin/rekap/2026/sebaran/?program=haji",
        "/admin/rekap/2026/sebaran/?program=-&jenis=kankemenag",
        "/admin/rekap/2026/sebaran/?induk=KK-73.72",
        "/admin/rekap/2026/penulis/",
        "/admin/rekap/2026/penulis/?induk=KK-73.72&nama=w",
    ],
)
def test_every_figure_opens_exactly_the_stories_behind_it(
    address: str, stories: None, units: Units, team: Client
) -> None:
    Satker.objects.filter(pk=units.kua.pk).update(valid_to=dt.date(2026, 6, 30), successor=units.pinrang)
    Satker.objects.filter(pk=units.pinrang.pk).update(code="A&satker=KK-73.72#+ /1")
    parser = Figures()
    parser.feed(team.get(address).content.decode())
    for href, figure in parser.found:
        page = team.get(urljoin(address, href))
        assert (page.context["figure"], len(page.context["page"].items)) == (int(figure), int(figure)), href
    assert parser.found


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/admin/rekap/semua/", "Nothing has been counted yet."),
        ("/admin/rekap/2026/sebaran/", "No story counts in 2026"),
        ("/admin/rekap/2026/penulis/", "No story of 2026 names a writer."),
        ("/admin/rekap/2026/penulis/?nama=Wn", "No writer in 2026 is printed like “Wn”."),
        ("/admin/rekap/2026/penulis/bukti/?satker=KK-73.72&nama=Wn", "counts for Wn."),
        ("/admin/rekap/radar/", "never published"),
    ],
)
def test_an_empty_portal_says_what_is_missing(address: str, words: str, units: Units, team: Client) -> None:
    html = team.get(address).content.decode()
    assert (words in html, html.count("<h1")) == (True, 1)


def test_a_portal_without_units_has_a_radar_all_the_same(team: Client) -> None:
    Officer.objects.update(satker=None)
    Satker.objects.update(valid_to=dt.date(2020, 1, 1))
    assert "No unit of this choice exists today." in team.get("/admin/rekap/radar/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "semua/?jenis=tidak",
        "semua/?induk=tidak",
        "2026/sebaran/?program=tidak",
        "2026/penulis/?satker=tidak",
        "2026/penulis/bukti/",
        "2026/penulis/bukti/?satker=KK-73.72",
        "2026/penulis/bukti/?satker=tidak&nama=Wn",
        "2026/penulis/bukti/?satker=KK-73.72&nama=Wn&bentuk=doc",
        "2026/penulis/?nama=%00",
        "radar/?jenis=tidak",
        "radar/?induk=tidak",
    ],
)
def test_odd_questions_are_a_404(address: str, stories: None, team: Client) -> None:
    assert team.get(f"/admin/rekap/{address}").status_code == 404


def test_the_radar_is_about_today(units: Units, team: Client) -> None:
    assert team.get("/admin/rekap/radar/").context["found"].day == timezone.localdate()
