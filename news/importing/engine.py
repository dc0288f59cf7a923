"""The one engine behind every import: records in, batches of counted articles out.

A reader of some format makes Records; `run` stores them, a batch a transaction. An external id that
is stored already is passed over, so that an import that was killed goes on where it stood.
Locks are taken in the order of `news.ledger`: units by id, then tally rows by unit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.functions import Lower
from django.urls import Resolver404, resolve
from django.utils import timezone
from taggit.models import Tag

from news import html, images, ledger, measuring
from news.importing.rows import insert, insert_all
from news.models import (
    Article,
    ArticleTag,
    Category,
    CountingRule,
    LedgerEntry,
    Measure,
    OldPath,
    Photo,
    Programme,
    Receipt,
    Revision,
    Status,
)
from news.models.article import TITLE_MAX
from news.models.states import Verb
from news.words import TAGS_MAX, slug_of, tag_slug_of
from satker.models import Satker

if TYPE_CHECKING:
    from satker.models import Officer

BATCH = 1000
SOURCE_MAX, EXTERNAL_ID_MAX, LEAD_MAX, PATH_MAX = 40, 100, 500, 500


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A photo that comes with a record: a file's path, or an open file that is read once."""

    upload: Path | IO[bytes]
    caption: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One article on its way in. The text comes as HTML or as typed text; either is cleaned here."""

    external_id: str
    title: str
    satker: Satker
    # The moment of its first publication; None keeps the article as a draft that counts nowhere.
    published_at: dt.datetime | None
    # When a draft was written; unknown is now.
    written_at: dt.datetime | None = None
    lead: str = ""
    body_html: str = ""
    body_text: str = ""
    category: Category | None = None
    programme: Programme | None = None
    tags: tuple[str, ...] = ()  # as news.words.tag_of makes them
    writer: str = ""
    editor: str = ""
    place: str = ""
    supporting: tuple[Satker, ...] = ()
    picture: Picture | None = None
    old_paths: tuple[str, ...] = ()

    def body(self) -> str:
        """Return the text as it may be stored: through one of the sanitiser's two doors."""
        return html.clean(self.body_html) if self.body_html else html.from_text(self.body_text)

    def kept_tags(self) -> tuple[str, ...]:
        """Return the tags that stay: the first eight."""
        return self.tags[:TAGS_MAX]

    def kept_title(self) -> str:
        return cut(self.title, TITLE_MAX)

    def kept_paths(self) -> list[str]:
        """Return the old addresses that can lead here: where the portal has a page of its own, that one answers."""
        return [path for path in dict.fromkeys(self.old_paths) if not _is_ours(path)]


@dataclass
class Outcome:
    """What an import has done so far; `refused_pictures` counts each reason, a sentence."""

    public: int = 0
    drafts: int = 0
    already_there: int = 0
    # An id that is stored already, with another title or date: perhaps the story of another site.
    other_stories: int = 0
    tags_over: int = 0
    pictures: int = 0
    missing_pictures: int = 0
    refused_pictures: Counter[str] = field(default_factory=Counter)
    taken_paths: int = 0
    own_paths: int = 0  # old addresses at which the portal itself answers

    @property
    def imported(self) -> int:
        return self.public + self.drafts


def run(
    source: str,
    records: Iterable[Record],
    *,
    by: Officer | None = None,
    batch: int = BATCH,
    outcome: Outcome | None = None,
    after_batch: Callable[[Outcome], None] | None = None,
) -> Outcome:
    """Import `records` under `source` (40 characters at most), counted on the days of their own dates.

    What `records` raises passes through after the batch before it is stored; `outcome` is then
    what was done. Raises ValueError for a date in the future: nothing may be counted ahead.
    """
    if not source or len(source) > SOURCE_MAX:
        raise ValueError(f"source must have 1 to {SOURCE_MAX} characters")
    outcome = outcome if outcome is not None else Outcome()
    for group in _batches(records, batch):
        _import(source, group, by, outcome)
        if after_batch:
            after_batch(outcome)
    return outcome


