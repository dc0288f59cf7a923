"""JSON lines: one article a line, as other newsrooms and our own exports write them.

    {"id": 7, "title": "...", "unit": 3, "published": "2026-03-01T09:00:00+08:00", "body": "...",
     "intro": "...", "tags": [1, "haji"], "image": "lead-001.jpg"}

Our own exports may add lead, category and programme (slugs), writer, editor, place, supporting
(codes of units), image_caption, image_alt, image_credit and old_path.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from news.importing.engine import EXTERNAL_ID_MAX, Picture, Record
from news.importing.journal import Bad, Journal, Refused
from news.importing.units import Units
from news.models import Category, Programme
from news.models.article import TITLE_MAX
from news.words import one_line, tag_of
from satker.models import Satker

# No article is as long; a file without line ends must not fill the memory.
LINE_MAX = 8 * 1024 * 1024
FIRST_YEAR = 1990


def lines(path: Path) -> Iterator[tuple[int, bytes, int]]:
    """Yield (line number, line, bytes read) for each line; a line beyond the limit comes cut."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LINE_MAX + 1):
            number += 1
            size = len(line)
            if size > LINE_MAX:
                size += _to_line_end(file, line)
            yield number, line, size


def _to_line_end(file: IO[bytes], line: bytes) -> int:
    passed = 0
    while line and not line.endswith(b"\n"):
        line = file.readline(LINE_MAX)
        passed += len(line)
    return passed


def used_units(path: Path) -> set[Any]:
    """Return the different units that the lines of a file name."""
    used = set()
    for _number, line, _size in lines(path):
        try:
            unit = parse(line).get("unit")
        except Bad:
            continue
        if isinstance(unit, str | int):
            used.add(unit)
    return used


