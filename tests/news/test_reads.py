"""Reads: counted for people, once in half an hour, without a cookie and without keeping who it was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from news import reads
from news.models import Article, DailyReads, Measure
from satker.models import Officer

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"
)
OTHER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
HOME = "203.0.113.77"


@pytest.fixture(autouse=True)
def _nothing_counted_yet() -> Iterator[None]:
    """What a test leaves uncounted would be written when the process ends, into no database."""
    yield
    reads._counted.clear()
    reads._since = None


@pytest.fixture
def article(parepare: Officer, published: Any) -> Article:
    return published(parepare)


def visit(article: Article, agent: str = PHONE, address: str = HOME, client: Client | None = None) -> int:
    browser = client or Client()
    return browser.post(f"/berita/{article.pk}/dibaca", headers={"user-agent": agent}, REMOTE_ADDR=address).status_code


def written() -> list[tuple[int, dt.date, int]]:
    reads.flush()
    return list(DailyReads.objects.order_by("article").values_list("article", "day", "count"))


def test_a_read_is_counted_on_its_day_and_with_the_story(article: Article) -> None:
    assert visit(article) == 204
    assert written() == [(article.pk, timezone.localdate(), 1)]
    assert Measure.objects.get(pk=article.pk).reads == 1


def test_a_second_look_within_half_an_hour_is_the_same_read(article: Article) -> None:
    assert [visit(article) for _each in range(3)] == [204, 204, 204]
    assert written() == [(article.pk, timezone.localdate(), 1)]
    cache.clear()  # as if half an hour had passed
    visit(article)
    assert written() == [(article.pk, timezone.localdate(), 2)]


def test_another_telephone_and_another_place_are_other_readers(
    article: Article, pinrang: Officer, published: Any
) -> None:
    other = published(pinrang)
    for story, agent, address in ((article, OTHER, HOME), (article, PHONE, "203.0.113.78"), (other, PHONE, HOME)):
        visit(article)
        visit(story, agent, address)
    today = timezone.localdate()
    assert written() == [(article.pk, today, 3), (other.pk, today, 1)]


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0.0.0 Safari/537.36",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "WhatsApp/2.23.20.0 A",
        "TelegramBot (like TwitterBot)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11; moto g) Chrome/119.0 Mobile Safari/537.36 Chrome-Lighthouse",
        "curl/8.5.0",
        "python-requests/2.32",
        "AhrefsBot/7.0; +http://ahrefs.com/robot/",
    ],
)
def test_a_program_is_no_reader(agent: str, article: Article) -> None:
    assert (visit(article, agent), written()) == (204, [])


@pytest.mark.parametrize(
    "agent",
    [
        PHONE,
        OTHER,
        "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]",
        "Opera/9.80 (Android; Opera Mini/62.2/191.303; U; id) Presto/2.12.423 Version/12.16",
    ],
)  # fmt: skip
def test_a_telephone_is_a_reader(agent: str, article: Article) -> None:
    assert (visit(article, agent), written()) == (204, [(article.pk, timezone.localdate(), 1)])


def test_an_officer_who_is_signed_in_is_not_counted(article: Article, pinrang: Officer, client_of: Any) -> None:
    assert (visit(article, client=client_of(pinrang)), written()) == (204, [])


def test_only_what_readers_may_see_is_counted(article: Article, parepare: Officer, published: Any, write: Any) -> None:
    gone, draft = published(parepare), write(parepare)
    gone.withdraw(parepare, "Keliru.")
    visit(article)
    article.withdraw(parepare, "Keliru.")  # after the visit, before it is written down
    assert [visit(story) for story in (gone, draft, Article(pk=987654))] == [204, 204, 204]
    assert written() == []
    assert Measure.objects.filter(reads__gt=0).count() == 0


def test_nothing_tells_who_read(article: Article) -> None:
    """Neither address nor browser is written anywhere: not in a table, not in the cache, not into a cookie."""
    client = Client()
    visit(article, client=client)
    reads.flush()
    rows = [
        repr(row) for model in apps.get_models() for row in model._default_manager.values_list() if model._meta.managed
    ]
    kept = [*cache._cache.items()]  # type: ignore[attr-defined]
    assert len([key for key, _value in kept if "read:" in key]) == 1
    everything = " ".join([*rows, repr(kept)])
    assert [word for word in (HOME, "Mozilla", "Android 10", "203.0") if word in everything] == []
    assert client.cookies == {}


def test_the_answer_sets_no_cookie_and_needs_no_token(article: Article) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(f"/berita/{article.pk}/dibaca", headers={"user-agent": PHONE})
    assert (response.status_code, response.content, "Set-Cookie" in response, "Vary" in response) == (
        204, b"", False, False,
    )  # fmt: skip
    assert "sessionid" not in strict.cookies
    assert strict.get(f"/berita/{article.pk}/dibaca").status_code == 405


def test_a_read_costs_one_query(article: Article, django_assert_num_queries: Any) -> None:
    for agent in (PHONE, OTHER):
        with django_assert_num_queries(1):
            visit(article, agent)


def test_readers_behind_a_proxy_are_told_apart(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 1)
    for address in ("198.51.100.1", "198.51.100.2", "198.51.100.1"):
        Client().post(
            f"/berita/{article.pk}/dibaca",
            headers={"user-agent": PHONE, "x-forwarded-for": address},
            REMOTE_ADDR="127.0.0.1",
        )
    assert written() == [(article.pk, timezone.localdate(), 2)]


def test_what_has_been_counted_is_written_before_the_process_ends(article: Article) -> None:
    visit(article)
    assert (DailyReads.objects.count(), reads.flush(), reads.flush()) == (0, 1, 0)
    assert DailyReads.objects.get().count == 1


def test_only_a_public_story_tells_that_it_was_read(
    article: Article, parepare: Officer, published: Any, write: Any, client_of: Any, reader: Client
) -> None:
    script = 'src="/static/js/read.js"'
    gone = published(parepare)
    gone.withdraw(parepare, "Keliru.")
    draft = write(parepare)
    preview = client_of(parepare).get(f"/redaksi/{draft.pk}/pratinjau/").content.decode()
    assert [
        script in page
        for page in (
            reader.get(article.get_absolute_url()).content.decode(),
            reader.get(gone.get_absolute_url()).content.decode(),
            preview,
        )
    ] == [True, False, False]


def test_the_script_is_small_and_sends_nothing_but_that() -> None:
    text = (settings.BASE_DIR / "static/js/read.js").read_text()
    assert len(text.encode()) < 400
    assert re.findall(r"sendBeacon\((.*)\)", text) == ['"../dibaca"']
    assert [word for word in ("cookie", "localStorage", "fetch", "http") if word in text] == []
