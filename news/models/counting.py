"""What counts, as data: dated rules, and what each article measured when it was published."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from satker.models import Officer


class CountingRuleQuerySet(models.QuerySet["CountingRule"]):
    def adopted(self) -> CountingRuleQuerySet:
        """Return the rules that are or will be in force, the latest start first."""
        return self.filter(version__isnull=False).order_by("-starts_on", "-version")

    def in_force_on(self, day: dt.date) -> CountingRule:
        """Return the adopted rule for articles first published on `day`; rule 1 has no beginning."""
        return self.adopted().filter(starts_on__lte=day)[:1].get()


class CountingRule(models.Model):
    """One version of what counts. A draft has no version; an adopted rule is never changed (triggers see to that)."""

    name = models.CharField(_("name"), max_length=120)
    version = models.PositiveSmallIntegerField(_("version"), null=True, unique=True, editable=False)
    # Articles first published on this day or later, until the next rule starts.
    starts_on = models.DateField(_("starts on"), null=True, editable=False)
    min_words = models.PositiveIntegerField(
        _("words at least"), default=0, validators=[MaxValueValidator(5000)], help_text=_("0: any length counts.")
    )
    needs_photo = models.BooleanField(
        _("needs a photo"), default=False, help_text=_("A lead photo with caption and description.")
    )
    copies_count = models.BooleanField(_("near-copies count"), default=True)
    copy_percent = models.PositiveSmallIntegerField(
        _("near-copy from"),
        default=70,
        validators=[MinValueValidator(30), MaxValueValidator(100)],
        help_text=_("Per cent of shared wording with a story that was published before."),
    )
    credits_supporting = models.BooleanField(
        _("credits supporting units"), default=True, help_text=_("Shown apart, never added to totals.")
    )
    withdrawn_within = models.PositiveSmallIntegerField(
        _("withdrawal counts within days"),
        null=True,
        blank=True,
        help_text=_("A story withdrawn later than this keeps counting. Empty: whenever it is withdrawn, it stops."),
    )
    day_begins = models.TimeField(
        _("the day begins at"),
        default=dt.time(0, 0),
        help_text=_("A story published before this time counts on the day before."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("by")
    )
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("adopted by"),
    )  # fmt: skip
    adopted_at = models.DateTimeField(_("adopted at"), null=True, editable=False)

    objects = CountingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["-version", "-id"]
        verbose_name = _("counting rule")
        verbose_name_plural = _("counting rules")
        constraints = [
            models.CheckConstraint(
                condition=Q(version=None, starts_on=None) | Q(version__isnull=False, starts_on__isnull=False),
                name="rule_adopted_has_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}. {self.name}" if self.version else self.name

    def get_absolute_url(self) -> str:
        return reverse("admin:rekap:rule", args=[self.pk])

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Return the day on which `moment` counts, in the portal's time zone."""
        local = timezone.localtime(moment, timezone.get_default_timezone())
        day = local.date() - dt.timedelta(days=1) if local.time() < self.day_begins else local.date()
        return max(day, self.starts_on) if self.starts_on else day  # a rule never reaches back

    def failings(self, measure: Measure) -> list[str]:
        """Return the codes of what keeps an article of this measure from counting: words, photo, copy."""
        found = []
        if measure.words < self.min_words:
            found.append("words")
        if self.needs_photo and not measure.photo:
            found.append("photo")
        if not self.copies_count and (measure.likeness or 0) >= self.copy_percent:
            found.append("copy")
        return found

    def counts_when_withdrawn(self, first_published_at: dt.datetime, withdrawn_at: dt.datetime) -> bool:
        """Return whether a story withdrawn at this moment keeps counting."""
        if self.withdrawn_within is None:
            return False
        return withdrawn_at - first_published_at > dt.timedelta(days=self.withdrawn_within)

    def sentences(self) -> list[str]:
        """Return the rule in sentences, as printed on reports."""
        told = [gettext("A story counts once, for its lead unit, on the day it was first published.")]
        if self.min_words:
            told.append(gettext("It has %(words)d words or more.") % {"words": self.min_words})
        if self.needs_photo:
            told.append(gettext("It has a photo with caption and description."))
        if not self.copies_count:
            told.append(
                gettext("It shares less than %(percent)d%% of its wording with an earlier story.")
                % {"percent": self.copy_percent}
            )
        if not self.credits_supporting:
            told.append(gettext("Supporting units are not credited."))
        if self.withdrawn_within is not None:
            told.append(
                gettext("Withdrawn within %(days)d days it stops counting, later it does not.")
                % {"days": self.withdrawn_within}
            )
        else:
            told.append(gettext("Withdrawn, it stops counting."))
        if self.day_begins != dt.time(0, 0):
            told.append(gettext("The day begins at %(time)s.") % {"time": f"{self.day_begins:%H.%M}"})
        return told

    def adopt(self, by: Officer, starts_on: dt.date, *, at: dt.datetime | None = None) -> None:
        """Put a draft in force from `starts_on`, a day to come: what is counted already stays as it is.

        Raises PermissionDenied for all but the regional team, ValidationError for a day that has begun.
        """
        if not by.is_regional:
            raise PermissionDenied
        at = at or timezone.now()
        today = _day_of(at)
        with transaction.atomic():
            # Two adopters at once: the second waits for rule 1, which every portal has.
            list(CountingRule.objects.select_for_update().filter(version=1))
            stored = CountingRule.objects.select_for_update().get(pk=self.pk)
            if stored.version is not None:
                raise ValidationError(gettext("This rule is adopted already."))
            if not stored.copies_count and (waiting := Measure.objects.filter(likeness__isnull=True).count()):
                told = gettext("%(count)d imported stories are not compared yet: wait for the clock, then adopt.")
                raise ValidationError(told % {"count": waiting})
            latest = CountingRule.objects.aggregate(version=Max("version"), day=Max("starts_on"))
            if starts_on <= today:
                raise ValidationError(
                    {"starts_on": gettext("Choose a day to come: what is counted already stays as it is.")}
                )
            if latest["day"] and starts_on <= latest["day"]:
                raise ValidationError({"starts_on": gettext("Another rule starts on this day or later.")})
            if starts_on > _a_year_after(today):
                raise ValidationError({"starts_on": gettext("A rule is adopted at most one year ahead.")})
            self.version, self.starts_on = (latest["version"] or 0) + 1, starts_on
            self.adopted_by, self.adopted_at = by, at
            self.save(update_fields=["version", "starts_on", "adopted_by", "adopted_at"])

    def can_be_called_off(self, at: dt.datetime | None = None) -> bool:
        """Return whether nothing was counted by this adopted rule yet, and no later one builds on it."""
        later = CountingRule.objects.filter(version__gt=self.version or 0)
        return self.starts_on is not None and self.starts_on > _day_of(at or timezone.now()) and not later.exists()

    def call_off(self, by: Officer, *, at: dt.datetime | None = None) -> None:
        """Make a draft again of the latest adopted rule, which has not started; it keeps its address.

        Raises PermissionDenied for all but the regional team, ValidationError for any other rule.
        """
        if not by.is_regional:
            raise PermissionDenied
        with transaction.atomic():
            list(CountingRule.objects.select_for_update().filter(version=1))
            stored = CountingRule.objects.select_for_update().filter(pk=self.pk).first()
            if stored is None or not stored.can_be_called_off(at):
                raise ValidationError(gettext("Only the latest rule is called off, and only before its first day."))
            # The database refuses to change an adopted rule: it goes, and comes back as a draft.
            CountingRule.objects.filter(pk=self.pk).delete()
            stored.version = stored.starts_on = stored.adopted_by = stored.adopted_at = None
            stored.save(force_insert=True)
            self.refresh_from_db()


