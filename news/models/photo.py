"""A photo of an article: checked, upright, without metadata, in a few widths."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.images import FORMATS, widths_of
from satker.models import Satker


class Photo(models.Model):
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="photos", verbose_name=_("unit"))
    # Files are <stem>.jpg (the master) and <stem>-<width>.avif / .jpg (the renditions).
    stem = models.CharField(max_length=120, unique=True, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    tone = models.PositiveSmallIntegerField(editable=False, default=0)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
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
    def middle_url(self) -> str:
        """The JPEG that browsers without srcset get."""
        widths = widths_of(self.width)
        return self.url(widths[len(widths) // 2], "jpg")

    def file_names(self) -> list[str]:
        """Return the storage names of all files of this photo."""
        names = [f"{self.stem}.jpg"]
        return names + [f"{self.stem}-{width}.{ending}" for width in widths_of(self.width) for ending in FORMATS]

    def remove(self) -> None:
        """Delete a photo that no story has, with its files."""
        names = self.file_names()
        self.delete()
        for name in names:
            default_storage.delete(name)
