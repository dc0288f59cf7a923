"""The guide for officers as a page of the desk, from the one text in docs/panduan-humas.md.

What the text may hold: headings, paragraphs, lists, pictures; in a line **strong**, *emphasis*, `code` and links. It
becomes plain data that a template writes out, so nothing in it can be mark-up of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.images import get_image_dimensions
from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from news.desk.views import desk
from satker.access import OfficerRequest

SOURCE = settings.BASE_DIR / "docs" / "panduan-humas.md"
PICTURES = "panduan"  # where settings.STATICFILES_DIRS puts the pictures of the guide
PICTURE = re.compile(r"!\[(.*)\]\((.+)\)")
ITEM = re.compile(r"(?:-|([0-9]+)\.) +(.*)")
HEADING = re.compile(r"^#{1,3} .*$", re.MULTILINE)
REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
SPAN = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|(?<!\w)\*(?P<em>[^*]+)\*(?!\w)|`(?P<code>[^`]+)`|\[(?P<link>[^\]]+)\]\((?P<to>[^)\s]+)\)"
)
LEADS = re.compile(r"(?:/|#|https://)(?!/)")  # where a link may lead


@dataclass(frozen=True)
class Span:
    """A piece of a line: `kind` is "", strong, em, code or link."""

    text: str
    kind: str = ""
    to: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture of the guide with its size, so that it keeps its place until it is there."""

    address: str
    alt: str
    width: int
    height: int


@dataclass
class Block:
    """A paragraph (p), a smaller heading (h3), a list (ul, ol) or a picture (img)."""

    kind: str
    lines: list[list[Span]] = field(default_factory=list)
    picture: Picture | None = None


@dataclass
class Part:
    """A section: what somebody wants to do, and how."""

    title: str
    slug: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class Guide:
    title: str
    intro: list[Block]
    parts: list[Part]


def spans(line: str) -> list[Span]:
    """Return the pieces of a line; an address of the portal in `code` leads there."""
    found, at = [], 0
    for match in SPAN.finditer(line):
        found += [Span(line[at : match.start()])] if match.start() > at else []
        kind, at = str(match.lastgroup if match.lastgroup != "to" else "link"), match.end()
        to = match["to"] or (match["code"] if (match["code"] or "").startswith("/") else "")
        found.append(Span(match[kind], kind, to if LEADS.match(to) else ""))
    return [*found, *([Span(line[at:])] if at < len(line) else [])]


def read(text: str) -> Guide:
    """Return the guide that a text holds: one heading of the first rank, and parts under those of the second."""
    title, intro, parts = "", [], []  # type: ignore[var-annotated]
    for chunk in _chunks(REMARK.sub("", text)):
        if chunk.startswith("# "):
            title = chunk[2:]
        elif chunk.startswith("## "):
            parts.append(Part(chunk[3:], slugify(chunk[3:])))
        else:
            (parts[-1].blocks if parts else intro).append(_block(chunk))
    return Guide(title, intro, parts)


def _chunks(text: str) -> Iterator[str]:
    apart = HEADING.sub(r"\n\g<0>\n", text)
    yield from (chunk.strip() for chunk in re.split(r"\n\s*\n", apart) if chunk.strip())


def _block(chunk: str) -> Block:
    if chunk.startswith("### "):
        return Block("h3", [spans(chunk[4:])])
    if match := PICTURE.fullmatch(chunk):
        return Block("img", picture=_picture(match[1], match[2]))
    if match := ITEM.match(chunk):
        # A line further in goes on with the item before it.
        items = re.sub(r"\n +", " ", chunk).split("\n")
        lines = [spans(found[2]) for item in items if (found := ITEM.fullmatch(item))]
        return Block("ol" if match[1] else "ul", lines)
    return Block("p", [spans(" ".join(chunk.split("\n")))])


def _picture(alt: str, path: str) -> Picture:
    width, height = get_image_dimensions(SOURCE.parent / path)
    return Picture(static(f"{PICTURES}/{PurePosixPath(path).name}"), alt, width or 0, height or 0)


@cache
def guide() -> Guide:
    """Return the guide, read once in the life of a process."""
    return read(SOURCE.read_text())


@desk
@require_safe
def page(request: OfficerRequest) -> HttpResponse:
    """The guide for officers."""
    return render(request, "desk/guide.html", {"guide": guide()})
