"""WordPress exports (WXR): read as a stream, an item at a time, without document types."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.parsers import expat

from django.utils import timezone
from django.utils.translation import gettext as _

from news import html
from news.importing import wordpress
from news.importing.articles import FIRST_YEAR, paths_of
from news.importing.engine import TITLE_MAX, Record, cut, source_of
from news.importing.journal import Bad, Journal, Refused
from news.models import Category
from news.words import one_line, tag_of
from satker.models import Satker

DERIVED_TITLE_MAX = 80
# Looking for mark-up in a line that was not cleaned takes time quadratic in its length.
RAW_LINE = 3000
# What expat refuses and real exports hold.
CONTROLS = bytes([*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
EXPORT = "http://wordpress.org/export/"
# The category of posts without one says nothing of the text.
NO_CATEGORY = {"uncategorized", "uncategorised", "tak-berkategori", "tanpa-kategori"}


class Filtered:
    """A file without the control characters that XML forbids; tells how far it was read."""

    def __init__(self, file: IO[bytes], moved: Callable[[int], None] = lambda size: None) -> None:
        self.file, self.moved = file, moved

    def read(self, size: int = -1) -> bytes:
        while data := self.file.read(size):
            self.moved(len(data))
            if kept := data.translate(None, CONTROLS):
                return kept
        return b""


class _RootReached(Exception):
    pass


def refuse_document_type(path: Path) -> None:
    """Raise Refused when the file declares a document type: entity bombs and outside entities need one."""

    def refuse(*declaration: object) -> None:
        raise Refused(_("The file declares a document type (DOCTYPE). A WordPress export has none; it is refused."))

    def reach(*element: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = reach
    with path.open("rb") as file:
        if file.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
            raise Refused(_("The file is UTF-16. Export it again as UTF-8."))
        file.seek(0)
        stream = Filtered(file)
        try:
            while data := stream.read(65536):
                parser.Parse(data, False)
            parser.Parse(b"", True)
        except _RootReached:
            return
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Refused(_("This is not an XML file: %(error)s.") % {"error": error}) from error


def _name(tag: str) -> str:
    """Return a tag as it is written in exports: wp:post_id, content:encoded; any version of the format."""
    if not tag.startswith("{"):
        return tag
    space, _brace, name = tag[1:].partition("}")
    if space.startswith(EXPORT):
        return f"excerpt:{name}" if space.endswith("/excerpt/") else f"wp:{name}"
    return NAMESPACES.get(space, "other:") + name


def children(stream: Filtered) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield (name, element) for each child of the channel; each is forgotten when the next is asked for."""
    above: list[ElementTree.Element] = []
    for event, element in ElementTree.iterparse(stream, events=("start", "end")):  # noqa: S314 - see refuse_document_type
        if event == "start":
            above.append(element)
            continue
        above.pop()
        if len(above) == 2:
            yield _name(element.tag), element
            above[-1].clear()


@dataclass
class Item:
    """What an <item> says, as texts by name."""

    texts: dict[str, str]
    terms: list[tuple[str, str, str]]  # domain, nicename, name
    comments: int

    @classmethod
    def of(cls, element: ElementTree.Element) -> Item:
        texts: dict[str, str] = {}
        terms, comments = [], 0
        for child in element:
            name = _name(child.tag)
            if name == "category":
                terms.append((child.get("domain", ""), child.get("nicename", ""), child.text or ""))
            elif name == "wp:comment":
                comments += 1
            else:
                texts.setdefault(name, child.text or "")
        return cls(texts, terms, comments)

    def get(self, name: str) -> str:
        return self.texts.get(name, "").strip()


Found = tuple[Item, ElementTree.Element]


