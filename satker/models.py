"""Units and the officers who write for them. Nothing here knows of articles."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat, Lower, Substr
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from satker import access, prefixes
from satker.querysets import SatkerQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Kind(models.Model):
    """A kind of unit: its league in the yearly tally."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("kind of unit")
        verbose_name_plural = _("kinds of unit")

    def __str__(self) -> str:
        return self.name


class Satker(models.Model):
    """A work unit in a tree of any depth."""

    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[A-Za-z0-9._/-]+\Z", _("Use letters, digits and . - _ / only."))],
    )
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="units", verbose_name=_("kind"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent unit")
    )
    official_name = models.CharField(_("official name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=100, unique=True, blank=True)
    byline = models.CharField(_("byline"), max_length=80, help_text=_("As printed after the place: Humas Parepare."))
    dateline_place = models.CharField(_("dateline place"), max_length=80)
    regency = models.CharField(_("regency or city"), max_length=80, blank=True, db_index=True)
    receipt_prefix = models.CharField(
        _("receipt prefix"),
        max_length=6,
        unique=True,
        blank=True,
        validators=[RegexValidator(r"^[A-Z][A-Z0-9]{1,5}$", _("Use 2 to 6 capital letters or digits."))],
        help_text=_("The letters of its receipt numbers: PRP in PRP-2026-0412. Made from the name when left empty."),
    )
    publishes_directly = models.BooleanField(
        _("publishes directly"),
        default=True,
        help_text=_("Without this, an editor of the parent unit or the regional team publishes its articles."),
    )
    yearly_target = models.PositiveIntegerField(_("yearly target"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    address = models.CharField(_("street address"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    # "/1/25/326/": the ids from the root down to this unit, so that "all below" is one prefix.
    path = models.CharField(max_length=200, editable=False, db_index=True)

    objects = SatkerQuerySet.as_manager()

    class Meta:
        ordering = ["kind__order", "short_name"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=models.F("valid_to")),
                name="satker_valid_in_order",
                violation_error_message=_("The unit ends before it begins."),
            ),
            models.CheckConstraint(condition=~Q(parent=models.F("id")), name="satker_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.short_name

    def get_absolute_url(self) -> str:
        return reverse("reader:satker", args=[self.slug])

    @property
    def depth(self) -> int:
        """Steps below the root: 0 for the root itself."""
        return self.path.count("/") - 2

    def ancestor_ids(self) -> list[int]:
        """Return the ids of the units above this one, the root first."""
        return [int(pk) for pk in self.path.strip("/").split("/")[:-1] if pk]

    def is_valid_on(self, day: dt.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def clean(self) -> None:
        if self.parent_id is not None and self.pk and self._would_circle():
            raise ValidationError({"parent": _("A unit cannot stand below itself.")})
        if self.successor_id is not None and self.successor_id == self.pk:
            raise ValidationError({"successor": _("A unit cannot succeed itself.")})
        if self.pk and Satker.objects.filter(pk=self.pk).exclude(code=self.code).exists():
            # Closed figures and addresses name the unit by it.
            raise ValidationError({"code": _("The code of a unit stays what it is.")})
        if self.pk:
            given = Satker.objects.filter(pk=self.pk).values_list("receipt_prefix", flat=True).first()
            self.receipt_prefix = self.receipt_prefix or given or ""
            if given and self.receipt_prefix != given:
                # A prefix that moves to another unit would print a number twice.
                told = _("The receipt prefix %(given)s stays: it is in the numbers this unit has given.")
                raise ValidationError({"receipt_prefix": told % {"given": given}})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the unit, filling in address, prefix and path; a cycle raises ValidationError."""
        with transaction.atomic():
            paths = Satker.lock_tree()
            self.clean()
            self._fill_blanks()
            if self.pk:
                SatkerHistory.keep(self, timezone.localdate())
            super().save(*args, **kwargs)
            self._place_in_tree(paths)

    @staticmethod
    def lock_tree() -> dict[int, str]:
        """Lock all units, by id as everybody locks them, and return their paths; within a transaction.

        Two moves at once, each right by itself, could make a circle: the second has to see the first.
        """
        return dict(Satker.objects.select_for_update(no_key=True).order_by("pk").values_list("pk", "path"))

    def _would_circle(self) -> bool:
        # From the database: `self.parent` may have been read before somebody moved it.
        parents = dict(Satker.objects.order_by().values_list("pk", "parent_id"))
        seen: set[int] = set()
        above = self.parent_id
        while above is not None and above not in seen:
            if above == self.pk:
                return True
            seen.add(above)  # a circle that a hand left in the database must not hold us
            above = parents.get(above)
        return False

    def _fill_blanks(self) -> None:
        others = Satker.objects.exclude(pk=self.pk)
        if not self.slug:
            name = slugify(self.short_name) or "satker"
            self.slug = f"{name}-{slugify(self.code)}" if others.filter(slug=name).exists() else name
        if not self.receipt_prefix:
            taken = set(others.values_list("receipt_prefix", flat=True))
            self.receipt_prefix = prefixes.derive(self.short_name, taken)

    def _place_in_tree(self, paths: dict[int, str]) -> None:
        above = paths[self.parent_id] if self.parent_id else "/"
        written, self.path = self.path, f"{above}{self.pk}/"
        if written != self.path:
            Satker.objects.filter(pk=self.pk).update(path=self.path)
        # What was stored, not what this copy was read with: the units below moved with the former.
        before = paths.get(self.pk, "")
        if before and before != self.path:
            Satker.objects.filter(path__startswith=before).exclude(pk=self.pk).update(
                path=Concat(Value(self.path), Substr("path", len(before) + 1))
            )


class SatkerHistory(models.Model):
    """A unit as it stood up to and including a day; what came after is the next line, or the unit itself."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="history", verbose_name=_("unit"))
    until = models.DateField(_("until"))
    parent = models.ForeignKey(Satker, models.PROTECT, null=True, related_name="+", verbose_name=_("parent unit"))
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+", verbose_name=_("kind"))
    official_name = models.CharField(_("official name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80)

    FIELDS = ("parent_id", "kind_id", "official_name", "short_name")

    class Meta:
        ordering = ["satker", "until"]
        verbose_name = _("former state of a unit")
        verbose_name_plural = _("former states of units")
        constraints = [models.UniqueConstraint("satker", "until", name="satker_history_once_a_day")]

    def __str__(self) -> str:
        return f"{self.short_name} ({self.until})"

    @classmethod
    def keep(cls, satker: Satker, today: dt.date) -> None:
        """Write down how the stored unit stands, if `satker` is about to change it; within a transaction.

        The first change of a day keeps the state of the days before; later ones that day change nothing of it.
        """
        stored = Satker.objects.filter(pk=satker.pk).values(*cls.FIELDS).first()
        if stored and any(stored[name] != getattr(satker, name) for name in cls.FIELDS):
            cls.objects.get_or_create(satker_id=satker.pk, until=today - dt.timedelta(days=1), defaults=stored)


class OfficerManager(BaseUserManager["Officer"]):
    def get_by_natural_key(self, username: str | None) -> Officer:
        return self.get(username__iexact=username)

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Officer:
        """Create an officer with a hashed password; None makes the password unusable."""
        officer = self.model(username=self.model.normalize_username(username), **fields)
        officer.set_password(password)
        officer.save()
        return officer

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> Officer:
        """Create a member of the regional team (there is no account above it)."""
        return self.create_user(username, password, **{**fields, "role": access.Role.REGIONAL})


class Officer(AbstractBaseUser):
    """A person's account: posted at one unit at a time, with one role."""

    class Role(models.TextChoices):
        WRITER = access.Role.WRITER, _("Writer: writes for the own unit, hands in for review")
        OFFICER = access.Role.OFFICER, _("Officer: publishes for the own unit")
        EDITOR = access.Role.EDITOR, _("Editor: publishes for the own unit and all below it")
        REGIONAL = access.Role.REGIONAL, _("Regional team: all units and the administration")

    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[ASCIIUsernameValidator()],
        help_text=_("Letters, digits and @.+-_"),
    )
    name = models.CharField(_("full name"), max_length=120)
    initials = models.CharField(_("initials"), max_length=20, blank=True, help_text=_("As printed: Wn."))
    email = models.EmailField(_("e-mail"), blank=True)
    satker = models.ForeignKey(
        Satker, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name=_("unit")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.OFFICER)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = OfficerManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["username"]
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="officer_username_once",
                violation_error_message=_("This user name is taken."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="officer_email_once",
                violation_error_message=_("Another account uses this e-mail address."),
            ),
            models.CheckConstraint(
                condition=Q(role=access.Role.REGIONAL) | Q(satker__isnull=False),
                name="officer_has_unit",
                violation_error_message=_("Choose the unit: only the regional team works without one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the officer; the e-mail address is kept in small letters, as sign-in looks it up."""
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    @property
    def is_regional(self) -> bool:
        return self.is_active and self.role == access.Role.REGIONAL

    # The admin asks these; the answer is the role, there are no permissions to hand out one by one.

    @property
    def is_staff(self) -> bool:
        return self.is_regional

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_regional

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_regional

    def role_word(self) -> str | StrPromise:
        """Return the role in one word, as shown beside the name."""
        return {
            access.Role.WRITER: _("writer"),
            access.Role.OFFICER: _("officer"),
            access.Role.EDITOR: _("editor"),
            access.Role.REGIONAL: _("regional team"),
        }[access.Role(self.role)]