def _day_of(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def _a_year_after(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, month=3, day=1)


class Measure(models.Model):
    """What an article measured when it was first published, and how often it has been read since."""

    article = models.OneToOneField(
        "news.Article", models.PROTECT, related_name="measure", primary_key=True, verbose_name=_("article")
    )
    words = models.PositiveIntegerField(_("words"))
    photo = models.BooleanField(_("photo with caption and description"))
    # Per cent of wording shared with the likest story published before; null until it is compared.
    likeness = models.PositiveSmallIntegerField(_("shared wording"), null=True)
    like = models.ForeignKey(
        "news.Article", models.PROTECT, null=True, related_name="copies", verbose_name=_("near-copy of")
    )
    reads = models.PositiveIntegerField(_("times read"), default=0)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        indexes = [
            models.Index(fields=["article"], condition=Q(likeness__isnull=True), name="measure_to_compare"),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id}: {self.words}"


class Band(models.Model):
    """One of the eight keys by which near-copies of an article are found (see news.likeness)."""

    key = models.BigIntegerField()
    article = models.ForeignKey("news.Article", models.PROTECT, related_name="bands", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["key", "article"], name="band_key")]

    def __str__(self) -> str:
        return f"{self.key} #{self.article_id}"


class DailyReads(models.Model):
    """How often an article was read on a day: a number, and nothing about who read it."""

    article = models.ForeignKey("news.Article", models.PROTECT, related_name="daily_reads", verbose_name=_("article"))
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times read"))

    class Meta:
        verbose_name = _("reads of a day")
        verbose_name_plural = _("reads of a day")
        constraints = [models.UniqueConstraint("article", "day", name="reads_once_a_day")]
        indexes = [models.Index(fields=["day", "-count", "article"], name="reads_popular")]

    def __str__(self) -> str:
        return f"{self.day} #{self.article_id}: {self.count}"
