"""The photos in the form of a story: cards in an order, each with its words; the first one leads."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news import images
from news.models import Photo
from news.photos import MOST, WORDS
from news.words import one_line
from satker.models import Officer, Satker

ACCEPT = "image/jpeg,image/png,image/webp"
Content = dict[str, Any]


class Line(forms.CharField):
    """One line of text without anything invisible in it."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class FilesInput(forms.FileInput):
    """A choice of several files."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """Several files; the value is a list of them, without those that are wrong: each of these has its sentence."""

    widget = FilesInput(attrs={"accept": ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(Files, self).clean(each, initial) for each in chosen if each]


@dataclass(frozen=True)
class Card:
    """One photo with the fields of its words, as the page shows it."""

    photo: Photo
    leads: bool
    caption: BoundField
    alt: BoundField
    credit: BoundField
    out: BoundField


class Tray:
    """The photos that a form names: those of its story, and those that its officer sent before and no story has yet.

    Never another story's: its words and its picture are public there.
    """

    def __init__(self, officer: Officer, own: list[Photo], named: str) -> None:
        self.officer = officer
        self.own = {photo.pk: photo for photo in own}
        self.photos = self._named(named)

    def _named(self, text: str) -> list[Photo]:
        ids = [int(part) for part in text.split(",") if part.isascii() and part.isdecimal() and len(part) <= 18]
        ids = list(dict.fromkeys(ids))[: MOST * 2]
        sent = Photo.objects.filter(pending=True, uploaded_by=self.officer).in_bulk(
            [pk for pk in ids if pk not in self.own]
        )
        found = {**sent, **self.own}
        return [found[pk] for pk in ids if pk in found]

    @property
    def named(self) -> str:
        """The ids as the form carries them."""
        return ",".join(str(photo.pk) for photo in self.photos)

    def order_by(self, places: dict[str, str]) -> None:
        """Put the photos in the order of the places that were written beside them; others stay where they are."""
        written = {
            photo.pk: int(text)
            for photo in self.photos
            if (text := places.get(f"place_{photo.pk}", "")).isascii() and text.isdecimal() and len(text) < 4
        }
        if written:
            self.photos.sort(key=lambda photo: written.get(photo.pk, 999))

    def lead_with(self, text: str) -> None:
        """Put the photo of this id first, if it is here."""
        self.photos.sort(key=lambda photo: str(photo.pk) != text)

    def keep(self, uploads: list[UploadedFile[Any]], unit: Satker) -> tuple[list[Photo], list[str]]:
        """Keep sound uploads at once, so that another field's error does not lose them.

        Returns the new photos and a sentence for each file that could not be kept.
        """
        new: list[Photo] = []
        wrong: list[str] = []
        for upload in uploads:
            if len(self.photos) >= MOST:
                told = gettext("A story has at most %(most)d photos: the others were left out.")
                return new, [*wrong, told % {"most": MOST}]
            try:
                photo = self._known(upload) or self._stored(upload, unit)
            except ValidationError as error:
                named = gettext("%(name)s: %(error)s") if len(uploads) > 1 else "%(error)s"
                wrong += [named % {"name": one_line(upload.name or "?"), "error": each} for each in error.messages]
                continue
            if photo not in self.photos:
                self.photos.append(photo)
                new.append(photo)
        return new, wrong

    def _known(self, upload: UploadedFile[Any]) -> Photo | None:
        """Return the photo of this form or story that came of the very same file."""
        sha256 = images.digest(cast(Any, upload))
        return next((each for each in [*self.photos, *self.own.values()] if each.sha256 == sha256), None)

    def _stored(self, upload: UploadedFile[Any], unit: Satker) -> Photo:
        stored = images.store(cast(Any, upload))
        return Photo.objects.create(satker=unit, uploaded_by=self.officer, pending=True, **vars(stored))


LABELS = {"caption": _("Caption"), "alt": _("What the photo shows"), "credit": _("Photographer")}


def fields_of(photo: Photo) -> dict[str, forms.Field]:
    """Return the fields of one card, by name."""
    return {
        f"caption_{photo.pk}": Line(label=LABELS["caption"], max_length=300, required=False),
        f"alt_{photo.pk}": Line(label=LABELS["alt"], max_length=300, required=False),
        f"credit_{photo.pk}": Line(label=LABELS["credit"], max_length=120, required=False),
        f"out_{photo.pk}": forms.BooleanField(label=_("Remove this photo"), required=False),
    }


def words_in(photo: Photo) -> dict[str, str]:
    """Return the words of a photo as its card begins with."""
    return {f"{name}_{photo.pk}": getattr(photo, name) for name in WORDS}


def taken(officer: Officer, named: str) -> dict[str, str]:
    """Return what a new form begins with that is to show a photo of this officer which no story has yet."""
    found = Tray(officer, [], named).photos
    words = {name: text for photo in found for name, text in words_in(photo).items()}
    return {"photos": ",".join(str(photo.pk) for photo in found), **words} if found else {}


def pictures(content: Content) -> list[Content]:
    """Return the photos of a saved version, the lead photo first, each with its words."""
    lead = [{"id": content["lead_photo"], **(content["photo"] or {})}] if content.get("lead_photo") else []
    return [*lead, *(content.get("gallery") or [])]


# --- For static/js/photos.js ------------------------------------------------------------------------

NOTHING = uuid.UUID(int=0)  # stands in an address for the id that the browser gives
MODEL = "__id__"
SAYS: dict[str, Any] = {
    "shrunk": _("Photo: {before} → {after}"),
    "many": _("A story has at most {most} photos: the others were left out."),
    "heic": _("This browser cannot read HEIC. Set the camera to “most compatible”, or send the photo to yourself."),
    "huge": _("This photo is larger than this phone can handle. Make it smaller and choose it again."),
    "unreadable": _("This file is no photo, or it is broken. Choose it again, or another one."),
    "offline": _("No connection. The photo is kept on this phone and is sent once the line is back."),
    "signed-out": _("You are signed out. Sign in on another tab, then try again; nothing is lost."),
}


class BlankForm(forms.Form):
    """The fields of a card that the browser makes for a photo which has no number yet."""

    def __init__(self) -> None:
        super().__init__()
        for name, label in LABELS.items():
            self.fields[f"{name}_{MODEL}"] = Line(label=label, max_length=120 if name == "credit" else 300)

    def card(self) -> dict[str, BoundField]:
        """Return the fields by the names that a card has for them."""
        return {name: self[f"{name}_{MODEL}"] for name in LABELS}


def attributes() -> str:
    """Return what the list of photos tells its script, as attributes of HTML."""
    return flatatt(
        {"data-most": MOST, "data-nothing": str(NOTHING), **{f"data-say-{name}": SAYS[name] for name in SAYS}}
    )
