"""The unit's figures: the year beside its target, the month with every story behind it, on screen and as a workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from news.goals import Targets, today
from news.models import (
    Article,
    Channel,
    CoachingNote,
    CountingRule,
    LedgerEntry,
    Publication,
    RekapSettings,
    Status,
    Target,
)  # fmt: skip
from satker.models import Officer
from tests.cast import Units, unit, wita

Published = Callable[..., Article]
ZERO = [0] * 12


@pytest.fixture
def spring(parepare: Officer, pinrang: Officer, editor: Officer, units: Units, published: Published) -> None:
    """2025 and 2026: Parepare, its KUA and Pinrang publish; one story is withdrawn, one has a partner."""
    published(parepare, title="Tahun Lalu", at=wita(2025, 3, 31, 23, 59))
    published(parepare, title="Awal Maret", at=wita(2026, 3, 1, 0, 0))
    published(parepare, title="Tengah Maret", at=wita(2026, 3, 10, 9))
    published(parepare, title="Tengah Maret Lagi", at=wita(2026, 3, 10, 10), supporting=[units.pinrang])
    published(parepare, title="Akhir Maret", at=wita(2026, 3, 31, 23, 59))
    published(parepare, title="April", at=wita(2026, 4, 1, 0, 0))
    published(parepare, title="Ditarik", at=wita(2026, 3, 11, 9)).withdraw(parepare, "Keliru.")
    published(editor, title="Rahasia KUA", satker=units.kua, at=wita(2026, 3, 12, 9))
    published(pinrang, title="Rahasia Pinrang", at=wita(2026, 3, 12, 9), supporting=[units.parepare])


MARCH = ["Awal Maret", "Tengah Maret", "Tengah Maret Lagi", "Akhir Maret"]
MONTH = "/redaksi/angka/2026/03/"


def twelve(**counts: int) -> list[int]:
    """Return twelve counts: twelve(m1=1, m3=2)."""
    return [counts.get(f"m{month}", 0) for month in range(1, 13)]


# --- The year -------------------------------------------------------------------------------------


def test_the_year_stands_beside_the_last_one(spring: None, parepare: Officer, client_of: Any, units: Units) -> None:
    found = client_of(parepare).get("/redaksi/angka/?tahun=2026").context["figures"]
    assert (
        found.unit, found.year,
        [month.count for month in found.months], [month.before for month in found.months],
        [month.supporting for month in found.months],
        (found.count, found.before, found.supporting), [bar.count for bar in found.bars],
    ) == (
        units.parepare, 2026, twelve(m3=4, m4=1), twelve(m3=1), twelve(m3=1), (5, 1, 1), twelve(m3=4, m4=1),
    )  # fmt: skip
    before = client_of(parepare).get("/redaksi/angka/?tahun=2025").context["figures"]
    assert (before.count, before.before, before.projection) == (1, 0, None)
    assert {2025, 2026, today().year} == set(found.years)


def test_target_attainment_and_rank(spring: None, parepare: Officer, client_of: Any, units: Units) -> None:
    Target.objects.create(year=2026, kind=units.parepare.kind, count=4)
    Target.objects.create(year=2026, month=3, satker=units.parepare, count=3)
    found = client_of(parepare).get("/redaksi/angka/?tahun=2026").context["figures"]
    assert (found.target, found.share, found.rank, [month.target for month in found.months]) == (
        4, 125, (1, 2), [3 if month == 3 else None for month in range(1, 13)],
    )  # fmt: skip


def test_the_rank_is_hidden_when_the_regional_team_says_so(
    spring: None, parepare: Officer, pinrang: Officer, client_of: Any
) -> None:
    RekapSettings.objects.update(hide_ranking=True)
    assert client_of(pinrang).get("/redaksi/angka/?tahun=2026").context["figures"].rank is None
    RekapSettings.objects.update(hide_ranking=False)
    assert client_of(pinrang).get("/redaksi/angka/?tahun=2026").context["figures"].rank == (2, 2)


def test_the_counter_of_the_desk_knows_the_target_of_the_kind(parepare: Officer, client_of: Any, units: Units) -> None:
    Target.objects.create(year=today().year, kind=units.parepare.kind, count=365)
    assert client_of(parepare).get("/redaksi/").context["goal"].target == 365
    assert Targets(today().year).of_year(units.parepare) == 365


def test_quality_is_that_of_the_own_unit(spring: None, parepare: Officer, client_of: Any) -> None:
    found = client_of(parepare).get("/redaksi/angka/?tahun=2026").context["figures"].quality
    assert (found.stories, found.withdrawn, found.not_counted, found.rubrics) == (5, 1, 0, 0)


def test_what_the_team_told_a_unit_is_for_that_unit_and_the_team(
    parepare: Officer, pinrang: Officer, kua: Officer, editor: Officer, regional: Officer, client_of: Any, units: Units
) -> None:
    for where, text in ((units.parepare, "Rahasia Parepare."), (units.kua, "Rahasia KUA.")):
        CoachingNote.objects.create(satker=where, text=text, written_by=regional, written_at=timezone.now())
    told = {
        (name, query): [note.text for note in client_of(who).get(f"/redaksi/angka/{query}").context["figures"].notes]
        for name, who, query in (
            ("parepare", parepare, ""), ("editor", editor, ""), ("pinrang", pinrang, ""), ("kua", kua, ""),
            ("editor", editor, "?satker=KUA-73.72.01"), ("regional", regional, "?satker=KUA-73.72.01"),
            ("regional", regional, ""),
        )
    }  # fmt: skip
    assert told == {
        ("parepare", ""): ["Rahasia Parepare."], ("editor", ""): ["Rahasia Parepare."], ("pinrang", ""): [],
        ("kua", ""): ["Rahasia KUA."], ("editor", "?satker=KUA-73.72.01"): [],
        ("regional", "?satker=KUA-73.72.01"): ["Rahasia KUA."], ("regional", ""): [],
    }  # fmt: skip


def test_the_regional_team_sees_all_units_until_it_chooses_one(
    spring: None, regional: Officer, client_of: Any, units: Units
) -> None:
    client = client_of(regional)
    whole = client.get("/redaksi/angka/?tahun=2026").context["figures"]
    one = client.get("/redaksi/angka/?tahun=2026&satker=KK-73.15").context["figures"]
    assert [(found.unit, found.count, found.rank) for found in (whole, one)] == [
        (None, 7, None), (units.pinrang, 1, (2, 2)),
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["tahun=x", "tahun=20260", "tahun=1899", "tahun=٢٠٢٦", "satker=KK-73.15", "satker=x"])
def test_odd_years_and_strangers_are_a_404(query: str, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    assert client.get(f"/redaksi/angka/?{query}").status_code == 404
    if query.startswith("satker"):
        assert client.get(f"{MONTH}?{query}").status_code == 404


def test_every_month_leads_to_a_report_that_holds_as_many_stories(
    spring: None, editor: Officer, client_of: Any, units: Units
) -> None:
    client = client_of(editor)
    for code in ("", "&satker=KUA-73.72.01"):
        figures = client.get(f"/redaksi/angka/?tahun=2026{code}").context["figures"]
        pairs = [(month.link, month.count) for month in figures.months] + [
            (month.link_before, month.before) for month in figures.months
        ]
        checked = [(len(client.get(link).context["found"].stories), count) for link, count in pairs if link]
        assert checked == [(count, count) for _found, count in checked]
        assert sum(count for count, _same in checked) == figures.count + figures.before


# --- The month ------------------------------------------------------------------------------------


def test_the_month_lists_every_story_of_the_unit_and_no_other(
    spring: None, parepare: Officer, client_of: Any, units: Units
) -> None:
    page = client_of(parepare).get(MONTH)
    found = page.context["found"]
    assert [(line.number, line.day.day, line.first, line.article.title) for line in found.stories] == [
        (1, 1, True, "Awal Maret"), (2, 10, True, "Tengah Maret"), (3, 10, False, "Tengah Maret Lagi"),
        (4, 31, True, "Akhir Maret"),
    ]  # fmt: skip
    assert [line.article.title for line in found.took_part] == ["Rahasia Pinrang"]
    days = {day.day.day: day.count for week in found.weeks for day in week.days if day}
    assert (days, [week.total for week in found.weeks]) == (
        {day: {1: 1, 10: 2, 31: 1}.get(day, 0) for day in range(1, 32)}, [1, 0, 2, 0, 0, 1],
    )  # fmt: skip
    assert (found.report.months, found.report.before, found.report.until_now) == (twelve(m3=4, m4=1), twelve(m3=1), 4)
    text = page.content.decode()
    assert [title for title in (*MARCH, "Ditarik", "Rahasia KUA", "April<") if title in text] == MARCH
    assert set(re.findall(r'href="#h(\d+)"', text)) == set(re.findall(r'id="h(\d+)"', text)) == {"1", "10", "31"}


def test_a_supporting_unit_finds_where_it_took_part(spring: None, pinrang: Officer, client_of: Any) -> None:
    found = client_of(pinrang).get(MONTH).context["found"]
    assert ([line.article.title for line in found.stories], [line.article.title for line in found.took_part]) == (
        ["Rahasia Pinrang"], ["Tengah Maret Lagi"],
    )  # fmt: skip


def test_what_does_not_count_is_listed_apart(
    units: Units, parepare: Officer, published: Published, client_of: Any
) -> None:
    CountingRule.objects.create(version=2, name="Kata", starts_on=dt.date(2026, 3, 1), min_words=60)
    short = published(parepare, title="Pendek", at=wita(2026, 3, 10, 9))
    page = client_of(parepare).get(MONTH)
    found = page.context["found"]
    assert (found.stories, found.not_counted) == ([], [short])
    assert f"/redaksi/{short.pk}/terhitung/" in page.content.decode()


def test_the_editor_chooses_a_unit_within_reach(
    spring: None, editor: Officer, kua: Officer, client_of: Any, units: Units
) -> None:
    client = client_of(editor)
    assert [line.article.title for line in client.get(f"{MONTH}?satker=KUA-73.72.01").context["found"].stories] == [
        "Rahasia KUA"
    ]
    assert [line.article.title for line in client_of(kua).get(MONTH).context["found"].stories] == ["Rahasia KUA"]
    assert [client.get(f"{MONTH}?satker={code}").status_code for code in ("KK-73.15", "KANWIL-73", "x")] == [404] * 3


def test_the_regional_team_says_which_unit_first(spring: None, regional: Officer, client_of: Any, units: Units) -> None:
    client = client_of(regional)
    assert "found" not in client.get(MONTH).context
    assert client.get(f"{MONTH}?satker=KK-73.15").context["found"].unit == units.pinrang


@pytest.mark.parametrize("address", ["/redaksi/angka/2026/13/", "/redaksi/angka/2026/00/", "/redaksi/angka/1800/03/"])
def test_there_is_no_such_month(address: str, parepare: Officer, client_of: Any) -> None:
    assert client_of(parepare).get(address).status_code == 404


def test_the_months_beside_lead_on_and_stop_at_the_edges(parepare: Officer, client_of: Any) -> None:
    client, now = client_of(parepare), today()
    first = client.get("/redaksi/angka/1900/01/").context["found"]
    last = client.get(f"/redaksi/angka/{now:%Y/%m}/").context["found"]
    turn = client.get("/redaksi/angka/2026/01/").context["found"]
    assert (first.earlier, last.later, turn.earlier, turn.later) == (
        "", "", "/redaksi/angka/2025/12/", "/redaksi/angka/2026/02/",
    )  # fmt: skip


@pytest.fixture
def posts(spring: None, parepare: Officer, pinrang: Officer) -> None:
    """Two posts of Parepare in March and one in January; one that was taken back, one of Pinrang."""
    facebook, tiktok = Channel.objects.filter(slug__in=["facebook", "tiktok"]).order_by("slug")
    for number, (who, channel, day, gone) in enumerate(
        [
            (parepare, facebook, dt.date(2026, 3, 3), False),
            (parepare, tiktok, dt.date(2026, 3, 31), False),
            (parepare, tiktok, dt.date(2026, 1, 5), False),
            (parepare, tiktok, dt.date(2026, 3, 5), True),
            (pinrang, tiktok, dt.date(2026, 3, 5), False),
        ]
    ):
        Publication.objects.create(
            satker=who.satker, channel=channel, title="Unggahan", url=f"https://example.org/{number}", day=day,
            recorded_by=who, recorded_at=timezone.now(), removed_at=timezone.now() if gone else None,
        )  # fmt: skip


def test_publications_stand_beside_the_stories(posts: None, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    assert client.get(MONTH).context["found"].report.channels == [("Facebook", 1), ("TikTok", 1)]
    form = client.get(f"{MONTH}?bentuk=formulir")
    channels = form.context["found"].channels
    assert [(line.name, line.total) for line in channels.lines] == [("Januari", 1), ("Februari", 0), ("Maret", 6)]
    assert (form.status_code, form.content.decode().count("<h1")) == (200, 1)


def test_the_workbook_says_what_the_screen_says(posts: None, parepare: Officer, client_of: Any, units: Units) -> None:
    Article.objects.filter(title="Awal Maret").update(title="=1+1")
    response = client_of(parepare).get(f"{MONTH}?bentuk=xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="laporan-kemenag-parepare-2026-03.xlsx"'
    live, known = (load_workbook(io.BytesIO(response.content), data_only=plain) for plain in (False, True))
    assert len(known.worksheets) == 3
    summary, stories, channels = ([[cell.value for cell in row] for row in sheet] for sheet in known.worksheets)
    months = [row[:4] for row in summary[4:17]]
    assert months[2] == ["Maret", 4, 1, 3] and months[-1][1:] == [5, 1, 4]
    assert [row[1] for row in summary if isinstance(row[0], dt.datetime)] == [
        {1: 1, 10: 2, 31: 1}.get(day, 0) for day in range(1, 32)
    ]
    assert summary[-1][1] == 4
    listed = [row for row in stories if isinstance(row[0], int)]
    assert [(row[0], row[1].day, row[3]) for row in listed] == [
        (1, 1, "=1+1"), (2, 10, "Tengah Maret"), (3, 10, "Tengah Maret Lagi"), (4, 31, "Akhir Maret"),
        (1, 12, "Rahasia Pinrang"),
    ]  # fmt: skip
    article = Article.objects.get(title="Tengah Maret")
    assert (listed[1][2], listed[1][4]) == (article.receipt.code, f"http://testserver{article.get_absolute_url()}")
    total = channels[-1]
    assert total[1:4] == [5 - 1, 1, 0] and total[-1] == 7
    assert [cell.data_type for cell in live.worksheets[1]["D"] if cell.value == "=1+1"] == ["s"]
    formulas = [cell.value for sheet in live.worksheets for row in sheet for cell in row if cell.data_type == "f"]
    assert [formula for formula in formulas if formula.startswith("=SUM(")] != []


@pytest.mark.parametrize(("address", "queries"), [("/redaksi/angka/?tahun=2026", 24), (MONTH, 16)])
def test_figures_cost_the_same_for_few_stories_and_many_and_for_more_units(
    address: str, queries: int, spring: None, editor: Officer, units: Units, published: Published, client_of: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    client = client_of(editor)
    for more in (0, 3):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.parepare)
            published(editor, title=f"Lagi {number}", at=wita(2026, 3, 20 + number, 9))
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


def test_the_ledger_and_the_list_agree_when_the_day_begins_later(
    units: Units, parepare: Officer, published: Published, client_of: Any
) -> None:
    """A story of the night counts on the day before: it stands in that day's month."""
    CountingRule.objects.create(version=2, name="Pagi", starts_on=dt.date(2026, 1, 1), day_begins=dt.time(4, 0))
    published(parepare, title="Malam", at=wita(2026, 4, 1, 1))
    client = client_of(parepare)
    assert [
        [
            (line.day, line.article.title)
            for line in client.get(f"/redaksi/angka/2026/{month}/").context["found"].stories
        ]
        for month in ("03", "04")
    ] == [[(dt.date(2026, 3, 31), "Malam")], []]
    assert LedgerEntry.objects.get().day == dt.date(2026, 3, 31)
    assert Article.objects.get().status == Status.PUBLISHED
