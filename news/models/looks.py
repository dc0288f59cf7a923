"""Second looks: a unit asks why a story was not counted, and the answer is a ledger row."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news import ledger, notices
from news.models.article import Article
from news.models.ledger import LedgerEntry
from satker import access

if TYPE_CHECKING:
    from satker.models import Officer


class SecondLook(models.Model):
    """A unit asks why a story was not counted (minta tinjau); the answer is a ledger row."""

    MOST = 2  # an article

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="second_looks", verbose_name=_("article"))
    words = models.CharField(_("why it should count"), max_length=500)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    granted = models.BooleanField(_("granted"), null=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, null=True, related_name="second_look")

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")
        constraints = [
            models.UniqueConstraint("article", condition=Q(granted=None), name="look_one_open"),
            models.CheckConstraint(
                condition=Q(granted=None, answered_at=None) | (Q(granted__isnull=False) & ~Q(answered_at=None)),
                name="look_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id}: {self.words}"

    @classmethod
    def ask(cls, article: Article, by: Officer, words: str, *, at: dt.datetime | None = None) -> SecondLook:
        """Ask the regional team to look again at a story that was not counted.

        Raises PermissionDenied for a story out of reach, ValidationError where there is nothing to ask.
        """
        if not access.may(by, access.Action.WRITE, article.satker):
            raise PermissionDenied
        if not words.strip():
            raise ValidationError({"words": gettext("Say why the story should count.")})
        with transaction.atomic():
            article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
            if ledger.is_counted(article) or not article.is_public:
                raise ValidationError(gettext("This story counts already, or readers cannot see it."))
            if cls.objects.filter(article=article, granted=None).exists():
                raise ValidationError(gettext("A second look has been asked for already."))
            if cls.objects.filter(article=article, granted=False).count() >= cls.MOST:
                raise ValidationError(gettext("This has been looked at twice. Speak to the regional team."))
            return cls.objects.create(article=article, words=words.strip(), asked_by=by, asked_at=at or timezone.now())

    def decide(self, by: Officer, granted: bool, answer: str, *, at: dt.datetime | None = None) -> None:
        """Answer: the story counts from now on its own day, or it does not; either way a ledger row says so.

        Raises PermissionDenied for all but the regional team, ValidationError without words or when answered.
        """
        if not by.is_regional:
            raise PermissionDenied
        if not answer.strip():
            raise ValidationError({"answer": gettext("Give the unit a reason.")})
        at = at or timezone.now()
        with transaction.atomic():
            article = Article.objects.select_for_update(of=("self",)).get(pk=self.article_id)
            stored = SecondLook.objects.select_for_update().get(pk=self.pk)
            if stored.granted is not None:
                raise ValidationError(gettext("This has been answered already."))
            if granted and not article.is_public:
                raise ValidationError(gettext("Readers cannot see this story: it can only be declined."))
            self.granted, self.answer, self.answered_by, self.answered_at = granted, answer.strip(), by, at
            self.entry = ledger.answer(article, granted, answer.strip(), by, at)
            self.save(update_fields=["granted", "answer", "answered_by", "answered_at", "entry"])
            notices.answered(article, self.asked_by, granted, by, at, self.answer)
