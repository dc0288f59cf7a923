"""What an officer typed and did not save, found again: by its form, by its story, or among those that became none."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from news import html
from news.desk.forms import StoryForm
from news.differences import Piece, pieces, written
from news.models import Article, Autosave
from satker.models import Officer

SHOWN = 10


def of_form(officer: Officer, token: uuid.UUID) -> Autosave | None:
    """Return what was typed into a form that has made no story yet."""
    return Autosave.objects.filter(officer=officer, token=token).first()


def of_story(officer: Officer, story: Article) -> Autosave | None:
    """Return what was typed over a saved story."""
    return Autosave.objects.filter(officer=officer, article=story).first()


def loose(officer: Officer) -> list[Autosave]:
    """Return the texts of an officer that have become no story yet, the latest first."""
    return list(Autosave.objects.filter(officer=officer, article=None).order_by("-at")[:SHOWN])


def done(officer: Officer, story: Article) -> None:
    """Forget what was typed: it is saved now."""
    Autosave.objects.filter(officer=officer, article=story).delete()
    if story.token:
        Autosave.objects.filter(officer=officer, token=story.token).delete()


def differences(found: Autosave, story: Article) -> list[tuple[str, list[Piece]]]:
    """Return in which of its texts the unsaved form differs from the saved story, word by word."""
    typed = found.fields
    body = typed.get("body", "")
    body = html.clean(body) if typed.get("body_mode") == "html" else html.from_text(body)
    texts = {
        "title": (story.title, typed.get("title", "")),
        "lead": (story.lead, typed.get("lead", "")),
        "body": (written(story.body), written(body)),
    }
    labels = StoryForm.base_fields
    return [(str(labels[name].label), way) for name, way in _differing(texts)]


def _differing(texts: dict[str, tuple[str, str]]) -> Iterator[tuple[str, list[Piece]]]:
    for name, (was, now) in texts.items():
        if way := pieces(was, now):
            yield name, way
