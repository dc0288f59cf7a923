"""Pages that begin where their neighbour ended: every row once, in both directions, by one query."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.http import Http404, QueryDict

from news.models import Article, ArticleTag, Status
from news.paging import Window, window
from tests import cast
from tests.cast import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(units, parepare) -> list[int]:
    """Eleven public articles, newest first: several share a moment, one pair differs by a microsecond."""
    tick = dt.timedelta(microseconds=1)
    moments = [NOON] * 5 + [NOON + tick, NOON + 2 * tick] + [NOON - tick] * 3 + [NOON - dt.timedelta(days=15000)]
    made = Article.objects.bulk_create(
        Article(title=f"{n}", slug="x", satker=units.parepare, status=Status.PUBLISHED, first_published_at=moment)
        for n, moment in enumerate(moments)
    )
    return [each.pk for each in sorted(made, key=lambda each: (each.first_published_at, each.pk), reverse=True)]


def page(query: str = "", size: int = 3, **how: Any) -> Window:
    rows = Article.objects.published()
    return window(rows, QueryDict(query.removeprefix("?")), size, "first_published_at", **how)


def ids(found: Window) -> list[int]:
    return [article.pk for article in found.items]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 10, 11, 12, 40])
def test_every_row_once_there_and_back(stories, size):
    pages = [page(size=size)]
    while pages[-1].older:
        pages.append(page(pages[-1].older, size))
    there = [ids(each) for each in pages]
    assert [pk for each in there for pk in each] == stories
    assert all(len(each) == size for each in there[:-1])
    back = [pages[-1]]
    while back[-1].newer:
        back.append(page(back[-1].newer, size))
        assert len(back) <= len(pages), "it walks in a circle"
    assert [pk for each in reversed(back) for pk in ids(each)] == stories


def test_the_first_page_has_no_newer_and_the_last_no_older(stories):
    first = page()
    last = page(size=3, query=page(size=9).older)
    assert (first.newer, bool(first.older)) == ("", True)
    assert (bool(last.newer), last.older) == (True, "")
    assert page(size=11) == Window(page(size=11).items, "", "")


def test_rows_that_come_in_meanwhile_move_nothing(units, stories):
    second = page().older
    expected = ids(page(second))
    Article.objects.create(
        title="Baru", satker=units.parepare, status=Status.PUBLISHED, first_published_at=NOON + dt.timedelta(days=1)
    )
    assert ids(page(second)) == expected


def test_drafts_are_on_no_page(units, stories, parepare):
    cast.write(parepare, "Rahasia")
    assert ids(page(size=100)) == stories


def test_an_empty_list_is_one_empty_page(units):
    assert page() == page("?sebelum=") == page("?sesudah=") == Window([], "", "")


def test_beyond_the_ends_is_an_empty_page(stories):
    assert page("?sebelum=0-1") == page("?sesudah=99999999999999999-1") == Window([], "", "")


@pytest.mark.parametrize("name", ["sebelum", "sesudah"])
@pytest.mark.parametrize(
    "cursor",
    ["x", "1", "1-", "-1", "1-2-3", "1.5-2", "1--2", " 1-2", "1-2 ", "1-2\n", "1-2\x00", "\u0661-\u0662", "²-1",
     "1'-1", "1-1 OR 1=1", "9" * 18 + "-1", "1-" + "9" * 19, "1-99999999999999999999999", "NaN-1"],
)  # fmt: skip
def test_an_impossible_cursor_is_no_page(stories, name, cursor):
    query = QueryDict(mutable=True)
    query[name] = cursor
    with pytest.raises(Http404):
        window(Article.objects.published(), query, 3, "first_published_at")


@pytest.mark.parametrize(("cursor", "older", "newer"), [("99999999999999999-999999999999999999", 3, 0), ("0-0", 0, 3)])
def test_the_farthest_cursors_are_read(stories, cursor, older, newer):
    """The database gets no number and no date that it cannot hold."""
    assert len(page(f"?sebelum={cursor}").items) == older
    assert len(page(f"?sesudah={cursor}").items) == newer


@pytest.mark.parametrize("which", ["", "older", "newer"])
def test_a_page_is_one_query(stories, django_assert_num_queries, which):
    link = {"": "", "older": page().older, "newer": page(page().older).newer}[which]
    with django_assert_num_queries(1):
        assert page(link).items


def test_links_keep_the_filter_and_nothing_else(stories):
    kept = page("?q=haji %26 umrah&status=&evil=1", keep=("q", "status"))
    assert kept.older.startswith("?q=haji+%26+umrah&sebelum=")
    assert "evil" not in kept.older
    assert ids(page(kept.older)) == stories[3:6]
    assert page(kept.older, keep=("q",)).newer.startswith("?q=haji+%26+umrah&sesudah=")


def test_it_pages_by_another_key(units, parepare):
    """The page of a tag walks the taggings by the number of their article."""
    made = [cast.published(parepare, f"{n}", tags=["haji"]) for n in range(4)]
    tag = ArticleTag.objects.first().tag

    def tagged(query: str = "") -> Window:
        rows = ArticleTag.objects.public_of(tag)
        return window(rows, QueryDict(query.removeprefix("?")), 3, "public_at", "content_object_id")

    first = tagged()
    second = tagged(first.older)
    assert [each.content_object_id for each in first.items + second.items] == [each.pk for each in reversed(made)]
    assert [each.pk for each in tagged(second.newer).items] == [each.pk for each in first.items]
