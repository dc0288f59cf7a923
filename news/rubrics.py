"""The editor's four marks: who may give them, and how they are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from news.models import Article, Rubric, Status
from satker import access

if TYPE_CHECKING:
    from satker.models import Officer

MARKED = (Status.IN_REVIEW, Status.PUBLISHED)


def may_give(officer: Officer, article: Article, given: Rubric | None = None) -> bool:
    """Return whether `officer` may mark this story now; `given` are the marks that it has.

    Nobody marks what they began themselves; marks are changed by whoever gave them, or by the regional team.
    """
    return (
        article.status in MARKED
        and article.created_by_id != officer.pk
        and access.may(officer, access.Action.PUBLISH, article.satker)
        and (given is None or given.given_by_id == officer.pk or officer.is_regional)
    )


def give(
    article: Article, by: Officer, marks: Mapping[str, int], origin: Rubric.Origin, at: dt.datetime | None = None
) -> Rubric:
    """Give the story its four marks, 1 to 4 by name of the indicator, or change them.

    What was drawn as a sample stays one. Raises PermissionDenied, and ValidationError for marks that are missing
    or out of range, and for a story that is neither in review nor published.
    """
    _check(marks)
    with transaction.atomic():
        stored = Article.objects.select_for_update(of=("self",)).select_related("satker").get(pk=article.pk)
        given = Rubric.objects.filter(article=stored).first()
        if stored.status not in MARKED:
            raise ValidationError(gettext("A story gets its marks while it is in review or published."))
        if not may_give(by, stored, given):
            raise PermissionDenied
        rubric = Rubric(
            article=stored,
            origin=Rubric.Origin.SAMPLE if given and given.origin == Rubric.Origin.SAMPLE else origin,
            given_by=by,
            given_at=at or timezone.now(),
            **{name: marks[name] for name in Rubric.INDICATORS},
        )
        rubric.save(force_insert=given is None, force_update=given is not None)
        return rubric


def told(rubric: Rubric) -> list[tuple[str, str]]:
    """Return the four marks in words, each with the name of its indicator."""
    return [(name_of(each), str(getattr(rubric, f"get_{each}_display")())) for each in Rubric.INDICATORS]


def name_of(indicator: str) -> str:
    """Return an indicator in words: "technique" is "teknis & format"."""
    return str(Rubric._meta.get_field(indicator).verbose_name)  # type: ignore[union-attr]


def _check(marks: Mapping[str, int]) -> None:
    """Refuse all but the four marks, each of them 1, 2, 3 or 4."""
    if unknown := marks.keys() - set(Rubric.INDICATORS):
        raise TypeError(f"not an indicator: {', '.join(sorted(unknown))}")
    wrong = [name for name in Rubric.INDICATORS if marks.get(name) not in (1, 2, 3, 4)]
    if wrong:
        raise ValidationError({name: gettext("Give a mark from 1 to 4.") for name in wrong})