def _batches(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    """Yield lists of `size` records; when the reader fails, what it gave before comes first."""
    group: list[Record] = []
    try:
        for record in records:
            group.append(record)
            if len(group) == size:
                yield group
                group = []
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group


Pair = tuple[Article, Record]
Counted = tuple[Article, Record, dt.date]

# --- One batch ------------------------------------------------------------------------------------


@dataclass
class _Item:
    """A record with all that costs time, done before the transaction begins."""

    record: Record
    body: str
    photo: Photo | None = None


def _import(source: str, group: list[Record], by: Officer | None, outcome: Outcome) -> None:
    now = timezone.now()
    for record in group:
        if not record.external_id:
            raise ValueError("a record has no external id")
        if record.published_at and record.published_at > now:
            raise ValueError(f"record {record.external_id} is dated in the future")
    known = _known(source, group)
    fresh: dict[str, Record] = {}
    for record in group:
        if record.external_id not in known:
            fresh.setdefault(record.external_id, record)
    known |= {external_id: _Known(record.kept_title(), record.published_at) for external_id, record in fresh.items()}
    others = sum(known[record.external_id].differs_from(record) for record in group)
    # Within the batch ids and receipts follow the dates; the sort is stable.
    ordered = sorted(fresh.values(), key=lambda record: record.published_at or record.written_at or now)
    with ExitStack() as undo:
        items = [_prepared(record, by, outcome, undo) for record in ordered]
        tag_ids = _tag_ids({tag for record in ordered for tag in record.kept_tags()})
        with transaction.atomic():
            if CountingRule.objects.adopted().filter(copies_count=False).exists():
                measuring.one_at_a_time()
            units = _locked({record.satker.pk for record in ordered})
            # Again under the locks: another run of the same import may just have stored some.
            known = _known(source, ordered)
            late = [item for item in items if item.record.external_id in known]
            items = [item for item in items if item.record.external_id not in known]
            taken = _store(source, items, units, tag_ids, by, now)
        undo.pop_all()
    for item in late:
        _remove(item.photo)
        others += known[item.record.external_id].differs_from(item.record)
    public = sum(item.record.published_at is not None for item in items)
    outcome.public += public
    outcome.drafts += len(items) - public
    outcome.other_stories += others
    outcome.already_there += len(group) - len(items) - others
    outcome.tags_over += sum(len(item.record.tags) - len(item.record.kept_tags()) for item in items)
    outcome.pictures += sum(item.photo is not None for item in items)
    outcome.taken_paths += taken
    outcome.own_paths += sum(len(set(item.record.old_paths)) - len(item.record.kept_paths()) for item in items)


@dataclass(frozen=True)
class _Known:
    """What an id stands for already."""

    title: str
    published_at: dt.datetime | None
    version: int = 1

    def differs_from(self, record: Record) -> bool:
        """Return whether the record is another story: officers change titles and publish drafts, but no date."""
        if self.published_at and record.published_at and self.published_at != record.published_at:
            return True
        return self.version == 1 and (self.title, self.published_at) != (record.kept_title(), record.published_at)


def _known(source: str, group: list[Record]) -> dict[str, _Known]:
    if not group:
        return {}
    # The exclude is what lets the databases use the partial index on (source, external_id).
    rows = Article.objects.filter(source=source, external_id__in=[record.external_id for record in group])
    stored = rows.exclude(external_id="").values_list("external_id", "title", "first_published_at", "version")
    return {external_id: _Known(title, moment, version) for external_id, title, moment, version in stored}


def _prepared(record: Record, by: Officer | None, outcome: Outcome, undo: ExitStack) -> _Item:
    item = _Item(record, record.body())
    if record.picture is not None:
        try:
            item.photo = _photo(record.satker, record.picture, by)
        except FileNotFoundError:
            outcome.missing_pictures += 1
        except (ValidationError, OSError) as error:
            reason = " ".join(error.messages) if isinstance(error, ValidationError) else error.strerror
            outcome.refused_pictures[reason or str(error)] += 1
        else:
            undo.callback(_remove, item.photo)
    return item


def _stored(picture: Picture) -> images.Stored:
    if isinstance(picture.upload, Path):
        with picture.upload.open("rb") as upload:
            return images.store(upload)
    return images.store(picture.upload)


def _photo(satker: Satker, picture: Picture, by: Officer | None) -> Photo:
    stored = _stored(picture)
    return Photo(
        satker_id=satker.pk,
        stem=stored.stem,
        width=stored.width,
        height=stored.height,
        tone=stored.tone,
        sha256=stored.sha256,
        caption=cut(picture.caption, 300),
        alt=cut(picture.alt, 300),
        credit=cut(picture.credit, 120),
        uploaded_by=by,
    )


def _remove(photo: Photo | None) -> None:
    if photo:
        for name in photo.file_names():
            default_storage.delete(name)


def _locked(satker_ids: set[int]) -> dict[int, Satker]:
    """Lock the units whose numbers are given out, in the order in which everybody locks them."""
    units = Satker.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=satker_ids)
    return {unit.pk: unit for unit in units.order_by("pk")}


