"""Photos on the way in: checked by content, upright, without metadata, in three widths.

Only Pillow is asked, one decode a photo, outside any database transaction.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import secrets
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SCANS = 30
READ = ("JPEG", "PNG", "WEBP")
WIDTHS = (320, 640, 1280)
MASTER = 2560
FORMATS = ("avif", "jpg")
MOSAIC = 5  # cells along the longer side of what is blurred: no face is known in it
ALIKE, FLAT = 4, 8  # of the 64 bits of a look

# Beyond the limit Pillow only warns; as an error it is refused like any other bad file.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


@dataclass(frozen=True)
class Stored:
    """A photo in the storage: <stem>.jpg and its renditions; sizes in pixels of the upright master."""

    stem: str
    width: int
    height: int
    tone: int
    sha256: str
    look: int


def widths_of(width: int) -> list[int]:
    """Return the widths of the renditions of a master `width` pixels wide, smallest first."""
    return sorted({min(width, each) for each in WIDTHS})


def store(upload: IO[bytes]) -> Stored:
    """Check an uploaded photo, write master and renditions, and return what was stored.

    Raises ValidationError, a sentence for the officer, for anything that is not a sound JPEG,
    PNG or WebP of at most 40 megapixels and 25 MB.
    """
    data = upload.read(MAX_BYTES + 1)
    return _kept(_decoded(data), hashlib.sha256(data).hexdigest())


def _kept(image: Image.Image, sha256: str) -> Stored:
    """Write the master and its renditions."""
    stem = f"foto/{timezone.localdate():%Y/%m}/{secrets.token_hex(10)}"
    written: list[str] = []
    try:
        for name, content in _files(image, stem):
            written.append(name)
            default_storage.save(name, ContentFile(content))
    except OSError as error:
        for name in written:
            with contextlib.suppress(OSError):
                default_storage.delete(name)
        raise ValidationError(
            _("The photo could not be stored just now. Your text is kept; try again later.")
        ) from error
    return Stored(stem, image.width, image.height, _tone(image), sha256, look_of(image))


Box = tuple[float, float, float, float]  # left, top, width, height as parts of the whole, 0 to 1


def edited(stem: str, crop: Box | None, blurs: Sequence[Box]) -> Stored:
    """Cut and blur the master of a photo and store the result as a new one; the old files stay as they are.

    What is blurred cannot be brought back: it becomes a mosaic of few cells. Raises ValidationError when the master
    cannot be read, or when less than 320 pixels would be left.
    """
    try:
        with default_storage.open(f"{stem}.jpg") as kept:
            image = _decoded(kept.read())
    except OSError as error:
        raise ValidationError(_("The photo could not be read just now. Try again later.")) from error
    for box in blurs:
        _blur(image, _pixels(box, image))
    if crop:
        image = image.crop(_pixels(crop, image))
        if max(image.size) < WIDTHS[0]:
            raise ValidationError(_("Too little of the photo would be left. Choose a larger part."))
    return _kept(image, hashlib.sha256(image.tobytes()).hexdigest())


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom in whole pixels within the picture."""
    left, top, width, height = box
    x, y = min(round(left * image.width), image.width - 1), min(round(top * image.height), image.height - 1)
    right, bottom = round((left + width) * image.width), round((top + height) * image.height)
    return x, y, max(x + 1, min(right, image.width)), max(y + 1, min(bottom, image.height))


def _blur(image: Image.Image, box: tuple[int, int, int, int]) -> None:
    part = image.crop(box)
    cell = max(part.width, part.height) / MOSAIC
    small = part.resize((max(1, round(part.width / cell)), max(1, round(part.height / cell))), Image.Resampling.BOX)
    image.paste(small.resize(part.size, Image.Resampling.BICUBIC), box)


