"""What is expected of units, and what the regional team tells them about it."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satker.models import Kind, Satker

WHOLE_YEAR = 0


class ForUnitOrKind(models.Model):
    """What holds for one unit, or for all units of a kind; the unit's own goes before its kind's."""

    satker = models.ForeignKey(
        Satker, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name=_("unit")
    )
    kind = models.ForeignKey(
        Kind, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name=_("kind of unit")
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        if (self.satker_id is None) == (self.kind_id is None):
            raise ValidationError(gettext("Choose a unit or a kind of unit, one of the two."))

    @property
    def whose(self) -> str:
        """The unit or the kind, by name."""
        return str(self.satker or self.kind)


def _one_of_two(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(satker=None, kind__isnull=False) | Q(satker__isnull=False, kind=None),
        name=name,
        violation_error_message=_("Choose a unit or a kind of unit, one of the two."),
    )


class Target(ForUnitOrKind):
    """How many stories a unit, or each unit of a kind, is to publish in a year or a month."""

    year = models.PositiveSmallIntegerField(_("year"))
    # 1..12, or 0 for the whole year.
    month = models.PositiveSmallIntegerField(
        _("month"), default=WHOLE_YEAR, choices=[(WHOLE_YEAR, _("The whole year")), *MONTHS.items()]
    )
    count = models.PositiveIntegerField(_("stories"), validators=[MaxValueValidator(100_000)])

    class Meta:
        ordering = ["-year", "month", "kind__order", "satker__short_name"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            _one_of_two("target_of_unit_or_kind"),
            models.CheckConstraint(condition=Q(month__lte=12), name="target_month_exists"),
            models.UniqueConstraint(
                "year", "month", "satker", condition=Q(satker__isnull=False), name="target_once_a_unit",
                violation_error_message=_("This unit has a target for this time already."),
            ),
            models.UniqueConstraint(
                "year", "month", "kind", condition=Q(kind__isnull=False), name="target_once_a_kind",
                violation_error_message=_("This kind has a target for this time already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.whose} {self.year}-{self.month:02d}: {self.count}"


class RosterDay(ForUnitOrKind):
    """A weekday on which a unit, or each unit of a kind, owes a story."""

    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=list(WEEKDAYS.items()))  # Monday is 0
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["weekday", "kind__order", "satker__short_name"]
        verbose_name = _("roster day")
        verbose_name_plural = _("roster")
        constraints = [
            _one_of_two("roster_of_unit_or_kind"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="roster_weekday_exists"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=models.F("until")),
                name="roster_in_order",
                violation_error_message=_("It ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}: {self.whose}"


class DayOff(models.Model):
    """A day on which nobody owes a story."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        ordering = ["-day"]
        verbose_name = _("day off")
        verbose_name_plural = _("days off")

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"


class CoachingNote(models.Model):
    """What the regional team tells a unit: seen by that unit and the team only."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="coaching_notes", verbose_name=_("unit"))
    text = models.TextField(_("note"), max_length=2000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        ordering = ["-written_at", "-id"]
        verbose_name = _("coaching note")
        verbose_name_plural = _("coaching notes")
        indexes = [models.Index(fields=["satker", "-written_at"], name="coaching_of_satker")]

    def __str__(self) -> str:
        return f"{self.satker}: {self.text[:60]}"
