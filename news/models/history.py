"""What happened to an article: its saved versions, its public corrections, its former addresses."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.states import Status


class Revision(models.Model):
    """One line for each verb: who did what, when; with the text where the text changed."""

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="revisions", verbose_name=_("article"))
    version = models.PositiveIntegerField(_("version"))
    verb = models.CharField(_("step"), max_length=12)
    status = models.CharField(_("state"), max_length=10, choices=Status.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True)
    # The whole content as saved (see Article.content); null where the verb left it alone.
    content = models.JSONField(_("content"), null=True, blank=True)

    class Meta:
        ordering = ["article", "version"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [models.UniqueConstraint("article", "version", name="revision_version_once")]

    def __str__(self) -> str:
        return f"#{self.article_id} v{self.version} {self.verb}"


class Correction(models.Model):
    """A public, dated *Ralat* note under a published article."""

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="corrections", verbose_name=_("article"))
    text = models.TextField(_("correction"), max_length=1000)
    at = models.DateTimeField(_("at"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text


class OldPath(models.Model):
    """A path under which an imported article was known; it redirects for ever."""

    path = models.CharField(_("old path"), max_length=500, unique=True, help_text=_("With the leading slash."))
    article = models.ForeignKey("news.Article", models.PROTECT, related_name="old_paths", verbose_name=_("article"))

    class Meta:
        ordering = ["path"]
        verbose_name = _("old path")
        verbose_name_plural = _("old paths")

    def __str__(self) -> str:
        return self.path
