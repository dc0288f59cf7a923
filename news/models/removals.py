"""Requests to take a name out of a story, and what was done about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.article import Article
from satker import access

if TYPE_CHECKING:
    from satker.models import Officer

WORDS_MAX = 1000


class RemovalQuerySet(models.QuerySet["RemovalRequest"]):
    def seen_by(self, officer: Officer) -> RemovalQuerySet:
        """Return the requests on stories within reach: of the unit, its editors, the regional team."""
        return self.filter(access.reach(officer, access.Action.WRITE, to="article__satker__"))

    def waiting(self) -> RemovalQuerySet:
        """Return the requests that nobody has answered."""
        return self.filter(granted=None)


class RemovalRequest(models.Model):
    """Somebody asks that a name be taken out of a story; name and contact are forgotten after the answer."""

    class Capacity(models.TextChoices):
        PERSON = "person", _("I am this person")
        GUARDIAN = "guardian", _("I am the parent or guardian")
        OTHER = "other", _("I write for somebody else")

    class Why(models.TextChoices):
        MINOR = "minor", _("The person is or was a child")
        CONSENT = "consent", _("Nobody was asked for consent")
        HARM = "harm", _("The story harms the person")
        WRONG = "wrong", _("The name is wrong, or of somebody else")
        OTHER = "other", _("Another reason")

    article = models.ForeignKey(Article, models.PROTECT, related_name="removal_requests", verbose_name=_("article"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    capacity = models.CharField(_("in what capacity"), max_length=8, choices=Capacity.choices)
    why = models.CharField(_("reason"), max_length=8, choices=Why.choices)
    words = models.TextField(_("more about it"), max_length=WORDS_MAX, blank=True)
    contact = models.CharField(_("e-mail or telephone"), max_length=160, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    granted = models.BooleanField(_("granted"), null=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)
    forgotten_at = models.DateTimeField(_("name and contact deleted at"), null=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("request to remove a name")
        verbose_name_plural = _("requests to remove a name")
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="removal_newest"),
            models.Index(fields=["article"], condition=Q(granted=None), name="removal_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(granted=None, answered_at=None) | (Q(granted__isnull=False) & ~Q(answered_at=None)),
                name="removal_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id} {self.asked_at:%Y-%m-%d}"


class NameCleaning(models.Model):
    """A name was taken out of a story and its history: who, when, in how many places; never the name."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="cleanings", verbose_name=_("article"))
    request = models.OneToOneField(
        RemovalRequest, models.PROTECT, related_name="cleaning", verbose_name=_("request to remove a name")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    places = models.PositiveIntegerField(_("places"))
    # By how many words the text became shorter with which the story was published: the proof of the ledger, which
    # counts them again, adds these (news/proof.py).
    words = models.SmallIntegerField(_("words fewer"), default=0)

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("removed name")
        verbose_name_plural = _("removed names")

    def __str__(self) -> str:
        return f"#{self.article_id} {self.at:%Y-%m-%d}: {self.places}"
