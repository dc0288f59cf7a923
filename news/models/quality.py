"""What stands beside the count: the rubric, the points and how the tally is shown."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

MARKS = [(1, _("1 weak")), (2, _("2 fair")), (3, _("3 good")), (4, _("4 excellent"))]


class Rubric(models.Model):
    """An editor's four marks for one article, 1 to 4 each (the indicators of the Humas Award)."""

    class Origin(models.TextChoices):
        REVIEW = "review", _("Given in review")
        SAMPLE = "sample", _("Drawn as a sample")

    INDICATORS = ("substance", "style", "technique", "originality")

    article = models.OneToOneField(
        "news.Article", models.PROTECT, related_name="rubric", primary_key=True, verbose_name=_("article")
    )
    substance = models.PositiveSmallIntegerField(_("substance"), choices=MARKS)
    style = models.PositiveSmallIntegerField(_("style"), choices=MARKS)
    technique = models.PositiveSmallIntegerField(_("technique and format"), choices=MARKS)
    originality = models.PositiveSmallIntegerField(_("originality"), choices=MARKS)
    origin = models.CharField(_("origin"), max_length=6, choices=Origin.choices)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    given_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}__gte": 1 for name in ("substance", "style", "technique", "originality")})
                & Q(**{f"{name}__lte": 4 for name in ("substance", "style", "technique", "originality")}),
                name="rubric_one_to_four",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.article_id}: {self.mean}"

    @property
    def mean(self) -> Decimal:
        """The mean of the four marks, 1 to 4."""
        return Decimal(self.substance + self.style + self.technique + self.originality) / 4


class PointWeight(models.Model):
    """One term of the points formula: a weight for each piece of a measure. Without rows there are no points."""

    class Of(models.TextChoices):
        STORIES = "stories", _("story")
        SUPPORTING = "supporting", _("story taken part in")
        PHOTO = "photo", _("story with photo, caption and description")
        ORIGINAL = "original", _("original story")
        SERVICE = "service", _("service story")
        PROGRAMME = "programme", _("story on a priority programme")
        READ = "read", _("story read often enough")
        CORRECTED = "corrected", _("corrected story")
        WITHDRAWN = "withdrawn", _("withdrawn story")
        RUBRIC = "rubric", _("point of the mean rubric")
        PUBLICATIONS = "publications", _("publication in other media")

    of = models.CharField(_("for each"), max_length=12, choices=Of.choices, unique=True)
    weight = models.DecimalField(_("points"), max_digits=6, decimal_places=2)

    class Meta:
        ordering = ["id"]
        verbose_name = _("weight of the points formula")
        verbose_name_plural = _("points formula")

    def __str__(self) -> str:
        return f"{self.weight.normalize():f} × {self.get_of_display()}"


class RekapSettings(models.Model):
    """How the tally is shown: one row for the whole portal."""

    hide_ranking = models.BooleanField(
        _("hide ranking from units"), default=False, help_text=_("Units then see their own figures only.")
    )
    read_often = models.PositiveIntegerField(
        _("read often from"), default=100, validators=[MinValueValidator(1)], help_text=_("Times read.")
    )
    copy_percent = models.PositiveSmallIntegerField(
        _("near-copy from"),
        default=70,
        validators=[MinValueValidator(30), MaxValueValidator(100)],
        help_text=_("Per cent of shared wording with a story that was published before."),
    )
    quiet_days = models.PositiveSmallIntegerField(
        _("quiet from"), default=14, validators=[MinValueValidator(1)], help_text=_("Days without a story.")
    )
    data_price = models.PositiveIntegerField(
        _("price of data"), null=True, blank=True, help_text=_("Rupiah per GB; empty: no sum of money is shown.")
    )

    class Meta:
        verbose_name = _("setting of the tally")
        verbose_name_plural = _("settings of the tally")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="rekap_settings_one_row")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def load(cls) -> RekapSettings:
        """Return the settings; defaults where nobody has chosen yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
