"""Review one after the other, and several at once: the existing verbs, never unseen, never another unit's."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from news.models import Article, LedgerEntry, Notice, Receipt, Status, StyleRule
from satker.models import Officer
from tests import cast
from tests.cast import NOON, Units

pytestmark = pytest.mark.usefixtures("english")
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def no_house_style(db: None) -> None:
    StyleRule.objects.all().delete()


@pytest.fixture
def waiting(kua: Officer, editor: Officer) -> list[Article]:
    """Three stories that the KUA handed in, the oldest first."""
    return [handed_in(kua, f"Berita {number}", NOON + number * MINUTE) for number in range(3)]


def handed_in(kua: Officer, title: str, at: dt.datetime = NOON, **content: Any) -> Article:
    article = cast.write(kua, title=title, at=at, **content)
    article.submit(kua, at=at)
    return article


def decide(client: Client, article: Article, step: str = "publish", address: str = "", **sent: Any) -> Any:
    address = address or f"/redaksi/tinjau/{article.pk}/"
    return client.post(address, {"version": article.version, "step": step, **sent})


def states() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("status", flat=True))


# --- One after the other --------------------------------------------------------------------------


def test_an_editor_goes_through_the_queue_and_is_told_what_was_done(
    waiting: list[Article], editor: Officer, client_of: Any
) -> None:
    client = client_of(editor)
    first, second, third = waiting
    assert client.get("/redaksi/tinjau/mulai/")["Location"] == f"/redaksi/tinjau/{first.pk}/"
    page = client.get(f"/redaksi/tinjau/{first.pk}/")
    where = page.context["place"]
    assert (where.position, where.total, where.previous, where.next) == (1, 3, None, second.pk)
    assert (page.context["line"].actor.username, page.context["line"].at) == ("kua", NOON)
    response = decide(client, first)
    assert response["Location"] == f"/redaksi/tinjau/{second.pk}/?sudah=1-0-0"
    page = client.get(response["Location"])
    where = page.context["place"]
    assert (where.position, where.total, where.previous, where.next) == (2, 3, None, third.pk)
    assert f"Published with number {Receipt.objects.get().code}: Berita 0" in page.text
    # Skipped: the next link leads on, and what is done goes with it.
    assert page.context["next"] == f"/redaksi/tinjau/{third.pk}/?sudah=1-0-0"
    assert client.get(page.context["next"]).context["previous"] == f"/redaksi/tinjau/{second.pk}/?sudah=1-0-0"
    response = decide(client, third, "return", page.context["next"], note="Tambahkan foto.")
    assert response["Location"] == "/redaksi/tinjau/selesai/?sudah=1-1-0"
    last = client.get(response["Location"])
    assert (last.context["done"].published, last.context["done"].returned, last.context["left"]) == (1, 1, 1)
    assert states() == [Status.PUBLISHED, Status.IN_REVIEW, Status.RETURNED]
    third.refresh_from_db()
    assert third.revisions.get(verb="return").note == "Tambahkan foto."
    assert LedgerEntry.objects.get().article == first


def test_the_story_stands_there_as_readers_will_see_it(kua: Officer, editor: Officer, client_of: Any) -> None:
    StyleRule.objects.create(of="title_words", limit=2, why="Pendek dibaca sampai habis.")
    article = handed_in(kua, "Judul Tiga Kata", tags=["wakaf"], lead="Ini teras.")
    page = client_of(editor).get(f"/redaksi/tinjau/{article.pk}/")
    assert page.text.count("<h1>") == 1
    for words in ("Judul Tiga Kata", "Ini teras.", "120 calon jemaah", "wakaf", "Pendek dibaca sampai habis."):
        assert words in page.text
    assert [each.of for each in page.context["advice"]] == ["title_words"]


def test_a_text_that_changed_meanwhile_is_shown_and_decided_again(
    waiting: list[Article], editor: Officer, regional: Officer, client_of: Any
) -> None:
    client, article = client_of(editor), waiting[0]
    Article.objects.get(pk=article.pk).revise(regional, title="Judul Baru")
    page = decide(client, article)
    assert (page.status_code, "Judul Baru" in page.text, states()[0]) == (409, True, Status.IN_REVIEW)
    assert "Regional changed this story" in page.text
    assert decide(client, page.context["article"]).status_code == 302
    assert states()[0] == Status.PUBLISHED


@pytest.mark.parametrize("step", ["publish", "return"])
def test_what_somebody_else_decided_is_told_and_passed_over(
    step: str, waiting: list[Article], editor: Officer, regional: Officer, client_of: Any
) -> None:
    client, (first, second, _third) = client_of(editor), waiting
    Article.objects.get(pk=first.pk).publish(regional)
    response = decide(client, first, step, note="Ganti.")
    assert response["Location"] == f"/redaksi/tinjau/{second.pk}/"
    assert "has moved on in the meantime: Published" in client.get(response["Location"]).text
    assert client.get(f"/redaksi/tinjau/{first.pk}/")["Location"] == f"/redaksi/tinjau/{second.pk}/"
    assert (Receipt.objects.count(), states()[0]) == (1, Status.PUBLISHED)


def test_sent_twice_it_is_published_once(waiting: list[Article], editor: Officer, client_of: Any) -> None:
    client = client_of(editor)
    assert {decide(client, waiting[0]).status_code for _each in range(2)} == {302}
    assert Receipt.objects.count() == 1


def test_returning_needs_a_note(waiting: list[Article], editor: Officer, client_of: Any) -> None:
    page = decide(client_of(editor), waiting[0], "return", note="  ")
    assert (page.status_code, page.context["told"]) == (422, ["Say what the writer should change."])
    assert states()[0] == Status.IN_REVIEW


def test_a_compulsory_rule_is_said_and_keeps_the_story(waiting: list[Article], editor: Officer, client_of: Any) -> None:
    StyleRule.objects.create(of="photo", compulsory=True, why="Pembaca ingin melihat.")
    client = client_of(editor)
    page = client.get(f"/redaksi/tinjau/{waiting[0].pk}/")
    assert (page.context["publishable"], 'data-key="publish"' in page.text) == (False, False)
    page = decide(client, waiting[0])
    assert (page.status_code, page.context["told"]) == (422, ["There is no photo yet. Pembaca ingin melihat."])
    assert states()[0] == Status.IN_REVIEW


def test_what_the_guard_holds_is_counted_apart(kua: Officer, editor: Officer, client_of: Any) -> None:
    article = handed_in(kua, "Info", body="<p>Daftar slot gacor maxwin di sini, judi online terpercaya.</p>")
    response = decide(client_of(editor), article)
    assert response["Location"] == "/redaksi/tinjau/selesai/?sudah=0-0-1"
    assert states() == [Status.HELD]


def test_reviewing_marks_its_notice_read(waiting: list[Article], editor: Officer, client_of: Any) -> None:
    client_of(editor).get(f"/redaksi/tinjau/{waiting[0].pk}/")
    left = Notice.objects.filter(officer=editor, read_at=None).order_by("article")
    assert [each.article for each in left] == waiting[1:]


def test_nobody_decides_on_what_is_not_theirs(
    waiting: list[Article], kua: Officer, parepare: Officer, pinrang: Officer, client_of: Any
) -> None:
    clients = [client_of(who) for who in (kua, parepare, pinrang)]
    assert [client.get(f"/redaksi/tinjau/{waiting[0].pk}/").status_code for client in clients] == [404] * 3
    assert [decide(client, waiting[0]).status_code for client in clients] == [404] * 3
    assert states() == [Status.IN_REVIEW] * 3


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"version": "0"},
        {"version": "x"},
        {"version": "9" * 30},
        {"version": "1\x00"},
        {"version": "2", "step": "\x00"},
    ],
)
def test_odd_forms_are_refused_and_change_nothing(
    sent: dict[str, str], waiting: list[Article], editor: Officer, client_of: Any
) -> None:
    StyleRule.objects.create(of="photo", compulsory=True)
    assert client_of(editor).post(f"/redaksi/tinjau/{waiting[0].pk}/", sent).status_code in {400, 409, 422}
    assert states() == [Status.IN_REVIEW] * 3


@pytest.mark.parametrize("done", ["x", "1-2", "-1-0-0", "99999-0-0", "1-1-1-1", "٣-0-0", "\x00"])
def test_odd_counts_begin_anew(done: str, waiting: list[Article], editor: Officer, client_of: Any) -> None:
    page = client_of(editor).get(f"/redaksi/tinjau/{waiting[0].pk}/", {"sudah": done})
    assert page.status_code == 404 or page.context["done"].count == 0


def test_an_empty_queue_leads_to_the_list(editor: Officer, client_of: Any) -> None:
    assert client_of(editor).get("/redaksi/tinjau/mulai/")["Location"] == "/redaksi/tinjau/"
    assert client_of(editor).get("/redaksi/tinjau/selesai/").status_code == 200


def test_a_story_costs_the_same_queries_in_a_short_and_a_long_queue(
    kua: Officer, editor: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    article, client = handed_in(kua, "Pertama"), client_of(editor)
    client.get(f"/redaksi/tinjau/{article.pk}/")
    for more in (0, 12):
        for number in range(more):
            handed_in(kua, f"Berita {number}")
        # Session and officer with unit, the story, its notice, the rules, tags, who handed it in, place, unread.
        with django_assert_num_queries(11):
            client.get(f"/redaksi/tinjau/{article.pk}/")


# --- Several at once ------------------------------------------------------------------------------


def tick(*articles: Article) -> dict[str, list[Any]]:
    return {"berita": [article.pk for article in articles]}


def confirm(*articles: Article) -> dict[str, list[Any]]:
    return {"berita": [f"{article.pk}:{article.version}" for article in articles]}


def outcomes(page: Any) -> list[tuple[str, str, str]]:
    return [(each.article.title, each.code, each.why) for each in page.context["outcomes"]]


def test_what_is_ticked_is_named_and_then_published_each_with_its_number(
    waiting: list[Article], editor: Officer, client_of: Any
) -> None:
    client = client_of(editor)
    page = client.get("/redaksi/tinjau/terbitkan/", tick(*waiting[:2]))
    assert [each.article for each in page.context["named"]] == waiting[:2]
    assert states() == [Status.IN_REVIEW] * 3
    page = client.post("/redaksi/tinjau/terbitkan/", confirm(*waiting[:2]))
    codes = [article.receipt.code for article in Article.objects.published().order_by("pk")]
    assert outcomes(page) == [("Berita 0", codes[0], ""), ("Berita 1", codes[1], "")]
    assert (page.context["published"], page.context["left"]) == (2, 1)
    assert states() == [Status.PUBLISHED, Status.PUBLISHED, Status.IN_REVIEW]


def test_one_that_cannot_be_published_stops_no_other_and_says_why(
    waiting: list[Article], kua: Officer, editor: Officer, regional: Officer, client_of: Any, monkeypatch: Any
) -> None:
    changed, decided, sound = waiting
    bad = handed_in(kua, "Info", body="<p>Daftar slot gacor maxwin di sini, judi online terpercaya.</p>")
    empty, broken = handed_in(kua, "Kosong"), handed_in(kua, "Rusak")
    sent = confirm(changed, decided, bad, empty, broken, sound)
    Article.objects.get(pk=changed.pk).revise(regional, title="Judul Baru")
    Article.objects.get(pk=decided.pk).return_to_writer(regional, "Ganti.")
    Article.objects.filter(pk=empty.pk).update(body="")
    publish = Article._publish

    def failing(self: Article, *args: Any) -> None:
        if self.pk == broken.pk:
            raise DatabaseError
        publish(self, *args)

    monkeypatch.setattr(Article, "_publish", failing)
    page = client_of(editor).post("/redaksi/tinjau/terbitkan/", sent)
    assert outcomes(page) == [
        ("Judul Baru", "", "It was changed in the meantime. Read it first."),
        ("Berita 1", "", "It has moved on in the meantime: Returned."),
        ("Berita 2", Receipt.objects.get().code, ""),
        ("Info", "", "It is held: the regional team looks at it first."),
        ("Kosong", "", "Write the text of the story."),
        ("Rusak", "", "It could not be published just now. Try again."),
    ]
    assert page.context["published"] == 1


def test_a_compulsory_rule_leaves_a_story_without_a_box_and_out(
    waiting: list[Article], editor: Officer, client_of: Any
) -> None:
    StyleRule.objects.create(of="title_words", limit=2, compulsory=True)
    Article.objects.filter(pk=waiting[0].pk).update(title="Judul dengan empat kata")
    client = client_of(editor)
    page = client.get("/redaksi/tinjau/")
    assert [bool(each.obstacles) for each in page.context["waiting"]] == [False, False, True]
    assert f'value="{waiting[0].pk}"' not in page.text
    page = client.get("/redaksi/tinjau/terbitkan/", tick(*waiting))
    assert [each.article for each in page.context["left_out"]] == waiting[:1]
    [(_title, code, why), *_rest] = outcomes(client.post("/redaksi/tinjau/terbitkan/", confirm(*waiting)))
    assert (code, why) == ("", "Title: 4 words; try 2 at most.")
    assert states() == [Status.IN_REVIEW, Status.PUBLISHED, Status.PUBLISHED]


def test_ids_that_are_not_the_officers_are_ignored(
    waiting: list[Article], pinrang: Officer, editor: Officer, units: Units, client_of: Any
) -> None:
    elsewhere = cast.write(pinrang, title="Rahasia Pinrang")
    elsewhere.submit(pinrang)
    odd = ["x", "", "0", "9" * 18, "9" * 30, "-1", "1\x00", "1:x", f"{elsewhere.pk}:{elsewhere.version}"]
    client = client_of(editor)
    sent = [*odd[:6], *odd[7:]]
    page = client.get("/redaksi/tinjau/terbitkan/", {"berita": [*sent, waiting[0].pk, elsewhere.pk]})
    assert [each.article for each in page.context["named"]] == waiting[:1]
    assert "Rahasia" not in page.text
    page = client.post("/redaksi/tinjau/terbitkan/", {"berita": [*odd, *confirm(waiting[0])["berita"]]})
    assert [title for title, _code, _why in outcomes(page)] == ["Berita 0"]
    elsewhere.refresh_from_db()
    assert elsewhere.status == Status.IN_REVIEW
    assert client.post("/redaksi/tinjau/terbitkan/", {"berita": odd})["Location"] == "/redaksi/tinjau/"
    assert client_of(pinrang).post("/redaksi/tinjau/terbitkan/", confirm(*waiting))["Location"] == "/redaksi/tinjau/"


def test_without_the_version_that_was_read_nothing_is_published(
    waiting: list[Article], editor: Officer, client_of: Any
) -> None:
    page = client_of(editor).post("/redaksi/tinjau/terbitkan/", tick(*waiting))
    assert {why for _title, _code, why in outcomes(page)} == {"It was changed in the meantime. Read it first."}
    assert states() == [Status.IN_REVIEW] * 3


def test_the_list_and_the_confirmation_cost_the_same_for_one_and_for_many(
    kua: Officer, editor: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    StyleRule.objects.create(of="title_words", limit=20, compulsory=True)
    client = client_of(editor)
    for more in (1, 12):
        for number in range(more):
            handed_in(kua, f"Berita {number}")
        ticked = tick(*Article.objects.all())
        for address in ("/redaksi/tinjau/", "/redaksi/tinjau/terbitkan/"):
            # Session, officer and unit, stories with photos, consents and kinds, the rules, unread.
            with django_assert_num_queries(9):
                page = client.get(address, ticked)
    assert len(page.context["named"]) == 13
