"""Photos on their way from a phone: in pieces, each sent again until it has arrived, none of them twice.

A browser gives the upload an id of its own and sends `?dari=<offset>` pieces, in order, as plain bytes. Whatever
breaks, GET tells how far it has come. The last piece makes the photo; sent again it gives the same one.
"""

from __future__ import annotations

import datetime as dt
import io
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.dateformat import format as date_text
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from news import images, traffic
from news.desk.views import desk
from news.images import MAX_BYTES, is_alike
from news.models import Photo, Upload, UploadPart
from satker.access import OfficerRequest
from satker.models import Satker

PIECE = 512 * 1024  # at most; a browser sends less on a thin line
WAITING = 40  # unfinished uploads of one officer
CLAIM = dt.timedelta(seconds=60)
LOOKED_AT = 5000  # the newest photos of a unit


class Refused(Exception):
    """An upload cannot go on; the message is a sentence, the status says why."""

    def __init__(self, sentence: str, status: int = 422) -> None:
        super().__init__(sentence)
        self.status = status


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: OfficerRequest, id: uuid.UUID) -> HttpResponse:
    """Take one piece of a photo, and the photo itself with the last one; GET tells how far it has come."""
    try:
        if request.method != "POST":
            found = Upload.objects.filter(pk=id, officer=request.user).first()
            return JsonResponse(_state(found) if found else {"until": 0})
        found = _begun(request, id)
        if found.photo_id is None:
            _take(request, found)
            if _until(found) == found.size:
                _finish(found)
                traffic.shrunk(request.user, found.original, found.size)
        return JsonResponse(_state(found))
    except Refused as error:
        return JsonResponse({"error": str(error)}, status=error.status)


def _begun(request: OfficerRequest, id: uuid.UUID) -> Upload:
    """Return the upload of this id, begun now if it is new; another officer's is refused."""
    size, original = _number(request, "besar"), _number(request, "asal", optional=True)
    if size > MAX_BYTES:
        raise Refused(_("The photo is larger than 25 MB. Choose a smaller one."))
    found = Upload.objects.select_related("photo").filter(pk=id).first()
    if found is None:
        if Upload.objects.filter(officer=request.user, photo=None).count() >= WAITING:
            raise Refused(_("Too many photos are on their way at once. Wait until some have arrived."), 429)
        made = {"officer": request.user, "satker": _unit(request), "size": size, "original": original}
        found, _new = Upload.objects.get_or_create(pk=id, defaults=made)
    if found.officer_id != request.user.pk or found.size != size:
        raise Refused(_("This upload is another one. Choose the photo again."), 409)
    return found


def _number(request: OfficerRequest, name: str, optional: bool = False) -> int:
    value = request.GET.get(name, "")
    if optional and not value:
        return 0
    if not (value.isascii() and value.isdecimal() and len(value) <= 12):
        raise Refused(_("This upload is not whole. Choose the photo again."), 400)
    return int(value)


def _unit(request: OfficerRequest) -> Satker:
    """Return the unit for which the photo is kept until its story is saved."""
    asked = request.GET.get("satker", "")
    reach = Satker.objects.within_reach_of(request.user).valid_on(timezone.localdate())
    if asked.isascii() and asked.isdecimal() and len(asked) <= 18 and (unit := reach.filter(pk=int(asked)).first()):
        return unit
    if request.user.satker:
        return request.user.satker
    raise Refused(_("Choose the unit first."))


def _take(request: OfficerRequest, found: Upload) -> None:
    """Keep the piece, if it is the next one; one that is here already, or comes too early, changes nothing."""
    start, data = _number(request, "dari"), request.read(PIECE + 1)
    end = start + len(data)
    if len(data) > PIECE or end > found.size or not data:
        raise Refused(_("This upload is not whole. Choose the photo again."), 400)
    if start == _until(found):
        try:
            with transaction.atomic():
                UploadPart.objects.create(upload=found, start=start, end=end, data=data)
        except IntegrityError:
            return  # the same piece, at the same moment: the first one stays


def _until(found: Upload) -> int:
    """Return how many bytes have come."""
    return found.parts.order_by("-start").values_list("end", flat=True).first() or 0


def _finish(found: Upload) -> None:
    """Make the photo of its pieces, once; what is no photo is refused and forgotten."""
    now = timezone.now()
    free = Upload.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM), pk=found.pk, photo=None)
    if not free.update(claimed_at=now):
        raise Refused(_("The photo is being looked at. Ask again in a moment."), 202)
    data = b"".join(bytes(part) for part in found.parts.values_list("data", flat=True))
    try:
        stored = images.store(io.BytesIO(data))
    except ValidationError as error:
        found.delete()
        raise Refused(" ".join(error.messages)) from error
    with transaction.atomic():
        found.photo = Photo.objects.create(
            satker_id=found.satker_id, uploaded_by_id=found.officer_id, pending=True, **vars(stored)
        )
        found.save(update_fields=["photo"])
        found.parts.all().delete()


def _state(found: Upload) -> dict[str, Any]:
    """Return what the browser is told: how far it has come, and the photo once it is there."""
    if found.photo is None:
        return {"until": _until(found)}
    return {"until": found.size, "photo": shown(found.photo), "known": known(found.photo)}


def shown(photo: Photo) -> dict[str, Any]:
    """Return what a card of the form needs to show a photo."""
    return {"id": photo.pk, "src": photo.middle_url, "width": photo.width, "height": photo.height, "focus": photo.focus}


def known(photo: Photo) -> dict[str, Any] | None:
    """Return where the unit has shown the same picture before, in words, with the words it had; None if it has not."""
    rows = Photo.objects.filter(satker=photo.satker_id, pending=False).exclude(pk=photo.pk).order_by("-pk")
    looks = rows.values_list("pk", "sha256", "look")[:LOOKED_AT]
    same = next((pk for pk, sha256, look in looks if sha256 == photo.sha256 or is_alike(look, photo.look)), None)
    found = Photo.objects.filter(pk=same).first() if same else None
    if found is None:
        return None
    story = found.leading.order_by("-pk").first() or found.shown_in.order_by("-pk").first()
    day = date_text(timezone.localtime(found.uploaded_at), "j F Y")
    told = _("Your unit sent this photo before, on %(day)s.") % {"day": day}
    if story:
        told = _("Your unit sent this photo before, on %(day)s, for “%(title)s”.") % {"day": day, "title": story.title}
    return {"told": told, "caption": found.caption, "alt": found.alt, "credit": found.credit}
