"""How much data officers move between their telephones and the portal: a row for each officer and month."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from satker.models import Satker


class Traffic(models.Model):
    """The bytes of one officer in one month, with the unit where the officer was posted when the month began."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="traffic", verbose_name=_("officer")
    )
    satker = models.ForeignKey(
        Satker, models.PROTECT, null=True, blank=True, related_name="traffic", verbose_name=_("unit")
    )
    month = models.DateField(_("month"), help_text=_("Its first day."))
    up = models.PositiveBigIntegerField(_("sent"), default=0)
    down = models.PositiveBigIntegerField(_("received"), default=0)
    photos_original = models.PositiveBigIntegerField(_("photos before they were made smaller"), default=0)
    photos_sent = models.PositiveBigIntegerField(_("photos as sent"), default=0)
    requests = models.PositiveBigIntegerField(_("requests"), default=0)

    class Meta:
        ordering = ["-month", "officer"]
        verbose_name = _("data traffic")
        verbose_name_plural = _("data traffic")
        constraints = [models.UniqueConstraint("officer", "month", name="traffic_once_a_month")]
        indexes = [models.Index(fields=["month"], name="traffic_month")]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.month:%Y-%m}"
