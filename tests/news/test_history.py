"""Saved versions: what changed in words, between any two, and the way back to an old one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from news.desk.changes import Change
from news.differences import Piece, pieces, written
from news.models import Article, Category, Photo, Revision, Status
from satker.models import Officer
from tests.cast import Units, category
from tests.news.test_desk import card, jpeg, story

pytestmark = pytest.mark.usefixtures("english")


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.words) for piece in pieces(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("sama saja", "sama  saja\n", []),
        ("", "", []),
        ("", "kata baru", [("added", "kata baru")]),
        ("kata lama", "", [("removed", "kata lama")]),
        (
            "antrean nikah dibuka hari Senin",
            "antrean nikah ditutup hari Senin",
            [("same", "antrean nikah"), ("removed", "dibuka"), ("added", "ditutup"), ("same", "hari Senin")],
        ),
        (
            "satu dua\n\ntiga empat",
            "satu dua\n\ntiga lima empat\n\nenam",
            [("same", "satu dua \n\n tiga"), ("added", "lima"), ("same", "empat"), ("added", "\n\n enam")],
        ),
        # Where hardly a word stays, no chance "yang" is kept.
        ("a b c yang d e f", "g h i yang j k l", [("removed", "a b c yang d e f"), ("added", "g h i yang j k l")]),
    ],
)  # fmt: skip
def test_a_difference_is_told_in_words(before: str, after: str, found: list[tuple[str, str]]) -> None:
    assert told(before, after) == found


def test_what_stayed_far_from_a_change_is_left_out() -> None:
    words = [f"k{number}" for number in range(200)]
    changed = [*words[:100], "baru", *words[100:]]
    assert told(" ".join(words), " ".join(changed)) == [
        ("left_out", " ".join(words[:76])), ("same", " ".join(words[76:100])), ("added", "baru"),
        ("same", " ".join(words[100:124])), ("left_out", " ".join(words[124:])),
    ]  # fmt: skip


def test_nothing_is_lost_between_the_two_texts() -> None:
    before = "\n\n".join(f"alinea {number} tentang {number % 7} dan {number % 3}" for number in range(90))
    after = before.replace("tentang 3", "perihal 3").replace("alinea 40 ", "")
    way = pieces(before, after)

    def text(*kinds: str) -> list[str]:
        return " ".join(piece.words for piece in way if piece.kind in kinds).split()

    assert text("same", "left_out", "removed") == before.split()
    assert text("same", "left_out", "added") == after.split()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # One long paragraph, many short ones, and few words that meet each other everywhere.
        ("kata " * 20_000, "lain " * 20_000),
        ("a b c d e f g h " * 2500, "h g f e d c b a " * 2500),
        ("x\n\n" * 20_000, "y\n\n" + "x\n\n" * 10_000 + "z"),
        ("\n\n".join("abcd "[number % 4] * 3 + f" dan {number} " + "yang " * 60 for number in range(310)),
         "\n\n".join("dcba "[number % 4] * 3 + f" dan {number} " + "yang " * 61 for number in range(310))),
        (" ".join(map(str, range(20_000))), " ".join(str(number * 7 % 20_001) for number in range(20_000))),
    ],
    ids=["whole", "repeated", "paragraphs", "everywhere", "shuffled"],
)  # fmt: skip
def test_twenty_thousand_words_are_compared_in_a_second(before: str, after: str) -> None:
    start = time.process_time()
    assert pieces(before, after) != []
    assert time.process_time() - start < 1


def test_no_change_of_a_body_hides() -> None:
    body = '<h2>Jadwal</h2><p>Buka <strong>pagi</strong> <a href="https://contoh.example/">di sini</a></p>'
    table = "<ul><li>satu</li></ul><table><tr><td>Senin</td><td>08.00</td></tr></table>"
    assert written(body + table).split() == [
        "##", "Jadwal", "Buka", "*pagi*", "di", "sini", "<https://contoh.example/>", "-", "satu", "Senin", "|",
        "08.00", "|",
    ]  # fmt: skip


# --- The pages ------------------------------------------------------------------------------------


@pytest.fixture
def changed(parepare: Officer, units: Units, write: Any) -> Article:
    """A draft of two versions, in which everything but the photo differs."""
    article = write(parepare, title="Antrean dibuka Senin", tags=["haji"], writer="Wn")
    other = Category.objects.create(slug="haji", name="Haji")
    article.revise(
        parepare, title="Antrean dibuka Selasa", body="<p>Sebanyak 90 calon jemaah hadir.</p>", category=other,
        tags=["haji", "umrah"], supporting=[units.kua], writer="Nr",
    )  # fmt: skip
    return article


def test_a_version_shows_all_that_it_changed(changed: Article, parepare: Officer, client_of: Any) -> None:
    page = client_of(parepare).get(f"/redaksi/{changed.pk}/riwayat/2/")
    assert page.context["changes"] == [
        Change("Title", [Piece("same", "Antrean dibuka"), Piece("removed", "Senin"), Piece("added", "Selasa")]),
        Change("Text", [Piece("same", "Sebanyak"), Piece("removed", "120"), Piece("added", "90"),
                        Piece("same", "calon jemaah hadir.")]),
        Change("Category", [], "Layanan", "Haji"),
        Change("Tags", [], "haji", "haji, umrah"),
        Change("Supporting units", [], "", "KUA Bacukiki"),
        Change("Writer", [], "Wn", "Nr"),
    ]  # fmt: skip
    assert (page.context["before"].version, page.context["after"].version) == (1, 2)


def test_the_words_of_a_photo_are_compared(parepare: Officer, client_of: Any, media: Path) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=jpeg(), photo_alt="Loket.", photo_caption="Lama.", writer=""))
    article, photo = Article.objects.get(), Photo.objects.get()
    client.post(
        f"/redaksi/{article.pk}/",
        story(writer="", version=article.version, **card(photo, alt="Loket.", caption="Baru.")),
    )
    found = client.get(f"/redaksi/{article.pk}/riwayat/2/").context["changes"]
    assert found == [Change("Caption", [], "Lama.", "Baru.")]


def test_any_two_versions_can_be_compared(changed: Article, parepare: Officer, client_of: Any) -> None:
    changed.revise(parepare, title="Antrean dibuka Rabu")
    client = client_of(parepare)
    for address in (f"/redaksi/{changed.pk}/riwayat/3/?dengan=1", f"/redaksi/{changed.pk}/riwayat/1/?dengan=3"):
        context = client.get(address).context
        assert (context["before"].version, context["after"].version) == (1, 3)
        assert context["changes"][0] == Change(
            "Title", [Piece("same", "Antrean dibuka"), Piece("removed", "Senin"), Piece("added", "Rabu")]
        )
    bad = ("?dengan=9", "?dengan=x", "?dengan=-1", "?dengan=" + "9" * 20, "?dengan=%D9%A1")
    assert [client.get(f"/redaksi/{changed.pk}/riwayat/3/{query}").status_code for query in bad] == [404] * 5


def test_a_version_without_text_has_no_page(parepare: Officer, write: Any, client_of: Any) -> None:
    article = write(parepare)
    article.submit(parepare)
    client = client_of(parepare)
    assert [client.get(f"/redaksi/{article.pk}/riwayat/{number}/").status_code for number in (1, 2)] == [200, 404]
    page = client.get(f"/redaksi/{article.pk}/riwayat/").content.decode()
    assert (page.count("/riwayat/1/"), page.count("/riwayat/2/")) == (1, 0)


def test_what_is_compared_is_escaped(parepare: Officer, write: Any, client_of: Any) -> None:
    evil = "<script>alert(1)</script>"
    article = write(parepare, title=f"Judul {evil}", lead=evil, tags=[evil], writer=evil)
    article.revise(parepare, title="Judul <img src=x onerror=alert(2)>", lead="aman", body="<p>&lt;b onclick=x&gt;</p>")
    for address in ("1/", "2/", "2/?dengan=1"):
        page = client_of(parepare).get(f"/redaksi/{article.pk}/riwayat/{address}").content.decode()
        assert [bad for bad in ("<script>alert", "<img src=x", "<b onclick") if bad in page] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "&lt;b onclick=x&gt;" in page


@pytest.mark.parametrize(("method", "statuses"), [("get", [302, 404, 404]), ("post", [401, 404, 404])])
def test_another_units_version_is_not_there(
    method: str, statuses: list[int], changed: Article, pinrang: Officer, kua: Officer, reader: Client, client_of: Any
) -> None:
    address = f"/redaksi/{changed.pk}/riwayat/1/?dengan=2"
    answers = [
        getattr(client, method)(address, {"version": 2}) for client in (reader, client_of(pinrang), client_of(kua))
    ]
    assert [answer.status_code for answer in answers] == statuses
    assert [answer for answer in answers if b"Antrean" in answer.content] == []
    assert Revision.objects.count() == 2


def test_history_and_version_cost_the_same_for_two_versions_and_for_six(
    changed: Article, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    for _twice in range(2):
        with django_assert_num_queries(7):  # session, officer, unit, story, steps, unread, what is noted of minors
            client.get(f"/redaksi/{changed.pk}/riwayat/")
        # ... and the two versions, categories, units, tags, units and photos of the stored text, the others.
        with django_assert_num_queries(13):
            client.get(f"/redaksi/{changed.pk}/riwayat/2/")
        for title in ("Rabu", "Kamis"):
            changed.revise(parepare, title=title)


# --- Back to an old one ---------------------------------------------------------------------------


def restore(client: Client, article: Article, number: int, version: int | None = None) -> Any:
    sent = {"version": version or article.version}
    return client.post(f"/redaksi/{article.pk}/riwayat/{number}/", sent)


def test_an_old_version_comes_back_as_a_new_one(changed: Article, parepare: Officer, client_of: Any) -> None:
    assert restore(client_of(parepare), changed, 1)["Location"] == f"/redaksi/{changed.pk}/"
    changed.refresh_from_db()
    first, _second, third = changed.revisions.order_by("version")
    assert third.content == first.content == changed.content()
    assert [(line.version, line.verb, line.note) for line in changed.revisions.order_by("version")] == [
        (1, "create", ""), (2, "revise", ""), (3, "revise", "From version 1."),
    ]  # fmt: skip


def test_a_version_that_is_stored_is_not_offered_again(changed: Article, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    offered = [client.get(f"/redaksi/{changed.pk}/riwayat/{number}/").context["can_restore"] for number in (1, 2)]
    assert offered == [True, False]


def test_a_save_in_the_meantime_is_not_lost(
    changed: Article, parepare: Officer, editor: Officer, client_of: Any
) -> None:
    read = changed.version
    changed.revise(editor, title="Dari editor")
    answer = restore(client_of(parepare), changed, 1, version=read)
    assert (answer.status_code, "Somebody else changed this story" in answer.content.decode()) == (409, True)
    changed.refresh_from_db()
    assert (changed.title, changed.revisions.count()) == ("Dari editor", 3)


def test_what_is_gone_is_named_and_the_rest_comes_back(
    parepare: Officer, units: Units, client_of: Any, write: Any, media: Path
) -> None:
    client = client_of(parepare)
    old = Category.objects.create(slug="lama", name="Lama")
    client.post(
        "/redaksi/tulis/",
        story(photo=jpeg(), photo_alt="Loket.", photo_caption="Ket.", category=old.pk, title="Judul lama"),
    )
    article, photo = Article.objects.get(), Photo.objects.get()
    article.revise(parepare, title="Judul baru", lead_photo=None, category=category())
    # The photo leads another story by now, with the words of that one; the category is gone.
    write(parepare, title="Lain", lead_photo=photo, photo_words={"caption": "Keterangan lain."})
    gone = old.pk
    old.delete()
    page = client.get(f"/redaksi/{article.pk}/riwayat/1/").content.decode()
    assert f"no. {gone}, which is gone" in page
    answer = client.post(f"/redaksi/{article.pk}/riwayat/1/", {"version": article.version}, follow=True)
    assert "stays as it was: Category, Photo." in answer.content.decode()
    article.refresh_from_db()
    photo.refresh_from_db()
    assert (article.title, article.category, article.lead_photo, photo.caption) == (
        "Judul lama", category(), None, "Keterangan lain.",
    )  # fmt: skip


def test_a_public_story_asks_for_the_right_to_publish(
    kua: Officer, editor: Officer, write: Any, client_of: Any
) -> None:
    article = write(kua, title="Judul lama")
    article.revise(kua, title="Judul baru")
    article.publish(editor)
    writer, reviewer = client_of(kua), client_of(editor)
    assert writer.get(f"/redaksi/{article.pk}/riwayat/1/").context["can_restore"] is False
    assert restore(writer, article, 1).status_code == 403
    article.refresh_from_db()
    assert article.title == "Judul baru"
    assert restore(reviewer, article, 1).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.status) == ("Judul lama", Status.PUBLISHED)


def test_the_guard_looks_at_what_comes_back(parepare: Officer, write: Any, client_of: Any) -> None:
    article = write(parepare, lead="Situs slot gacor maxwin, daftar sekarang")
    article.revise(parepare, lead="Bersih.")
    article.publish(parepare)
    answer = restore(client_of(parepare), article, 1)
    article.refresh_from_db()
    assert (answer.status_code, article.lead, article.status) == (422, "Bersih.", Status.PUBLISHED)
