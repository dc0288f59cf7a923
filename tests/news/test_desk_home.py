"""The front page of the desk: what is in hand, how far the unit is, and nothing that is empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from news.desk import inhand
from news.models import Article, RekapSettings, Status
from satker.models import Officer
from tests.cast import NOON, Units, article_in

pytestmark = pytest.mark.usefixtures("english")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
HEADINGS = ["Returned to me", "Waiting for review", "My drafts", "Scheduled", "Latest receipts", "Last touched"]


def titles(articles: list[Article]) -> list[str]:
    return [article.title for article in articles]


def headings(text: str) -> list[str]:
    return [heading for heading in HEADINGS if f"<h2>{heading}</h2>" in text]


def test_each_section_shows_what_is_the_officers(
    parepare: Officer, pinrang: Officer, editor: Officer, client_of: Any
) -> None:
    for who in (parepare, pinrang, editor):
        for status in Status:
            article_in(status, who, title=f"{status} {who.username}")
    hand = client_of(parepare).get("/redaksi/").context["hand"]
    assert [titles(each) for each in (hand.returned, hand.drafts, hand.scheduled, hand.receipts)] == [
        ["returned parepare"], ["draft parepare"], ["scheduled parepare", "scheduled editor"],
        ["published editor", "published parepare"],
    ]  # fmt: skip
    assert hand.returned[0].note == "Tambahkan jumlah peserta."


def test_the_regional_team_sees_the_latest_receipts_of_all(
    parepare: Officer, pinrang: Officer, regional: Officer, published: Any, client_of: Any
) -> None:
    published(parepare, title="Pertama", at=NOON)
    published(pinrang, title="Kedua", at=NOON + HOUR)
    page = client_of(regional).get("/redaksi/")
    assert titles(page.context["hand"].receipts) == ["Kedua", "Pertama"]
    assert "PNR-2026-0001" in page.text


def test_an_editor_of_all_below_sees_what_is_scheduled_there(
    kua: Officer, editor: Officer, write: Any, client_of: Any
) -> None:
    now = timezone.now()
    later, sooner = write(kua, title="Nanti"), write(editor, title="Segera")
    later.schedule(editor, now + DAY)
    sooner.schedule(editor, now + HOUR)
    assert titles(client_of(editor).get("/redaksi/").context["hand"].scheduled) == ["Segera", "Nanti"]


def test_a_note_stands_beside_what_came_back_the_last_one(
    kua: Officer, editor: Officer, write: Any, client_of: Any
) -> None:
    article = write(kua)
    for note in ("Tambahkan foto.", "Judul <terlalu> panjang."):
        article.submit(kua)
        article.return_to_writer(editor, note)
    page = client_of(kua).get("/redaksi/")
    assert "Judul &lt;terlalu&gt; panjang." in page.text
    assert "Tambahkan foto." not in page.text


def test_empty_sections_are_left_out(parepare: Officer, client_of: Any, published: Any, write: Any) -> None:
    client = client_of(parepare)
    page = client.get("/redaksi/").text
    assert (headings(page), "No story yet." in page, "/redaksi/tulis/" in page) == ([], True, True)
    write(parepare)
    page = client.get("/redaksi/").text
    assert (headings(page), "No story yet." in page) == (["My drafts"], False)
    published(parepare)
    assert headings(client.get("/redaksi/").text) == ["My drafts", "Latest receipts"]


def test_no_story_stands_twice(kua: Officer, editor: Officer, write: Any, published: Any, client_of: Any) -> None:
    for number in range(4):
        write(editor, title=f"Draf {number}")
        published(editor, title=f"Terbit {number}")
        write(kua, title=f"Dikirim {number}").submit(kua)
    page = client_of(editor).get("/redaksi/").text
    listed = [f"{word} {number}" for word in ("Draf", "Terbit", "Dikirim") for number in range(4)]
    assert {title: page.count(f">{title}<") for title in listed} == dict.fromkeys(listed, 1)


@pytest.mark.parametrize(("days", "quiet"), [(0, False), (1, False), (6, False), (7, True), (30, True)])
def test_a_unit_is_called_quiet_when_the_radar_calls_it_so(
    days: int, quiet: bool, parepare: Officer, published: Any, client_of: Any
) -> None:
    RekapSettings.objects.update_or_create(pk=1, defaults={"quiet_days": 7})
    published(parepare, at=timezone.now() - days * DAY)
    page = client_of(parepare).get("/redaksi/")
    assert (page.context["goal"].silent_days, page.context["goal"].quiet) == (days, quiet)
    assert (", quiet</strong>" in page.text) is quiet


@pytest.mark.parametrize(("who", "queries"), [("parepare", 20), ("editor", 20), ("regional", 14)])
def test_the_page_costs_the_same_for_few_stories_and_for_many(
    who: str, queries: int, parepare: Officer, kua: Officer, editor: Officer, regional: Officer, client_of: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    """Session, officer, what is in hand 4, waiting, touched, the year 3, unread; of a unit 4 more of it, lately 2."""
    client = client_of({"parepare": parepare, "editor": editor, "regional": regional}[who])
    for more in (1, 6):
        for _each in range(more):
            for status in Status:
                article_in(status, parepare)
                article_in(status, kua) if status in {Status.DRAFT, Status.IN_REVIEW} else None
        with django_assert_num_queries(queries):
            client.get("/redaksi/")


@pytest.mark.only_on("sqlite")
def test_what_is_in_hand_follows_an_index_however_long_the_past_of_the_unit_is(parepare: Officer, units: Units) -> None:
    """SQLite keeps no statistics: its plan for a small table is that for a large one."""
    plans = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.cursor.execute(f"EXPLAIN QUERY PLAN {sql.replace('%s', '?')}", params)
            plans.append(" ".join(row[3] for row in cursor.fetchall() if "news_article" in row[3]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        inhand.of(parepare)
    assert [plan.split("INDEX ")[1] for plan in plans] == [
        "article_in_work_of_satker (satker_id=? AND status=?)",
        "article_in_work_of_satker (satker_id=? AND status=?)",
        "article_of_satker (satker_id=? AND first_published_at=?)",  # what readers have not seen
        "article_of_satker (satker_id=? AND first_published_at>?)",
    ]
