"""The front page of the administration: the year at a glance, and what waits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news import closing as books
from news.models import Article, Closing, CountingRule, RekapSettings, SecondLook, Status
from news.rekap.glance import due, glance, projection
from satker.access import Role
from satker.models import Officer
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
def stories(parepare: Officer, pinrang: Officer, editor: Officer, units: Units, published: Published) -> None:
    """Two stories last year, one of them by this day; four this year, one today, and one that was withdrawn."""
    published(parepare, at=wita(2025, 3, 20, 23, 59))
    published(parepare, at=wita(2025, 3, 21, 0, 1))
    published(parepare, at=wita(2026, 1, 1, 0, 1))
    published(parepare, at=wita(2026, 3, 10, 9), supporting=[units.pinrang])
    published(editor, satker=units.kua, at=wita(2026, 3, 1, 9))
    published(pinrang, at=wita(2026, 3, 20, 9))
    published(pinrang, at=wita(2026, 3, 20, 9)).withdraw(pinrang, "Keliru.")


def words(html: str) -> str:
    """Return what the page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main", 1)[1]).split())


def test_it_tells_the_year_against_the_same_day_last_year(stories: None) -> None:
    found = glance(DAY)
    assert (found.year, found.total, found.today, found.before, found.change, found.last_year) == (2026, 4, 1, 1, 3, 2)
    assert (found.record_year, found.record, found.is_record, found.is_heading_for_record) == (2025, 2, True, False)
    assert found.projection == 8, "4 so far, and last year doubled from here"
    assert [(league.kind, [(top.rank, top.code, top.count) for top in league.tops]) for league in found.leagues] == [
        ("Kantor Kemenag Kabupaten/Kota", [(1, "KK-73.72", 2), (2, "KK-73.15", 1)]),
        ("Kantor Urusan Agama", [(1, "KUA-73.72.01", 1)]),
    ]


def test_the_total_opens_the_stories_of_the_year(team: Client, stories: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *args: DAY)
    text = team.get("/admin/").text
    assert '<a href="/admin/rekap/2026/berita/">4</a>' in text
    assert '<a href="/admin/rekap/2026/">unit by month</a>' in text
    assert team.get("/admin/rekap/2026/berita/").context["figure"] == 4


@pytest.mark.parametrize(("equal", "shown", "more"), [(1, 1, 0), (4, 4, 0), (7, 7, 0), (8, 2, 6)])
def test_equal_counts_share_a_rank_and_none_of_them_is_cut(
    equal: int, shown: int, more: int, units: Units, pinrang: Officer, published: Published
) -> None:
    for number in range(equal):
        home = unit(f"KK-{number}", "kankemenag", f"Kemenag {number}", units.kanwil)
        published(cast.officer(f"o{number}", Role.OFFICER, home), at=wita(2026, 3, 1, 9))
    published(pinrang, at=wita(2026, 3, 1, 9))
    published(pinrang, at=wita(2026, 3, 2, 9))
    (league,) = glance(DAY).leagues
    tied = [(2, f"Kemenag {number}") for number in range(shown)]
    assert [(top.rank, top.name) for top in league.tops] == [(1, "Kemenag Pinrang"), *tied]
    assert league.more == more


@pytest.mark.parametrize(
    ("day", "total", "before", "last_year", "expected"),
    [
        (dt.date(2026, 1, 14), 900, 800, 67_000, None),  # too early
        (dt.date(2026, 1, 15), 900, 800, 67_000, 75_375),
        (dt.date(2026, 12, 31), 70_000, 67_000, 67_000, 70_000),
        (dt.date(2026, 7, 2), 183, 0, 0, 365),  # no last year: at the same pace
        (dt.date(2024, 2, 29), 60, 0, 10, 366),
        (dt.date(2026, 7, 2), 0, 0, 0, 0),
    ],
)
def test_the_year_is_taken_to_run_like_the_last(
    day: dt.date, total: int, before: int, last_year: int, expected: int | None
) -> None:
    assert projection(day, total, before, last_year) == expected


def test_29_february_stands_against_the_28th(parepare: Officer, published: Published) -> None:
    published(parepare, at=wita(2027, 2, 28, 23, 59))
    published(parepare, at=wita(2027, 3, 1, 0, 1))
    published(parepare, at=wita(2028, 2, 29, 9))
    found = glance(dt.date(2028, 2, 29))
    assert (found.total, found.today, found.before) == (1, 1, 1)


@pytest.mark.parametrize(
    ("closed", "day", "since", "periods"),
    [
        (set(), DAY, 2025, [(2026, 2), (2026, 1), (2025, 12), (2025, 0)]),
        ({(2026, 2)}, DAY, 2025, [(2026, 1), (2025, 12), (2025, 11), (2025, 0)]),
        ({(2026, 2), (2025, 12)}, DAY, 2026, [(2026, 1)]),
        ({(2026, 2), (2026, 1), (2025, 0)}, DAY, 2024, [(2024, 12), (2024, 11), (2024, 10), (2024, 0)]),
        ({(2026, 2), (2026, 1), (2025, 0)}, DAY, 2025, []),
        (set(), dt.date(2026, 1, 1), 2025, [(2025, 12), (2025, 11), (2025, 10), (2025, 0)]),
        (set(), dt.date(2026, 1, 31), 2026, []),
        (set(), DAY, None, []),
    ],
)
def test_what_is_over_and_not_closed_comes_next(
    closed: set[tuple[int, int]], day: dt.date, since: int | None, periods: list[tuple[int, int]]
) -> None:
    assert [(each.year, each.month) for each in due(closed, day, since)] == periods


