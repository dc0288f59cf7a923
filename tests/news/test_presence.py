"""Who else is at a story: told to the others, renewed by the page, forgotten after a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from news.clock import forget_presences
from news.desk.presence import tell
from news.models import Article, Presence
from satker.models import Officer
from tests.cast import wita

pytestmark = pytest.mark.usefixtures("english")

MORNING = wita(2026, 3, 10, 14, 5)
SAID = "Editor is editing this story (last seen 14.05)."


@pytest.fixture
def draft(parepare: Officer, write: Any) -> Article:
    return write(parepare)


@pytest.mark.parametrize(("seconds", "said"), [(0, SAID), (89, SAID), (90, ""), (3600, "")])
def test_it_names_who_was_seen_within_ninety_seconds(
    seconds: int, said: str, draft: Article, parepare: Officer, editor: Officer
) -> None:
    tell(draft, editor, MORNING)
    assert tell(draft, parepare, MORNING + dt.timedelta(seconds=seconds)) == said


def test_it_never_names_oneself_nor_another_story(
    draft: Article, parepare: Officer, editor: Officer, write: Any
) -> None:
    tell(write(parepare), editor, MORNING)
    tell(draft, parepare, MORNING)
    assert tell(draft, parepare, MORNING) == ""
    assert Presence.objects.filter(article=draft).count() == 1


def test_opening_a_story_for_editing_says_it_without_javascript(
    draft: Article, parepare: Officer, editor: Officer, client_of: Any
) -> None:
    client_of(editor).get(f"/redaksi/{draft.pk}/")
    page = client_of(parepare).get(f"/redaksi/{draft.pk}/")
    seen = Presence.objects.get(officer=editor).seen_at
    assert page.context["others"] == (f"Editor is editing this story (last seen {timezone.localtime(seen):%H.%M}).")
    assert page.context["others"] in page.content.decode()
    assert set(Presence.objects.values_list("article", "officer")) == {(draft.pk, editor.pk), (draft.pk, parepare.pk)}


def test_a_page_that_edits_nothing_writes_and_asks_nothing(draft: Article, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    for address in (
        "",
        f"{draft.pk}/pratinjau/",
        f"{draft.pk}/riwayat/",
        "tulis/?t=7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d",
    ):
        assert client.get(f"/redaksi/{address}").status_code == 200
    draft.discard(parepare)
    client.get(f"/redaksi/{draft.pk}/")
    assert client.post(f"/redaksi/{draft.pk}/hadir/").status_code == 204
    assert Presence.objects.count() == 0


def test_a_page_in_sight_is_answered(draft: Article, parepare: Officer, editor: Officer, client_of: Any) -> None:
    alone = client_of(parepare).post(f"/redaksi/{draft.pk}/hadir/")
    both = client_of(editor).post(f"/redaksi/{draft.pk}/hadir/")
    assert (alone.status_code, alone.content) == (204, b"")
    assert (both.status_code, both["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert both.content.decode().startswith("Parepare is editing this story")


def test_it_needs_the_token_of_the_form(draft: Article, parepare: Officer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(parepare, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert strict.post(f"/redaksi/{draft.pk}/hadir/").status_code == 403
    assert Presence.objects.count() == 0


def test_another_units_story_tells_nobody_who_is_at_it(
    draft: Article, parepare: Officer, pinrang: Officer, kua: Officer, reader: Client, client_of: Any
) -> None:
    tell(draft, parepare, timezone.now())
    answers = [client.post(f"/redaksi/{draft.pk}/hadir/") for client in (reader, client_of(pinrang), client_of(kua))]
    assert [answer.status_code for answer in answers] == [401, 404, 404]
    assert [answer for answer in answers if b"Parepare is" in answer.content] == []
    assert list(Presence.objects.values_list("officer", flat=True)) == [parepare.pk]


def test_it_costs_two_queries_for_one_other_and_for_three(
    draft: Article, parepare: Officer, editor: Officer, regional: Officer, kua: Officer, django_assert_num_queries: Any
) -> None:
    tell(draft, editor, MORNING)
    for _twice in range(2):
        with django_assert_num_queries(2):
            tell(draft, parepare, MORNING)
        tell(draft, regional, MORNING)
        tell(draft, kua, MORNING)


def test_the_clock_forgets_after_a_day(draft: Article, parepare: Officer, editor: Officer) -> None:
    day = dt.timedelta(days=1)
    tell(draft, editor, MORNING - day - dt.timedelta(minutes=1))
    tell(draft, parepare, MORNING - day)
    assert (forget_presences(MORNING), forget_presences(MORNING)) == (1, 0)
    assert list(Presence.objects.values_list("officer", flat=True)) == [parepare.pk]


def test_the_module_is_small() -> None:
    assert (settings.BASE_DIR / "static" / "js" / "presence.js").stat().st_size < 600
