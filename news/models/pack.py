"""The Rakor pack as work to be done: asked for on a page, made by the minute clock or a command."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Pack(models.Model):
    """One pack of a year: who asked, how far it is, and what it holds or leaves out."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    year = models.PositiveSmallIntegerField(_("year"))
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    asked_at = models.DateTimeField(_("asked at"))
    started_at = models.DateTimeField(_("begun at"), null=True)
    # Refreshed with each step: a worker that was killed leaves an old one, and another takes over.
    seen_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("ready at"), null=True)
    step = models.CharField(_("step"), max_length=120, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    # Name in the private storage, and what is told about it: [{"name", "bytes", "told"}], sentences left out.
    file = models.CharField(max_length=200, blank=True)
    contents = models.JSONField(default=list, blank=True)
    left_out = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("Rakor pack")
        verbose_name_plural = _("Rakor packs")

    def __str__(self) -> str:
        return f"{self.year} ({self.get_state_display()})"

    def get_absolute_url(self) -> str:
        return reverse("admin:rekap:pack", args=[self.pk])

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0