def parse(line: bytes) -> dict[str, Any]:
    """Return the object on a line; raises Bad."""
    if len(line) > LINE_MAX:
        raise Bad(_("The line is longer than %(limit)d MB.") % {"limit": LINE_MAX // 1024 // 1024})
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Bad(_("The line is not UTF-8 text.")) from None
    except json.JSONDecodeError as error:
        raise Bad(
            _("The line is not JSON: %(error)s at character %(place)d.") % {"error": error.msg, "place": error.pos + 1}
        ) from None
    except (ValueError, RecursionError):
        raise Bad(_("The line is not JSON that can be read.")) from None
    if not isinstance(row, dict):
        raise Bad(_("The line is JSON, but not an object."))
    return row


def load_tags(path: Path | None) -> dict[Any, str]:
    """Return the names of a file of tags by id; raises Refused."""
    tags: dict[Any, str] = {}
    if path is None:
        return tags
    for number, line, _size in lines(path):
        if not line.strip():
            continue
        try:
            row = parse(line)
            if not isinstance(row.get("id"), str | int) or not isinstance(row.get("name"), str):
                raise Bad(_("id or name is missing."))
        except Bad as error:
            raise Refused(
                _("%(file)s, line %(number)d: %(reason)s") % {"file": path, "number": number, "reason": error}
            ) from error
        tags[row["id"]] = row["name"]
    return tags


@dataclass
class Reader:
    """Makes records of lines; what cannot be one goes to the journal."""

    journal: Journal
    units: Units
    tags: dict[Any, str]
    images: Path

    def __post_init__(self) -> None:
        self.now = timezone.now()
        self.zone = timezone.get_default_timezone()
        self.categories = {category.slug: category for category in Category.objects.all()}
        self.programmes = {programme.slug: programme for programme in Programme.objects.all()}

    def records(self) -> Iterator[Record]:
        """Yield a record for each good line of the journal's file."""
        for number, line, size in lines(self.journal.path):
            self.journal.moved(size)
            if not line.strip():
                continue
            try:
                record = self.record(parse(line))
            except Bad as reason:
                raw = line.decode("utf-8", "replace").rstrip("\r\n")
                self.journal.refuse({"line": number}, str(reason), raw)
            else:
                yield record

    def record(self, row: dict[str, Any]) -> Record:
        """Return the record of one line; raises Bad with the first reason found."""
        title = _title(row)
        body = _text(row, "body").strip()
        if not body:
            raise Bad(_("The text is empty."))
        return Record(
            external_id=_external_id(row),
            title=title,
            lead=_line(row, "lead") or _line(row, "intro"),
            body_text=body,
            satker=self.units.find(row.get("unit")),
            published_at=self._moment(row),
            category=_one_of(self.categories, _text(row, "category"), _("The category %(name)s is unknown.")),
            programme=_one_of(self.programmes, _text(row, "programme"), _("The programme %(name)s is unknown.")),
            tags=self._tags(row),
            writer=_line(row, "writer"),
            editor=_line(row, "editor"),
            place=_line(row, "place"),
            supporting=self._supporting(row),
            picture=self._picture(row),
            old_paths=_old_paths(row),
        )

    def _moment(self, row: dict[str, Any]) -> dt.datetime:
        value = row.get("published")
        try:
            moment = dt.datetime.fromisoformat(value if isinstance(value, str) else "")
            if timezone.is_naive(moment):
                moment = timezone.make_aware(moment, self.zone)
            year = moment.astimezone(self.zone).year
        except (ValueError, OverflowError):
            raise Bad(_("The date %(date)r is not an ISO 8601 date.") % {"date": value}) from None
        if year < FIRST_YEAR:
            raise Bad(_("The date lies before %(year)d.") % {"year": FIRST_YEAR})
        if moment > self.now:
            raise Bad(_("The date lies in the future."))
        return moment

    def _tags(self, row: dict[str, Any]) -> tuple[str, ...]:
        tags = []
        for value in _list(row, "tags"):
            name = self.tags.get(value, value) if type(value) in {str, int} else None
            if not isinstance(name, str):
                raise Bad(_("The tag %(name)s is not in the file of tags.") % {"name": value})
            tags.append(tag_of(_sound(name)))
        return tuple(dict.fromkeys(filter(None, tags)))

    def _supporting(self, row: dict[str, Any]) -> tuple[Satker, ...]:
        units = []
        for code in _list(row, "supporting"):
            unit = self.units.by_code.get(code.casefold()) if isinstance(code, str) else None
            if unit is None:
                raise Bad(_("No unit has the code %(name)s.") % {"name": code})
            units.append(unit)
        return tuple(units)

    def _picture(self, row: dict[str, Any]) -> Picture | None:
        name = _text(row, "image")
        if not name:
            return None
        words = {part: _line(row, f"image_{part}") for part in ("caption", "alt", "credit")}
        # Only the last part: a file may not reach for pictures elsewhere on this machine.
        return Picture(upload=self.images / Path(name).name, **words)


def _sound(text: str) -> str:
    """Return text that every database can keep: JSON may spell halves of characters, and zeros."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Bad(_("%(name)s is not text.") % {"name": name})
    return _sound(value)


def _line(row: dict[str, Any], name: str) -> str:
    text = _text(row, name)
    return one_line(text) if text else ""


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Bad(_("%(name)s is not a list.") % {"name": name})
    return value


def _external_id(row: dict[str, Any]) -> str:
    value = row.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise Bad(_("The id is missing."))
    external_id = _sound(str(value).strip())
    if len(external_id) > EXTERNAL_ID_MAX:
        raise Bad(_("The id is longer than %(limit)d characters.") % {"limit": EXTERNAL_ID_MAX})
    return external_id


def _title(row: dict[str, Any]) -> str:
    title = _line(row, "title")
    if not title:
        raise Bad(_("The title is empty."))
    if len(title) > TITLE_MAX:
        raise Bad(_("The title has more than %(limit)d characters.") % {"limit": TITLE_MAX})
    return title


def _one_of(known: dict[str, Any], slug: str, sentence: str) -> Any:
    if slug and slug not in known:
        raise Bad(sentence % {"name": slug})
    return known.get(slug)


def _old_paths(row: dict[str, Any]) -> tuple[str, ...]:
    return paths_of(_text(row, "old_path"))


def paths_of(address: str) -> tuple[str, ...]:
    """Return the path of an address as requests carry it, with its query; the front page is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ()
    path = "/" + unquote(parts.path).lstrip("/") + (f"?{parts.query}" if parts.query else "")
    return (path,) if path != "/" else ()