def digest(upload: IO[bytes]) -> str:
    """Return the SHA-256 of an upload, which can be read again afterwards."""
    upload.seek(0)
    found = hashlib.file_digest(upload, "sha256").hexdigest()  # type: ignore[arg-type]
    upload.seek(0)
    return found


def _decoded(data: bytes) -> Image.Image:
    """Return the upright RGB picture, at most 2560 pixels on its long side, with no metadata left."""
    if len(data) > MAX_BYTES:
        raise ValidationError(_("The photo is larger than 25 MB. Choose a smaller one."))
    if not data:
        raise ValidationError(_("The photo is empty. Choose it again."))
    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=READ)
        _check_size(image, data)
        if image.format == "JPEG":
            image.draft("RGB", (MASTER, MASTER))
        image.load()
        image = _plain_rgb(ImageOps.exif_transpose(image))
        image.thumbnail((MASTER, MASTER), Image.Resampling.LANCZOS, reducing_gap=3)
    except ValidationError:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_many_pixels() from error
    except Exception as error:
        # Pillow fails on broken files with whatever its decoders meet, not one class of errors.
        raise ValidationError(
            _("This file is not a sound JPEG, PNG or WebP photo. Open it on your phone, save it again, and retry.")
        ) from error
    image.info.clear()
    return image


def _check_size(image: Image.Image, data: bytes) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    # A small file may ask for hundreds of passes over a large picture, seconds of work each. A JPEG
    # that announces a second picture is opened as MPO, whatever formats were asked for.
    if image.format in {"JPEG", "MPO"} and len(re.findall(b"\xff\xda", data)) > MAX_SCANS:
        raise ValidationError(_("This JPEG is built in a harmful way. Save it again as an ordinary photo."))


def _too_many_pixels() -> ValidationError:
    return ValidationError(_("The photo has more than 40 megapixels. Make it smaller and choose it again."))


def _plain_rgb(image: Image.Image) -> Image.Image:
    """Return the picture in sRGB on white, so that no profile or transparency has to travel with it."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):  # a broken profile is just dropped
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image)
    return image.convert("RGB")


def _files(image: Image.Image, stem: str) -> list[tuple[str, bytes]]:
    files = [(f"{stem}.jpg", _encoded(image, "jpg", quality=85))]
    for width in reversed(widths_of(image.width)):
        height = max(1, round(image.height * width / image.width))
        small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        files += [(f"{stem}-{width}.{ending}", _encoded(small, ending)) for ending in FORMATS]
    return files


def _encoded(image: Image.Image, ending: str, quality: int = 75) -> bytes:
    out = io.BytesIO()
    if ending == "avif":
        # At speed 9 AVIF costs what WebP costs and is a quarter to a half smaller.
        image.save(out, "AVIF", quality=50, speed=9)
    else:
        image.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
    return out.getvalue()


def look_of(image: Image.Image) -> int:
    """Return 64 bits of what a picture looks like: where brightness falls from left to right on a grid of 8 x 8.

    A picture that was made smaller or saved again keeps nearly all of them (a difference hash; Krawetz, 2013).
    """
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (grey[row * 9 + column] > grey[row * 9 + column + 1])
    return bits - (1 << 63)  # as a signed number, which databases keep


def is_alike(one: int | None, other: int | None) -> bool:
    """Return whether two looks are those of one picture, as sent or made smaller or saved again.

    A flat picture looks like every other one, and like none.
    """
    if one is None or other is None:
        return False
    bits = [look + (1 << 63) for look in (one, other)]
    if any(not FLAT <= each.bit_count() <= 64 - FLAT for each in bits):
        return False
    return (bits[0] ^ bits[1]).bit_count() <= ALIKE


def _tone(image: Image.Image) -> int:
    """Return the mean colour as one of 64 (two bits a channel): the place a photo keeps while it loads."""
    red, green, blue = (channel >> 6 for channel in image.resize((1, 1), Image.Resampling.BOX).tobytes())
    return red << 4 | green << 2 | blue
