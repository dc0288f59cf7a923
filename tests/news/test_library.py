"""The pictures of a unit: found by their words, shown with their stories, used again without changing either."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from news import photos
from news.models import Article, Photo
from satker.models import Officer
from tests import cast
from tests.news.test_desk import story
from tests.news.test_photos import picture, sent

pytestmark = pytest.mark.usefixtures("english", "media")


@pytest.fixture
def used(parepare: Officer, client_of: Any) -> Article:
    """A story with two photos, of Parepare."""
    client = client_of(parepare)
    lead, more = (sent(client, picture(seed), uuid.uuid4()) for seed in (1, 2))
    return cast.published(
        parepare, "Apel Hari Santri", lead_photo=lead, photo_words={"caption": "Barisan santri.", "alt": "Barisan."},
        gallery=[(more, {"caption": "Kepala kantor.", "alt": "Pidato.", "credit": "Wn"})],
    )  # fmt: skip


def found(client: Any, query: str = "") -> list[tuple[str, list[str]]]:
    page = client.get(f"/redaksi/foto/{query}")
    return [(each.photo.caption, [article.title for article in each.stories]) for each in page.context["pictures"]]


def test_pictures_stand_with_the_stories_that_show_them(used: Article, parepare: Officer, client_of: Any) -> None:
    assert found(client_of(parepare)) == [
        ("Kepala kantor.", ["Apel Hari Santri"]), ("Barisan santri.", ["Apel Hari Santri"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "captions"),
    [("barisan", ["Barisan santri."]), ("PIDATO wn", ["Kepala kantor."]), ("hari santri", 2), ("tidak", []),
     ("%", []), ("barisan tidak", [])],
)  # fmt: skip
def test_words_find_a_picture(
    query: str, captions: list[str] | int, used: Article, parepare: Officer, client_of: Any
) -> None:
    names = [caption for caption, _stories in found(client_of(parepare), f"?q={query.replace('%', '%25')}")]
    assert names == captions if isinstance(captions, list) else len(names) == captions


def test_a_picture_is_used_again_under_words_of_its_own(used: Article, parepare: Officer, client_of: Any) -> None:
    client, lead = client_of(parepare), used.lead_photo
    assert lead is not None
    answer = client.post(f"/redaksi/foto/{lead.pk}/pakai/")
    again = Photo.objects.latest("pk")
    assert (answer["Location"], again.stem, again.pending) == (f"/redaksi/tulis/?foto={again.pk}", lead.stem, True)
    form = client.get(answer["Location"], follow=True).context["form"]
    assert [(card.photo, card.caption.value()) for card in form.cards()] == [(again, "Barisan santri.")]
    words = {"photos": str(again.pk), f"caption_{again.pk}": "Baris lain.", f"alt_{again.pk}": "Baris."}
    client.post("/redaksi/tulis/", story(title="Berita kedua", **words))
    other = Article.objects.get(title="Berita kedua")
    lead.refresh_from_db()
    assert (lead.caption, photos.of(other)[0].caption) == ("Barisan santri.", "Baris lain.")
    assert found(client, "?q=baris")[0] == ("Baris lain.", ["Berita kedua", "Apel Hari Santri"])


def test_a_script_gets_the_picture_with_its_words(used: Article, parepare: Officer, client_of: Any) -> None:
    told = client_of(parepare).post(f"/redaksi/foto/{used.lead_photo_id}/pakai/", HTTP_ACCEPT="application/json").json()
    again = Photo.objects.latest("pk")
    assert (told["photo"]["id"], told["caption"], told["alt"]) == (again.pk, "Barisan santri.", "Barisan.")


def test_another_units_pictures_are_its_own(used: Article, pinrang: Officer, client_of: Any) -> None:
    client = client_of(pinrang)
    assert found(client) == []
    assert client.post(f"/redaksi/foto/{used.lead_photo_id}/pakai/").status_code == 404


def test_what_was_sent_and_is_in_no_story_yet_is_not_shown(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    row = sent(client, picture(), uuid.uuid4())
    assert found(client) == []
    assert client.post(f"/redaksi/foto/{row.pk}/pakai/").status_code == 404


def test_the_library_costs_the_same_for_two_pictures_and_for_many(
    used: Article, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    for more in (0, 8):
        for _number in range(more):
            row = used.lead_photo.again(stem=f"foto/{uuid.uuid4()}")  # type: ignore[union-attr]
            cast.write(parepare, lead_photo=row)
        # Session, officer, unit, pictures, two for the stories, unread.
        with django_assert_num_queries(7):
            client.get("/redaksi/foto/?q=barisan")
