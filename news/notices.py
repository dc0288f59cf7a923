"""Who is told of what: written in the transaction of the verb that causes it, and never of what one did oneself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.models.notices import Notice, NoticeMail
from news.models.states import Status, Verb
from satker import access
from satker.models import Officer

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from news.models.article import Article
    from news.models.notices import NoticeQuerySet

Kind = Notice.Kind
KINDS = {
    Verb.RETURN: Kind.RETURNED,
    Verb.PUBLISH: Kind.PUBLISHED,
    Verb.HOLD: Kind.HELD,
    Verb.WITHDRAW: Kind.WITHDRAWN,
    Verb.SUBMIT: Kind.HANDED_IN,
}
SHOWN_AT_MOST = 99
KEPT, UNREAD_KEPT = dt.timedelta(days=90), dt.timedelta(days=365)
SWEPT = 1000


# --- Told -----------------------------------------------------------------------------------------


def tell(article: Article, verb: Verb, by: Officer | None, at: dt.datetime, note: str = "") -> None:
    """Tell of a verb whoever it concerns; within its transaction. No query for what an officer does to the own story.

    Two are the exception: what the guard holds it holds by itself, whoever pressed the button, and so does the clock.
    """
    kind = KINDS.get(verb)
    if kind is None:
        return
    actor = None if kind is Kind.HELD else by
    people = _reviewers(article) if kind is Kind.HANDED_IN else _owners(article, actor)
    _write(article, kind, people, actor, at, note)


def answered(article: Article, asked_by: Officer, granted: bool, by: Officer, at: dt.datetime, answer: str) -> None:
    """Tell of the answer to a second look: who asked, and whose story it is; within the transaction."""
    kind = Kind.GRANTED if granted else Kind.DECLINED
    _write(article, kind, [asked_by, *_owners(article, by)], by, at, answer)


def stuck(article: Article, at: dt.datetime, why: str) -> None:
    """Tell that a scheduled story could not go live: once for each time it is scheduled, whose it is and who did that.

    The clock's own transaction was undone; this is one of its own, and safe on several hosts at once.
    """
    with transaction.atomic():
        stored = type(article).objects.select_for_update(of=("self",)).select_related("satker").get(pk=article.pk)
        if stored.status != Status.SCHEDULED:
            return
        known = Notice.objects.on(stored).filter(kind=Kind.STUCK, at__gte=stored.updated_at)
        if known.exists():
            return
        lines = stored.revisions.filter(verb=Verb.SCHEDULE).select_related("actor").defer("content")
        line = lines.order_by("-version").first()
        people = _owners(stored, None) + ([line.actor] if line and line.actor else [])
        _write(stored, Kind.STUCK, people, None, at, why)


def _owners(article: Article, by: Officer | None) -> list[Officer]:
    """Return whose story it is: its creator's, or its unit's where there is none or the creator has moved on."""
    if by is not None and by.pk == article.created_by_id:
        return []
    creator = article.created_by
    if creator is not None and access.may(creator, access.Action.WRITE, article.satker):
        return [creator]
    return list(Officer.objects.filter(satker=article.satker_id, is_active=True))


def _reviewers(article: Article) -> QuerySet[Officer]:
    """Return who may publish the story."""
    return Officer.objects.filter(access.who_may(access.Action.PUBLISH, article.satker))


def _write(
    article: Article, kind: Kind, people: Iterable[Officer], by: Officer | None, at: dt.datetime, words: str
) -> None:
    told = {officer.pk: officer for officer in people if by is None or officer.pk != by.pk}
    if not told:
        return
    choice = NoticeMail.CHOICE[kind]
    by_mail = NoticeMail.objects.filter(**{choice: True}, officer__in=told).exclude(officer__email="")
    wanted = set(by_mail.values_list("officer", flat=True))
    Notice.objects.bulk_create(
        Notice(
            officer=officer, article=article, kind=kind, actor=by, words=words, at=at,
            mail_due_at=at if pk in wanted else None,
        )
        for pk, officer in told.items()
    )  # fmt: skip


# --- Read -----------------------------------------------------------------------------------------


def unread(officer: Officer) -> int:
    """Return how many notices the officer has not read, at most one more than is shown; one query, as far as that."""
    return Notice.objects.to(officer).unread().order_by()[: SHOWN_AT_MOST + 1].count()


def read(officer: Officer, article: Article) -> None:
    """Mark what the officer was told of this story as read; one query, and a second if there was something."""
    mine = Notice.objects.filter(officer=officer).unread().on(article)
    # Asked first: writing would make readers of the desk wait for each other.
    if mine.exists():
        mine.update(read_at=timezone.now())


def read_all(officer: Officer) -> int:
    """Mark all that the officer was told as read; return how much that was."""
    return Notice.objects.filter(officer=officer).unread().update(read_at=timezone.now())


def sweep(at: dt.datetime | None = None) -> int:
    """Delete what was read and is older than three months, and what nobody read for a year; return how much."""
    at = at or timezone.now()
    read, left = (Notice.objects.filter(read_at__isnull=none) for none in (False, True))
    # Two along an index each, which the two together have none of.
    old = [*_ids(read.filter(at__lt=at - KEPT)), *_ids(left.filter(at__lt=at - UNREAD_KEPT))]
    return Notice.objects.filter(pk__in=old).delete()[0] if old else 0


def _ids(notices: NoticeQuerySet) -> list[int]:
    return list(notices.order_by("at").values_list("pk", flat=True)[:SWEPT])


# --- In words -------------------------------------------------------------------------------------


def sentence(notice: Notice) -> str:
    """Return what happened, in one sentence without the story's title."""
    who = {"name": str(notice.actor) if notice.actor else _("The portal")}
    if notice.kind == Kind.PUBLISHED and notice.actor is None:
        return _("Published at its scheduled time.")
    return {
        Kind.RETURNED: _("%(name)s returned this story:"),
        Kind.PUBLISHED: _("%(name)s published this story."),
        Kind.HELD: _("Held for the regional team to look at:"),
        Kind.WITHDRAWN: _("%(name)s withdrew this story:"),
        Kind.GRANTED: _("Second look: it counts."),
        Kind.DECLINED: _("Second look: it does not count."),
        Kind.STUCK: _("It could not be published at its scheduled time."),
        Kind.HANDED_IN: _("%(name)s handed in this story for review."),
    }[Kind(notice.kind)] % who
