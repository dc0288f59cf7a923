"""What a unit published elsewhere: social media, infographics, videos, press. Counted beside articles."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.taxonomy import Programme
from satker.models import Satker


class Channel(models.Model):
    """A platform or medium: a column of the recap forms."""

    class Group(models.TextChoices):
        SOCIAL = "social", _("Social media")
        WEB = "web", _("Website")
        PRESS = "press", _("Press")

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=60)
    group = models.CharField(_("group"), max_length=6, choices=Group.choices)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    active = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("channel")
        verbose_name_plural = _("channels")

    def __str__(self) -> str:
        return self.name


class Publication(models.Model):
    """One post, video, infographic or press clipping, with its link and day."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="publications", verbose_name=_("unit"))
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="publications", verbose_name=_("channel"))
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("link"), max_length=500)
    day = models.DateField(_("day"))
    medium = models.CharField(_("name of the medium"), max_length=80, blank=True, help_text=_("For press clippings."))
    summary = models.CharField(_("summary"), max_length=500, blank=True)
    article = models.ForeignKey(
        "news.Article", models.PROTECT, null=True, blank=True, related_name="publications", verbose_name=_("article")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="publications", verbose_name=_("programme")
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    recorded_at = models.DateTimeField(_("recorded at"))
    # Taken back: kept, and counted nowhere.
    removed_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [models.Index(fields=["satker", "-day", "-id"], name="publication_of_satker")]
        constraints = [
            models.UniqueConstraint(
                "satker", "url", condition=Q(removed_at=None), name="publication_once",
                violation_error_message=_("This link is recorded already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
