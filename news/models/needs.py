"""What units need and what they received: short lists, no free fields (the lists are data)."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from satker.models import Satker


class NeedKind(models.Model):
    """Training, equipment, travel, data quota: the four points of the Rakor."""

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("kind of need")
        verbose_name_plural = _("kinds of need")

    def __str__(self) -> str:
        return self.name


class NeedItem(models.Model):
    """One thing that a unit can need, with the word it is counted in."""

    kind = models.ForeignKey(NeedKind, models.PROTECT, related_name="items", verbose_name=_("kind"))
    name = models.CharField(_("name"), max_length=120)
    counted_in = models.CharField(_("counted in"), max_length=30, help_text=_("As in: 3 people, 2 pieces, 10 GB."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    active = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["kind__order", "order", "name"]
        verbose_name = _("item of need")
        verbose_name_plural = _("items of need")
        constraints = [models.UniqueConstraint("kind", "name", name="need_item_once")]

    def __str__(self) -> str:
        return self.name


class NeedReason(models.Model):
    """A reason that a unit can give."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    active = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("reason of need")
        verbose_name_plural = _("reasons of need")

    def __str__(self) -> str:
        return self.name


class Need(models.Model):
    """One line of a unit's year: what it needs, or what it received."""

    class Side(models.TextChoices):
        NEEDED = "needed", _("Needed")
        RECEIVED = "received", _("Received")

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="needs", verbose_name=_("unit"))
    year = models.PositiveSmallIntegerField(_("year"))
    side = models.CharField(_("needed or received"), max_length=8, choices=Side.choices, default=Side.NEEDED)
    item = models.ForeignKey(NeedItem, models.PROTECT, related_name="needs", verbose_name=_("item"))
    quantity = models.PositiveIntegerField(_("quantity"), validators=[MinValueValidator(1), MaxValueValidator(100_000)])
    # Rupiah for all pieces together.
    estimate = models.PositiveBigIntegerField(
        _("estimate in rupiah"), default=0, validators=[MaxValueValidator(1_000_000_000_000)]
    )
    reason = models.ForeignKey(NeedReason, models.PROTECT, related_name="needs", verbose_name=_("reason"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        ordering = ["-year", "side", "item__kind__order", "item__order", "id"]
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        indexes = [models.Index(fields=["year", "side", "satker"], name="need_of_year")]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=1), name="need_at_least_one"),
            models.UniqueConstraint(
                "satker", "year", "side", "item", "reason", name="need_once",
                violation_error_message=_(
                    "This item stands in the list already, for the same reason: change it there."
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.satker} {self.year}: {self.quantity} {self.item}"
