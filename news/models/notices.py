"""What the desk tells an officer of what others did, and which of it goes out by e-mail too."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from satker import access

if TYPE_CHECKING:
    from news.models.article import Article
    from satker.models import Officer


class NoticeQuerySet(models.QuerySet[Any]):
    def to(self, officer: Officer) -> NoticeQuerySet:
        """Return what `officer` is told, but for stories that are out of reach by now."""
        return self.filter(access.reach(officer, access.Action.WRITE, to="article__satker__"), officer=officer)

    def unread(self) -> NoticeQuerySet:
        """Return what was not read yet."""
        return self.filter(read_at=None)

    def on(self, article: Article) -> NoticeQuerySet:
        """Return what is told of one story."""
        return self.filter(article=article)

    def to_mail(self, at: dt.datetime) -> NoticeQuerySet:
        """Return what is to go out by e-mail at `at`."""
        return self.filter(mail_due_at__lte=at)


class Notice(models.Model):
    """One officer is told of one thing that befell a story; written with it, in the same transaction."""

    class Kind(models.TextChoices):
        RETURNED = "returned", _("Returned")
        PUBLISHED = "published", _("Published")
        HELD = "held", _("Held")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        GRANTED = "granted", _("Second look: it counts.")
        DECLINED = "declined", _("Second look: it does not count.")
        STUCK = "stuck", _("Not published at its time")
        HANDED_IN = "handed_in", _("Handed in for review")

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="notices")
    article = models.ForeignKey("news.Article", models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # Who did it; nobody where the clock or the guard did.
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, db_index=False, related_name="+")
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    # The queue of mails: when to send or to try again; null where no mail is wanted, and once it is sent or given up.
    mail_due_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["officer", "-at", "-id"], name="notice_newest"),
            models.Index(fields=["officer", "article"], condition=Q(read_at__isnull=True), name="notice_unread"),
            models.Index(fields=["at"], condition=Q(read_at__isnull=False), name="notice_old"),
            models.Index(fields=["at"], condition=Q(read_at__isnull=True), name="notice_left"),
            models.Index(fields=["mail_due_at"], condition=Q(mail_due_at__isnull=False), name="notice_to_mail"),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id} {self.kind} {self.officer_id}"


class NoticeMail(models.Model):
    """Of what an officer wants to be told by e-mail too; without a row, of nothing."""

    officer = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="notice_mail"
    )
    returned = models.BooleanField(_("A story of mine was returned"), default=False)
    published = models.BooleanField(_("A story of mine was published"), default=False)
    stopped = models.BooleanField(
        _("A story of mine was held or withdrawn, or not published at its time"), default=False
    )
    answered = models.BooleanField(_("A second look was answered"), default=False)
    handed_in = models.BooleanField(_("A story was handed in for my review"), default=False)

    # The choice that each kind goes by.
    CHOICE = {
        Notice.Kind.RETURNED: "returned",
        Notice.Kind.PUBLISHED: "published",
        Notice.Kind.HELD: "stopped",
        Notice.Kind.WITHDRAWN: "stopped",
        Notice.Kind.STUCK: "stopped",
        Notice.Kind.GRANTED: "answered",
        Notice.Kind.DECLINED: "answered",
        Notice.Kind.HANDED_IN: "handed_in",
    }

    def __str__(self) -> str:
        return f"{self.officer_id}"

    def wants(self, kind: str) -> bool:
        """Return whether a mail of this kind was chosen."""
        return bool(getattr(self, self.CHOICE[Notice.Kind(kind)]))