def _store(
    source: str,
    items: list[_Item],
    units: dict[int, Satker],
    tag_ids: dict[str, int],
    by: Officer | None,
    now: dt.datetime,
) -> int:
    """Write all rows of a batch and return how many old paths another article holds already."""
    Photo.objects.bulk_create(item.photo for item in items if item.photo)
    articles = [_article(source, item, by, now) for item in items]
    insert_all(articles)
    pairs = [(article, item.record) for article, item in zip(articles, items, strict=True)]
    insert(
        ArticleTag,
        ("content_object", "tag", "public_at"),
        (
            (article.pk, tag_id, article.first_published_at)
            for article, record in pairs
            for tag_id in sorted({tag_ids[tag] for tag in record.kept_tags()})
        ),
    )
    insert(
        Article.supporting.through,
        ("article", "satker"),
        ((article.pk, satker_id) for article, record in pairs for satker_id in _supporting(record)),
    )
    actor = by.pk if by else None
    insert(
        Revision,
        ("article", "version", "verb", "status", "actor", "at", "note", "content"),
        ((article.pk, 1, Verb.IMPORT.value, str(article.status), actor, now, "", None) for article, _record in pairs),
    )
    rules = ledger.Rulebook()
    public = [(article, record, rules.day_of(record.published_at)) for article, record in pairs if record.published_at]
    insert(Receipt, ("article", "satker", "year", "number", "code", "issued_at"), _receipts(public, units, now))
    measures = _measured(public, rules)
    insert(
        Measure,
        ("article", "words", "photo", "likeness", "like", "reads"),
        ((each.article_id, each.words, each.photo, each.likeness, each.like_id, 0) for each in measures),
    )
    insert(
        LedgerEntry,
        ("satker", "role", "day", "article", "delta", "reason", "why", "rule_version", "actor", "recorded_at"),
        # The order in which the trigger touches the tally: the same in every transaction, hence no deadlock.
        sorted((*row, actor, now) for row in _shares(public, measures, rules)),
    )
    return _keep_paths(pairs)


def _article(source: str, item: _Item, by: Officer | None, now: dt.datetime) -> Article:
    record = item.record
    moment = record.published_at or record.written_at or now
    return Article(
        title=record.kept_title(),
        slug=slug_of(record.title),
        lead=cut(record.lead, LEAD_MAX),
        body=item.body,
        category_id=record.category.pk if record.category else None,
        programme_id=record.programme.pk if record.programme else None,
        lead_photo=item.photo,
        satker_id=record.satker.pk,
        writer=cut(record.writer, 120),
        editor=cut(record.editor, 120),
        place=cut(record.place, 80),
        status=Status.PUBLISHED if record.published_at else Status.DRAFT,
        first_published_at=record.published_at,
        created_by=by,
        created_at=moment,
        updated_at=moment,
        source=source,
        external_id=record.external_id,
    )


def _supporting(record: Record) -> list[int]:
    return sorted({unit.pk for unit in record.supporting} - {record.satker.pk})


def _receipts(public: list[Counted], units: dict[int, Satker], now: dt.datetime) -> Iterator[tuple[Any, ...]]:
    """Yield (article, unit, year, number, code, moment), the articles in order of date; the units are locked."""
    last = Counter(ledger.last_numbers(list(units), sorted({day.year for _article, _record, day in public})))
    for article, record, day in public:
        satker, year = units[record.satker.pk], day.year
        last[satker.pk, year] += 1
        number = last[satker.pk, year]
        yield article.pk, satker.pk, year, number, ledger.code_of(satker, year, number), now