@dataclass
class Export:
    """One export file as records of one unit; what was counted and left stands in `counts`."""

    journal: Journal
    satker: Satker
    pages: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    site: str = ""
    is_export: bool = False

    def __post_init__(self) -> None:
        self.now = timezone.now()
        self.zone = timezone.get_default_timezone()
        self.authors: dict[str, str] = {}
        self.categories: dict[str, Category] = {}
        for category in Category.objects.all():
            self.categories |= {category.slug: category, category.name.casefold(): category}

    def read(self) -> tuple[str, Iterator[Record]]:
        """Return the source and the records; raises Refused, the records as late as where the file breaks."""
        refuse_document_type(self.journal.path)
        items = self._items()
        first = next(items, None)
        if not self.is_export:
            raise Refused(_("This is not a WordPress export: it does not say which version of the format it has."))
        return self.source, self._records(first, items)

    @property
    def source(self) -> str:
        """Return the name of the site: with its folder, since sites that share a host number their posts alike."""
        parts = urlsplit(self.site)
        return source_of(f"wxr:{parts.netloc}{parts.path.rstrip('/')}" if parts.netloc else self.journal.path.stem)

    def _items(self) -> Iterator[Found]:
        """Yield each item, with the element it was read from, which lives until the next is asked for."""
        with self.journal.path.open("rb") as file:
            try:
                for name, element in children(Filtered(file, self.journal.moved)):
                    if name == "item":
                        yield Item.of(element), element
                    else:
                        self._head(name, element)
            except ElementTree.ParseError as error:
                line, column = error.position
                raise Refused(
                    _("The file breaks off or is broken at line %(line)d, character %(column)d (%(error)s).")
                    % {"line": line, "column": column + 1, "error": error}
                ) from error
            except (LookupError, ValueError) as error:
                raise Refused(_("This is not an XML file: %(error)s.") % {"error": error}) from error

    def _head(self, name: str, element: ElementTree.Element) -> None:
        """Note what stands before the items."""
        if name == "wp:wxr_version":
            self.is_export = True
        elif name == "link" or (name == "wp:base_blog_url" and not self.site):
            self.site = (element.text or "").strip()
        elif name in {"wp:author", "wp:wp_author"}:
            texts = {_name(child.tag): child.text or "" for child in element}
            login = texts.get("wp:author_login", "").strip()
            self.authors[login] = one_line(unescape(texts.get("wp:author_display_name", ""))) or login

    def _records(self, first: Found | None, items: Iterator[Found]) -> Iterator[Record]:
        number = 0
        current = first
        while current is not None:
            number += 1
            item, element = current
            if self._wanted(item):
                try:
                    record = self._record(item)
                except Bad as reason:
                    raw = ElementTree.tostring(element, "unicode")
                    self.journal.refuse({"item": number, "id": item.get("wp:post_id")}, str(reason), raw)
                else:
                    yield record
            current = next(items, None)

    def _wanted(self, item: Item) -> bool:
        """Count the item by its kind and return whether it becomes an article."""
        kind, status = item.get("wp:post_type") or "-", item.get("wp:status")
        self.counts["comments"] += item.comments
        if kind != "post" and not (kind == "page" and self.pages):
            self.counts[f"type {kind}"] += 1
            return False
        if status in {"trash", "auto-draft"}:
            self.counts["trash"] += 1
            return False
        return True

    def _record(self, item: Item) -> Record:
        external_id = item.get("wp:post_id")
        if not external_id or len(external_id) > 100:
            raise Bad(_("The post has no id."))
        content = item.texts.get("content:encoded", "")
        body = wordpress.to_html(content)
        public = item.get("wp:status") == "publish" and not item.texts.get("wp:post_password")
        moment = self._moment(item)
        if public:
            self._check(moment)
        self.counts["pictures"] += content.lower().count("<img")
        category, tags = self._terms(item)
        return Record(
            external_id=external_id,
            title=_title(item, body),
            lead=one_line(html.plain(item.get("excerpt:encoded")[:RAW_LINE])),
            body_html=body,
            satker=self.satker,
            published_at=moment if public else None,
            written_at=None if public or moment is None or moment > self.now else moment,
            category=category,
            tags=tags,
            writer=self.authors.get(item.get("dc:creator"), item.get("dc:creator")),
            old_paths=self._old_paths(item),
        )

    def _moment(self, item: Item) -> dt.datetime | None:
        """Return the date of an item; drafts have zeros for one."""
        for name, zone in (("wp:post_date_gmt", dt.UTC), ("wp:post_date", self.zone)):
            try:
                moment = dt.datetime.fromisoformat(item.get(name)).replace(tzinfo=zone)
                moment.astimezone(self.zone)
            except (ValueError, OverflowError):
                continue
            return moment
        return None

    def _check(self, moment: dt.datetime | None) -> None:
        if moment is None:
            raise Bad(_("The post has no date."))
        if moment.astimezone(self.zone).year < FIRST_YEAR:
            raise Bad(_("The date lies before %(year)d.") % {"year": FIRST_YEAR})
        if moment > self.now:
            raise Bad(_("The date lies in the future."))

    def _terms(self, item: Item) -> tuple[Category | None, tuple[str, ...]]:
        """Return the category that one of ours answers to, and the tags: all the rest."""
        ours: Category | None = None
        tags: dict[str, None] = {}
        for domain, nicename, text in item.terms:
            name = one_line(unescape(text))
            if domain not in {"category", "post_tag", "tag"} or (domain == "category" and nicename in NO_CATEGORY):
                continue
            known = self.categories.get(nicename) or self.categories.get(name.casefold())
            if domain == "category" and known and ours is None:
                ours = known
            elif tag := tag_of(name):
                tags[tag] = None
        return ours, tuple(tags)

    def _old_paths(self, item: Item) -> tuple[str, ...]:
        kind = "page_id" if item.get("wp:post_type") == "page" else "p"
        site = urlsplit(self.site).path.rstrip("/")
        short = f"{site}/?{kind}={item.get('wp:post_id')}"
        return tuple(dict.fromkeys([*paths_of(item.get("link")), short]))

    def summary(self) -> list[str]:
        """Return what was left behind and why, a line each."""
        told = {
            "comments": _("Comments, never imported: %(count)d"),
            "pictures": _("Pictures within texts, left behind: %(count)d"),
            "trash": _("In the bin, left out: %(count)d"),
        }
        lines = [sentence % {"count": self.counts[name]} for name, sentence in told.items() if self.counts[name]]
        return lines + [
            _("Of the type %(type)s, left out: %(count)d") % {"type": name.removeprefix("type "), "count": count}
            for name, count in sorted(self.counts.items())
            if name.startswith("type ")
        ]


def _title(item: Item, body: str) -> str:
    """Return the title, without mark-up; one that is missing is made of the first words of the text."""
    if title := one_line(html.plain(item.get("title")[:RAW_LINE])):
        return cut(title, TITLE_MAX)
    words = one_line(html.plain(html.clean(body)))
    if not words:
        raise Bad(_("The post has neither title nor text."))
    return cut(words, DERIVED_TITLE_MAX)
