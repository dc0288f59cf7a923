"""A photo of an article: checked, upright, without metadata, in a few widths; and how it comes in, piece by piece.

A row is one use of a picture, with the words and the focus of that story. Rows may share the files: they have one stem.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.images import FORMATS, widths_of
from satker.models import Satker

# What every row of one picture has in common.
SAME = ("stem", "width", "height", "tone", "sha256", "look", "caption", "alt", "credit", "focus_x", "focus_y")


class Photo(models.Model):
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="photos", verbose_name=_("unit"))
    # Files are <stem>.jpg (the master) and <stem>-<width>.avif / .jpg (the renditions).
    stem = models.CharField(max_length=120, db_index=True, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    tone = models.PositiveSmallIntegerField(editable=False, default=0)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    # What it looks like, in 64 bits (news.images.look_of): pictures that differ in few of them look alike.
    look = models.BigIntegerField(null=True, editable=False)
    # The point that stays in sight where the picture is cut, in per cent of width and height.
    focus_x = models.PositiveSmallIntegerField(default=50, editable=False)
    focus_y = models.PositiveSmallIntegerField(default=30, editable=False)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    # The photo of which this one was made by blurring a part; that one goes when this one takes its place.
    blurred_from = models.BigIntegerField(null=True, editable=False)
    # Sent with a form, and not yet in any story; the clock sweeps it up after a day.
    pending = models.BooleanField(default=False, editable=False)
    # Told by an officer (UU 27/2022 art. 25); readers never see it.
    minor = models.BooleanField(_("shows a minor"), default=False, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self) -> str:
        return self.caption or self.stem

    def url(self, width: int, ending: str) -> str:
        """Return the address of one rendition; `width` is one of `widths_of(self.width)`."""
        return default_storage.url(f"{self.stem}-{width}.{ending}")

    def srcset(self, ending: str) -> str:
        """Return the srcset of all renditions in one format ("avif" or "jpg")."""
        return ", ".join(f"{self.url(width, ending)} {width}w" for width in widths_of(self.width))

    @property
    def avif_srcset(self) -> str:
        return self.srcset("avif")

    @property
    def jpeg_srcset(self) -> str:
        return self.srcset("jpg")

    @property
    def small_url(self) -> str:
        """The smallest JPEG, for a grid of many."""
        return self.url(widths_of(self.width)[0], "jpg")

    @property
    def middle_url(self) -> str:
        """The JPEG that browsers without srcset get."""
        widths = widths_of(self.width)
        return self.url(widths[len(widths) // 2], "jpg")

    @property
    def focus(self) -> str:
        """The classes that keep the focus in sight where the picture is cut, in steps of ten per cent."""
        return f"fx{round(self.focus_x / 10)} fy{round(self.focus_y / 10)}"

    @property
    def is_taken(self) -> bool:
        """Whether a story shows it."""
        return self.leading.exists() or self.shown_in.exists()

    def again(self, **changes: Any) -> Photo:
        """Return a new row for another use of the same picture, not in any story yet; `changes` go before its own."""
        same = {name: getattr(self, name) for name in ("satker", *SAME)}
        return Photo.objects.create(**{**same, **changes}, pending=True)

    def file_names(self) -> list[str]:
        """Return the storage names of all files of this photo."""
        names = [f"{self.stem}.jpg"]
        return names + [f"{self.stem}-{width}.{ending}" for width in widths_of(self.width) for ending in FORMATS]

    def remove(self) -> None:
        """Delete a photo that no story has, with its files if no other row uses them."""
        names = self.file_names()
        self.delete()
        if not Photo.objects.filter(stem=self.stem).exists():
            for name in names:
                default_storage.delete(name)


class GalleryPhoto(models.Model):
    """One of the photos of an article beside the lead photo, in their order."""

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="gallery_rows")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="gallery_rows")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint("article", "photo", name="gallery_once")]

    def __str__(self) -> str:
        return f"#{self.article_id} {self.place}"


class Upload(models.Model):
    """A photo on its way from a phone, piece by piece; a broken line goes on where it broke."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    satker = models.ForeignKey(Satker, models.CASCADE, related_name="+")
    size = models.PositiveIntegerField()
    # Before it was made smaller in the browser; 0 if it was not.
    original = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField(default=timezone.now)
    # Somebody is making the picture of the pieces since then.
    claimed_at = models.DateTimeField(null=True)
    photo = models.ForeignKey(Photo, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class UploadPart(models.Model):
    """One piece of an upload. Pieces lie in the database, where every host finds them."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["start"]
        constraints = [models.UniqueConstraint("upload", "start", name="upload_part_once")]

    def __str__(self) -> str:
        return f"{self.upload_id} {self.start}"
