"""Children in a story: what officers write down of them, who sees it, and when the desk reminds."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news import advice, previews
from news.advice import Advice, Texts
from news.models import Article, Consent, ConsentChange, PreviewLink, Revision, Status, StyleRule
from satker.models import Kind, Officer
from tests.cast import Units
from tests.news.test_desk import jpeg, only, story

pytestmark = pytest.mark.usefixtures("english")
GIVEN = json.loads((Path(__file__).parent / "minors_samples.json").read_text())
RULES = [StyleRule(**rule) for rule in GIVEN["rules"]]
SAMPLES: dict[str, Any] = GIVEN["samples"]


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample(name: str) -> None:
    sample = SAMPLES[name]
    expected = [
        Advice(of, field, told, "Why minors.", tuple(place) if place else None, False)
        for of, field, told, place in sample["advice"]
    ]
    assert advice.look(Texts(**sample["texts"]), RULES) == expected


@pytest.mark.parametrize("piece", ["lapas a b c ", "guru ", "kelas ", "wali ", "anak-", "MA ", "s"])
def test_a_huge_text_costs_little(piece: str) -> None:
    texts = Texts(title="Judul", body=piece * (200_000 // len(piece)), has_photo=True, madrasah=True)
    spent = []
    for _round in range(3):
        began = time.process_time()
        advice.look(texts, RULES)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.2


# --- What is written down --------------------------------------------------------------------------

SAID = {
    "minors": "shown", "minors_given_by": "Ibu Rahasia", "minors_relation": "parent", "minors_given_on": "2026-03-09",
    "minors_kept_at": "Map Tersembunyi", "minors_covers": "both",
}  # fmt: skip


def stored(article: Article) -> dict[str, Any]:
    return Consent.objects.values().get(article=article)


def test_consent_is_kept_with_who_and_when(parepare: Officer, client_of: Any, media: Path) -> None:
    sent = story(photo=jpeg(), photo_caption="K.", photo_alt="A.", minors_photo="on", **SAID)
    before = timezone.now()
    client_of(parepare).post("/redaksi/tulis/", sent)
    found = stored(only())
    assert before <= found.pop("entered_at") <= timezone.now()
    assert found == {
        "article_id": only().pk, "mark": "shown", "given_by": "Ibu Rahasia", "relation": "parent",
        "given_on": dt.date(2026, 3, 9), "kept_at": "Map Tersembunyi", "covers": "both", "entered_by_id": parepare.pk,
    }  # fmt: skip
    assert only().lead_photo.minor is True  # type: ignore[union-attr]


def test_nothing_said_makes_no_row(parepare: Officer, client_of: Any) -> None:
    client_of(parepare).post("/redaksi/tulis/", story())
    assert (only().title, Consent.objects.count(), ConsentChange.objects.count()) == (story()["title"], 0, 0)


def test_it_can_be_changed_and_the_history_says_which_parts_by_whom(
    parepare: Officer, editor: Officer, client_of: Any
) -> None:
    client_of(parepare).post("/redaksi/tulis/", story(minors="none"))
    article = only()
    client = client_of(editor)
    client.post(f"/redaksi/{article.pk}/", story(version=article.version, **SAID))
    lines = client.get(f"/redaksi/{article.pk}/riwayat/").context["lines"]
    assert [(each.words, str(each.line.actor), each.line.note) for each in lines] == [
        ("changed", str(editor), ""),
        (
            "note on minors changed", str(editor),
            "Minors: a minor or a vulnerable person is named or shown. "
            "Who gave consent, the relation, the day of the consent, where it is kept, what it covers.",
        ),
        ("note on minors changed", str(parepare), "Minors: no minor or vulnerable person can be recognised."),
        ("started", str(parepare), ""),
    ]  # fmt: skip
    assert (stored(article)["mark"], stored(article)["entered_by_id"]) == ("shown", editor.pk)


def test_what_is_saved_again_unchanged_leaves_no_line(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(**SAID))
    client.post(f"/redaksi/{only().pk}/", story(version=only().version, **SAID))
    assert (only().version, ConsentChange.objects.count()) == (2, 1)


def test_a_stale_form_changes_no_consent(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(minors="none"))
    only().revise(parepare, title="Lain")
    answer = client.post(f"/redaksi/{only().pk}/", story(version=1, **SAID))
    assert (answer.status_code, stored(only())["mark"], ConsentChange.objects.count()) == (409, "none", 1)
    assert "Ibu Rahasia" in answer.content.decode()  # kept in the form


def test_a_form_that_comes_again_with_a_consent_saves_it(parepare: Officer, client_of: Any) -> None:
    client, sent = client_of(parepare), story()
    client.post("/redaksi/tulis/", sent)
    client.post("/redaksi/tulis/", {**sent, **SAID})
    assert (Article.objects.count(), stored(only())["given_by"]) == (1, "Ibu Rahasia")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"minors_given_on": "2999-01-01"}, "minors_given_on"),
        ({"minors_given_on": "0001-01-01"}, "minors_given_on"),
        ({"minors_given_on": "kemarin"}, "minors_given_on"),
        ({"minors": "none", "minors_given_by": "Ibu"}, "minors"),
        ({"minors": "none", "minors_photo": "on"}, "minors"),
        ({"minors": "anything"}, "minors"),
        ({"minors_relation": "x"}, "minors_relation"),
        ({"minors_covers": "x" * 9999}, "minors_covers"),
        ({"minors_given_by": "x" * 161}, "minors_given_by"),
        ({"minors_kept_at": "x" * 161}, "minors_kept_at"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    sent: dict[str, str], field: str, parepare: Officer, client_of: Any
) -> None:
    answer = client_of(parepare).post("/redaksi/tulis/", story(**sent))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert (Article.objects.count(), Consent.objects.count()) == (0, 0)
    assert '<details id="anak" open>' in answer.content.decode()


def test_details_alone_mark_the_story(parepare: Officer, client_of: Any) -> None:
    client_of(parepare).post("/redaksi/tulis/", story(minors_given_by="Ibu\x00 Rahasia"))
    assert (stored(only())["mark"], stored(only())["given_by"]) == ("shown", "Ibu Rahasia")


def test_readers_never_see_it(parepare: Officer, client_of: Any, reader: Client, media: Path, units: Units) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=jpeg(), photo_caption="K.", photo_alt="A.", minors_photo="on", **SAID))
    article = only()
    now = timezone.now()
    link = PreviewLink.objects.create(
        article=article, made_by=parepare, made_at=now, ends_at=now + dt.timedelta(days=1)
    )
    pages = {
        "preview link": reader.get(previews.address(link)),
        "preview": client.get(f"/redaksi/{article.pk}/pratinjau/"),
    }
    article.publish(parepare)
    for address in (article.get_absolute_url(), "/", "/berita/", "/satker/kemenag-parepare/"):
        pages[address] = reader.get(address)
    assert {page.status_code for page in pages.values()} == {200}
    told = [
        name for name, page in pages.items() for word in ("Rahasia", "Tersembunyi") if word in page.content.decode()
    ]
    assert told == []
    kept = [json.dumps(content) for content in Revision.objects.values_list("content", flat=True)]
    assert [content for content in kept if "Rahasia" in content or "minor" in content] == []


def test_only_who_may_change_the_story_sees_it(
    parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, client_of: Any
) -> None:
    client_of(parepare).post("/redaksi/tulis/", story(**SAID))
    address = f"/redaksi/{only().pk}/"
    seen = {
        officer.username: "Ibu Rahasia" in client_of(officer).get(address).content.decode()
        for officer in (parepare, pinrang, editor, regional)
    }
    assert seen == {"parepare": True, "pinrang": False, "editor": True, "regional": True}


def test_a_copy_has_no_consent(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(**SAID))
    client.post(f"/redaksi/{only().pk}/salin/", {"token": "7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d"})
    assert (Article.objects.count(), Consent.objects.count()) == (2, 1)


# --- The reminder at the desk ----------------------------------------------------------------------


@pytest.fixture
def rule(db: None) -> StyleRule:
    StyleRule.objects.exclude(of="minors").update(active=False)
    return StyleRule.objects.update_or_create(of="minors", defaults={"active": True, "why": "The law."})[0]


def photo(**fields: Any) -> dict[str, Any]:
    return story(title="Siswa Juara", photo=jpeg(), photo_caption="K.", photo_alt="A.", **fields)


def told(response: Any) -> list[tuple[str, str]]:
    return [(each.field, each.told) for each in response.context["advice"]]


REMINDER = ("title", "“Siswa” and a photo: write down the consent, or that no minor can be recognised.")


def test_pupils_beside_a_photo_are_a_reminder_until_something_is_said(
    parepare: Officer, client_of: Any, rule: StyleRule, media: Path
) -> None:
    client = client_of(parepare)
    first = client.post("/redaksi/tulis/", photo(), follow=True)
    article = only()
    kept = {"title": "Siswa Juara", "photo_kept": article.lead_photo_id, "photo_caption": "K.", "photo_alt": "A."}
    second = client.post(f"/redaksi/{article.pk}/", story(version=1, minors="none", **kept), follow=True)
    third = client.post(f"/redaksi/{article.pk}/", story(version=2, **kept, **SAID), follow=True)
    half = {**SAID, "minors_kept_at": ""}
    fourth = client.post(f"/redaksi/{article.pk}/", story(version=3, **kept, **half), follow=True)
    consent = ("minors_given_by", "A minor is named or shown; the consent is not written down yet.")
    assert [told(page) for page in (first, second, third, fourth)] == [[REMINDER], [], [], [consent]]
    page = client.get(f"/redaksi/{article.pk}/pratinjau/")
    assert told(page) == [consent]


def test_it_is_advice_and_blocks_nothing(parepare: Officer, client_of: Any, rule: StyleRule, media: Path) -> None:
    client_of(parepare).post("/redaksi/tulis/", photo(intent="publish"))
    assert only().status == Status.PUBLISHED


def test_the_regional_team_can_make_it_compulsory(
    parepare: Officer, regional: Officer, client_of: Any, rule: StyleRule, media: Path
) -> None:
    client_of(regional).post(
        f"/admin/news/stylerule/{rule.pk}/change/", {"why": "UU 27/2022.", "compulsory": "on", "active": "on"}
    )
    client = client_of(parepare)
    answer = client.post("/redaksi/tulis/", photo(intent="publish"), follow=True)
    article = only()
    assert article.status == Status.DRAFT
    assert answer.context["form"].errors == {"title": [f"{REMINDER[1]} UU 27/2022."]}
    kept = {"title": "Siswa Juara", "photo_kept": article.lead_photo_id, "photo_caption": "K.", "photo_alt": "A."}
    client.post(f"/redaksi/{article.pk}/", story(version=article.version, intent="publish", **kept, **SAID))
    assert only().status == Status.PUBLISHED


def test_a_madrasah_is_reminded_by_its_own_name(
    parepare: Officer, units: Units, client_of: Any, rule: StyleRule, media: Path
) -> None:
    sent = {**photo(), "title": "MAN 1 Parepare Juara Umum"}
    assert told(client_of(parepare).post("/redaksi/tulis/", sent, follow=True)) == []
    units.parepare.kind = Kind.objects.get(code="man")
    units.parepare.save()
    answer = client_of(parepare).get(f"/redaksi/{only().pk}/")
    assert told(answer)[0][1].startswith("“MAN 1”")
    assert answer.context["advice_data"]["madrasah"] is True
