"""The recap forms: what a month, a quarter and the channels of a year say of one unit and of all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from news import reports
from news.models import Article, Channel, Measure, Publication
from news.reports import Line, PlatformLine, Whose
from satker.models import Officer
from tests.cast import Units, unit, wita

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def year(
    parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, units: Units, published: Any
) -> list[Article]:
    """Stories of three units in 2025 and 2026 with reads, and posts of two in other media."""
    stories = [
        published(parepare, title="Silam", at=wita(2025, 3, 31, 23, 59), writer="Wn"),
        published(parepare, title="Januari", at=wita(2026, 1, 1, 0, 1), writer="Wn"),
        published(parepare, title="Maret", at=wita(2026, 3, 10, 9), writer="Wn", supporting=[units.pinrang]),
        published(parepare, title="Maret lagi", at=wita(2026, 3, 11, 9), writer="Nas"),
        published(editor, title="Dari KUA", satker=units.kua, at=wita(2026, 3, 12, 9)),
        published(pinrang, title="Pinrang", at=wita(2026, 3, 13, 9), writer="Hjr"),
        published(pinrang, title="Ditarik", at=wita(2026, 3, 14, 9), writer="Hjr"),
        published(pinrang, title="April", at=wita(2026, 4, 1, 0, 0), writer="Hjr"),
    ]
    for story, reads in zip(stories, (9, 8, 30, 40, 5, 7, 900, 800), strict=True):
        Measure.objects.filter(article=story).update(reads=reads)
    stories[6].withdraw(pinrang, "Keliru.")
    posts = [
        (units.parepare, "instagram", dt.date(2026, 3, 1)), (units.parepare, "instagram", dt.date(2026, 3, 31)),
        (units.parepare, "youtube", dt.date(2026, 1, 2)), (units.pinrang, "tiktok", dt.date(2026, 3, 5)),
        (units.parepare, "tiktok", dt.date(2025, 3, 5)),
    ]  # fmt: skip
    for number, (satker, channel, day) in enumerate(posts):
        Publication.objects.create(
            satker=satker, channel=Channel.objects.get(slug=channel), title="Unggahan", day=day,
            url=f"https://contoh.example/{number}", recorded_by=regional, recorded_at=wita(2026, 4, 1, 9),
        )  # fmt: skip
    Publication.objects.filter(day=dt.date(2026, 3, 31)).update(removed_at=wita(2026, 4, 2, 9))
    return stories


def test_a_month_of_one_unit(year: list[Article], units: Units) -> None:
    found = reports.month(2026, 3, Whose(units.parepare))
    assert (found.period, found.count, found.reads, found.average) == ("March 2026", 2, 70, Decimal(35))
    assert (found.until_now, found.last_year, found.supporting, found.elsewhere) == (3, 1, 0, 1)
    assert (found.months, found.before) == ([1, 0, 2, *[0] * 9], [0, 0, 1, *[0] * 9])
    assert [article.title for article in found.top] == ["Maret lagi", "Maret"]
    assert found.writers == [Line("Nas", 1, 40), Line("Wn", 1, 30)]
    assert found.channels == [("Instagram", 1)]


def test_a_month_of_a_branch_and_of_all(year: list[Article], units: Units) -> None:
    branch, everyone = reports.month(2026, 3, Whose(units.parepare, below=True)), reports.month(2026, 3)
    assert (branch.count, branch.reads, branch.channels) == (3, 75, [("Instagram", 1)])
    assert (everyone.count, everyone.reads) == (4, 82), "the withdrawn story and its reads are out"
    assert everyone.channels == [("Instagram", 1), ("TikTok", 1)]
    assert [article.title for article in everyone.top] == ["Maret lagi", "Maret", "Pinrang", "Dari KUA"]
    assert reports.month(2026, 3, Whose(units.pinrang)).supporting == 1


def test_a_month_without_stories_has_no_average(year: list[Article]) -> None:
    found = reports.month(2026, 8)
    assert (found.count, found.reads, found.average, found.top, found.writers) == (0, 0, None, [], [])


def test_the_channels_of_a_year_begin_with_the_portal(year: list[Article], units: Units) -> None:
    Channel.objects.exclude(slug__in=["instagram", "tiktok"]).update(active=False)
    found = reports.channels(2026, 3, Whose(units.parepare))
    assert found.columns == ["Kabar Kemenag Sulsel", "Instagram", "TikTok", "YouTube"], "what was used stays a column"
    assert [(line.name, line.counts, line.total) for line in found.lines] == [
        ("January", [1, 0, 0, 1], 2), ("February", [0, 0, 0, 0], 0), ("March", [2, 1, 0, 0], 3),
    ]  # fmt: skip
    assert (found.total.counts, found.total.total, found.period) == ([3, 1, 0, 1], 5, "January–March")


def test_a_quarter_by_month_and_platform(year: list[Article], units: Units) -> None:
    found = reports.quarter(2026, 1, Whose(units.parepare))
    portal = "Kabar Kemenag Sulsel"
    assert [(month.name, month.lines, month.total, month.running) for month in found.months] == [
        ("January", [PlatformLine(portal, 1, 8), PlatformLine("YouTube", 1)], 2, 2),
        ("February", [PlatformLine(portal, 0, 0)], 0, 2),
        ("March", [PlatformLine(portal, 2, 70), PlatformLine("Instagram", 1)], 3, 5),
    ]
    assert (found.number, found.count, found.reads, found.elsewhere, found.total) == ("I", 3, 78, 2, 5)
    assert [article.title for article in found.top] == ["Maret lagi", "Maret", "Januari"]


def test_the_quarters_are_cut_at_midnight_of_the_portal(year: list[Article], units: Units) -> None:
    counts = [reports.quarter(2026, each, Whose(units.pinrang)).count for each in (1, 2, 3, 4)]
    assert counts == [1, 1, 0, 0]


def test_the_forms_cost_the_same_for_4_units_and_for_24(
    year: list[Article], units: Units, django_assert_num_queries: Any
) -> None:
    for more in (0, 20):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
        with django_assert_num_queries(5):
            reports.month(2026, 3)
        with django_assert_num_queries(3):
            reports.channels(2026, 3)
        with django_assert_num_queries(3):
            reports.quarter(2026, 1)


def test_the_page_shows_the_three_forms_of_a_unit(year: list[Article], regional: Officer, client_of: Any) -> None:
    client: Client = client_of(regional)
    page = client.get("/admin/rekap/2026/formulir/?bulan=3&satker=KK-73.72")
    found = [report for _template, report in page.context["reports"]]
    assert [type(report).__name__ for report in found] == ["ChannelReport", "QuarterReport", "MonthReport"]
    assert {report.whose.name for report in found} == {"Kantor Kemenag Parepare"}
    text = page.content.decode()
    assert "Maret lagi" in text
    assert "Pinrang</a>" not in text and "April" not in [article.title for article in found[1].top]
    assert client.get("/admin/rekap/2026/formulir/?bulan=13").status_code == 404
    assert client.get("/admin/rekap/2026/formulir/?satker=tidak").status_code == 404
