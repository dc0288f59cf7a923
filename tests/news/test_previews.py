"""Preview links: what they show to whoever has one, when they end, and to whom they belong."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.signing import Signer, TimestampSigner
from django.test import Client
from django.utils import timezone

from news import previews
from news.models import Article, PreviewLink
from satker.models import Officer
from tests.cast import Units, article_in

pytestmark = pytest.mark.usefixtures("english")

CLOSED = "The link has ended, was taken back, or was not copied whole."


@pytest.fixture
def draft(parepare: Officer, units: Units, write: Any) -> Article:
    return write(parepare, title="Rahasia sampai terbit", lead="Teras rahasia.", tags=["haji"], supporting=[units.kua])


@pytest.fixture
def link(draft: Article, parepare: Officer) -> PreviewLink:
    return make(draft, parepare)


def make(article: Article, by: Officer, days: int = 3) -> PreviewLink:
    now = timezone.now()
    return PreviewLink.objects.create(article=article, made_by=by, made_at=now, ends_at=now + dt.timedelta(days=days))


def words(page: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_it_shows_the_story_as_readers_will_see_it(link: PreviewLink, draft: Article, reader: Client) -> None:
    page = reader.get(previews.address(link))
    shown = page.content.decode()
    parts = ["Rahasia sampai terbit", "Teras rahasia.", "Sebanyak 120 calon jemaah hadir.", "KUA Bacukiki", "haji"]
    assert (page.status_code, [part for part in parts if part not in shown]) == (200, [])
    draft.publish(link.made_by)
    public = reader.get(draft.get_absolute_url()).content.decode()
    text = re.compile(r'<div class="text">.*?</div>', re.DOTALL)
    assert text.findall(shown) == text.findall(public) != []
    assert "Preview, not published yet, open until" in shown


def test_no_cache_no_robot_and_no_other_site_learns_of_it(link: PreviewLink, reader: Client) -> None:
    for address in (previews.address(link), "/pratinjau/palsu/"):
        page = reader.get(address)
        told = {
            name: page.get(name) for name in ("X-Robots-Tag", "Cache-Control", "Referrer-Policy", "Set-Cookie", "Vary")
        }
        assert told == {
            "X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "private, no-store",
            "Referrer-Policy": "no-referrer", "Set-Cookie": None, "Vary": None,
        }  # fmt: skip
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page.content.decode()


def test_it_does_not_look_at_who_asks(
    link: PreviewLink, pinrang: Officer, client_of: Any, reader: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(8):  # link, story, tags, units, corrections; the guard's photos, tags and units
        anonymous = reader.get(previews.address(link)).content
    officer = client_of(pinrang)
    with django_assert_num_queries(8):
        assert officer.get(previews.address(link)).content == anonymous


def test_it_holds_nothing_of_the_desk(link: PreviewLink, draft: Article, editor: Officer, reader: Client) -> None:
    draft.submit(link.made_by)
    draft.return_to_writer(editor, "Catatan editor yang rahasia.")
    page = words(reader.get(previews.address(link)))
    assert [said for said in ("Catatan editor", "Returned", "Wening", "version") if said in page] == []


@pytest.mark.parametrize("what", ["ended", "revoked", "tampered", "another", "other salt", "bare", "time", "unknown"])
def test_a_link_that_does_not_stand_says_so_and_shows_nothing(
    what: str, link: PreviewLink, draft: Article, parepare: Officer, reader: Client, write: Any
) -> None:
    address = previews.address(link)
    other = make(write(parepare, title="Rahasia lain"), parepare)
    if what == "ended":
        PreviewLink.objects.filter(pk=link.pk).update(ends_at=timezone.now() - dt.timedelta(seconds=1))
    elif what == "revoked":
        PreviewLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
    signature = address.split(".")[1]
    address = {
        "tampered": address[:-2] + ("A/" if address[-2] != "A" else "B/"),
        "another": f"/pratinjau/{other.pk}.{signature}",
        "other salt": f"/pratinjau/{Signer(salt='news.previewz', sep='.').sign(str(link.pk))}/",
        "bare": f"/pratinjau/{link.pk}/",
        "time": f"/pratinjau/{TimestampSigner(salt='news.previews', sep='.').sign(str(link.pk))}/",
        "unknown": f"/pratinjau/{Signer(salt='news.previews', sep='.').sign('987654')}/",
    }.get(what, address)
    page = reader.get(address)
    assert (page.status_code, CLOSED in words(page), "Rahasia" in words(page)) == (404, True, False)


def test_what_is_public_by_now_is_read_at_its_own_address(link: PreviewLink, draft: Article, reader: Client) -> None:
    draft.publish(link.made_by)
    answer = reader.get(previews.address(link))
    assert (answer.status_code, answer["Location"]) == (302, draft.get_absolute_url())
    draft.withdraw(link.made_by, "Keliru.")
    assert reader.get(previews.address(link), follow=True).status_code == 410


@pytest.mark.parametrize("status", ["held", "discarded"])
def test_what_was_put_aside_or_held_is_not_shown(status: str, parepare: Officer, reader: Client) -> None:
    article = article_in(status, parepare, title="Rahasia")  # type: ignore[arg-type]
    page = reader.get(previews.address(make(article, parepare)))
    assert (page.status_code, "Rahasia" in words(page)) == (404, False)


def test_a_link_is_no_way_past_the_guard(link: PreviewLink, draft: Article, client_of: Any, reader: Client) -> None:
    draft.revise(link.made_by, lead="Situs slot gacor maxwin, daftar sekarang")
    assert "maxwin" not in words(reader.get(previews.address(link)))
    client_of(link.made_by).post(f"/redaksi/{draft.pk}/tautan/", {"days": 1})
    assert PreviewLink.objects.count() == 1


# --- At the desk ----------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 3, 7])
def test_an_officer_makes_a_link_and_takes_it_back(
    days: int, draft: Article, parepare: Officer, client_of: Any, reader: Client
) -> None:
    client = client_of(parepare)
    page = client.post(f"/redaksi/{draft.pk}/tautan/", {"days": days}, follow=True).content.decode()
    link = PreviewLink.objects.get()
    assert (link.article, link.made_by, link.ends_at - link.made_at) == (draft, parepare, dt.timedelta(days=days))
    address = f"http://testserver{previews.address(link)}"
    assert f'<code class="address">{address}</code>' in page
    assert "https://wa.me/?text=" in page and reader.get(address).status_code == 200
    page = client.post(f"/redaksi/{draft.pk}/tautan/{link.pk}/cabut/", follow=True).content.decode()
    assert (address in page, "Taken back" in page, reader.get(address).status_code) == (False, True, 404)
    link.refresh_from_db()
    when = link.revoked_at
    client.post(f"/redaksi/{draft.pk}/tautan/{link.pk}/cabut/")
    link.refresh_from_db()
    assert when is not None and link.revoked_at == when


@pytest.mark.parametrize("days", ["", "0", "2", "365", "-1", "x"])
def test_no_link_opens_for_another_time(days: str, draft: Article, parepare: Officer, client_of: Any) -> None:
    answer = client_of(parepare).post(f"/redaksi/{draft.pk}/tautan/", {"days": days}, follow=True)
    assert ("Choose how long the link opens." in words(answer), PreviewLink.objects.count()) == (True, 0)


def test_a_public_story_needs_no_link(parepare: Officer, published: Any, client_of: Any) -> None:
    article = published(parepare)
    client_of(parepare).post(f"/redaksi/{article.pk}/tautan/", {"days": 1})
    assert PreviewLink.objects.count() == 0
    assert 'id="tautan"' not in client_of(parepare).get(f"/redaksi/{article.pk}/").content.decode()


def test_another_unit_neither_makes_sees_nor_takes_back_a_link(
    link: PreviewLink, draft: Article, pinrang: Officer, kua: Officer, reader: Client, client_of: Any, write: Any,
) -> None:  # fmt: skip
    own = write(pinrang)
    stranger = client_of(pinrang)
    found = [
        client.post(f"/redaksi/{draft.pk}/{what}", {"days": 1}).status_code
        for what in ("tautan/", f"tautan/{link.pk}/cabut/")
        for client in (reader, stranger, client_of(kua))
    ]
    assert found == [401, 404, 404, 401, 404, 404]
    # A link of another story is none of one's own story's.
    assert stranger.post(f"/redaksi/{own.pk}/tautan/{link.pk}/cabut/").status_code == 404
    assert list(PreviewLink.objects.values_list("pk", "revoked_at")) == [(link.pk, None)]


def test_the_page_of_a_story_costs_the_same_for_one_link_and_for_three(
    draft: Article, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    make(draft, parepare)
    client.get(f"/redaksi/{draft.pk}/")
    with django_assert_num_queries(QUERIES):
        client.get(f"/redaksi/{draft.pk}/")
    make(draft, parepare)
    make(draft, parepare)
    with django_assert_num_queries(QUERIES):
        client.get(f"/redaksi/{draft.pk}/")


QUERIES = 19
