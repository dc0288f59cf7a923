"""The editor's four marks: given by whoever may publish, never for one's own story."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from news import rubrics
from news.models import Article, Rubric, Status
from satker.access import Role
from satker.models import Officer
from tests.cast import NOON, article_in, officer

GOOD = {"substance": 3, "style": 2, "technique": 4, "originality": 3}
OTHER = {"substance": 1, "style": 1, "technique": 1, "originality": 1}
REVIEW, SAMPLE = Rubric.Origin.REVIEW, Rubric.Origin.SAMPLE


@pytest.fixture
def handed_in(kua: Officer, write: Any) -> Article:
    article = write(kua)
    article.submit(kua)
    return article


def kept(article: Article) -> tuple[dict[str, int], str, Officer]:
    rubric = Rubric.objects.get(article=article)
    return {name: getattr(rubric, name) for name in Rubric.INDICATORS}, rubric.origin, rubric.given_by


# --- The verb -------------------------------------------------------------------------------------


def test_an_editor_marks_a_story_in_review(handed_in: Article, editor: Officer) -> None:
    rubric = rubrics.give(handed_in, editor, GOOD, REVIEW, NOON)
    assert (kept(handed_in), rubric.given_at, rubric.mean) == ((GOOD, "review", editor), NOON, Decimal(3))


def test_whoever_gave_marks_changes_them_and_so_does_the_regional_team(
    handed_in: Article, editor: Officer, regional: Officer
) -> None:
    rubrics.give(handed_in, editor, OTHER, REVIEW)
    rubrics.give(handed_in, editor, GOOD, REVIEW)
    assert kept(handed_in) == (GOOD, "review", editor)
    rubrics.give(handed_in, regional, OTHER, REVIEW)
    assert (kept(handed_in), Rubric.objects.count()) == ((OTHER, "review", regional), 1)
    with pytest.raises(PermissionDenied):
        rubrics.give(handed_in, editor, GOOD, REVIEW)


def test_a_sample_stays_a_sample(handed_in: Article, regional: Officer) -> None:
    rubrics.give(handed_in, regional, OTHER, SAMPLE)
    rubrics.give(handed_in, regional, GOOD, REVIEW)
    assert kept(handed_in) == (GOOD, "sample", regional)


def test_who_may_not_publish_or_wrote_it_gives_no_marks(
    handed_in: Article, kua: Officer, parepare: Officer, pinrang: Officer, editor: Officer, published: Any
) -> None:
    for outsider in (kua, parepare, pinrang):
        with pytest.raises(PermissionDenied):
            rubrics.give(handed_in, outsider, GOOD, REVIEW)
    own = published(editor)
    with pytest.raises(PermissionDenied):
        rubrics.give(own, editor, GOOD, REVIEW)
    assert Rubric.objects.count() == 0


def test_a_colleague_of_the_unit_may(published: Any, parepare: Officer) -> None:
    second = officer("kedua", Role.OFFICER, parepare.satker)
    article = published(parepare)
    rubrics.give(article, second, GOOD, REVIEW)
    assert kept(article) == (GOOD, "review", second)


@pytest.mark.parametrize("status", [status for status in Status if status not in rubrics.MARKED])
def test_a_story_in_another_state_gets_none(status: Status, parepare: Officer, regional: Officer) -> None:
    article = article_in(status, parepare)
    assert rubrics.may_give(regional, article) is False
    with pytest.raises(ValidationError):
        rubrics.give(article, regional, GOOD, SAMPLE)
    assert Rubric.objects.count() == 0


@pytest.mark.parametrize(
    ("marks", "wrong"),
    [
        ({**GOOD, "style": 0}, ["style"]),
        ({**GOOD, "style": 5, "substance": -1}, ["style", "substance"]),
        ({"substance": 3}, ["originality", "style", "technique"]),
        ({}, sorted(GOOD)),
    ],
)
def test_marks_go_from_1_to_4_and_all_four_are_needed(
    marks: dict[str, int], wrong: list[str], handed_in: Article, editor: Officer
) -> None:
    with pytest.raises(ValidationError) as refused:
        rubrics.give(handed_in, editor, marks, REVIEW)
    assert (sorted(refused.value.message_dict), Rubric.objects.count()) == (wrong, 0)


def test_an_unknown_indicator_is_a_mistake_of_the_program(handed_in: Article, editor: Officer) -> None:
    with pytest.raises(TypeError):
        rubrics.give(handed_in, editor, {**GOOD, "length": 4}, REVIEW)


# --- On the desk ----------------------------------------------------------------------------------


def test_marks_are_given_on_the_storys_page_and_its_unit_sees_them(
    handed_in: Article, kua: Officer, editor: Officer, client_of: Any
) -> None:
    page, address = f"/redaksi/{handed_in.pk}/", f"/redaksi/{handed_in.pk}/nilai/"
    client, writer = client_of(editor), client_of(kua)
    shown = client.get(page)
    assert shown.content.decode().count('type="radio"') == 16
    assert (writer.get(page).context["rubric"], address in writer.get(page).content.decode()) == (None, False)
    assert client.post(address, GOOD)["Location"] == page
    assert kept(handed_in) == (GOOD, "review", editor)
    seen = writer.get(page)
    assert [mark for _name, mark in seen.context["told_marks"]] == [
        str(dict(Rubric._meta.get_field("style").flatchoices)[mark]) for mark in (3, 2, 4, 3)
    ]
    assert ("Editor" in seen.content.decode(), address in seen.content.decode()) == (True, False)
    # What was given is chosen already.
    assert client.get(page).content.decode().count("checked") == 4


def test_a_published_story_is_marked_by_an_editor_and_changed_by_the_regional_team(
    published: Any, parepare: Officer, editor: Officer, regional: Officer, client_of: Any
) -> None:
    article = published(parepare)
    address = f"/redaksi/{article.pk}/nilai/"
    assert client_of(editor).post(address, OTHER).status_code == 302
    assert client_of(regional).post(address, GOOD).status_code == 302
    assert (kept(article), client_of(editor).post(address, OTHER).status_code) == ((GOOD, "review", regional), 403)


def test_a_missing_mark_is_said_and_the_others_stay(handed_in: Article, editor: Officer, client_of: Any) -> None:
    response = client_of(editor).post(f"/redaksi/{handed_in.pk}/nilai/", {**GOOD, "style": ""})
    form = response.context["marking"]
    assert (response.status_code, list(form.errors), form["technique"].value()) == (422, ["style"], "4")
    assert Rubric.objects.count() == 0


def test_strangers_and_writers_cannot_send_marks(
    handed_in: Article, published: Any, kua: Officer, parepare: Officer, pinrang: Officer, client_of: Any
) -> None:
    own = published(parepare)
    found = [
        client_of(who).post(f"/redaksi/{article.pk}/nilai/", marks).status_code
        for who, article, marks in (
            (kua, handed_in, GOOD),
            (kua, handed_in, {}),
            (parepare, handed_in, GOOD),
            (pinrang, handed_in, GOOD),
            (parepare, own, GOOD),
        )
    ]
    assert (found, Rubric.objects.count()) == ([403, 403, 404, 404, 403], 0)


def test_a_story_that_left_review_in_the_meantime_is_said(
    handed_in: Article, kua: Officer, editor: Officer, client_of: Any
) -> None:
    handed_in.recall(kua)
    response = client_of(editor).post(f"/redaksi/{handed_in.pk}/nilai/", GOOD, follow=True)
    assert ([message.level_tag for message in response.context["messages"]], Rubric.objects.count()) == (["error"], 0)
