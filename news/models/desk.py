"""What the desk keeps beside an article: who is at it, links for those who look before it is public, and beginnings."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.taxonomy import Category
from satker.models import Kind, Satker


class Presence(models.Model):
    """An officer has this article open: told to others, and no lock (the version guards the text)."""

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="presences")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("article", "officer", name="presence_once")]

    def __str__(self) -> str:
        return f"#{self.article_id} {self.officer_id}"


class Autosave(models.Model):
    """What an officer has typed and not saved yet: one for each story or form, replaced as it grows, never history."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey("news.Article", models.CASCADE, null=True, related_name="autosaves")
    token = models.UUIDField(null=True)  # of a form that has made no article yet
    # The fields of the form, as sent.
    fields = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("officer", "article", name="autosave_of_article"),
            models.UniqueConstraint("officer", "token", name="autosave_of_form"),
            models.CheckConstraint(condition=Q(article__isnull=True) ^ Q(token__isnull=True), name="autosave_of_one"),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id or self.token} {self.officer_id}"

    @property
    def title(self) -> str:
        """The title as typed so far."""
        return str(self.fields.get("title", ""))


class PreviewLink(models.Model):
    """A link with which somebody without an account reads one article before it is public, until it ends."""

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="preview_links", verbose_name=_("article"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    made_at = models.DateTimeField(_("made at"))
    ends_at = models.DateTimeField(_("ends at"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    # The address carries a signature over this row's id; nothing secret is stored.

    class Meta:
        ordering = ["-made_at", "-id"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return f"#{self.article_id} {self.ends_at:%Y-%m-%d}"


class StoryTemplate(models.Model):
    """A beginning for a story that comes again and again: agenda, announcement, report of an event."""

    satker = models.ForeignKey(
        Satker, models.PROTECT, null=True, blank=True, related_name="story_templates", verbose_name=_("unit")
    )
    kind = models.ForeignKey(
        Kind, models.PROTECT, null=True, blank=True, related_name="story_templates", verbose_name=_("kind of unit")
    )
    name = models.CharField(_("name"), max_length=80)
    title = models.CharField(_("title"), max_length=150, blank=True)
    lead = models.CharField(_("lead"), max_length=500, blank=True)
    body = models.TextField(_("text"), blank=True, help_text=_("As in the desk's plain text: blank lines, - lists."))
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("category")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    active = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("story template")
        verbose_name_plural = _("story templates")
        constraints = [
            models.CheckConstraint(
                condition=Q(satker=None) | Q(kind=None),
                name="template_of_one",
                violation_error_message=_("Choose a unit or a kind of unit, or neither for all."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StyleRule(models.Model):
    """One piece of advice of the house style; it blocks publication only where it is compulsory."""

    class Of(models.TextChoices):
        TITLE_WORDS = "title_words", _("Title: words at most")
        TITLE_LENGTH = "title_length", _("Title: characters at most")
        TITLE_CAPITALS = "title_capitals", _("Title: not in capitals only")
        LEAD_LENGTH = "lead_length", _("Lead: characters at most")
        LEAD_MISSING = "lead_missing", _("Lead: written")
        BODY_WORDS = "body_words", _("Text: words at least")
        PHOTO = "photo", _("Photo with caption and description")
        PHOTO_NAME = "photo_name", _("Caption: not the name of a file")
        PROGRAMME = "programme", _("Programme chosen")
        QUOTE_SOURCE = "quote_source", _("Quotation: says who spoke")
        MINORS = "minors", _("Children: consent written down")

    of = models.CharField(_("rule"), max_length=16, choices=Of.choices, unique=True)
    limit = models.PositiveSmallIntegerField(_("limit"), null=True, blank=True, help_text=_("For rules that count."))
    why = models.CharField(_("why"), max_length=200, blank=True, help_text=_("Officers read it beside the advice."))
    compulsory = models.BooleanField(_("compulsory (wajib)"), default=False)
    active = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("rule of the house style")
        verbose_name_plural = _("house style")

    def __str__(self) -> str:
        return str(self.get_of_display())
