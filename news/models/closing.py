"""Tutup buku: the frozen figures of a month or a year, never changed (triggers see to that)."""

from __future__ import annotations

import calendar
import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

WHOLE_YEAR = 0


class Closing(models.Model):
    """One closing of a period; a later one of the same period is a revision, and both stay."""

    year = models.PositiveSmallIntegerField(_("year"))
    # 1..12, or 0 for the whole year.
    month = models.PositiveSmallIntegerField(_("month"), default=WHOLE_YEAR)
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    reason = models.CharField(_("reason for the revision"), max_length=300, blank=True)
    # The last ledger row that counted: what was written later is a correction, not part of the figures.
    last_entry = models.BigIntegerField(_("last ledger row"))
    # The figures in the canonical form of news.closing, and its SHA-256 in hexadecimal.
    canonical = models.TextField(_("canonical form"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    total = models.IntegerField(_("total"))
    place = models.CharField(_("place"), max_length=80)
    officials = models.JSONField(_("officials"), default=list, blank=True)
    closed_at = models.DateTimeField(_("closed at"))
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        ordering = ["-year", "-month", "-revision"]
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        constraints = [
            models.UniqueConstraint("year", "month", "revision", name="closing_revision_once"),
            models.CheckConstraint(condition=Q(month__gte=0, month__lte=12), name="closing_month_exists"),
            models.CheckConstraint(condition=Q(revision=1) | ~Q(reason=""), name="closing_revision_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.period} ({self.revision})"

    def get_absolute_url(self) -> str:
        return reverse("admin:rekap:closing", args=[self.pk])

    @property
    def first(self) -> dt.date:
        """The first day of the period."""
        return dt.date(self.year, self.month or 1, 1)

    @property
    def last(self) -> dt.date:
        """The last day of the period."""
        month = self.month or 12
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def period(self) -> str:
        """The period in words: "2026", "Maret 2026"."""
        return f"{MONTHS[self.month]} {self.year}" if self.month else str(self.year)

    @property
    def short_print(self) -> str:
        """The fingerprint as people compare it: its first and last four digits."""
        return f"{self.sha256[:4]}…{self.sha256[-4:]}"