def test_it_tells_what_waits(
    stories: None, units: Units, parepare: Officer, pinrang: Officer, kua: Officer, regional: Officer, published: Any
) -> None:
    for status in (Status.IN_REVIEW, Status.IN_REVIEW, Status.HELD, Status.SCHEDULED, Status.DISCARDED):
        cast.article_in(status, parepare)
    CountingRule.objects.create(name="Panjang", version=2, starts_on=dt.date(2026, 3, 19), min_words=500)
    for title in ("Pendek", "Singkat"):
        SecondLook.ask(published(pinrang, title=title, at=wita(2026, 3, 19, 9)), pinrang, "Mohon ditinjau.")
    SecondLook.objects.earliest("pk").decide(regional, False, "Terlalu pendek.")
    books.close(regional, 2026, 2, place="Makassar", at=wita(2026, 3, 2, 9))
    RekapSettings.objects.update(quiet_days=10)
    found = glance(DAY)
    assert (found.reviews, found.held, found.looks) == (2, 1, 1)
    assert [each.period for each in found.due] == ["January 2026", "December 2025", "November 2025", "2025"]
    assert [(each.period, each.total) for each in found.closings] == [("February 2026", 0)]
    assert [(line.unit.code, line.days) for line in found.quiet] == [
        ("KUA-73.72.01", 19), ("KK-73.72", 10), ("KANWIL-73", None),
    ]  # fmt: skip
    assert (found.quiet_units, found.quiet_days) == (3, 10)


def test_closings_stand_in_the_order_of_their_periods(units: Units, regional: Officer) -> None:
    periods = [(2026, 2, 1), (2025, 0, 1), (2026, 1, 1), (2025, 12, 1), (2026, 1, 2), (2025, 3, 1)]
    for hour, (year, month, revision) in enumerate(periods):
        Closing.objects.create(
            year=year, month=month, revision=revision, reason="Diperbaiki.", last_entry=0, canonical="", sha256="0",
            total=0, place="Makassar", closed_at=wita(2026, 3, 2, hour), closed_by=regional,
        )  # fmt: skip
    assert [(each.year, each.month, each.revision) for each in glance(DAY).closings] == [
        (2026, 2, 1), (2026, 1, 2), (2026, 1, 1), (2025, 0, 1), (2025, 12, 1),
    ]  # fmt: skip


def test_every_part_leads_to_its_page(parepare: Officer, regional: Officer, team: Client, published: Published) -> None:
    today = timezone.localdate()
    published(parepare, at=timezone.now())
    published(parepare, at=timezone.now() - dt.timedelta(days=366))
    books.close(regional, today.year - 1, place="Makassar")
    html = team.get("/admin/").content.decode()
    links = set(re.findall(r'href="([^"]+)"', html.split("<main", 1)[1]))
    listed = f"/admin/rekap/{today.year}/berita/"
    for link in (
        f"/admin/rekap/{today.year}/",
        f"{listed}?tanggal={today.isoformat()}",
        f"{listed}?satker=KK-73.72",
        "/admin/rekap/semua/",
        f"/admin/rekap/{today.year}/sebaran/",
        f"/admin/rekap/{today.year}/penulis/",
        "/admin/rekap/radar/",
        "/admin/rekap/tinjau-ulang/",
        "/redaksi/tinjau/",
        "/admin/news/article/?status__exact=held",
        "/admin/news/article/",
        "/admin/satker/satker/",
    ):
        assert link in links
        assert team.get(link).status_code == 200, link
    assert (html.count("<h1"), "Record year" in html) == (1, True)


def test_the_held_are_behind_their_figure(parepare: Officer, team: Client) -> None:
    cast.article_in(Status.HELD, parepare, title="Ditahan")
    cast.article_in(Status.IN_REVIEW, parepare, title="Ditinjau")
    said = words(team.get("/admin/news/article/?status__exact=held").content.decode())
    assert ("Ditahan" in said, "Ditinjau" in said) == (True, False)


def test_an_empty_portal_says_so(units: Units, team: Client) -> None:
    said = words(team.get("/admin/").content.decode())
    for sentence in (
        "0 stories this year",
        "Nothing has been counted yet. The first published story opens the year.",
        "No unit has published in",
        "Nothing to close yet.",
        "4 units have published nothing for 14 days or more.",
    ):
        assert sentence in said


def test_it_costs_the_same_for_4_units_and_for_40(
    stories: None, units: Units, team: Client, django_assert_num_queries: Any
) -> None:
    for more in (0, 36):
        for number in range(more):
            home = unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
            cast.published(cast.officer(f"o{number}", Role.OFFICER, home), at=wita(2026, 3, 1, 9))
        # Session and officer; years, last year to this day, today, leagues; the radar's four; states, looks,
        # closings; and the recent actions of Django's own index.
        with django_assert_num_queries(14):
            team.get("/admin/")
