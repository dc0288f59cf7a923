"""Receipts and the ledger: written by `news.ledger`, never changed (triggers see to that)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.querysets import LedgerQuerySet, TallyQuerySet
from satker.models import Satker


class Receipt(models.Model):
    """The number given at first publication: per lead unit and year, without gaps."""

    article = models.OneToOneField(
        "news.Article", models.PROTECT, related_name="receipt", primary_key=True, verbose_name=_("article")
    )
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="receipts", verbose_name=_("unit"))
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    # Kept as printed: a unit that later changes its prefix keeps the numbers it was given.
    code = models.CharField(_("receipt number"), max_length=24, unique=True)
    issued_at = models.DateTimeField(_("issued at"))

    class Meta:
        ordering = ["satker", "year", "number"]
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [models.UniqueConstraint("satker", "year", "number", name="receipt_number_once")]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("reader:receipt", args=[self.code])


class LedgerEntry(models.Model):
    """One row of the ledger: an article starts (+1) or stops (-1) counting for a unit, on a day.

    A row of 0 records a decision that changes nothing: the rule, or a second look, did not count the article.
    """

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead unit")
        SUPPORTING = "supporting", _("Supporting unit")

    class Reason(models.TextChoices):
        FIRST_PUBLICATION = "first_publication", _("First publication")
        IMPORT = "import", _("Imported with its original date")
        NOT_COUNTED = "not_counted", _("Published, not counted by the rule")
        LOOK_GRANTED = "look_granted", _("Counted after a second look")
        LOOK_DECLINED = "look_declined", _("Not counted after a second look")
        WITHDRAWAL = "withdrawal", _("Withdrawn")
        REINSTATEMENT = "reinstatement", _("Reinstated")
        SUPPORT_CHANGED = "support_changed", _("Supporting units changed")

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="ledger", verbose_name=_("article"))
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="ledger", verbose_name=_("unit"))
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    # The day it counts on, in the portal's time zone: that of the first publication, for every row.
    day = models.DateField(_("day"))
    delta = models.SmallIntegerField(_("change"))
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices)
    # Why it is not counted: codes of CountingRule.failings, with spaces; or the words of a second look.
    why = models.CharField(_("why"), max_length=500, blank=True, default="", db_default="")
    rule_version = models.PositiveSmallIntegerField(_("counting rule"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    recorded_at = models.DateTimeField(_("recorded at"))

    objects = LedgerQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("ledger row")
        verbose_name_plural = _("ledger")
        indexes = [
            models.Index(fields=["role", "satker", "day", "delta", "article"], name="ledger_figure"),
            models.Index(fields=["role", "day", "delta"], name="ledger_days"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(delta__in=[1, 0, -1]), name="ledger_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(delta=0, reason__in=["not_counted", "look_declined"])
                | (~Q(delta=0) & ~Q(reason__in=["not_counted", "look_declined"])),
                name="ledger_zero_is_a_decision",
            ),
            models.UniqueConstraint(
                "article",
                "satker",
                "role",
                condition=Q(reason__in=["first_publication", "import", "not_counted"]),
                name="ledger_first_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.delta:+d} {self.satker_id} {self.role} #{self.article_id}"


class Tally(models.Model):
    """The ledger summed by unit, role and month; the database keeps it with every ledger row."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tallies")
    role = models.CharField(max_length=10, choices=LedgerEntry.Role.choices)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    count = models.IntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("satker", "role", "year", "month", name="tally_once")]
        indexes = [models.Index(fields=["role", "year", "satker", "month", "count"], name="tally_year")]

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d} {self.satker_id} {self.role}: {self.count}"
