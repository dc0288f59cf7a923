"""What happens before a view runs: addresses and cookies that cannot exist, and sessions that ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from news import closing as books
from news.models import Article
from portal.checks import patterns
from satker import access
from satker.access import Rule
from satker.models import Officer
from tests.cast import wita

pytestmark = pytest.mark.usefixtures("english")


# --- What cannot exist ----------------------------------------------------------------------------


@pytest.mark.parametrize("cookie", ['sessionid="\\000abcdefgh12"', 'x="\\000"', 'csrftoken="\\000"; a=b'])
@pytest.mark.parametrize("address", ["/", "/redaksi/", "/akun/masuk/"])
def test_a_cookie_with_a_nul_is_refused(db: None, cookie: str, address: str) -> None:
    response = Client(HTTP_COOKIE=cookie).get(address)
    assert response.status_code == 400
    assert "This request cannot be answered" in response.text


def test_an_address_with_a_nul_is_not_here(db: None, reader: Client) -> None:
    assert [reader.get(address).status_code for address in ("/berita/%00/", "/?q=%00")] == [404, 404]


WAYS = r'<p><a href="(/[^"]*)">[^<]*</a> · <a href="(/[^"]*)">'


@pytest.mark.parametrize(
    ("address", "ways"),
    [
        ("/tidak/ada/", ("/berita/", "/satker/")),
        ("/administrasi/", ("/berita/", "/satker/")),
        ("/redaksi/tidak-ada/", ("/redaksi/", "/redaksi/draf/")),
        ("/redaksi/99999/", ("/redaksi/", "/redaksi/draf/")),
        ("/admin/rekap/2026/tidak-ada/", ("/admin/", "/admin/rekap/")),
        ("/admin/rekap/aturan/99999/", ("/admin/", "/admin/rekap/")),
        ("/admin/tidak-ada/", ("/admin/", "/admin/rekap/")),
    ],
)
def test_a_page_that_is_not_here_leads_back_into_its_room(
    address: str, ways: tuple[str, str], regional: Officer, client_of: Callable[[Officer], Client]
) -> None:
    response = client_of(regional).get(address)
    assert (response.status_code, response.text.count("<h1")) == (404, 1)
    assert re.findall(WAYS, response.text) == [ways]


def test_a_public_page_that_is_not_here_asks_nobody_who_they_are(
    parepare: Officer, client_of: Callable[[Officer], Client], django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    with django_assert_num_queries(1):  # whether it is an address of the old site
        response = client.get("/tidak/ada/")
    assert (response.status_code, response.has_header("Vary")) == (404, False)


# --- A session that ended -------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_what_is_sent_after_the_session_is_not_led_to_a_dead_end(
    parepare: Officer, write: Callable[..., Article], reader: Client, method: str
) -> None:
    article = write(parepare)
    before = list(Article.objects.values())
    response = getattr(reader, method)(f"/redaksi/{article.pk}/langkah/publish/")
    assert response.status_code == 401
    assert "Your session has ended" in response.text
    assert "Nothing was changed" in response.text
    assert '<a class="btn" href="/akun/masuk/" target="_blank">Sign in in a second tab</a>' in response.text
    assert response.text.count("<h1") == 1
    assert list(Article.objects.values()) == before


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_is_asked_for_after_the_session_waits_behind_the_sign_in(db: None, reader: Client, method: str) -> None:
    response = getattr(reader, method)("/redaksi/?tab=1")
    assert (response.status_code, response["Location"]) == (302, "/akun/masuk/?next=%2Fredaksi%2F%3Ftab%3D1")


# --- What no cache keeps --------------------------------------------------------------------------


# Django's own, which it declares fit for a browser's cache: a form for a new password and a script of words.
DJANGOS = {"admin/password_change/", "admin/password_change/done/", "admin/jsi18n/"}


def address(route: str, pattern: URLPattern, keys: dict[str, int]) -> str:
    """Return an address of the route that leads to an object that exists."""
    model_admin = getattr(pattern.callback, "model_admin", None)
    key = model_admin.model._default_manager.order_by("pk").values_list("pk", flat=True).first() if model_admin else ""
    kind = "closing" if "tutup-buku" in route else "story"
    route = re.sub(r"<id:\w+>", str(keys[kind]), route)
    route = re.sub(r"<year:\w+>", "2025" if "tutup/" in route else "2026", route)
    route = re.sub(r"\(\?P<app_label>(\w+)[^)]*\)", r"\1", route)
    return "/" + re.sub(r"<[^>]+>|[\^$]", lambda part: str(key) if "<" in part[0] else "", route)


def test_no_cache_keeps_what_officers_see(
    parepare: Officer, regional: Officer, published: Callable[..., Article], client_of: Callable[[Officer], Client]
) -> None:
    story = published(parepare, at=wita(2025, 5, 5, 9))
    keys = {"story": story.pk, "closing": books.close(regional, 2025, place="Makassar").pk}
    client = client_of(regional)
    kept, seen = [], []
    for route, pattern in patterns():
        if access.rule_of(pattern.callback) in {Rule.DESK, Rule.REGIONAL} and route not in DJANGOS:
            response = client.get(address(route, pattern, keys))
            if response.status_code == 200:
                seen.append(route.split("/")[0])
                if "no-store" not in response.get("Cache-Control", ""):
                    kept.append(route)
    assert kept == []
    assert {room: seen.count(room) > 1 for room in seen} == {"admin": True, "akun": True, "redaksi": True}


def test_what_was_typed_when_the_session_had_ended_is_shown_again(reader, db):
    sent = {"title": "Judul Saya", "body": "Teks <b>saya</b>.", "token": "rahasia-token"}
    page = reader.post("/redaksi/tulis/", sent)
    text = page.content.decode()
    assert page.status_code == 401
    assert [part in text for part in ("Judul Saya", "Teks &lt;b&gt;saya&lt;/b&gt;.", "rahasia-token")] == [
        True,
        True,
        False,
    ]
