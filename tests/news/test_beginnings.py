"""What a new story begins with: the beginnings of the house, and the words of a story that is there already."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from news.desk.beginnings import offered
from news.models import Article, Programme, StoryTemplate
from satker.models import Officer
from tests.cast import Units, category
from tests.news.test_desk import jpeg, story

pytestmark = pytest.mark.usefixtures("english")

TOKEN = "7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d"


@pytest.fixture
def beginnings(units: Units) -> dict[str, StoryTemplate]:
    StoryTemplate.objects.all().delete()
    rows: list[dict[str, Any]] = [
        {"name": "Agenda", "title": "[Kegiatan] digelar", "lead": "Teras agenda.", "body": "Alinea.\n\n- satu",
         "category": category()},
        {"name": "Khusus KUA", "kind": units.kua.kind},
        {"name": "Khusus Kankemenag", "kind": units.parepare.kind},
        {"name": "Milik Parepare", "satker": units.parepare},
        {"name": "Milik Pinrang", "satker": units.pinrang, "body": "Rahasia Pinrang"},
        {"name": "Tidak dipakai", "active": False},
    ]  # fmt: skip
    return {row["name"]: StoryTemplate.objects.create(**{"order": order, **row}) for order, row in enumerate(rows)}


def test_everybody_is_offered_what_is_meant_for_them(
    beginnings: dict[str, StoryTemplate], parepare: Officer, pinrang: Officer, kua: Officer, regional: Officer
) -> None:
    found = [[each.name for each in offered(officer)] for officer in (parepare, pinrang, kua, regional)]
    assert found == [
        ["Agenda", "Khusus Kankemenag", "Milik Parepare"],
        ["Agenda", "Khusus Kankemenag", "Milik Pinrang"],
        ["Agenda", "Khusus KUA"],
        ["Agenda"],
    ]


def test_a_beginning_fills_the_empty_form(
    beginnings: dict[str, StoryTemplate], parepare: Officer, client_of: Any
) -> None:
    client = client_of(parepare)
    empty = client.get(f"/redaksi/tulis/?t={TOKEN}")
    address = f"?awal={beginnings['Agenda'].pk}&amp;t={TOKEN}"
    assert address in empty.content.decode()
    form = client.get(f"/redaksi/tulis/{address}".replace("&amp;", "&")).context["form"]
    assert {name: form[name].value() for name in ("title", "lead", "body", "body_mode", "category", "place")} == {
        "title": "[Kegiatan] digelar", "lead": "Teras agenda.", "body": "Alinea.\n\n- satu", "body_mode": "text",
        "category": category().pk, "place": "Parepare",
    }  # fmt: skip
    assert str(form["token"].value()) == TOKEN


@pytest.mark.parametrize("asked", ["Milik Pinrang", "Khusus KUA", "Tidak dipakai", "nothing"])
def test_a_beginning_of_others_is_not_there(
    asked: str, beginnings: dict[str, StoryTemplate], parepare: Officer, client_of: Any
) -> None:
    pk = beginnings[asked].pk if asked in beginnings else "x"
    answer = client_of(parepare).get(f"/redaksi/tulis/?t={TOKEN}&awal={pk}")
    assert (answer.status_code, b"Rahasia" in answer.content) == (404, False)


def test_the_empty_page_costs_the_same_for_one_beginning_and_for_three(
    units: Units, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    StoryTemplate.objects.all().delete()
    client = client_of(parepare)
    for count in (1, 2):
        for number in range(count):
            StoryTemplate.objects.create(name=f"Awal {count} {number}", satker=units.parepare)
        # Session, officer, unit and its kind, form sent before, beginnings, categories, programmes, rules.
        with django_assert_num_queries(QUERIES):
            client.get(f"/redaksi/tulis/?t={TOKEN}")


QUERIES = 11


def test_a_story_that_is_written_offers_none(
    beginnings: dict[str, StoryTemplate], parepare: Officer, write: Any, client_of: Any
) -> None:
    assert "Khusus Kankemenag" not in client_of(parepare).get(f"/redaksi/{write(parepare).pk}/").content.decode()


def test_the_regional_team_keeps_the_beginnings(regional: Officer, units: Units, client_of: Any) -> None:
    client = client_of(regional)
    sent = {"name": "Jadwal", "title": "Jadwal [bulan]", "order": 4, "active": "on", "kind": units.kua.kind_id}
    client.post("/admin/news/storytemplate/add/", sent)
    assert StoryTemplate.objects.get(name="Jadwal").kind == units.kua.kind
    answer = client.post("/admin/news/storytemplate/add/", {**sent, "name": "Dua", "satker": units.kua.pk})
    assert "Choose a unit or a kind of unit, or neither for all." in answer.content.decode()
    assert not StoryTemplate.objects.filter(name="Dua").exists()


# --- A story as a start ---------------------------------------------------------------------------


def test_a_copy_has_the_words_and_nothing_else(parepare: Officer, units: Units, client_of: Any, media: Path) -> None:
    client = client_of(parepare)
    now = Programme.objects.create(slug="eko", name="Ekoteologi", valid_from="2025-03-06")
    client.post(
        "/redaksi/tulis/",
        story(intent="publish", photo=jpeg(), photo_alt="Alt.", photo_caption="Ket.", programme=now.pk,
              supporting="KUA Bacukiki", editor="Tim", title="J" * 150),
    )  # fmt: skip
    first = Article.objects.get()
    answer = client.post(f"/redaksi/{first.pk}/salin/", {"token": TOKEN})
    copy = Article.objects.exclude(pk=first.pk).get()
    assert answer["Location"] == f"/redaksi/{copy.pk}/"
    content = copy.content()
    assert content == {
        **first.content(), "title": "Copy: " + "J" * 144, "lead_photo": None, "photo": None, "supporting": [],
        "writer": "", "editor": "", "place": "Parepare",
    }  # fmt: skip
    stands = (copy.status, copy.satker, copy.created_by, copy.version, copy.first_published_at, copy.scheduled_for)
    assert stands == ("draft", units.parepare, parepare, 1, None, None)
    assert [line.verb for line in copy.revisions.all()] == ["create"]


def test_a_programme_that_has_ended_is_not_copied(parepare: Officer, write: Any, client_of: Any) -> None:
    ended = Programme.objects.create(slug="lama", name="Lama", valid_from="2020-01-01", valid_to="2021-01-01")
    article = write(parepare, programme=ended)
    client_of(parepare).post(f"/redaksi/{article.pk}/salin/")
    assert Article.objects.exclude(pk=article.pk).get().programme is None


def test_a_double_tap_makes_one_copy(parepare: Officer, write: Any, client_of: Any) -> None:
    article, client = write(parepare), client_of(parepare)
    places = [client.post(f"/redaksi/{article.pk}/salin/", {"token": str(uuid.UUID(TOKEN))})["Location"] for _ in "ab"]
    assert (Article.objects.count(), len(set(places))) == (2, 1)
    client.post(f"/redaksi/{article.pk}/salin/", {"token": "x"})
    assert Article.objects.count() == 3


def test_another_units_story_cannot_be_copied(
    parepare: Officer, pinrang: Officer, kua: Officer, reader: Client, write: Any, published: Any, client_of: Any
) -> None:
    secret, public = write(parepare, title="Rahasia Parepare"), published(parepare)
    found = [
        client.post(f"/redaksi/{article.pk}/salin/").status_code
        for article in (secret, public)
        for client in (reader, client_of(pinrang), client_of(kua))
    ]
    assert found == [401, 404, 404, 401, 404, 404]
    assert Article.objects.count() == 2


def test_a_unit_that_has_ended_gets_a_sentence(parepare: Officer, units: Units, write: Any, client_of: Any) -> None:
    article = write(parepare)
    type(units.parepare).objects.filter(pk=units.parepare.pk).update(valid_to="2020-01-01")
    answer = client_of(parepare).post(f"/redaksi/{article.pk}/salin/", follow=True)
    assert "has ended: nothing more can be published" in answer.content.decode()
    assert Article.objects.count() == 1
