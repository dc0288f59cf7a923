"""What a new story can begin with: one of the house's beginnings, or a story that is there already."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from news.models import Article, StoryTemplate
from news.models.article import TITLE_MAX
from satker.models import Officer


def offered(officer: Officer) -> list[StoryTemplate]:
    """Return the beginnings for all, for the kind of the officer's unit and for the unit itself; one query."""
    mine = Q(satker=None, kind=None)
    if unit := officer.satker:
        mine |= Q(kind=unit.kind_id) | Q(satker=unit)
    return list(StoryTemplate.objects.filter(mine, active=True))


def initial(beginning: StoryTemplate) -> dict[str, Any]:
    """Return what the empty form then holds."""
    return {name: getattr(beginning, name) for name in ("title", "lead", "body", "category")}


def copy(story: Article, by: Officer, token: uuid.UUID) -> Article:
    """Start a new draft with the words of `story`: without photo, dates and people; raises what `create` raises.

    The same token gives the copy that it gave before.
    """
    now_in_force = story.programme if story.programme and story.programme.is_valid_on(timezone.localdate()) else None
    return Article.create(
        by,
        story.satker,
        token=token,
        title=(gettext("Copy: %(title)s") % {"title": story.title})[:TITLE_MAX],
        lead=story.lead,
        body=story.body,
        category=story.category,
        programme=now_in_force,
        tags=story.tags.names(),
        place=story.satker.dateline_place,
        writer=by.initials,
    )