def _measured(public: list[Counted], rules: ledger.Rulebook) -> list[Measure]:
    """Measure the articles of a batch; they are compared at once only where some rule leaves out copies."""
    measures = []
    for article, _record, _day in public:
        photo = measuring.has_told_photo(article)
        measure = Measure(article_id=article.pk, words=html.words(article.body), photo=photo)
        if not all(rule.copies_count for rule in rules.rules):
            measuring.compare(article, measure)
        measures.append(measure)
    return measures


def _shares(public: list[Counted], measures: list[Measure], rules: ledger.Rulebook) -> Iterator[tuple[Any, ...]]:
    """Yield (unit, role, day, article, delta, reason, why, rule version) for each row of the ledger."""
    for (article, record, day), measure in zip(public, measures, strict=True):
        rule = rules.of(article.first_published_at)  # type: ignore[arg-type]  # all of these are public
        if failings := rule.failings(measure):
            reason, why = ledger.Reason.NOT_COUNTED.value, " ".join(failings)
            yield record.satker.pk, ledger.Role.LEAD.value, day, article.pk, 0, reason, why, rule.version
            continue
        counted = (day, article.pk, 1, ledger.Reason.IMPORT.value, "", rule.version)
        yield (record.satker.pk, ledger.Role.LEAD.value, *counted)
        for satker_id in _supporting(record) if rule.credits_supporting else []:
            yield (satker_id, ledger.Role.SUPPORTING.value, *counted)


def _keep_paths(pairs: list[Pair]) -> int:
    wanted: dict[str, int] = {}
    clashes = 0
    for article, record in pairs:
        for path in record.kept_paths():
            if len(path) > PATH_MAX or wanted.setdefault(path, article.pk) != article.pk:
                clashes += 1
    taken = set(OldPath.objects.filter(path__in=list(wanted)).values_list("path", flat=True)) if wanted else set()
    OldPath.objects.bulk_create(
        (OldPath(path=path, article_id=pk) for path, pk in sorted(wanted.items()) if path not in taken),
        ignore_conflicts=True,
    )
    return clashes + len(taken)


def _is_ours(path: str) -> bool:
    bare, _mark, query = path.partition("?")
    if bare == "/" and query:
        return False  # the front page looks up /?p=172 before it answers
    try:
        resolve(bare)
    except Resolver404:
        return False
    return True


# --- Tags -----------------------------------------------------------------------------------------


def _tag_ids(names: set[str]) -> dict[str, int]:
    """Return the id of each tag, making those that are missing.

    Outside the transaction of the batch: an officer may be making the same tag, and one of the two
    has to give way without losing a thousand articles.
    """
    known = _known_tags(names)
    for _attempt in range(3):
        if missing := sorted(names - known.keys()):
            Tag.objects.bulk_create(_new_tags(missing), ignore_conflicts=True)
            known = _known_tags(names)
    return known


def _known_tags(names: set[str]) -> dict[str, int]:
    """Return the id of each tag that is there, however its name is capitalised."""
    known = dict(Tag.objects.filter(name__in=names).values_list("name", "pk"))
    if others := names - known.keys():
        folded = Tag.objects.annotate(folded=Lower("name")).filter(folded__in=others).order_by("-pk")
        known |= folded.values_list("folded", "pk")
    return known


def _new_tags(names: list[str]) -> list[Tag]:
    slugs = {name: tag_slug_of(name) for name in names}
    taken = set(Tag.objects.filter(slug__in=set(slugs.values())).values_list("slug", flat=True))
    tags = []
    for name, slug in slugs.items():
        if slug in taken:
            slug = f"{slug}-{digest(name)}"
        taken.add(slug)
        tags.append(Tag(name=name, slug=slug))
    return tags


# --- Words that have to fit -------------------------------------------------------------------------


def cut(text: str, limit: int) -> str:
    """Return `text` with at most `limit` characters: cut after a word, with an ellipsis to say so."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    if not text[limit - 1].isspace():
        head = head.rpartition(" ")[0] or head
    return head.rstrip(" .,;:-") + "\u2026"


def digest(text: str) -> str:
    """Return six characters that tell two long texts apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def source_of(name: str) -> str:
    """Return `name` as a source: 40 characters at most, a long one told apart by a digest."""
    return name if len(name) <= SOURCE_MAX else f"{name[: SOURCE_MAX - 7]}-{digest(name)}"
