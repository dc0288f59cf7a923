"""What an article is about: category and programme (tags are django-taggit's)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from news.words import tag_of, tag_slug_of


def tags_named(names: Iterable[str]) -> list[Tag]:
    """Return the tags of these names, making those that are missing.

    Called before a verb's transaction: two officers who need the same new tags in different orders
    would otherwise wait for each other.
    """
    wanted = sorted({tag for tag in map(tag_of, names) if tag})
    known = set(Tag.objects.annotate(low=Lower("name")).filter(low__in=wanted).values_list("low", flat=True))
    missing = [Tag(name=name, slug=tag_slug_of(name)) for name in wanted if name not in known]
    if missing:
        Tag.objects.bulk_create(missing, ignore_conflicts=True)
    return list(Tag.objects.annotate(low=Lower("name")).filter(low__in=wanted).order_by("name"))


class Category(models.Model):
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_service = models.BooleanField(
        _("service information"), default=False, help_text=_("Tells people how to get a service: counted apart.")
    )

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reader:category", args=[self.slug])


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def valid_on(self, day: dt.date) -> ProgrammeQuerySet:
        """Return the programmes in force on `day`."""
        return self.filter(Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


class Programme(models.Model):
    """A priority programme of the ministry: they change every few years, so each has its dates."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    aliases = models.CharField(_("aliases"), max_length=300, blank=True, help_text=_("Other names, with commas."))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["order", "-valid_from", "name"]
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="programme_valid_in_order",
                violation_error_message=_("The programme ends before it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reader:programme", args=[self.slug])

    def is_valid_on(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
