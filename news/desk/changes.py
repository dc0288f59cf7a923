"""What differs between two saved versions of a story, in words; and what an old version holds that is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.desk.tray import pictures
from news.differences import Piece, pieces, written
from news.models import Article, Category, Photo, Programme
from news.photos import WORDS, is_free_for
from satker.models import Satker

Content = dict[str, Any]

LINES: dict[str, Promise] = {"title": _("Title"), "lead": _("Lead"), "body": _("Text")}
PARTS: dict[str, Promise] = {
    "category": _("Category"),
    "programme": _("Priority programme"),
    "tags": _("Tags"),
    "supporting": _("Supporting units"),
    "place": _("Place of the event"),
    "writer": _("Writer"),
    "editor": _("Editor"),
    "lead_photo": _("Photo"),
}
PHOTO_WORDS: dict[str, Promise] = {
    "caption": _("Caption"), "alt": _("What the photo shows"), "credit": _("Photographer"),
}  # fmt: skip
GALLERY = _("More photos")
ROWS: dict[str, type[Model]] = {
    "category": Category, "programme": Programme, "lead_photo": Photo, "supporting": Satker,
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One part of a story that differs: as pieces where it is text, as before and after where it is chosen."""

    label: str
    pieces: list[Piece]
    before: str = ""
    after: str = ""


class Rows:
    """The rows that saved versions name by id, read once each; a row may be gone."""

    def __init__(self, contents: Iterable[Content]) -> None:
        contents = list(contents)
        self.found: dict[str, dict[int, Any]] = {}
        for name, model in ROWS.items():
            wanted = {pk for content in contents for pk in _ids(content, name)}
            self.found[name] = model._default_manager.in_bulk(wanted) if wanted else {}

    def of(self, content: Content, name: str) -> list[Any]:
        """Return the rows that are still there."""
        return [self.found[name][pk] for pk in _ids(content, name) if pk in self.found[name]]

    def gone(self, content: Content, name: str) -> bool:
        """Return whether the version names a row that is no longer there."""
        return any(pk not in self.found[name] for pk in _ids(content, name))

    def told(self, content: Content, name: str) -> str:
        """Return the names of the rows, those that are gone by their number."""
        gone = gettext("no. %(number)d, which is gone")
        rows = self.found[name]
        shown = (_name(rows[pk]) if pk in rows else gone % {"number": pk} for pk in _ids(content, name))
        return ", ".join(sorted(shown))


def _name(row: Model) -> str:
    return f"{gettext('no. %(number)d') % {'number': row.pk}}" if isinstance(row, Photo) else str(row)


def _ids(content: Content, name: str) -> list[int]:
    value = content.get(name)
    return value if isinstance(value, list) else [value] if value is not None else []


def changes(before: Content | None, after: Content) -> list[Change]:
    """Return what `after` has otherwise than `before`, or all that it has; four queries at most."""
    old = before or {}
    rows = Rows([old, after])
    found = []
    for name, label in LINES.items():
        was, now = (written(str(content.get(name, ""))) if name == "body" else str(content.get(name, ""))
                    for content in (old, after))  # fmt: skip
        if way := pieces(was, now):
            found.append(Change(str(label), way))
    for name, label in PARTS.items():
        found += _swap(label, *(_told(content, name, rows) for content in (old, after)))
    for name, label in PHOTO_WORDS.items():
        found += _swap(label, *(str((content.get("photo") or {}).get(name, "")) for content in (old, after)))
    found += _swap(GALLERY, *(_gallery(content) for content in (old, after)))
    return found


def _gallery(content: Content) -> str:
    """Return the photos beside the lead photo in words: number and caption, or what it shows."""
    number = gettext("no. %(number)d")
    rows = content.get("gallery") or []
    return "; ".join(f"{number % {'number': row['id']}} {row['caption'] or row['alt']}".strip() for row in rows)


def _swap(label: Promise, before: str, after: str) -> list[Change]:
    return [Change(str(label), [], before, after)] if before != after else []


def _told(content: Content, name: str, rows: Rows) -> str:
    if name in ROWS:
        return rows.told(content, name)
    value = content.get(name, "")
    return ", ".join(value) if isinstance(value, list) else str(value)


# --- Back to an old version ------------------------------------------------------------------------


def content_for(story: Article, kept: Content) -> tuple[dict[str, Any], list[str]]:
    """Return a saved version as `Article.revise` takes it, and the labels of what is gone: that stays as it is."""
    rows, lost = Rows([kept]), []
    content = {name: kept[name] for name in ("title", "lead", "body", "writer", "editor", "place", "tags")}
    for name in ("category", "programme"):
        if rows.gone(kept, name):
            lost.append(str(PARTS[name]))
        else:
            content[name] = next(iter(rows.of(kept, name)), None)
    content["supporting"] = rows.of(kept, "supporting")
    if rows.gone(kept, "supporting"):
        lost.append(str(PARTS["supporting"]))
    kept_photos, gone = _photos_for(story, kept)
    if gone:
        lost.append(str(PARTS["lead_photo"]))
    return {**content, **kept_photos}, lost


def _photos_for(story: Article, kept: Content) -> tuple[dict[str, Any], bool]:
    """Return the photos of a saved version, and whether one is gone or another story's: that one has its words."""
    wanted = pictures(kept)
    found = Photo.objects.in_bulk([each["id"] for each in wanted])
    rows = [
        (found[each["id"]], {name: each[name] for name in WORDS})
        for each in wanted
        if each["id"] in found and is_free_for(found[each["id"]], story)
    ]
    gone = len(rows) < len(wanted)
    if gone and kept.get("lead_photo") not in {photo.pk for photo, _words in rows}:
        return {}, True  # without the one that led, the photos stay as they are
    lead, words = rows[0] if rows else (None, None)
    return {"lead_photo": lead, "photo_words": words, "gallery": rows[1:]}, gone
