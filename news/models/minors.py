"""Children and the vulnerable in a story (UU 27/2022 art. 25-26): what the desk notes of it, and readers never see."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.article import Article
from news.models.photo import Photo
from news.models.states import Verb

if TYPE_CHECKING:
    from satker.models import Officer


class Consent(models.Model):
    """What an officer says of minors in one story, and the consent that was given for it.

    No part of `Article.content()`: it goes into no page, preview, feed or export that readers can open.
    """

    class Mark(models.TextChoices):
        NONE = "none", _("No minor or vulnerable person can be recognised")
        SHOWN = "shown", _("A minor or a vulnerable person is named or shown")

    class Relation(models.TextChoices):
        PARENT = "parent", _("Parent")
        GUARDIAN = "guardian", _("Guardian")
        SCHOOL = "school", _("School or home, for the parents")
        PERSON = "person", _("The person, who is of age")

    class Covers(models.TextChoices):
        NAME = "name", _("The name")
        PHOTO = "photo", _("The photo")
        BOTH = "both", _("Name and photo")

    article = models.OneToOneField(
        Article, models.PROTECT, related_name="consent", primary_key=True, verbose_name=_("article")
    )
    mark = models.CharField(_("minors"), max_length=5, choices=Mark.choices, blank=True)
    given_by = models.CharField(_("consent given by"), max_length=160, blank=True)
    relation = models.CharField(_("relation"), max_length=8, choices=Relation.choices, blank=True)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    kept_at = models.CharField(_("where the paper is kept"), max_length=160, blank=True)
    covers = models.CharField(_("for"), max_length=5, choices=Covers.choices, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    FIELDS = ("mark", "given_by", "relation", "given_on", "kept_at", "covers")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self) -> str:
        return f"#{self.article_id} {self.mark}"

    @property
    def covered(self) -> str:
        """What the consent covers, or "" as long as something of it is not written down."""
        return covered(self.given_by, self.relation, self.given_on, self.kept_at, self.covers)

    @classmethod
    def note(
        cls,
        article: Article,
        by: Officer,
        *,
        photo: Photo | None = None,
        shown: bool = False,
        at: dt.datetime | None = None,
        **said: Any,
    ) -> list[str]:
        """Write down what is said of minors in a story, and whether its `photo` shows one; return what changed.

        Raises PermissionDenied for whoever may not change the story.
        """
        if not article.may(by, Verb.REVISE):
            raise PermissionDenied
        at = at or timezone.now()
        with transaction.atomic():
            known = cls.objects.select_for_update(of=("self",)).filter(article=article).first()
            row = known or cls(article=article)
            changed = [name for name in cls.FIELDS if name in said and said[name] != getattr(row, name)]
            if changed:
                for name in changed:
                    setattr(row, name, said[name])
                row.entered_by, row.entered_at = by, at
                row.save(force_insert=known is None)
            if photo and photo.minor != shown:
                photo.minor = shown
                photo.save(update_fields=["minor"])
                changed.append("photo")
            if changed:
                # Which parts, and not their words: a parent's name stands in one place only.
                ConsentChange.objects.create(article=article, by=by, at=at, parts=changed, mark=row.mark)
        return changed


def covered(given_by: object, relation: object, given_on: object, kept_at: object, covers: object) -> str:
    """Return what a consent covers, or "" while one of its parts is missing."""
    whole = all(str(part or "").strip() for part in (given_by, relation, given_on, kept_at, covers))
    return str(covers) if whole else ""


class ConsentChange(models.Model):
    """One line of a story's history: who changed which parts of what is said of minors, and when."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="consent_changes", verbose_name=_("article"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    parts = models.JSONField(_("what changed"))
    mark = models.CharField(_("minors"), max_length=5, choices=Consent.Mark.choices, blank=True)

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("change of a consent")
        verbose_name_plural = _("changes of consents")

    def __str__(self) -> str:
        return f"#{self.article_id} {self.at:%Y-%m-%d}"
