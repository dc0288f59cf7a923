"""A name is taken out of a story: asked for by the public, answered by the unit, cleaned wherever it is kept.

What stays: the ledger and the receipts, which are never changed (they hold no names of a story's persons, unless an
officer wrote one into the answer to a second look: `Found.in_ledger` says so), and the keys by which near-copies are
found, digests that lead back to no word.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from news import holding, html, photos, proof
from news.models import Article, NameCleaning, Photo, RemovalRequest
from news.models.states import Verb
from news.names import Names, words_of
from satker.models import Officer

WAITING_MOST = 20  # requests on one story that wait for an answer
FORGET_AFTER = dt.timedelta(days=30)
SPELLINGS_MOST, LETTERS_LEAST, REPLACEMENT_MAX = 5, 3, 40
# Initials, "seorang siswa", "Bunga (nama samaran)".
REPLACEMENT = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’()-])*")
AROUND = 40

LABELS: dict[str, Promise] = {
    "title": _("Title"), "lead": _("Lead"), "body": _("Text"), "writer": _("Writer"), "editor": _("Editor"),
    "place": _("Place of the event"), "withdrawn_reason": _("Reason for withdrawal"), "caption": _("Caption"),
    "alt": _("What the photo shows"), "credit": _("Photographer"),
}  # fmt: skip
LINES = ("title", "lead", "writer", "editor", "place")
PHOTO_LINES = ("caption", "alt", "credit")
# Texts beside a story, by the name under which the story knows them: whoever keeps new ones adds them here.
BESIDE: dict[str, tuple[str, ...]] = {
    "corrections": ("text",), "second_looks": ("words", "answer"), "notices": ("words",),
}  # fmt: skip
BESIDE_LABELS: dict[str, Promise] = {
    "corrections": _("Correction (Ralat)"), "second_looks": _("Second look"), "notices": _("News to officers"),
}  # fmt: skip


# --- Asked ----------------------------------------------------------------------------------------


def ask(article: Article, *, at: dt.datetime | None = None, **said: str) -> RemovalRequest:
    """Keep the request of somebody who may be anybody; the same one, sent twice, is one.

    Raises ValidationError where too many wait for an answer on this story.
    """
    at = at or timezone.now()
    with transaction.atomic():
        story = Article.objects.select_for_update(of=("self",)).only("pk").get(pk=article.pk)
        waiting = RemovalRequest.objects.waiting().filter(article=story)
        if known := waiting.filter(name__iexact=said["name"], contact__iexact=said["contact"]).first():
            return known
        if waiting.count() >= WAITING_MOST:
            told = gettext("Many requests on this story wait for an answer. Try again in a few days.")
            raise ValidationError(told)
        request = RemovalRequest.objects.create(article=story, asked_at=at, **said)
        asked(request)
    return request


def asked(request: RemovalRequest) -> None:
    """Be told of a new request, within its transaction: for notices and e-mails to the unit and the regional team."""


# --- Found ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """One place of a name in what readers see or an officer reads."""

    label: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Found:
    """Where a name stands: places that are read, and how many there are in what is kept."""

    places: list[Place] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    versions: int = 0  # saved versions and notes of the history that hold it
    old_addresses: int = 0
    in_ledger: bool = False

    @property
    def any(self) -> bool:
        return bool(self.places or self.tags or self.versions or self.old_addresses)


def find(article: Article, names: Names) -> Found:
    """Return where the name stands in a story and what is kept of it; the same queries however many places."""
    texts = [(LABELS[name], getattr(article, name)) for name in (*LINES, "withdrawn_reason")]
    texts.insert(2, (LABELS["body"], html.lines(article.body)))
    revisions = list(article.revisions.values_list("content", "note"))
    for photo in photos_of(article, [content for content, _note in revisions if content]):
        texts += [(LABELS[name], getattr(photo, name)) for name in PHOTO_LINES]
    for related, names_of in BESIDE.items():
        for row in getattr(article, related).all():
            texts += [(BESIDE_LABELS[related], getattr(row, name)) for name in names_of]
    whys = article.ledger.exclude(why="").values_list("why", flat=True)
    return Found(
        places=[place for label, text in texts for place in _places(str(label), text, names)],
        tags=[tag.name for tag in article.tags.all() if names.is_in(tag.name)],
        versions=sum(bool(_cleaned(content, names, "x")[1] or names.spans(note)) for content, note in revisions),
        old_addresses=sum(names.is_in(path) for path in article.old_paths.values_list("path", flat=True)),
        in_ledger=any(names.spans(why) for why in whys),
    )


def _places(label: str, text: str, names: Names) -> list[Place]:
    return [
        Place(
            label,
            ("…" if start > AROUND else "") + text[max(start - AROUND, 0) : start],
            text[start:end],
            text[end : end + AROUND] + ("…" if end + AROUND < len(text) else ""),
        )
        for start, end in names.spans(text)
    ]


def photos_of(article: Article, contents: Iterable[dict[str, Any]]) -> list[Photo]:
    """Return the photos of a story, with those of its earlier versions that no other story shows."""
    former: set[int] = set()
    for content in contents:
        former |= {content["lead_photo"]} if content.get("lead_photo") else set()
        former |= {each["id"] for each in content.get("gallery") or []}
    shown = photos.of(article)
    former -= {photo.pk for photo in shown}
    free = Photo.objects.filter(pk__in=former, leading=None, shown_in=None) if former else []
    return [*shown, *free]


def _cleaned(value: Any, names: Names, by: str, key: str = "") -> tuple[Any, int]:
    """Return a part of a saved version without the name, and the number of places; a tag that holds it is left out."""
    if isinstance(value, str):
        return names.replaced_in_html(value, by) if key == "body" else names.replaced(value, by)
    if key == "tags":
        kept = [tag for tag in value if not names.is_in(tag)]
        return kept, len(value) - len(kept)
    if isinstance(value, list):
        items = [_cleaned(each, names, by) for each in value]
        return [item for item, _count in items], sum(count for _item, count in items)
    if isinstance(value, dict):
        parts = {name: _cleaned(each, names, by, name) for name, each in value.items()}
        return {name: part for name, (part, _count) in parts.items()}, sum(count for _part, count in parts.values())
    return value, 0


def initials(name: str) -> str:
    """Return the initials that stand for a name: A.F."""
    return "".join(f"{word[0].upper()}." for word in words_of(name)[:4])


# --- Answered -------------------------------------------------------------------------------------


def may_answer(officer: Officer, article: Article) -> bool:
    """Return whether this officer may answer: who may change what readers see of the story."""
    return article.may(officer, Verb.REMOVE_NAME)


def decline(request: RemovalRequest, by: Officer, reason: str, *, at: dt.datetime | None = None) -> None:
    """Answer that the name stays, and why.

    Raises PermissionDenied for whoever may not answer, ValidationError without a reason or when answered.
    """
    if not reason.strip():
        raise ValidationError({"answer": gettext("Say why the name stays: the person will ask.")})
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).select_related("satker").get(pk=request.article_id)
        _answer(request, article, by, granted=False, answer=reason.strip(), at=at or timezone.now())


def _answer(
    request: RemovalRequest, article: Article, by: Officer, *, granted: bool, answer: str, at: dt.datetime
) -> None:
    """Write the answer down; the article is locked before its request, everywhere."""
    if not may_answer(by, article):
        raise PermissionDenied
    stored = RemovalRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if stored.granted is not None:
        raise ValidationError(gettext("This has been answered already."))
    request.granted, request.answer, request.answered_by, request.answered_at = granted, answer, by, at
    request.save(update_fields=["granted", "answer", "answered_by", "answered_at"])


def check_spellings(request: RemovalRequest, spellings: Iterable[str]) -> list[str]:
    """Return the spellings of the name that was asked about; others, and what is no name, are a ValidationError.

    A cleaning leaves no trace of what stood there: it takes out the name of a request, and nothing else.
    """
    wanted = {word for word in words_of(request.name) if len(word) >= LETTERS_LEAST}
    found = [spelling for spelling in map(str.strip, spellings) if spelling]
    if not found:
        raise ValidationError({"spellings": gettext("Write the name as it stands in the story.")})
    if len(found) > SPELLINGS_MOST:
        raise ValidationError({"spellings": gettext("At most %(most)d spellings.") % {"most": SPELLINGS_MOST}})
    for spelling in found:
        words = words_of(spelling)
        if any(map(str.isdigit, spelling)) or not any(len(word) >= LETTERS_LEAST for word in words):
            told = gettext("“%(name)s” is no name that can be looked for.")
            raise ValidationError({"spellings": told % {"name": spelling}})
        if not wanted & set(words):
            told = gettext("“%(name)s” shares no word with the name in the request.")
            raise ValidationError({"spellings": told % {"name": spelling}})
    return found


def _check_replacement(replacement: str, names: Names, by: Officer) -> None:
    if len(replacement) > REPLACEMENT_MAX or not REPLACEMENT.fullmatch(replacement):
        told = gettext("Write initials or a few words, such as A.F. or “seorang siswa”: letters and full stops only.")
        raise ValidationError({"replacement": told})
    if names.spans(replacement):
        raise ValidationError({"replacement": gettext("This is the name itself.")})
    if not by.is_regional and (found := holding.in_words(replacement)):
        raise ValidationError({"replacement": found})


def grant(
    request: RemovalRequest,
    by: Officer,
    spellings: Iterable[str],
    replacement: str,
    *,
    version: int | None = None,
    at: dt.datetime | None = None,
) -> NameCleaning:
    """Take the name out of the story and of all that is kept of it, in one transaction, with a public correction.

    Raises PermissionDenied, Stale, OutOfTurn, and ValidationError where nothing is found or nothing may stand there.
    """
    at, replacement = at or timezone.now(), replacement.strip()
    names = Names(check_spellings(request, spellings))
    _check_replacement(replacement, names, by)
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).select_related("satker").get(pk=request.article_id)
        _answer(request, article, by, granted=True, answer="", at=at)
        words = html.words(proof.published_texts([article.pk])[article.pk])
        places = _clean_story(article, by, names, replacement, version, at)
        places += _clean_beside(article, names, replacement)
        places += _clean_history(article, names, replacement)
        places += _seal_addresses(article, names)
        if not places:
            raise ValidationError(
                {"spellings": gettext("The name stands nowhere in this story: write it as it stands.")}
            )
        words -= html.words(proof.published_texts([article.pk])[article.pk])
        return NameCleaning.objects.create(article=article, request=request, by=by, at=at, places=places, words=words)


def _clean_story(
    article: Article, by: Officer, names: Names, replacement: str, version: int | None, at: dt.datetime
) -> int:
    """Save the next version without the name.

    Through the article's own verb: its row, version and time of change move, so search, feeds, interfaces and the
    validators of cached pages, which all read the row, follow by themselves.
    """
    kept = article.revisions.values_list("content", flat=True)
    shown = photos_of(article, [content for content in kept if content])
    content: dict[str, Any] = {}
    count = 0
    for name in LINES:
        content[name], places = names.replaced(getattr(article, name), replacement)
        count += places
    content["body"], places = names.replaced_in_html(article.body, replacement)
    reason, more = names.replaced(article.withdrawn_reason, replacement)
    tags = list(article.tags.all())
    stay = [tag for tag in tags if not names.is_in(tag.name)]
    count += places + more + len(tags) - len(stay)
    note = gettext("A name in this story was replaced at the request of those concerned.")
    article.remove_name(by, note, version=version, at=at, tags=stay, withdrawn_reason=reason, **content)
    count += sum(_clean_row(photo, PHOTO_LINES, names, replacement) for photo in shown)
    article.autosaves.all().delete()  # what was typed and not saved may hold it
    gone = [tag.pk for tag in tags if tag not in stay]
    # A tag that no other story has would keep a page of its own with the name on it.
    Tag.objects.filter(pk__in=gone, taggings=None).delete()
    return count


def _clean_row(row: Model, fields: Iterable[str], names: Names, replacement: str) -> int:
    changed: dict[str, str] = {}
    count = 0
    for name in fields:
        text, places = names.replaced(getattr(row, name), replacement)
        if places:
            most = row._meta.get_field(name).max_length  # type: ignore[union-attr]
            changed[name], count = text[:most] if most else text, count + places
    if changed:
        for name, text in changed.items():
            setattr(row, name, text)
        row.save(update_fields=list(changed))
    return count


def _clean_beside(article: Article, names: Names, replacement: str) -> int:
    return sum(
        _clean_row(row, fields, names, replacement)
        for related, fields in BESIDE.items()
        for row in getattr(article, related).all()
    )


def _clean_history(article: Article, names: Names, replacement: str) -> int:
    """Take the name out of every saved version and note; that the versions are there, when and by whom stays."""
    count, changed = 0, []
    for line in article.revisions.all():
        content, places = _cleaned(line.content, names, replacement)
        note, more = names.replaced(line.note, replacement)
        if places or more:
            line.content, line.note = content, note
            changed.append(line)
            count += places + more
    article.revisions.model._default_manager.bulk_update(changed, ["content", "note"], batch_size=50)
    return count


def _seal_addresses(article: Article, names: Names) -> int:
    """Keep former addresses that hold the name as digests: they lead on, and can be read no more."""
    count = 0
    for old in article.old_paths.all():
        if names.is_in(old.path):
            old.path = sealed(old.path)
            old.save(update_fields=["path"])
            count += 1
    return count


def sealed(path: str) -> str:
    """Return a former address as a digest; no address that is asked for begins like it."""
    return f"#{hashlib.sha256(path.encode()).hexdigest()}"


# --- Forgotten ------------------------------------------------------------------------------------


def forget(at: dt.datetime | None = None) -> int:
    """Delete name, contact and words of requests that were answered long enough ago; return how many."""
    at = at or timezone.now()
    late = RemovalRequest.objects.filter(answered_at__lt=at - FORGET_AFTER, forgotten_at=None)
    count = 0
    for request in late[:500]:
        answer = Names([request.name]).replaced(request.answer, initials(request.name) or "…")[0]
        request.name = request.contact = request.words = ""
        request.answer, request.forgotten_at = answer[:500], at
        request.save(update_fields=["name", "contact", "words", "answer", "forgotten_at"])
        count += 1
    return count


def waiting_for(officer: Officer) -> int:
    """Return how many requests within reach wait for an answer; one query."""
    return RemovalRequest.objects.waiting().seen_by(officer).count()
